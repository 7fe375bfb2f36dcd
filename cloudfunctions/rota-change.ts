import type { Problem } from '@/contract/check'
import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import type { RotaGiven } from '@/domain/rota-types'
import type { Instant } from '@/domain/time'
import type { Caller } from './actor'
import type { Write } from './ports'
import { POLICY, readPolicy } from './records'
import { noticeWrites, sendLettersNow } from './rota-letters'
import { peopleOf, seatNames } from './rota-people'
import { around, changedMonths, type Letter, type LoadedRota, monthsOf, readRotaOf, rotaWrites } from './rota-records'
import type { World } from './world'

/** One edit of the rota: read, decide, write back everything it was decided on. A lost race decides again. */
export type Edit = {
  /** What it is about; two days more are read on either side. */
  about: { from: Instant; to: Instant }
  /** The keyed name of the request and the digest of its body; the same request is answered once. */
  request?: { key: string; digest: string }
  decide: (rota: LoadedRota, given: RotaGiven) => Promise<Decided> | Decided
}
/** Without `next` there is nothing to do. `answer` names what the edit made: a repeat is answered from it. */
export type Change = { next?: LoadedRota; answer: string; letters?: Letter[]; beside?: Write[] }
export type Decided = Change | Refusal | { invalid: Problem[] }
export type Changed = { rota: LoadedRota; answer: string; given: RotaGiven }

const ATTEMPTS = 24
const SEEN_KEPT = 64
const WRITES = 20
// A year, and a month at either end.
const MOST_MONTHS = 14
const MONTH_BYTES = 64 * 1024
const STANDING_BYTES = 240 * 1024

export async function changeRota(
  world: World,
  { actor }: Pick<Caller, 'actor'>,
  edit: Edit,
): Promise<Changed | Refusal | { invalid: Problem[] }> {
  const span = around(edit.about)
  const months = new Set(monthsOf(span.from, span.to))
  const told = new Set<string>()
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (months.size > MOST_MONTHS) return refuse('rota.too-long')
    const [read, policy] = await Promise.all([readRotaOf(world, [...months].sort()), world.store.get('policy', POLICY)])
    const { rota } = read
    const given = { now: world.clock.now(), actor, calendar: world.calendar, policy: readPolicy(world, policy) }
    const before = rota.seen?.find(([key]) => key === edit.request?.key)
    if (before && before[1] !== edit.request?.digest) return refuse('request.reused')
    if (before) return { rota, answer: before[2], given }

    const decided = await edit.decide(rota, given)
    if ('invalid' in decided) return decided
    if (isRefusal(decided)) return called(world, rota, decided)
    const { next, answer, letters = [], beside = [] } = decided
    if (!next) return { rota, answer, given }
    const further = changedMonths(rota, next).filter((month) => !months.has(month))
    for (const month of further) months.add(month)
    if (further.length > 0) continue

    const documents = months.size + 1 + beside.length
    const own = letters.flatMap((one) => noticeWrites(world, one)).filter(({ id }) => !told.has(id))
    const later = documents + own.length > WRITES
    const kept: LoadedRota = {
      ...next,
      ...(edit.request && { seen: remembered(next, edit.request, answer) }),
      ...(later && { outbox: [...(next.outbox ?? []), ...letters] }),
    }
    const writes = rotaWrites(world, read, kept, given.now)
    if (writes.some(({ id, body }) => Buffer.byteLength(body) > (isMonth(id) ? MONTH_BYTES : STANDING_BYTES)))
      return refuse('rota.full')
    const saved = await world.store.save([...writes, ...beside, ...(later ? [] : own)])
    if (!saved.ok) {
      for (const { collection, id } of saved.stale) if (collection === 'notices') told.add(id)
      await pause(Math.random() * Math.min(2 ** attempt, 32))
      continue
    }
    if (later) await sendLettersNow(world)
    return { rota: kept, answer, given }
  }
  return refuse('matter.busy')
}

/** A rule names people and seats by their ids; whoever reads the refusal knows them by name. */
export async function called(world: World, rota: LoadedRota, { refused, detail }: Refusal): Promise<Refusal> {
  const { person, seat } = detail ?? {}
  const [people, seatText] = await Promise.all([
    typeof person === 'string' ? peopleOf(world, [person]) : undefined,
    typeof seat === 'string' ? seatNames(world, rota).then((name) => name(seat)) : undefined,
  ])
  const name = typeof person === 'string' ? people?.get(person)?.name : undefined
  return refuse(refused, detail && { ...detail, ...(name && { name }), ...(seatText && { seatText }) })
}

const isMonth = (id: string): boolean => /^rota:\d/.test(id)
const remembered = ({ seen = [] }: LoadedRota, { key, digest }: NonNullable<Edit['request']>, answer: string) => [
  ...seen.slice(1 - SEEN_KEPT),
  [key, digest, answer] as [string, string, string],
]
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
