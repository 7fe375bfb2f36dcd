import type { Travel } from '@/domain/circle'
import { daysAround, daysTouching, fits, standingIn } from '@/domain/day-book'
import {
  type Host,
  type HoursAsked,
  type HoursGiven,
  hourHeld,
  hourNamed,
  hoursOf,
  inOrder,
  slotFrom,
  takenAs,
} from '@/domain/hours'
import type { PlaceRef } from '@/domain/matter'
import type { Policy } from '@/domain/policy'
import { earlier, later } from '@/domain/rota-spans'
import { addDays, dayOf, type Instant, nextDay, startOf } from '@/domain/time'
import type { Hour, HourProblem, OfferedHour, VisitNeed } from '@/domain/visit-types'
import { type Books, booksIn, readBooks, readDays, travelOf } from './days'
import { hostOf, hostsFor } from './hosts'
import { POLICY, readPolicy } from './records'
import type { World } from './world'

export { hostPlace } from './hosts'

/** Hours as they are offered, named and claimed: people's plans beside what their days hold. */

/** Whose hour it is to be: the matter, her account, where she lives, and whether she can't come. */
export type About = { matter: string; owner?: string; where?: PlaceRef; need?: VisitNeed }

type Setting = Omit<HoursGiven, 'books'>
async function settingOf(world: World, now: Instant): Promise<Setting> {
  const [policy, travel] = await Promise.all([policyOf(world), travelOf(world)])
  return { now, calendar: world.calendar, policy, travel }
}
const policyOf = async (world: World): Promise<Policy> => readPolicy(world, await world.store.get('policy', POLICY))

export type Offered = {
  items: OfferedHour[]
  hosts: ReadonlyMap<string, Host>
  /** Looked at so far: there may be more from here on. */
  upTo?: Instant
}
export const OFFERED_MOST = 300

/** Every hour that may be booked now, earliest first, nearby ones before others for a visit at home; so many at most. */
export async function offered(world: World, asked: HoursAsked, now: Instant, most = OFFERED_MOST): Promise<Offered> {
  const setting = await settingOf(world, now)
  const horizon = startOf(addDays(dayOf(now), setting.policy['visit.aheadDays'] + 1))
  const [from, to] = [later(asked.from, now), earlier(asked.to, horizon)]
  const found: OfferedHour[] = []
  const hosts = new Map<string, Host>()
  if (from >= to) return { items: found, hosts }
  const { way, where, subject, need } = asked
  const sought = { way, now, ...(where && { town: where.town }), ...(subject && { subject }), ...(need && { need }) }
  for (const host of await hostsFor(world, sought, { from, to })) hosts.set(host.person.id, host)
  for (const part of partsOf(from, to)) {
    found.push(...(await freeIn(world, [...hosts.values()], { ...asked, ...part }, setting)))
    if (found.length >= most && part.to < to) return { items: inOrder(found, way), hosts, upTo: part.to }
  }
  return { items: inOrder(found, way), hosts }
}

/** One day, then two, four …: most questions are answered by the first books. */
function partsOf(from: Instant, to: Instant): { from: Instant; to: Instant }[] {
  const parts: { from: Instant; to: Instant }[] = []
  for (let since = from, days = 1; since < to; days *= 2) {
    const until = earlier(startOf(addDays(dayOf(since), days)), to)
    parts.push({ from: since, to: until })
    since = until
  }
  return parts
}

async function freeIn(world: World, hosts: Host[], asked: HoursAsked, setting: Setting): Promise<OfferedHour[]> {
  const unbooked = { ...setting, books: [] }
  const planned = hosts.flatMap((host) => {
    const hours = hoursOf(host, asked, unbooked)
    return hours.length > 0 ? [{ host, hours }] : []
  })
  const wanted = planned.flatMap(({ host, hours }) =>
    daysWith(hours, setting.travel).map((day) => ({ person: host.person.id, day })),
  )
  const books = booksIn(await readDays(world, wanted))
  return planned.flatMap(({ host }) =>
    hoursOf(host, asked, { ...setting, books: books.filter(({ person }) => person === host.person.id) }),
  )
}
const daysWith = (hours: readonly OfferedHour[], travel: readonly Travel[]) => [
  ...new Set(hours.flatMap((hour) => daysAround(hour, travel))),
]

/** The hour that a slot names, and whether there is room in it for this matter, as the books stand; or why it isn't one. */
export async function named(
  world: World,
  slot: string,
  about: About,
  now: Instant,
): Promise<{ hour: Hour; room: 'free' | 'taken' | 'mine'; yours?: string; books: Books } | { problem: HourProblem }> {
  const said = slotFrom(slot)
  if (!said) return { problem: 'not-in-plan' }
  const { person, start, end } = said
  const [setting, host, books] = await Promise.all([
    settingOf(world, now),
    hostOf(world, person, { from: start, to: later(end, nextDayOf(start)) }),
    readBooks(world, person, [said]),
  ])
  if (!host) return { problem: 'not-in-plan' }
  const { where, need } = about
  const asked = { ...(where && { where }), ...(need && { need }) }
  if (isMine(books, slot, about.matter, now)) {
    const hour = hourHeld(host, slot, where)
    if (hour) return { hour, room: 'mine', books }
  }
  const found = hourNamed(host, slot, asked, { ...setting, books: booksIn(books) })
  if ('problem' in found) return found
  const yours = about.owner && anotherOf(books, slot, about.owner, about.matter, now)
  const room = roomFor(books, found.hour, about.matter, setting.travel, now)
  return { hour: found.hour, room, ...(yours && { yours }), books }
}
const nextDayOf = (at: Instant): Instant => startOf(nextDay(dayOf(at)))

/** What is his already stays his, whatever was closed since. */
const isMine = (books: Books, slot: string, matter: string, now: Instant): boolean =>
  booksIn(books).some((book) => standingIn(book, now).some((one) => one.matter === matter && one.slot === slot))

const anotherOf = (books: Books, slot: string, owner: string, matter: string, now: Instant): string | undefined =>
  booksIn(books)
    .flatMap((book) => standingIn(book, now))
    .find((one) => one.slot === slot && one.by === owner && one.matter !== matter)?.matter

/** The way that can't be made is as good as taken: whoever asks is shown the next hours. */
const roomFor = (books: Books, hour: Hour, matter: string, travel: readonly Travel[], now: Instant) =>
  fits(booksIn(books), takenAs(hour, matter), hour.capacity, travel, now) === 'free' ? 'free' : 'taken'

/** The same of an hour that is known already. */
export async function roomIn(
  world: World,
  books: Books,
  hour: Hour,
  matter: string,
  now: Instant,
): Promise<'free' | 'taken' | 'mine'> {
  if (isMine(books, hour.slot, matter, now)) return 'mine'
  return roomFor(books, hour, matter, await travelOf(world), now)
}

// Who comes too late is nearly always answered within so many days: the rest of the rota isn't worked out for it.
const SOON_DAYS = 8

/** The next free hours like the one that was named: at the same person's, or elsewhere in the same town. */
export async function nextFree(world: World, hour: Hour, about: About, now: Instant, most = 3): Promise<OfferedHour[]> {
  const setting = await settingOf(world, now)
  const { way, start, place, person, slot } = hour
  const { where = place, need } = about
  const horizon = startOf(addDays(dayOf(now), setting.policy['visit.aheadDays'] + 1))
  const since = later(start, now)
  const soon = earlier(startOf(addDays(dayOf(since), SOON_DAYS)), horizon)
  const sought = { way, town: where.town, now, ...(need && { need }) }
  const isNear = (host: Host) => host.person.id === person.id || way !== 'office' || host.office.town === place.town
  const asked = { way, where, ...(need && { need }) }
  const found: OfferedHour[] = []
  const search = async (among: Host[], from: Instant, to: Instant) => {
    for (const part of among.length > 0 && from < to ? partsOf(from, to) : []) {
      if (found.length >= most) return
      const free = await freeIn(world, among, { ...asked, ...part }, setting)
      found.push(
        ...inOrder(free, 'office')
          .filter((one) => one.slot !== slot)
          .sort(own(person.id)),
      )
    }
  }
  const hosts = since < soon ? await hostsFor(world, sought, { from: since, to: soon }) : []
  await search(hosts.filter(isNear), since, soon)
  if (found.length >= most) return found.slice(0, most)
  // Later ones nearby, then later ones anywhere, then earlier ones.
  const all = await hostsFor(world, sought, { from: now, to: horizon })
  await search(all.filter(isNear), soon, horizon)
  await search(
    all.filter((host) => !isNear(host)),
    since,
    horizon,
  )
  await search(all, now, since)
  return found.slice(0, most)
}
/** At the same minute the same person comes first. */
const own =
  (person: string) =>
  (a: OfferedHour, b: OfferedHour): number =>
    a.start === b.start ? Number(b.person.id === person) - Number(a.person.id === person) : 0

/** The matters that this account holds in the slot beyond `heldAt`. */
export async function mattersIn(
  world: World,
  slot: string,
  { by, heldAt }: { by: string; heldAt: Instant },
): Promise<string[]> {
  const said = slotFrom(slot)
  if (!said) return []
  const { start, end, person } = said
  const books = await readDays(
    world,
    daysTouching(start, end).map((day) => ({ person, day })),
  )
  const standing = booksIn(books).flatMap((book) => standingIn(book, heldAt))
  return [
    ...new Set(standing.filter((one) => one.slot === slot && one.by === by && one.until).map(({ matter }) => matter)),
  ]
}
