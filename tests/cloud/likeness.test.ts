import { describe, expect, it } from 'vitest'
import type { MatterView, Similar } from '@/contract/views'
import { inspect, keep } from '../../cloudfunctions/evidence/inspect'
import { similarTo } from '../../cloudfunctions/likeness'
import { type Given, value, world } from '../given-world'

/** What may be the same thing, reported twice. */

const BRIDGE = '村东头的桥栏杆断了，孩子上学路过很危险'
const BRIDGE_TOO = '东头桥上栏杆坏了，娃娃上学走那儿怕掉下去'
const report = (more: object = {}) => ({ topic: 'road', place: '150524100200', text: BRIDGE, ...more })
const submit = async ({ as }: Given, who: string, more: object = {}) =>
  value<MatterView>(await as(who)('grievance.submit', report(more)))
const similar = async ({ as }: Given, who: string | undefined, more: object = {}) =>
  value<{ items: Similar[] }>(await as(who)('grievance.similar', report({ text: BRIDGE_TOO, ...more }))).items
const given = () => world({ at: '2026-10-03 02:10' })

/** A picture that this person sent and that was looked at. */
async function picture({ world: it }: Given, owner: string, n: number, shows: string) {
  const id = `f_${String(n).padStart(22, '0')}`
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64), Buffer.from(shows)])
  await keep(it, { id, owner, type: '', size: bytes.length, name: 'a.jpg' }, bytes)
  await inspect(it, async (cleaned) => ({ ok: true, type: 'image/jpeg', bytes: cleaned }), id, true)
  return id
}

describe('before she sends', () => {
  it('is told where, when, on what and how far another report of the same is, and why it is shown', async () => {
    const it = await given()
    const { id } = await submit(it, 'bao')
    it.set('2026-10-04 09:00')
    const [found, ...others] = await similar(it, 'wu')
    expect(others).toEqual([])
    expect(found).toEqual({
      id,
      at: '2026-10-03T02:10:00.000+08:00',
      place: { code: '150524100200', text: '甲镇 东嘎查' },
      title: expect.any(String),
      stageText: '待受理',
      why: '说的事很像',
    })
    expect(JSON.stringify(found)).not.toContain('栏杆')
  })
  it('is told of it without an account too', async () => {
    const it = await given()
    await submit(it, 'bao')
    expect(await similar(it, undefined)).toHaveLength(1)
  })
  it('is told nothing of another thing, another village, another topic', async () => {
    const it = await given()
    await submit(it, 'bao')
    expect(await similar(it, 'wu', { text: '西头的路灯不亮了，晚上出门看不见路' })).toEqual([])
    expect(await similar(it, 'wu', { place: '150524100201' })).toEqual([])
    expect(await similar(it, 'wu', { topic: 'water' })).toEqual([])
    expect(await similar(it, 'wu', { text: '请领导解决' })).toEqual([])
  })
  it('is told for 14 days, and at the instant after them no more', async () => {
    const it = await given()
    await submit(it, 'bao')
    it.set('2026-10-17 02:10')
    expect(await similar(it, 'wu')).toHaveLength(1)
    it.advance(1)
    expect(await similar(it, 'wu')).toEqual([])
  })
  it('is shown three at most, the likeliest first', async () => {
    const it = await given()
    await submit(it, 'bao', { text: '东头桥上栏杆' })
    const same = await submit(it, 'bao', { text: BRIDGE_TOO })
    await submit(it, 'bao')
    await submit(it, 'bao', { text: '桥栏杆坏了，孩子上学危险' })
    const found = await similar(it, 'wu')
    expect(found).toHaveLength(3)
    expect(found[0]?.id).toBe(same.id)
  })
})

describe('a picture', () => {
  it('that was sent before in that village on that topic finds the report, whatever the words', async () => {
    const it = await given()
    const first = await submit(it, 'bao', { photos: [await picture(it, 'bao', 1, 'the bridge')] })
    const again = await picture(it, 'wu', 2, 'the bridge')
    const [found] = await similar(it, 'wu', { text: '这里需要修', photos: [again] })
    expect(found).toMatchObject({ id: first.id, why: '有同一张照片' })
    expect(await similar(it, 'wu', { photos: [again] })).toMatchObject([{ why: '说的事很像，还有同一张照片' }])
  })
  it('of something else doesn’t', async () => {
    const it = await given()
    await submit(it, 'bao', { photos: [await picture(it, 'bao', 1, 'the bridge')] })
    const other = await picture(it, 'wu', 2, 'a lamp')
    expect(await similar(it, 'wu', { text: '这里需要修', photos: [other] })).toEqual([])
  })
  it('of somebody else, named by its id, tells nobody anything', async () => {
    const it = await given()
    const id = await picture(it, 'bao', 1, 'the bridge')
    await submit(it, 'bao', { photos: [id] })
    expect(await similar(it, 'wu', { text: '这里需要修', photos: [id] })).toEqual([])
  })
})

describe('nobody is ever told', () => {
  it('of what is said about village cadres, or against a unit', async () => {
    const it = await given()
    await submit(it, 'bao', { topic: 'village-cadre' })
    await submit(it, 'bao', { against: '150524100200' })
    expect(await it.docs('likeness')).toEqual([])
    expect(await similar(it, 'wu')).toEqual([])
    expect(await similar(it, 'wu', { topic: 'village-cadre' })).toEqual([])
  })
  it('of whoever hides from the handler or from everybody', async () => {
    const it = await given()
    await submit(it, 'bao', { anonymity: 'handler' })
    await submit(it, 'bao', { anonymity: 'full' })
    expect(await it.docs('likeness')).toEqual([])
    await submit(it, 'bao', { anonymity: 'public' })
    expect(await it.docs('likeness')).toHaveLength(1)
  })
  it('of what was taken back', async () => {
    const it = await given()
    const { id } = await submit(it, 'bao')
    value(await it.as('bao')('grievance.withdraw', { id }))
    expect(await similar(it, 'wu')).toEqual([])
    expect((await it.docs('likeness')).map(({ keys }) => keys.band)).toEqual([[]])
  })
  it('of what turns out to be 举报 when it is accepted', async () => {
    const it = await given()
    const { id } = await submit(it, 'bao')
    value(await it.as('kong')('grievance.accept', { id, type: 'report', handling: 'quick' }))
    expect(await similar(it, 'wu')).toEqual([])
    const [kept] = await it.docs('likeness')
    expect(kept).toMatchObject({ body: '{}', keys: { band: [], at: '' } })
  })
})

describe('what lies there', () => {
  it('is one document a report, without a word, a village or a topic that anybody could read', async () => {
    const it = await given()
    const { id } = await submit(it, 'bao')
    const [kept, ...others] = await it.docs('likeness')
    expect(others).toEqual([])
    expect(kept?.id).toBe(id)
    const text = JSON.stringify({ keys: kept?.keys, body: kept?.body })
    for (const word of ['桥', 'road', '150524100200', 'bao']) expect(text).not.toContain(word)
    expect(text.length).toBeLessThan(2000)
  })
  it('is found again where a village reports more than a page in a fortnight', async () => {
    const it = await given()
    const { id } = await submit(it, 'bao')
    for (let n = 0; n < 80; n++) await submit(it, 'bao', { text: `第${n}处井盖丢失，编号${n * 7919}` })
    expect((await similar(it, 'wu')).map((found) => found.id)).toEqual([id])
  })
})

describe('what is over', () => {
  it('is still there for a dispatcher to compare, and nobody is asked to follow it', async () => {
    const it = await given()
    const { id } = await submit(it, 'bao')
    const doc = await it.store.get('matters', id)
    const body = JSON.parse(doc?.body ?? '{}')
    const closed = JSON.stringify({ ...body, state: { ...body.state, stage: 'closed' } })
    const saved = await it.store.save([
      { collection: 'matters', id, expected: doc?.version ?? 0, keys: doc?.keys ?? {}, body: closed },
    ])
    expect(saved.ok).toBe(true)
    expect(await similar(it, 'wu')).toEqual([])
    const asked = { topic: 'road', place: '150524100200', text: BRIDGE_TOO, now: it.now(), answered: true }
    expect(await similarTo(it.world, asked)).toMatchObject([{ id, stageText: '已办结' }])
    expect(await similarTo(it.world, { ...asked, not: id })).toEqual([])
  })
  it('and what itself follows another leads nowhere: the other is shown', async () => {
    const it = await given()
    const first = await submit(it, 'bao')
    await submit(it, 'bao', { follows: first.id })
    expect((await similar(it, 'wu')).map(({ id }) => id)).toEqual([first.id])
  })
})
