import type { RegisterView } from '@/contract/ledger-views'
import type { NumberSeries } from '@/domain/aid-documents'
import { type NumberFound, type RegisterSum, registerOf, registerSum } from '@/domain/case-register'
import { mayOn } from '@/domain/permission'
import { type Context, openedFrom } from './actions/binding'
import { numbersOf, whyCancelled } from './aid-numbers'
import { readMatters } from './bulletin'
import type { Opened } from './matter-document'
import { matterRow } from './present'

/** The register of a series and year: every number's document is read, and the matters of those that are shown. */

const MOST_NUMBERS = 5000

/** Undefined where there are more numbers than are read. `sum` is of the whole year, `wrong` of what is shown. */
export async function readRegister(
  context: Context,
  series: NumberSeries,
  year: number,
  { after, most }: { after: number; most: number },
): Promise<{ rows: RegisterView['rows']; sum: RegisterSum } | undefined> {
  const { world, actor, now } = context
  const { last, numbers } = await numbersOf(world, series, year, MOST_NUMBERS)
  if (!numbers) return undefined
  const found = numbers.flatMap(({ n, record }): NumberFound[] => {
    if (!record) return []
    const { matter, text, at, cancelled, by } = record
    const shown = n > after && n <= after + most
    const why = shown ? whyCancelled(world, { series, year, n }, record) : undefined
    return [
      {
        n,
        text,
        matter,
        at,
        ...(cancelled && { cancelled: { at: cancelled, ...(by && { by }), ...(why && { why }) } }),
      },
    ]
  })
  const here = found.filter(({ n }) => n > after && n <= after + most)
  const docs = await readMatters(world, [...new Set(here.flatMap(({ matter }) => matter ?? []))])
  const opened = new Map(docs.map(openedFrom(world, now)).map((matter) => [matter.id, matter]))
  const rows = registerOf(found, last, (each) =>
    here.includes(each) ? holds(opened.get(each.matter ?? ''), each, { series, year }) : undefined,
  )
  const shown = rows.slice(after, after + most).map((row) => {
    const matter = row.matter === undefined ? undefined : opened.get(row.matter)
    if (!matter || !mayOn('matter.get', matter.state, actor)) return row
    const { title, stageText } = matterRow(world, matter, actor, now)
    return { ...row, title, stageText }
  })
  return { rows: shown, sum: registerSum(rows) }
}

/** What was forgotten holds nothing any more, and nobody can say that it didn't. */
function holds(matter: Opened | undefined, { n, cancelled }: NumberFound, of: { series: NumberSeries; year: number }) {
  if (matter?.state.shut) return undefined
  if (matter?.state.kind !== 'aid') return false
  return (matter.state.numbers ?? []).some(
    (held) =>
      held.series === of.series &&
      held.year === of.year &&
      held.n === n &&
      (held.cancelled !== undefined || !cancelled),
  )
}
