import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { HOUR, MINUTE } from '@/domain/time'
import { chainHolds, type StoredEvent } from '../../cloudfunctions/matter-document'
import { application, county, type Given, no, nobodyFree, reach, value, world } from '../given-world'

const noted = async (w: Given, who: string, id: string) => value(await w.as(who)('matter.get', { id }))
const clockOf = ({ clocks }: MatterView, code: string, generation = 1) =>
  clocks.find((c) => c.code === code && c.generation === generation)

describe('a night before the holiday', () => {
  it('applied for at 23:58 and granted at 00:09: promise missed by nine minutes, noon and statute kept', async () => {
    const w = await world({ at: '2026-09-30 23:58' })
    const { id } = value(await w.as('bao')('aid.submit', application()))
    w.set('2026-10-01 00:09')
    const view = value(await w.as('gao')('aid.grant', { id }))
    expect(clockOf(view, 'aid.promise')).toMatchObject({
      outcome: 'missed',
      lateBy: 'PT9M',
      colour: 'overdue',
      word: '已超期',
    })
    expect(clockOf(view, 'aid.grace')).toMatchObject({ outcome: 'kept', colour: 'green' })
    expect(clockOf(view, 'aid.decide')).toMatchObject({ outcome: 'kept' })
    const seen = await noted(w, 'bao', id)
    expect(clockOf(seen, 'aid.promise')).toMatchObject({ word: '超时' })
    expect(clockOf(seen, 'aid.grace')).toMatchObject({ word: '按时办结' })
  })
  it('the missed promise is told to whoever was responsible when it was missed, not to the lawyer who came after', async () => {
    const w = await world({ at: '2026-09-30 23:58' })
    const { id } = value(await w.as('bao')('aid.submit', application()))
    w.set('2026-10-01 00:09')
    value(await w.as('gao')('aid.grant', { id }))
    expect((await w.told()).filter((line) => line.includes('clock.overdue'))).toEqual(['gao clock.overdue app'])
  })
  it('the machine slept until 00:07: judged at midnight, told at 00:07, seven minutes late', async () => {
    const w = await world({ at: '2026-09-30 23:58' })
    const { id } = value(await w.as('bao')('aid.submit', application()))
    w.set('2026-10-01 00:07')
    expect(await w.sweep()).toEqual({ touched: 1, more: false })
    const view = await noted(w, 'gao', id)
    expect(view.timeline.at(-1)).toMatchObject({
      at: '2026-10-01T00:00:00.000+08:00',
      text: '到期还没办完：当天派律师',
    })
    const letters = (await w.docs('notices'))
      .map(({ body }) => JSON.parse(body))
      .filter(({ template }) => template === 'clock.overdue')
    expect(letters).toMatchObject([{ lateBy: 'PT7M' }])
    expect((await w.docs('notices')).map(({ keys }) => keys.at)).toContain('2026-10-01T00:07:00.000+08:00')
  })
  it('it slept until two in the afternoon: promise and grace are both told, each once and each with its own lateness', async () => {
    const w = await world({ at: '2026-09-30 23:58' })
    value(await w.as('bao')('aid.submit', application()))
    w.set('2026-10-01 14:00')
    await w.sweep()
    const letters = (await w.docs('notices')).map(({ body }) => JSON.parse(body))
    expect(letters.flatMap(({ template, lateBy }) => (template === 'clock.overdue' ? [lateBy] : [])).sort()).toEqual([
      'PT14H',
      'PT2H',
    ])
  })
  it('a sweep with nothing due touches nothing, nor does the same one again', async () => {
    const w = await world({ at: '2026-09-30 23:58' })
    value(await w.as('bao')('aid.submit', application()))
    expect(await w.sweep()).toEqual({ touched: 0, more: false })
    w.set('2026-10-01 00:00')
    await w.sweep()
    const after = await w.docs()
    expect(await w.sweep()).toEqual({ touched: 0, more: false })
    expect(await w.docs()).toEqual(after)
  })
  it('one matter that can’t be read doesn’t stop the others from being judged', async () => {
    const w = await world()
    const first = value(await w.as('bao')('aid.submit', application()))
    w.advance(MINUTE)
    const second = value(await w.as('wu')('aid.submit', application()))
    const broken = (await w.docs('matters')).find(({ id }) => id === first.id)
    if (!broken) throw new Error('no matter')
    const body = broken.body.replace(/"personal":"k1[^"]+"/, '"personal":"k1.x"')
    const keys = { ...broken.keys, wakeAt: '2026-09-30T00:00:00.000+08:00' }
    await w.store.save([{ ...broken, keys, expected: broken.version, body }])
    w.set('2026-10-02 10:00')
    expect(await w.sweep()).toEqual({ touched: 2, more: false })
    const judged = (await w.docs('notices')).filter(({ body }) => body.includes('clock.overdue'))
    expect(judged.map(({ keys }) => keys.matter)).toEqual([second.id])
    expect(w.logs).toMatchObject([{ level: 'error', what: `sweep ${first.id}` }])
  })
})

describe('many that can’t be judged', () => {
  const many = 55
  /** They are due first, and something is wrong with each. */
  async function inFront(w: Given, spoil: (body: string) => string) {
    for (let n = 0; n < many; n++) value(await w.as('bao')('aid.submit', application()))
    const due = { wakeAt: '2026-09-30T00:00:00.000+08:00' }
    for (const { version, keys, body, ...doc } of await w.docs('matters'))
      await w.store.save([{ ...doc, keys: { ...keys, ...due }, expected: version, body: spoil(body) }])
  }
  const judged = async (w: Given) =>
    (await w.docs('notices')).filter(({ body }) => body.includes('clock.overdue')).map(({ keys }) => keys.matter)

  it('don’t stop the one behind them', async () => {
    const w = await world()
    await inFront(w, (body) => body.replace(/"personal":"k1[^"]+"/, '"personal":"k1.x"'))
    const { id } = value(await w.as('wu')('aid.submit', application()))
    w.set('2026-10-02 10:00')
    expect(await w.sweep()).toEqual({ touched: many + 1, more: false })
    expect(await judged(w)).toEqual([id])
  })
  it('nor do those whose page was refused, and nobody asks for them again and again', async () => {
    const w = await world()
    await inFront(w, (body) => body.replace('{', `{"padding":"${'x'.repeat(65_500 - Buffer.byteLength(body))}",`))
    const { id } = value(await w.as('wu')('aid.submit', application()))
    w.set('2026-10-02 10:00')
    expect(await w.sweep()).toEqual({ touched: many + 1, more: false })
    expect(await judged(w)).toEqual([id])
  })
})

describe('nobody is free', () => {
  const searching = async () => {
    const w = await world({ county: nobodyFree() })
    const { id } = value(await w.as('bao')('aid.submit', application()))
    value(await w.as('gao')('aid.grant', { id }))
    return { w, id }
  }
  const free = async (w: Given, person: string, capacity: number) => {
    const card = (await w.docs('lawyers')).find(({ id }) => id === `lawyer:${person}`)
    if (!card) throw new Error('no card')
    const body = JSON.stringify({ ...JSON.parse(card.body), capacity })
    await w.store.save([{ ...card, expected: card.version, keys: { ...card.keys, assignable: capacity > 0 }, body }])
  }
  it('a named person answers for it; every ten minutes time looks again, and assigns when a lawyer is free', async () => {
    const { w, id } = await searching()
    expect(await noted(w, 'bao', id)).toMatchObject({
      stage: 'granted-unassigned',
      people: [{ name: '高审查' }],
      detail: { escalated: { to: '高审查' } },
    })
    w.advance(9 * MINUTE)
    expect(await w.sweep()).toMatchObject({ touched: 0 })
    w.advance(MINUTE)
    expect(await w.sweep()).toMatchObject({ touched: 1 })
    w.advance(3 * MINUTE)
    await free(w, 'he', 1)
    expect(await w.sweep()).toMatchObject({ touched: 0 })
    w.advance(7 * MINUTE)
    await w.sweep()
    const view = await noted(w, 'bao', id)
    expect(view).toMatchObject({ stage: 'assigned', people: [{ name: '何律师' }] })
    expect(view.timeline.at(-1)).toMatchObject({ at: '2026-09-30T10:20:00.000+08:00', text: '派给 何律师 律师' })
    expect(clockOf(view, 'aid.promise')).toMatchObject({ outcome: 'kept' })
    expect((await w.card('he')).matters).toEqual([id])
    expect(await w.told()).toEqual(
      [
        'bao aid.received app',
        'gao aid.to-review app',
        'bao aid.searching app',
        'gao aid.find-lawyer app',
        'bao aid.assigned app',
        'bao aid.assigned wechat',
        'he aid.assigned-to-you app',
        'qin aid.assigned-to-house app',
      ].sort(),
    )
  })
  it('looking in vain for a day writes no history and tells nobody twice', async () => {
    const { w, id } = await searching()
    for (let n = 0; n < 60; n++) {
      w.advance(10 * MINUTE)
      await w.sweep()
    }
    const [doc] = await w.docs('matters')
    expect(JSON.parse(doc?.body ?? '').events).toHaveLength(7)
    expect((await w.told()).filter((line) => line.includes('find-lawyer'))).toHaveLength(1)
    expect((await noted(w, 'gao', id)).stage).toBe('granted-unassigned')
  })
  it('withdrawn, nobody looks any more', async () => {
    const { w, id } = await searching()
    value(await w.as('bao')('aid.withdraw', { id }))
    await free(w, 'li', 5)
    w.advance(HOUR)
    expect(await w.sweep()).toEqual({ touched: 0, more: false })
    expect((await w.card('li')).matters).toEqual([])
  })
  it('sixty at once are found lawyers in two rounds of fifty', async () => {
    const w = await world({ county: nobodyFree() })
    for (let n = 0; n < 60; n++) {
      const { id } = value(await w.as('bao')('aid.submit', application()))
      value(await w.as('gao')('aid.grant', { id }))
    }
    await free(w, 'li', 100)
    w.advance(10 * MINUTE)
    expect(await w.sweep()).toEqual({ touched: 50, more: true })
    expect(await w.sweep()).toEqual({ touched: 10, more: false })
    expect((await w.card('li')).matters).toHaveLength(60)
  })
})

describe('a lawyer’s load', () => {
  it('is the matters he holds: it grows with a grant, and falls with a conflict, a closing and a withdrawal', async () => {
    const w = await world()
    const loads = async () => Promise.all(['li', 'he'].map(async (who) => (await w.card(who)).matters.length))
    const first = await reach(w, 'asked')
    expect(await loads()).toEqual([1, 0])
    value(await w.as('li')('aid.conflictAnswer', { id: first, conflict: 'yes', why: '邻居' }))
    expect(await loads()).toEqual([0, 1])
    value(await w.as('bao')('aid.withdraw', { id: first }))
    expect(await loads()).toEqual([0, 0])
    const second = await reach(w, 'in-hand')
    expect(await loads()).toEqual([1, 0])
    value(await w.as('li')('aid.close', { id: second, result: 'advice', text: '写了诉状' }))
    expect(await loads()).toEqual([0, 0])
    value(await w.as('gao')('aid.reviewClose', { id: second, ok: false, why: '缺笔录' }))
    expect(await loads()).toEqual([1, 0])
  })
  it('a capacity set in a county’s file is never overrun, one after the other', async () => {
    const w = await world({ county: county({ li: { capacity: 1 }, he: { capacity: 1 }, tao: { capacity: 0 } }) })
    const ids = []
    for (let n = 0; n < 3; n++) ids.push(await submitAndGrant(w))
    expect(await Promise.all(ids.map(async (id) => (await noted(w, 'gao', id)).people[0]?.name))).toEqual([
      '李律师',
      '何律师',
      '高审查',
    ])
  })
})
const submitAndGrant = async (w: Given) => {
  const { id } = value(await w.as('bao')('aid.submit', application()))
  return value(await w.as('gao')('aid.grant', { id })).id
}

describe('a long matter', () => {
  it('after 200 reports its chain of events holds, nothing is lost from the timeline, and it stays under 64 KB', async () => {
    const w = await world()
    const id = await reach(w, 'in-hand')
    for (let n = 1; n <= 200; n++) {
      w.advance(24 * HOUR)
      value(
        await w.as('li')('aid.report', { id, change: true, text: `第${n}次：${'开庭，对方没来，改期。'.repeat(20)}` }),
      )
    }
    const [doc] = await w.docs('matters')
    const body = JSON.parse(doc?.body ?? '')
    const pages = (await w.docs('history')).sort((a, b) => Number(a.keys.page) - Number(b.keys.page))
    const events: StoredEvent[] = [...pages.flatMap((page) => JSON.parse(page.body)), ...body.events]
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: body.seq }, (_, n) => n + 1))
    expect(chainHolds('', events, body.head)).toBe(true)
    expect(events.filter(({ type }) => type === 'ProgressReported')).toHaveLength(200)
    const sizes = (await w.docs()).map((each) => Buffer.byteLength(each.body))
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024)
    const { timeline } = await noted(w, 'bao', id)
    expect(timeline.filter(({ text }) => text.startsWith('律师报了新进展'))).toHaveLength(200)
    expect(timeline.map(({ seq }) => seq)).toEqual([...timeline.map(({ seq }) => seq)].sort((a, b) => a - b))
  })
  it('with everything as long as it may be, it can still be worked on and closed', async () => {
    const w = await world()
    const words = (n: number) => '蒙'.repeat(n)
    const party = (n: number) => ({ role: 'opponent', name: words(79) + (n % 10), phone: '13800000000' })
    const form = application({
      story: words(2000),
      income: words(200),
      parties: Array.from({ length: 20 }, (_, n) => party(n)),
      groups: Array.from({ length: 10 }, (_, n) => words(39) + n),
    })
    const id = await reach(w, 'in-hand', form)
    for (let n = 0; n < 6; n++) value(await w.as('li')('aid.report', { id, change: true, text: words(1000) }))
    value(await w.as('li')('aid.close', { id, result: 'other', text: words(2000) }))
    expect(value(await w.as('gao')('aid.reviewClose', { id, ok: true })).stage).toBe('closed')
  })
  it('a changed, dropped or swapped event is found by the chain', async () => {
    const w = await world()
    await reach(w, 'in-hand')
    const [doc] = await w.docs('matters')
    const { events, head } = JSON.parse(doc?.body ?? '') as { events: StoredEvent[]; head: string }
    expect(chainHolds('', events, head)).toBe(true)
    events.forEach((event, n) => {
      expect(chainHolds('', events.with(n, { ...event, at: '2026-01-01T00:00:00.000+08:00' }), head), `at ${n}`).toBe(
        false,
      )
      if (event.sealed)
        expect(chainHolds('', events.with(n, { ...event, sealed: `${event.sealed}x` }), head)).toBe(false)
      expect(chainHolds('', events.toSpliced(n, 1), head)).toBe(false)
      const next = events[n + 1]
      if (next) expect(chainHolds('', events.with(n, next).with(n + 1, event), head)).toBe(false)
    })
  })
})

describe('the same request', () => {
  it('is answered once, with another body refused, and the 33rd one still works', async () => {
    const w = await world()
    const id = await reach(w, 'in-hand')
    const report = { id, change: true, text: '开庭了', requestId: 'report-1' }
    const first = value(await w.as('li')('aid.report', report))
    expect(value(await w.as('li')('aid.report', report)).timeline).toEqual(first.timeline)
    expect(no(await w.as('li')('aid.report', { ...report, text: '没开庭' }))).toEqual({
      status: 409,
      refused: 'request.reused',
    })
    expect(no(await w.as('li')('aid.close', { id, result: 'other', text: '完', requestId: 'report-1' }))).toMatchObject(
      { status: 409 },
    )
    for (let n = 2; n <= 40; n++) value(await w.as('li')('aid.report', { ...report, requestId: `report-${n}` }))
    expect((await noted(w, 'li', id)).timeline.filter(({ text }) => text.startsWith('律师报了'))).toHaveLength(40)
  })
  it('of another person reveals nothing and opens another matter', async () => {
    const w = await world()
    const form = { ...application(), requestId: 'the-same' }
    const mine = value(await w.as('bao')('aid.submit', form))
    const hers = value(await w.as('wu')('aid.submit', form))
    expect(hers.id).not.toBe(mine.id)
    expect(hers.code).not.toBe(mine.code)
  })
  it('a page that is no longer up to date is told so, and nothing happens', async () => {
    const w = await world()
    const id = await reach(w, 'submitted')
    const { version } = await noted(w, 'gao', id)
    value(await w.as('bao')('aid.withdraw', { id }))
    expect(no(await w.as('gao')('aid.grant', { id, version }))).toMatchObject({
      status: 409,
      refused: 'matter.changed',
    })
  })
  it('what a reply showed can be acted on: nobody else did anything in between', async () => {
    const w = await world()
    const { id, version } = value(await w.as('bao')('aid.submit', application()))
    expect(value(await w.as('bao')('aid.withdraw', { id, version })).stage).toBe('withdrawn')
  })
})
