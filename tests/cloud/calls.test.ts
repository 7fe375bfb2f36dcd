import { describe, expect, it } from 'vitest'
import type { CallRow, NoticeRow, Reached, ToldRow } from '@/contract/views'
import { deliverAll } from '../../cloudfunctions/notifier/deliver'
import { no, value } from '../given-world'
import { given } from './notifier-given'

type Rows<T> = { items: T[] }

/** Nothing reaches her: what she is asked stands to be rung. */
async function toRing(count = 1) {
  const g = await given()
  g.says.sms = () => 'refused'
  g.says.voice = () => 'refused'
  const letters = []
  for (let n = 0; n < count; n++) letters.push(await g.letter({ text: `还缺 ${n + 1} 样材料` }))
  await deliverAll(g.w.world)
  const calls = async (who: string) => value<Rows<CallRow>>(await g.w.as(who)('notice.calls')).items
  const [row] = await calls('gao')
  if (!row) throw new Error('nobody is to be rung')
  return { ...g, letters, calls, row, id: row.id }
}

describe('who is to be rung', () => {
  it('stands on the list of the desk that has the matter, with what to say and why, and without her number', async () => {
    const { calls, row, matter } = await toRing()
    expect(row).toMatchObject({ matter, whom: '本人', place: '甲镇 东嘎查', texts: ['还缺 1 样材料'], tries: [] })
    expect(row.why).toContain('语音电话没送到')
    expect(JSON.stringify(row)).not.toMatch(/1390000|1381234|包/)
    expect(await calls('ma')).toHaveLength(1)
    for (const other of ['mei', 'tong', 'kong']) expect(await calls(other)).toEqual([])
  })
  it('is nobody else’s business', async () => {
    const { w, id } = await toRing()
    for (const who of ['li', 'ke', 'bao'])
      expect(no(await w.as(who)('notice.calls'))).toMatchObject({ refused: 'permission.role' })
    for (const who of ['mei', 'tong', 'kong']) {
      expect(no(await w.as(who)('notice.ring', { id }))).toMatchObject({ status: 404, refused: 'call.not-found' })
      expect(no(await w.as(who)('notice.rung', { id, reached: true }))).toMatchObject({ refused: 'call.not-found' })
    }
    const letter = id.replace(/:call$/, ':wechat')
    expect(no(await w.as('gao')('notice.ring', { id: letter }))).toMatchObject({ refused: 'call.not-found' })
  })
  it('all that there is to tell her of one matter is one call, oldest first', async () => {
    const { calls, w, id, letters, ways } = await toRing(3)
    const [row, ...more] = await calls('gao')
    expect([row?.texts, more]).toEqual([['还缺 1 样材料', '还缺 2 样材料', '还缺 3 样材料'], []])
    value(await w.as('gao')('notice.rung', { id, reached: true }))
    expect(await calls('gao')).toEqual([])
    for (const letter of letters) expect(await ways(letter)).toMatch(/call rung$/)
  })
  it('whoever rings is given the number, and it is kept who was', async () => {
    const { w, id, rows } = await toRing()
    const reached = value<Reached>(await w.as('gao')('notice.ring', { id, requestId: 'ring-1' }))
    expect(reached).toEqual({ name: '包某', phone: '13900000002' })
    await w.as('gao')('notice.ring', { id, requestId: 'ring-1' })
    const call = (await rows()).find((each) => each.id === id)
    expect(call?.rang?.map(({ by }) => by)).toEqual(['高审查'])
    // Sealed with the letter: in the clear there is nobody's name.
    expect(JSON.stringify(await w.docs('notices'))).not.toContain('高审查')
  })
})

describe('what became of a call', () => {
  it('not reached it stays; at the third time whoever is responsible hears of it, and it still stays', async () => {
    const { w, id, calls, told } = await toRing()
    const rung = async (who: string) =>
      value<{ done: boolean; tries: number }>(await w.as(who)('notice.rung', { id, reached: false, note: '关机' }))
    expect(await rung('gao')).toEqual({ done: false, tries: 1 })
    expect(await rung('ma')).toEqual({ done: false, tries: 2 })
    expect(await told('gao')).toEqual(['gao call.to-ring app'])
    expect(await rung('gao')).toEqual({ done: false, tries: 3 })
    expect(await told('gao')).toEqual(['gao call.to-ring app', 'gao call.unreached app'])
    expect(await rung('gao')).toEqual({ done: false, tries: 4 })
    expect(await told('gao')).toHaveLength(2)
    const [row] = await calls('gao')
    expect(row?.tries.map(({ by, note }) => [by, note])).toEqual([
      ['高审查', '关机'],
      ['马审查', '关机'],
      ['高审查', '关机'],
      ['高审查', '关机'],
    ])
    expect(row?.told).toBe('高审查')
  })
  it('the same press twice is one, and whoever comes second is told who was first', async () => {
    const { w, id } = await toRing()
    const press = { id, reached: false, requestId: 'press-1' }
    for (const _ of [1, 2]) expect(value(await w.as('gao')('notice.rung', press))).toEqual({ done: false, tries: 1 })
    expect(value(await w.as('gao')('notice.rung', { id, reached: true, requestId: 'press-2' }))).toMatchObject({
      done: true,
    })
    expect(value(await w.as('gao')('notice.rung', { id, reached: true, requestId: 'press-2' }))).toMatchObject({
      done: true,
    })
    expect(no(await w.as('ma')('notice.rung', { id, reached: true }))).toMatchObject({
      status: 409,
      refused: 'matter.changed',
      detail: { by: '高审查' },
    })
    expect(no(await w.as('ma')('notice.ring', { id }))).toMatchObject({ refused: 'matter.changed' })
  })
  it('two at once: one of them has spoken with her', async () => {
    const { w, id } = await toRing()
    const both = await Promise.all(['gao', 'ma'].map((who) => w.as(who)('notice.rung', { id, reached: true })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('how it stands, on the page', () => {
  it('she reads it beside each notice and on her matter’s page, staff who may ring her too, others nothing', async () => {
    const g = await given()
    g.says.sms = () => 'delivered'
    await g.letter({ channel: 'app', text: '缺材料' }).then(async (app) => {
      const id = app.id.replace(/:app$/, ':wechat')
      await g.letter({ id, text: '缺材料' })
    })
    await deliverAll(g.w.world)
    const { items } = value<Rows<NoticeRow>>(await g.w.as('bao')('notice.list'))
    const row = items.find(({ text }) => text === '缺材料')
    expect(row?.way?.text).toBe('微信发不了，短信已送达')
    const of = async (who: string) =>
      value<Rows<ToldRow>>(await g.w.as(who)('notice.of', { id: g.matter })).items.filter(
        ({ text }) => text === '缺材料',
      )
    expect((await of('bao')).map(({ whom, way }) => [whom, way.text])).toEqual([['您', '微信发不了，短信已送达']])
    expect((await of('gao')).map(({ whom, way }) => [whom, way.text])).toEqual([['本人', '微信发不了，短信已送达']])
    for (const who of ['wu', 'mei', 'ke', 'li'])
      expect(no(await g.w.as(who)('notice.of', { id: g.matter }))).toMatchObject({ refused: 'matter.not-found' })
  })
  it('「等人打电话」, and afterwards that somebody has spoken with her', async () => {
    const { w, id, matter } = await toRing()
    const way = async () => value<Rows<ToldRow>>(await w.as('gao')('notice.of', { id: matter })).items[0]?.way
    expect(await way()).toMatchObject({ text: '语音电话没送到，等人打电话', toRing: true })
    await w.as('gao')('notice.rung', { id, reached: false })
    expect((await way())?.text).toBe('语音电话没送到，打了 1\u00a0次没打通，还会打')
    await w.as('gao')('notice.rung', { id, reached: true })
    expect((await way())?.text).toBe('语音电话没送到，已经打电话说了')
  })
})
