import { describe, expect, it } from 'vitest'
import { type Rota, type Swap, whoIsOn } from '@/domain/rota'
import { decideAway, decideLeave, decideSwapAnswer, decideSwapAsk } from '@/domain/rota-edits'
import { calendar, given, layer, rota, t } from './rota-given'

const turns = layer({ people: ['a', 'b'], anchor: '2026-10-09', from: '08:00', to: '20:00' })
const town = layer({ seat: 'town', people: ['t'], from: '08:00', to: '12:00' })
const base: Rota = { ...rota([turns, town]), seats: [...rota([]).seats, { id: 'town', kind: 'town' }] }
const shift = { seat: 'hotline', from: t('10-09 08:00'), to: t('10-09 20:00') }
const ask = (of: Rota, who: string, other: string, more: object = {}, now = '10-08 12:00') =>
  decideSwapAsk(of, { id: 's', ...shift, with: other, ...more }, given(who, now))
const asked = (of = base, other = 'b'): Swap => {
  const swap = ask(of, 'a', other)
  if ('refused' in swap) throw new Error(swap.refused)
  return swap
}
const answer = (of: Rota, who: string, yes: boolean, now = '10-08 13:00') =>
  decideSwapAnswer(of, 's', yes, given(who, now))
const leave = (person: string, from: string, to: string) => ({
  absences: [{ id: 'l', person, from: t(from), to: t(to), kind: 'leave' as const, at: t('09-01 08:00') }],
})

describe('asking for a swap', () => {
  it('changes nothing yet, and knows a whole shift from a part', () => {
    const swap = asked()
    expect(swap).toMatchObject({ person: 'a', with: 'b', state: 'asked', whole: true, askedAt: t('10-08 12:00') })
    expect(whoIsOn({ ...base, swaps: [swap] }, 'hotline', t('10-09 09:00'), calendar)[0]?.person).toBe('a')
    expect(ask(base, 'a', 'b', { to: t('10-09 12:00') })).not.toHaveProperty('whole')
  })
  it.each([
    ['rota.swap-self', 'a', 'a', {}],
    ['rota.not-yours', 'b', 'a', {}],
    ['rota.not-yours', 'a', 'b', { to: t('10-09 20:01') }],
    ['rota.ends-before-it-starts', 'a', 'b', { to: t('10-09 08:00') }],
    ['seat.not-found', 'a', 'b', { seat: 'nowhere' }],
    ['rota.two-seats', 'a', 't', {}],
    ['rota.not-there', 'a', 'b', { return: { from: t('10-11 08:00'), to: t('10-11 20:00') } }],
  ])('is refused by name: %s (%s asks %s)', (refused, who, other, more) => {
    expect(ask(base, who, other, more)).toMatchObject({ refused })
  })
  it('is refused for a shift that is over, and not for one that has begun', () => {
    expect(ask(base, 'a', 'b', {}, '10-09 20:00')).toMatchObject({ refused: 'rota.in-the-past' })
    expect(ask(base, 'a', 'b', {}, '10-09 19:59')).toMatchObject({ state: 'asked' })
  })
  it('is refused while another is open on any of its minutes, and allowed once that was declined', () => {
    const open = { ...base, swaps: [asked()] }
    const part = { id: 's2', from: t('10-09 19:00') }
    expect(ask(open, 'a', 'c', part)).toEqual({ refused: 'rota.swap-open', detail: { swap: 's' } })
    const declined = { ...base, swaps: [{ ...asked(), state: 'declined' as const }] }
    expect(ask(declined, 'a', 'c', part)).toMatchObject({ state: 'asked' })
  })
  it('takes the other’s shift in return, as a whole one', () => {
    const back = { from: t('10-10 08:00'), to: t('10-10 20:00') }
    expect(ask(base, 'a', 'b', { return: back })).toMatchObject({ return: { ...back, whole: true } })
  })
})

describe('answering a swap', () => {
  const open = { ...base, swaps: [asked()] }
  it('with yes puts the other there; with no leaves all as it is', () => {
    const yes = answer(open, 'b', true)
    expect(yes).toMatchObject({ state: 'agreed', answeredAt: t('10-08 13:00') })
    const after = { ...base, swaps: [yes as Swap] }
    expect(whoIsOn(after, 'hotline', t('10-09 09:00'), calendar)[0]?.person).toBe('b')
    expect(answer(open, 'b', false)).toMatchObject({ state: 'declined' })
  })
  it('is only for whom it asks; a stranger doesn’t learn that there is one', () => {
    expect(answer(open, 'a', true)).toEqual({ refused: 'rota.swap-not-asked' })
    expect(answer(open, 'c', true)).toEqual({ refused: 'swap.not-found' })
  })
  it('once: the same answer again is nothing new, another one is refused', () => {
    const agreed = { ...asked(), state: 'agreed' as const, answeredAt: t('10-08 13:00') }
    const settled = { ...base, swaps: [agreed] }
    expect(answer(settled, 'b', true)).toBe(agreed)
    expect(answer(settled, 'b', false)).toEqual({ refused: 'rota.swap-answered' })
  })
  it('is checked again: the one asked went on leave, the shift is over, or is no longer his who asked', () => {
    expect(answer({ ...open, ...leave('b', '10-09 19:00', '10-10 00:00') }, 'b', true)).toMatchObject({
      refused: 'rota.on-leave',
    })
    expect(answer(open, 'b', true, '10-09 20:00')).toMatchObject({ refused: 'rota.in-the-past' })
    const others = { ...open, layers: [{ ...turns, people: ['x', 'y'] }, town] }
    expect(answer(others, 'b', true)).toMatchObject({ refused: 'rota.not-there' })
    expect(answer(others, 'b', false)).toMatchObject({ state: 'declined' })
  })
  it('follows a whole shift that was moved since it was asked', () => {
    const moved = { ...open, layers: [{ ...turns, from: '10:00', to: '22:00' }, town] }
    expect(answer(moved, 'b', true)).toMatchObject({ from: t('10-09 10:00'), to: t('10-09 22:00'), state: 'agreed' })
  })
})

describe('leave', () => {
  const ask = (more: object = {}, who = given('a', '10-08 12:00')) =>
    decideLeave(base, { id: 'l', person: 'a', from: t('10-09 00:00'), to: t('10-12 00:00'), ...more }, who)
  it('asks the cover for each shift in it, and leaves gaps until he says yes', () => {
    const answer = ask({ cover: 'c', why: '产假' })
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.absence).toMatchObject({ id: 'l', person: 'a', kind: 'leave', why: '产假' })
    expect(answer.swaps.map(({ id, from, whole, leave }) => [id, from, whole, leave])).toEqual([
      ['l:1', t('10-09 08:00'), true, 'l'],
      ['l:2', t('10-11 08:00'), true, 'l'],
    ])
    const waiting = { ...base, absences: [answer.absence], swaps: answer.swaps }
    expect(whoIsOn(waiting, 'hotline', t('10-09 09:00'), calendar)).toEqual([])
    const yes = decideSwapAnswer(waiting, 'l:1', true, given('c', '10-08 13:00'))
    const covered = { ...waiting, swaps: [yes as Swap] }
    expect(whoIsOn(covered, 'hotline', t('10-09 09:00'), calendar)[0]?.person).toBe('c')
  })
  it('is refused when it is over, with oneself or a busy one as cover, or for somebody else by anybody but the centre', () => {
    expect(ask({ to: t('10-08 12:00'), from: t('10-07 00:00') })).toMatchObject({ refused: 'rota.in-the-past' })
    expect(ask({ cover: 'a' })).toMatchObject({ refused: 'rota.swap-self' })
    expect(ask({ cover: 't' })).toMatchObject({ refused: 'rota.two-seats' })
    expect(ask({}, given('b', '10-08 12:00'))).toEqual({ refused: 'permission.role' })
    const centre = given('gao', '10-08 12:00', { actor: { id: 'gao', name: '', role: 'centre' } })
    expect(ask({}, centre)).toMatchObject({ absence: { person: 'a' }, swaps: [] })
  })
})

describe('in court until …', () => {
  it('takes him out of every seat from now to then, and back at once when he says so', () => {
    const gone = decideAway(base, { id: 'w', until: t('10-09 11:30'), why: '开庭' }, given('a', '10-09 09:12'))
    if ('refused' in gone || !gone.absence) throw new Error('not away')
    expect(gone.absence).toMatchObject({ from: t('10-09 09:12'), to: t('10-09 11:30'), kind: 'away' })
    const away = { ...base, absences: [gone.absence] }
    const on = (at: string) => whoIsOn(away, 'hotline', t(at), calendar).length
    expect([on('10-09 09:11'), on('10-09 09:12'), on('10-09 11:29'), on('10-09 11:30')]).toEqual([1, 0, 0, 1])
    const back = decideAway(away, { id: 'w2' }, given('a', '10-09 10:00'))
    expect(back).toEqual({ ended: [{ ...gone.absence, to: t('10-09 10:00') }] })
  })
  it('a new hour ends the old one; an hour that has passed is refused; another’s absence stays', () => {
    const { absences } = leave('a', '10-09 09:00', '10-09 12:00')
    const away = { ...base, absences: absences.map((one) => ({ ...one, kind: 'away' as const })) }
    expect(decideAway(away, { id: 'w', until: t('10-09 14:00') }, given('a', '10-09 10:00'))).toMatchObject({
      ended: [{ id: 'l', to: t('10-09 10:00') }],
      absence: { id: 'w', to: t('10-09 14:00') },
    })
    expect(decideAway(base, { id: 'w', until: t('10-09 10:00') }, given('a', '10-09 10:00'))).toMatchObject({
      refused: 'rota.in-the-past',
    })
    expect(decideAway(away, { id: 'w' }, given('b', '10-09 10:00'))).toEqual({ ended: [] })
  })
})
