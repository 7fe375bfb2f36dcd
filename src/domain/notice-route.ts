import { after, at, DAY, dayOf, type Instant, nextDay, timeOf } from './time'

/**
 * By which way a notice goes on where one didn't reach her: a letter by WeChat, an SMS, a voice on the telephone, and
 * at last a person who rings. The app has it always; this is about what leaves it.
 */
export const rungs = ['wechat', 'sms', 'voice', 'call'] as const
export type Rung = (typeof rungs)[number]

/** Shanghai times between which nobody is disturbed, `HH:mm`; `from` after `to` goes over midnight, equal ones are none. */
export type Quiet = { from: string; to: string }

/** How a person wants to be told: lies in her own record. */
export type TellMe = {
  /** 「请给我打电话」: a person rings her instead of letters. */
  ring?: true
  /** Her own hours, instead of the county's. */
  quiet?: Quiet
}

/** `urgent`: a clock of a day or less hangs on it, so it doesn't wait for the morning. */
type Kind = { of: 'resident' | 'staff'; ways: readonly Rung[]; urgent?: true }

const LETTER: readonly Rung[] = ['wechat', 'sms']
const PERSON: readonly Rung[] = ['wechat', 'sms', 'call']
const EVERY: readonly Rung[] = ['wechat', 'sms', 'voice', 'call']
const VOICE: readonly Rung[] = ['wechat', 'sms', 'voice']

/** Somebody speaks with her anyway, or it is news that she finds where she looks. */
const news: readonly string[] = [
  'aid.received',
  'aid.provided-first',
  'aid.suspended',
  'aid.searching',
  'aid.taken',
  'aid.progress',
  'aid.closing',
  'aid.closed',
  'aid.rectified',
  'grievance.dispatched',
  'grievance.passed-up',
  'grievance.responded',
  'grievance.result',
  'grievance.tried',
  'grievance.unreached',
  'grievance.closed',
  'grievance.rectified',
  'grievance.reopened',
  'visit.booked',
  'visit.confirmed',
  'visit.taken-back',
  'visit.resumed',
  'visit.done',
  'visit.not-met',
  'class.soon',
  'class.moved',
  'class.cancelled',
  'class.as-planned',
]
/** The same, within the eight or the fifteen minutes that she waits for it. */
const newsNow: readonly string[] = [
  'question.received',
  'question.taken',
  'question.reply',
  'question.answered',
  'question.tried',
  'question.unreached',
  'question.hire',
  'grievance.received',
  'grievance.accepted',
  'visit.home-owed',
]
/** Something was decided, or is different from what she was told. */
const decided: readonly string[] = [
  'aid.assigned',
  'aid.swapped',
  'aid.lawyer-changes',
  'aid.change-refused',
  'aid.transferred',
  'aid.deemed-withdrawn',
  'grievance.declined',
  'grievance.handed-over',
  'grievance.extended',
  'grievance.suspended',
  'grievance.objection-refused',
  'grievance.ex-officio',
  'visit.moved',
  'visit.hour-found',
  'visit.reminded',
  'visit.suspended',
  'visit.missed',
]
/** Something is asked of her, or a right of hers ends. */
const asked: readonly string[] = [
  'aid.papers',
  'aid.paper-unreadable',
  'aid.refused',
  'aid.terminated',
  'aid.ruled',
  'grievance.incomplete',
  'grievance.confirm-by',
  'visit.cancelled',
  'visit.confirm-please',
  'visit.move-asked',
]
/** The same, and a short clock hangs on it. */
const askedNow: readonly string[] = [
  'question.routed',
  'question.callback-missed',
  'grievance.waits-for-you',
  'visit.remind-soon',
  'visit.set-out',
  'visit.home-late',
]

/** Staff who have minutes: rung by a machine where nothing else reaches them. The next of their ladder goes on anyway. */
const alarms: readonly string[] = [
  'question.must-take',
  'question.ring-her',
  'question.alarm',
  'question.alarm-callback',
  'visit.we-missed',
  'visit.host-late',
]
const staffNow: readonly string[] = [
  'question.offer',
  'question.word',
  'question.again',
  'question.gone',
  'aid.to-review',
  'aid.find-lawyer',
  'aid.urgent',
  'grievance.to-accept',
  'grievance.completed',
  'grievance.to-rule',
  'grievance.to-dispatch',
  'grievance.to-begin-again',
  'visit.find-hour',
  'matter.consent-to-check',
  'matter.consent-soon',
  'matter.consent-overdue',
  'visit.host-soon',
  'visit.go-on',
  'rota.in',
  'rota.taken-over',
  'rota.note-unread',
]

const listed = (templates: readonly string[], kind: Kind): [string, Kind][] => templates.map((name) => [name, kind])
const kinds: ReadonlyMap<string, Kind> = new Map([
  ...listed(news, { of: 'resident', ways: LETTER }),
  ...listed(newsNow, { of: 'resident', ways: LETTER, urgent: true }),
  ...listed(decided, { of: 'resident', ways: PERSON }),
  ...listed(asked, { of: 'resident', ways: EVERY }),
  ...listed(askedNow, { of: 'resident', ways: EVERY, urgent: true }),
  ...listed(alarms, { of: 'staff', ways: VOICE, urgent: true }),
  ...listed(staffNow, { of: 'staff', ways: LETTER, urgent: true }),
])
const ANSWER: Kind = { of: 'staff', ways: ['sms'], urgent: true }
const STAFF: Kind = { of: 'staff', ways: LETTER }

/** What kind of notice a template is. Whatever isn't listed is told to those who work here. */
export const kindOfNotice = (template: string): Kind => {
  // What goes back to whoever has just answered by SMS.
  return kinds.get(template) ?? (template.startsWith('sms.') ? ANSWER : STAFF)
}

export const isForResident = (template: string): boolean => kindOfNotice(template).of === 'resident'

/** When the quiet hours that hold now are over; undefined where none do. */
export function quietUntil(now: Instant, { from, to }: Quiet): Instant | undefined {
  const time = timeOf(now)
  if (from === to) return undefined
  if (from < to) return time >= from && time < to ? at(dayOf(now), to) : undefined
  if (time >= from) return at(nextDay(dayOf(now)), to)
  return time < to ? at(dayOf(now), to) : undefined
}

export type Tried = { rung: Rung; state: 'waiting' | 'sent' | 'delivered' | 'failed' | 'done' }
export type RouteFacts = {
  now: Instant
  /** The rungs there are of this notice to this person already. */
  tried: readonly Tried[]
  /** Letters that she has agreed to for this template and not had yet; undefined where nobody counts them. */
  credits?: number
  /** Whether there is a telephone number of hers. */
  number: boolean
  /** False while no message reaches her: she is rung instead. */
  reachable: boolean
  /** She asked to be rung. */
  ring: boolean
  quiet: Quiet
}
/**
 * `live`: one is on its way. `told`: one went out and nothing is known against it. `over`: it has no further way, and
 * stands in the app, or she has been spoken with.
 */
export type Route = { rung: Rung; notBefore: Instant } | 'live' | 'told' | 'over'

/** What to send next of a notice, and not before when. At most one rung is live; what is asked of her ends at a person. */
export function routeOf(template: string, facts: RouteFacts): Route {
  const { of, ways, urgent } = kindOfNotice(template)
  const { now, tried, quiet } = facts
  if (tried.some(({ state }) => state === 'waiting')) return 'live'
  if (tried.some(({ state }) => state === 'sent' || state === 'delivered')) return 'told'
  const rung = ways.find((way) => !tried.some((each) => each.rung === way) && isOpen(way, of, ways, facts))
  if (!rung) return 'over'
  return { rung, notBefore: (!urgent && quietUntil(now, quiet)) || now }
}

function isOpen(rung: Rung, of: Kind['of'], ways: readonly Rung[], facts: RouteFacts): boolean {
  // Instead of letters only where a person would ring: news stays where she looks.
  if (of === 'resident' && ways.includes('call') && (facts.ring || !facts.reachable)) return rung === 'call'
  switch (rung) {
    case 'wechat':
      return facts.credits === undefined || facts.credits > 0
    case 'sms':
    case 'voice':
      return facts.number
    case 'call':
      return true
  }
}

const OFFERS: readonly string[] = ['question.offer', 'question.must-take']
const EIGHT_MINUTES = 8 * 60_000
/** Nobody is asked after the eight minutes, nor told yesterday's news. A person who is to ring does so whenever. */
export const staleAt = (template: string, told: Instant): Instant =>
  after(told, OFFERS.includes(template) ? EIGHT_MINUTES : DAY)

/** After so many tries in vain whoever is responsible for the matter hears of it; it goes on standing there. */
export const TRIES_TOLD = 3
