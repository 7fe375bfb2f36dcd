import { describe, expect, it } from 'vitest'
import { NEVER } from '@/domain/time'
import { visitWakeAt } from '@/domain/visit'
import {
  arrive,
  bao,
  booked,
  confirm,
  done,
  free,
  gao,
  hes,
  li,
  moveTo,
  noShow,
  of,
  owed,
  policy,
  ref,
  t,
  types,
} from './visit-given'

const start = booked('09-30 9:00')
const turns = (events: Parameters<typeof of>[0]) =>
  of(events, 'VisitReminded').map(({ at, nth, lateBy }) => [nth, at, lateBy].filter(Boolean))

describe('reminders', () => {
  it('a day before and two hours before, each once', () =>
    expect(turns(start.until('10-09 9:00').events)).toEqual([
      [1, t('10-08 9:00')],
      [2, t('10-09 7:00')],
    ]))
  it('of what was booked later, or at that very moment, there is none: she has just been told', () => {
    expect(turns(booked('10-08 8:59:59.999').until('10-09 9:00').events)).toHaveLength(2)
    expect(turns(booked('10-08 9:00').until('10-09 9:00').events)).toEqual([[2, t('10-09 7:00')]])
    expect(turns(booked('10-09 8:00').until('10-09 9:00').events)).toEqual([])
  })
  it('a machine that slept sends the latest one, and says how late', () => {
    const woke = start.wakes('10-09 7:30')
    expect(turns(woke.events)).toEqual([[2, t('10-09 7:30'), 'PT30M']])
    expect(turns(woke.until('10-09 9:00').events)).toHaveLength(1)
  })
  it('and none once it has begun, and is still', () => {
    expect(turns(start.wakes('10-09 8:59:59.999').events)).toHaveLength(1)
    const woke = start.wakes('10-09 9:00')
    expect([turns(woke.events), types(woke.events).at(-1)]).toEqual([[], 'ReminderLost'])
    expect(visitWakeAt(woke.state, policy)).toBe(t('10-09 10:30'))
  })
  it('begin anew for another hour', () => {
    const moved = start.until('10-09 7:00').does('10-09 7:10', bao, moveTo(hes), free(hes))
    expect(turns(moved.until('10-09 10:00').events).at(-1)).toEqual([2, t('10-09 8:00')])
  })
  it('not of what they have begun already', () => {
    const met = start.does('10-09 7:00', li, arrive)
    expect(turns(met.until('10-09 9:00').events)).toEqual([])
  })
})

describe('what nobody marked', () => {
  it('whoever had it is asked an hour after its end, the centre’s person a day later; no more', () => {
    const left = start.until('10-12 9:00')
    expect(of(left.events, 'VisitUnmarked').map(({ at, to, nth }) => [nth, at, to.id])).toEqual([
      [1, t('10-09 10:30'), 'li'],
      [2, t('10-10 10:30'), 'gao'],
    ])
    expect([left.state.open, visitWakeAt(left.state, policy)]).toEqual([true, NEVER])
  })
  it('nobody is asked where it was said, nor where there was no hour', () => {
    const said = [
      start.does('10-09 9:20', li, arrive).does('10-09 9:40', li, done()),
      start.does('10-09 9:20', li, noShow('person')),
      start.does('10-09 9:20', bao, noShow('staff')),
      owed('10-02 22:10'),
    ]
    for (const story of said) expect(of(story.until('10-12 9:00').events, 'VisitUnmarked')).toEqual([])
  })
  it('of whom they met without a word about it, all the same', () => {
    const met = start.does('10-09 9:00', li, arrive).until('10-09 10:30')
    expect(of(met.events, 'VisitUnmarked')).toHaveLength(1)
  })
})

describe('on the day itself', () => {
  it('they meet at most two hours before, set out at most twelve', () => {
    expect(start.refuses('10-09 6:59:59.999', li, arrive).refused).toBe('visit.too-early')
    expect(start.does('10-09 7:00', li, arrive).state.stage).toBe('arrived')
    expect(start.refuses('10-09 6:59', li, done()).refused).toBe('visit.too-early')
    expect(start.refuses('10-09 8:00', li, { type: 'SetOut' }).refused).toBe('visit.not-home')
    expect(owed('10-02 22:10').does('10-02 22:20', gao, { type: 'SetOut' }).state.stage).toBe('set-out')
  })
  it('a result is a sentence, and closes it', () => {
    expect(start.refuses('10-09 9:20', li, done(' 好 ')).refused).toBe('visit.note-missing')
    const over = start.does('10-09 9:20', li, done())
    expect(over.state).toMatchObject({ stage: 'done', open: false, finished: { by: ref('li') } })
    expect(over.refuses('10-09 9:30', bao, confirm).refused).toBe('visit.not-ahead')
  })
  it('how it was she says herself, once; of a bad one the centre’s person hears, and it stays closed', () => {
    const over = start.does('10-09 9:20', li, done())
    const rate = (stars: number) => ({ type: 'RateVisit' as const, stars })
    expect(start.refuses('10-09 9:20', bao, rate(5)).refused).toBe('visit.not-done')
    expect(over.refuses('10-09 9:30', li, rate(5)).refused).toBe('visit.not-yours')
    const bad = over.does('10-09 9:30', bao, rate(2))
    expect(bad.state).toMatchObject({ rated: { stars: 2 }, responsible: { id: 'gao' }, open: false })
    expect(over.does('10-09 9:30', bao, rate(3)).state.responsible.id).toBe('li')
    expect(bad.does('10-09 9:31', bao, rate(2)).events).toHaveLength(bad.events.length)
    expect(bad.refuses('10-09 9:31', bao, rate(5)).refused).toBe('visit.already-said')
    expect(bad.does('10-09 9:40', gao, { type: 'TakeNote', text: '打过电话' }).state.personal.notes).toHaveLength(1)
  })
})
