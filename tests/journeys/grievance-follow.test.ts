import { describe, expect, it } from 'vitest'
import { east, west } from './given'
import { atWater, ditch, handling, inCommand, photoOf, quick, refused, reported, shown, to } from './grievance-given'

/** Two who report one thing: each has her own code, clocks, notices and rating. */

const again = { text: '西渠桥头那一段淤住了，地浇不上水' }

describe('before it is sent', () => {
  it('what may be the same is told: place, day and stage, nothing of whoever reported it', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    await to(county, '2026-10-15 09:00')
    const { items } = await county.api('wu', 'grievance.similar', { topic: 'water', place: east, photos: [], ...again })
    expect(items.map((item) => item.id)).toEqual([id])
    expect(JSON.stringify(items)).not.toMatch(/包|淤|桥/)
    const none = async (more: object) =>
      (await county.api('wu', 'grievance.similar', { topic: 'water', place: east, photos: [], ...again, ...more }))
        .items
    expect(await none({ place: west })).toEqual([])
    expect(await none({ topic: 'road' })).toEqual([])
    expect(await none({ text: '自来水管冻裂，院里全是冰' })).toEqual([])
    await to(county, '2026-10-28 09:00:01')
    expect(await none({})).toEqual([])
  })
})

describe('following', () => {
  it('changes no clock and no history on either side; taking it back neither', async () => {
    const county = await inCommand('09:00:00')
    const first = await reported(county)
    const second = await county.api('wu', 'grievance.submit', ditch({ ...again, follows: first.id }))
    const act = handling(county, second.id)
    expect(second.detail.follows).toBe(first.id)
    expect(second.code).not.toBe(first.code)
    const still = async (id: string, who: string) => {
      const { clocks, timeline } = await shown(county, id, who)
      return { clocks, timeline }
    }
    const [one, two] = [await still(first.id, 'lu'), await still(second.id, 'lu')]
    await act('wu', 'grievance.unfollow', {})
    expect([await still(first.id, 'lu'), await still(second.id, 'lu')]).toEqual([one, two])
    await act('wu', 'grievance.follow', { parent: first.id })
    expect([await still(first.id, 'lu'), await still(second.id, 'lu')]).toEqual([one, two])
  })
  it('not itself, nothing that isn’t there, nothing that follows', async () => {
    const county = await inCommand('09:00:00')
    const first = await reported(county)
    const second = await county.api('wu', 'grievance.submit', ditch({ ...again, follows: first.id }))
    const third = await reported(county, again)
    const no = refused(county, third.id)
    expect(await no('bao', 'grievance.follow', { parent: third.id })).toBe('422 grievance.follows-itself')
    expect(await no('bao', 'grievance.follow', { parent: 'grievance:none' })).toBe('400 parent unknown-matter')
    expect(await no('bao', 'grievance.follow', { parent: second.id })).toBe('400 parent unknown-matter')
  })
  it('each is answered: what the first was answered the second is too, and rung by itself', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const second = await county.api('wu', 'grievance.submit', ditch({ ...again, follows: id }))
    const other = handling(county, second.id)
    await other('lu', 'grievance.accept', quick)
    const photos = [await photoOf(county, 'shui')]
    await act('shui', 'grievance.resolve', { result: 'solved', text: '渠道已清淤', photos })
    await act('lu', 'grievance.check', { ok: true })
    const hers = await shown(county, second.id, 'wu')
    expect([hers.stage, hers.detail.outcome?.text]).toEqual(['checked', '渠道已清淤'])
    await act('mei', 'grievance.callBack', { reached: true, satisfied: true, note: '好了' })
    expect((await shown(county, second.id, 'wu')).stage).toBe('checked')
    const closed = await other('mei', 'grievance.callBack', { reached: true, satisfied: false, note: '她那边还没水' })
    expect(closed.stage).toBe('closed')
    expect((await shown(county, id)).detail.satisfied).toBe(true)
  })
})
