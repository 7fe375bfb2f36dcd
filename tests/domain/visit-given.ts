import { type Actor, isRefusal, type OnDuty, type PersonRef, type Refusal } from '@/domain/decider'
import { after, type Instant, instantFrom, MINUTE } from '@/domain/time'
import { settleVisit, visit, visitNotices, visitTimeIsUp, visitWakeAt } from '@/domain/visit'
import type {
  Hour,
  OfferedHour,
  Visit,
  VisitCommand,
  VisitEvent,
  VisitForm,
  VisitGiven,
  VisitState,
  VisitWay,
} from '@/domain/visit-types'
import { facts } from '../../cloudfunctions/facts'

/** Visits in the autumn of 2026: whose hours there are, what is booked, and time that goes on by itself. */

/** `10-09 9:00` or `10-09 9:00:00.001` of 2026 in Shanghai. */
export function t(text: string): Instant {
  const [day = '', time = ''] = text.split(' ')
  const [clock = '', thousandths = '000'] = time.split('.')
  const whole = clock.padStart(clock.split(':').length === 2 ? 5 : 8, '0')
  const at = instantFrom(`2026-${day}T${whole.length === 5 ? `${whole}:00` : whole}.${thousandths}+08:00`)
  if (!at) throw new Error(`no such time: ${text}`)
  return at
}
export const { policy, limits, calendar } = facts

const names: Record<string, string> = { bao: '包群众', gao: '高审查', ma: '马审查', mei: '梅书记' }
export const ref = (id: string): PersonRef => ({ id, name: names[id] ?? `${id}律师` })
export const actor = (id: string, role: Actor['role'] = 'lawyer'): Actor => ({ id, name: ref(id).name, role })
export const [bao, li, he, gao, mei] = [
  actor('bao', 'resident'),
  actor('li'),
  actor('he'),
  actor('gao', 'centre'),
  actor('mei', 'village'),
] as const
export const time = actor('system', 'system')
export const duty: OnDuty = { ...ref('gao'), seat: 'centre-duty', gap: false }
export const local: OnDuty = { ...ref('wang'), seat: 'town:150524100', gap: false }

export const east = { code: '150524100200', text: '甲镇 东嘎查', town: '150524100' }
const firm = { code: 'firm:1', text: '甲律师事务所', town: '150524100' }

/** Half an hour of li's unless it is said otherwise; at home an hour and a half. */
export function hour(start: string, of: { way?: VisitWay; who?: string; minutes?: number } = {}): Hour {
  const { way = 'office', who = 'li', minutes = way === 'home' ? 90 : 30 } = of
  const begins = t(start)
  const named = begins.slice(0, 16).replace(/[-:]/g, '')
  return {
    slot: `${way}.${named}.${minutes}.${who}`,
    way,
    start: begins,
    end: after(begins, minutes * MINUTE),
    person: ref(who),
    place: way === 'home' ? east : firm,
    capacity: 1,
  }
}
/** The Friday after the holiday, and the hours beside it. */
export const friday = hour('10-09 9:00')
export const later = hour('10-09 10:00')
export const hes = hour('10-09 10:00', { who: 'he' })
export const atHome = hour('10-03 15:00', { way: 'home' })
const next: OfferedHour[] = ['10-09 9:30', '10-09 10:00', '10-09 10:30'].map((at) => ({ ...hour(at), left: 1 }))

export type World = {
  wanted?: VisitGiven['wanted']
  local?: OnDuty | null
  waiting?: VisitGiven['waiting']
  openOnes?: number
}
export const free = (wanted: Hour): World => ({ wanted: { hour: wanted, room: 'free' } })
export const taken = (wanted: Hour): World => ({ wanted: { hour: wanted, room: 'taken' } })
export const mine = (wanted: Hour): World => ({ wanted: { hour: wanted, room: 'mine' } })
export const waitingHome: World['waiting'] = { open: true, way: 'home', responsible: ref('gao') }

export function givenAt(now: Instant, by: Actor, world: World = {}): VisitGiven {
  const { openOnes = 0, wanted, waiting } = world
  const stands = world.local === null ? {} : { local: world.local ?? local }
  const also = { ...(wanted && { wanted }), ...(waiting && { waiting }), ...stands }
  return { now, actor: by, calendar, limits, policy, duty, next, openOnes, ...also }
}

export const hold = (more: object = {}): VisitCommand => ({
  type: 'HoldVisit',
  slot: friday.slot,
  place: east,
  owner: 'bao',
  ...more,
})
type Said = Extract<VisitCommand, { type: 'BookVisit' }>
export const book = (more: Partial<VisitForm> & Partial<Said> & { owner?: string | undefined } = {}): VisitCommand =>
  ({
    type: 'BookVisit',
    way: 'office',
    place: east,
    topic: 'wages',
    language: 'zh',
    owner: 'bao',
    tell: ['person'],
    personal: { visitor: { name: '包某', phone: '13812345678' }, text: '工钱没给' },
    ...more,
  }) as VisitCommand
const visitor = { name: '包某', phone: '13812345678' }
/** An elder who can't travel, at home, whenever somebody can come. */
export const elder = (more: Partial<VisitForm> & Partial<Said> = {}): VisitCommand =>
  book({ way: 'home', need: 'elder', personal: { visitor, address: '三组最东头' }, ...more })
export const companion = { name: '奶奶', relation: '祖母' }

export const confirm: VisitCommand = { type: 'ConfirmVisit' }
export const moveTo = ({ slot }: Hour, why?: string): VisitCommand => ({
  type: 'MoveVisit',
  slot,
  ...(why && { why }),
})
export const askMove = ({ slot }: Hour, matter = 'visit:home'): VisitCommand => ({ type: 'AskMove', slot, matter })
export const cancel = (why?: string): VisitCommand => ({ type: 'CancelVisit', ...(why && { why }) })
export const arrive: VisitCommand = { type: 'Arrive', checked: true }
export const done = (note = '谈了工钱的事'): VisitCommand => ({ type: 'FinishVisit', note })
export const noShow = (who: 'person' | 'staff'): VisitCommand => ({ type: 'NoShow', who })
export const storm = (until?: Instant): VisitCommand => ({
  type: 'SuspendVisit',
  evidence: ['file:1'],
  ...(until && { until }),
})

/** What one command makes of it, settled first as the pipeline does. */
export function decideAt(state: VisitState, command: VisitCommand, given: VisitGiven) {
  const settled = state.stage === 'blank' ? [] : settleVisit(state, given)
  const before = settled.reduce<VisitState>(visit.evolve, state)
  const decided = visit.decide(before, command, given)
  if (isRefusal(decided)) return { refusal: decided, events: settled, state: before as Visit }
  const after = decided.reduce<VisitState>(visit.evolve, before)
  return { events: [...settled, ...decided], state: after as Visit }
}

export function advanceAt(state: Visit, now: Instant): { state: Visit; events: VisitEvent[] } {
  const given = givenAt(now, time)
  const settled = settleVisit(state, given)
  const before = settled.reduce<VisitState>(visit.evolve, state) as Visit
  if (!visitTimeIsUp(before, given)) return { state: before, events: settled }
  const { events, state: is } = decideAt(before, { type: 'Advance' }, given)
  return { state: is, events: [...settled, ...events] }
}

export type Story = {
  state: Visit
  events: VisitEvent[]
  /** Time goes on until then, looked at whenever the visit says it wants to be. */
  until: (time: string) => Story
  /** The machine slept, and looks only then. */
  wakes: (time: string) => Story
  does: (time: string, by: Actor, command: VisitCommand, world?: World) => Story
  refuses: (time: string, by: Actor, command: VisitCommand, world?: World) => Refusal
}
const story = (state: Visit, events: VisitEvent[]): Story => ({
  state,
  events,
  until: (end) => {
    let is = state
    const all = [...events]
    for (let n = 0; visitWakeAt(is, policy) <= t(end); n++) {
      if (n > 50) throw new Error('it never sleeps')
      const turn = advanceAt(is, visitWakeAt(is, policy))
      all.push(...turn.events)
      is = turn.state
    }
    return story(is, all)
  },
  wakes: (at) => {
    const turn = advanceAt(state, t(at))
    return story(turn.state, [...events, ...turn.events])
  },
  does: (at, by, command, world) => {
    const turn = decideAt(state, command, givenAt(t(at), by, world))
    if (turn.refusal) throw new Error(turn.refusal.refused)
    return story(turn.state, [...events, ...turn.events])
  },
  refuses: (at, by, command, world) => {
    const turn = decideAt(state, command, givenAt(t(at), by, world))
    if (!turn.refusal) throw new Error(`not refused: ${types(turn.events).join(' ')}`)
    return turn.refusal
  },
})

const blank = story(visit.initial as Visit, [])
export const held = (at: string, more: object = {}, which = friday): Story =>
  blank.does(at, bao, hold({ slot: which.slot, ...more }), free(which))
export const booked = (at: string, more: object = {}, which = friday): Story =>
  blank.does(at, bao, book({ way: which.way, ...more }), free(which))
/** Nobody has an hour for her yet. */
export const owed = (at: string, more: object = {}, world: World = {}): Story => blank.does(at, bao, elder(more), world)
export const refused = (at: string, command: VisitCommand, world: World = {}, by = bao): Refusal =>
  blank.refuses(at, by, command, world)

/** What it is refused with, and how many other hours come with it. */
export const tooLate = ({ refused, detail }: Refusal) => [refused, ((detail?.next ?? []) as unknown[]).length]

export const types = (events: readonly VisitEvent[]): string[] =>
  events.map((event) => ('code' in event ? `${event.type} ${event.code}` : event.type))
export const of = <T extends VisitEvent['type']>(events: readonly VisitEvent[], type: T) =>
  events.filter((event): event is Extract<VisitEvent, { type: T }> => event.type === type)
export const clock = ({ state }: Story, generation = 1) =>
  state.clocks.find((each) => each.code === 'visit.home' && each.generation === generation)

export function letters({ events }: Story) {
  let state: VisitState = visit.initial
  return events.flatMap((event) => {
    state = visit.evolve(state, event)
    return visitNotices(event, state as Visit, { now: event.at, due: event.at })
  })
}
