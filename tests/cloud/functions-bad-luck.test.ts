import { beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../cloudfunctions/sweep'
import type { Seed } from '../support/cloudbase'
import type { Instance } from '../support/function-runner'
import type { Asked } from '../support/in-between'
import { application, type Given, ledger, openid } from './functions-given'
import { withHouse } from './with-house'

/** What the platform does to a function: kills it, starts it twice, lets its timer fire twice. Nothing lost or doubled. */

const NIGHT = '2026-10-13T00:10:00.000+08:00'
const WAVE = 60

const begun = withHouse()

/** A county in which many applications of this morning were not answered: at night they all fall due at once. */
async function unanswered(count: number): Promise<Given> {
  const names = Array.from({ length: count }, (_, n) => `someone-${n}`)
  const g = await begun({ also: names })
  for (const name of names) await g.ask(name, 'aid.submit', { ...application(name), requestId: 'the-only-one' })
  return g
}

/** A write that the database has done: alone, or as a whole transaction. */
const landed = ({ action, transactionId }: Asked): boolean =>
  action === 'database.commitTransaction' ||
  (!transactionId && ['database.modifyDocument', 'database.insertDocument'].includes(action))

/** Kills the instance at the n-th write that landed, before anybody hears that it did. */
function killAt(g: Given, victim: Instance, n: number) {
  let left = n
  g.between.hooks.answered = (asked) => {
    if (!landed(asked)) return
    left -= 1
    if (left === 0) victim.kill()
  }
}

async function beatUntilDone(clock: Instance) {
  for (let n = 0; n < 10; n++) {
    const { ok, touched, more } = await clock.beat()
    expect(ok).toBe(true)
    if (!more && touched === 0) return
  }
  throw new Error('it never ends')
}

describe('a wave of matters that fall due together', () => {
  let expected: Awaited<ReturnType<typeof ledger>>
  let evening: Seed
  beforeAll(async () => {
    const g = await unanswered(WAVE)
    evening = g.kept()
    // The same night where nothing goes wrong, on the same ids.
    g.moveTo(NIGHT)
    let more = true
    while (more) more = (await sweep(g.world)).more
    expected = await ledger(g)
  })
  const due = () => begun({ from: evening })

  it('is judged whole by one beat: each clock once, everybody told once', async () => {
    const g = await due()
    const clock = await g.start('clock', NIGHT)
    expect(await clock.beat()).toMatchObject({ ok: true, more: false })
    const done = await ledger(g)
    expect(done).toEqual(expected)
    expect(Object.keys(done)).toHaveLength(WAVE)
    for (const { history, letters } of Object.values(done)) {
      const overdue = history.filter((line) => line.includes('ClockOverdue')).map((line) => line.split(' ')[2])
      expect(overdue).toEqual(['aid.promise'])
      expect(letters.length).toBeGreaterThan(0)
    }
  })

  it.each([1, 37, 90])(
    'goes on in a fresh instance where one was killed right after its write %i',
    async (n) => {
      const g = await due()
      const first = await g.start('clock', NIGHT)
      killAt(g, first, n)
      await expect(first.beat()).rejects.toThrow('gone')
      g.between.hooks.answered = undefined
      expect(await ledger(g)).not.toEqual(expected)
      await beatUntilDone(await g.start('clock', NIGHT))
      expect(await ledger(g)).toEqual(expected)
    },
    60_000,
  )

  it('is judged once by two timers at once on two instances, and by one that fires again', async () => {
    const g = await due()
    const [one, other] = await Promise.all([g.start('clock', NIGHT), g.start('clock', NIGHT)])
    const [a, b] = await Promise.all([one.beat(), other.beat()])
    expect([a.ok, b.ok]).toEqual([true, true])
    expect(await ledger(g)).toEqual(expected)
    g.between.passed()
    expect(await one.beat()).toMatchObject({ ok: true, touched: 0, more: false })
    expect(g.between.passed().filter(landed)).toEqual([])
    expect(await ledger(g)).toEqual(expected)
  })

  it('is left off in time where the platform gives little, and the next beats finish it', async () => {
    const g = await due()
    const clock = await g.start('clock', NIGHT)
    // One second to begin something, and a store that takes its time.
    g.between.hooks.asked = () => new Promise((done) => setTimeout(done, 30))
    const first = await clock.beat(16_000)
    expect(first).toMatchObject({ ok: true, more: true })
    expect(first.touched).toBeLessThan(WAVE)
    g.between.hooks.asked = undefined
    await beatUntilDone(clock)
    expect(await ledger(g)).toEqual(expected)
  })
})

describe('a function killed right after its write', () => {
  const steps: { who: string; action: string; input: object; first?: boolean }[] = [
    { who: 'bao', action: 'aid.submit', input: application('包群众'), first: true },
    { who: 'gao', action: 'aid.grant', input: {} },
    { who: 'li', action: 'aid.conflictAnswer', input: { conflict: 'no' } },
    { who: 'li', action: 'aid.take', input: {} },
  ]
  type Step = (typeof steps)[number]

  const call = (api: Instance, { who, action, input, first }: Step, id: string) =>
    api.call(
      { action, input: { ...input, requestId: `${action}-once`, ...(!first && { id }) } },
      { openid: openid(who) },
    )
  const idOf = (reply: Record<string, unknown>) => (reply.value as { id: string }).id

  /** The life without trouble: what lay there before each step and after it, and how many writes it makes. */
  async function undisturbed() {
    const g = await begun()
    const api = await g.start('api')
    const moments: { step: Step; before: Seed; id: string; writes: number; after: unknown }[] = []
    let id = ''
    for (const step of steps) {
      const moment = { step, before: g.kept(), id }
      g.between.passed()
      id = idOf(await call(api, step, id))
      moments.push({ ...moment, writes: g.between.passed().filter(landed).length, after: await ledger(g) })
    }
    return moments
  }

  it('at any write of any step: the same request sent to another instance, and time, end as if nothing had happened', async () => {
    const moments = await undisturbed()
    expect(Math.min(...moments.map(({ writes }) => writes))).toBeGreaterThanOrEqual(1)
    for (const { step, before, id, writes, after } of moments)
      for (let n = 1; n <= writes; n++) {
        const g = await begun({ from: before })
        const [victim, another] = await Promise.all([g.start('api'), g.start('api')])
        killAt(g, victim, n)
        await expect(call(victim, step, id)).rejects.toThrow('gone')
        g.between.hooks.answered = undefined
        expect(await call(another, step, id)).toMatchObject({ ok: true })
        g.moveTo('2026-10-12T09:05:00.000+08:00')
        await sweep(g.world)
        expect(await ledger(g), `${step.action}, write ${n}`).toEqual(after)
        await g.stop()
      }
  }, 120_000)
})
