import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { readNotice } from '../../cloudfunctions/outbox'
import { type Given, onDuty, value, world } from '../given-world'

/** Invented, and found nowhere else: whatever of this lies in the clear anywhere was left there by us. */
const c = {
  name: '泄露甲',
  phone: '13712300001',
  text: '泄露乙的工钱没有给',
  kin: '泄露丙',
  kinPhone: '13712300003',
  witness: '泄露丁',
  said: '泄露戊在家里',
  reply: '泄露己带欠条来',
  summary: '泄露庚去劳动监察',
  note: '泄露辛没接',
  hire: '泄露壬想请我',
  helped: '泄露癸帮到了',
  why: '泄露子病了',
}
const leaks = (text: string) => Object.entries(c).flatMap(([what, canary]) => (text.includes(canary) ? [what] : []))

const at = '2026-09-30T11:00:00+08:00'
const bureau = () => onDuty()

/** Forwarded by the village, talked about, routed, rung in vain, answered, and said to have helped. */
async function lived(w: Given): Promise<string> {
  const { id } = value<MatterView>(
    await w.as('mei')('question.ask', {
      village: '150524100200',
      topic: 'wages',
      text: c.text,
      language: 'zh',
      name: c.name,
      phone: c.phone,
      forwarded: {
        consent: { kind: 'witness', name: c.witness },
        tell: ['person', 'kin', 'helper'],
        kin: { name: c.kin, phone: c.kinPhone },
      },
    }),
  )
  const path: [string, string, object][] = [
    ['li', 'question.take', {}],
    ['li', 'question.message', { text: c.reply }],
    ['li', 'question.declareHire', { note: c.hire }],
    ['li', 'question.route', { person: 'he', callBackAt: at }],
    ['gao', 'matter.reassign', { to: 'ma', why: c.why }],
    ['gao', 'matter.note', { text: c.said }],
    ['ma', 'question.calledBack', { reached: false, note: c.note }],
    ['ma', 'question.calledBack', { reached: true, note: c.summary }],
    ['gao', 'question.helped', { yes: true, text: c.helped }],
  ]
  for (const [who, action, input] of path) value(await w.as(who)(action, { id, ...input }))
  return id
}

describe('what lies in the store', () => {
  it('holds no name, number or word of who asks, nor what was said to her, in bodies or keys', async () => {
    const w = await world({ county: bureau() })
    await lived(w)
    const docs = await w.docs()
    expect(docs.filter(({ collection }) => collection === 'messages')).toHaveLength(1)
    expect(docs.filter(({ collection }) => collection === 'facts').length).toBeGreaterThan(3)
    const found = docs.flatMap((doc) => leaks(JSON.stringify(doc)).map((what) => `${doc.collection}: ${what}`))
    expect([...new Set(found)]).toEqual([])
  })
  it('nor does what people are told, nor the log', async () => {
    const w = await world({ county: bureau() })
    await lived(w)
    const told = (await w.docs('notices')).map((doc) => readNotice(w.world, doc).text)
    expect(told.length).toBeGreaterThan(5)
    expect(told.flatMap(leaks)).toEqual([])
    expect(leaks(JSON.stringify(w.logs))).toEqual([])
  })
})
