import { aid, settleAid } from '@/domain/aid'
import type { AidCommand } from '@/domain/aid-commands'
import type { AidEvent } from '@/domain/aid-events'
import type { Aid, AidGiven, AidState } from '@/domain/aid-types'
import { type Actor, isRefusal, type OnDuty, type Refusal, type Role } from '@/domain/decider'
import type { LawyerCard } from '@/domain/lawyer-card'
import { type Match, matchLawyers } from '@/domain/matching'
import type { Instant } from '@/domain/time'
import { facts } from '../cloudfunctions/facts'
import { t } from './domain/clock-given'

export { t }

/** What a test of the rules starts from: people, lawyers, a submission, and what happened before. */

const actor = (id: string, name: string, role: Role, unit?: string): Actor => ({
  id,
  name,
  role,
  ...(unit && { unit }),
})
export const people = {
  bao: actor('bao', '包群众', 'resident'),
  wu: actor('wu', '吴群众', 'resident'),
  mei: actor('mei', '梅书记', 'village', '150524100200'),
  gao: actor('gao', '高审查', 'centre'),
  ma: actor('ma', '马审查', 'centre'),
  sun: actor('sun', '孙督查', 'supervisor'),
  li: actor('li', '李律师', 'lawyer', 'firm:1'),
  he: actor('he', '何律师', 'lawyer', 'firm:2'),
  tao: actor('tao', '陶律师', 'lawyer', 'firm:1'),
  zhou: actor('zhou', '周主任', 'organisation', 'firm:1'),
  system: actor('system', '系统', 'system'),
}
export const second: OnDuty = { id: 'ma', name: '马审查', seat: 'centre-duty', gap: false }
export const duty: OnDuty = { id: 'gao', name: '高审查', seat: 'centre-duty', gap: false }

export const card = (more: Partial<LawyerCard> & { person: string }): LawyerCard => ({
  name: `${more.person}律师`,
  org: 'firm:1',
  orgName: '甲律师事务所',
  languages: ['zh'],
  licence: 'practising',
  since: '2015-03-01',
  subjects: ['labour'],
  capacity: 8,
  towns: ['150524100'],
  advises: [],
  inService: true,
  matters: [],
  ...more,
})
export const matching = (cards: LawyerCard[], offered: string[] = []): Match =>
  matchLawyers(
    { subject: 'labour', town: '150524100', own: [], offered },
    cards,
    facts.licences,
    facts.policy,
    t('2026-09-30 10:00'),
  )
export const li = card({ person: 'li', name: '李律师' })
export const he = card({ person: 'he', name: '何律师', org: 'firm:2', towns: [] })
/** Of the same house as `li`; found after him. */
export const tao = card({ person: 'tao', name: '陶律师', towns: [] })

export const submission = (more: object = {}): AidCommand => ({
  type: 'SubmitAid',
  for: 'self',
  place: { code: '150524100200', text: '甲镇 东嘎查', town: '150524100' },
  topic: 'wages',
  route: 'promise',
  evidence: [],
  owner: 'bao',
  tell: ['person'],
  personal: { applicant: { name: '包某', phone: '13812345678' }, story: '工钱没给', parties: [], groups: [] },
  ...more,
})

export function circumstances(at: Instant, by: Actor, match?: Match): AidGiven {
  const { calendar, limits, limitations, policy } = facts
  const another = by.id === second.id ? duty : second
  return { now: at, actor: by, calendar, limits, limitations, policy, duty, second: another, ...(match && { match }) }
}

/** One act: when, who, what, the lawyers who could be found at that moment, and what the wall or the draw says. */
export type Act = [
  at: string,
  by: keyof typeof people,
  command: AidCommand,
  lawyers?: LawyerCard[] | undefined,
  also?: Partial<AidGiven>,
]
export type Decided = { events: AidEvent[]; refusal?: Refusal; state: AidState }

/** Time is settled first, as the pipeline does; a refusal leaves the state as it was. */
export function decideNext(state: AidState, [at, by, command, lawyers = [li, he], also = {}]: Act): Decided {
  const now = t(at)
  const leaves = command.type === 'AnswerConflict' || command.type === 'RuleChange'
  const offered =
    state.stage === 'blank' ? [] : [...state.offered, ...(leaves && state.lawyer ? [state.lawyer.ref.id] : [])]
  const given = { ...circumstances(now, people[by], matching(lawyers, offered)), ...also }
  const settled = state.stage === 'blank' ? [] : settleAid(state, given)
  const before = settled.reduce<AidState>(aid.evolve, state)
  const decided = aid.decide(before, command, given)
  if (isRefusal(decided)) return { events: [], refusal: decided, state }
  return { events: [...settled, ...decided], state: decided.reduce<AidState>(aid.evolve, before) }
}

/** `given(…acts).when(…act)`: what happened before, and what one more act makes of it. */
export function given(...acts: Act[]) {
  const events: AidEvent[] = []
  let state: AidState = aid.initial
  for (const act of acts) {
    const next = decideNext(state, act)
    if (next.refusal) throw new Error(`${act[2].type}: ${next.refusal.refused}`)
    events.push(...next.events)
    state = next.state
  }
  return { events, state: state as Aid, when: (...act: Act) => decideNext(state, act) as Decided & { state: Aid } }
}
export const types = (events: AidEvent[]): string[] =>
  events.map((event) => ('code' in event ? `${event.type} ${event.code}` : event.type))
export const clock = (state: AidState, code: string, generation = 1) =>
  state.stage === 'blank' ? undefined : state.clocks.find((c) => c.code === code && c.generation === generation)
