import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { clockOf, may, told } from './given'
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
  town,
} from './grievance-given'

/** The result, another who checks it, another who rings: only then it ends. */

async function resolvedAt(county: TestServer, more: object = {}) {
  const { id, act } = await atWater(county, more)
  const photos = [await photoOf(county, 'shui')]
  await act('shui', 'grievance.resolve', { result: 'solved', text: '渠道已清淤，水到地头', photos })
  return { id, act }
}
async function checkedAt(county: TestServer, more: object = {}) {
  const { id, act } = await resolvedAt(county, more)
  await act('lu', 'grievance.check', { ok: true })
  return { id, act }
}

describe('the result', () => {
  it('has a photo where there is a place, and waits for whoever helps', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', { ...toWater, with: [town] })
    await act('shui', 'grievance.sign', {})
    const no = refused(county, id)
    const photos = [await photoOf(county, 'shui')]
    expect(await no('shui', 'grievance.resolve', { result: 'solved', text: '清完了', photos })).toBe(
      '422 grievance.answers-missing',
    )
    const answered = await act('tang', 'grievance.respond', { text: '镇里出了挖掘机' })
    expect(answered.stage).toBe('in-hand')
    expect(await no('shui', 'grievance.resolve', { result: 'solved', text: '清完了', photos: [] })).toBe(
      '422 grievance.photo-missing',
    )
    const done = await act('shui', 'grievance.resolve', { result: 'solved', text: '渠道已清淤', photos })
    expect([done.stage, done.people[0]?.name]).toEqual(['resolved', '陆派单'])
    expect(done.detail.with?.[0]?.answered).toMatchObject({ by: '唐司法', text: '镇里出了挖掘机' })
  })
  it('is hers to read only once another has looked at it', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await resolvedAt(county)
    expect((await shown(county, id)).detail.outcome).toBeUndefined()
    await act('lu', 'grievance.check', { ok: true })
    const hers = await shown(county, id)
    expect(hers.detail.outcome).toMatchObject({ result: 'solved', text: '渠道已清淤，水到地头' })
    expect(hers.detail.outcome?.photos).toHaveLength(1)
  })
  it('which fails its check never stopped the clock; which passes stopped it when it was handed in', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const photos = [await photoOf(county, 'shui')]
    await to(county, '2026-10-15 08:50')
    await act('shui', 'grievance.resolve', { result: 'solved', text: '清了一半', photos })
    await to(county, '2026-10-15 09:30')
    // It is being looked at: what was in time when it was handed in isn't late meanwhile.
    const looked = await shown(county, id, 'lu')
    expect(clockOf(looked, 'grievance.quick').colour).toBe('red')
    const failed = await act('lu', 'grievance.check', { ok: false, why: '只清了一半' })
    expect([failed.stage, failed.people[0]?.name]).toEqual(['in-hand', '水务甲'])
    expect(clockOf(failed, 'grievance.quick').colour).toBe('overdue')
    expect((await shown(county, id, 'shui')).detail.checkFailed).toBe('只清了一半')
    await to(county, '2026-10-15 11:00')
    await act('shui', 'grievance.resolve', {
      result: 'solved',
      text: '全清了',
      photos: [await photoOf(county, 'shui')],
    })
    await to(county, '2026-10-15 12:00')
    const passed = await act('lu', 'grievance.check', { ok: true })
    expect(clockOf(passed, 'grievance.quick')).toMatchObject({
      outcome: 'missed',
      stoppedAt: t('2026-10-15 11:00'),
      lateBy: 'PT2H',
    })
    expect(clockOf(passed, 'grievance.resolve').outcome).toBe('kept')
  })
  it('in time when it was handed in, it is kept though it was checked after the due time', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const photos = [await photoOf(county, 'shui')]
    await to(county, '2026-10-15 08:59:59')
    await act('shui', 'grievance.resolve', { result: 'solved', text: '清完了', photos })
    await to(county, '2026-10-15 10:00')
    const passed = await act('lu', 'grievance.check', { ok: true })
    expect(clockOf(passed, 'grievance.quick').outcome).toBe('kept')
    expect((await shown(county, id, 'lu')).detail.notices?.some(({ rung }) => rung === 'urge') ?? false).toBe(false)
  })
})

describe('the call-back', () => {
  it('is made by somebody else, three tries at different hours, and its result is kept', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await checkedAt(county)
    const no = refused(county, id)
    expect(await no('shui', 'grievance.callBack', { reached: true, satisfied: true, note: '满意' })).toBe(
      '403 permission.role',
    )
    expect(await no('mei', 'grievance.callBack', { reached: true, note: '满意' })).toBe('400 satisfied missing')
    const desk = await county.api('mei', 'desk.list', { desk: 'callback' })
    expect(desk.items.map((row) => row.id)).toEqual([id])
    await act('mei', 'grievance.callBack', { reached: false, note: '没人接' })
    expect(await no('mei', 'grievance.callBack', { reached: false, note: '又没人接' })).toBe('422 grievance.same-hour')
    await to(county, '2026-10-14 10:00')
    await act('mei', 'grievance.callBack', { reached: false, note: '没人接' })
    await to(county, '2026-10-14 18:00')
    const closed = await act('mei', 'grievance.callBack', { reached: true, satisfied: true, note: '水到了，满意' })
    expect([closed.stage, closed.detail.satisfied]).toEqual(['closed', true])
    expect(clockOf(closed, 'grievance.callback').outcome).toBe('kept')
    expect((await shown(county, id)).stageText).toBe('已办结')
  })
  it('whom nobody reached three times is closed as not reached', async () => {
    const county = await inCommand('09:00:00')
    const { act } = await checkedAt(county)
    await act('mei', 'grievance.callBack', { reached: false, note: '没人接' })
    await to(county, '2026-10-14 12:00')
    await act('mei', 'grievance.callBack', { reached: false, note: '没人接' })
    await to(county, '2026-10-14 19:00')
    const closed = await act('mei', 'grievance.callBack', { reached: false, note: '没人接' })
    expect([closed.stage, closed.detail.closedHow]).toEqual(['closed', 'unreached'])
  })
})

describe('a bad rating on Monday 28 September 2026', () => {
  const rated = async () => {
    const county = await inCommand('2026-09-28 09:00:00')
    const { id, act } = await checkedAt(county)
    await act('mei', 'grievance.callBack', { reached: true, satisfied: true, note: '说还行' })
    const view = await act('bao', 'grievance.rate', { stars: 1, text: '又堵上了' })
    return { county, id, act, view }
  }
  it('is answered by contact in one working day and put right by Friday 23 October', async () => {
    const { county, id, act, view } = await rated()
    expect(clockOf(view, 'grievance.rectify.contact').dueAt).toBe(t('2026-09-30 00:00'))
    expect(clockOf(view, 'grievance.rectify').dueAt).toBe(t('2026-10-24 00:00'))
    expect((await county.api('mei', 'desk.list', { desk: 'rectify' })).items.map((row) => row.id)).toEqual([id])
    await to(county, '2026-09-29 10:00')
    const spoke = await act('shui', 'grievance.contacted', { note: '去看了，桥洞又堵' })
    expect(clockOf(spoke, 'grievance.rectify.contact').outcome).toBe('kept')
    await to(county, '2026-10-23 17:00')
    const right = await act('shui', 'grievance.rectified', { text: '桥洞加了拦污栅' })
    expect(clockOf(right, 'grievance.rectify').outcome).toBe('kept')
    expect((await county.api('mei', 'desk.list', { desk: 'rectify' })).items).toEqual([])
  })
  it('once, by herself: not the handler, not the helper, not again', async () => {
    const { county, id } = await rated()
    const no = refused(county, id)
    expect(await no('shui', 'grievance.rate', { stars: 5 })).toBe('403 permission.role')
    expect(await no('wu', 'grievance.rate', { stars: 5 })).toBe('404 grievance.not-found')
    expect(await no('bao', 'grievance.rate', { stars: 5 })).toBe('422 grievance.already-rated')
  })
  it('she may object; a supervisor rules; it begins again with its full time and the total goes on', async () => {
    const { county, id, act } = await rated()
    await act('bao', 'grievance.object', { why: '根本没清' })
    expect((await county.api('sun', 'desk.list', { desk: 'objections' })).items.map((row) => row.id)).toEqual([id])
    await to(county, '2026-09-30 10:00')
    const again = await act('sun', 'grievance.ruleObjection', { reopen: true, why: '现场核实确实没清' })
    expect([again.stage, again.detail.generation]).toEqual(['reopened', 2])
    expect(clockOf(again, 'grievance.quick', 2)).toMatchObject({
      startedAt: t('2026-09-30 10:00'),
      dueAt: t('2026-10-01 10:00'),
    })
    expect(again.detail.sentAt).toBe(t('2026-09-28 09:00'))
    const sent = await act('lu', 'grievance.dispatch', toWater)
    expect(clockOf(sent, 'grievance.resolve', 2).dueAt).toBe(t('2026-10-14 00:00'))
  })
})

describe('she takes it back', () => {
  it('and it ends, its clocks cancelled', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const gone = await act('bao', 'grievance.withdraw', {})
    expect(gone.stage).toBe('withdrawn')
    expect(gone.clocks.every(({ state }) => state === 'stopped')).toBe(true)
    expect(told(await county.demo.outbox(id))).toContain('shui app grievance.withdrawn')
  })
  it('what endangers others goes on by office, without her', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county, {}, { publicSafety: true })
    const hers = await act('bao', 'grievance.withdraw', {})
    expect(hers.stageText).toBe('您已撤回，单位继续处理')
    const theirs = await shown(county, id, 'shui')
    expect(theirs.stage).toBe('in-hand')
    expect(theirs.detail.reporter).toBeUndefined()
    expect(clockOf(theirs, 'grievance.quick').state).toBe('running')
  })
})

describe('people’s mediation', () => {
  it('is kept with its record and agreement, and both sides hear of thirty days for the court', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { topic: 'debt', text: '邻居借了三千块不还' })
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', { main: town, why: '镇调委会' })
    await act('tang', 'grievance.sign', {})
    const mediation = {
      parties: ['包群众', '乌群众'],
      mediators: ['唐司法'],
      record: '双方到场，讲了借款经过',
      agreement: '乌群众 12 月 1 日前还清三千元',
    }
    const done = await act('tang', 'grievance.resolve', { result: 'solved', text: '达成协议', photos: [], mediation })
    expect(done.detail.outcome?.mediation).toMatchObject({ agreement: '乌群众 12 月 1 日前还清三千元' })
    const checked = await act('lu', 'grievance.check', { ok: true })
    // Friday 13 November 2026 is the thirtieth day.
    expect(checked.detail.outcome?.confirmBy).toBe(t('2026-11-14 00:00'))
    const reminded = async () =>
      told(await county.demo.outbox(id)).filter((row) => row.endsWith('grievance.confirm-by'))
    expect(await reminded()).toEqual([])
    await to(county, '2026-11-08 23:59')
    expect(await reminded()).toEqual([])
    await to(county, '2026-11-09 00:00')
    expect(await reminded()).toEqual(['bao app grievance.confirm-by', 'tang app grievance.confirm-by'])
    const paper = await county.api('tang', 'notice.document', { id, what: 'agreement' })
    expect(paper.name).toMatch(/\.docx$/)
    expect(may(checked)).toContain('grievance.callBack')
  })
})
