import { describe, expect, it } from 'vitest'
import type { Handling } from '@/domain/grievance-types'
import {
  accept,
  actor,
  clocks,
  dispatch,
  giveBack,
  land,
  lin,
  mei,
  of,
  otherVillage,
  passUp,
  ref,
  reported,
  rule,
  sendDown,
  shi,
  sign,
  t,
  tian,
  town,
  types,
  village,
  wang,
  water,
  wei,
  zhen,
} from './grievance-given'

const accepted = (handling: Handling = 'quick', more: object = {}, as: object = {}) =>
  reported('10-14 9:00', more).does('10-14 9:05', tian, accept(handling, as))
const atWater = () => accepted().does('10-14 9:10', tian, dispatch(water))
const atVillage = (handling: Handling = 'quick') => accepted(handling).does('10-14 9:10', tian, dispatch(village))
const hopOf = ({ state }: ReturnType<typeof accepted>) => [state.main?.unit.code, state.main?.how, state.main?.until]

describe('dispatch', () => {
  it('gives it to one unit, whose named person answers for it, with its own share of the time', () => {
    const sent = atVillage()
    expect(sent.state).toMatchObject({ stage: 'dispatched', responsible: ref('mei'), firstMain: village })
    expect(sent.state.careUntil).toBeUndefined()
    // Half of what is left from 9:10 until 9:00 the next day.
    expect(hopOf(sent)).toEqual(['150524100200', 'dispatched', t('10-14 21:05')])
  })
  it('to a department starts the answer and the result in working days beside the class', () => {
    expect(clocks(atWater())).toEqual([
      'accept/1 kept 10-14 09:15',
      'quick/1 running 10-15 09:00',
      'respond/1 running 10-16 00:00',
      'resolve/1 running 10-22 00:00',
    ])
    expect(clocks(atVillage()).slice(1)).toEqual(['quick/1 running 10-15 09:00'])
  })
  it('of 代办 to a department is its way up; to a village it is not', () => {
    const gone = accepted('escalate').does('10-14 9:10', tian, dispatch(water))
    expect(clocks(gone)).toContain('escalate/1 kept 10-14 21:00')
    expect(clocks(atVillage('escalate')).slice(1)).toEqual(['escalate/1 running 10-14 21:00'])
  })
  it('over the holiday: twelve hours to go up, five working days from then, the make-up Saturday counted', () => {
    const up = reported('10-01 8:00')
      .does('10-01 8:05', tian, accept('escalate'))
      .does('10-01 8:10', tian, dispatch(town))
      .does('10-01 19:59', zhen, passUp)
    // 8, 9, 10 (a working Saturday), 12, 13 October.
    expect(clocks(up).slice(1)).toEqual([
      'escalate/1 kept 10-01 20:00',
      'respond/1 running 10-09 00:00',
      'resolve/1 running 10-14 00:00',
    ])
    expect(clocks(reported('10-01 8:00').does('10-01 8:05', tian, accept('quick'))).at(-1)).toBe(
      'quick/1 running 10-02 08:00',
    )
  })
  it('twice at once: one is sent, the other hears by whom', () => {
    const sent = atWater()
    expect(sent.refuses('10-14 9:10', shi, dispatch(land))).toEqual({
      refused: 'matter.changed',
      detail: { by: '田指挥', at: t('10-14 9:10') },
    })
    expect(sent.does('10-14 9:11', tian, dispatch(water)).events).toEqual(sent.events)
    expect(sent.refuses('10-14 9:11', tian, dispatch(land)).refused).toBe('matter.changed')
    expect(reported('10-14 9:00').refuses('10-14 9:01', tian, dispatch()).refused).toBe('grievance.not-accepted')
  })
  it('names its main unit once', () => {
    expect(accepted().refuses('10-14 9:10', tian, dispatch(water, [land, water])).refused).toBe('grievance.wrong-level')
    expect(accepted().refuses('10-14 9:10', tian, dispatch(water, [land, land])).refused).toBe('grievance.wrong-level')
    expect(accepted().does('10-14 9:10', tian, dispatch(water, [land, town])).state.with).toHaveLength(2)
  })
  it('never reaches the unit it is against, as main unit or as helper', () => {
    const against = accepted('quick', { against: 'dept:land' })
    const brief = { brief: '有人反映占地' }
    expect(against.refuses('10-14 9:10', tian, dispatch(land, [], brief)).refused).toBe('grievance.accused-unit')
    expect(against.refuses('10-14 9:10', tian, dispatch(water, [land], brief)).refused).toBe('grievance.accused-unit')
    expect(against.does('10-14 9:10', tian, dispatch(water, [], brief)).state.stage).toBe('dispatched')
  })
  it('about village cadres goes to no village and no town', () => {
    const cadre = accepted('quick', { topic: 'village-cadre' })
    const brief = { brief: '有人反映补贴' }
    for (const unit of [village, otherVillage, town])
      expect(cadre.refuses('10-14 9:10', tian, dispatch(unit, [], brief)).refused).toBe('grievance.accused-unit')
    expect(cadre.refuses('10-14 9:10', tian, dispatch(land, [town], brief)).refused).toBe('grievance.accused-unit')
    expect(cadre.does('10-14 9:10', tian, dispatch(land, [], brief)).state.stage).toBe('dispatched')
  })
  it('of what is told in secrecy goes with a brief and never without', () => {
    const secret = accepted('quick', {}, { as: 'report' })
    expect(secret.refuses('10-14 9:10', tian, dispatch(water)).refused).toBe('grievance.brief-missing')
    expect(secret.does('10-14 9:10', tian, dispatch(water, [], { brief: '有人反映' })).state.personal.brief).toBe(
      '有人反映',
    )
    expect(accepted().does('10-14 9:10', tian, dispatch(water)).state.stage).toBe('dispatched')
  })
})

describe('signing', () => {
  it('names who has it; the clock ran all the while', () => {
    const signed = atWater().does('10-14 11:00', wei, sign)
    expect(signed.state).toMatchObject({
      stage: 'in-hand',
      responsible: { id: 'wei', unit: 'dept:water', org: '水务局' },
    })
    expect(types(signed.events).at(-1)).toBe('SignedFor')
    expect(clocks(signed)).toEqual(clocks(atWater()))
    expect(signed.does('10-14 11:01', wei, sign).events).toEqual(signed.events)
    expect(signed.refuses('10-14 11:01', wang, sign)).toMatchObject({
      refused: 'matter.changed',
      detail: { by: 'wei' },
    })
  })
  it('is for the unit that has it', () => {
    expect(atWater().refuses('10-14 11:00', lin, sign).refused).toBe('matter.changed')
  })
})

describe('a return', () => {
  it('lies at the command seat until it is ruled on, within thirty minutes of its hours', () => {
    const back = atWater().does('10-14 19:50', wang, giveBack)
    expect(back.state).toMatchObject({ stage: 'returned', returns: 1, responsible: ref('tian') })
    expect(clocks(back).at(-1)).toBe('ruling/1 running 10-15 08:20')
    const ruled = back.does('10-15 8:19', shi, rule('move', land))
    expect(clocks(ruled)).toContain('ruling/1 kept 10-15 08:20')
    expect(ruled.state).toMatchObject({ stage: 'dispatched', responsible: ref('lin'), firstMain: water })
    expect(ruled.state.hops.map(({ unit }) => unit.code)).toEqual(['dept:water'])
  })
  it('moved to another, restarts nothing', () => {
    const before = clocks(atWater()).slice(1)
    const moved = atWater().does('10-14 10:00', wang, giveBack).does('10-14 10:10', shi, rule('move', land))
    expect(clocks(moved).slice(1, 4)).toEqual(before)
    const kept = atWater().does('10-14 10:00', wang, giveBack).does('10-14 10:10', shi, rule('keep'))
    expect([kept.state.main?.unit.code, kept.state.main?.how]).toEqual(['dept:water', 'kept'])
    expect(clocks(kept).slice(1, 4)).toEqual(before)
  })
  it('the third is decided by the rule itself: whoever had it first has it for good', () => {
    const third = atWater()
      .does('10-14 10:00', wang, giveBack)
      .does('10-14 10:10', shi, rule('move', land))
      .does('10-14 11:00', lin, giveBack)
      .does('10-14 11:10', shi, rule('move', town))
      .does('10-14 12:00', zhen, giveBack)
    expect(third.state).toMatchObject({ stage: 'dispatched', forced: true, returns: 3, responsible: { id: 'wang' } })
    expect(hopOf(third).slice(0, 2)).toEqual(['dept:water', 'forced'])
    expect(of(third.events, 'ReturnRuled').at(-1)).not.toHaveProperty('by')
    expect(clocks(third).filter((clock) => clock.startsWith('ruling'))).toHaveLength(2)
    expect(third.refuses('10-14 13:00', wang, giveBack).refused).toBe('grievance.forced')
    expect(third.refuses('10-14 13:00', shi, rule('move', land)).refused).toBe('matter.changed')
  })
  it('may be forced before', () => {
    const forced = atWater().does('10-14 10:00', wang, giveBack).does('10-14 10:10', shi, rule('force'))
    expect([forced.state.forced, forced.state.main?.unit.code]).toEqual([true, 'dept:water'])
    expect(forced.refuses('10-14 11:00', wang, giveBack).refused).toBe('grievance.forced')
  })
  it('who has it for good may still pass up what is beyond it', () => {
    const forced = atVillage('escalate')
      .does('10-14 10:00', mei, giveBack)
      .does('10-14 10:10', shi, rule('force'))
      .does('10-14 11:00', mei, passUp, { above: town })
    expect(forced.state).toMatchObject({ stage: 'passed-up', forced: true, responsible: ref('zhen') })
    expect(forced.refuses('10-14 12:00', zhen, giveBack).refused).toBe('grievance.forced')
  })
  it('ruled on by two: one did; what nobody returned nobody rules on', () => {
    const ruled = atWater().does('10-14 10:00', wang, giveBack).does('10-14 10:10', shi, rule('keep'))
    expect(ruled.refuses('10-14 10:10', tian, rule('move', land))).toEqual({
      refused: 'matter.changed',
      detail: { by: '石指挥', at: t('10-14 10:10') },
    })
    expect(ruled.does('10-14 10:11', shi, rule('keep')).events).toEqual(ruled.events)
    expect(accepted().refuses('10-14 9:20', tian, rule('keep')).refused).toBe('grievance.not-returned')
  })
  it('is not moved to whoever returned it, nor to whom it is against', () => {
    const back = atWater().does('10-14 10:00', wang, giveBack)
    expect(back.refuses('10-14 10:10', shi, rule('move', water)).refused).toBe('grievance.wrong-level')
    const against = accepted('quick', { against: 'dept:land' })
      .does('10-14 9:10', tian, dispatch(water, [], { brief: '有人反映' }))
      .does('10-14 10:00', wang, giveBack)
    expect(against.refuses('10-14 10:10', shi, rule('move', land)).refused).toBe('grievance.accused-unit')
  })
  it('is asked by the unit that has it, and once at a time', () => {
    expect(atWater().refuses('10-14 10:00', lin, giveBack).refused).toBe('matter.changed')
    const back = atWater().does('10-14 10:00', wang, giveBack)
    expect(back.does('10-14 10:01', wang, giveBack).events).toEqual(back.events)
    expect(back.refuses('10-14 10:01', wei, giveBack).refused).toBe('matter.changed')
  })
})

describe('up and down', () => {
  it('a village passes up to its town, the town to the banner; the clock of 代办 is kept, the result’s begins once', () => {
    const up = atVillage('escalate').does('10-14 20:59', mei, passUp, { above: town })
    expect(up.state).toMatchObject({ stage: 'passed-up', responsible: ref('zhen') })
    expect(clocks(up).slice(1)).toEqual([
      'escalate/1 kept 10-14 21:00',
      'respond/1 running 10-16 00:00',
      'resolve/1 running 10-22 00:00',
    ])
    const banner = up.does('10-15 9:00', zhen, sign).does('10-15 10:00', zhen, passUp)
    expect(banner.state).toMatchObject({ stage: 'passed-up', responsible: ref('tian'), careUntil: t('10-15 18:00') })
    expect(clocks(banner)).toEqual(clocks(up))
    const sent = banner.does('10-15 10:30', tian, dispatch(water))
    expect(clocks(sent)).toEqual(clocks(up))
    expect(sent.state.hops.map(({ unit }) => unit.level)).toEqual(['village', 'town'])
  })
  it('passed up at its twelfth hour it is late', () => {
    expect(clocks(atVillage('escalate').does('10-14 21:00', mei, passUp, { above: town }))).toContain(
      'escalate/1 missed 10-14 21:00',
    )
  })
  it('a department has no level above it, a village none below', () => {
    expect(atWater().refuses('10-14 10:00', wang, passUp).refused).toBe('grievance.wrong-level')
    expect(atVillage().refuses('10-14 10:00', mei, sendDown(otherVillage)).refused).toBe('grievance.wrong-level')
    expect(atWater().refuses('10-14 10:00', wang, sendDown()).refused).toBe('grievance.wrong-level')
    const atTown = accepted().does('10-14 9:10', tian, dispatch(town))
    expect(atTown.refuses('10-14 10:00', zhen, sendDown(water)).refused).toBe('grievance.wrong-level')
  })
  it('a town sends down to a village, which has its share of what is left', () => {
    const down = accepted().does('10-14 9:10', tian, dispatch(town)).does('10-14 19:00', zhen, sendDown())
    expect(hopOf(down)).toEqual(['150524100200', 'sent-down', t('10-15 2:00')])
    expect(down.state.responsible).toEqual(ref('mei'))
    expect(down.does('10-14 19:01', zhen, sendDown()).events).toEqual(down.events)
  })
  it('what is against the town above goes past it to the banner', () => {
    const against = accepted('quick', { against: town.code })
      .does('10-14 9:10', tian, dispatch(village, [], { brief: '有人反映' }))
      .does('10-14 10:00', mei, passUp, { above: town })
    expect([against.state.stage, against.state.responsible]).toEqual(['passed-up', ref('tian')])
  })
  it('is done once: one’s own repeat changes nothing, and whoever hasn’t it can’t', () => {
    const up = atVillage().does('10-14 10:00', mei, passUp, { above: town })
    expect(up.does('10-14 10:01', mei, passUp, { above: town }).events).toEqual(up.events)
    expect(up.refuses('10-14 10:01', actor('nan', 'village', otherVillage.code), passUp).refused).toBe('matter.changed')
    expect(accepted().refuses('10-14 10:00', mei, passUp).refused).toBe('grievance.not-with-you')
  })
})
