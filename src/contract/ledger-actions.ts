import * as v from 'valibot'
import { numberSeries } from '@/domain/aid-documents'
import { daysBetween } from '@/domain/time'
import { command, query } from './define'
import { day, month, oneOf } from './fields'
import type { AllowancesView, CaseExport, MappingView, RegisterView } from './ledger-views'
import type { ExportFile } from './views'

/** The centre's books on the wire. */

const months = { from: month, to: month }
const LONGEST_MONTHS = 12
const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5))
const spanned = ({ from, to }: { from: string; to: string }) => [
  ...(to < from ? [{ field: 'to', code: 'ends-before-it-starts' }] : []),
  ...(monthNumber(to) - monthNumber(from) >= LONGEST_MONTHS ? [{ field: 'to', code: 'too-far' }] : []),
]

const LONGEST_DAYS = 366
const row = { series: oneOf(...numberSeries), year: wholeYear() }

export const ledgerActions = {
  'ledger.allowances': {
    ...query<AllowancesView>()('What is to be paid for the cases whose files were accepted in these months', months),
    also: spanned,
  },
  'ledger.allowanceSheet': command<ExportFile>()(
    'The same as a spreadsheet; that it was made is kept',
    months,
    spanned,
  ),
  'ledger.numbers': query<RegisterView>()('Each number of a series and year in its order, whose it is, and any gap', {
    ...row,
    after: v.optional(v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(0, 'wrong-type')), 0),
  }),
  'ledger.numbersSheet': command<ExportFile>()('A whole year of numbers as a spreadsheet', row),
  'ledger.mapping': query<MappingView>()('Which columns the superior’s system gets, and from what', {}),
  'ledger.export': command<CaseExport>()(
    'The cases that were applied for in these days, for the superior’s system: whole, so each is noted as looked at',
    { from: day, to: day },
    ({ from, to }) => [
      ...(to < from ? [{ field: 'to', code: 'ends-before-it-starts' }] : []),
      ...(daysBetween(from, to) > LONGEST_DAYS ? [{ field: 'to', code: 'too-far' }] : []),
    ],
  ),
} as const

function wholeYear() {
  return v.pipe(
    v.number('wrong-type'),
    v.integer('wrong-type'),
    v.minValue(2000, 'too-small'),
    v.maxValue(2099, 'too-large'),
  )
}
