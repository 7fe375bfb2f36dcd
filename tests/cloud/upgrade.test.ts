import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MatterRow, MatterView, NoticeRow, TrackView } from '@/contract/views'
import type { Turns } from '@/domain/aid-turn-types'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { handle } from '../../cloudfunctions/handle'
import { chainHolds, matterWrite, openMatter, type StoredEvent } from '../../cloudfunctions/matter-document'
import { readNotice, write } from '../../cloudfunctions/outbox'
import type { Doc, Query, Store } from '../../cloudfunctions/ports'
import {
  personId,
  readLawyer,
  readPerson,
  readUnit,
  writeLawyer,
  writePerson,
  writeUnit,
} from '../../cloudfunctions/records'
import { backfillWall } from '../../cloudfunctions/wall-backfill'
import { application, candidates, type Given, no, value } from '../given-world'
import { clerkOf, onward } from './past-lives'
import { opened, type Past, past, versions } from './past-versions'

type Rows = { items: MatterRow[]; next?: string }
const stateOf = ({ body }: { body: string }) => JSON.parse(body).state
const mattersOf = ({ docs }: Past) => docs.filter(({ collection }) => collection === 'matters')
const labelled = ({ matters }: Past) => Object.entries(matters)
type Sealed = { state?: { personal: string }; phone?: string; sealed?: string }
const swept = async (w: Given) => {
  // What slept for days climbs many rungs, a few at each waking.
  for (let n = 0; n < 9; n++) if ((await w.sweep()).touched === 0) return
}

/** Everything on a desk, page after page. */
async function all(w: Given, who: string, action: string, input: object): Promise<MatterRow[]> {
  const { items, next } = value<Rows>(await w.as(who)(action, { ...input, limit: 50 }))
  return next ? [...items, ...(await all(w, who, action, { ...input, after: next }))] : items
}

async function chain(w: Given, id: string): Promise<boolean> {
  const doc = await w.store.get('matters', id)
  const pages = (await w.docs('history')).filter(({ keys }) => keys.matter === id)
  const older = pages.sort((a, b) => Number(a.keys.page) - Number(b.keys.page)).map(({ body }) => JSON.parse(body))
  const { events, head, seq } = JSON.parse(doc?.body ?? '{}')
  const whole: StoredEvent[] = [...older.flat(), ...events]
  return whole.length === seq && chainHolds('', whole, head)
}

/** What one matter or another carries; `batch` isn't played yet. */
const TURNS: Exclude<keyof Turns, 'batch'>[] = [
  'criminal',
  'custody',
  'urgent',
  'providedFirst',
  'form',
  'left',
  'leaving',
  'changeAsked',
  'suspended',
  'ended',
  'terminated',
  'objected',
  'ruled',
  'doubted',
]

const open = { desk: 'unit:centre', open: true }
const QUERIES: [collection: string, query: Query][] = [
  ['matters', { index: 'byDesk', where: open, limit: 100 }],
  ['matters', { index: 'byWake', where: {}, limit: 100 }],
  ['people', { index: 'byRole', where: { role: 'centre' }, limit: 100 }],
  ['lawyers', { index: 'byLoad', where: { assignable: true }, limit: 100 }],
  ['notices', { index: 'byUnseen', where: { to: 'bao', seen: false }, limit: 100, order: 'descending' }],
]

describe.each(versions)('documents of version %s', (version) => {
  const left = past(version)
  const PEOPLE = left.docs
    .filter(({ collection }) => collection === 'people')
    .map(({ id }) => id.slice(personId('').length))

  it('there is a matter in every stage that the version could lead to', () => {
    const late = ['supplementing', 'refusal-unconfirmed', 'refused', 'transferred']
    const early = ['submitted', 'granted-unassigned', 'assigned', 'in-hand', 'closing', 'closed', 'withdrawn']
    const stages = new Set(labelled(left).map(([, { stage }]) => stage))
    const asked = ['taken', 'routed']
    const reported = ['incomplete', 'declined', 'returned', 'resolved', 'checked']
    const visited = ['booked', 'confirmed', 'arrived', 'done', 'cancelled', 'no-show']
    const turned = ['terminated', 'objected']
    const since = {
      spine: [],
      aid: late,
      platform: late,
      'eight-minutes': [...late, ...asked],
      grievances: [...late, ...asked, ...reported],
      visits: [...late, ...asked, ...reported, ...visited],
      current: [...late, ...asked, ...reported, ...visited, ...turned],
    }
    const known = since[version]
    expect([...stages].sort()).toEqual([...early, ...known].sort())
    expect(left.docs.some(({ collection }) => collection === 'history')).toBe(true)
    // In its course legal aid takes every turn that this version knows of.
    const had = new Set(mattersOf(left).flatMap((doc) => Object.keys(stateOf(doc))))
    if (version === 'current') expect(TURNS.filter((turn) => !had.has(turn))).toEqual([])
    expect(Object.keys(left.matters).filter((label) => !onward[label])).toEqual([])
  })

  it('every matter opens for whom it concerns, and for nobody else', async () => {
    const w = await opened(left)
    for (const doc of mattersOf(left)) {
      const { owner, helper } = stateOf(doc)
      for (const who of PEOPLE) {
        const answer = await w.as(who)('matter.get', { id: doc.id })
        expect([200, 404], `${who} ${doc.id}`).toContain(answer.status)
        if (who === owner || who === helper?.id || [clerkOf(doc.id), 'sun'].includes(who))
          expect(answer.status).toBe(200)
        if (answer.status === 404) continue
        const view = value(answer)
        expect(view.stage).toBe(doc.keys.stage)
        expect(view.stageText).not.toBe('')
        if ([clerkOf(doc.id), owner].includes(who)) expect(view.timeline.length).toBeGreaterThan(0)
        expect(JSON.stringify(view)).not.toMatch(/undefined|NaN|\[object/)
      }
      const stranger = doc.id.startsWith('grievance:') ? 'li' : 'ke'
      expect((await w.as(stranger)('matter.get', { id: doc.id })).status).toBe(404)
    }
  })

  it('everybody is who she was, and reads what she was told', async () => {
    const w = await opened(left)
    for (const who of PEOPLE) expect(value<{ name: string }>(await w.as(who)('session.me')).name).not.toBe('')
    const { items } = value<{ items: NoticeRow[] }>(await w.as('bao')('notice.list'))
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({ text }) => text === '')).toEqual([])
    const ids = items.map(({ id }) => id)
    expect(value(await w.as('bao')('notice.seen', { ids }))).toEqual({ seen: ids.length })
    expect((await w.as('bao')('session.actAs', { role: 'resident' })).status).toBe(200)
  })

  it('the desks list what lay on them', async () => {
    const w = await opened(left)
    const ids = (docs: { id: string }[]) => docs.map(({ id }) => id).sort()
    const on = (key: string, open?: boolean) =>
      ids(
        mattersOf(left).filter(
          ({ keys }) => (keys.desk as string[]).includes(key) && (open === undefined || keys.open === open),
        ),
      )
    expect(ids(await all(w, 'gao', 'desk.list', { desk: 'centre' }))).toEqual(on('unit:centre', true))
    expect(ids(await all(w, 'li', 'desk.list', { desk: 'lawyer' }))).toEqual(on('person:li', true))
    expect(ids(await all(w, 'zhou', 'desk.list', { desk: 'organisation' }))).toEqual(on('unit:firm:1', true))
    expect(ids(await all(w, 'bao', 'matter.list', {}))).toEqual(on('applicant:bao'))
    expect(on('applicant:bao').length).toBeGreaterThan(5)
  })

  it('a query code of then still opens its matter, and no other', async () => {
    const w = await opened(left)
    const coded = labelled(left).filter(([, { code }]) => code)
    expect(coded.length).toBeGreaterThan(5)
    for (const [label, { code, id, stage }] of coded) {
      const tracked = value<TrackView>(await w.as(undefined)('matter.track', { code }))
      const own = value(await w.as(clerkOf(id))('matter.get', { id }))
      expect([label, tracked.stage, tracked.createdAt]).toEqual([label, stage, own.createdAt])
    }
    expect((await w.as(undefined)('matter.track', { code: '0000000000000' })).status).toBe(404)
  })

  it('what fell due meanwhile is judged at its own time, and the letter that waited leaves once', async () => {
    const w = await opened(left)
    const waiting = mattersOf(left).filter(({ body }) => JSON.parse(body).outbox !== '')
    expect(waiting).toHaveLength(1)
    await swept(w)
    const matters = await w.docs('matters')
    expect(matters.filter(({ keys }) => String(keys.wakeAt) <= w.now())).toEqual([])
    const late = left.matters.submitted?.id
    const { events } = JSON.parse(matters.find(({ id }) => id === late)?.body ?? '{}')
    const judged = events.find(({ type }: StoredEvent) => type === 'ClockOverdue')
    expect(judged.at).toBe(judged.dueAt)
    const letters = async () =>
      (await w.docs('notices')).filter(({ keys }) => keys.matter === waiting[0]?.id).map(({ id }) => id)
    const once = await letters()
    expect(once.length).toBeGreaterThanOrEqual(2)
    await swept(w)
    expect(await letters()).toEqual(once)
  })

  it('the chain over its history holds, before and after the next step', async () => {
    const w = await opened(left)
    for (const { id } of mattersOf(left)) expect(await chain(w, id), id).toBe(true)
    await swept(w)
    value(await w.as('gao')('matter.note', { id: left.matters.long?.id, text: '看过' }))
    for (const { id } of mattersOf(left)) expect(await chain(w, id), id).toBe(true)
    const doc = await w.store.get('matters', String(left.matters.long?.id))
    const { events, head } = JSON.parse(doc?.body ?? '{}')
    expect(chainHolds('', events, head), 'without its older page').toBe(false)
  })

  it.each(Object.keys(left.matters))('%s: the ordinary steps go on', async (label) => {
    const w = await opened(left)
    const { steps, stage } = onward[label] ?? { steps: [], stage: '' }
    const id = left.matters[label]?.id ?? ''
    let view: MatterView = value(await w.as(clerkOf(id))('matter.get', { id }))
    for (const [who, action, input] of steps) view = value(await w.as(who)(action, { id, ...input }))
    expect(view.stage).toBe(stage)
    expect(await chain(w, id)).toBe(true)
    const [answers] = view.people
    if (!['closed', 'withdrawn', 'done', 'cancelled'].includes(stage)) expect(answers?.name).toBeTruthy()
  })

  it('written back, nothing is lost: every field and every key is there as it was', async () => {
    const { world } = await opened(left)
    const rewrite: Record<string, (doc: Doc) => { keys: object; body: string }> = {
      matters: (doc) => matterWrite(openMatter(doc, world.seal), world, world.policy),
      people: (doc) => writePerson(world, readPerson(world, doc), doc.version),
      units: (doc) => writeUnit(readUnit(doc), doc.version),
      lawyers: (doc) => writeLawyer(world, readLawyer(world, doc), doc.version),
      notices: (doc) => write(world, readNotice(world, doc), doc.version),
    }
    const within: Record<string, [field: string, at: (body: Sealed) => string | undefined]> = {
      matters: ['personal', ({ state }) => state?.personal],
      people: ['phone', ({ phone }) => phone],
      lawyers: ['phone', ({ phone }) => phone],
      notices: ['letter', ({ sealed }) => sealed],
    }
    const unsealed = ({ collection, id }: { collection: string; id: string }, body: string) => {
      const [field, at] = within[collection] ?? ['', () => undefined]
      const text = at(JSON.parse(body))
      return { read: text && world.seal.unseal({ collection, id, field }, text) }
    }
    for (const doc of left.docs) {
      const again = rewrite[doc.collection]?.(doc)
      if (!again) continue
      expect(again.keys, doc.id).toEqual(doc.keys)
      const sealed = (_: string, part: unknown) =>
        typeof part === 'string' && /^k1\.[\w-]{16}\./.test(part) ? 'sealed' : part
      const open = (body: string) => JSON.parse(body, sealed)
      // The number of the shape is this code's again.
      const { shape: _, opensFrom: _from, ...was } = open(doc.body)
      expect(open(again.body), doc.id).toMatchObject(was)
      expect(unsealed(doc, again.body), doc.id).toMatchObject(unsealed(doc, doc.body))
    }
  })

  it('a request of then, sent again, is answered with the matter of then', async () => {
    const w = await opened(left)
    const again = value(await w.as('bao')('aid.submit', { ...application(), requestId: 'request-1' }))
    expect(again.id).toBe(left.matters.overdue?.id)
    expect(await w.docs('matters')).toHaveLength(mattersOf(left).length)
    const other = await w.as('bao')('aid.submit', { ...application({ story: '别的事' }), requestId: 'request-1' })
    expect(no(other)).toEqual({ status: 409, refused: 'request.reused' })
  })

  it('a file of the store on one machine is rebuilt under today’s declaration and answers the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
    const before = embeddedStore(join(folder, 'county.db'), left.declared)
    for (const doc of left.docs) await before.save([{ ...doc, expected: 0 }])
    const answers = (store: Store) => Promise.all(QUERIES.map(([collection, query]) => store.list(collection, query)))
    const then = await answers(before)
    await before.close()
    const store = embeddedStore(join(folder, 'county.db'))
    expect(await answers(store)).toEqual(then)
    expect(then.filter(({ docs }) => docs.length === 0)).toEqual([])
    const w = await opened(left)
    const body = { id: left.matters.submitted?.id, evidence: [left.file], requestId: 'request-9000' }
    const origin = { source: 'here', trace: 'trace-1' }
    const named = await handle({ ...w.world, store }, 'aid.complete', body, { person: 'bao', session: 's' }, origin)
    expect(value(named).papers.map(({ id }) => id)).toEqual([left.file])
    await store.close()
    rmSync(folder, { recursive: true })
  })

  it('a file that nobody had named can be named, and a blank slip bound', async () => {
    const w = await opened(left)
    const id = left.matters.submitted?.id
    const view = value(await w.as('bao')('aid.complete', { id, evidence: [left.file] }))
    expect(view.papers.map(({ id }) => id)).toEqual([left.file])
    if (version === 'spine') return
    const form = application({ slip: left.blank, source: 'paper', route: undefined })
    const bound = value(await w.as('gao')('aid.submit', form))
    expect(value<TrackView>(await w.as(undefined)('matter.track', { code: left.blank })).createdAt).toBe(
      bound.createdAt,
    )
  })

  it('whoever acts for somebody is kept from the other side, once the wall has looked at what was there', async () => {
    const w = await opened(left)
    // `li` has had several matters of 包某 with this number.
    const form = application({
      applicant: { name: '邢某', phone: '13612345678' },
      parties: [{ role: 'opponent', name: '包某', phone: '13812345678' }],
    })
    const { id } = value(await w.as('wu')('aid.submit', form))
    const asked = async () =>
      candidates(await w.as('gao')('aid.candidates', { id })).excluded.map(({ lawyer }) => lawyer)
    expect((await asked()).includes('li')).toBe(version !== 'spine')
    while ((await backfillWall(w.world)).more);
    expect(await asked()).toContain('li')
    const before = (await w.docs()).length
    expect(await backfillWall(w.world)).toEqual({ touched: 0, more: false })
    expect((await w.docs()).length).toBe(before)
  })
})
