import { describe, expect, it } from 'vitest'
import { application, no, value, world } from '../given-world'

/** Words that don't repeat, as people's don't: what is packed before sealing gains little on them. */
let seed = 7
const words = (length: number): string =>
  Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return String.fromCodePoint(0x4e00 + (seed % 3000))
  }).join('')
const BYTES = 64 * 1024

describe('a matter in which everybody writes as much as he may', () => {
  it('stays one document of at most 64 KB, from the fullest form over three lists of papers to the rating', async () => {
    const w = await world()
    const parties = Array.from({ length: 20 }, (_, n) => ({
      role: 'opponent',
      name: words(80),
      phone: `139000001${String(n).padStart(2, '0')}`,
    }))
    const form = { ...application(), story: words(2000), parties, income: words(200) }
    const { id } = value(await w.as('bao')('aid.submit', form))
    const step = async (who: string, action: string, input: object) => {
      value<object>(await w.as(who)(action as never, { id, ...input } as never))
      for (const { body } of await w.docs('matters')) expect(Buffer.byteLength(body), action).toBeLessThan(BYTES)
    }
    for (const [n, who] of ['gao', 'sun', 'sun'].entries()) {
      const items = Array.from({ length: 20 }, (_, key) => ({ key: `${n}-${key}`, text: words(100) }))
      await step(who, 'aid.supplementList', { items, why: words(500) })
      await step('bao', 'aid.supplement', { items: items.map(({ key }) => ({ key, text: words(150) })) })
    }
    for (let n = 0; n < 8; n += 1) await step('gao', 'matter.note', { text: words(500) })
    await step('gao', 'aid.grant', { why: words(500) })
    await step('li', 'aid.conflictAnswer', { conflict: 'no' })
    await step('li', 'aid.contacted', { how: 'call', note: words(500) })
    for (let n = 0; n < 6; n += 1) await step('li', 'aid.report', { change: true, text: words(1000) })
    await step('li', 'aid.close', { result: 'mediated', text: words(2000) })
    await step('gao', 'aid.reviewClose', { ok: true })
    await step('bao', 'aid.rate', { stars: 1, text: words(500) })
    await step('gao', 'aid.contacted', { how: 'call', note: words(500) })
    await step('gao', 'aid.rectified', { text: words(1000) })
    const view = value<{ detail: { papersAsked: { times: number; lists: unknown[] } } }>(
      await w.as('gao')('matter.get', { id }),
    )
    expect(view.detail.papersAsked).toMatchObject({ times: 3, lists: [{}, {}] })
  })

  it('leaves room for what time adds by itself: full for people, it is still judged', async () => {
    const w = await world()
    const { id } = value(await w.as('bao')('aid.submit', application()))
    const [doc] = await w.docs('matters')
    if (!doc) throw new Error('no matter')
    const body = doc.body.replace('{', `{"padding":"${'x'.repeat(61_000 - Buffer.byteLength(doc.body))}",`)
    await w.store.save([{ ...doc, expected: doc.version, body }])
    expect(no(await w.as('gao')('matter.note', { id, text: words(500) }))).toMatchObject({ refused: 'matter.full' })
    w.set('2026-10-12 10:00')
    expect(await w.sweep()).toEqual({ touched: 1, more: false })
    expect((await w.told()).filter((line) => line.includes('overdue'))).toHaveLength(2)
  })
})
