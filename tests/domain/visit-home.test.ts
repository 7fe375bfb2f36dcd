import { describe, expect, it } from 'vitest'
import {
  arrive,
  atHome,
  bao,
  booked,
  cancel,
  clock,
  done,
  free,
  gao,
  held,
  hour,
  li,
  moveTo,
  noShow,
  owed,
  storm,
  t,
  types,
} from './visit-given'

/** Booked on the second evening of the holiday, 2026-10-02 22:10: somebody is there by 22:10 of the next day. */

const address = { visitor: {}, address: '三组' }
const asked = owed('10-02 22:10')
const found = asked.does('10-02 22:30', gao, moveTo(atHome), free(atHome))
const resume = { type: 'ResumeVisit' as const }

describe('the day in which somebody comes', () => {
  it('runs from when she pressed send, over the holiday and through the night', () =>
    expect(clock(asked)).toMatchObject({ startedAt: t('10-02 22:10'), dueAt: t('10-03 22:10'), state: 'running' }))
  it('runs from when the call began', () => {
    const call = owed('10-02 22:10', { callFrom: t('10-02 22:04') })
    expect(clock(call)?.dueAt).toBe(t('10-03 22:04'))
  })
  it('is kept by an arrival before its end, missed by one at that instant', () => {
    const kept = asked.does('10-03 22:09:59.999', gao, arrive)
    expect(clock(kept)).toMatchObject({ state: 'stopped', outcome: 'kept' })
    const late = asked.does('10-03 22:10', gao, arrive)
    expect(clock(late)).toMatchObject({ outcome: 'missed', lateBy: 'PT0S' })
    expect(types(late.events)).toContain('ClockOverdue visit.home')
  })
  it('isn’t stopped by an hour that was found, nor by setting out', () => {
    const out = found.does('10-03 13:30', li, { type: 'SetOut' })
    expect([clock(found)?.state, clock(out)?.state]).toEqual(['running', 'running'])
  })
  it('is over with what came of it too, also where nobody said that he arrived', () => {
    const story = found.does('10-03 15:40', li, done())
    expect(types(story.events).slice(-3)).toEqual(['VisitorArrived', 'ClockStopped visit.home', 'VisitDone'])
    expect([clock(story)?.outcome, story.state.arrived?.checked]).toEqual(['kept', false])
  })
  it('taken back it ends cancelled; given up by staff after its end it stays missed', () => {
    expect(clock(asked.does('10-03 10:00', bao, cancel()))?.outcome).toBe('cancelled')
    expect(clock(asked.does('10-03 22:20', bao, cancel()))?.outcome).toBe('cancelled')
    expect(clock(asked.does('10-03 10:00', gao, cancel('她住院了')))?.outcome).toBe('cancelled')
    expect(clock(asked.does('10-03 22:20', gao, cancel('她住院了')))?.outcome).toBe('missed')
  })
  it('who could come and chose a later hour is promised that one; who can’t, the day', () => {
    const sunday = hour('10-11 10:00', { way: 'home' })
    expect(clock(booked('10-02 22:10', { personal: address }, sunday))?.dueAt).toBe(sunday.end)
    const soon = booked('10-02 22:10', { personal: address }, atHome)
    expect(clock(soon)?.dueAt).toBe(t('10-03 22:10'))
    const needs = booked('10-02 22:10', { personal: address, need: 'disabled' }, sunday)
    expect(clock(needs)?.dueAt).toBe(t('10-03 22:10'))
  })
  it('moved to a later hour by herself is a new promise; by staff, or after they didn’t come, the old one', () => {
    const monday = hour('10-05 10:00', { way: 'home' })
    const hers = found.does('10-03 9:00', bao, moveTo(monday), free(monday))
    expect(clock(hers)?.outcome).toBe('cancelled')
    expect(clock(hers, 2)).toMatchObject({ dueAt: monday.end, state: 'running' })
    const theirs = found.does('10-03 9:00', li, moveTo(monday), free(monday))
    expect([clock(theirs)?.dueAt, clock(theirs, 2)]).toEqual([t('10-03 22:10'), undefined])
    const left = found.does('10-03 17:00', bao, noShow('staff')).does('10-03 17:05', bao, moveTo(monday), free(monday))
    expect([clock(left)?.state, clock(left, 2)]).toEqual(['running', undefined])
  })
  it('there is none while an hour is only held, and none in an office', () => {
    expect(clock(held('10-02 22:10', {}, atHome))).toBeUndefined()
    expect(clock(booked('09-30 9:00'))).toBeUndefined()
  })
})

describe('weather', () => {
  it('stops the day with evidence, until it is said to be over', () => {
    const still = found.does('10-03 14:00', li, storm(t('10-04 8:00')))
    expect(clock(still)?.state).toBe('paused')
    const on = still.does('10-03 18:00', li, resume)
    expect(clock(on)).toMatchObject({ state: 'running', dueAt: t('10-04 2:10') })
    expect(on.state.weather).toBeUndefined()
  })
  it('or until the instant that was given, by itself, however late somebody looks', () => {
    const still = found.does('10-03 14:00', li, storm(t('10-04 8:00')))
    for (const on of [still.until('10-04 8:00'), still.wakes('10-04 15:00')])
      expect(clock(on)).toMatchObject({ state: 'running', dueAt: t('10-04 16:10') })
    expect(clock(still.until('10-04 7:59:59.999'))?.state).toBe('paused')
    const late = still.wakes('10-04 17:00')
    expect(types(late.events).slice(-4, -1)).toContain('ClockResumed visit.home')
    expect(types(late.events)).toContain('ClockOverdue visit.home')
  })
  it('nobody said until when: somebody looks again a day later; three days are the most', () => {
    expect(found.does('10-03 14:00', li, storm()).state.weather?.until).toBe(t('10-04 14:00'))
    expect(found.refuses('10-03 14:00', li, storm(t('10-06 14:00:00.001'))).refused).toBe('visit.until-wrong')
    expect(found.refuses('10-03 14:00', li, storm(t('10-03 14:00'))).refused).toBe('visit.until-wrong')
    expect(found.does('10-03 14:00', li, storm(t('10-06 14:00'))).state.weather).toBeDefined()
  })
  it('without a picture, twice, or for an office it isn’t', () => {
    const bare = { type: 'SuspendVisit' as const, evidence: [] }
    expect(found.refuses('10-03 14:00', li, bare).refused).toBe('visit.evidence-missing')
    const still = found.does('10-03 14:00', li, storm())
    expect(still.refuses('10-03 14:10', li, storm()).refused).toBe('visit.suspended')
    expect(booked('09-30 9:00').refuses('10-09 8:00', li, storm()).refused).toBe('visit.not-home')
    expect(found.refuses('10-03 14:00', li, resume).refused).toBe('visit.not-suspended')
  })
  it('turns back whoever was on his way; setting out again ends it', () => {
    const out = found.does('10-03 13:30', li, { type: 'SetOut' })
    const back = out.does('10-03 14:00', li, storm(t('10-04 8:00')))
    expect([back.state.stage, back.state.setOut]).toEqual(['booked', undefined])
    const again = back.does('10-03 20:00', li, { type: 'SetOut' })
    expect([again.state.stage, again.state.weather, clock(again)?.dueAt]).toEqual([
      'set-out',
      undefined,
      t('10-04 4:10'),
    ])
  })
  it('doesn’t heal a day that was over, nor makes anybody one who didn’t come', () => {
    const late = found.does('10-03 22:20', li, storm(t('10-04 8:00'))).until('10-04 9:00')
    expect(clock(late)).toMatchObject({ state: 'running', dueAt: t('10-03 22:10') })
    const still = found.does('10-03 14:00', li, storm(t('10-04 8:00')))
    expect(still.refuses('10-03 17:00', bao, noShow('staff')).refused).toBe('visit.suspended')
  })
})
