import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MatterRow } from '@/contract/views'
import { collections } from '../../cloudfunctions/collections'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { handle } from '../../cloudfunctions/handle'
import { numbered, type Step, upToDate, WrittenByNewer } from '../../cloudfunctions/migrations'
import { readNotice, write } from '../../cloudfunctions/outbox'
import type { Doc } from '../../cloudfunctions/ports'
import { readUnit, writeUnit } from '../../cloudfunctions/records'
import { sealer } from '../../cloudfunctions/seal'
import { application, type Given, no, value } from '../given-world'
import { opened, past } from './past-versions'

/** For some minutes a deployment has both: documents of newer code, read and written by this one. */

const left = past('current')
const matter = (label: string) => left.matters[label]?.id ?? ''
const seal = sealer([{ id: 'k1', secret: 'a secret that only the tests know, 32+' }])
type Body = Record<string, unknown>
const bodyOf = async (w: Given, collection: string, id: string): Promise<Body> =>
  JSON.parse((await w.store.get(collection, id))?.body ?? '{}')

/** The current documents, one of them as newer code would have left it. */
const newer = (id: string, change: (body: never) => Body) =>
  opened(left, (doc) => (doc.id === id ? { ...doc, body: JSON.stringify(change(JSON.parse(doc.body) as never)) } : doc))

const ALIKE = { shape: 6, opensFrom: 2 }
type Matter = Body & { state: Body & { personal: string; clocks: Body[] }; events: Body[]; seq: number }
const unknown = { type: 'DroneSent', at: '2026-12-01T09:00:00.000+08:00', by: { id: 'x', name: '某人' }, height: 30 }

/** Extra fields everywhere, an event and a clock that this code doesn't know. */
const grown =
  (id: string) =>
  ({ state, events, seq, ...rest }: Matter): Body => {
    const place = { collection: 'matters', id, field: 'personal' }
    const personal = { ...(seal.unseal(place, state.personal) as object), mood: '着急' }
    const [first = {}] = state.clocks
    const clock = { ...first, code: 'aid.drone', generation: 1, ladderOf: 'x' }
    return {
      ...rest,
      ...ALIKE,
      links: ['q:1'],
      state: { ...state, drone: { at: 7 }, clocks: [...state.clocks, clock], personal: seal.seal(place, personal) },
      events: [...events, { ...unknown, seq: seq + 1 }],
      seq: seq + 1,
    }
  }

describe('a matter that newer code wrote, and that this code may open', () => {
  const id = matter('submitted')

  it('is shown: the unknown step plainly and without a name, the unknown clock among the others', async () => {
    const w = await newer(id, grown(id))
    const view = value(await w.as('gao')('matter.get', { id }))
    const step = view.timeline.find(({ at }) => at === unknown.at)
    expect(step).toEqual({ seq: expect.any(Number), at: unknown.at, text: '办理有了一步新进展' })
    expect(view.clocks.find(({ code }) => code === 'aid.drone')).toMatchObject({ title: '办理期限' })
    const { items } = value<{ items: MatterRow[] }>(await w.as('gao')('desk.list', { desk: 'centre', limit: 50 }))
    expect(items.map((row) => row.id)).toContain(id)
  })

  it('keeps through a step everything that this code does not know', async () => {
    const w = await newer(id, grown(id))
    value(await w.as('gao')('matter.note', { id, text: '看过' }))
    const body = (await bodyOf(w, 'matters', id)) as Matter
    expect(body).toMatchObject({ links: ['q:1'], state: { drone: { at: 7 } } })
    expect(body.events).toContainEqual({ ...unknown, seq: expect.any(Number) })
    expect(body.state.clocks.find(({ code }) => code === 'aid.drone')).toMatchObject({ ladderOf: 'x' })
    const personal = seal.unseal({ collection: 'matters', id, field: 'personal' }, body.state.personal)
    expect(personal).toMatchObject({ mood: '着急', notes: [{ text: '看过' }] })
    expect(JSON.stringify(body)).not.toContain('着急')
    // The number is this code's again, so that newer code runs its step over what this code added.
    expect([body.shape, body.opensFrom]).toEqual([5, 2])
  })

  it('in a stage of newer code it is shown plainly, offers nothing of a stage, and refuses by name', async () => {
    const stage = (body: Matter): Body => ({ ...body, ...ALIKE, state: { ...body.state, stage: 'mediating' } })
    const w = await newer(id, stage)
    const view = value(await w.as('gao')('matter.get', { id }))
    expect(view).toMatchObject({ stage: 'mediating', stageText: '正在办理', can: [] })
    for (const [who, action, input] of [
      ['gao', 'aid.grant', {}],
      ['gao', 'aid.supplementList', { items: [{ key: 'id', text: '身份证' }] }],
      ['gao', 'aid.reviewClose', { ok: true }],
      ['bao', 'aid.rate', { stars: 5 }],
    ] as const)
      expect((await w.as(who)(action, { id, ...input })).status, action).toBe(422)
    await w.sweep()
    expect((await bodyOf(w, 'matters', id)).state).toMatchObject({ stage: 'mediating' })
  })

  it('a letter that this code has no words for still leaves, in plain ones', async () => {
    const [waiting] = left.docs.filter(({ collection, body }) => collection === 'matters' && JSON.parse(body).outbox)
    const to = waiting?.id ?? ''
    const w = await newer(to, (body: Matter) => {
      const place = { collection: 'matters', id: to, field: 'outbox' }
      const items = seal.unseal(place, String(body.outbox)) as Body[]
      return {
        ...body,
        ...ALIKE,
        outbox: seal.seal(
          place,
          items.map((item) => ({ ...item, template: 'aid.drone' })),
        ),
      }
    })
    for (;;) if (!(await w.sweep()).more) break
    const letters = (await w.docs('notices'))
      .filter(({ keys }) => keys.matter === to)
      .map((doc) => readNotice(w.world, doc))
    expect(letters.filter(({ template }) => template === 'aid.drone').map(({ text }) => text)).toContain(
      '有一件事有了新进展，请打开看看。',
    )
    expect((await bodyOf(w, 'matters', to)).outbox).toBe('')
  })
})

describe('a document that only newer code may open', () => {
  const closedTo = (body: Body): Body => ({ ...body, shape: 6, opensFrom: 6, state: '?' })

  it('is refused kindly by every way to it, and not a byte of it changes', async () => {
    const id = matter('submitted')
    const { code } = left.matters.submitted ?? {}
    const w = await newer(id, closedTo)
    const before = await w.store.get('matters', id)
    const refused = { status: 409, refused: 'version.newer' }
    expect(no(await w.as('gao')('matter.get', { id }))).toEqual(refused)
    expect(no(await w.as('gao')('aid.grant', { id }))).toEqual(refused)
    expect(no(await w.as('gao')('desk.list', { desk: 'centre', limit: 50 }))).toEqual(refused)
    expect(no(await w.as(undefined)('matter.track', { code }))).toEqual(refused)
    const { reply } = await w.as('bao')('matter.get', { id })
    expect(reply).toMatchObject({ message: expect.stringContaining('正在换新的') })
    for (let beat = 0; beat < 9; beat++) await w.sweep()
    expect(await w.store.get('matters', id)).toEqual(before)
    // The others are judged all the same.
    const others = (await w.docs('matters')).filter((doc) => doc.id !== id)
    expect(others.filter(({ keys }) => String(keys.wakeAt) <= w.now())).toEqual([])
    expect(JSON.stringify(w.logs)).toContain('WrittenByNewer')
  })

  it('a person of it may not act, another may', async () => {
    const w = await newer('p:bao', (body: Body) => ({ ...body, shape: 2 }))
    expect(no(await w.as('bao')('session.me'))).toEqual({ status: 409, refused: 'version.newer' })
    expect((await w.as('wu')('session.me')).status).toBe(200)
  })

  it('a lawyer of it is not assigned over: the grant waits, and the rest goes on', async () => {
    const w = await newer('lawyer:li', (body: Body) => ({ ...body, shape: 2 }))
    const id = matter('submitted')
    expect(no(await w.as('gao')('aid.grant', { id }))).toEqual({ status: 409, refused: 'version.newer' })
    expect((await w.as('gao')('matter.note', { id, text: '等一会' })).status).toBe(200)
    expect(value<{ id: string }>(await w.as('wu')('aid.submit', application())).id).toMatch(/^aid:/)
  })
})

describe('what newer code keeps in other documents stays there', () => {
  it('a person, when she changes her role', async () => {
    const w = await newer('p:li', (body: Body) => ({ ...body, nickname: '小李', seals: 'k1.x.y.z' }))
    value(await w.as('li')('session.actAs', { role: 'resident' }))
    const body = await bodyOf(w, 'people', 'p:li')
    expect(body).toMatchObject({ nickname: '小李', seals: 'k1.x.y.z', acting: { 's:li': { role: 'resident' } } })
  })

  it('a lawyer’s card, when he is assigned', async () => {
    const w = await newer('lawyer:li', (body: Body) => ({ ...body, rating: 4.5 }))
    value(await w.as('gao')('aid.grant', { id: matter('submitted'), lawyer: 'li', why: '熟悉' }))
    const body = await bodyOf(w, 'lawyers', 'lawyer:li')
    expect(body).toMatchObject({ rating: 4.5, matters: expect.arrayContaining([matter('submitted')]) })
  })

  it('a unit, and a notice: what was sealed stays sealed', async () => {
    const [notice] = left.docs.filter(({ collection, keys }) => collection === 'notices' && keys.to === 'bao')
    const id = notice?.id ?? ''
    const place = { collection: 'notices', id, field: 'letter' }
    const w = await newer(id, ({ sealed, ...open }: { sealed: string }) => {
      const letter = { ...(seal.unseal(place, sealed) as object), whisper: '悄悄话' }
      return { ...open, priority: 2, sealed: seal.seal(place, letter) }
    })
    value(await w.as('bao')('notice.seen', { ids: [id] }))
    const body = (await bodyOf(w, 'notices', id)) as { sealed: string; priority: number }
    expect(body.priority).toBe(2)
    expect(seal.unseal(place, body.sealed)).toMatchObject({ whisper: '悄悄话', to: 'bao' })
    expect(JSON.stringify(body)).not.toContain('悄悄话')
    const doc = (await w.store.get('notices', id)) as Doc
    expect(doc.keys.seen).toBe(true)
    expect(write(w.world, readNotice(w.world, doc), doc.version).keys).toEqual(doc.keys)
    const unit = { id: '150524100', version: 1, keys: {}, body: JSON.stringify({ ...UNIT, photo: 'f_1' }) }
    expect(JSON.parse(writeUnit(readUnit(unit), 1).body)).toMatchObject({ ...UNIT, photo: 'f_1' })
  })
})
const UNIT = { code: '150524100', kind: 'town', name: '甲镇', parents: { legal: '150524', grievance: '150524' } }

describe('the number of a shape', () => {
  const add = (name: string, alike?: true): Step => ({
    since: '2027-01-01',
    why: `${name} came`,
    ...(alike && { alike }),
    up: (body) => ({ [name]: 0, ...body }),
  })
  const steps = [add('one'), add('two', true)]

  it('says which steps are still to come, and each keeps what is there already', () => {
    expect(upToDate('units', { a: 1 }, undefined, steps)).toEqual({ a: 1, one: 0, two: 0 })
    expect(upToDate('units', { shape: 2, one: 5 }, undefined, steps)).toEqual({ one: 5, two: 0 })
    expect(upToDate('units', { shape: 3, one: 5, two: 6 }, undefined, steps)).toEqual({ one: 5, two: 6 })
  })
  it('written by new code, then by old, then opened by new: nothing either of them wrote is lost', () => {
    const byNew = numbered('units', { one: 1, two: 2 }, steps)
    expect(byNew).toEqual({ shape: 3, opensFrom: 2, one: 1, two: 2 })
    const old = steps.slice(0, 1)
    const byOld = numbered('units', { ...upToDate('units', byNew, undefined, old), name: '改了' }, old)
    expect(byOld).toEqual({ shape: 2, one: 1, two: 2, name: '改了' })
    expect(upToDate('units', byOld, undefined, steps)).toEqual({ one: 1, two: 2, name: '改了' })
  })
  it('code before a step that is not alike is kept out, and sealed parts are not even opened', () => {
    const byNew = numbered('units', { one: 1 }, steps.slice(0, 1))
    let touched = false
    const open = (body: Body) => {
      touched = true
      return body
    }
    expect(() => upToDate('units', byNew, open, [])).toThrow(WrittenByNewer)
    expect(touched).toBe(false)
    expect(() => upToDate('units', { shape: 'new' }, undefined, steps)).toThrow('no number')
  })
  it('what has had no step carries none', () => expect(numbered('units', { a: 1 }, [])).toEqual({ a: 1 }))
})

describe('on one machine', () => {
  it('an old process is told kindly that a newer one has taken its file over, and writes nothing more', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'side-by-side-'))
    const path = join(folder, 'county.db')
    const old = embeddedStore(path)
    const w = await opened(left)
    for (const doc of left.docs) await old.save([{ ...doc, expected: 0 }])
    const fresh = embeddedStore(path, { ...collections, surveys: { keys: [], indexes: {} } })
    const id = matter('submitted')
    const before = await fresh.get('matters', id)
    const note = { id, text: '看过', requestId: 'request-1' }
    const who = { person: 'gao', session: 's' }
    const noted = (store: typeof old) =>
      handle({ ...w.world, store }, 'matter.note', note, who, { source: 'here', trace: 'trace-1' })
    expect(no(await noted(old))).toEqual({ status: 409, refused: 'version.newer' })
    expect(await fresh.get('matters', id)).toEqual(before)
    expect((await noted(fresh)).status).toBe(200)
    await Promise.all([old.close(), fresh.close()])
    rmSync(folder, { recursive: true })
  })
})
