import { standingIn } from '@/domain/day-book'
import { type Actor, isRefusal, type Refusal, refuse } from '@/domain/decider'
import { type HoursGiven, hourNamed } from '@/domain/hours'
import { addDays, after, DAY, dayOf, type Instant, startOf } from '@/domain/time'
import { findPerson, readCard } from './circumstances'
import { booksIn, readDays } from './days'
import { hostOf } from './hosts'
import { type PlanRecord, planOf, townsOf, writePlan } from './plans'
import { POLICY, readPolicy } from './records'
import type { World } from './world'

/** How somebody's working plan is changed, by whom, and which booked hours it leaves out in the open. */

/** Whose plan it is: one's own; a town's people and lawyers for the town; anybody's for the centre, to read for a supervisor. */
export async function planner(
  { world, actor }: { world: World; actor: Actor },
  person = actor.id,
): Promise<string | Refusal> {
  if (person === actor.id) return person
  const none = refuse('person.not-found')
  const [record, found] = await Promise.all([findPerson(world, person), readCard(world, person)])
  if (!record?.roles.some(({ role }) => role !== 'resident')) return none
  if (actor.role === 'centre' || actor.role === 'supervisor') return person
  if (actor.role !== 'town' || !actor.unit) return none
  const own = record.roles.some(({ unit }) => unit === actor.unit)
  return own || found?.card.towns.includes(actor.unit) ? person : none
}

const ATTEMPTS = 24
const SEEN_KEPT = 32
/** What is long over is left out. */
const KEPT = 31 * DAY
const ENTRIES_MOST = 200

/** One edit: read, decide, write back. A lost race decides again; the same request is answered once. */
export async function changePlan(
  world: World,
  person: string,
  { key, digest }: { key: string; digest: string },
  edit: (record: PlanRecord) => PlanRecord | Refusal,
): Promise<Refusal | undefined> {
  const [record, found] = await Promise.all([findPerson(world, person), readCard(world, person)])
  const towns = record ? townsOf(record, found?.card) : []
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { record: was, version } = await planOf(world, person)
    const before = was.seen.find(([one]) => one === key)
    if (before) return before[1] === digest ? undefined : refuse('request.reused')
    const is = edit(was)
    if (isRefusal(is)) return is
    const over = after(world.clock.now(), -KEPT)
    const kept: PlanRecord = {
      ...is,
      openings: is.openings.filter(({ to }) => to > over),
      closings: is.closings.filter(({ to }) => to > over),
      seen: [...is.seen.slice(1 - SEEN_KEPT), [key, digest]],
    }
    if (kept.plans.length + kept.openings.length + kept.closings.length > ENTRIES_MOST) return refuse('plan.full')
    if ((await world.store.save([writePlan(world, kept, towns, version)])).ok) return undefined
    await new Promise((done) => setTimeout(done, Math.random() * Math.min(2 ** attempt, 32)))
  }
  return refuse('matter.busy')
}

const LEFT_OUT = ['day-off', 'not-in-plan', 'away']

/** The matters whose booked hour now lies in a closing or a leave, or outside the plan. */
export async function orphansOf(world: World, person: string, now: Instant): Promise<string[]> {
  const policy = readPolicy(world, await world.store.get('policy', POLICY))
  const ahead = policy['visit.aheadDays']
  const host = await hostOf(world, person, { from: now, to: startOf(addDays(dayOf(now), ahead + 2)) })
  if (!host) return []
  const days = Array.from({ length: ahead + 2 }, (_, n) => ({ person, day: addDays(dayOf(now), n) }))
  const books = booksIn(await readDays(world, days))
  // What is booked already may begin soon; a visit at home was for somebody who couldn't come.
  const given: HoursGiven = {
    now,
    calendar: world.calendar,
    policy: { ...policy, 'visit.soonestMinutes': 0 },
    travel: [],
    books: [],
  }
  const booked = books.flatMap((book) => standingIn(book, now)).filter((one) => one.until === undefined)
  const left = booked.filter(({ slot, way, town, village = town }) => {
    const where = { code: village, text: '', town }
    const named = hourNamed(host, slot, { where, need: 'disabled' }, given)
    // Somebody may have given up an hour of the office for a visit at home.
    const givenUp = way === 'home' && 'problem' in named && named.problem === 'not-in-plan'
    return 'problem' in named && LEFT_OUT.includes(named.problem) && !givenUp
  })
  return [...new Set(left.map(({ matter }) => matter))]
}
