import { describe, expect, it } from 'vitest'
import { clockOf, east, may, told, west } from './given'
import {
  atWater,
  handling,
  inCommand,
  otherTown,
  photoOf,
  quick,
  refused,
  reported,
  shown,
  south,
  t,
  to,
  toWater,
  town,
} from './grievance-given'

/** Village, town, banner: whose it is, up and down, without a clock that stops for it. */

const escalate = { type: 'complaint', handling: 'escalate' } as const

describe('dispatch', () => {
  it('one unit has it, others help; a named person answers for it, signed for or not', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    const sent = await act('lu', 'grievance.dispatch', { ...toWater, with: [town] })
    expect(sent.stage).toBe('dispatched')
    expect(sent.people[0]?.name).toBe('水务甲')
    expect(sent.detail.with?.map(({ name }) => name)).toEqual(['甲镇'])
    expect(clockOf(sent, 'grievance.quick').state).toBe('running')
    expect(clockOf(sent, 'grievance.respond').dueAt).toBe(t('2026-10-16 00:00'))
    expect(clockOf(sent, 'grievance.resolve').dueAt).toBe(t('2026-10-22 00:00'))
    expect(told(await county.demo.outbox(id))).toEqual(
      expect.arrayContaining([
        'shui app grievance.yours',
        'shui2 app grievance.yours',
        'tang app grievance.help',
        'bao app grievance.dispatched',
      ]),
    )
    const signed = await act('shui2', 'grievance.sign', {})
    expect([signed.stage, signed.people[0]?.name]).toEqual(['in-hand', '水务乙'])
    expect(clockOf(signed, 'grievance.quick').startedAt).toBe(t('2026-10-14 09:00'))
  })
  it('names what is wrong: no such unit, nobody there, the main unit twice, the unit it is against', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    await handling(county, id)('lu', 'grievance.accept', quick)
    const no = refused(county, id)
    expect(await no('lu', 'grievance.dispatch', { ...toWater, main: 'dept:none' })).toBe('400 main unknown-unit')
    expect(await no('lu', 'grievance.dispatch', { ...toWater, main: 'firm:1' })).toBe('400 main unknown-unit')
    expect(await no('lu', 'grievance.dispatch', { ...toWater, main: 'dept:empty' })).toBe('400 main nobody-there')
    expect(await no('lu', 'grievance.dispatch', { ...toWater, with: ['dept:water'] })).toBe('400 with main-too')
    expect((await shown(county, id)).stage).toBe('accepted')
  })
  it('two dispatchers at once: one unit has it, the other dispatcher reads who was first', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    await handling(county, id)('lu', 'grievance.accept', quick)
    const both = await Promise.all([
      county.ask('lu', 'grievance.dispatch', { id, ...toWater }),
      county.ask('mei', 'grievance.dispatch', { id, main: 'dept:traffic', why: '路边渠' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { detail } = await shown(county, id, 'lu')
    expect(detail.hops).toEqual([])
  })
  it('a village’s 代办类 goes up within twelve hours, and its level above has five working days from then', async () => {
    const county = await inCommand('2026-09-30 09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await act('lu', 'grievance.accept', escalate)
    const at = await act('lu', 'grievance.dispatch', { main: east, why: '先由村里看' })
    expect(clockOf(at, 'grievance.escalate').dueAt).toBe(t('2026-09-30 21:00'))
    expect(at.clocks.some(({ code }) => code === 'grievance.resolve')).toBe(false)
    await to(county, '2026-09-30 15:00')
    const up = await act('zhou', 'grievance.passUp', { why: '要清整条渠，村里没有机械' })
    expect([up.stage, up.people[0]?.name]).toEqual(['passed-up', '唐司法'])
    expect(clockOf(up, 'grievance.escalate').outcome).toBe('kept')
    // Seven days of holiday lie between; Saturday 10 October is a working day.
    expect(clockOf(up, 'grievance.resolve').dueAt).toBe(t('2026-10-14 00:00'))
    await act('tang', 'grievance.sign', {})
    const banner = await act('tang', 'grievance.passUp', { why: '涉及全镇水系' })
    expect([banner.stage, banner.people[0]?.name]).toEqual(['passed-up', '陆派单'])
    expect(clockOf(banner, 'grievance.resolve').dueAt).toBe(t('2026-10-14 00:00'))
    const department = await act('lu', 'grievance.dispatch', toWater)
    expect(clockOf(department, 'grievance.resolve').dueAt).toBe(t('2026-10-14 00:00'))
    // The village sees who has it now, and nothing else of it.
    const former = await shown(county, id, 'zhou')
    expect([former.people.map(({ name }) => name), former.detail.text, former.timeline]).toEqual([
      ['水务甲'],
      undefined,
      [],
    ])
  })
  it('a town sends down to its own villages and to no others', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', { main: town, why: '镇里协调' })
    const no = refused(county, id)
    expect(await no('tang', 'grievance.sendDown', { unit: south })).toBe('400 unit not-below')
    expect(await no('tang', 'grievance.sendDown', { unit: otherTown })).toBe('400 unit not-below')
    const down = await act('tang', 'grievance.sendDown', { unit: west })
    expect(down.people[0]?.name).toBe('田书记')
    expect(clockOf(down, 'grievance.quick').dueAt).toBe(t('2026-10-15 09:00'))
    expect(down.can.map(({ action }) => action)).not.toContain('grievance.sign')
  })
  it('each hop has its own share of what is left', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', { main: town, why: '镇里协调' })
    expect((await shown(county, id, 'tang')).detail.hop?.until).toBe(t('2026-10-14 21:00'))
    await to(county, '2026-10-14 19:00')
    await act('tang', 'grievance.sendDown', { unit: east })
    expect((await shown(county, id, 'zhou')).detail.hop?.until).toBe(t('2026-10-15 02:00'))
  })
})

describe('a return', () => {
  it('is ruled on within thirty minutes of the ruling seat’s hours: asked 19:50, due 08:20', async () => {
    const county = await inCommand('19:30:00')
    const { id, act } = await atWater(county)
    await to(county, '2026-10-14 19:50')
    const back = await act('shui', 'grievance.return', { why: '是村内毛渠', basis: '三定方案第四条' })
    expect([back.stage, back.people[0]?.name]).toEqual(['returned', '陆派单'])
    const ruled = await shown(county, id, 'lu')
    expect(clockOf(ruled, 'grievance.ruling').dueAt).toBe(t('2026-10-15 08:20'))
    expect(clockOf(ruled, 'grievance.quick').state).toBe('running')
    const desk = await county.api('mei', 'desk.list', { desk: 'rulings' })
    expect(desk.items.map((row) => row.id)).toEqual([id])
    await to(county, '2026-10-15 08:10')
    const moved = await act('mei', 'grievance.ruleReturn', { decision: 'move', main: town, why: '毛渠归镇里' })
    expect([moved.stage, moved.people[0]?.name]).toEqual(['dispatched', '唐司法'])
    expect(clockOf(moved, 'grievance.ruling').outcome).toBe('kept')
  })
  it('the third goes back to whoever had it first, who may not return it', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const back = { why: '不归我们', basis: '三定方案' }
    await act('shui', 'grievance.return', back)
    await act('lu', 'grievance.ruleReturn', { decision: 'move', main: 'dept:traffic', why: '路边' })
    await act('jiao', 'grievance.return', back)
    await act('lu', 'grievance.ruleReturn', { decision: 'move', main: 'dept:land', why: '地里' })
    const third = await act('tu', 'grievance.return', back)
    expect([third.stage, third.people[0]?.name]).toEqual(['dispatched', '水务甲'])
    const theirs = await shown(county, id, 'shui')
    expect(theirs.detail.forced).toBe(true)
    expect(may(theirs)).not.toContain('grievance.return')
    expect(await refused(county, id)('shui', 'grievance.return', back)).toBe('422 grievance.forced')
  })
})

describe('more time', () => {
  it('is asked once and before it is due; she is told the new date', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const no = refused(county, id)
    const until = t('2026-10-28 00:00')
    expect(await no('shui', 'grievance.extend', { until: t('2026-10-14 08:00'), why: '等设备' })).toBe(
      '400 until in-the-past',
    )
    const asked = await act('shui', 'grievance.extend', { until, why: '等清淤设备' })
    expect(asked.stage).toBe('extension-asked')
    const given = await act('lu', 'grievance.ruleExtend', { ok: true })
    expect(given.stage).toBe('in-hand')
    expect(clockOf(given, 'grievance.resolve', 2).dueAt).toBe(until)
    expect(told(await county.demo.outbox(id))).toContain('bao app grievance.extended')
    expect(await no('shui', 'grievance.extend', { until: t('2026-11-28 00:00'), why: '还要' })).toBe(
      '422 grievance.extended',
    )
  })
  it('not after it was due', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await atWater(county)
    await to(county, '2026-10-22 00:00')
    expect(await refused(county, id)('shui', 'grievance.extend', { until: t('2026-10-28 00:00'), why: '晚了' })).toBe(
      '422 grievance.overdue',
    )
  })
  it('time stands still for a third party only with evidence and an end', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const until = t('2026-10-20 12:00')
    expect(await refused(county, id)('shui', 'grievance.suspend', { ground: 'third-party', until, evidence: [] })).toBe(
      '422 grievance.no-evidence',
    )
    const evidence = [await photoOf(county, 'shui')]
    const still = await act('shui', 'grievance.suspend', { ground: 'third-party', until, evidence })
    expect(still.stage).toBe('suspended')
    expect(clockOf(still, 'grievance.quick').state).toBe('paused')
    await to(county, '2026-10-20 12:00')
    const on = await shown(county, id)
    expect([on.stage, clockOf(on, 'grievance.quick').state]).toEqual(['in-hand', 'running'])
  })
})
