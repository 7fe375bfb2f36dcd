import { describe, expect, it } from 'vitest'
import { deliver, deliverAll } from '../../cloudfunctions/notifier/deliver'
import { type NoticeRecord, readNotice, write } from '../../cloudfunctions/outbox'
import type { Doc, Letter, Sent } from '../../cloudfunctions/ports'
import { t } from '../domain/clock-given'
import { type Given, value, world } from '../given-world'

/** Letters that wait, and a channel that does as it is told. */

const at = '2026-10-14 09:00'
const letter = (n: number, more: Partial<NoticeRecord> = {}): NoticeRecord => ({
  id: `question:abc:${String(n).padStart(4, '0')}`,
  at: t(at),
  matter: 'question:abc',
  channel: 'sms',
  template: 'question.offer',
  state: 'waiting',
  tries: 0,
  seen: false,
  to: '13900000001',
  text: '有人问法律问题',
  params: { topic: 'wages', place: '甲镇 东嘎查', at: t('2026-10-14 09:08'), language: 'mn' },
  ...more,
})

async function given(letters: NoticeRecord[] = [letter(1)]) {
  const w = await world({ at })
  const sent: Letter[] = []
  const channel = { says: async (_: Letter): Promise<Sent> => 'sent' }
  w.world.notifier = {
    send: (one) => {
      sent.push(one)
      return channel.says(one)
    },
  }
  for (const one of letters) await w.store.save([write(w.world, one, 0)])
  return { w, sent, channel, rows: () => rowsOf(w) }
}
const rowsOf = async (w: Given) => (await w.docs('notices')).map((doc) => readNotice(w.world, doc as Doc))
const states = async (rows: () => Promise<NoticeRecord[]>) =>
  (await rows()).map(({ state, tries, why }) => [state, tries, ...(why ? [why] : [])].join(' '))

describe('what waits to leave', () => {
  it('is handed over once, its variables in words, and then waits no more', async () => {
    const { w, sent, rows } = await given()
    expect(await deliver(w.world)).toEqual({ touched: 1, more: false })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      channel: 'sms',
      to: '13900000001',
      template: 'question.offer',
      matter: 'question:abc',
      params: { topic: '工钱', place: '甲镇 东嘎查', at: '10月14日 9:08', time: '2026年10月14日 09:08' },
    })
    expect(sent[0]?.params.language).toMatch(/蒙古/)
    expect(await deliver(w.world)).toEqual({ touched: 0, more: false })
    expect(sent).toHaveLength(1)
    expect(await states(rows)).toEqual(['sent 1'])
  })
  it('leaves oldest first, however many there are', async () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      letter(n, { at: t('2026-10-14 08:59'), to: `139${String(n).padStart(8, '0')}` }),
    )
    const { w, sent, rows } = await given([...many].reverse())
    await deliverAll(w.world)
    expect(sent.map(({ to }) => to).slice(0, 3)).toEqual(['13900000000', '13900000001', '13900000002'])
    expect(new Set(sent.map(({ to }) => to)).size).toBe(120)
    expect(new Set(await states(rows))).toEqual(new Set(['sent 1']))
  })
  it('is tried three times with growing pauses, and not a second sooner; then it failed', async () => {
    const { w, sent, channel, rows } = await given()
    channel.says = async () => 'failed'
    const tries = async (seconds: number) => {
      w.set(at)
      w.advance(seconds * 1000)
      await deliver(w.world)
      return sent.length
    }
    expect(await tries(0)).toBe(1)
    expect(await tries(29)).toBe(1)
    expect(await tries(30)).toBe(2)
    expect(await tries(149)).toBe(2)
    expect(await states(rows)).toEqual(['waiting 2'])
    expect(await tries(150)).toBe(3)
    expect(await states(rows)).toEqual(['failed 3 unreachable'])
    expect(await tries(420)).toBe(3)
  })
  it('does not keep what is behind it waiting, however much of it waits for its next try', async () => {
    const first = Array.from({ length: 60 }, (_, n) => letter(n))
    const { w, sent, channel } = await given(first)
    channel.says = async () => 'failed'
    await deliverAll(w.world)
    expect(sent).toHaveLength(60)
    await w.store.save([write(w.world, letter(99, { to: '13800000099' }), 0)])
    channel.says = async () => 'sent'
    await deliverAll(w.world)
    expect(sent.slice(60).map(({ to }) => to)).toEqual(['13800000099'])
  })
  it.each([
    ['no-such-channel', 'failed 0 no-channel'],
    ['no-template', 'failed 0 no-template'],
    ['refused', 'failed 1 refused'],
    ['delivered', 'delivered 1'],
  ] as const)('%s is not tried again: %s', async (says, state) => {
    const { w, sent, channel, rows } = await given()
    channel.says = async () => says
    await deliverAll(w.world)
    w.set('2026-10-14 09:07')
    await deliverAll(w.world)
    expect([sent.length, await states(rows)]).toEqual([1, [state]])
  })
  it('without any way out says so in its row', async () => {
    const { w, rows } = await given()
    w.world.notifier = undefined
    await deliver(w.world)
    expect(await states(rows)).toEqual(['failed 0 no-channel'])
  })
  it('an offer is not sent once its eight minutes are over, other news not after a day', async () => {
    const { w, sent, rows } = await given([letter(1), letter(2, { template: 'aid.received', to: '13900000002' })])
    w.set('2026-10-14 09:08')
    await deliver(w.world)
    expect(sent.map(({ template }) => template)).toEqual(['aid.received'])
    expect(await states(rows)).toEqual(['failed 0 expired', 'sent 1'])
    const late = await given([letter(1, { template: 'aid.received' })])
    late.w.set('2026-10-15 09:00')
    await deliver(late.w.world)
    expect([late.sent, await states(late.rows)]).toEqual([[], ['failed 0 expired']])
  })
  it('a moment before that it is', async () => {
    const { w, sent } = await given()
    w.advance(479_999)
    await deliver(w.world)
    expect(sent).toHaveLength(1)
  })
  it('a channel that throws is one that failed, and keeps nothing else', async () => {
    const { w, channel, rows } = await given([letter(1), letter(2, { to: '13900000002' })])
    channel.says = async ({ to }) => {
      if (to === '13900000001') throw new Error('of 13900000001')
      return 'sent'
    }
    await deliver(w.world)
    expect(await states(rows)).toEqual(['waiting 1', 'sent 1'])
    expect(JSON.stringify(w.logs)).not.toContain('13900000001')
  })
  it('what leaves by WeChat says the same once more: it isn’t in her own list twice', async () => {
    const { w } = await given([letter(1, { channel: 'wechat', to: 'li' }), letter(2, { channel: 'app', to: 'li' })])
    const { items } = value<{ items: { id: string }[] }>(await w.as('li')('notice.list'))
    expect(items.map(({ id }) => id)).toEqual([letter(2).id])
  })
})
