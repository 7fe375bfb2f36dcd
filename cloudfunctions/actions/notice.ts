import type { ActionName, Parsed } from '@/contract/actions'
import type { NoticeRow, ToldRow } from '@/contract/views'
import { refuse } from '@/domain/decider'
import { isForResident } from '@/domain/notice-route'
import { mayOn } from '@/domain/permission'
import { whomTexts } from '@/words/delivery'
import { calls, ring, rung } from '../calls'
import { holderOf } from '../code-holder'
import { openMatter } from '../matter-document'
import { credited, keepOpenid } from '../notifier/openids'
import { readerOf } from '../notifier/reader'
import { otherWays, together, wayView } from '../notifier/ways'
import { isInApp, type NoticeRecord, readNotice, recipientKey, write } from '../outbox'
import type { Doc } from '../ports'
import type { World } from '../world'
import { type Binding, type Context, type Result, requestOf } from './binding'

/** What lies in the mini-program for her, newest first, each with what became of it outside. */
async function list(
  { world, actor, now }: Context,
  { after, limit = 20 }: Parsed<'notice.list'>,
): Result<{ items: NoticeRow[]; next?: string }> {
  const query = {
    index: 'byRecipient',
    where: { to: recipientKey(world, actor.id) },
    order: 'descending' as const,
    limit,
  }
  const { docs, next } = await world.store.list('notices', { ...query, ...(after && { after }) })
  const own = docs.filter(isInApp).map((doc) => readNotice(world, doc))
  const ways = await waysOf(world, own)
  const items = own.map((row) => {
    const way = wayView(ways.get(row.id) ?? [], now)
    const { id, at, text, matter, seen } = row
    return { id, at, text, matter, seen, ...(way && { way }) }
  })
  return { items, ...(next && { next }) }
}

const READ_AT_ONCE = 50

/** By each row of the list, the rows of its other ways; nothing is read where none of them left the app. */
async function waysOf(world: World, own: NoticeRecord[]): Promise<Map<string, NoticeRecord[]>> {
  const leaving = own.filter(({ template }) => isForResident(template))
  const [first] = leaving
  if (!first) return new Map()
  const { phone } = await readerOf(world, first)
  const ids = new Map(leaving.map((row) => [row.id, otherWays(world, row, phone)]))
  const rows = new Map((await many(world, [...ids.values()].flat())).map((doc) => [doc.id, readNotice(world, doc)]))
  return new Map([...ids].map(([id, others]) => [id, others.flatMap((other) => rows.get(other) ?? [])]))
}

async function many(world: World, ids: string[]): Promise<Doc[]> {
  const all = [...new Set(ids)]
  const pages = Array.from({ length: Math.ceil(all.length / READ_AT_ONCE) }, (_, n) =>
    world.store.getMany('notices', all.slice(n * READ_AT_ONCE, (n + 1) * READ_AT_ONCE)),
  )
  return (await Promise.all(pages)).flat()
}

/** WeChat asks for three at a time. What calls somebody who is on duty, and what she waits for of each kind of matter. */
const WANTED = {
  staff: ['question.offer', 'question.must-take', 'question.ring-her'],
  question: ['question.answered', 'question.routed', 'aid.assigned'],
  aid: ['aid.assigned', 'aid.papers', 'aid.refused'],
  grievance: ['grievance.accepted', 'grievance.waits-for-you', 'grievance.result'],
  visit: ['visit.reminded', 'visit.moved', 'visit.cancelled'],
}

async function templates(
  { world, actor }: Context,
  { about = 'question' }: Parsed<'notice.templates'>,
): Result<{ items: { template: string; id: string }[] }> {
  const items = WANTED[actor.role === 'resident' ? about : 'staff'].flatMap((template) => {
    const known = world.templates?.get(template)
    return known ? [{ template, id: known.id }] : []
  })
  return { items }
}

/**
 * Each yes is one letter. On a server of the county's own the platform names nobody: there she signs in once more and
 * says so, and then again here what she said yes to.
 */
async function agree(context: Context, input: Parsed<'notice.agree'>): Result<{ kept: boolean }> {
  const { world, openid, actor } = context
  if (openid) await keepOpenid(world, openid)
  const registered = new Set([...(world.templates?.values() ?? [])].map(({ id }) => id))
  const accepted = [...new Set(input.accepted ?? [])].filter((id) => registered.has(id))
  const { requestId } = input
  const mark = requestId && requestOf(context, { requestId }).key
  return { kept: await credited(world, actor.id, accepted, mark) }
}

async function seen({ world, actor }: Context, { ids }: Parsed<'notice.seen'>): Result<{ seen: number }> {
  const docs = ids.length > 0 ? await world.store.getMany('notices', [...new Set(ids)]) : []
  const own = docs.filter(({ keys }) => keys.to === recipientKey(world, actor.id) && keys.seen === false)
  for (const doc of own) await world.store.save([write(world, { ...readNotice(world, doc), seen: true }, doc.version)])
  return { seen: own.length }
}

const TOLD_READ = 100

/**
 * To its person what she was told, to her helper what he was; to staff who may speak with her all of it, and to nobody
 * else anything: that she has a telephone is hers to tell.
 */
async function of({ world, actor, now }: Context, { id }: Parsed<'notice.of'>): Result<{ items: ToldRow[] }> {
  const doc = await world.store.get('matters', id)
  const state = doc && openMatter(doc, world.seal).state
  if (!state || !mayOn('matter.get', state, actor)) return refuse('matter.not-found')
  const { owner, helper } = state
  const self =
    actor.id === owner || actor.id === holderOf(id) ? 'person' : actor.id === helper?.id ? 'helper' : undefined
  if (!self && !mayOn('matter.callLog', state, actor)) return { items: [] }
  const query = { index: 'byMatter', where: { matter: id }, order: 'descending' as const, limit: TOLD_READ }
  const { docs } = await world.store.list('notices', query)
  const rows = docs.map((each) => readNotice(world, each)).filter(({ template }) => isForResident(template))
  const items = together(world, rows).flatMap((ways): ToldRow[] => {
    const [first] = ways
    const way = wayView(ways, now)
    const whom = whomOf(ways, owner, helper?.id)
    if (!first || !way || (self && self !== whom)) return []
    return [{ at: first.at, text: textOf(ways, first), whom: whomTexts[self ? 'you' : whom], way }]
  })
  return { items }
}

type Whom = 'person' | 'helper' | 'kin'
function whomOf(ways: NoticeRecord[], owner: string | undefined, helper: string | undefined): Whom {
  const who = ways[0]?.root ?? ways[0]?.to
  if (ways.some(({ params }) => params?.reader === 'kin')) return 'kin'
  return helper !== undefined && who === helper && helper !== owner ? 'helper' : 'person'
}
/** As it lies in the app, where it does. */
const textOf = (ways: NoticeRecord[], first: NoticeRecord): string =>
  (ways.find(({ channel }) => channel === 'app') ?? first).text

type Named =
  | 'notice.list'
  | 'notice.seen'
  | 'notice.templates'
  | 'notice.agree'
  | 'notice.of'
  | 'notice.calls'
  | 'notice.ring'
  | 'notice.rung'
export const noticeActions: { [A in Extract<ActionName, Named>]: Binding<A> } = {
  'notice.list': list,
  'notice.seen': seen,
  'notice.templates': templates,
  'notice.agree': agree,
  'notice.of': of,
  'notice.calls': calls,
  'notice.ring': ring,
  'notice.rung': rung,
}
