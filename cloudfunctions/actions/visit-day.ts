import type { Parsed } from '@/contract/actions'
import type { MatterRow, MyDay } from '@/contract/views'
import { dayKind } from '@/domain/calendar'
import { daysTouching, everythingIn, type Taken } from '@/domain/day-book'
import { refuse } from '@/domain/decider'
import { type Host, type HoursGiven, hoursOf } from '@/domain/hours'
import { mayOn } from '@/domain/permission'
import { byFrom } from '@/domain/rota-spans'
import { type Day, dayOf, nextDay, startOf } from '@/domain/time'
import { type OfferedHour, visitWays } from '@/domain/visit-types'
import { dayNote } from '@/words/visit-hours'
import { booksIn, readDays, travelOf } from '../days'
import { hostOf } from '../hosts'
import { planner } from '../plan-change'
import { matterRow } from '../present'
import { POLICY, readPolicy } from '../records'
import { type Context, openedFrom, type Result } from './binding'

/** What a person's days hold, hour by hour: what is booked, and what is still free. */

type HourOfDay = MyDay['days'][number]['hours'][number]

export async function day(context: Context, { person, from, to }: Parsed<'visit.day'>): Result<MyDay> {
  const { world, now } = context
  const whose = await planner(context, person)
  if (typeof whose !== 'string') return whose
  const days = daysTouching(from, to)
  const [host, read, travel, policy] = await Promise.all([
    hostOf(world, whose, { from, to }),
    readDays(
      world,
      days.map((day) => ({ person: whose, day })),
    ),
    travelOf(world),
    world.store.get('policy', POLICY),
  ])
  if (!host) return refuse('person.not-found')
  const books = booksIn(read)
  const given: HoursGiven = { now, calendar: world.calendar, policy: readPolicy(world, policy), travel, books }
  const taken = everythingIn(books, now).filter(({ start, end }) => start < to && from < end)
  const rows = new Map(
    (
      await rowsOf(
        context,
        taken.filter(({ until }) => until === undefined).map(({ matter }) => matter),
      )
    ).map((row) => [row.id, row]),
  )
  const free = visitWays.flatMap((way) => hoursOf(goingAnywhere(host), { way, where: host.office, from, to }, given))
  return {
    person: { id: host.person.id, name: host.person.name },
    days: days.map((day) => {
      const note = dayNote(dayKind(day, world.calendar), isAway(host, day))
      return { day, ...(note && { note }), hours: hoursOn(day, free, taken, rows) }
    }),
  }
}

/** Where a visit at home will lead isn't known yet. */
const goingAnywhere = (host: Host): Host => ({ ...host, towns: [], onCall: [] })

const isAway = ({ away = [] }: Host, day: Day): boolean =>
  away.some(({ from, until }) => from < startOf(nextDay(day)) && startOf(day) < until)

function hoursOn(day: Day, free: OfferedHour[], taken: Taken[], rows: Map<string, MatterRow>): HourOfDay[] {
  const hours = new Map<string, HourOfDay>()
  for (const { slot, start, end, way, left } of free)
    if (dayOf(start) === day) hours.set(slot, { start, end, kind: way, left, slot, visits: [] })

  for (const { slot, start, end, way, matter } of taken) {
    if (!daysTouching(start, end).includes(day)) continue
    const hour = hours.get(slot) ?? { start, end, kind: way, left: 0, slot, visits: [] }
    const row = rows.get(matter)
    hours.set(slot, row ? { ...hour, visits: [...hour.visits, row] } : hour)
  }
  return [...hours.values()].sort((a, b) => byFrom({ from: a.start }, { from: b.start }))
}

const AT_ONCE = 50

/** These matters as rows, where the actor may see them; in the order that was asked. */
export async function rowsOf({ world, actor, now }: Context, ids: readonly string[]): Promise<MatterRow[]> {
  const all = [...new Set(ids)]
  const batches = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
    world.store.getMany('matters', all.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  )
  return (await Promise.all(batches))
    .flat()
    .map(openedFrom(world, now))
    .filter(({ state }) => mayOn('matter.get', state, actor))
    .map((matter) => matterRow(world, matter, actor, now))
}
