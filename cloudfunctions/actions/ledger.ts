import type { ActionName, Parsed } from '@/contract/actions'
import type { AllowancesView, CaseExport, MappingView, RegisterView } from '@/contract/ledger-views'
import type { ExportFile } from '@/contract/views'
import type { Aid } from '@/domain/aid-types'
import { type AllowanceSum, type Allowances, allowancesOf, contentOf } from '@/domain/allowances'
import { caseValues, exportRow } from '@/domain/case-export'
import { isRefusal, refuse } from '@/domain/decider'
import { mayOn, standing } from '@/domain/permission'
import { seesPart } from '@/domain/sight'
import { type Day, dayOf, type Instant, nextDay, startOf } from '@/domain/time'
import { allowanceWords, numberWords, superiorWords } from '@/words/ledger'
import { noteExport } from '../access-log'
import { reviewedIn } from '../aid-facts'
import { readRegister } from '../aid-register'
import { daysOf, hasBegun } from '../bulletin'
import { journal, madeOnce } from '../ledger-files'
import { allowanceSheet, exportSheet, numbersSheet } from '../ledger-sheets'
import { readMapping, readRates } from '../ledger-tables'
import type { Opened } from '../matter-document'
import type { World } from '../world'
import { type Binding, type Context, openedFrom, type Result } from './binding'

/** The centre's books: what is paid for cases, which number is whose, and what goes to the superior's system. */

/** More than a county has in a year; a file of them is still read by a phone. */
const MOST = 5000
const SHOWN = 200
const notYet = { invalid: [{ field: 'to', code: 'in-the-future' }] }

type Span = { from: string; to: string }
type MadeAllowances = AllowanceSum & { at: Instant; by: string; mark: string }

const allowanceLog = ({ from, to }: Span) => `aid-allowances:${from}:${to}`
const markOf = (world: World, found: Allowances) => world.seal.lookup('lookup', `allowances ${contentOf(found)}`)

async function counted({ world, now }: Context, { from, to }: Span) {
  if (!hasBegun(to, now)) return notYet
  const [cases, rates] = await Promise.all([
    reviewedIn(world, { from: daysOf(from).from, to: daysOf(to).to }, MOST),
    readRates(world),
  ])
  return cases ? { found: allowancesOf(cases, rates), rates } : refuse('ledger.too-many', { most: MOST })
}

async function allowances(context: Context, span: Parsed<'ledger.allowances'>): Result<AllowancesView> {
  const { world, now } = context
  const [read, made] = await Promise.all([counted(context, span), journal<MadeAllowances>(world, allowanceLog(span))])
  if (!('found' in read)) return read
  const { found, rates } = read
  const { lines, lawyers, cases, fen, unset } = found
  const last = made.at(-1)
  return {
    ...span,
    madeAt: now,
    cases,
    fen,
    unset,
    lawyers,
    rates,
    lines: lines.slice(0, SHOWN).map(({ filedOn: _, by: _by, reviewedAt, ...line }) => ({
      ...line,
      reviewedOn: dayOf(reviewedAt),
    })),
    more: lines.length > SHOWN,
    made: made.map(({ at, by, cases, fen, unset }) => ({ at, by, cases, fen, unset })),
    changed: last !== undefined && last.mark !== markOf(world, found),
  }
}

async function allowanceFile(context: Context, input: Parsed<'ledger.allowanceSheet'>): Result<ExportFile> {
  const { world, actor, now } = context
  const { from, to } = input
  if (!hasBegun(to, now)) return notYet
  const made = await madeOnce<MadeAllowances>(context, input, allowanceLog(input), async () => {
    const read = await counted(context, { from, to })
    if (!('found' in read)) return isRefusal(read) ? read : refuse('ledger.too-many', { most: MOST })
    const { found, rates } = read
    const { cases, fen, unset } = found
    const said = { at: now, by: actor.name }
    return {
      name: allowanceWords.fileName(from, to),
      bytes: await allowanceSheet(found, rates, said),
      entry: { ...said, cases, fen, unset, mark: markOf(world, found) },
    }
  })
  return isRefusal(made) ? made : made.file
}

const ROWS = 50
async function numbers(context: Context, { series, year, after }: Parsed<'ledger.numbers'>): Result<RegisterView> {
  const read = await readRegister(context, series, year, { after, most: ROWS })
  if (!read) return refuse('ledger.too-many', { most: MOST })
  const { rows, sum } = read
  const last = rows.at(-1)?.n
  return { ...sum, series, year, rows, ...(last !== undefined && last < sum.last && { next: last }) }
}

async function numbersFile(context: Context, input: Parsed<'ledger.numbersSheet'>): Result<ExportFile> {
  const { actor, now } = context
  const { series, year } = input
  const made = await madeOnce(context, input, `aid-registers:${series}:${year}`, async () => {
    const read = await readRegister(context, series, year, { after: 0, most: MOST })
    if (!read) return refuse('ledger.too-many', { most: MOST })
    const { rows, sum } = read
    const { last, given, cancelled, gaps, wrong } = sum
    const summary = [
      ...(gaps.length > 0 ? [numberWords.gaps(gaps)] : []),
      ...(wrong.length > 0 ? [numberWords.wrong(wrong)] : []),
      ...(gaps.length + wrong.length === 0 ? [numberWords.good(last, given, cancelled)] : []),
    ]
    const name = numberWords.fileName(series, year)
    return { name, bytes: await numbersSheet({ rows }, summary), entry: { at: now, by: actor.name } }
  })
  return isRefusal(made) ? made : made.file
}

async function mapping({ world }: Context): Result<MappingView> {
  const { mapping, own } = await readMapping(world)
  const { columns, source, toConfirm } = mapping
  return { columns, source, ...(toConfirm && { toConfirm }), own }
}

type Case = Opened & { state: Aid }
type ExportEntry = Pick<CaseExport, 'cases' | 'apart'> & { at: Instant; by: string; from: Day; to: Day }

/** Whole, as the superior asks for it: who exported it stands where each of the people reads who looked. */
async function exported(context: Context, input: Parsed<'ledger.export'>): Result<CaseExport> {
  const { world, actor, now } = context
  const { from, to } = input
  if (startOf(from) > now) return { invalid: [{ field: 'from', code: 'in-the-future' }] }
  const made = await madeOnce<ExportEntry>(context, input, 'aid-exports', async () => {
    const [cases, { mapping }] = await Promise.all([casesOf(context, from, to), readMapping(world)])
    if (!cases) return refuse('ledger.too-many', { most: MOST })
    const rows = cases.map(({ state }) => {
      const reader = standing(state, actor) ?? 'gone'
      return exportRow(
        caseValues(state, (part) => seesPart(reader, part, state)),
        mapping,
      )
    })
    const apart = rows.filter(({ unmatched }) => unmatched.length > 0).length
    const counts = { cases: cases.length, apart }
    const said = superiorWords.notes(now, actor.name, from, to, counts)
    const bytes = await exportSheet(rows, mapping, said)
    await noteExport(world, cases, actor, superiorWords.accessed)
    return { name: superiorWords.fileName(from, to), bytes, entry: { ...counts, at: now, by: actor.name, from, to } }
  })
  if (isRefusal(made)) return made
  const { cases, apart } = made.entry
  return { file: made.file, cases, apart }
}

const PAGE = 100
// Questions lie among them; beyond so many documents a shorter time is asked for.
const PAGES = 200

/** Those that were entered in these days, in their order; undefined where there are too many of them. */
async function casesOf(context: Context, from: Day, to: Day): Promise<Case[] | undefined> {
  const { world, actor, now } = context
  const cases: Case[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const range = { from: startOf(from), before: startOf(nextDay(to)) }
    const query = { index: 'byDeskEver', where: { desk: 'unit:centre' }, range, limit: PAGE }
    const { docs, next } = await world.store.list('matters', { ...query, ...(after && { after }) })
    const opened = docs.filter(({ keys }) => keys.kind === 'aid').map(openedFrom(world, now))
    for (const matter of opened)
      if (isCase(matter) && !matter.state.shut && mayOn('matter.get', matter.state, actor)) cases.push(matter)
    if (cases.length > MOST) return undefined
    if (!next) return cases
    after = next
  }
  return undefined
}
const isCase = (matter: Opened): matter is Case => matter.state.kind === 'aid'

export const ledgerActions: { [A in Extract<ActionName, `ledger.${string}`>]: Binding<A> } = {
  'ledger.allowances': allowances,
  'ledger.allowanceSheet': allowanceFile,
  'ledger.numbers': numbers,
  'ledger.numbersSheet': numbersFile,
  'ledger.mapping': mapping,
  'ledger.export': exported,
}
