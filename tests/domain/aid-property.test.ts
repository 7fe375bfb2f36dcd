import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aid } from '@/domain/aid'
import type { AidCommand, AidEvent, AidState } from '@/domain/aid-types'
import { wakeAt } from '@/domain/desk'
import { after, at, HOUR, NEVER } from '@/domain/time'
import { type Act, card, decideNext, type people, submission } from '../given'
import { close, conflict, grant, report, review, take, withdraw } from './aid-given'

const lawyers = [card({ person: 'li', name: '李律师' }), card({ person: 'he', name: '何律师', towns: [] })]
const any: [keyof typeof people, AidCommand][] = [
  ['gao', grant()],
  ['ma', grant()],
  ['gao', grant('he', '近')],
  ['system', { type: 'FindLawyerAgain' }],
  ['li', conflict(false)],
  ['li', conflict(true)],
  ['he', conflict(false)],
  ['li', take],
  ['he', take],
  ['li', { type: 'ReportContact', how: 'visit' }],
  ['li', { type: 'ReportMandate' }],
  ['li', report('开庭了')],
  ['li', report('', false)],
  ['li', close],
  ['gao', review(true)],
  ['ma', review(false, '缺材料')],
  ['bao', withdraw],
]
type Move = { hours: number; which: number; free: number }
const move: fc.Arbitrary<Move> = fc.record({
  hours: fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(900) }),
  which: fc.nat(any.length - 1),
  free: fc.nat(2),
})
/** Weighted towards a matter that lives long: the usual steps in their order, each perhaps with something between. */
const usual = [0, 4, 7, 9, 11, 13, 14]
const life = fc
  .tuple(fc.boolean(), fc.array(move, { maxLength: 14 }))
  .map(([ordered, moves]) =>
    moves.map((m, n) => (ordered && n % 2 === 0 ? { ...m, which: usual[n / 2] ?? m.which } : m)),
  )

function lived(moves: Move[], look: (state: AidState, events: AidEvent[], now: string) => void) {
  let now = at('2026-09-29', '10:00')
  let { state, events } = decideNext(aid.initial, ['2026-09-29 10:00', 'bao', submission()])
  look(state, events, now)
  for (const { hours, which, free } of moves) {
    now = after(now, hours * HOUR)
    const [by, command] = any[which] ?? ['gao', grant()]
    const act: Act = [`${now.slice(0, 10)} ${now.slice(11, 16)}`, by, command, lawyers.slice(0, free)]
    const next = decideNext(state, act)
    state = next.state
    events = [...events, ...next.events]
    look(state, events, now)
  }
  return { state, events }
}
const all = { numRuns: 250 }

describe('whatever people do, in whatever order and however late', () => {
  it('replaying the events gives the state that deciding gave', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const { state, events } = lived(moves, () => {})
        expect(events.reduce<AidState>(aid.evolve, aid.initial)).toEqual(state)
      }),
      all,
    )
  })
  it('an open matter has one named person; granted, it has a lawyer or an escalation with a name', () => {
    fc.assert(
      fc.property(life, (moves) => {
        lived(moves, (state) => {
          if (state.stage === 'blank') throw new Error('blank')
          if (!state.open) return
          expect(state.responsible.id && state.responsible.name).toBeTruthy()
          if (state.stage === 'granted-unassigned') {
            expect(state.lawyer).toBeUndefined()
            expect(state.escalated?.to).toMatchObject({ id: 'gao', name: '高审查' })
            expect(state.responsible.id).toBe('gao')
          }
          if (state.stage === 'assigned' || state.stage === 'in-hand')
            expect(state.responsible).toEqual(state.lawyer?.ref)
          for (const left of state.offered) expect(state.lawyer?.ref.id).not.toBe(left)
        })
      }),
      all,
    )
  })
  it('a running clock has a due time and wakes somebody; in a closed matter none runs and nobody is woken', () => {
    fc.assert(
      fc.property(life, (moves) => {
        lived(moves, (state) => {
          if (state.stage === 'blank') throw new Error('blank')
          const runs = state.clocks.filter((clock) => clock.state !== 'stopped')
          for (const { dueAt } of runs) expect(dueAt < NEVER).toBe(true)
          for (const clock of runs) if (!clock.overdueNoted) expect(wakeAt(state, 10) <= clock.dueAt).toBe(true)
          if (state.open) expect(runs.length).toBeGreaterThan(0)
          if (!state.open) expect([runs, wakeAt(state, 10)]).toEqual([[], NEVER])
        })
      }),
      all,
    )
  })
  it('of one code at most one clock runs, each generation once; what stopped stays stopped', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const { events } = lived(moves, (state) => {
          if (state.stage === 'blank') throw new Error('blank')
          const runs = state.clocks.filter((clock) => clock.state !== 'stopped').map(({ code }) => code)
          expect(new Set(runs).size).toBe(runs.length)
        })
        for (const type of ['ClockStarted', 'ClockStopped', 'ClockOverdue'] as const) {
          const each = events.flatMap((e) => (e.type === type ? `${e.code}/${e.generation}` : []))
          expect(new Set(each).size).toBe(each.length)
        }
      }),
      all,
    )
  })
  it('is judged at its due time, whenever somebody looks', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const { events } = lived(moves, () => {})
        for (const event of events) {
          if (event.type === 'ClockOverdue') expect(event.at).toBe(event.dueAt)
          if (event.type !== 'ClockStopped' || event.outcome === 'cancelled') continue
          const overdue = events.some(
            (e) => e.type === 'ClockOverdue' && e.code === event.code && e.generation === event.generation,
          )
          expect(event.outcome).toBe(overdue ? 'missed' : 'kept')
        }
      }),
      all,
    )
  })
})
