import { describe, expect, it } from 'vitest'
import type { AidCommand } from '@/domain/aid-commands'
import type { Aid } from '@/domain/aid-types'
import { wakeAt } from '@/domain/desk'
import { type Act, clock, given, he, li, tao, types } from '../given'
import {
  close,
  conflict,
  contact,
  inHand,
  list,
  parties,
  reassign,
  refused,
  report,
  review,
  submitted,
  swap,
} from './aid-given'

/** What lives made by chance brought to light, each as the story it was. */

const above = { above: { id: 'sun', name: '孙督查', seat: 'supervisor', gap: false } }
const day = '2026-10-12'
const terminate: AidCommand = { type: 'TerminateAid', article: '48-6', why: '自己请了律师' }
const object: AidCommand = { type: 'ObjectToAid', why: '不是这样' }
const correct: AidCommand = { type: 'RuleObjection', decision: 'correct', why: '应当给予' }
const told: AidCommand = { type: 'TellTermination', how: '当面' }
const change: AidCommand = { type: 'AskForChange', why: '不回电话' }
const first: AidCommand = { type: 'ProvideFirst', ground: 'limitation', why: '快到期了' }
const stay = (ok: boolean): AidCommand => ({ type: 'RuleChange', ok, why: '核对过了' })
const leaves: AidCommand = { type: 'LeaveAid', cause: 'health', files: [] }
const suspend: AidCommand = { type: 'SuspendAid', files: ['f1'], until: '2026-12-01' }
const others = [he, tao]

const alive = (state: Aid) => state.clocks.filter(({ state: is }) => is !== 'stopped').map(({ code }) => code)

describe('what ended', () => {
  const nobody: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', { type: 'GrantAid' }, []]]
  it('while a lawyer was looked for is looked for no more: only its own clock wakes somebody', () => {
    const { state } = given(...nobody).when(`${day} 09:00`, 'gao', terminate)
    expect(state.escalated).toBeUndefined()
    expect(wakeAt(state, 10)).toBe(clock(state, 'aid.terminate')?.dueAt)
  })

  const terminated: Act[] = [...inHand, [`${day} 09:00`, 'gao', terminate]]
  const corrected: Act[] = [
    ...terminated,
    [`${day} 10:00`, 'bao', object, undefined, above],
    [`${day} 11:00`, 'sun', correct],
  ]
  it('and was corrected before it was told has nothing to tell: it stays open', () => {
    const { state, refusal } = given(...corrected).when(`${day} 12:00`, 'gao', told)
    expect([refusal?.refused, state.stage, state.open]).toEqual(['aid.not-terminated', 'granted-unassigned', true])
    expect(given(...terminated).when(`${day} 12:00`, 'gao', told).state.open).toBe(false)
  })
  it('a second time is another decision: she may object to that one too, and not twice to either', () => {
    const again = given(...corrected, ['2026-10-13 09:00', 'ma', terminate])
    const objected = again.when('2026-10-13 10:00', 'bao', object, undefined, above)
    expect(objected.state).toMatchObject({ stage: 'objected', open: true })
    expect(objected.state.ruled).toBeUndefined()
    const upheld = given(
      ...terminated,
      [`${day} 10:00`, 'bao', object, undefined, above],
      [`${day} 11:00`, 'sun', { ...correct, decision: 'uphold' }],
    )
    expect(upheld.when(`${day} 12:00`, 'bao', object, undefined, above).refusal?.refused).toBe('aid.objected-before')
  })
  it('objected to, isn’t laid on the desk of whoever decided it', () => {
    const waits = given(...refused, ['2026-10-09 09:00', 'bao', object, undefined, above])
    expect(waits.when('2026-10-09 10:00', 'sun', reassign('gao', '高审查')).refusal?.refused).toBe('aid.another-rules')
    expect(waits.when('2026-10-09 10:00', 'sun', reassign('lan', '兰督查')).state.responsible.id).toBe('lan')
  })
})

describe('what she asked about her lawyer', () => {
  const asked: Act[] = [...inHand, [`${day} 09:00`, 'bao', change]]
  it('is over with his report: no clock for it runs on, and a report given back doesn’t bring it back', () => {
    const { state } = given(...asked).when(`${day} 10:00`, 'li', close)
    expect([alive(state), state.changeAsked]).toEqual([['aid.review'], undefined])
    const back = given(...asked, [`${day} 10:00`, 'li', close]).when(`${day} 11:00`, 'gao', review(false, '缺'))
    expect(alive(back.state)).toEqual(['aid.progress'])
  })
  it('is met by another of the house', () => {
    const { state } = given(...asked).when(`${day} 10:00`, 'zhou', swap('tao'), others)
    expect([state.changeAsked, state.responsible.id]).toEqual([undefined, 'tao'])
    expect(clock(state, 'aid.change')?.outcome).toBe('kept')
  })
  it('is answered with the wall’s question, where both were open: he stays, and nothing runs on', () => {
    const frozen = given(...asked, [`${day} 10:00`, 'bao', parties('某公司'), undefined, { hit: true }])
    const { state, events } = frozen.when(`${day} 11:00`, 'gao', stay(false))
    expect([state.changeAsked, alive(state).includes('aid.change'), state.lawyer?.conflict]).toEqual([
      undefined,
      false,
      'asked',
    ])
    expect(events[0]).toMatchObject({ type: 'ChangeRuled', of: 'asked' })
    expect(state.responsible.id).toBe('li')
  })
  it('waits on after a supervisor said that he may not go: the centre still rules on hers', () => {
    const gone: Act[] = [
      ...inHand,
      [`${day} 09:00`, 'li', leaves, others],
      [`${day} 09:10`, 'he', conflict(false)],
      [`${day} 09:20`, 'he', leaves, [tao], above],
      [`${day} 09:30`, 'bao', change],
    ]
    const both = given(...gone)
    expect(both.state.responsible.id).toBe('sun')
    const { state } = both.when(`${day} 10:00`, 'sun', stay(false))
    expect([state.leaving, state.responsible.id, alive(state).includes('aid.change')]).toEqual([undefined, 'gao', true])
    const last = given(...gone, [`${day} 10:00`, 'sun', stay(false)])
    expect(last.when(`${day} 10:05`, 'sun', stay(false)).refusal?.refused).toBe('aid.another-rules')
    expect(last.when(`${day} 11:00`, 'ma', stay(true), [tao]).state.lawyer?.ref.id).toBe('tao')
  })
})

describe('while a court lets it rest, and once it has ended', () => {
  it('what is reported all the same begins nothing anew', () => {
    const rests = given(...inHand, [`${day} 09:00`, 'li', suspend])
    const { state } = rests.when(`${day} 10:00`, 'li', report('对方来过电话'))
    expect(clock(state, 'aid.progress')?.state).toBe('paused')
    expect(alive(state)).toEqual(expect.arrayContaining(['aid.progress']))
    const ended = given(...inHand, [`${day} 09:00`, 'li', { type: 'EndCase', on: day }])
    expect(alive(ended.when(`${day} 10:00`, 'li', report('领了裁决')).state)).toEqual(['aid.file'])
  })
  it('another lawyer of the house hasn’t the other’s rest: he reports as anybody does', () => {
    const rests = given(...inHand, [`${day} 09:00`, 'li', suspend])
    const swapped = rests.when(`${day} 10:00`, 'zhou', swap('tao'), others)
    expect(swapped.state.suspended).toBeUndefined()
    const taken: Act[] = [
      ...inHand,
      [`${day} 09:00`, 'li', suspend],
      [`${day} 10:00`, 'zhou', swap('tao'), others],
      [`${day} 10:05`, 'tao', conflict(false)],
    ]
    expect(clock(given(...taken).when(`${day} 10:10`, 'tao', contact).state, 'aid.progress', 2)?.state).toBe('running')
  })
})

describe('provided first', () => {
  it('while papers were owed and nobody fits: what was promised goes on, and isn’t left standing still', () => {
    const owing: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', list()]]
    expect(clock(given(...owing).state, 'aid.promise')?.state).toBe('paused')
    const { state, events } = given(...owing).when('2026-10-09 10:00', 'gao', first, [])
    expect(state.stage).toBe('granted-unassigned')
    expect(clock(state, 'aid.promise')?.state).toBe('running')
    expect(types(events)).toContain('ClockResumed aid.promise')
  })
  it('and terminated: its papers aren’t asked for; corrected, they are, under a clock of their own', () => {
    const ended: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', first], [`${day} 09:00`, 'gao', terminate]]
    expect(given(...ended).when(`${day} 10:00`, 'gao', { type: 'Regularise' }).refusal?.refused).toBe(
      'aid.not-provided-first',
    )
    const again = given(...ended, [`${day} 10:00`, 'bao', object, undefined, above], [`${day} 11:00`, 'sun', correct])
    expect(alive(again.state).sort()).toEqual(['aid.assign', 'aid.regularise'])
  })
  it('and closed with papers still owed: nobody is asked for them any more, and no clock runs', () => {
    const done = given(
      ...submitted,
      ['2026-09-30 10:05', 'gao', first, [li]],
      ['2026-09-30 10:06', 'li', conflict(false)],
      ['2026-09-30 10:07', 'li', { type: 'TakeAid' }],
      [`${day} 09:00`, 'li', close],
      [`${day} 10:00`, 'gao', review(true)],
    )
    expect([done.state.stage, alive(done.state)]).toEqual(['closed', []])
    expect(clock(done.state, 'aid.regularise')?.outcome).toBe('cancelled')
  })
  it('a supervisor’s second list, sent again, is one list', () => {
    const owing: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', list()]]
    const second = list(['photo'], '看不清')
    const twice = given(...owing, ['2026-09-30 11:00', 'sun', second]).when('2026-09-30 11:01', 'sun', second)
    expect([twice.events, twice.refusal]).toEqual([[], undefined])
  })
})

describe('a day that comes near while a refusal waits to be confirmed', () => {
  it('is told to whoever is on duty, and the refusal stays with whoever must confirm it', () => {
    const waits = given(...submitted, ['2026-09-30 10:05', 'gao', { type: 'RefuseAid', article: '31-5', why: '不' }])
    const { state, events } = waits.when('2026-09-30 11:00', 'bao', {
      type: 'CompleteAid',
      evidence: [],
      personal: { deadline: '2026-10-02' },
    })
    expect(types(events)).toEqual(['AidCompleted', 'AidUrgent'])
    expect([state.responsible.id, state.urgent?.day]).toEqual(['ma', '2026-10-02'])
  })
})
