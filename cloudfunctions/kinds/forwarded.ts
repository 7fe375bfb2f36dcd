import sensitive from '@/data/sensitive-topics.json'
import { isRefusal, type PersonRef, refuse } from '@/domain/decider'
import {
  againstOwn,
  checkConsent,
  type Entered,
  evolveForwarding,
  isDisowned,
  isForwarding,
  isOwnParty,
  isToAsk,
  isUnsure,
  mustAsk,
} from '@/domain/forwarding'
import { askBy, consentWakeAt, goOnAsking } from '@/domain/forwarding-time'
import type { ForwardingEvent } from '@/domain/forwarding-types'
import { isShutOut } from '@/domain/grievance-permission'
import type { Matter, MatterEvent } from '@/domain/matters'
import type { Made, Notice } from '@/domain/notice'
import { durationOf, earliest, msBetween } from '@/domain/time'
import { notHers } from '@/words/forwarding'
import { secondPerson } from '../circumstances'
import { commandAt } from '../command-seat'
import { filesFreed, forgetBeside } from '../erase'
import type { PersonRecord } from '../records'
import type { World } from '../world'
import type { Blank, Command, Found, Given, Kind } from './kind'

/** What holds for every kind once somebody else entered it: put around the kind, which knows nothing of it. */

const { rows } = sensitive

/** The command that makes a matter of somebody's words; and what takes it back for her, by its kind's own rules. */
const opens: Record<Matter['kind'], Command['type']> = {
  aid: 'SubmitAid',
  question: 'AskQuestion',
  grievance: 'SubmitGrievance',
  visit: 'BookVisit',
}
const takesBack: Record<Matter['kind'], Command> = {
  aid: { type: 'WithdrawAid', why: notHers },
  question: { type: 'WithdrawQuestion' },
  grievance: { type: 'WithdrawGrievance' },
  visit: { type: 'CancelVisit', why: notHers },
}

const begin: readonly MatterEvent['type'][] = ['AidSubmitted', 'QuestionAsked', 'GrievanceSubmitted', 'VisitBooked']

/** `other`: whoever rings her where the one on duty entered it himself, or where whoever should have didn't. */
type Wrapped = Found & { inner: Found; other?: PersonRef }

export function forwarded(kind: Kind): Kind<Matter, Command, MatterEvent, Wrapped> & Kind {
  const { name } = kind
  const isOpening = (command: Command) => command.type === opens[name]
  const around: Kind<Matter, Command, MatterEvent, Wrapped> = {
    ...kind,
    evolve: (state, event) => {
      if (!isForwarding(event)) return kind.evolve(state, event)
      return isBegun(state) ? evolveForwarding(state, event) : state
    },
    consider: async (world, act, state, command, given) => {
      const inner = await kind.consider(world, act, state, asked(command, name), given)
      const helper = isOpening(command) ? (command as unknown as Entered).helper : undefined
      const other =
        command.type === 'GoOnAsking' && isBegun(state)
          ? await whoElseAsks(world, state, given)
          : helper?.id === given.duty.id
            ? await secondPerson(world, given.duty, [helper.id])
            : undefined
      return { facts: inner.facts, inner, ...(other && { other }) }
    },
    decide: (world, state, command, given, { inner, other }) => {
      const decide = (what: Command) => kind.decide(world, state, what, given, inner)
      if (command.type === 'CheckConsent')
        return isBegun(state)
          ? checkConsent(state, command, given, () => decide(takesBack[name]))
          : refuse(`${name}.not-found`)
      if (command.type === 'GoOnAsking') return isBegun(state) ? goOnAsking(state, other, given.now) : []
      if (isBesideHimself(state, command, given)) return refuse(`${name}.against-your-own`)
      const entered = isOpening(command) ? (command as unknown as Entered) : undefined
      if (entered && againstOwn(entered, given.actor))
        return refuse(`${name}.against-your-own`, isOwnKin(entered) ? { field: 'forwarded.opponentIsKin' } : undefined)
      const events = decide(command)
      const about = entered && !isRefusal(events) ? mustAsk(entered, rows, given.now) : undefined
      if (isRefusal(events) || !about) return events
      const made = events.reduce<Matter | Blank>(kind.evolve, state) as Matter
      const to = whoAsks(made, given, other)
      // Right behind its beginning: whatever else is told of it is told by that.
      const dueAt = askBy(given.now, made.clocks, given.policy['consent.askMinutes'])
      const toAsk: ForwardingEvent = { type: 'ConsentToCheck', at: given.now, about, to, dueAt }
      return events.flatMap((event) => (begin.includes(event.type) ? [event, toAsk] : [event]))
    },
    guards: async (world, { events, ...step }, { inner }) => {
      const own = await kind.guards(world, { ...step, events: events.filter((event) => !isForwarding(event)) }, inner)
      return events.some((event) => isDisowned(step.is, event)) ? [...own, ...(await filesFreed(world, step.id))] : own
    },
    afterwards: async (world, { events, ...step }, act) => {
      await kind.afterwards(world, { ...step, events: events.filter((event) => !isForwarding(event)) }, act)
      if (events.some((event) => isDisowned(step.is, event))) await forgetBeside(world, step.id)
    },
    notices: (event, state, made) => {
      if (isForwarding(event)) return consentNotices(event, state, made)
      const told = kind.notices(event, state, made)
      // Neither whoever entered it nor her kin hears of it before she was asked.
      const unasked = begin.includes(event.type) && mustAsk(state, rows, made.now) !== undefined
      const hushed = unasked || isUnsure(state)
      return hushed ? told.filter(({ params }) => params.reader !== 'helper' && params.reader !== 'kin') : told
    },
    timesOwn: (state, given) =>
      kind.timesOwn(state, given) ?? (consentWakeAt(state) <= given.now ? { type: 'GoOnAsking' } : undefined),
    wasDue: (state, given) =>
      kind.timesOwn(state, given)
        ? kind.wasDue(state, given)
        : earliest(kind.wasDue(state, given), consentWakeAt(state)),
    wakeAt: (state, ...more) => earliest(kind.wakeAt(state, ...more), consentWakeAt(state)),
    // Whoever must ring her finds it, whoever else has it.
    desks: (state) => {
      const to = isToAsk(state) && state.consentCheck?.to.id
      return to ? [...new Set([...kind.desks(state), `person:${to}`])] : kind.desks(state)
    },
  }
  return around as typeof around & Kind
}

const isOwnKin = ({ personal }: Entered): boolean => personal.consent?.opponentIsKin === true
const isBegun = (state: Matter | Blank): state is Matter => state.stage !== 'blank'

/** What the kind itself has to look up: for her no what it takes back with, else nothing but a note. */
function asked(command: Command, name: Matter['kind']): Command {
  if (command.type !== 'CheckConsent' && command.type !== 'GoOnAsking') return command
  return command.type === 'CheckConsent' && command.agrees === false ? takesBack[name] : { type: 'TakeNote', text: '' }
}

/** Whoever entered it names himself, or her kin, as the other side afterwards. */
function isBesideHimself(state: Matter | Blank, command: Command, { actor }: Given): boolean {
  if (command.type !== 'ChangeParties' || !isBegun(state) || state.kind !== 'aid') return false
  const { helper, personal } = state
  const { parties } = command
  return helper !== undefined && helper.id === actor.id && isOwnParty(helper, { ...personal, parties })
}

/** A named person, never whoever entered it. */
function whoAsks({ responsible, helper }: Matter, { duty }: Given, other: PersonRef | undefined): PersonRef {
  return refOf([responsible, duty, other].find((each) => each && each.id !== helper?.id) ?? responsible)
}
const refOf = ({ id, name, phone }: PersonRef): PersonRef => ({ id, name, ...(phone && { phone }) })

/** The seat she belongs to, then anybody of it: neither whoever entered it, nor whoever hasn't rung her. */
async function whoElseAsks(world: World, state: Matter, { duty, now, rota }: Given): Promise<PersonRef | undefined> {
  const not = [state.consentCheck?.to.id, state.helper?.id, state.owner].filter((id): id is string => Boolean(id))
  if (state.kind !== 'grievance') {
    const found = await secondPerson(world, duty, not)
    return found && refOf(found)
  }
  // What people report the centre doesn't read: another at the command seat rings her.
  const mayNot = (person: PersonRecord) =>
    not.includes(person.id) || person.roles.some(({ unit }) => isShutOut(state, { unit }))
  const care = await commandAt(world, { now, rota }, mayNot)
  return care && !not.includes(care.on.id) ? refOf(care.on) : undefined
}

const template: Partial<Record<ForwardingEvent['type'], string>> = {
  ConsentToCheck: 'matter.consent-to-check',
  ConsentReminded: 'matter.consent-soon',
  ConsentPassedOn: 'matter.consent-overdue',
}

function consentNotices(event: ForwardingEvent, { topic, place, helper }: Matter, { now, due }: Made): Notice[] {
  const name = template[event.type]
  if (!name || !('to' in event)) return []
  const params = { topic, place: place.text, by: helper?.name ?? '' }
  const late = due < now ? { lateBy: durationOf(msBetween(due, now)) } : {}
  return [{ at: now, ...late, to: event.to.id, channel: 'app', template: name, params }]
}
