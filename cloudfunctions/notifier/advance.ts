import type { FailedFor } from '@/contract/views'
import { kindOfNotice, type Quiet, type Rung, routeOf, rungs } from '@/domain/notice-route'
import { dayOf, type Instant, after as later } from '@/domain/time'
import { noticeText } from '@/words/notices'
import { type NoticeRecord, recipientKey, stemOf, wayId, write } from '../outbox'
import type { Write } from '../ports'
import type { World } from '../world'
import { creditsIn, type Purse, purseOf, purseWrite } from './openids'
import { matterOf, numberFor, type Reader, readerOf, whoOf } from './reader'

/**
 * One way of a notice ends, and the next begins, in one save: the next one's id is made of the notice's, so whoever dies
 * before it begins it again, and nobody begins it twice.
 */

/** The county's quiet hours, or her own. */
export type Hours = () => Promise<Quiet>

/** `credit`: what becomes of the one that it used up; `pauseMs`: it is tried again after so long. */
export type Ending = Pick<NoticeRecord, 'state' | 'tries'> & {
  why?: FailedFor
  serial?: string
  credit?: 'back' | 'none'
  pauseMs?: number
}
/** `next`: it failed, and its next way stands. */
export type Settled = 'lost' | 'done' | 'next'

const WRITES = 8

/** Writes what became of it, also where its reader marked it as seen meanwhile; what failed goes on by its next way. */
export async function settled(
  world: World,
  notice: NoticeRecord,
  expected: number,
  { credit, pauseMs, ...ending }: Ending,
  hours: Hours,
): Promise<Settled> {
  const { nextAt: _claim, why: _before, ...kept } = notice
  const now = world.clock.now()
  const change = { ...ending, stateAt: now, ...(pauseMs && { nextAt: later(now, pauseMs) }) }
  let after = ending.state === 'failed' ? await nextWay(world, { ...notice, ...change }, hours) : []
  let [seen, version] = [notice.seen, expected]
  for (let attempt = 0; attempt < WRITES; attempt++) {
    const purse = credit && (await spentOf(world, notice, credit))
    const row = write(world, { ...kept, seen, ...change }, version)
    const saved = await world.store.save([row, ...after, ...(purse ? [purse] : [])])
    if (saved.ok) return after.length > 0 ? 'next' : 'done'
    const stale = new Set(saved.stale.map(({ collection, id }) => `${collection}/${id}`))
    // It has gone out by that way beside this one, or somebody has been told today.
    after = after.filter(({ collection, id }) => !stale.has(`${collection}/${id}`))
    if (!stale.has(`notices/${notice.id}`)) continue
    const there = await world.store.get('notices', notice.id)
    // Whoever found the claim run out has sent it again: what he writes counts.
    if (!there || there.keys.state !== notice.state) return 'lost'
    const body = JSON.parse(there.body) as { tries: number }
    if (body.tries !== notice.tries) return 'lost'
    seen = there.keys.seen === true
    version = there.version
  }
  return 'lost'
}

async function spentOf(world: World, notice: NoticeRecord, credit: 'back' | 'none'): Promise<Write | undefined> {
  const { spent } = notice
  const template = spent ?? world.templates?.get(notice.template)?.id
  if (!template || (credit === 'back' && !spent)) return undefined
  const purse = await purseOf(world, whoOf(notice))
  return purse && purseWrite(purse, template, credit === 'back' ? 1 : 'none')
}

/** Whether WeChat's yeses are counted for it, and how many there are. */
export function creditsFor(world: World, { template, channel }: NoticeRecord, purse?: Purse): number | undefined {
  const registered = channel === 'wechat' ? world.templates?.get(template) : undefined
  // Where the county has no such letter its channel says so.
  return registered && (purse ? creditsIn(purse, registered.id) : 0)
}

/** What `routeOf` says of a row that is about to leave: itself, not before when, or that it can't, and why. */
export function standing(
  notice: NoticeRecord,
  { ring, reachable, quiet }: Reader,
  facts: { now: Instant; credits?: number; quiet: Quiet },
): { notBefore: Instant } | { why: FailedFor } {
  const { ways } = kindOfNotice(notice.template)
  const channel = notice.channel as Rung
  // A way that its template hasn't, from an outbox of earlier code, leaves as it always did.
  if (!ways.includes(channel)) return { notBefore: facts.now }
  const tried = triedBefore(ways, channel)
  const route = routeOf(notice.template, {
    ...facts,
    quiet: quiet ?? facts.quiet,
    tried,
    number: true,
    ring,
    reachable,
  })
  if (typeof route === 'string' || route.rung !== channel)
    return { why: typeof route !== 'string' && route.rung === 'call' ? 'ring' : 'no-credit' }
  return { notBefore: route.notBefore }
}

const failed = (rung: Rung) => ({ rung, state: 'failed' as const })
const triedBefore = (ways: readonly Rung[], channel: Rung) => ways.slice(0, ways.indexOf(channel)).map(failed)

/** What begins when this one has failed: nothing where it has no further way. */
async function nextWay(world: World, notice: NoticeRecord, hours: Hours): Promise<Write[]> {
  const { ways } = kindOfNotice(notice.template)
  const channel = notice.channel as Rung
  if (!ways.includes(channel)) return []
  const reader = await readerOf(world, notice)
  // What is too old for a letter a person may still say.
  const tried =
    notice.why === 'expired' ? rungs.filter((rung) => rung !== 'call') : [...triedBefore(ways, channel), channel]
  const number = await numberFor(world, notice, reader)
  const now = world.clock.now()
  const route = routeOf(notice.template, {
    now,
    tried: tried.map((rung) => (typeof rung === 'string' ? failed(rung) : rung)),
    number: number !== undefined,
    reachable: reader.reachable,
    ring: reader.ring,
    quiet: reader.quiet ?? (await hours()),
  })
  if (typeof route === 'string') return []
  const { rung, notBefore } = route
  const to = rung === 'call' ? reader.who : number
  if (to === undefined) return []
  const { id: _id, tries: _tries, state: _state, nextAt: _at, serial: _serial, spent: _spent, ...same } = notice
  const next: NoticeRecord = {
    ...same,
    id: wayId(world, stemOf(world, notice), to, rung),
    channel: rung,
    state: rung === 'call' ? 'to-ring' : 'waiting',
    stateAt: now,
    tries: 0,
    seen: true,
    to,
    before: { channel, why: notice.why as FailedFor },
    ...(to !== reader.who && { root: reader.who }),
    ...(notBefore > now && { nextAt: notBefore }),
  }
  delete next.why
  if (rung === 'call') delete next.root
  return [write(world, next, 0), ...(rung === 'call' ? await tellResponsible(world, next, 'call.to-ring') : [])]
}

/** Whoever is responsible for the matter hears that somebody is to be rung: once a day for one person. */
export async function tellResponsible(
  world: World,
  { matter, to }: NoticeRecord,
  template: 'call.to-ring' | 'call.unreached',
): Promise<Write[]> {
  const { state, responsible } = await matterOf(world, matter)
  if (!state || !responsible) return []
  const now = world.clock.now()
  // Of what is reported not even the topic is told twice.
  const params: Record<string, string> = state.kind === 'grievance' ? {} : { topic: state.topic }
  const told: NoticeRecord = {
    id: `${matter}:${template}:${recipientKey(world, to)}:${dayOf(now)}`,
    at: now,
    matter,
    channel: 'app',
    template,
    state: 'delivered',
    tries: 0,
    seen: false,
    to: responsible.id,
    text: noticeText(template, params),
  }
  return [write(world, told, 0)]
}
