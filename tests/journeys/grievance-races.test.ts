import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { clockOf } from './given'
import {
  atWater,
  ditch,
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

/** Two who act at one moment: one thing happens, whole, and the other reads what. */

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()
/** What it is now is one of these, and nobody is responsible for what is over. */
const settled = async (county: TestServer, id: string) => {
  const { stage, people, clocks } = await shown(county, id, 'lu')
  return {
    stage,
    people: people.map(({ name }) => name),
    alive: clocks.filter(({ state }) => state !== 'stopped').length,
  }
}

describe('at one moment', () => {
  it('it is sent to a unit and she takes it back: it is withdrawn, and no clock runs', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    await handling(county, id)('lu', 'grievance.accept', quick)
    const [sent, gone] = await Promise.all([
      county.ask('lu', 'grievance.dispatch', { id, ...toWater }),
      county.ask('bao', 'grievance.withdraw', { id }),
    ])
    expect(gone.status).toBe(200)
    expect([200, 422]).toContain(sent.status)
    expect(await settled(county, id)).toEqual({ stage: 'withdrawn', people: [], alive: 0 })
  })
  it('it is accepted and put beside another: both stand', async () => {
    const county = await inCommand('09:00:00')
    const first = await reported(county)
    const second = await reported(county, {}, 'wu')
    const both = await Promise.all([
      county.ask('lu', 'grievance.accept', { id: second.id, ...quick }),
      county.ask('wu', 'grievance.follow', { id: second.id, parent: first.id }),
    ])
    expect(statuses(both)).toEqual([200, 200])
    const after = await shown(county, second.id, 'wu')
    expect([after.stage, after.detail.follows]).toEqual(['accepted', first.id])
  })
  it('the unit hands in a result and returns it: one of the two', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await atWater(county)
    const photos = [await photoOf(county, 'shui')]
    const both = await Promise.all([
      county.ask('shui', 'grievance.resolve', { id, result: 'solved', text: '清完了', photos }),
      county.ask('shui2', 'grievance.return', { id, why: '不归我们', basis: '三定方案' }),
    ])
    const [resolved, returned] = both.map(({ status }) => status)
    expect([resolved, returned]).toContain(200)
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await settled(county, id)).stage).toBe(resolved === 200 ? 'resolved' : 'returned')
  })
  it('two ring her: one call is kept, the other reads whose', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    await act('shui', 'grievance.resolve', {
      result: 'solved',
      text: '清完了',
      photos: [await photoOf(county, 'shui')],
    })
    await act('lu', 'grievance.check', { ok: true })
    const both = await Promise.all([
      county.ask('mei', 'grievance.callBack', { id, reached: true, satisfied: true, note: '满意' }),
      county.ask('ye', 'grievance.callBack', { id, reached: true, satisfied: false, note: '不满意' }),
    ])
    expect(statuses(both)).toEqual([200, 409])
    const { detail } = await shown(county, id, 'lu')
    expect(detail.calls).toHaveLength(1)
    expect(detail.satisfied).toBe(both[0]?.status === 200)
  })
  it('more time is given as it comes due: given, it isn’t overdue; the paper of the due time is written once', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    await act('shui', 'grievance.extend', { until: t('2026-10-28 00:00'), why: '等设备' })
    await to(county, '2026-10-15 09:00')
    await Promise.all([act('lu', 'grievance.ruleExtend', { ok: true }), shown(county, id, 'bao')])
    const after = await shown(county, id, 'lu')
    expect(clockOf(after, 'grievance.resolve', 2).dueAt).toBe(t('2026-10-28 00:00'))
    const urged = after.detail.notices?.filter(({ rung, clock }) => rung === 'urge' && clock === 'grievance.quick')
    expect(urged).toHaveLength(1)
  })
  it('one leader signs a letter twice: it is one signature, and the letter doesn’t leave', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    await to(county, '2026-10-15 13:00')
    const drafts = async (rung: string) =>
      (await shown(county, id, 'sun')).detail.notices?.filter((each) => each.state === 'draft' && each.rung === rung)
    const [supervise] = (await drafts('supervise')) ?? []
    await act('sun', 'notice.sign', { paper: supervise?.id ?? '', until: t('2026-10-17 18:00') })
    await to(county, '2026-10-17 18:00')
    const paper = (await drafts('transfer'))?.[0]?.id ?? ''
    await Promise.all([1, 2].map(() => county.ask('sun', 'notice.sign', { id, paper })))
    expect((await drafts('transfer'))?.map((each) => each.id)).toEqual([paper])
    expect((await act('dong', 'notice.sign', { paper })).detail.notices?.find((each) => each.id === paper)?.state).toBe(
      'issued',
    )
  })
})

describe('following', () => {
  it('whoever entered it for her and the seat put it beside another; once a unit has it nobody does', async () => {
    const county = await inCommand('09:00:00')
    const first = await reported(county)
    const by = {
      reporter: { name: '乌群众' },
      forwarded: { consent: { kind: 'witness', name: '邻居陈' } as const, tell: ['person' as const] },
    }
    const { id } = await county.api('zhou', 'grievance.submit', ditch(by))
    const act = handling(county, id)
    await act('zhou', 'grievance.follow', { parent: first.id })
    expect((await shown(county, id, 'lu')).detail.follows).toBe(first.id)
    await act('lu', 'grievance.unfollow', {})
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.follow', { parent: first.id })
    await act('lu', 'grievance.unfollow', {})
    await act('lu', 'grievance.dispatch', toWater)
    const no = refused(county, id)
    expect(await no('lu', 'grievance.follow', { parent: first.id })).toBe('422 grievance.already-held')
    expect(await no('shui', 'grievance.follow', { parent: first.id })).toBe('404 grievance.not-found')
    expect(await no('bao', 'grievance.follow', { parent: first.id })).toBe('404 grievance.not-found')
  })
})
