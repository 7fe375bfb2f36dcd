import { describe, expect, it } from 'vitest'
import { type Act, clock, given, li, submission, t, types } from '../given'
import {
  asked,
  clear,
  close,
  closed,
  closing,
  conflict,
  contact,
  frozen,
  inHand,
  mandate,
  parties,
  report,
  rule,
  searching,
  submitted,
  swap,
  take,
  withdrawn,
} from './aid-given'

const company = parties('某公司')
const hit = { hit: true }

describe('the other side told anew', () => {
  it('before anybody holds it changes the list and nothing else', () => {
    for (const acts of [submitted, searching]) {
      const { events, state } = given(...acts).when('2026-09-30 11:00', 'bao', company, undefined, hit)
      expect(types(events)).toEqual(['PartiesChanged'])
      expect(state.personal.parties).toMatchObject([{ name: '某公司' }])
    }
  })
  it('a hit of the wall freezes the lawyer, and the centre is responsible until it has ruled', () => {
    for (const acts of [asked, clear, inHand]) {
      const { events, state } = given(...acts).when('2026-09-30 11:00', 'bao', company, undefined, hit)
      expect(types(events)).toEqual(['PartiesChanged', 'LawyerFrozen'])
      expect(state).toMatchObject({ open: true, lawyer: { conflict: 'frozen' }, responsible: { id: 'gao' } })
    }
  })
  it('without a hit he is asked again about the new name, by himself', () => {
    const { events, state } = given(...inHand).when('2026-09-30 11:00', 'gao', company)
    expect(types(events)).toEqual(['PartiesChanged', 'ConflictAskedAgain'])
    expect(state).toMatchObject({ stage: 'in-hand', lawyer: { conflict: 'asked' }, responsible: { id: 'li' } })
  })
  it('who hasn’t answered yet isn’t asked twice', () => {
    expect(types(given(...asked).when('2026-09-30 11:00', 'bao', company).events)).toEqual(['PartiesChanged'])
  })
  it('a name that falls away asks nobody; the same list again changes nothing', () => {
    const two: Act[] = [
      ['2026-09-30 10:00', 'bao', submission()],
      ['2026-09-30 10:01', 'bao', parties('某公司', '某老板')],
      ...clear.slice(1),
    ]
    expect(types(given(...two).when('2026-09-30 11:00', 'bao', company).events)).toEqual(['PartiesChanged'])
    expect(given(...two).when('2026-09-30 11:00', 'bao', parties('某公司', '某老板')).events).toEqual([])
  })
  it('is told by the lawyer too, who then answers for himself', () => {
    expect(given(...inHand).when('2026-09-30 11:00', 'li', company).state.lawyer?.conflict).toBe('asked')
  })
  it('is never the applicant', () => {
    expect(given(...inHand).when('2026-09-30 11:00', 'bao', parties('某公司', '包某')).refusal).toEqual({
      refused: 'aid.party-is-applicant',
      detail: { party: 1, field: 'name' },
    })
  })
  it('not after the closing report, nor after the end', () => {
    for (const acts of [closing, closed, withdrawn])
      expect(given(...acts).when('2026-10-22 10:00', 'bao', company).refusal?.refused).toBe('aid.already-closed')
  })
})

describe('who is asked again', () => {
  const again: Act[] = [...inHand, ['2026-09-30 11:00', 'bao', company]]
  it('does nothing in the matter before he has answered', () => {
    for (const command of [contact, mandate, report('开庭了'), close])
      expect(given(...again).when('2026-09-30 11:01', 'li', command).refusal?.refused).toBe('aid.conflict-unanswered')
  })
  it('goes on where he was when nothing binds him', () => {
    const { state } = given(...again).when('2026-09-30 11:01', 'li', conflict(false))
    expect(state).toMatchObject({ stage: 'in-hand', lawyer: { conflict: 'clear' } })
  })
  it('leaves when something does, and the next one is asked', () => {
    const { state } = given(...again).when('2026-09-30 11:01', 'li', conflict(true))
    expect(state).toMatchObject({ stage: 'assigned', lawyer: { ref: { id: 'he' } }, offered: ['li'] })
    expect(clock(state, 'aid.progress')?.outcome).toBe('cancelled')
  })
})

describe('a frozen lawyer', () => {
  it('neither answers nor works, is neither confirmed nor swapped; his clocks run on', () => {
    for (const command of [conflict(true), conflict(false), contact, mandate, report('开庭了'), close])
      expect(given(...frozen).when('2026-09-30 11:00', 'li', command).refusal?.refused).toBe('aid.frozen')
    const before: Act[] = [...clear, ['2026-09-30 10:30', 'bao', company, undefined, hit]]
    expect(given(...before).when('2026-09-30 11:00', 'li', take).refusal?.refused).toBe('aid.frozen')
    for (const command of [swap('tao'), { type: 'ConfirmAssignment' } as const])
      expect(given(...before).when('2026-09-30 11:00', 'zhou', command).refusal?.refused).toBe('aid.frozen')
    expect(clock(given(...frozen).state, 'aid.contact')?.state).toBe('running')
  })
  it('stays frozen when the name is taken back: a person rules, not the next edit', () => {
    const { state } = given(...frozen).when('2026-09-30 11:00', 'bao', parties('另一家'))
    expect(state.lawyer?.conflict).toBe('frozen')
  })
  it('is replaced: he leaves, the next is asked in the same act, and he is never proposed again', () => {
    const { state, events } = given(...frozen).when('2026-09-30 11:00', 'gao', rule(true))
    expect(types(events)).toEqual([
      'ChangeRuled',
      'LawyerReleased',
      'ClockStopped aid.contact',
      'ClockStopped aid.sign',
      'ClockStopped aid.progress',
      'ClockStarted aid.assign',
      'LawyerAssigned',
      'ClockStopped aid.assign',
      'ClockStarted aid.contact',
      'ClockStarted aid.sign',
    ])
    expect(state).toMatchObject({
      stage: 'assigned',
      responsible: { id: 'he' },
      lawyer: { ref: { id: 'he' }, conflict: 'asked' },
      offered: ['li'],
    })
  })
  it('is replaced by nobody where nobody fits: a named person must find one', () => {
    const { state } = given(...frozen).when('2026-09-30 11:00', 'ma', rule(true), [li])
    expect(state).toMatchObject({
      stage: 'granted-unassigned',
      lawyer: undefined,
      responsible: { id: 'gao' },
      escalated: { to: { id: 'gao' } },
    })
    expect(clock(state, 'aid.assign', 2)?.dueAt).toBe(t('2026-10-09 00:00'))
  })
  it('stays: he is responsible again and still answers himself about the new names', () => {
    const { state, events } = given(...frozen).when('2026-09-30 11:00', 'gao', rule(false))
    expect(types(events)).toEqual(['ChangeRuled'])
    expect(state).toMatchObject({ stage: 'in-hand', lawyer: { conflict: 'asked' }, responsible: { id: 'li' } })
  })
  it('of two reviewers the second learns who ruled, either way; the first one’s repeat changes nothing', () => {
    for (const ok of [true, false]) {
      const ruled: Act[] = [...frozen, ['2026-09-30 11:00', 'gao', rule(ok)]]
      expect(given(...ruled).when('2026-09-30 11:01', 'ma', rule(ok)).refusal).toEqual({
        refused: 'matter.changed',
        detail: { by: '高审查', at: t('2026-09-30 11:00') },
      })
      expect(given(...ruled).when('2026-09-30 11:01', 'gao', rule(ok)).events).toEqual([])
    }
  })
  it('can freeze a second time, and is then ruled on anew', () => {
    const twice: Act[] = [
      ...frozen,
      ['2026-09-30 11:00', 'gao', rule(false)],
      ['2026-09-30 12:00', 'bao', parties('某公司', '某老板'), undefined, hit],
    ]
    expect(given(...twice).when('2026-09-30 12:01', 'ma', rule(true)).state.lawyer?.ref.id).toBe('he')
  })
  it('nobody rules on the lawyer of her own matter, and nothing is ruled where nothing is frozen', () => {
    const own: Act[] = [
      ['2026-09-30 10:00', 'gao', submission({ owner: 'gao' })],
      ['2026-09-30 10:05', 'ma', { type: 'GrantAid' }],
      ['2026-09-30 10:30', 'gao', company, undefined, hit],
    ]
    expect(given(...own).when('2026-09-30 11:00', 'gao', rule(true)).refusal?.refused).toBe('aid.own-application')
    expect(given(...inHand).when('2026-09-30 11:00', 'gao', rule(true)).refusal?.refused).toBe('aid.no-change-asked')
  })
})
