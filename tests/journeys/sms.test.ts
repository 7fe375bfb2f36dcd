import { describe, expect, it } from 'vitest'
import type { OutboxRow } from '@/contract/views'
import type { TestServer } from '../support/server'
import { plain } from './given'
import { about, answering, asked, offers, onDuty, shown } from './question-given'

/** The offer by SMS and the answer of one digit: 14 October 2026, asked at 09:00:00; li sits in the town's seat. */

const number = { li: '13900000001', he: '13900000003', xu: '13900000004', gu: '13900000005', naren: '13900000006' }
type Name = keyof typeof number

const says = async (county: TestServer, who: Name, text: string, key?: string): Promise<string> => {
  const { body } = await county.http<{ heard: string }>('POST', '/demo/sms', {
    from: number[who],
    text,
    ...(key && { key }),
  })
  if (!body.ok) throw new Error(JSON.stringify(body))
  return body.value.heard
}
const lines = (county: TestServer, is: object) => county.http('POST', '/demo/channels', is)

const sms = async (county: TestServer, matter?: string): Promise<OutboxRow[]> =>
  (await county.demo.outbox(matter)).filter(({ channel }) => channel === 'sms')
const lastTo = async (county: TestServer, who: Name): Promise<string> =>
  plain((await sms(county)).filter(({ to }) => to === number[who]).at(-1)?.text ?? '')

describe('an offer by SMS', () => {
  it('reaches whoever is asked, with the digits to answer by, and no name of who asks', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:00:01+08:00')
    const [row] = await sms(county, id)
    expect(row).toMatchObject({ to: number.li, template: 'question.offer', state: 'delivered', tries: 1 })
    expect(plain(row?.text ?? '')).toBe(
      '有人问法律问题（甲镇 东嘎查，工钱），您能接吗？回复 1 接，2 正忙，3 有利害关系。',
    )
    expect(JSON.stringify(row)).not.toContain('params')
  })
  it('answered with 1 is taken, and he is told where to read on', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:00:20+08:00')
    expect(await says(county, 'li', '1')).toBe('taken')
    const question = await shown(county, id)
    expect(question.stage).toBe('taken')
    expect(question.detail.taker).toMatchObject({ name: '李律' })
    expect(await lastTo(county, 'li')).toBe('您接了这个问题（甲镇 东嘎查，工钱）。谁问的、怎么联系，请打开小程序看。')
    expect((await sms(county, id)).at(-1)).toMatchObject({ template: 'sms.taken', state: 'delivered' })
  })
  it.each(['１', '「１」', '1。', ' 1 ', '1\n', '①'])('takes %j for a 1', async (typed) => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    expect(await says(county, 'li', typed)).toBe('taken')
    expect((await shown(county, id)).stage).toBe('taken')
  })
  it('taken by another already: he is told who has it', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:01:30+08:00')
    expect(await says(county, 'xu', '1')).toBe('taken')
    expect(await says(county, 'li', '1')).toBe('late')
    expect(await lastTo(county, 'li')).toBe('这个问题（甲镇 东嘎查，工钱）已经有人了：徐律。谢谢您。')
    expect((await shown(county, id)).detail.taker).toMatchObject({ name: '徐律' })
  })
  it('answered with 2 is passed, and where he was the last the next are asked in the same second', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:00:10+08:00')
    expect(await says(county, 'li', '2')).toBe('passed')
    const after = await shown(county, id)
    expect(offers(after)).toHaveLength(4)
    expect(after.detail.offers?.at(-1)?.at).toBe('2026-10-14T09:00:10.000+08:00')
    // Who is busy now may come back to it.
    expect(await says(county, 'li', '1')).toBe('taken')
  })
  it('answered with 3 is never his: a later 1 is refused by name', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    expect(await says(county, 'li', '3')).toBe('bound')
    await county.demo.to('2026-10-14T09:05:30+08:00')
    expect(offers(await shown(county, id)).filter((line) => line.includes(' li '))).toEqual(['0 li passed'])
    expect(await says(county, 'li', '1')).toBe('refused')
    expect(await lastTo(county, 'li')).toContain('您有利害关系，不能接这个问题')
    expect((await shown(county, id)).stage).toBe('open')
  })
  it('the last of two is meant, and the other waits on', async () => {
    const county = await onDuty('09:00:00')
    const first = await asked(county)
    await county.demo.to('2026-10-14T09:00:30+08:00')
    const second = await county.api('wu', 'question.ask', about({ topic: 'land', text: '地界' }))
    expect(await says(county, 'li', '1')).toBe('taken')
    expect((await shown(county, second.id, 'wu')).stage).toBe('taken')
    expect((await shown(county, first.id)).stage).toBe('open')
    expect(await says(county, 'li', '1')).toBe('taken')
    expect((await shown(county, first.id)).stage).toBe('taken')
  })
  it('a message that comes twice is one, though another question waits by then', async () => {
    const county = await onDuty('09:00:00')
    const first = await asked(county)
    expect(await says(county, 'li', '1', 'm1')).toBe('taken')
    const second = await county.api('wu', 'question.ask', about({ topic: 'land', text: '地界' }))
    const before = (await sms(county)).length
    expect(await says(county, 'li', '1', 'm1')).toBe('again')
    expect((await shown(county, second.id, 'wu')).stage).toBe('open')
    expect((await shown(county, first.id)).stage).toBe('taken')
    expect(await sms(county)).toHaveLength(before)
  })
})

describe('what is no answer', () => {
  it.each(['好的', '12', '4', '1还是2', ''])('%j: he is told the digits, once in ten minutes', async (text) => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    expect(await says(county, 'li', text)).toBe('unclear')
    expect(await lastTo(county, 'li')).toBe('没有看懂。请只回复一个数字：1 接，2 正忙，3 有利害关系。')
    const before = (await sms(county)).length
    expect(await says(county, 'li', '我正忙，稍后回复您')).toBe('unclear')
    expect(await sms(county)).toHaveLength(before)
    expect(offers(await shown(county, id))).toEqual(['0 li proposed'])
  })
  it('a number that was never asked changes nothing and hears nothing', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const { body } = await county.http('POST', '/demo/sms', { from: '13700000000', text: '1' })
    expect(body).toMatchObject({ ok: true, value: { heard: 'unknown' } })
    expect((await shown(county, id)).stage).toBe('open')
    expect((await sms(county)).map(({ to }) => to)).toEqual([number.li])
  })
  it('once he has answered it, and a day after: nothing waits for him', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await says(county, 'li', '1')
    await answering(county, id)('li', 'question.answer', { summary: '先去劳动监察' })
    expect(await says(county, 'li', '1')).toBe('none')
    await county.demo.to('2026-10-15T10:00:00+08:00')
    expect(await says(county, 'li', '1')).toBe('none')
    expect(await lastTo(county, 'li')).toBe('现在没有等您接的问题。')
  })
  it('withdrawn meanwhile: he is told so', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('bao', 'question.withdraw', {})
    expect(await says(county, 'li', '1')).toBe('refused')
    expect(await lastTo(county, 'li')).toContain('问问题的人已经撤回了')
  })
  it('a body that is no message is named', async () => {
    const county = await onDuty('09:00:00')
    expect((await county.http('POST', '/demo/sms', { from: 'x', text: '1' })).status).toBe(400)
    expect((await lines(county, { sms: 'broken' })).status).toBe(400)
  })
})

describe('SMS is down', () => {
  it('the waves go on to the second, and after three tries the row says that it failed', async () => {
    const county = await onDuty('09:00:00')
    await lines(county, { sms: 'down' })
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:01:30+08:00')
    expect(offers(await shown(county, id))).toHaveLength(4)
    await county.demo.to('2026-10-14T09:03:30+08:00')
    await county.demo.to('2026-10-14T09:07:30+08:00')
    expect(offers(await shown(county, id)).map((line) => line.slice(0, 1))).toEqual(['0', '1', '1', '1', '2', '3'])
    const [first] = await sms(county, id)
    expect(first).toMatchObject({ to: number.li, state: 'failed', tries: 3, why: 'unreachable' })
  })
  it('back in time it is sent after all; after the eight minutes it isn’t any more', async () => {
    const county = await onDuty('09:00:00')
    await lines(county, { sms: 'down' })
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:00:05+08:00')
    expect((await sms(county, id))[0]).toMatchObject({ state: 'waiting', tries: 1 })
    await lines(county, { sms: 'up' })
    await county.demo.to('2026-10-14T09:00:29+08:00')
    expect((await sms(county, id))[0]).toMatchObject({ state: 'waiting', tries: 1 })
    await county.demo.to('2026-10-14T09:00:30+08:00')
    expect((await sms(county, id))[0]).toMatchObject({ state: 'delivered', tries: 2 })
  })
  it('an offer that nothing was awake to send is not sent after its eight minutes', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:08:00+08:00', false)
    await county.demo.to('2026-10-14T09:08:01+08:00')
    expect((await sms(county, id))[0]).toMatchObject({ to: number.li, state: 'failed', why: 'expired', tries: 0 })
  })
  it('a county without SMS says at once that it never left', async () => {
    const county = await onDuty('09:00:00')
    await lines(county, { sms: 'off' })
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:00:01+08:00')
    expect((await sms(county, id))[0]).toMatchObject({ state: 'failed', why: 'no-channel', tries: 0 })
    // In the mini-program he was asked all the same.
    await answering(county, id)('li', 'question.take', {})
    expect((await shown(county, id)).stage).toBe('taken')
  })
})
