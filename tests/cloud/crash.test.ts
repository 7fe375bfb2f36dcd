import { describe, expect, it } from 'vitest'
import { chainHolds } from '../../cloudfunctions/matter-document'
import { StoreBusy } from '../../cloudfunctions/ports'
import { application, type Given, reach, type Step, type Stored, value, world } from '../given-world'

/** The machine dies at the k-th write, before or after it; then the same request again, and one sweep. */

type Flow = {
  name: string
  from?: Step
  who: string
  action: string
  input: object
  told: string[]
  load: Record<string, number>
}
const REQUEST = 'the-one-request'
const before = ['bao aid.received app', 'gao aid.to-review app']
const assigned = [
  ...before,
  'bao aid.assigned app',
  'bao aid.assigned wechat',
  'li aid.assigned-to-you app',
  'zhou aid.assigned-to-house app',
]
const taken = [...assigned, 'bao aid.taken app']
const close = { result: 'mediated', text: '要回来了' }

const flows: Flow[] = [
  { name: 'submit', who: 'bao', action: 'aid.submit', input: application(), told: before, load: {} },
  { name: 'grant', from: 'submitted', who: 'gao', action: 'aid.grant', input: {}, told: assigned, load: { li: 1 } },
  {
    name: 'a conflict',
    from: 'asked',
    who: 'li',
    action: 'aid.conflictAnswer',
    input: { conflict: 'yes', why: '亲戚' },
    told: [
      ...assigned,
      'gao aid.lawyer-left app',
      'bao aid.assigned app',
      'bao aid.assigned wechat',
      'he aid.assigned-to-you app',
      'qin aid.assigned-to-house app',
    ],
    load: { he: 1 },
  },
  { name: 'take', from: 'clear', who: 'li', action: 'aid.take', input: {}, told: taken, load: { li: 1 } },
  {
    name: 'report',
    from: 'in-hand',
    who: 'li',
    action: 'aid.report',
    input: { change: true, text: '开庭了' },
    told: [...taken, 'bao aid.progress app'],
    load: { li: 1 },
  },
  {
    name: 'close',
    from: 'in-hand',
    who: 'li',
    action: 'aid.close',
    input: close,
    told: [...taken, 'bao aid.closing app', 'gao aid.to-check app'],
    load: {},
  },
  {
    name: 'withdraw',
    from: 'asked',
    who: 'bao',
    action: 'aid.withdraw',
    input: { why: '和解' },
    told: [...assigned, 'li aid.withdrawn app'],
    load: {},
  },
]

const start = async ({ from }: Flow): Promise<{ docs: Stored[]; id?: string }> => {
  const w = await world()
  const id = from && (await reach(w, from))
  return { docs: await w.docs(), ...(id && { id }) }
}
const act = (w: Given, { who, action, input }: Flow, id?: string) =>
  w.as(who)(action, { ...input, ...(id && { id }), requestId: REQUEST })

/** Everything that was decided and told, but for seals, which differ each time, and versions. */
async function ends(w: Given) {
  const [matter] = await w.docs('matters')
  const { state, events, seq, head, outbox } = JSON.parse(matter?.body ?? '{}')
  expect(chainHolds('', events, head)).toBe(true)
  const notices = (await w.docs('notices')).map(({ id, keys }) => [id, keys.to, keys.state])
  const { personal: _, ...open } = state
  const history = events.map(({ sealed, ...event }: { sealed?: string }) => ({ ...event, sealed: Boolean(sealed) }))
  const codes = (await w.docs('codes')).map(({ id, keys }) => [id, keys])
  return { open, history, seq, outbox, keys: matter?.keys, notices: notices.sort(), codes }
}

async function holds(w: Given, flow: Flow) {
  const matters = await w.docs('matters')
  expect(matters).toHaveLength(1)
  for (const { id, body, keys } of matters) {
    const { state } = JSON.parse(body)
    if (state.open) expect(state.responsible).toMatchObject({ id: expect.any(String), name: expect.any(String) })
    for (const who of ['li', 'he', 'tao']) {
      const holder = ['assigned', 'in-hand'].includes(String(keys.stage)) && state.lawyer?.ref.id === who
      expect((await w.card(who)).matters, who).toEqual(holder ? [id] : [])
      expect((await w.card(who)).matters.length).toBe(flow.load[who] ?? 0)
    }
  }
  expect(await w.told()).toEqual([...flow.told].sort())
}

describe.each(flows)('$name', (flow) => {
  it('undisturbed: one effect, everybody told once, and the load is what the lawyer holds', async () => {
    const { docs, id } = await start(flow)
    const w = await world({ from: docs })
    value(await act(w, flow, id))
    await holds(w, flow)
  })
  for (const moment of ['save.before', 'save.after'] as const)
    it(`dies at every ${moment}: after a retry and one sweep it ends as if nothing had happened`, async () => {
      const { docs, id } = await start(flow)
      const clean = await world({ from: docs })
      let saves = 0
      clean.hooks.pause = async (point) => void (point === moment && saves++)
      value(await act(clean, flow, id))
      clean.hooks.pause = undefined
      const expected = await ends(clean)
      expect(saves).toBeGreaterThanOrEqual(flow.name === 'report' ? 2 : 1)

      for (let k = 1; k <= saves; k++) {
        const w = await world({ from: docs })
        let left = k
        w.hooks.pause = async (point) => {
          if (point === moment && --left === 0) throw new Error('the machine died')
        }
        const answer = await act(w, flow, id)
        expect(answer.status, `k=${k}`).toBe(500)
        w.hooks.pause = undefined
        value(await act(w, flow, id))
        await w.sweep()
        expect(await ends(w), `k=${k}`).toEqual(expected)
        await holds(w, flow)
      }
    })
  it('dies at any operation at all and is never repeated: one sweep finishes what was begun, or it never began', async () => {
    const { docs, id } = await start(flow)
    const clean = await world({ from: docs })
    const untouched = flow.from ? await ends(clean) : undefined
    let points = 0
    clean.hooks.pause = async () => void points++
    value(await act(clean, flow, id))
    clean.hooks.pause = undefined
    const done = await ends(clean)
    for (let k = 1; k <= points; k++) {
      const w = await world({ from: docs })
      let left = k
      w.hooks.pause = async () => {
        if (--left === 0) throw new Error('the machine died')
      }
      expect((await act(w, flow, id)).status).toBe(500)
      w.hooks.pause = undefined
      await w.sweep()
      const begun = (await w.docs('matters')).length > 0
      if (!begun) expect(await w.docs('notices')).toEqual([])
      else expect([untouched, done], `k=${k}`).toContainEqual(await ends(w))
    }
  })
})

describe.each(flows)('$name on a busy store', (flow) => {
  it('at whichever save: what was answered as busy never happened, what happened is answered as done', async () => {
    const { docs, id } = await start(flow)
    const clean = await world({ from: docs })
    const untouched = flow.from ? await ends(clean) : undefined
    let saves = 0
    clean.hooks.pause = async (point) => void (point === 'save.before' && saves++)
    value(await act(clean, flow, id))
    clean.hooks.pause = undefined
    const done = await ends(clean)
    const said: number[] = []
    for (let k = 1; k <= saves; k++) {
      const w = await world({ from: docs })
      let left = k
      // From then on: a database that is overloaded stays so for a while.
      w.hooks.pause = async (point) => {
        if (point === 'save.before' && --left <= 0) throw new StoreBusy('too much to do')
      }
      const { status } = await act(w, flow, id)
      w.hooks.pause = undefined
      await w.sweep()
      const begun = (await w.docs('matters')).length > 0
      expect(begun ? await ends(w) : undefined, `k=${k}`).toEqual(status === 200 ? done : untouched)
      said.push(status)
    }
    expect(new Set(said)).toEqual(new Set([409, 200]))
  })
})

describe('a sweep that dies', () => {
  it('at any write leaves nothing undone and nothing done twice', async () => {
    const first = await world({ at: '2026-09-30 23:55' })
    for (const who of ['bao', 'wu']) value(await first.as(who)('aid.submit', application()))
    const docs = await first.docs()
    for (const moment of ['save.before', 'save.after'])
      for (let k = 1; k <= 4; k++) {
        const w = await world({ from: docs, at: '2026-10-01 00:10' })
        let left = k
        w.hooks.pause = async (point) => {
          if (point === moment && --left === 0) throw new Error('the machine died')
        }
        await w.sweep().catch(() => {})
        w.hooks.pause = undefined
        await w.sweep()
        expect(left).toBeLessThanOrEqual(0)
        expect(
          (await w.told()).filter((line) => line.includes('overdue')),
          `${moment} ${k}`,
        ).toHaveLength(2)
        for (const { body } of await w.docs('matters')) expect(JSON.parse(body).outbox).toBe('')
        expect(await w.sweep()).toEqual({ touched: 0, more: false })
      }
  })
})
