import { describe, expect, it } from 'vitest'
import { clockOf } from './given'
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

/** What becomes of it over weeks: another class, begun again, put away; each with its own papers and figures. */

const papers = async (county: Awaited<ReturnType<typeof inCommand>>, id: string) =>
  ((await shown(county, id, 'sun')).detail.notices ?? [])
    .filter(({ state }) => state !== 'cancelled')
    .map(({ rung, clock, generation }) => [rung, clock, generation])

describe('another class', () => {
  it('counts from her sending, so it may be late at once, and stands in the supervisor’s list', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await to(county, '2026-10-14 21:30')
    const consult = await act('ye', 'grievance.reclassify', { handling: 'consult', why: '只是问政策' })
    expect(clockOf(consult, 'grievance.quick').outcome).toBe('cancelled')
    expect(clockOf(consult, 'grievance.consult')).toMatchObject({
      startedAt: t('2026-10-14 09:00'),
      dueAt: t('2026-10-14 21:00'),
      colour: 'overdue',
    })
    await to(county, '2026-10-14 21:31')
    expect(await papers(county, id)).toContainEqual(['urge', 'grievance.consult', 1])
  })
})

describe('begun again', () => {
  it('each rung comes once more, on the new clocks and from the new beginning; numbers run on', async () => {
    const county = await inCommand('2026-09-28 09:00:00')
    const { id, act } = await atWater(county)
    await to(county, '2026-09-29 09:00')
    await act('shui', 'grievance.resolve', {
      result: 'solved',
      text: '清完了',
      photos: [await photoOf(county, 'shui')],
    })
    await act('lu', 'grievance.check', { ok: true })
    await act('mei', 'grievance.callBack', { reached: true, satisfied: true, note: '满意' })
    const first = await papers(county, id)
    expect(first).toContainEqual(['urge', 'grievance.quick', 1])
    await to(county, '2026-10-08 10:00')
    const again = await act('lu', 'grievance.reopen', { why: '水又断了' })
    expect([again.stage, again.detail.generation]).toEqual(['reopened', 2])
    expect(clockOf(again, 'grievance.quick', 2).dueAt).toBe(t('2026-10-09 10:00'))
    await act('lu', 'grievance.dispatch', toWater)
    await to(county, '2026-10-09 10:00')
    const now = await papers(county, id)
    expect(now.filter(([rung, clock]) => rung === 'urge' && clock === 'grievance.quick')).toEqual([
      ['urge', 'grievance.quick', 1],
      ['urge', 'grievance.quick', 2],
    ])
    const numbers = ((await shown(county, id, 'sun')).detail.notices ?? []).flatMap(({ no }) => no ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
    // What the first answer and result were is history: she is answered anew.
    expect((await shown(county, id)).detail.response).toBeUndefined()
    await act('shui', 'grievance.respond', { text: '马上去' })
    expect((await shown(county, id)).detail.response?.text).toBe('马上去')
  })
})

describe('put away', () => {
  it('fifteen days after its end; then nothing is done to it but to begin it again', async () => {
    const county = await inCommand('2026-09-28 09:00:00')
    const { id, act } = await atWater(county)
    await act('shui', 'grievance.resolve', {
      result: 'solved',
      text: '清完了',
      photos: [await photoOf(county, 'shui')],
    })
    await act('lu', 'grievance.check', { ok: true })
    await act('mei', 'grievance.callBack', { reached: true, satisfied: true, note: '满意' })
    await to(county, '2026-10-13 08:59')
    expect((await shown(county, id)).stage).toBe('closed')
    await to(county, '2026-10-13 09:00')
    const put = await shown(county, id)
    expect([put.stage, put.clocks.filter(({ state }) => state !== 'stopped')]).toEqual(['archived', []])
    const no = refused(county, id)
    expect(await no('bao', 'grievance.rate', { stars: 1 })).toMatch(/^422 /)
    expect(await no('lu', 'matter.note' as never, { text: '补记' } as never)).toMatch(/^4/)
    expect((await act('lu', 'grievance.reopen', { why: '又堵了' })).stage).toBe('reopened')
  })
})

describe('the unit’s share of the clock that is due in working days', () => {
  it('is reminded from two working days before, urged when due, and put before a leader a working day later', async () => {
    const county = await inCommand('2026-09-30 09:00:00')
    const { id, act } = await atWater(county)
    // Five working days from Wednesday 30 September: holidays to the 7th, Saturday the 10th is worked.
    const due = clockOf(await shown(county, id, 'lu'), 'grievance.resolve').dueAt
    expect(due).toBe(t('2026-10-14 00:00'))
    await act('shui', 'grievance.respond', { text: '节后就修' })
    // After Saturday the 10th two working days are left, the due day counted.
    const resolveRungs = async (time: string) => {
      await to(county, time)
      return (await papers(county, id)).filter(([, clock]) => clock === 'grievance.resolve').map(([rung]) => rung)
    }
    expect(await resolveRungs('2026-10-09 23:59')).toEqual([])
    expect(await resolveRungs('2026-10-10 00:00')).toEqual(['remind'])
    expect(await resolveRungs('2026-10-13 23:59')).toEqual(['remind'])
    expect(await resolveRungs('2026-10-14 00:00')).toEqual(['remind', 'urge'])
    expect(await resolveRungs('2026-10-14 23:59')).toEqual(['remind', 'urge'])
    expect(await resolveRungs('2026-10-15 00:00')).toEqual(['remind', 'urge', 'supervise'])
  })
})
