import { describe, expect, it } from 'vitest'
import { visitDesks, visitWakeAt } from '@/domain/visit'
import {
  atHome,
  bao,
  book,
  booked,
  companion,
  confirm,
  elder,
  free,
  friday,
  gao,
  he,
  held,
  hold,
  hour,
  later,
  mei,
  mine,
  moveTo,
  owed,
  policy,
  refused,
  t,
  taken,
  tooLate,
  types,
} from './visit-given'

/** Wednesday 2026-09-30, the day before the holiday; the hour is on Friday 2026-10-09, the second day after it. */

describe('an hour is held', () => {
  const story = held('09-30 9:00:00')
  it('for three minutes, the end exclusive', () => {
    expect(story.state).toMatchObject({ stage: 'held', heldUntil: t('09-30 9:03:00'), responsible: friday.person })
    expect(visitWakeAt(story.state, policy)).toBe(t('09-30 9:03:00'))
    expect(story.until('09-30 9:02:59.999').state.stage).toBe('held')
    const over = story.until('09-30 9:03:00')
    expect([over.state.stage, over.state.open, over.state.cancelled]).toEqual([
      'cancelled',
      false,
      { at: t('09-30 9:03:00'), by: 'time' },
    ])
  })
  it('a machine that slept says the same instant', () => {
    const woke = story.wakes('09-30 14:00')
    expect(woke.state.cancelled).toEqual({ at: t('09-30 9:03:00'), by: 'time' })
    expect(woke.events.at(-1)?.at).toBe(t('09-30 9:03:00'))
  })
  it('and is booked in its last millisecond, not at the instant it ends', () => {
    const last = story.does('09-30 9:02:59.999', bao, book(), mine(friday))
    expect(last.state).toMatchObject({ stage: 'booked', hour: friday, createdAt: t('09-30 9:00') })
    expect(last.state.heldUntil).toBeUndefined()
    expect(last.until('09-30 9:10').state.stage).toBe('booked')
    const late = story.refuses('09-30 9:03:00', bao, book(), free(friday))
    expect(late.refused).toBe('visit.hold-ended')
    expect(late.detail?.next).toHaveLength(3)
  })
  it('stands in no list, nor does what was never booked', () => {
    expect(visitDesks(story.state)).toEqual([])
    expect(visitDesks(story.until('09-30 9:03').state)).toEqual([])
    expect(visitDesks(story.does('09-30 9:01', bao, { type: 'CancelVisit' }).state)).toEqual([])
    expect(visitDesks(booked('09-30 9:00').state)).toEqual(['applicant:bao', 'person:li', 'unit:centre'])
  })
  it('changed for another one it isn’t held longer for that', () => {
    const other = story.does('09-30 9:02', bao, moveTo(later), free(later))
    expect(other.state).toMatchObject({ stage: 'held', hour: later, heldUntil: t('09-30 9:03'), moves: 0 })
  })
  it('and a yes to it is a booking; at home, or for another, there is a form to fill in first', () => {
    const yes = story.does('09-30 9:01', bao, confirm, mine(friday))
    expect(yes.state).toMatchObject({ stage: 'confirmed', owner: 'bao', hour: friday })
    const forHome = held('09-30 9:00', {}, atHome).refuses('09-30 9:01', bao, confirm, mine(atHome))
    expect(forHome.refused).toBe('visit.form-first')
    const helper = { id: 'mei', name: '梅书记' }
    const forOther = held('09-30 9:00', { owner: undefined, helper }).refuses('09-30 9:01', mei, confirm, mine(friday))
    expect(forOther.refused).toBe('visit.form-first')
  })
})

describe('who comes too late', () => {
  it('hears the next three', () => {
    for (const command of [hold(), book()]) {
      const no = refused('09-30 9:00', command, taken(friday))
      expect(tooLate(no)).toEqual(['visit.slot-taken', 3])
    }
  })
  it('also when what was held is another’s by now', () => {
    const no = held('09-30 9:00').refuses('09-30 9:01', bao, book(), taken(friday))
    expect(no.refused).toBe('visit.slot-taken')
  })
  it('an hour that isn’t one is refused with the reason', () => {
    expect(refused('09-30 9:00', book(), { wanted: { problem: 'day-off' } })).toEqual({
      refused: 'visit.not-offered',
      detail: { problem: 'day-off' },
    })
  })
})

describe('a booking', () => {
  it('the third one that is open is the last; who enters them for others isn’t counted', () => {
    expect(refused('09-30 9:00', hold(), { ...free(friday), openOnes: 3 })).toEqual({
      refused: 'visit.too-many-open',
      detail: { most: 3 },
    })
    expect(refused('09-30 9:00', book(), { ...free(friday), openOnes: 3 }).refused).toBe('visit.too-many-open')
    expect(booked('09-30 9:00').state.stage).toBe('booked')
    const story = booked('09-30 9:00', { owner: undefined, helper: { id: 'mei', name: '梅书记' } })
    expect(story.state.owner).toBeUndefined()
  })
  it('is made once', () => {
    const again = booked('09-30 9:00').refuses('09-30 9:01', bao, book(), free(later))
    expect(again.refused).toBe('visit.already-booked')
    expect(booked('09-30 9:00').refuses('09-30 9:01', bao, hold(), free(later)).refused).toBe('visit.already-booked')
  })
  it('in an office needs an hour', () => expect(refused('09-30 9:00', book()).refused).toBe('visit.no-hour'))
  it('in an office has no clock, the promise of a day is for who can’t come', () =>
    expect(types(booked('09-30 9:00').events)).toEqual(['VisitBooked']))
})

describe('a visit at home', () => {
  it('without an hour is for whoever can’t come; in a planned hour for everybody', () => {
    expect(refused('10-02 22:10', elder({ need: undefined as never })).refused).toBe('visit.need-missing')
    const planned = booked('10-02 22:10', { personal: { visitor: {}, address: '三组' } }, atHome)
    expect(planned.state).toMatchObject({ stage: 'booked', way: 'home' })
  })
  it('needs to know where', () =>
    expect(refused('10-02 22:10', elder({ personal: { visitor: {} } })).refused).toBe('visit.address-missing'))
  it('of a child needs an adult beside it, however it is said to be one', () => {
    const personal = { visitor: {}, address: '三组' }
    for (const child of [{ need: 'left-behind-child' as const }, { minor: true as const }]) {
      expect(refused('10-02 22:10', elder({ ...child, personal })).refused).toBe('visit.minor-alone')
      expect(refused('10-02 22:10', elder({ ...child, personal }), free(atHome)).refused).toBe('visit.minor-alone')
      const story = owed('10-02 22:10', { ...child, personal: { ...personal, companion } })
      expect(story.state.personal.companion).toEqual(companion)
    }
  })
  it('that nobody has an hour for is the local person’s, before nobody the centre’s', () => {
    expect(owed('10-02 22:10').state.responsible.id).toBe('wang')
    const alone = owed('10-02 22:10', {}, { local: null }).state
    expect(alone.responsible).toEqual({ id: 'gao', name: '高审查' })
    expect(visitDesks(owed('10-02 22:10').state)).toContain('unit:150524100')
    const found = owed('10-02 22:10').does('10-02 22:30', gao, moveTo(atHome), free(atHome))
    expect(visitDesks(found.state)).toEqual(['applicant:bao', 'person:li', 'unit:centre'])
    expect(found.state).toMatchObject({ hour: atHome, responsible: { id: 'li' }, stage: 'booked', moves: 0 })
  })
  it('is handed to another named person while it has no hour, and by its hour afterwards', () => {
    const to = { id: 'he', name: 'he律师' }
    const handed = owed('10-02 22:10').does('10-02 22:20', gao, { type: 'Reassign', to, why: '出差' })
    expect(handed.state.responsible).toEqual(to)
    const found = handed.does('10-02 22:30', he, moveTo(atHome), free(atHome))
    expect(found.refuses('10-02 22:40', gao, { type: 'Reassign', to, why: '出差' }).refused).toBe('visit.has-hour')
    const hers = { id: 'bao', name: '包群众' }
    expect(handed.refuses('10-02 22:40', gao, { type: 'Reassign', to: hers, why: '她' }).refused).toBe(
      'visit.own-visit',
    )
  })
  it('moves to another hour at home, never to the office', () => {
    const story = booked('10-02 22:10', { need: 'elder', personal: { visitor: {}, address: '三组' } }, atHome)
    const office = hour('10-03 10:00')
    expect(story.refuses('10-02 22:20', bao, moveTo(office), free(office)).refused).toBe('visit.other-way')
  })
})
