import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { chainHolds } from '../../cloudfunctions/matter-document'
import { StoreBusy } from '../../cloudfunctions/ports'
import { type Given, type Stored, value, world } from '../given-world'

/** The machine dies at any write in the life of a report; then the same request again, and one sweep. */

type Step = [who: string, action: string, input?: object]
const said = { place: '150524100200', topic: 'debt', text: '工头借走三千块不还，电话也不接' }
const submit: Step = ['bao', 'grievance.submit', said]
const accept: Step = ['kong', 'grievance.accept', { type: 'help', handling: 'quick' }]
const dispatch: Step = ['kong', 'grievance.dispatch', { main: 'dept:land', with: ['150524100'], why: '由它牵头' }]
const sign: Step = ['ke', 'grievance.sign']
const answered: Step = ['tong', 'grievance.respond', { text: '镇里谈过了' }]
const resolve: Step = ['ke', 'grievance.resolve', { result: 'solved', text: '当面还清了' }]
const check: Step = ['kong', 'grievance.check', { ok: true }]
const badly: Step = ['kong', 'grievance.callBack', { reached: true, satisfied: false, note: '还差五百' }]
const given: Step[] = [submit, accept, dispatch, sign]

/** What went before, and the step at which it dies. */
const flows: { name: string; before: Step[]; step: Step }[] = [
  { name: 'report', before: [], step: submit },
  { name: 'accept', before: [submit], step: accept },
  { name: 'dispatch', before: [submit, accept], step: dispatch },
  { name: 'return', before: given, step: ['ke', 'grievance.return', { why: '不归我们', basis: '三定方案' }] },
  { name: 'result', before: [...given, answered], step: resolve },
  { name: 'check', before: [...given, answered, resolve], step: check },
  { name: 'called back, not satisfied', before: [...given, answered, resolve, check], step: badly },
  { name: 'withdraw', before: given, step: ['bao', 'grievance.withdraw'] },
]
const REQUEST = 'the-one-request'

type Begun = { docs: Stored[]; id?: string }
async function begun(before: Step[]): Promise<Begun> {
  const w = await world()
  let id: string | undefined
  for (const [who, action, input] of before)
    id = value<MatterView>(await w.as(who)(action, { ...(id && { id }), ...input })).id
  return { docs: await w.docs(), ...(id && { id }) }
}
const act = (w: Given, [who, action, input]: Step, id?: string) =>
  w.as(who)(action, { ...(id && { id }), ...input, requestId: REQUEST })

/** Everything that was decided, told, counted, numbered and likened, but for seals and versions. */
async function ends(w: Given) {
  const matters = (await w.docs('matters')).sort((a, b) => (a.id < b.id ? -1 : 1))
  const shown = matters.map(({ body, keys }) => {
    const { state, events, seq, head, outbox } = JSON.parse(body)
    expect(chainHolds('', events, head)).toBe(true)
    const { personal: _, ...open } = state
    const history = events.map(({ sealed, ...event }: { sealed?: string }) => ({ ...event, sealed: Boolean(sealed) }))
    return { open, history, seq, outbox, keys }
  })
  const bodies = async (collection: string) => (await w.docs(collection)).map(({ id, body }) => [id, body]).sort()
  const keys = async (collection: string) => (await w.docs(collection)).map((doc) => [doc.id, doc.keys]).sort()
  const counted = [await bodies('facts'), await bodies('counters'), await bodies('papers')]
  return { shown, counted, kept: [await keys('notices'), await keys('codes'), await keys('likeness')] }
}

const moments = ['save.before', 'save.after'] as const

async function savesOf(w: Given, moment: string, does: () => Promise<unknown>): Promise<number> {
  let saves = 0
  w.hooks.pause = async (point) => void (point === moment && saves++)
  await does()
  w.hooks.pause = undefined
  return saves
}
function dies(w: Given, moment: string, k: number) {
  let left = k
  w.hooks.pause = async (point) => {
    if (point === moment && --left === 0) throw new Error('the machine died')
  }
}

describe.each(flows)('$name', (flow) => {
  it('dies at each write, before and after it: repeated, everything is there once', async () => {
    const { docs, id } = await begun(flow.before)
    for (const moment of moments) {
      const clean = await world({ from: docs })
      const saves = await savesOf(clean, moment, async () => value(await act(clean, flow.step, id)))
      const expected = await ends(clean)
      expect(saves).toBeGreaterThan(0)
      for (let k = 1; k <= saves; k++) {
        const w = await world({ from: docs })
        dies(w, moment, k)
        expect((await act(w, flow.step, id)).status, `${moment} ${k}`).toBe(500)
        w.hooks.pause = undefined
        value(await act(w, flow.step, id))
        await w.sweep()
        expect(await ends(w), `${moment} ${k}`).toEqual(expected)
      }
    }
  })
  it('on a busy store: what was answered as busy never happened, what happened is answered as done', async () => {
    const { docs, id } = await begun(flow.before)
    const clean = await world({ from: docs })
    const untouched = id ? await ends(clean) : undefined
    const saves = await savesOf(clean, 'save.before', async () => value(await act(clean, flow.step, id)))
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

describe('a sweep that dies while papers are written', () => {
  it.each(['10:08', '10:15', '14:15'])('%s: no rung twice, no number twice, none skipped', async (time) => {
    const w0 = await world()
    for (const text of [said.text, '另一件：包工头欠我两千块钱'])
      value(await w0.as('bao')('grievance.submit', { ...said, text }))
    const docs = await w0.docs()
    const at = `2026-09-30 ${time}`
    const clean = await world({ from: docs, at })
    const saves = await savesOf(clean, 'save.before', () => clean.sweep())
    const expected = await ends(clean)
    expect(saves).toBeGreaterThan(0)
    for (const moment of moments)
      for (let k = 1; k <= saves; k++) {
        const w = await world({ from: docs, at })
        dies(w, moment, k)
        await w.sweep().catch(() => {})
        w.hooks.pause = undefined
        for (let n = 0; n < 3; n++) await w.sweep()
        expect(await numbered(w), `${moment} ${k}`).toEqual(await numbered(clean))
        expect((await w.docs('papers')).map(({ id }) => id).sort()).toEqual(
          (await clean.docs('papers')).map(({ id }) => id).sort(),
        )
        expect(await w.told()).toEqual(await clean.told())
      }
    expect(await ends(clean)).toEqual(expected)
  })
})

/** The numbers that were given, per series: from one, without a gap. */
async function numbered(w: Given): Promise<Record<string, number[]>> {
  const series: Record<string, number[]> = {}
  for (const { keys, body } of await w.docs('papers')) {
    const { paper } = JSON.parse(body) as { paper: { n?: number } }
    if (paper.n !== undefined) series[String(keys.series)] = [...(series[String(keys.series)] ?? []), paper.n].sort()
  }
  for (const numbers of Object.values(series)) expect(numbers).toEqual(numbers.map((_, n) => n + 1))
  return series
}

describe('the answer of the first, and who follows it', () => {
  it('dies between the two: the follower’s own clock wakes it, and it is answered all the same', async () => {
    const w = await world()
    const first = value(await w.as('bao')('grievance.submit', said))
    const second = value(await w.as('wu')('grievance.submit', { ...said, follows: first.id }))
    value(await w.as('kong')('grievance.accept', { id: second.id, type: 'help', handling: 'quick' }))
    for (const [who, action, input] of [accept, dispatch, sign, answered, resolve])
      value(await w.as(who)(action, { id: first.id, ...input }))
    dies(w, 'save.after', 1)
    expect((await w.as('kong')('grievance.check', { id: first.id, ok: true, requestId: REQUEST })).status).toBe(500)
    w.hooks.pause = undefined
    const stageOf = async () => value(await w.as('kong')('matter.get', { id: second.id })).stage
    expect(await stageOf()).toBe('accepted')
    // Half of its twenty-four hours.
    w.advance(12 * 3_600_000)
    await w.sweep()
    expect(await stageOf()).toBe('checked')
    expect(value(await w.as('wu')('matter.get', { id: second.id })).detail.outcome?.text).toBe('当面还清了')
  })
})
