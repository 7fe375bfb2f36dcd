import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { readNotice } from '../../cloudfunctions/outbox'
import { type Given, value, world } from '../given-world'
import { grievanceCounty } from '../journeys/grievance-given'

/** Invented, and found nowhere else: whatever of this lies in the clear anywhere was left there by us. */
const c = {
  name: '泄露甲',
  phone: '13712300001',
  text: '泄露乙的水渠堵了',
  spot: '泄露丙家门前',
  kin: '泄露丁',
  kinPhone: '13712300002',
  witness: '泄露戊',
  more: '泄露己说是桥头',
  items: '泄露庚哪一段',
  brief: '泄露辛的摘要',
  why: '泄露壬派单',
  note: '泄露癸记一笔',
  answer: '泄露子明天去',
  later: '泄露丑后天去',
  back: '泄露寅不归我',
  basis: '泄露卯方案',
  result: '泄露辰清完了',
  called: '泄露巳说还没水',
  stars: '泄露午又堵了',
  spoke: '泄露未去看了',
  right: '泄露申加了网',
  objected: '泄露酉没清',
  ruling: '泄露戌属实',
  upperNo: '泄露亥12345',
}
const PIN = { lng: 121.774433, lat: 42.731177 }
const leaks = (text: string) => [
  ...Object.entries(c).flatMap(([what, canary]) => (text.includes(canary) ? [what] : [])),
  ...(/121\.7744|42\.7311/.test(text) ? ['pin'] : []),
]

type Step = [who: string | undefined, action: string, input: object]
const walk = async (w: Given, id: string, path: Step[]) => {
  for (const [who, action, input] of path) value(await w.as(who)(action, { id, ...input }))
}
const begin = async (w: Given, who: string | undefined, form: object) =>
  value<MatterView>(
    await w.as(who)('grievance.submit', { topic: 'debt', place: '150524100200', text: c.text, spot: c.spot, ...form }),
  )

/** Forwarded by a guide, sent back, completed, given back, answered twice, resolved, rung, put right. */
async function forwarded(w: Given) {
  const { id } = await begin(w, 'zhou', {
    pin: PIN,
    consents: ['place'],
    reporter: { name: c.name, phone: c.phone },
    forwarded: {
      consent: { kind: 'witness', name: c.witness },
      tell: ['person', 'kin', 'helper'],
      kin: { name: c.kin, phone: c.kinPhone },
    },
  })
  const water = { main: 'dept:water', why: c.why }
  await walk(w, id, [
    ['lu', 'grievance.sendBack', { items: [c.items] }],
    ['zhou', 'grievance.complete', { text: c.more }],
    ['lu', 'grievance.accept', { type: 'help', handling: 'quick' }],
    ['lu', 'matter.note', { text: c.note }],
    ['lu', 'grievance.dispatch', water],
    ['shui', 'grievance.return', { why: c.back, basis: c.basis }],
    ['lu', 'grievance.ruleReturn', { decision: 'keep', why: c.ruling }],
    ['shui', 'grievance.respond', { text: c.answer }],
    ['shui', 'grievance.respond', { text: c.later }],
    ['shui', 'grievance.resolve', { result: 'solved', text: c.result }],
    ['lu', 'grievance.check', { ok: true }],
    ['mei', 'grievance.callBack', { reached: true, satisfied: false, note: c.called }],
    ['shui', 'grievance.contacted', { note: c.spoke }],
    ['shui', 'grievance.rectified', { text: c.right }],
  ])
  return id
}

/** 举报 by herself: secret, rated badly, objected to, begun again; and one of the line above, answered upward. */
async function told(w: Given) {
  const { id } = await begin(w, 'bao', { topic: 'land', against: 'dept:traffic' })
  await walk(w, id, [
    ['lu', 'grievance.accept', { type: 'report', handling: 'quick' }],
    ['lu', 'grievance.dispatch', { main: 'dept:land', why: c.why, brief: c.brief }],
    ['tu', 'grievance.resolve', { result: 'explained', text: c.result }],
    ['lu', 'grievance.check', { ok: true }],
    ['bao', 'grievance.rate', { stars: 1, text: c.stars }],
    ['bao', 'grievance.object', { why: c.objected }],
    ['sun', 'grievance.ruleObjection', { reopen: true, why: c.ruling }],
  ])
  const above = await begin(w, 'lu', {
    source: 'upper',
    upperNo: c.upperNo,
    upperDue: '2026-10-09T18:00:00+08:00',
    reporter: { name: c.name, phone: c.phone },
  })
  await walk(w, above.id, [
    ['lu', 'grievance.accept', { type: 'consult', handling: 'consult' }],
    ['lu', 'grievance.upperAnswer', { text: c.answer }],
  ])
  // Nobody's: words and code are all there is.
  await begin(w, undefined, { anonymity: 'full', text: c.text, spot: c.spot })
}

const lived = async () => {
  const w = await world({ county: grievanceCounty() })
  await forwarded(w)
  await told(w)
  w.advance(3 * 86_400_000)
  await w.sweep()
  return w
}

describe('what lies in the store of what people report', () => {
  it('holds no name, number, word or place of hers, nor what was said of her, in bodies or keys', async () => {
    const w = await lived()
    const docs = await w.docs()
    const kinds = new Set(docs.map(({ collection }) => collection))
    for (const collection of ['matters', 'facts', 'likeness', 'papers', 'codes', 'notices', 'throttle'])
      expect(kinds).toContain(collection)
    const found = docs.flatMap((doc) => leaks(JSON.stringify(doc)).map((what) => `${doc.collection}: ${what}`))
    expect([...new Set(found)]).toEqual([])
  })
  it('nor does what people are told, nor the log', async () => {
    const w = await lived()
    const texts = (await w.docs('notices')).map((doc) => readNotice(w.world, doc).text)
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.flatMap(leaks)).toEqual([])
    expect(leaks(JSON.stringify(w.logs))).toEqual([])
  })
  it('of 举报 neither a likeness, nor the account of whoever told it beside the facts of the bulletin', async () => {
    const w = await world({ county: grievanceCounty() })
    const { id } = await begin(w, 'bao', { topic: 'land', against: 'dept:traffic' })
    expect((await w.docs('likeness')).filter((doc) => doc.id.includes(id))).toEqual([])
    expect(JSON.stringify(await w.docs('facts'))).not.toContain('bao')
    expect(JSON.stringify(await w.docs('codes'))).not.toContain('bao')
  })
  it('of a fully anonymous one not even her account', async () => {
    const w = await world({ county: grievanceCounty() })
    const before = new Set((await w.docs()).map(({ collection, id }) => `${collection}/${id}`))
    await begin(w, 'bao', { anonymity: 'full' })
    const fresh = (await w.docs()).filter(({ collection, id }) => !before.has(`${collection}/${id}`))
    expect(fresh.map(({ collection }) => collection)).toEqual(expect.arrayContaining(['matters', 'codes']))
    const named = fresh.filter((doc) => /\bbao\b|包群众|13900000011/.test(JSON.stringify(doc)))
    expect(named.map(({ collection }) => collection)).toEqual([])
  })
})
