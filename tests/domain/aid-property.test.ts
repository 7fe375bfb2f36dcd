import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aid } from '@/domain/aid'
import type { AidCommand } from '@/domain/aid-commands'
import type { AidEvent } from '@/domain/aid-events'
import type { AidState } from '@/domain/aid-types'
import { wakeAt } from '@/domain/desk'
import { after, at, HOUR, NEVER } from '@/domain/time'
import { decideNext, he, li, type people, submission, tao } from '../given'
import {
  callBack,
  close,
  confirmRefusal,
  conflict,
  contact,
  deem,
  grant,
  list,
  mandate,
  note,
  parties,
  rate,
  reassign,
  rectified,
  refusing,
  report,
  review,
  ring,
  rule,
  supply,
  swap,
  take,
  transfer,
  withdraw,
} from './aid-given'

const lawyers = [li, he, tao]
/** Every command, by everybody who may give it and by some who may give it twice. */
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
  ['li', mandate],
  ['li', report('开庭了')],
  ['li', report('', false)],
  ['li', close],
  ['gao', review(true)],
  ['ma', review(false, '缺材料')],
  ['bao', withdraw],
  ['gao', list()],
  ['sun', list(['photo'], '看不清')],
  ['bao', supply('id')],
  ['gao', supply('contract')],
  ['bao', supply('photo')],
  ['gao', ring],
  ['gao', deem],
  ['gao', refusing],
  ['ma', confirmRefusal(true)],
  ['ma', confirmRefusal(false, '再看看')],
  ['ma', transfer],
  ['ma', { type: 'AssignAid' }],
  ['bao', parties('某公司')],
  ['li', parties('某公司', '某老板')],
  ['gao', { type: 'CompleteAid', evidence: [], personal: { applicant: { phone: '13900000009' } } }],
  ['gao', rule(true)],
  ['ma', rule(false)],
  ['zhou', { type: 'ConfirmAssignment' }],
  ['zhou', swap('tao')],
  ['zhou', swap('li')],
  ['tao', conflict(false)],
  ['tao', contact],
  ['bao', rate(1)],
  ['bao', rate(5)],
  ['gao', contact],
  ['gao', rectified],
  ['ma', callBack(true, 2)],
  ['sun', callBack(false)],
  ['gao', note],
  ['sun', reassign('ma')],
  ['sun', reassign('gao', '高审查')],
]
type Move = { hours: number; which: number; free: number; hit: boolean; fits: boolean }
const move: fc.Arbitrary<Move> = fc.record({
  hours: fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(900) }),
  which: fc.nat(any.length - 1),
  free: fc.nat(lawyers.length),
  hit: fc.boolean(),
  fits: fc.boolean(),
})
const did = (by: keyof typeof people, type: AidCommand['type'], hours = 1, hit = false): Move => ({
  which: any.findIndex(([who, command]) => who === by && command.type === type),
  hours,
  free: lawyers.length,
  hit,
  fits: false,
})
const worked = [did('gao', 'GrantAid'), did('li', 'AnswerConflict'), did('li', 'TakeAid')]
const over = [...worked, did('li', 'CloseAid'), did('gao', 'ReviewClose', 1, true)]
const ways: Move[][] = [
  [...over, did('bao', 'RateAid'), did('gao', 'ReportContact'), did('gao', 'ReportRectified')],
  [...over, did('ma', 'ReportCallBack'), did('gao', 'ReportContact')],
  [...worked, did('li', 'ReportMandate'), did('li', 'ReportContact'), did('zhou', 'SwapLawyer')],
  [...worked, did('bao', 'ChangeParties', 1, true), did('ma', 'RuleChange')],
  [did('gao', 'ListPapers'), did('bao', 'SupplyPapers'), did('gao', 'SupplyPapers'), did('sun', 'ListPapers')],
  [did('gao', 'ListPapers'), did('gao', 'RevealNumber', 900), did('gao', 'DeemWithdrawn')],
  [did('gao', 'RefuseAid'), did('sun', 'Reassign')],
  [{ ...did('gao', 'GrantAid'), free: 0 }, did('ma', 'AssignAid')],
]
/** Some of a usual way, then anything: half of it knocks at whatever door, half takes the next that is open. */
const life = fc
  .tuple(fc.constantFrom(...ways), fc.nat(8), fc.array(move, { maxLength: 8, size: 'max' }))
  .map(([way, far, moves]) => [...way.slice(0, far), ...moves])

type Look = (state: AidState, events: AidEvent[], now: string, which?: number) => void

function lived(moves: Move[], look: Look) {
  let now = at('2026-09-29', '10:00')
  let { state, events } = decideNext(aid.initial, ['2026-09-29 10:00', 'bao', submission()])
  look(state, events, now)
  for (const { hours, which, free, hit, fits } of moves) {
    now = after(now, hours * HOUR)
    const tried = (n: number) => {
      const [by, command] = any[n % any.length] ?? ['gao', grant()]
      const when = `${now.slice(0, 10)} ${now.slice(11, 16)}`
      return decideNext(state, [when, by, command, lawyers.slice(0, free), { hit, draw: hit ? 0 : 1 }])
    }
    let n = which
    let next = tried(n)
    while (fits && next.events.length === 0 && n < which + any.length) next = tried(++n)
    state = next.state
    events = [...events, ...next.events]
    look(state, events, now, next.events.length > 0 ? n % any.length : undefined)
  }
  return { state, events }
}
const all = { numRuns: 250 }

describe('whatever people do, in whatever order and however late', () => {
  it('every command of theirs comes through in some life: the lives below are not spent at closed doors', () => {
    const done = new Set<number>()
    for (const moves of fc.sample(life, { numRuns: 800, seed: 7 }))
      lived(moves, (_, _events, _now, which) => which !== undefined && done.add(which))
    expect(any.filter((_, which) => !done.has(which))).toEqual([])
  })
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
            expect(state.escalated?.to.name).toBeTruthy()
            expect(state.responsible).toEqual(state.escalated?.to)
          }
          if (state.stage === 'assigned' || state.stage === 'in-hand') {
            expect(state.lawyer).toBeDefined()
            // A frozen one answers for nothing: the centre rules.
            if (state.lawyer?.conflict === 'frozen') expect(['gao', 'ma']).toContain(state.responsible.id)
            else expect(state.responsible).toEqual(state.lawyer?.ref)
          } else if (state.stage !== 'granted-unassigned') expect(['gao', 'ma']).toContain(state.responsible.id)
          if (state.stage === 'refusal-unconfirmed') expect(state.responsible.id).not.toBe(state.refusal?.by.id)
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
          for (const clock of runs)
            if (clock.state === 'running' && !clock.overdueNoted) expect(wakeAt(state, 10) <= clock.dueAt).toBe(true)
          if (state.open) expect(runs.some((clock) => clock.state === 'running')).toBe(true)
          for (const clock of runs) if (clock.state === 'paused') expect(state.stage).toBe('supplementing')
          if (state.stage === 'supplementing') expect(runs.map(({ code }) => code)).toContain('aid.supplement')
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
