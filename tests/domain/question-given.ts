import type { Actor, OnDuty, PersonRef } from '@/domain/decider'
import { isRefusal, type Refusal } from '@/domain/decider'
import type { LawyerCard } from '@/domain/lawyer-card'
import { question, questionWakeAt, settleQuestion, timeIsUp } from '@/domain/question'
import type {
  DutyPerson,
  Question,
  QuestionCommand,
  QuestionEvent,
  QuestionGiven,
  QuestionState,
} from '@/domain/question-types'
import type { Instant } from '@/domain/time'
import { facts } from '../../cloudfunctions/facts'
import { card } from '../given'

/** The eight minutes on 30 September 2026: who stands in seats, what is asked, and time that goes on by itself. */

/** `9:01:30` of that day in Shanghai; `10-03 9:01:30` of another. */
export function s(text: string): Instant {
  const [time = '', day = '09-30'] = text.split(' ').reverse()
  return `2026-${day}T${time.padStart(8, '0')}.000+08:00`
}
export const { policy } = facts

const names: Record<string, string> = { bao: '包群众', gao: '高审查', ma: '马审查', sun: '孙督查', mei: '梅书记' }
export const ref = (id: string): PersonRef => ({ id, name: names[id] ?? `${id}律师` })
export const actor = (id: string, role: Actor['role'] = 'lawyer'): Actor => ({ id, name: ref(id).name, role })
export const gao: OnDuty = { ...ref('gao'), seat: 'centre-duty', gap: false }
export const ma: OnDuty = { ...ref('ma'), seat: 'centre-duty', gap: false }

export const lawyer = (id: string, more: Partial<DutyPerson> = {}, of: Partial<LawyerCard> = {}): DutyPerson => ({
  ref: ref(id),
  languages: ['zh'],
  reachable: true,
  ownTown: false,
  centre: false,
  card: card({ person: id, towns: [], subjects: ['labour'], ...of }),
  ...more,
})
export const clerk = (id: string, more: Partial<DutyPerson> = {}): DutyPerson => {
  const { card: _, ...person } = lawyer(id, more)
  return person
}
/** Of the own town two lawyers, elsewhere five, in the centre a clerk. */
export const everybody: DutyPerson[] = [
  lawyer('an', { ownTown: true }),
  lawyer('bi', { ownTown: true }),
  ...['ce', 'da', 'er', 'fu', 'ge'].map((id, n) => lawyer(id, {}, { matters: Array(n).fill('m') })),
  clerk('gao', { centre: true }),
]

export const ask = (more: object = {}): QuestionCommand => ({
  type: 'AskQuestion',
  place: { code: '150524100200', text: '甲镇 东嘎查', town: '150524100' },
  topic: 'wages',
  language: 'zh',
  owner: 'bao',
  tell: ['person'],
  personal: { text: '工钱没给', asker: { phone: '13812345678' } },
  ...more,
})
export const take: QuestionCommand = { type: 'TakeQuestion' }
export const pass = (why: 'busy' | 'interest' | 'other' = 'busy'): QuestionCommand => ({ type: 'PassQuestion', why })
export const say: QuestionCommand = { type: 'Say', files: [] }
export const answer = (summary = '先找劳动监察'): QuestionCommand => ({ type: 'AnswerQuestion', summary })
export const route = (to: string, callBackAt: Instant): QuestionCommand => ({
  type: 'RouteQuestion',
  to: ref(to),
  callBackAt,
})
export const tried = (reached: boolean, note = '没人接'): QuestionCommand => ({ type: 'ReportTry', reached, note })

export type World = { people?: DutyPerson[]; duty?: OnDuty; later?: OnDuty; self?: DutyPerson; slow?: true }

export function givenAt(
  now: Instant,
  by: Actor,
  { people = everybody, duty = gao, later, self }: World,
): QuestionGiven {
  const { calendar, limits, licences, topics } = facts
  const roll = { people, supervisors: [ref('sun')] }
  const also = { ...(later && { later }), ...(self && { self }) }
  return { now, actor: by, calendar, limits, policy, duty, roll, licences, topics, ...also }
}

const time = actor('system', 'system')
export type Story = {
  state: Question
  events: QuestionEvent[]
  /** Time goes on until then, looked at whenever the question says it wants to be. */
  until: (time: string, world?: World) => Story
  /** The machine slept, and looks only then. */
  wakes: (time: string, world?: World) => Story
  does: (time: string, by: Actor, command: QuestionCommand, world?: World) => Story
  refuses: (time: string, by: Actor, command: QuestionCommand, world?: World) => Refusal
}

/** What one command makes of it, settled first as the pipeline does. */
export function decideAt(state: QuestionState, by: Actor, command: QuestionCommand, given: QuestionGiven) {
  const settled = state.stage === 'blank' ? [] : settleQuestion(state, given)
  const before = settled.reduce<QuestionState>(question.evolve, state)
  const decided = question.decide(before, command, { ...given, actor: by })
  if (isRefusal(decided)) return { refusal: decided, events: [], state }
  return { events: [...settled, ...decided], state: decided.reduce<QuestionState>(question.evolve, before) as Question }
}

export function advanceAt(state: Question, now: Instant, world: World): { state: Question; events: QuestionEvent[] } {
  const given = givenAt(now, time, world)
  const settled = settleQuestion(state, given)
  const before = settled.reduce<QuestionState>(question.evolve, state) as Question
  if (!timeIsUp(before, policy, now)) return { state: before, events: settled }
  const { events, state: after } = decideAt(before, time, { type: 'Advance' }, given)
  return { state: after as Question, events: [...settled, ...events] }
}

const story = (state: Question, events: QuestionEvent[], before: World): Story => ({
  state,
  events,
  until: (end, world = before) => {
    let is = state
    const all = [...events]
    for (let n = 0; questionWakeAt(is, policy) <= s(end); n++) {
      if (n > 50) throw new Error('it never sleeps')
      const next = advanceAt(is, questionWakeAt(is, policy), world)
      all.push(...next.events)
      is = next.state
    }
    return story(is, all, world)
  },
  wakes: (at, world = before) => {
    const next = advanceAt(state, s(at), world)
    return story(next.state, [...events, ...next.events], world)
  },
  does: (at, by, command, world = before) => {
    const next = decideAt(state, by, command, givenAt(s(at), by, world))
    if (next.refusal) throw new Error(next.refusal.refused)
    return story(next.state as Question, [...events, ...next.events], before)
  },
  refuses: (at, by, command, world = before) => {
    const next = decideAt(state, by, command, givenAt(s(at), by, world))
    if (!next.refusal) throw new Error(`not refused: ${next.events.map(({ type }) => type).join(' ')}`)
    return next.refusal
  },
})

export function asked(time: string, world: World = {}, more: object = {}): Story {
  const by = actor('bao', 'resident')
  const next = decideAt(question.initial, by, ask(more), givenAt(s(time), by, world))
  if (next.refusal) throw new Error(next.refusal.refused)
  return story(next.state as Question, next.events, world)
}

/** `0 9:00:00 an bi`: each wave, when it began and whom it asked. */
export const waves = ({ events }: Pick<Story, 'events'>): string[] =>
  events.flatMap((event) =>
    event.type === 'WaveBegun'
      ? [`${event.wave} ${clockOf(event.at)} ${event.offers.map(({ to }) => to.id).join(' ')}`.trim()]
      : [],
  )
export const clockOf = (at: Instant): string => at.slice(11, 19)
export const types = (events: QuestionEvent[]): string[] =>
  events.map((event) => ('code' in event ? `${event.type} ${event.code}` : event.type))
export const of = <T extends QuestionEvent['type']>(events: QuestionEvent[], type: T) =>
  events.filter((event): event is Extract<QuestionEvent, { type: T }> => event.type === type)
export const stateOf = ({ state }: Story, id: string): string | undefined =>
  state.offers.find(({ to }) => to.id === id)?.state
export const clock = ({ state }: Story, code: string, generation = 1) =>
  state.clocks.find((each) => each.code === code && each.generation === generation)
