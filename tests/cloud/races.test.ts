import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import type { Answer } from '../../cloudfunctions/handle'
import { application, county, type Given, no, nobodyFree, reach, value, world } from '../given-world'

/** Lets the others go first, nowhere or for some turns, before and after every operation of the store. */
function shuffle(w: Given, seed: number) {
  let state = seed + 1
  const next = (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % n
  }
  w.hooks.pause = async () => {
    for (let turns = next(4); turns > 0; turns--) await new Promise((done) => setImmediate(done))
  }
}
const seeds = (n: number) => Array.from({ length: n }, (_, seed) => seed)
const together = <T>(n: number, act: (n: number) => Promise<T>): Promise<T[]> => Promise.all(seeds(n).map(act))
const ok = (answers: Answer[]) => answers.filter(({ reply }) => reply.ok)
const held = async (w: Given) => {
  const cards = await Promise.all(['li', 'he', 'tao'].map((who) => w.card(who)))
  return Object.fromEntries(cards.map(({ person, matters }) => [person, matters]))
}

describe('the same application twenty times at once', () => {
  it.each(seeds(6))('opens one matter with one code, and every reply is the same (%i)', async (seed) => {
    const w = await world()
    shuffle(w, seed)
    const form = { ...application(), requestId: 'pressed-twenty-times' }
    const views = (await together(20, () => w.as('bao')('aid.submit', form))).map((answer) => value(answer))
    // Whether the letters were already on their way when a reply was made is no part of what it says.
    const said = views.map(({ version: _, unread: _u, ...view }) => view)
    for (const each of said) expect(each).toEqual(said[0])
    expect(said[0]?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
    expect(await w.docs('matters')).toHaveLength(1)
    expect(await w.docs('codes')).toHaveLength(1)
    expect(await w.told()).toEqual(['bao aid.received app', 'gao aid.to-review app'])
  })
  it('with two bodies: one is taken, the other is refused as reused', async () => {
    for (const seed of seeds(6)) {
      const w = await world()
      shuffle(w, seed)
      const answers = await together(10, (n) =>
        w.as('bao')('aid.submit', { ...application({ story: `故事${n % 2}` }), requestId: 'once' }),
      )
      expect(ok(answers)).toHaveLength(5)
      for (const answer of answers)
        if (!answer.reply.ok) expect(no(answer)).toEqual({ status: 409, refused: 'request.reused' })
      expect(await w.docs('matters')).toHaveLength(1)
    }
  })
})

describe('two reviewers at once', () => {
  it.each(seeds(12))('one decides; the other learns who was first and when (%i)', async (seed) => {
    const w = await world()
    const id = await reach(w, 'submitted')
    shuffle(w, seed)
    const answers = await Promise.all([
      w.as('gao')('aid.grant', { id }),
      w.as('ma')('aid.grant', { id, lawyer: 'he', why: '住得近' }),
    ])
    const lost = answers.findIndex(({ reply }) => !reply.ok)
    expect(ok(answers)).toHaveLength(1)
    expect(no(answers[lost] as Answer)).toEqual({
      status: 409,
      refused: 'matter.changed',
      detail: { by: lost === 0 ? '马审查' : '高审查', at: '2026-09-30T10:00:00.000+08:00' },
    })
    const [li = [], he = []] = await Promise.all(['li', 'he'].map(async (who) => (await w.card(who)).matters))
    expect([li.length, he.length]).toEqual(lost === 0 ? [0, 1] : [1, 0])
    expect(
      (await w.told()).filter((line) => line.includes('assigned') && line.endsWith('app') && !line.includes('house')),
    ).toHaveLength(2)
  })
  it.each(seeds(6))('of a closing, one passes or returns it (%i)', async (seed) => {
    const w = await world()
    const id = await reach(w, 'closing')
    shuffle(w, seed)
    const answers = await Promise.all([
      w.as('gao')('aid.reviewClose', { id, ok: true }),
      w.as('ma')('aid.reviewClose', { id, ok: false, why: '缺笔录' }),
    ])
    expect(ok(answers)).toHaveLength(1)
    const lost = answers.find(({ reply }) => !reply.ok) as Answer
    expect(no(lost)).toMatchObject({
      status: 409,
      refused: 'matter.changed',
      detail: { by: expect.stringMatching(/^[高马]审查$/) },
    })
  })
  it('the same one pressing twice is one decision', async () => {
    for (const seed of seeds(6)) {
      const w = await world()
      const id = await reach(w, 'submitted')
      shuffle(w, seed)
      expect(ok(await together(5, () => w.as('gao')('aid.grant', { id })))).toHaveLength(5)
      expect((await w.card('li')).matters).toEqual([id])
      expect(
        (await w.told()).filter((line) => line.includes('assigned') && line.endsWith('app') && !line.includes('house')),
      ).toHaveLength(2)
    }
  })
})

describe('the last free place', () => {
  it.each(seeds(12))('is given once: of two grants the other has another lawyer (%i)', async (seed) => {
    const w = await world({ county: county({ li: { capacity: 1 }, he: {}, tao: {} }) })
    const ids = [await reach(w, 'submitted'), await reach(w, 'submitted')]
    shuffle(w, seed)
    const views = await Promise.all(ids.map(async (id, n) => value(await w.as(n ? 'ma' : 'gao')('aid.grant', { id }))))
    expect(views.map(({ detail }) => detail.lawyer?.id).sort()).toEqual(['he', 'li'])
  })
  it.each(seeds(6))('or a person is named to find one (%i)', async (seed) => {
    const w = await world({ county: county({ li: { capacity: 1 }, he: { capacity: 0 }, tao: { capacity: 0 } }) })
    const ids = [await reach(w, 'submitted'), await reach(w, 'submitted')]
    shuffle(w, seed)
    const views = await Promise.all(ids.map(async (id) => value(await w.as('gao')('aid.grant', { id }))))
    expect(views.map(({ stage }) => stage).sort()).toEqual(['assigned', 'granted-unassigned'])
    expect(views.map(({ people }) => people[0]?.name).sort()).toEqual(['李律师', '高审查'])
  })
  it('named by the reviewer and gone in that second, it is refused as full', async () => {
    for (const seed of seeds(6)) {
      const w = await world({ county: county({ li: {}, he: { capacity: 1 }, tao: {} }) })
      const ids = [await reach(w, 'submitted'), await reach(w, 'submitted')]
      shuffle(w, seed)
      const answers = await Promise.all(ids.map((id) => w.as('gao')('aid.grant', { id, lawyer: 'he', why: '近' })))
      expect(ok(answers)).toHaveLength(1)
      const lost = answers.find(({ reply }) => !reply.ok) as Answer
      expect(no(lost)).toMatchObject({ status: 422, refused: 'aid.lawyer-excluded', detail: { rule: 'full' } })
    }
  })
  it.each(seeds(3))('twenty grants at once never exceed what the lawyers can take (%i)', async (seed) => {
    const w = await world({ county: county({ li: { capacity: 5 }, he: { capacity: 4 }, tao: { capacity: 3 } }) })
    const ids: string[] = []
    for (let n = 0; n < 20; n++) ids.push(await reach(w, 'submitted'))
    shuffle(w, seed)
    const first = await together(20, (n) =>
      w.as(n % 2 ? 'ma' : 'gao')('aid.grant', { id: ids[n], requestId: `grant-${n}` }),
    )
    // Who was told that too many were at it presses again.
    const busy = first.flatMap((answer, n) => (answer.reply.ok ? [] : [{ n, refusal: no(answer) }]))
    for (const { n, refusal } of busy) {
      expect(refusal).toEqual({ status: 409, refused: 'matter.busy' })
      value(await w.as(n % 2 ? 'ma' : 'gao')('aid.grant', { id: ids[n], requestId: `grant-${n}` }))
    }
    const views = await Promise.all(ids.map(async (id) => value(await w.as('sun')('matter.get', { id }))))
    const holds = await held(w)
    expect([holds.li?.length, holds.he?.length, holds.tao?.length]).toEqual([5, 4, 3])
    for (const { id, detail, stage, people } of views) {
      if (detail.lawyer) expect(holds[detail.lawyer.id]).toContain(id)
      else expect([stage, people[0]?.name]).toEqual(['granted-unassigned', '高审查'])
    }
    expect(views.filter(({ detail }) => detail.lawyer)).toHaveLength(12)
    expect((await w.told()).filter((line) => line.includes('assigned-to-you'))).toHaveLength(12)
    expect((await w.told()).filter((line) => line.includes('find-lawyer'))).toHaveLength(8)
  })
})

describe('time and people at once', () => {
  it.each(seeds(6))('two sweeps, or five, double nothing (%i)', async (seed) => {
    const w = await world({ county: nobodyFree(), at: '2026-09-30 23:55' })
    const ids: string[] = []
    for (let n = 0; n < 3; n++) ids.push(await reach(w, 'submitted'))
    value(await w.as('gao')('aid.grant', { id: ids[0] }))
    w.set('2026-10-01 00:30')
    shuffle(w, seed)
    await together(2 + (seed % 4), () => w.sweep())
    expect((await w.told()).filter((line) => line.includes('overdue'))).toHaveLength(3)
    for (const { body } of await w.docs('matters')) {
      const types = (JSON.parse(body).events as { type: string }[]).map(({ type }) => type)
      expect(types.filter((type) => type === 'ClockOverdue')).toHaveLength(1)
    }
  })
  it.each(seeds(12))(
    'a withdrawal and a grant: one order or the other, and no lawyer is left holding it (%i)',
    async (seed) => {
      const w = await world()
      const id = await reach(w, 'submitted')
      shuffle(w, seed)
      const [granted, withdrawn] = await Promise.all([
        w.as('gao')('aid.grant', { id }),
        w.as('bao')('aid.withdraw', { id, why: '' }),
      ])
      expect(withdrawn?.reply.ok).toBe(true)
      if (!granted?.reply.ok) expect(no(granted as Answer)).toEqual({ status: 422, refused: 'aid.not-awaiting-review' })
      const view: MatterView = value(await w.as('gao')('matter.get', { id }))
      expect(view.stage).toBe('withdrawn')
      expect((await w.card('li')).matters).toEqual([])
      expect(view.clocks.filter(({ state }) => state !== 'stopped')).toEqual([])
    },
  )
  it.each(seeds(6))(
    'the lawyer takes it while the applicant withdraws, somebody reads and time passes (%i)',
    async (seed) => {
      const w = await world()
      const id = await reach(w, 'clear')
      w.set('2026-10-20 10:00')
      shuffle(w, seed)
      const [take, withdraw] = await Promise.all([
        w.as('li')('aid.take', { id }),
        w.as('bao')('aid.withdraw', { id }),
        w.as('gao')('matter.get', { id }),
        w.sweep(),
      ])
      expect(withdraw.reply.ok).toBe(true)
      if (!take.reply.ok) expect(no(take)).toEqual({ status: 422, refused: 'aid.not-assigned' })
      await w.sweep()
      const told = await w.told()
      expect(told.filter((line) => line === 'li aid.withdrawn app')).toHaveLength(1)
      expect(told.filter((line) => line.includes('overdue'))).toHaveLength(2)
      expect((await w.card('li')).matters).toEqual([])
    },
  )
  it('wrong query codes counted at once are all counted', async () => {
    const w = await world()
    shuffle(w, 1)
    await together(4, () => w.as('bao')('matter.track', { code: '0000000000000' }))
    w.hooks.pause = undefined
    expect(no(await w.as('bao')('matter.track', { code: '0000000000000' }))).toMatchObject({ status: 404 })
    expect(no(await w.as('bao')('matter.track', { code: '0000000000000' }))).toMatchObject({ status: 429 })
  })
})
