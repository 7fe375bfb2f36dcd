import { describe, expect, it } from 'vitest'
import { type Act, card, clock, given, he, li, t, tao, types } from '../given'
import {
  asked,
  clear,
  closing,
  conflict,
  contact,
  inHand,
  mandate,
  report,
  searching,
  submitted,
  swap,
  take,
} from './aid-given'

const all = [li, he, tao]

describe('the organisation confirms', () => {
  const confirm = { type: 'ConfirmAssignment' } as const
  it('once; the lawyer needn’t wait for it', () => {
    const { state, events } = given(...asked).when('2026-09-30 10:06', 'zhou', confirm)
    expect(types(events)).toEqual(['AssignmentConfirmed'])
    expect(state.confirmed).toMatchObject({ by: { id: 'zhou' } })
    const done: Act[] = [...asked, ['2026-09-30 10:06', 'zhou', confirm]]
    expect(given(...done).when('2026-09-30 10:07', 'zhou', confirm).events).toEqual([])
    expect(given(...clear).when('2026-09-30 10:07', 'li', take).state.stage).toBe('in-hand')
  })
  it('only what a lawyer of its own has', () => {
    for (const acts of [submitted, searching, closing])
      expect(given(...acts).when('2026-10-21 10:00', 'zhou', confirm).refusal?.refused).toBe('aid.not-assigned')
  })
  it('the next lawyer’s house is asked anew', () => {
    const gone: Act[] = [...asked, ['2026-09-30 10:06', 'zhou', confirm], ['2026-09-30 10:07', 'li', conflict(true)]]
    expect(given(...gone).state.confirmed).toBeUndefined()
  })
})

describe('swapping inside the organisation', () => {
  it('gives it to another of its own, who answers the conflict question himself; contact and mandate run on', () => {
    const before = given(...clear)
    const { state, events } = before.when('2026-09-30 11:00', 'zhou', swap('tao'), all)
    expect(types(events)).toEqual(['LawyerSwapped'])
    expect(events[0]).toMatchObject({ by: { id: 'zhou' }, from: { id: 'li' }, lawyer: { id: 'tao', unit: 'firm:1' } })
    expect(state).toMatchObject({
      stage: 'assigned',
      responsible: { id: 'tao' },
      lawyer: { ref: { id: 'tao' }, conflict: 'asked' },
      confirmed: { by: { id: 'zhou' } },
    })
    expect(state.clocks).toEqual(before.state.clocks)
  })
  it('in hand: reports are owed anew once the next one has it', () => {
    const { state, events } = given(...inHand).when('2026-09-30 11:00', 'zhou', swap('tao'), all)
    expect(types(events)).toEqual(['LawyerSwapped', 'ClockStopped aid.progress'])
    expect(state.stage).toBe('assigned')
    expect(clock(state, 'aid.progress')?.outcome).toBe('cancelled')
    expect(clock(state, 'aid.contact')?.dueAt).toBe(t('2026-10-09 00:00'))
  })
  it('after the first one spoke and signed, the next one owes her a word: something always runs', () => {
    const worked: Act[] = [...inHand, ['2026-09-30 11:00', 'li', contact], ['2026-09-30 11:05', 'li', mandate]]
    const { state } = given(...worked).when('2026-10-12 09:00', 'zhou', swap('tao'), all)
    expect(clock(state, 'aid.contact', 2)).toMatchObject({ state: 'running', dueAt: t('2026-10-14 00:00') })
    expect(clock(state, 'aid.sign')?.outcome).toBe('kept')
  })
  it('the lawyer who has it already is no swap', () => {
    expect(given(...clear).when('2026-09-30 11:00', 'zhou', swap('li'), all).events).toEqual([])
  })
  it('not to another house, not to whom a rule excludes, not to somebody unknown', () => {
    const before = given(...clear)
    expect(before.when('2026-09-30 11:00', 'zhou', swap('he'), all).refusal?.refused).toBe('aid.lawyer-elsewhere')
    const full = card({ person: 'full', capacity: 0 })
    expect(before.when('2026-09-30 11:00', 'zhou', swap('full'), [li, full]).refusal).toMatchObject({
      refused: 'aid.lawyer-excluded',
      detail: { rule: 'full' },
    })
    expect(before.when('2026-09-30 11:00', 'zhou', swap('nobody'), all).refusal?.refused).toBe('aid.lawyer-unknown')
  })
  it('whoever had it and gave it on isn’t offered it again', () => {
    const swapped: Act[] = [...clear, ['2026-09-30 11:00', 'zhou', swap('tao'), all]]
    expect(given(...swapped).when('2026-09-30 12:00', 'zhou', swap('li'), all).refusal).toMatchObject({
      refused: 'aid.lawyer-excluded',
      detail: { rule: 'offered-before' },
    })
    const { state } = given(...swapped).when('2026-09-30 12:00', 'tao', conflict(true), all)
    expect(state).toMatchObject({ lawyer: { ref: { id: 'he' } }, offered: ['li', 'tao'] })
  })
  it('not before somebody has it, nor after it was closed', () => {
    for (const acts of [submitted, searching, closing])
      expect(given(...acts).when('2026-10-21 10:00', 'zhou', swap('tao'), all).refusal?.refused).toBe(
        'aid.not-assigned',
      )
  })
})

describe('what the lawyer does counts as a report', () => {
  it('speaking with her takes the matter in hand and starts the thirty days', () => {
    const { state, events } = given(...clear).when('2026-09-30 11:00', 'li', contact)
    expect(types(events)).toEqual([
      'ClientContacted',
      'ClockStopped aid.contact',
      'AidTaken',
      'ClockStarted aid.progress',
    ])
    expect(state.stage).toBe('in-hand')
    expect(clock(state, 'aid.progress')?.dueAt).toBe(t('2026-10-31 00:00'))
  })
  it('so does the mandate; each of them starts the thirty days anew', () => {
    const spoke: Act[] = [...inHand, ['2026-10-08 11:00', 'li', contact]]
    expect(clock(given(...spoke).state, 'aid.progress')?.outcome).toBe('kept')
    // Thirty days from 8 October end on Saturday 7 November, so on Monday the 9th.
    expect(clock(given(...spoke).state, 'aid.progress', 2)?.dueAt).toBe(t('2026-11-10 00:00'))
    const { state } = given(...spoke).when('2026-10-08 12:00', 'li', mandate)
    expect(clock(state, 'aid.progress', 3)?.state).toBe('running')
    expect(clock(state, 'aid.sign')?.outcome).toBe('kept')
  })
  it('a contact is none of the centre’s before there was a bad rating', () => {
    expect(given(...inHand).when('2026-09-30 11:00', 'gao', contact).refusal?.refused).toBe('aid.nothing-to-rectify')
  })
  it('many reports leave the last three', () => {
    const many: Act[] = Array.from({ length: 5 }, (_, n) => [`2026-10-1${n} 10:00`, 'li', report(`第 ${n} 次`)])
    expect(given(...inHand, ...many).state.personal.reports.map(({ text }) => text)).toEqual(
      [2, 3, 4].map((n) => `第 ${n} 次`),
    )
  })
})
