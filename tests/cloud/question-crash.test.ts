import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { chainHolds } from '../../cloudfunctions/matter-document'
import { StoreBusy } from '../../cloudfunctions/ports'
import { type Given, onDuty, type Stored, value, world } from '../given-world'

/** The machine dies at any write in the life of a question; then the same request again, and one sweep. */

const bureau = () => onDuty('he', 'tao')

type Step = [who: string, action: string, input?: object]
const at = '2026-09-30T11:00:00+08:00'
const ask: Step = [
  'bao',
  'question.ask',
  { village: '150524100200', topic: 'wages', text: '工钱没发', language: 'zh', phone: '13900000002' },
]
const take: Step = ['li', 'question.take']
const route: Step = ['li', 'question.route', { person: 'he', callBackAt: at }]
const answer: Step = ['li', 'question.answer', { summary: '带欠条去劳动监察大队' }]

/** What went before, and the step at which it dies; `holds`: whose card carries the question afterwards. */
const flows: { name: string; before: Step[]; step: Step; holds?: string; facts: string[] }[] = [
  { name: 'ask', before: [], step: ask, facts: [] },
  { name: 'take', before: [ask], step: take, holds: 'li', facts: [] },
  { name: 'a word', before: [ask, take], step: ['li', 'question.message', { text: '在' }], holds: 'li', facts: [] },
  { name: 'given back', before: [ask, take], step: ['li', 'question.pass', { why: 'interest' }], facts: [] },
  {
    name: 'answer',
    before: [ask, take],
    step: answer,
    facts: ['answer kept answered', 'answered'],
  },
  { name: 'route', before: [ask, take], step: route, facts: ['answer kept routed'] },
  {
    name: 'rung',
    before: [ask, take, route],
    step: ['he', 'question.calledBack', { reached: true, note: '讲清楚了' }],
    facts: ['answer kept routed', 'answered', 'callback kept'],
  },
  {
    name: 'helped',
    before: [ask, take, answer],
    step: ['bao', 'question.helped', { yes: true }],
    facts: ['answer kept answered', 'answered', 'helped yes'],
  },
  { name: 'withdraw', before: [ask, take], step: ['bao', 'question.withdraw'], facts: ['answer cancelled'] },
]
const REQUEST = 'the-one-request'

type Begun = { docs: Stored[]; id?: string }
async function begun(before: Step[]): Promise<Begun> {
  const w = await world({ county: bureau() })
  let id: string | undefined
  for (const [who, action, input] of before)
    id = value<MatterView>(await w.as(who)(action, { ...(id && { id }), ...input })).id
  return { docs: await w.docs(), ...(id && { id }) }
}
const act = (w: Given, [who, action, input]: Step, id?: string) =>
  w.as(who)(action, { ...(id && { id }), ...input, requestId: REQUEST })

/** Everything that was decided, said, told and counted, but for seals and versions. */
async function ends(w: Given) {
  const [matter] = await w.docs('matters')
  const { state, events, seq, head, outbox } = JSON.parse(matter?.body ?? '{}')
  expect(chainHolds('', events, head)).toBe(true)
  const { personal: _, ...open } = state
  const history = events.map(({ sealed, ...event }: { sealed?: string }) => ({ ...event, sealed: Boolean(sealed) }))
  const keysOf = async (collection: string) => (await w.docs(collection)).map(({ id, keys }) => [id, keys]).sort()
  const facts = (await w.docs('facts')).map(({ id, body }) => [id, body]).sort()
  const kept = [await keysOf('notices'), await keysOf('messages'), await keysOf('codes')]
  return { open, history, seq, outbox, keys: matter?.keys, kept, facts }
}

async function holds(w: Given, { holds: holder, facts }: (typeof flows)[number]) {
  const [matter] = await w.docs('matters')
  for (const who of ['li', 'he', 'tao'])
    expect((await w.card(who)).questions ?? [], who).toEqual(who === holder ? [matter?.id] : [])
  const counted = (await w.docs('facts')).map(({ keys, body }) => {
    const { outcome, how, yes } = JSON.parse(body) as { outcome?: string; how?: string; yes?: boolean }
    const said = outcome === 'cancelled' ? outcome : [outcome, how, yes && 'yes'].filter(Boolean).join(' ')
    return [String(keys.what).replace('question.', ''), said].filter(Boolean).join(' ')
  })
  expect(counted.sort()).toEqual(['asked', ...facts].sort())
}

describe.each(flows)('$name', (flow) => {
  it('dies at every write, before and after it: after a retry and a sweep it ends as if nothing had happened', async () => {
    const { docs, id } = await begun(flow.before)
    for (const moment of ['save.before', 'save.after'] as const) {
      const clean = await world({ from: docs })
      let saves = 0
      clean.hooks.pause = async (point) => void (point === moment && saves++)
      value(await act(clean, flow.step, id))
      clean.hooks.pause = undefined
      await holds(clean, flow)
      const expected = await ends(clean)
      expect(saves).toBeGreaterThan(0)
      for (let k = 1; k <= saves; k++) {
        const w = await world({ from: docs })
        let left = k
        w.hooks.pause = async (point) => {
          if (point === moment && --left === 0) throw new Error('the machine died')
        }
        expect((await act(w, flow.step, id)).status, `${moment} ${k}`).toBe(500)
        w.hooks.pause = undefined
        value(await act(w, flow.step, id))
        await w.sweep()
        expect(await ends(w), `${moment} ${k}`).toEqual(expected)
        await holds(w, flow)
      }
    }
  })
  it('on a busy store: what was answered as busy never happened, what happened is answered as done', async () => {
    const { docs, id } = await begun(flow.before)
    const clean = await world({ from: docs })
    const untouched = id ? await ends(clean) : undefined
    let saves = 0
    clean.hooks.pause = async (point) => void (point === 'save.before' && saves++)
    value(await act(clean, flow.step, id))
    clean.hooks.pause = undefined
    const done = await ends(clean)
    for (let k = 1; k <= saves; k++) {
      const w = await world({ from: docs })
      let left = k
      w.hooks.pause = async (point) => {
        if (point === 'save.before' && --left <= 0) throw new StoreBusy('too much to do')
      }
      const { status } = await act(w, flow.step, id)
      w.hooks.pause = undefined
      await w.sweep()
      const there = (await w.docs('matters')).length > 0
      expect(there ? await ends(w) : undefined, `k=${k}`).toEqual(status === 200 ? done : untouched)
    }
  })
})

describe('a sweep that dies in a wave', () => {
  it.each(['10:02', '10:06', '10:08', '10:30'])('%s: nobody is asked twice, nobody is left out', async (time) => {
    const { docs } = await begun([ask])
    const clean = await world({ from: docs, at: `2026-09-30 ${time}` })
    let saves = 0
    clean.hooks.pause = async (point) => void (point === 'save.before' && saves++)
    await clean.sweep()
    clean.hooks.pause = undefined
    const expected = await ends(clean)
    expect(saves).toBeGreaterThan(0)
    for (const moment of ['save.before', 'save.after'] as const)
      for (let k = 1; k <= saves; k++) {
        const w = await world({ from: docs, at: `2026-09-30 ${time}` })
        let left = k
        w.hooks.pause = async (point) => {
          if (point === moment && --left === 0) throw new Error('the machine died')
        }
        await w.sweep().catch(() => {})
        w.hooks.pause = undefined
        await w.sweep()
        expect(await ends(w), `${moment} ${k}`).toEqual(expected)
        expect(await w.sweep()).toEqual({ touched: 0, more: false })
      }
  })
})
