import { type Clock, evolveClocks, limitOn, startClock, stopClock } from '@/domain/clock'
import type { Actor, OnDuty, PersonRef } from '@/domain/decider'
import { isRefusal } from '@/domain/decider'
import type { LadderCommand } from '@/domain/grievance-types'
import { climb, decidePaper, evolvePapers, type Ladderable, type LadderGiven, ladderWakeAt } from '@/domain/ladder'
import type { LadderEvent, PaperRef } from '@/domain/ladder-types'
import type { Instant } from '@/domain/time'
import { facts } from '../../cloudfunctions/facts'

/** A matter with nothing but clocks and papers, at the command seat or with a unit. */

/** `10-03 2:25` of 2026 in Shanghai, with or without seconds. */
export function t(text: string): Instant {
  const [day = '', time = ''] = text.split(' ')
  const [hour = '', minute = '', second = '00'] = time.split(':')
  return `2026-${day}T${hour.padStart(2, '0')}:${minute}:${second}.000+08:00`
}
export const { policy, calendar, limits } = facts

const ref = (id: string, name: string): PersonRef => ({ id, name })
export const tian: OnDuty = { ...ref('tian', '田指挥'), seat: 'command-duty', gap: false }
export const wang = ref('wang', '王经办')
export const ding = ref('ding', '丁局长')
export const sun = ref('sun', '孙督查')
export const actor = (id: string, role: Actor['role'], unit?: string): Actor => ({
  id,
  name: { tian: '田指挥', wang: '王经办', ding: '丁局长', sun: '孙督查', zhao: '赵书记' }[id] ?? id,
  role,
  ...(unit && { unit }),
})

export const clockOf = (code: string, startedAt: Instant, generation = 1, dueAt?: Instant): Clock[] =>
  evolveClocks([], startClock(limitOn(limits, code, startedAt.slice(0, 10)), startedAt, calendar, generation, dueAt))

export const atCommand = (clocks: Clock[]): Ladderable => ({
  stage: 'submitted',
  clocks,
  papers: [],
  responsible: ref('tian', '田指挥'),
  careUntil: t('12-31 8:00'),
})
export const atUnit = (clocks: Clock[], more: Partial<Ladderable> = {}): Ladderable => ({
  stage: 'in-hand',
  clocks,
  papers: [],
  responsible: wang,
  main: {
    unit: { code: 'dept:land', name: '自然资源局', level: 'department', person: wang },
    at: t('10-01 9:00'),
    how: 'dispatched',
  },
  ...more,
})

export function givenAt(now: Instant, papers: readonly PaperRef[] = []): LadderGiven {
  const next = (rung: PaperRef['rung']) =>
    1 + Math.max(0, ...papers.filter((p) => p.rung === rung).map(({ n = 0 }) => n))
  const numbers = {
    remind: next('remind'),
    urge: next('urge'),
    supervise: next('supervise'),
    transfer: next('transfer'),
  }
  const care = { on: tian, until: t('12-31 8:00') }
  return { now, calendar, policy, command: care, supervisor: sun, head: ding, matter: 'grievance:abc', numbers }
}

const evolved = <S extends Ladderable>(state: S, events: LadderEvent[]): S => ({
  ...state,
  papers: events.reduce(evolvePapers, state.papers),
})

/** The machine looks once, then. */
export function wakes<S extends Ladderable>(state: S, now: Instant): { state: S; events: LadderEvent[] } {
  const events = climb(state, givenAt(now, state.papers))
  return { state: evolved(state, events), events }
}

/** The machine is awake: it looks whenever the ladder says so. */
export function awake<S extends Ladderable>(state: S, until: Instant): S {
  let is = state
  for (let n = 0; ; n++) {
    const next = ladderWakeAt(is, policy, calendar)
    if (next > until) return is
    if (n > 50) throw new Error('it never sleeps')
    is = wakes(is, next).state
  }
}

export function does<S extends Ladderable>(state: S, now: Instant, by: Actor, command: LadderCommand) {
  const decided = decidePaper(state, command, { ...givenAt(now, state.papers), actor: by })
  return isRefusal(decided)
    ? { refused: decided.refused, detail: decided.detail, state, events: [] }
    : { events: decided, state: evolved(state, decided) }
}

export const stopped = <S extends Ladderable>(state: S, code: string, at: Instant): S => {
  const clock = state.clocks.findLast((each) => each.code === code && each.state !== 'stopped')
  if (!clock) throw new Error(`${code} does not run`)
  return { ...state, clocks: evolveClocks(state.clocks, stopClock(clock, at)) }
}

/** `remind 10-03 2:17:30`: each rung with the instant it was reached, and its state where it is no longer as it was made. */
export const rungsOf = ({ papers }: Pick<Ladderable, 'papers'>): string[] =>
  papers.map(({ rung, dueAt, state }) => {
    const usual = rung === 'remind' || rung === 'urge' ? 'issued' : 'draft'
    return `${rung} ${dueAt.slice(5, 19).replace('T', ' ')}${state === usual ? '' : ` ${state}`}`
  })
