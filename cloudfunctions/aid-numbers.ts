import type { CaseNumber, NumberSeries } from '@/domain/aid-documents'
import type { AidEvent } from '@/domain/aid-events'
import type { Aid } from '@/domain/aid-types'
import type { Policy } from '@/domain/policy'
import { dayOf, type Instant } from '@/domain/time'
import { numberText } from '@/words/aid-documents'
import type { Doc, Write } from './ports'
import type { World } from './world'

/**
 * Numbers of legal aid's papers, by series and year: a counter each, and a document a number, so that every number up to
 * the last can be shown to be a matter's or cancelled.
 */

/** The next free number of one series, and the version of the counter it was read from. */
export type NextNumber = { no: CaseNumber; version: number }
/** What a number's own document tells: never whose matter it is by name. */
export type NumberRecord = {
  matter: string
  text: string
  at: Instant
  cancelled?: Instant
  /** Who cancelled it, and why: sealed, since it may name somebody. */
  by?: string
  why?: string
}

const counterId = (series: NumberSeries, year: number): string => `aid-${series}:${year}`
const numberId = ({ series, year, n }: Omit<CaseNumber, 'text'>): string => `${counterId(series, year)}:${n}`
const lastOf = (doc: Doc | undefined): number => (doc ? (JSON.parse(doc.body) as { last: number }).last : 0)

/** Read before a step decides; written back with the same version, so that two steps can't give one number. */
export async function nextNumber(
  world: World,
  series: NumberSeries,
  { policy, now }: { policy: Policy; now: Instant },
): Promise<NextNumber> {
  const year = Number(dayOf(now).slice(0, 4))
  const doc = await world.store.get('counters', counterId(series, year))
  const given = { series, year, n: lastOf(doc) + 1 }
  return { no: { ...given, text: numberText(given, policy) }, version: doc?.version ?? 0 }
}

/**
 * What goes into the matter's own save: a save that another was quicker than is refused whole, so no number is skipped.
 * `nexts`: at most one a series, as they were read before the step decided.
 */
export function numberWrites(
  { seal }: Pick<World, 'seal'>,
  { id: matter, was, is, events }: { id: string; was: Aid | undefined; is: Aid; events: readonly AidEvent[] },
  nexts: readonly NextNumber[],
): Write[] {
  const before = was?.numbers ?? []
  const after = is.numbers ?? []
  const record = (id: string, expected: number, body: object): Write => ({
    collection: 'counters',
    id,
    expected,
    keys: {},
    body: JSON.stringify(body),
  })
  const given = after.slice(before.length).flatMap(({ series, year, n, text, at }) => {
    const next = nexts.find(({ no }) => no.series === series && no.year === year && no.n === n)
    if (!next) throw new Error(`${matter} got a number that was not read`)
    return [
      record(counterId(series, year), next.version, { last: n }),
      record(numberId({ series, year, n }), 0, { matter, text, at } satisfies NumberRecord),
    ]
  })
  if (given.length !== new Set(given.map(({ id }) => id)).size)
    throw new Error(`${matter} got two numbers of one series`)
  // A number's document is written when it is given and when it is cancelled: twice, and never again.
  const cancelled = after.flatMap(({ text, at, cancelled, ...no }, nth) => {
    if (!cancelled || before[nth]?.cancelled) return []
    const id = numberId(no)
    const said = events.find((event) => event.type === 'NumberCancelled' && event.was.text === text)
    const why = said?.type === 'NumberCancelled' ? said.personal.why : undefined
    return record(id, 1, {
      matter,
      text,
      at,
      cancelled: cancelled.at,
      by: cancelled.by.name,
      ...(why && { why: seal.seal(whyPlace(id), why) }),
    } satisfies NumberRecord)
  })
  return [...given, ...cancelled]
}

const whyPlace = (id: string) => ({ collection: 'counters', id, field: 'why' })

/** Why it was cancelled, in the words of whoever did; of one that was cancelled before this was kept, nothing. */
export const whyCancelled = ({ seal }: Pick<World, 'seal'>, no: Omit<CaseNumber, 'text'>, { why }: NumberRecord) =>
  why === undefined ? undefined : String(seal.unseal(whyPlace(numberId(no)), why))

export type NumberRow = { n: number; record: NumberRecord | undefined }

/**
 * Every number of a series and year from the first to the last, as its document tells it; a gap is undefined. Behind
 * the last the next few are looked for as well: what was given beyond the counter would be given twice. Without
 * `numbers` there are more than `most`.
 */
export async function numbersOf(
  world: World,
  series: NumberSeries,
  year: number,
  most = Number.MAX_SAFE_INTEGER,
): Promise<{ last: number; numbers?: NumberRow[] }> {
  const lastNow = async () => lastOf(await world.store.get('counters', counterId(series, year)))
  const last = await lastNow()
  if (last > most) return { last }
  const read = async (from: number, to: number): Promise<NumberRow[]> => {
    const ns = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    const docs = await world.store.getMany(
      'counters',
      ns.map((n) => numberId({ series, year, n })),
    )
    const byId = new Map(docs.map(({ id, body }) => [id, JSON.parse(body) as NumberRecord]))
    return ns.map((n) => ({ n, record: byId.get(numberId({ series, year, n })) }))
  }
  const found: NumberRow[] = []
  for (let from = 1; from <= last; from += PAGE) found.push(...(await read(from, Math.min(last, from + PAGE - 1))))
  const behind = (await read(last + 1, last + BEYOND)).filter(({ record }) => record)
  // Given while this was read, it isn't beyond: the counter was written with it.
  const since = behind.length > 0 ? await lastNow() : last
  return { last, numbers: [...found, ...behind.filter(({ n }) => n > since)] }
}
const PAGE = 50
const BEYOND = 3
