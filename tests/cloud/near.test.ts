import { describe, expect, it } from 'vitest'
import type { Aid } from '@/domain/aid-types'
import { marksOf } from '@/domain/wall'
import { counted } from '../../cloudfunctions/counted'
import { matterWrite, openAid } from '../../cloudfunctions/matter-document'
import { sweep } from '../../cloudfunctions/sweep'
import { registerMarks, wallOf } from '../../cloudfunctions/wall'
import type { World } from '../../cloudfunctions/world'
import { application, county, type Given, reach, value, world } from '../given-world'

const against = (name: string) => ({ parties: [{ role: 'opponent' as const, name }] })
const opened = async (w: Given, id: string) => {
  const doc = await w.store.get('matters', id)
  if (!doc) throw new Error(`no ${id}`)
  return openAid(doc, w.world.seal)
}
const applied = async (w: Given, name: string) =>
  value(await w.as('bao')('aid.submit', application({ applicant: { name } }))).id
const nearOf = async (w: Given, id: string): Promise<Record<string, string[]>> => {
  const { near } = await wallOf(w.world, id, (await opened(w, id)).state)
  return Object.fromEntries([...(near?.lawyers ?? [])].map(([person, hits]) => [person, hits.map(({ kind }) => kind)]))
}

describe('near names in the store', () => {
  it('lie sealed with the matter, and beside it as keyed hashes: no name and no sound', async () => {
    const w = await world()
    await reach(w, 'in-hand', application({ applicant: { name: '单晓梅' }, ...against('王芳') }))
    for (const doc of await w.docs())
      for (const canary of ['单晓梅', '王芳', 'shan xiao', 'wang fang', 'near-'])
        if (doc.collection !== 'people') expect(`${doc.id} ${JSON.stringify(doc)}`).not.toContain(canary)
    expect((await w.docs('parties')).filter(({ id }) => id.startsWith('party:')).length).toBe(4)
  })

  it('a matter that was stored before has none, until its people are told anew', async () => {
    const w = await world()
    const before = await opened(w, await reach(w, 'in-hand', application(against('王芳'))))
    const { sounds: _, ...personal } = before.state.personal
    const old = { ...before, id: 'aid:old', version: 0, state: { ...before.state, personal } as Aid }
    const fresh = await world()
    await fresh.store.save([matterWrite(old, fresh.world, fresh.world.policy)])
    await registerMarks(fresh.world, old.id, marksOf(personal))
    const id = await applied(fresh, '王方')
    expect(await nearOf(fresh, id)).toEqual({})
    value(await fresh.as('gao')('aid.complete', { requestId: 'told-anew', id: old.id, body: '劳动监察大队' }))
    expect(await nearOf(fresh, id)).toEqual({ li: ['sound'] })
  })

  it('are compared by time too, which carries no dictionary: nobody near is assigned in the night', async () => {
    const w = await world({ county: county({ li: {}, he: { capacity: 0 }, tao: { capacity: 0 } }) })
    await reach(w, 'in-hand', application(against('王芳')))
    const id = await applied(w, '王方')
    value(await w.as('gao')('aid.grant', { id }))
    expect((await opened(w, id)).state.stage).toBe('granted-unassigned')
    const { soundOfName: _, ...clock } = w.world
    const searched = async (hour: string) => {
      w.set(`2026-09-30 ${hour}`)
      await sweep(clock)
      return (await opened(w, id)).state
    }
    expect(await searched('11:00')).toMatchObject({ stage: 'granted-unassigned', escalated: { to: { id: 'gao' } } })
    // Somebody finds out that the other one was called something else.
    value(await w.as('gao')('aid.complete', { id, applicant: { name: '汪萍' } }))
    expect(await searched('13:00')).toMatchObject({ stage: 'assigned', lawyer: { ref: { id: 'li' } } })
  })

  it('cost two more questions a name, and no more beside 300 other matters than beside 10', async () => {
    const w = await world()
    const model = await opened(w, await reach(w, 'in-hand', application(against('王芳'))))
    const fill = async (from: number, to: number) => {
      for (let n = from; n < to; n += 1) {
        const applicant = { name: `群众${n}`, phone: `1370000${String(n).padStart(4, '0')}` }
        const personal = { ...model.state.personal, applicant }
        const copy = { ...model, id: `aid:filled-${n}`, version: 0, state: { ...model.state, personal } }
        await registerMarks(w.world, copy.id, marksOf(personal))
        await w.store.save([matterWrite(copy, w.world, w.world.policy)])
      }
    }
    const { state } = await opened(w, await applied(w, '王方'))
    const { store, counts, reset } = counted(w.store)
    const watched: World = { ...w.world, store }
    const cost = async () => {
      reset()
      await wallOf(watched, 'aid:new', state)
      return counts()
    }
    await fill(0, 10)
    const few = await cost()
    await fill(10, 300)
    expect(await cost()).toEqual(few)
    expect(few).toMatchObject({ lists: 2, gets: 1, saves: 0 })
  })
})
