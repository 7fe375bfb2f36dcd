import { describe, expect, it } from 'vitest'
import type { Bulletin } from '@/contract/views'
import { ditch, type Reporting, reporting, water } from './bulletin-given'

const east = '150524100200'
const START = '2026-10-14T09:00:00.000+08:00'
const month = '2026-10'
const quick = { type: 'help', handling: 'quick' } as const
const bulletinFor = (g: Reporting, who = 'dong') => g.act(who, 'figures.bulletin', { month })
const row = (bulletin: Bulletin, unit: string) => bulletin.rows.find((each) => each.unit.code === unit)

/** Sent to the water department; `until` the step named, a minute each. */
async function atWater(g: Reporting, more: object = {}) {
  const { id } = await g.act('bao', 'grievance.submit', ditch(east, more))
  g.pass(1)
  await g.act('lu', 'grievance.accept', { id, ...quick })
  g.pass(1)
  await g.act('lu', 'grievance.dispatch', { id, ...water })
  g.pass(1)
  await g.act('shui', 'grievance.sign', { id })
  return id
}
const result = { result: 'explained' as const, text: '已经向群众说明清淤的安排', photos: [] }
async function closed(g: Reporting, satisfied: boolean, more: object = {}) {
  const id = await atWater(g, more)
  g.pass(1)
  await g.act('shui', 'grievance.resolve', { id, ...result })
  await g.act('lu', 'grievance.check', { id, ok: true })
  await g.act('mei', 'grievance.callBack', { id, reached: true, satisfied, note: '打通了' })
  return id
}

describe('facts', () => {
  it('are written in the matter’s own save: twenty who accept at once leave one', async () => {
    const g = await reporting(START)
    const { id } = await g.act('bao', 'grievance.submit', ditch(east))
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => g.tried(n % 2 ? 'lu' : 'ye', 'grievance.accept', { id, ...quick })),
    )
    expect(answers.filter(({ reply }) => reply.ok).length).toBeGreaterThan(0)
    expect((await g.facts()).filter(({ keys }) => keys.what === 'grievance.accepted')).toHaveLength(1)
  })
  it('say nothing of whoever reported, nor a word of anybody', async () => {
    const g = await reporting(START)
    await closed(g, true)
    const written = JSON.stringify(await g.facts())
    expect(written).toContain('grievance.called-back')
    for (const word of ['bao', '包', '淤', '清淤', '打通', '139']) expect(written).not.toContain(word)
  })
  it('of 举报 stand under the banner alone, without place, topic, unit or handler', async () => {
    const g = await reporting(START)
    const { id } = await g.act('bao', 'grievance.submit', ditch(east, { topic: 'village-cadre' }))
    await g.act('lu', 'grievance.accept', { id, type: 'report', handling: 'quick' })
    await g.act('lu', 'grievance.dispatch', { id, ...water, brief: '请核对渠道的账' })
    await g.act('shui', 'grievance.respond', { id, text: '正在核对' })
    const facts = await g.facts()
    expect(facts.length).toBeGreaterThan(2)
    expect(new Set(facts.map(({ keys }) => keys.unit))).toEqual(new Set(['banner']))
    const written = facts.map(({ body }) => body).join()
    for (const trace of [east, '150524100', 'dept:water', 'village-cadre', 'shui']) expect(written).not.toContain(trace)
  })
})

describe('the bulletin', () => {
  it('shows what was kept of what was promised, by unit, and the command seat’s fifteen minutes', async () => {
    const g = await reporting(START)
    await closed(g, true)
    await closed(g, false)
    const late = (await g.act('bao', 'grievance.submit', ditch(east))).id
    g.pass(16)
    await g.act('lu', 'grievance.accept', { id: late, ...quick })
    const bulletin = await bulletinFor(g)
    expect(row(bulletin, 'dept:water')?.numbers).toMatchObject({
      held: { n: 2 },
      responded: { n: 2, of: 2 },
      resolved: { n: 2, of: 2 },
      satisfied: { n: 1, of: 2 },
    })
    expect(row(bulletin, 'banner')?.numbers).toMatchObject({ accepted: { n: 2, of: 3 }, held: { n: 1 } })
    expect(bulletin.total).toMatchObject({ held: { n: 3 }, accepted: { n: 2, of: 3 } })
    expect(bulletin.rows.map(({ rank }) => rank)).toEqual([undefined, undefined])
  })
  it('counts what is overdue from the matter itself, before anybody has stopped its clock', async () => {
    const g = await reporting(START)
    const id = await atWater(g)
    expect(row(await bulletinFor(g), 'dept:water')?.numbers.resolved).toEqual({ n: 0, of: 0 })
    g.to('2026-10-15T09:00:00.000+08:00')
    expect(row(await bulletinFor(g), 'dept:water')?.numbers).toMatchObject({
      resolved: { n: 0, of: 1 },
      overdue: { n: 1, of: 1 },
    })
    const listed = await g.act('dong', 'figures.bulletinMatters', { month, unit: 'dept:water', what: 'overdue' })
    expect(listed.items.map((each) => each.id)).toEqual([id])
  })
  it('what went up too late is overdue for the village that kept it, not for the town that got it', async () => {
    const g = await reporting(START)
    const south = '150524101200'
    const { id } = await g.act('bao', 'grievance.submit', ditch(south))
    await g.act('lu', 'grievance.accept', { id, type: 'help', handling: 'escalate' })
    await g.act('lu', 'grievance.dispatch', { id, main: south, why: '先由嘎查看' })
    await g.act('nan', 'grievance.sign', { id })
    g.pass(12 * 60)
    await g.act('nan', 'grievance.passUp', { id, why: '嘎查办不了' })
    const bulletin = await bulletinFor(g)
    const overdue = (unit: string) => row(bulletin, unit)?.numbers.overdue
    expect([overdue(south), overdue('150524101')]).toEqual([
      { n: 1, of: 1 },
      { n: 0, of: 1 },
    ])
  })
  it('is of the month in which it was reported, whenever it ended', async () => {
    const g = await reporting('2026-10-31T23:50:00.000+08:00')
    const id = await atWater(g)
    g.to('2026-11-01T09:00:00.000+08:00')
    await g.act('shui', 'grievance.resolve', { id, ...result })
    await g.act('lu', 'grievance.check', { id, ok: true })
    expect(row(await bulletinFor(g), 'dept:water')?.numbers.resolved).toEqual({ n: 1, of: 1 })
    expect((await g.act('dong', 'figures.bulletin', { month: '2026-11' })).rows).toEqual([])
  })
  it('of a month that hasn’t begun is refused by its field', async () => {
    const g = await reporting(START)
    const { status, reply } = await g.tried('dong', 'figures.bulletin', { month: '2026-11' })
    expect([status, reply]).toMatchObject([400, { invalid: [{ field: 'month', code: 'in-the-future' }] }])
    const nonsense = await g.tried('dong', 'figures.bulletin', { month: '2026-13' })
    expect(nonsense.reply).toMatchObject({ invalid: [{ field: 'month', code: 'bad-month' }] })
  })
})

describe('behind a number', () => {
  it('lie as many reports as it says, page by page, and of a share the others too', async () => {
    const g = await reporting(START)
    for (const satisfied of [true, false, true]) await closed(g, satisfied)
    const asked = { month, unit: 'all', what: 'satisfied' }
    const first = await g.act('dong', 'figures.bulletinMatters', { ...asked, limit: 1 })
    const second = await g.act('dong', 'figures.bulletinMatters', { ...asked, limit: 1, after: first.next })
    expect([first.items.length, second.items.length, second.next]).toEqual([1, 1, undefined])
    expect(first.items[0]?.id).not.toBe(second.items[0]?.id)
    const rest = await g.act('dong', 'figures.bulletinMatters', { ...asked, what: 'satisfied.rest' })
    expect(rest.items).toHaveLength(1)
  })
  it('a name that is no number, and a place in the list that isn’t there, are refused', async () => {
    const g = await reporting(START)
    await closed(g, true)
    const ask = async (more: object) =>
      (await g.tried('dong', 'figures.bulletinMatters', { month, unit: 'all', what: 'held', ...more })).reply
    expect(await ask({ what: 'nothing' })).toMatchObject({ invalid: [{ field: 'what', code: 'not-an-option' }] })
    expect(await ask({ what: 'held.rest' })).toMatchObject({ invalid: [{ field: 'what', code: 'not-an-option' }] })
    expect(await ask({ after: 'grievance:none' })).toMatchObject({ invalid: [{ field: 'after', code: 'bad-cursor' }] })
  })
  it('a dispatcher doesn’t find her own report', async () => {
    const g = await reporting(START)
    await g.act('lu', 'session.actAs', { role: 'resident' })
    const { id } = await g.act('lu', 'grievance.submit', ditch(east))
    await g.act('ye', 'grievance.accept', { id, ...quick })
    await g.act('lu', 'session.actAs', { role: 'command' })
    const asked = { month, unit: 'all', what: 'held' }
    expect((await g.act('lu', 'figures.bulletinMatters', asked)).items).toEqual([])
    expect((await g.act('ye', 'figures.bulletinMatters', asked)).items.map((each) => each.id)).toEqual([id])
  })
})

describe('what looks too good', () => {
  const suspicions = async (g: Reporting) => (await g.act('dong', 'figures.gaming', { month })).items
  it('is a rating by somebody of the unit that had it, with the step behind it', async () => {
    const g = await reporting(START)
    await g.act('shui2', 'session.actAs', { role: 'resident' })
    const { id } = await g.act('shui2', 'grievance.submit', ditch(east))
    await g.act('lu', 'grievance.accept', { id, ...quick })
    await g.act('lu', 'grievance.dispatch', { id, ...water })
    await g.act('shui', 'grievance.resolve', { id, ...result })
    await g.act('lu', 'grievance.check', { id, ok: true })
    await g.act('mei', 'grievance.callBack', { id, reached: true, satisfied: true, note: '打通了' })
    expect(await suspicions(g)).toEqual([])
    await g.act('shui2', 'grievance.rate', { id, stars: 5 })
    expect(await suspicions(g)).toMatchObject([
      {
        what: 'own-rating',
        unit: { code: 'dept:water', name: '水务局' },
        matters: [{ id, events: [{ at: g.now(), text: '评价 5\u00a0星' }] }],
      },
    ])
  })
  it('is the same answer to three, whatever stands between the words, and names who gave it; two are nothing', async () => {
    const g = await reporting(START)
    await closed(g, true)
    await closed(g, true)
    expect(await suspicions(g)).toEqual([])
    const id = await atWater(g)
    await g.act('shui', 'grievance.resolve', { id, ...result, text: '已经 向群众，说明清淤的安排。' })
    await g.act('lu', 'grievance.check', { id, ok: true })
    const [row, ...more] = await suspicions(g)
    expect([row?.what, row?.person, row?.matters.length, more]).toEqual(['copied-answer', '水务甲', 3, []])
  })
  it('is a class that was changed when its time was all but over', async () => {
    const g = await reporting(START)
    const { id } = await g.act('bao', 'grievance.submit', ditch(east))
    await g.act('lu', 'grievance.accept', { id, type: 'help', handling: 'consult' })
    g.pass(11 * 60)
    await g.act('lu', 'grievance.reclassify', { id, handling: 'quick', why: '要去现场看' })
    const [row] = await suspicions(g)
    expect([row?.what, row?.text]).toEqual(['late-reclassify', '原来的时限用了 91.7%，才改类别'])
  })
})

describe('a unit', () => {
  it('sees its own line and the county’s, no count under five, and no other unit’s', async () => {
    const g = await reporting(START)
    for (let n = 0; n < 6; n++) await closed(g, n > 1)
    const seen = await bulletinFor(g, 'shui')
    expect(seen.rows.map(({ unit }) => unit.code)).toEqual(['dept:water'])
    expect(row(seen, 'dept:water')?.numbers).toMatchObject({ held: { n: 6 }, satisfied: { n: 4, of: 6 } })
    const none = await bulletinFor(g, 'jiao')
    expect(none.rows.map(({ unit, numbers }) => [unit.code, numbers.held])).toEqual([['dept:traffic', { n: 0, of: 0 }]])
    const other = await g.tried('shui', 'figures.bulletin', { month, unit: 'dept:traffic' })
    expect(other.reply).toMatchObject({ refused: 'permission.role' })
  })
  it('may open no reports by it, take no spreadsheet and see no suspicions', async () => {
    const g = await reporting(START)
    const asked = { month, unit: 'dept:water', what: 'held' }
    for (const action of ['figures.bulletinMatters', 'figures.bulletinSheet', 'figures.gaming'] as const)
      expect([action, (await g.tried('shui', action, asked)).status]).toEqual([action, 403])
  })
  it('reads the same, byte for byte, whether somebody was reported or not', async () => {
    const read = async (report: boolean) => {
      const g = await reporting(START)
      for (let n = 0; n < 5; n++) await closed(g, true)
      if (report) {
        const { id } = await g.act('bao', 'grievance.submit', ditch(east, { topic: 'village-cadre' }))
        await g.act('lu', 'grievance.accept', { id, type: 'report', handling: 'quick' })
        await g.act('lu', 'grievance.dispatch', { id, ...water, brief: '请核对渠道的账' })
      }
      g.to('2026-10-20T09:00:00.000+08:00')
      const seen = await Promise.all(
        ['shui', 'tang', 'nan', 'zhou'].map((who) => g.tried(who, 'figures.bulletin', { month })),
      )
      return [JSON.stringify(seen), (await bulletinFor(g)).total.held?.n]
    }
    const [without, more] = [await read(false), await read(true)]
    expect(more[0]).toBe(without[0])
    expect([without[1], more[1]]).toEqual([5, 6])
  })
})
