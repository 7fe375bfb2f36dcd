import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessRow } from '@/contract/views'
import { tend } from '../../cloudfunctions/evidence/tend'
import { tendRequests } from '../../cloudfunctions/privacy-requests'
import { no, value } from '../given-world'
import {
  answeredQuestion,
  chainOf,
  marks,
  photos,
  request,
  type Spied,
  seen,
  spied,
  withdrawnAid,
  withdrawnReport,
} from './privacy-given'

const everybody = ['bao', 'wu', 'li', 'he', 'gao', 'ma', 'mei', 'tong', 'kong', 'zhou', undefined]

describe('what is forgotten when she asks', () => {
  it('a question that is closed: no word of it is left anywhere, and its chain still holds', async () => {
    const w = await spied()
    const id = await answeredQuestion(w)
    expect((await w.left()).length).toBeGreaterThan(3)
    expect(await chainOf(w, id)).toBe(true)
    const done = await request(w, 'bao', 'me.erase', { id })
    expect(done).toMatchObject({ state: 'done', items: [{ matter: id, outcome: 'erased' }] })
    expect(await w.left()).toEqual([])
    expect(await chainOf(w, id)).toBe(true)
  })
  it('a report that she took back before anybody accepted it, its photo with it, and nothing that she sent besides', async () => {
    const w = await spied()
    const id = await withdrawnReport(w)
    await request(w, 'bao', 'me.erase', { id })
    expect(await w.left()).toEqual(['files: name'])
    expect(await w.world.files.get(photos.named)).toBeUndefined()
    expect(await w.world.files.get(photos.unsent)).toBeDefined()
    await request(w, 'bao', 'me.erase', { what: 'unsent' })
    expect(await w.left()).toEqual([])
    expect(await w.world.files.get(photos.unsent)).toBeUndefined()
    expect(await chainOf(w, id)).toBe(true)
    expect((await w.docs('likeness')).every(({ body }) => body === '{}')).toBe(true)
  })
  it('everything of hers at once, whatever she did before, in any order', async () => {
    const kinds = { answeredQuestion, withdrawnReport }
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...Object.keys(kinds), ...Object.keys(kinds)], { minLength: 1 }),
        async (what) => {
          const w = await spied()
          for (const each of what) await kinds[each as keyof typeof kinds](w)
          value(await w.as('bao')('me.save', { name: marks.profile, phone: marks.phone }))
          expect(await w.left('profile')).not.toEqual([])
          const done = await request(w, 'bao', 'me.erase')
          expect(done.items.every(({ outcome }) => outcome === 'erased')).toBe(true)
          expect(await w.left()).toEqual([])
        },
      ),
      { numRuns: 8 },
    )
  })
  it('is nobody’s any more: not by account, not by query code, not by her helper or the bureau', async () => {
    const w = await spied()
    const id = await answeredQuestion(w)
    const { code } = value(await w.as('bao')('matter.get', { id }))
    await request(w, 'bao', 'me.erase', { id })
    for (const who of [...everybody, 'sun']) expect((await seen(w, who, id)).status, who).not.toBe(200)
    expect(no(await w.as(undefined)('matter.track', { code }))).toMatchObject({ status: 404 })
    expect(value<{ items: [] }>(await w.as('bao')('matter.list')).items).toEqual([])
  })
  it('what others sent stays as it was', async () => {
    const w = await spied()
    await answeredQuestion(w)
    const other = value(
      await w.as('wu')('question.ask', { village: '150524100200', topic: 'debt', text: '吴的问题', language: 'zh' }),
    )
    await request(w, 'bao', 'me.erase')
    expect(value(await w.as('wu')('matter.get', { id: other.id })).detail.text).toBe('吴的问题')
  })
})

describe('what isn’t forgotten', () => {
  it('the file of legal aid: it is only kept, and she is told so in writing with the article', async () => {
    const w = await spied()
    const id = await withdrawnAid(w)
    const done = await request(w, 'bao', 'me.erase')
    const [item] = done.items.filter(({ matter }) => matter === id)
    expect(item).toMatchObject({ outcome: 'restricted' })
    expect(item?.text).toContain('个人信息保护法第四十七条')
    expect(item?.text).toContain('待核实')
    expect(await chainOf(w, id)).toBe(true)
    for (const who of everybody) expect((await seen(w, who, id)).status, who).not.toBe(200)
    const desk = value<{ items: { id: string }[] }>(await w.as('gao')('desk.list', { desk: 'centre', open: false }))
    expect(desk.items.map((row) => row.id)).not.toContain(id)
  })
  it('a supervisor opens it with a reason, which stands in the log first; without one not', async () => {
    const w = await spied()
    const id = await withdrawnAid(w)
    await request(w, 'bao', 'me.erase', { id })
    expect((await seen(w, 'sun', id)).reply.refused).toBe('matter.only-kept')
    expect((await seen(w, 'sun', id, { why: '审计抽查' })).reply.value?.detail.story).toBe(marks.story)
    const rows = value<{ items: AccessRow[] }>(await w.as('bao')('me.accesses')).items
    expect(rows).toEqual([expect.objectContaining({ matter: id, by: '孙督查', why: '审计抽查' })])
    expect((await seen(w, 'sun', id)).reply.value?.can).toEqual([])
    w.advance(24 * 3_600_000)
    expect((await seen(w, 'sun', id)).reply.refused).toBe('matter.only-kept')
  })
  it('nothing else may be done with it, by anybody', async () => {
    const w = await spied()
    const id = await withdrawnAid(w)
    await request(w, 'bao', 'me.erase', { id })
    for (const who of ['gao', 'sun'])
      expect(no(await w.as(who)('matter.note', { id, text: '看看' })), who).toMatchObject({ status: 404 })
    expect(no(await w.as('sun')('matter.callLog', { id })).status).not.toBe(200)
  })
  it('what is still being worked on: it says so, and stays whole', async () => {
    const w = await spied()
    const { id } = value(
      await w.as('bao')('question.ask', { village: '150524100200', topic: 'debt', text: marks.asked, language: 'zh' }),
    )
    const done = await request(w, 'bao', 'me.erase')
    expect(done.items).toContainEqual(expect.objectContaining({ matter: id, outcome: 'open' }))
    expect(value(await w.as('bao')('matter.get', { id })).detail.text).toBe(marks.asked)
  })
  it('another’s matter: not even that it exists', async () => {
    const w = await spied()
    const id = await answeredQuestion(w)
    expect(no(await w.as('wu')('me.erase', { id }))).toMatchObject({ status: 404, refused: 'matter.not-found' })
    expect(await w.left('asked')).not.toEqual([])
  })
})

const nothingToClean = async () => {
  throw new Error('nothing waits to be looked at')
}

describe('whoever dies in the middle', () => {
  // Each write is once the last one that anybody made.
  const brokenAt = async (w: Spied, nth: number): Promise<boolean> => {
    let saves = 0
    w.hooks.pause = async (point) => {
      if (point !== 'save.before') return
      saves += 1
      if (saves >= nth) throw new Error('the power is out')
    }
    const { status } = await w.as('bao')('me.erase', { requestId: 'erase-1' })
    w.hooks.pause = undefined
    return status === 200
  }
  it.each([
    ['asked again', (w: Spied) => request(w, 'bao', 'me.erase', { requestId: 'erase-1' })],
    ['swept', (w: Spied) => tendRequests(w.world, Number.POSITIVE_INFINITY)],
  ])('is followed to the end, at whatever write it was, by being %s', async (how, again) => {
    let whole = false
    let writes = 0
    for (let nth = 1; !whole; nth++) {
      const w = await spied()
      const id = await answeredQuestion(w)
      await withdrawnReport(w)
      whole = await brokenAt(w, nth)
      // Bytes that a crash left are whoever tends the files' to remove.
      const bytes = async () => (await w.world.files.get(photos.named)) ?? (await w.world.files.get(photos.unsent))
      // Nothing was written down yet: there is nothing to sweep.
      if (how === 'swept' && nth === 1) continue
      await again(w)
      expect([nth, await w.left()]).toEqual([nth, []])
      await tend(w.world, nothingToClean, Number.POSITIVE_INFINITY)
      expect([nth, await bytes()]).toEqual([nth, undefined])
      expect(await chainOf(w, id)).toBe(true)
      const { items } = value<{ items: { state: string }[] }>(await w.as('bao')('me.requests'))
      expect(items.map(({ state }) => state)).toEqual(['done'])
      expect(nth).toBeLessThan(90)
      writes = nth
    }
    expect(writes).toBeGreaterThan(12)
  })
})
