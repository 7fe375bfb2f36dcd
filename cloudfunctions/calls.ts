import type { Parsed } from '@/contract/actions'
import type { CallRow, Reached } from '@/contract/views'
import { type Actor, type Refusal, refuse } from '@/domain/decider'
import { isHidden } from '@/domain/grievance-permission'
import type { Matter } from '@/domain/matters'
import { TRIES_TOLD } from '@/domain/notice-route'
import { mayOn } from '@/domain/permission'
import { ringWhy, whomTexts } from '@/words/delivery'
import { type Context, openedFrom, type Result, requestOf } from './actions/binding'
import type { Opened } from './matter-document'
import { tellResponsible } from './notifier/advance'
import { isNumber, numberFor, readerOf } from './notifier/reader'
import { type NoticeRecord, type Rang, readNotice, write } from './outbox'
import type { Doc } from './ports'
import { matterRow } from './present'
import { whoAsks } from './present-kinds'
import type { World } from './world'

/**
 * Whoever no letter reached is rung by a person. Her call stands here until somebody has spoken with her; what there is
 * to tell her of one matter is one call.
 */

const PAGE = 20
const PAGES_READ = 10

/** Whose desk has it: who may speak with her, or who entered it for her. Who she is must be known to whoever rings. */
const mayRing = (state: Matter, actor: Actor): boolean =>
  (mayOn('matter.callLog', state, actor) &&
    (actor.role === 'command' || state.kind !== 'grievance' || !isHidden(state))) ||
  (state.kind !== 'grievance' && state.helper?.id === actor.id && mayOn('matter.get', state, actor))

/** Oldest first. Costs what waits to be rung in the whole county: that is never much. */
export async function calls(
  context: Context,
  { after, limit = PAGE }: Parsed<'notice.calls'>,
): Result<{ items: CallRow[]; next?: string }> {
  const { world } = context
  const items = new Map<string, CallRow>()
  let next = after
  for (let page = 0; page < PAGES_READ; page++) {
    const query = { index: 'byState', where: { state: 'to-ring' }, limit: Math.min(50, limit) }
    const found = await world.store.list('notices', { ...query, ...(next && { after: next }) })
    for (const { notice, matter } of await withMatters(context, found.docs)) {
      const key = `${notice.matter}|${notice.to}`
      const before = items.get(key)
      items.set(key, before ? { ...before, texts: [...before.texts, notice.text] } : callRow(context, notice, matter))
    }
    next = found.next
    if (!next || items.size >= limit) break
  }
  return { items: [...items.values()], ...(next && { next }) }
}

type WithMatter = { notice: NoticeRecord; matter: Opened }
async function withMatters({ world, actor, now }: Context, docs: Doc[]): Promise<WithMatter[]> {
  const ids = [...new Set(docs.map(({ keys }) => String(keys.matter)))]
  const found = ids.length > 0 ? await world.store.getMany('matters', ids) : []
  const matters = new Map(found.map(openedFrom(world, now)).map((matter) => [matter.id, matter]))
  return docs.flatMap((doc) => {
    const matter = matters.get(String(doc.keys.matter))
    return matter && mayRing(matter.state, actor) ? [{ notice: readNotice(world, doc), matter }] : []
  })
}

function callRow({ world, actor, now }: Context, notice: NoticeRecord, matter: Opened): CallRow {
  const { id, at, text, to, before, nextAt, rang = [], params } = notice
  const { state } = matter
  const row = matterRow(world, matter, actor, now)
  const whom = params?.reader === 'kin' ? 'kin' : to === state.helper?.id && to !== state.owner ? 'helper' : 'person'
  const tries = rang.filter(({ reached }) => reached === false)
  const language = 'language' in state && state.language === 'mn'
  return {
    id,
    matter: matter.id,
    title: row.title,
    place: row.place.text,
    whom: whomTexts[whom],
    why: ringWhy(before),
    since: at,
    texts: [text],
    ...(nextAt && nextAt > now && { notBefore: nextAt }),
    tries: tries.map(({ at, by, note }) => ({ at, by, ...(note && { note }) })),
    ...(tries.length >= TRIES_TOLD && { told: state.responsible.name }),
    ...(language && { language: 'mn' as const }),
  }
}

const WRITES = 8
type Found = { doc: Doc; notice: NoticeRecord; state: Matter }

async function callAt({ world, actor, now }: Context, id: string): Promise<Found | Refusal> {
  const doc = await world.store.get('notices', id)
  const notice = doc && readNotice(world, doc)
  const at = notice?.channel === 'call' ? await world.store.get('matters', notice.matter) : undefined
  if (!doc || !notice || !at) return refuse('call.not-found')
  const { state } = openedFrom(world, now)(at)
  return mayRing(state, actor) ? { doc, notice, state } : refuse('call.not-found')
}

/** Who it is and her number, to whoever rings now; that she was given it is kept with the call. */
export async function ring(context: Context, { id, requestId }: Parsed<'notice.ring'>): Result<Reached> {
  const { world, actor, now } = context
  const { key: mark } = requestOf(context, { requestId })
  for (let attempt = 0; attempt < WRITES; attempt++) {
    const found = await callAt(context, id)
    if ('refused' in found) return found
    const { doc, notice, state } = found
    if (notice.state === 'rung') return doneBefore(notice)
    const phone = await numberFor(world, notice, await readerOf(world, notice))
    if (!phone) return refuse('call.no-number')
    const { rang = [] } = notice
    const reached = { name: nameOf(world, notice, state), phone }
    if (rang.some((each) => each.mark === mark)) return reached
    const shown: Rang = { at: now, by: actor.name, mark }
    if ((await world.store.save([write(world, { ...notice, rang: kept([...rang, shown]) }, doc.version)])).ok)
      return reached
  }
  return refuse('matter.busy')
}

function nameOf(world: World, { to, params }: NoticeRecord, state: Matter): string {
  if (params?.reader === 'kin') return state.personal.kin?.name ?? ''
  if (!isNumber(world, to) && to === state.helper?.id && to !== state.owner) return state.helper.name
  return whoAsks(state).name ?? ''
}

// More than anybody rings; the first ones and the last are what one asks for.
const RANG_KEPT = 40
const kept = (rang: Rang[]): Rang[] =>
  rang.length > RANG_KEPT ? [...rang.slice(0, 5), ...rang.slice(5 - RANG_KEPT)] : rang

/** Spoken with: everything that there was to tell her of this matter is told. Else it stays, and is tried again. */
export async function rung(
  context: Context,
  { id, reached, note, requestId }: Parsed<'notice.rung'>,
): Result<{ done: boolean; tries: number }> {
  const { world, actor, now } = context
  const { key: mark } = requestOf(context, { requestId })
  for (let attempt = 0; attempt < WRITES; attempt++) {
    const found = await callAt(context, id)
    if ('refused' in found) return found
    const { doc, notice } = found
    const { rang = [] } = notice
    const said = (done: boolean) => ({ done, tries: notice.tries + (done ? 0 : 1) })
    if (rang.some((each) => each.mark === mark)) return { done: notice.state === 'rung', tries: notice.tries }
    if (notice.state === 'rung') return doneBefore(notice)
    const mine: Rang = { at: now, by: actor.name, mark, reached, ...(note && { note }) }
    const change = (each: NoticeRecord): NoticeRecord => ({
      ...each,
      stateAt: now,
      rang: kept([...(each.rang ?? []), mine]),
      ...(reached ? { state: 'rung' } : { tries: each.tries + 1 }),
    })
    const others = reached ? await besides(world, notice) : []
    const told =
      !reached && notice.tries + 1 === TRIES_TOLD ? await tellResponsible(world, notice, 'call.unreached') : []
    const writes = [
      write(world, change(notice), doc.version),
      ...others.map((other) => write(world, change(readNotice(world, other)), other.version)),
    ]
    const saved = await world.store.save([...writes, ...told])
    if (saved.ok) return said(reached)
    // The responsible person has been told today.
    if (saved.stale.length === 1 && told.some(({ id }) => id === saved.stale[0]?.id)) {
      if ((await world.store.save(writes)).ok) return said(reached)
    }
  }
  return refuse('matter.busy')
}

const TOGETHER = 15

/** What else waits to be told to the same person of the same matter. */
async function besides(world: World, { id, matter, to }: NoticeRecord): Promise<Doc[]> {
  const { docs } = await world.store.list('notices', {
    index: 'byMatter',
    where: { matter },
    order: 'descending',
    limit: 100,
  })
  const open = docs.filter((doc) => doc.id !== id && doc.keys.state === 'to-ring')
  return open.filter((doc) => readNotice(world, doc).to === to).slice(0, TOGETHER)
}

function doneBefore({ rang = [], stateAt }: NoticeRecord): Refusal {
  const last = rang.findLast(({ reached }) => reached)
  return refuse('matter.changed', { ...(last && { by: last.by }), at: last?.at ?? stateAt })
}
