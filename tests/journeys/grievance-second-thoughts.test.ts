import { describe, expect, it } from 'vitest'
import {
  atWater,
  handling,
  inCommand,
  photoOf,
  quick,
  refused,
  reported,
  shown,
  t,
  to,
  toWater,
} from './grievance-given'

/** What a second person, a second go or a second answer makes of what was first. */

describe('what one of the seat decided', () => {
  it('another doesn’t undo by being a second later; who read it may, and he himself may', async () => {
    const county = await inCommand('09:00:00')
    const court = { reason: 'litigation', channel: '旗人民法院' } as const
    const { id } = await reported(county)
    const old = (await shown(county, id, 'mei')).version
    await handling(county, id)('lu', 'grievance.accept', quick)
    const no = refused(county, id)
    expect(await no('mei', 'grievance.decline', court)).toBe('409 matter.changed')
    expect(await no('mei', 'grievance.decline', { ...court, version: old })).toBe('409 matter.changed')
    expect((await shown(county, id)).stage).toBe('accepted')
    const { version } = await shown(county, id, 'mei')
    expect((await handling(county, id)('mei', 'grievance.decline', { ...court, version })).stage).toBe('declined')
    const other = await reported(county, {}, 'wu')
    await handling(county, other.id)('lu', 'grievance.accept', quick)
    expect((await handling(county, other.id)('lu', 'grievance.decline', court)).stage).toBe('declined')
  })
  it('what was sent back to her is not declined behind the back of who asked', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    await handling(county, id)('lu', 'grievance.sendBack', { items: ['哪一段渠'] })
    expect(await refused(county, id)('mei', 'grievance.decline', { reason: 'litigation', channel: '法院' })).toBe(
      '409 matter.changed',
    )
    expect((await shown(county, id)).stage).toBe('incomplete')
  })
})

describe('answers to her', () => {
  it('the first stays as it was given, with its time; what she is told later stands behind it', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    await act('shui', 'grievance.respond', { text: '明天派人去看' })
    await to(county, '2026-10-14 11:00')
    await act('shui2', 'grievance.respond', { text: '看过了，后天清' })
    await act('shui2', 'grievance.respond', { text: '看过了，后天清' })
    const { detail } = await shown(county, id)
    expect(detail.response).toEqual({ at: t('2026-10-14 09:00'), by: '水务甲', text: '明天派人去看' })
    expect(detail.further).toEqual([{ at: t('2026-10-14 11:00'), by: '水务乙', text: '看过了，后天清' }])
  })
})

describe('time that stands still while she owes an answer', () => {
  it('is a day in all, in however many goes', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const no = refused(county, id)
    const still = (until: string) => ({ ground: 'reporter' as const, until: t(until), evidence: [] })
    await act('shui', 'grievance.suspend', still('2026-10-14 19:00'))
    await to(county, '2026-10-14 19:00')
    expect(await no('shui', 'grievance.suspend', still('2026-10-15 09:01'))).toBe('422 grievance.too-long')
    await act('shui', 'grievance.suspend', still('2026-10-15 09:00'))
    await to(county, '2026-10-15 09:00')
    expect(await no('shui', 'grievance.suspend', still('2026-10-15 09:01'))).toBe('422 grievance.too-long')
    // Another class is the same promise: it doesn’t give her another day.
    await act('lu', 'grievance.reclassify', { handling: 'consult', why: '只是问政策' })
    expect(await no('shui', 'grievance.suspend', still('2026-10-15 09:01'))).toBe('422 grievance.too-long')
  })
})

describe('an order of the line above', () => {
  it('that was handed to the discipline bodies while a unit had it is the seat’s to answer, shift by shift', async () => {
    const county = await inCommand('09:00:00')
    const order = { source: 'upper', upperNo: '通12345-1', upperDue: t('2026-10-20 18:00') } as const
    const { id } = await reported(county, { ...order, reporter: { name: '老额', phone: '13900000088' } }, 'lu')
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', toWater)
    await act('shui', 'grievance.sign', {})
    const moved = await act('mei', 'grievance.handOver', { to: '旗纪委监委', record: '电话移送' })
    expect([moved.stage, moved.people[0]?.name]).toEqual(['handed-over', '陆派单'])
    await to(county, '2026-10-14 20:00')
    expect((await shown(county, id, 'lu')).people[0]?.name).toBe('叶守夜')
    const answered = await act('ye', 'grievance.upperAnswer', { text: '已移送纪委' })
    expect(answered.clocks.find(({ code }) => code === 'grievance.upper')?.outcome).toBe('kept')
  })
})

describe('her own unit', () => {
  it('somebody else of it answers for what its head reported; where there is nobody else it can’t go there', async () => {
    const county = await inCommand('09:00:00')
    await county.api('shui', 'session.actAs', { role: 'resident' })
    const { id } = await reported(county, {}, 'shui')
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    const sent = await act('lu', 'grievance.dispatch', toWater)
    expect(sent.people[0]?.name).toBe('水务乙')
    await county.api('shui', 'session.actAs', { role: 'department', unit: 'dept:water' })
    expect((await county.ask('shui', 'matter.get', { id })).status).toBe(404)
    await county.api('tu', 'session.actAs', { role: 'resident' })
    const own = await reported(county, {}, 'tu')
    await handling(county, own.id)('lu', 'grievance.accept', quick)
    expect(await refused(county, own.id)('lu', 'grievance.dispatch', { main: 'dept:land', why: '占地' })).toBe(
      '400 main nobody-there',
    )
  })
})

describe('what she took back and others still need', () => {
  it('is over with its check: nobody is asked to ring her', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county, {}, { publicSafety: true })
    await act('bao', 'grievance.withdraw', {})
    const photos = [await photoOf(county, 'shui')]
    await act('shui', 'grievance.resolve', { result: 'solved', text: '缺口堵上了', photos })
    const over = await act('lu', 'grievance.check', { ok: true })
    expect([over.stage, over.detail.closedHow]).toEqual(['closed', 'ex-officio'])
    expect((await county.api('mei', 'desk.list', { desk: 'callback' })).items).toEqual([])
    expect(await refused(county, id)('mei', 'grievance.callBack', { reached: false, note: '没人接' })).toMatch(/^4/)
  })
})

describe('a county’s own numbers', () => {
  it('hold: one try is enough where it says so; a number that is none isn’t loaded', async () => {
    const county = await inCommand('09:00:00', { policy: { 'grievance.callBackTries': 1 } })
    const { act } = await atWater(county)
    const photos = [await photoOf(county, 'shui')]
    await act('shui', 'grievance.resolve', { result: 'solved', text: '清完了', photos })
    await act('lu', 'grievance.check', { ok: true })
    const over = await act('mei', 'grievance.callBack', { reached: false, note: '没人接' })
    expect(over.detail.closedHow).toBe('unreached')
    await expect(inCommand('09:00:00', { policy: { 'grievance.callBackTries': '三次' } })).rejects.toThrow(
      'policy.grievance.callBackTries',
    )
  })
})
