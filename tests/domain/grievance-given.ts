import { type Actor, isRefusal, type OnDuty, type PersonRef, type Refusal } from '@/domain/decider'
import { grievance, grievanceWakeAt, settleGrievance, timeIsUp } from '@/domain/grievance'
import type {
  Grievance,
  GrievanceCommand,
  GrievanceEvent,
  GrievanceGiven,
  GrievanceState,
  Handling,
  UnitRef,
} from '@/domain/grievance-types'
import { after, HOUR, type Instant } from '@/domain/time'
import { facts } from '../../cloudfunctions/facts'

/** A village, its town and two departments; somebody at the command seat; what 包群众 reports, and time that goes on. */

/** `10-03 2:10` of 2026 in Shanghai, with or without seconds. */
export function t(text: string): Instant {
  const [day = '', time = ''] = text.split(' ')
  const [hour = '', minute = '', second = '00'] = time.split(':')
  return `2026-${day}T${hour.padStart(2, '0')}:${minute}:${second}.000+08:00`
}
export const { policy, calendar, limits } = facts

const names: Record<string, string> = {
  bao: '包群众',
  tian: '田指挥',
  shi: '石指挥',
  mei: '梅书记',
  zhen: '甄镇长',
  wang: '王经办',
  lin: '林经办',
  sun: '孙督查',
}
export const ref = (id: string): PersonRef => ({ id, name: names[id] ?? id })
export const actor = (id: string, role: Actor['role'], unit?: string): Actor => ({
  id,
  name: ref(id).name,
  role,
  ...(unit && { unit }),
})
export const bao = actor('bao', 'resident')
export const tian = actor('tian', 'command')
export const shi = actor('shi', 'command')
export const mei = actor('mei', 'village', '150524100200')
export const zhen = actor('zhen', 'town', '150524100')
export const wang = actor('wang', 'department', 'dept:water')
/** Of the same department. */
export const wei = actor('wei', 'department', 'dept:water')
export const lin = actor('lin', 'department', 'dept:land')
export const sun = actor('sun', 'supervisor')
export const time = actor('system', 'system')

const unit = (code: string, name: string, level: UnitRef['level'], person: string): UnitRef => ({
  code,
  name,
  level,
  person: ref(person),
})
export const village = unit('150524100200', '东嘎查', 'village', 'mei')
export const otherVillage = unit('150524100201', '西嘎查', 'village', 'nan')
export const town = unit('150524100', '甲镇', 'town', 'zhen')
export const water = unit('dept:water', '水务局', 'department', 'wang')
export const land = unit('dept:land', '自然资源局', 'department', 'lin')

const seat = (id: string): OnDuty => ({ ...ref(id), seat: 'command-duty', gap: false })

/** `above`: the unit over the one that passes it up. `on`: who stands at the command seat, until when. */
export type World = { on?: string; until?: Instant; above?: UnitRef }

export function givenAt(now: Instant, by: Actor, { on = 'tian', until, above }: World = {}): GrievanceGiven {
  return {
    now,
    actor: by,
    calendar,
    limits,
    policy,
    duty: { ...ref('gao'), seat: 'centre-duty', gap: false },
    command: { on: seat(on), until: until ?? after(now, 8 * HOUR) },
    supervisor: ref('sun'),
    numbers: { remind: 1, urge: 1, supervise: 1, transfer: 1 },
    matter: 'grievance:1',
    ...(above && { above }),
  }
}

export const report = (more: object = {}): Extract<GrievanceCommand, { type: 'SubmitGrievance' }> => ({
  type: 'SubmitGrievance',
  place: { code: '150524100200', text: '甲镇 东嘎查', town: '150524100' },
  topic: 'water',
  anonymity: 'none',
  photos: [],
  owner: 'bao',
  tell: ['person'],
  personal: { text: '井没水了', reporter: { name: '包某', phone: '13812345678' } },
  ...more,
})
export const accept = (handling: Handling = 'quick', more: object = {}): GrievanceCommand => ({
  type: 'AcceptGrievance',
  as: 'help',
  handling,
  ...more,
})
export const dispatch = (main: UnitRef = water, others: UnitRef[] = [], more: object = {}): GrievanceCommand => ({
  type: 'Dispatch',
  main,
  with: others,
  why: '按清单',
  ...more,
})
export const sign: GrievanceCommand = { type: 'Sign' }
export const giveBack: GrievanceCommand = { type: 'ReturnGrievance', why: '不归我们', basis: '三定方案' }
export const rule = (decision: 'keep' | 'move' | 'force', main?: UnitRef): GrievanceCommand => ({
  type: 'RuleReturn',
  decision,
  ...(main && { main }),
  why: '按职责',
})
export const passUp: GrievanceCommand = { type: 'PassUp', why: '办不了' }
export const sendDown = (to: UnitRef = village): GrievanceCommand => ({ type: 'SendDown', to })
export const extend = (until: Instant): GrievanceCommand => ({ type: 'AskExtension', until, why: '等配件' })
export const suspend = (until: Instant, ground: 'third-party' | 'reporter' = 'third-party'): GrievanceCommand => ({
  type: 'Suspend',
  ground,
  until,
  evidence: ground === 'third-party' ? ['file:1'] : [],
})
export const respond = (text = '已经去看'): GrievanceCommand => ({ type: 'Respond', text })
export const resolve = (more: object = {}): GrievanceCommand => ({
  type: 'Resolve',
  result: 'solved',
  text: '修好了',
  photos: ['file:9'],
  ...more,
})
export const check = (ok = true): GrievanceCommand => ({ type: 'CheckResult', ok, ...(ok ? {} : { why: '没写清' }) })

export type Story = {
  state: Grievance
  events: GrievanceEvent[]
  does: (at: string, by: Actor, command: GrievanceCommand, world?: World) => Story
  refuses: (at: string, by: Actor, command: GrievanceCommand, world?: World) => Refusal
  /** Time goes on until then, looked at whenever it wants to be. */
  until: (at: string, world?: World) => Story
  /** The machine slept, and looks only then. */
  wakes: (at: string, world?: World) => Story
}

export const evolve = (state: GrievanceState, events: GrievanceEvent[]): Grievance =>
  events.reduce<GrievanceState>(grievance.evolve, state) as Grievance

/** What one command makes of it, settled first as the pipeline does. */
export function decideAt(state: GrievanceState, command: GrievanceCommand, given: GrievanceGiven) {
  const settled = state.stage === 'blank' ? [] : settleGrievance(state, given)
  const before = state.stage === 'blank' ? state : evolve(state, settled)
  const decided = grievance.decide(before, command, given)
  if (isRefusal(decided)) return { refusal: decided, events: [], state }
  return { events: [...settled, ...decided], state: evolve(before, decided) }
}

/** Only time: what has come about, and what it does by itself. */
export function advanceAt(state: Grievance, now: Instant, world: World = {}) {
  const given = givenAt(now, time, world)
  const settled = settleGrievance(state, given)
  const before = evolve(state, settled)
  if (!timeIsUp(before, given)) return { state: before, events: settled }
  const next = decideAt(before, { type: 'Advance' }, given)
  return { state: next.state as Grievance, events: [...settled, ...next.events] }
}

const MOST_WAKES = 60

export const story = (state: Grievance, events: GrievanceEvent[] = []): Story => ({
  state,
  events,
  does: (at, by, command, world) => {
    const next = decideAt(state, command, givenAt(t(at), by, world))
    if (next.refusal) throw new Error(next.refusal.refused)
    return story(next.state as Grievance, [...events, ...next.events])
  },
  refuses: (at, by, command, world) => {
    const next = decideAt(state, command, givenAt(t(at), by, world))
    if (!next.refusal) throw new Error(`not refused: ${next.events.map(({ type }) => type).join(' ')}`)
    return next.refusal
  },
  until: (end, world) => {
    let is = state
    const all = [...events]
    for (let n = 0; grievanceWakeAt(is, policy, calendar) <= t(end); n++) {
      if (n > MOST_WAKES) throw new Error('it never sleeps')
      const next = advanceAt(is, grievanceWakeAt(is, policy, calendar), world)
      all.push(...next.events)
      is = next.state
    }
    return story(is, all)
  },
  wakes: (at, world) => {
    const next = advanceAt(state, t(at), world)
    return story(next.state, [...events, ...next.events])
  },
})

export function reported(at: string, more: object = {}, by: Actor = bao, world?: World): Story {
  const next = decideAt(grievance.initial, report(more), givenAt(t(at), by, world))
  if (next.refusal) throw new Error(next.refusal.refused)
  return story(next.state as Grievance, next.events)
}

/** `grievance.quick/1 running 10-03 02:10`: every clock, as it stands and until when. */
export const clocks = ({ state }: Pick<Story, 'state'>): string[] =>
  state.clocks.map(
    ({ code, generation, state: is, outcome, dueAt }) =>
      `${code.replace('grievance.', '')}/${generation} ${outcome ?? is} ${dueAt.slice(5, 16).replace('T', ' ')}`,
  )
export const types = (events: readonly GrievanceEvent[]): string[] =>
  events.map((event) => ('code' in event ? `${event.type} ${event.code}` : event.type))
export const of = <T extends GrievanceEvent['type']>(events: readonly GrievanceEvent[], type: T) =>
  events.filter((event): event is Extract<GrievanceEvent, { type: T }> => event.type === type)
