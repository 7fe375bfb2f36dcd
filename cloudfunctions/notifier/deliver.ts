import { after, DAY, type Instant, MINUTE } from '@/domain/time'
import { letterParams } from '@/words/letter-params'
import { logError } from '../log'
import { type NoticeRecord, readNotice, write } from '../outbox'
import type { Doc, Letter, Sent } from '../ports'
import type { World } from '../world'
import { openidOf } from './openids'

/**
 * What waits to leave for a phone leaves here, outside its matter: no channel that is slow or down delays a wave. Times
 * are the product's own.
 */

const AT_ONCE = 50
/** A channel answers in tenths of a second; a wave has up to 64 letters. */
const SIDE_BY_SIDE = 8
const MOST_TRIES = 3
/** After the first try that failed, after the second. */
const PAUSES = [30_000, 2 * MINUTE]
/** For so long a letter is its sender's alone; whoever dies meanwhile leaves it to the next. */
const CLAIM = MINUTE

const OFFERS: readonly string[] = ['question.offer', 'question.must-take']
/** Nobody is asked after the eight minutes, nor told yesterday's news. */
const staleAt = ({ template, at }: NoticeRecord): Instant => after(at, OFFERS.includes(template) ? 8 * MINUTE : DAY)

/**
 * Hands over what waits, oldest first, a page a call; `until` is the wall time in ms after which nothing new is begun.
 * Two at once send a letter once: whoever writes his claim first. Dying between sending and writing sends it again.
 */
export async function deliver(
  world: World,
  until = Number.POSITIVE_INFINITY,
): Promise<{ touched: number; more: boolean }> {
  const waiting = { index: 'byState', where: { state: 'waiting' }, limit: AT_ONCE }
  let touched = 0
  for (let behind: string | undefined; ; ) {
    const { docs, next } = await world.store.list('notices', { ...waiting, ...(behind && { after: behind }) })
    for (let n = 0; n < docs.length; n += SIDE_BY_SIDE) {
      if (world.clock.wall() >= until) return { touched, more: true }
      const sent = await Promise.all(docs.slice(n, n + SIDE_BY_SIDE).map((doc) => delivers(world, doc)))
      touched += sent.filter(Boolean).length
    }
    // However many wait for their next try, they must not keep those behind them waiting.
    if (touched > 0 || !next) return { touched, more: next !== undefined }
    behind = next
  }
}

const PAGES_AT_ONCE = 200

/** All that can leave now. */
export async function deliverAll(world: World): Promise<void> {
  for (let page = 0; page < PAGES_AT_ONCE; page++) {
    const { touched, more } = await deliver(world)
    if (!more || touched === 0) return
  }
}

/** One letter that can't be read or sent must not keep the others. */
async function delivers(world: World, doc: Doc): Promise<boolean> {
  try {
    const notice = readNotice(world, doc)
    const now = world.clock.now()
    if (notice.nextAt !== undefined && notice.nextAt > now) return false
    if (staleAt(notice) <= now) return await settled(world, notice, doc.version, { state: 'failed', why: 'expired' })
    const claimed = await world.store.save([write(world, { ...notice, nextAt: after(now, CLAIM) }, doc.version)])
    if (!claimed.ok) return false
    return await settled(world, notice, doc.version + 1, outcome(world, notice, await handedOver(world, notice)))
  } catch (error) {
    logError(world.log, 'letter', error)
    return false
  }
}

async function handedOver(world: World, { to, channel, template, text, params, matter }: NoticeRecord): Promise<Sent> {
  if (!world.notifier || channel === 'app') return 'no-such-channel'
  const letter: Letter = {
    channel,
    to,
    template,
    text,
    params: letterParams(params ?? {}),
    matter,
    openid: () => openidOf(world, to),
  }
  try {
    return await world.notifier.send(letter)
  } catch (error) {
    logError(world.log, `letter ${channel}`, error)
    return 'failed'
  }
}

type Change = Pick<NoticeRecord, 'state'> & Partial<Pick<NoticeRecord, 'why' | 'nextAt' | 'tries'>>

function outcome(world: World, { tries }: NoticeRecord, sent: Sent): Change {
  switch (sent) {
    case 'sent':
    case 'delivered':
      return { state: sent, tries: tries + 1 }
    case 'no-such-channel':
      return { state: 'failed', why: 'no-channel' }
    case 'no-template':
      return { state: 'failed', why: 'no-template' }
    case 'refused':
      return { state: 'failed', why: 'refused', tries: tries + 1 }
    case 'failed':
      return tries + 1 >= MOST_TRIES
        ? { state: 'failed', why: 'unreachable', tries: tries + 1 }
        : { state: 'waiting', tries: tries + 1, nextAt: after(world.clock.now(), PAUSES[tries] ?? CLAIM) }
  }
}

const WRITES = 8

/** Writes what became of it, also where its reader marked it as seen meanwhile. */
async function settled(world: World, notice: NoticeRecord, expected: number, change: Change): Promise<boolean> {
  let [seen, version] = [notice.seen, expected]
  for (let attempt = 0; attempt < WRITES; attempt++) {
    const { nextAt: _claim, why: _before, ...kept } = notice
    if ((await world.store.save([write(world, { ...kept, seen, ...change }, version)])).ok) return true
    const there = await world.store.get('notices', notice.id)
    // Whoever found the claim run out has sent it again: what he writes counts.
    if (there?.keys.state !== 'waiting' || readNotice(world, there).tries !== notice.tries) return false
    seen = there.keys.seen === true
    version = there.version
  }
  return false
}
