import { describe, expect, it } from 'vitest'
import { backfillWall } from '../../cloudfunctions/wall-backfill'
import { application, candidates, county, type Given, type Stored, value, world } from '../given-world'

/** A county as it was stored before there was a wall: no pointers. */
const unwalled = async (w: Given): Promise<Stored[]> =>
  (await w.docs()).filter(({ collection }) => collection !== 'parties')
const pointers = async (w: Given) => (await w.docs('parties')).map(({ id }) => id).sort()
const finish = async (w: Given) => {
  for (let calls = 1; ; calls++) if (!(await backfillWall(w.world)).more) return calls
}

describe('the wall looks once at what was stored before it', () => {
  it('makes the same pointers that were made as people came, over several pages, and then rests', async () => {
    const now = await world()
    for (let n = 0; n < 55; n++) {
      const applicant = { name: '包某', phone: `138123450${String(n).padStart(2, '0')}` }
      value(await now.as('bao')('aid.submit', application({ applicant })))
    }
    const w = await world({ from: await unwalled(now) })
    expect(await pointers(w)).toEqual([])
    expect(await finish(w)).toBe(2)
    expect(await pointers(w)).toEqual(await pointers(now))
    expect((await pointers(w)).length).toBeGreaterThan(50)
    // Another process of the same store finds it done.
    const again = await world({ from: await w.docs() })
    expect(await backfillWall(again.world)).toEqual({ touched: 0, more: false })
  })

  it('finds an adviser of a unit that is sued; a colleague elsewhere is not kept out', async () => {
    const now = await world({ county: county({ li: { advises: ['150524100200'] }, he: {}, tao: {} }) })
    const w = await world({ from: await unwalled(now) })
    const parties = [{ role: 'opponent', name: '甲镇东嘎查' }]
    const { id } = value(await w.as('bao')('aid.submit', application({ parties })))
    const out = async () =>
      candidates(await w.as('gao')('aid.candidates', { id })).excluded.map(({ lawyer, rule }) => `${lawyer} ${rule}`)
    expect(await out()).not.toContain('li adviser')
    await finish(w)
    expect(await out()).toContain('li adviser')
    expect((await out()).some((each) => each.startsWith('he '))).toBe(false)
  })

  it('goes on where a stopped machine left off, and passes over what only newer code opens', async () => {
    const now = await world()
    value(await now.as('bao')('aid.submit', application()))
    value(await now.as('wu')('aid.submit', application({ applicant: { name: '吴某', phone: '13812345601' } })))
    const [first] = await now.docs('matters')
    const from = (await unwalled(now)).map((doc) =>
      doc.id === first?.id
        ? { ...doc, body: JSON.stringify({ ...JSON.parse(doc.body), shape: 99, opensFrom: 99 }) }
        : doc,
    )
    const w = await world({ from })
    w.hooks.pause = async (point) => {
      if (point === 'save.after') throw new Error('stopped')
    }
    await expect(backfillWall(w.world)).rejects.toThrow('stopped')
    w.hooks.pause = undefined
    await finish(w)
    const theirs = (await pointers(now)).filter((id) => !id.endsWith(String(first?.id)))
    expect(await pointers(w)).toEqual(theirs)
  })
})
