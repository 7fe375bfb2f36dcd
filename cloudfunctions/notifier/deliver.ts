import type { FailedFor } from '@/contract/views'
import { type Quiet, staleAt } from '@/domain/notice-route'
import { after, type Instant, MINUTE } from '@/domain/time'
import { letterParams } from '@/words/letter-params'
import { logError } from '../log'
import { type NoticeRecord, readNotice, write } from '../outbox'
import type { Doc, Handed, Letter } from '../ports'
import { POLICY, readPolicy } from '../records'
import type { World } from '../world'
import { creditsFor, type Ending, type Hours, type Settled, settled, standing } from './advance'
import { openidIn, type Purse, purseOf, purseWrite } from './openids'
import { readerOf, whoOf } from './reader'
import { fetchReceipts } from './receipts'

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

/**
 * Hands over what waits, oldest first, a page a call; `until` is the wall time in ms after which nothing new is begun.
 * Two at once send a letter once: whoever writes his claim first. Dying between sending and writing sends it again.
 */
export async function deliver(
  world: World,
  until = Number.POSITIVE_INFINITY,
): Promise<{ touched: number; more: boolean }> {
  const waiting = { index: 'byState', where: { state: 'waiting' }, limit: AT_ONCE }
  const hours = countyHours(world)
  let touched = await fetchReceipts(world, hours)
  let goesOn = false
  for (let behind: string | undefined; ; ) {
    const { docs, next } = await world.store.list('notices', { ...waiting, ...(behind && { after: behind }) })
    for (let n = 0; n < docs.length; n += SIDE_BY_SIDE) {
      if (world.clock.wall() >= until) return { touched, more: true }
      const sent = await Promise.all(docs.slice(n, n + SIDE_BY_SIDE).map((doc) => delivers(world, doc, hours)))
      touched += sent.filter((each) => each !== 'lost').length
      goesOn ||= sent.includes('next')
    }
    // However many wait for their next try, they must not keep those behind them waiting.
    if (touched > 0 || !next) return { touched, more: next !== undefined || goesOn }
    behind = next
  }
}

const PAGES_AT_ONCE = 200

/** All that can leave now, and what follows where it couldn't. */
export async function deliverAll(world: World): Promise<void> {
  for (let page = 0; page < PAGES_AT_ONCE; page++) if ((await deliver(world)).touched === 0) return
}

const WAITING_READ = 100

/** The next moment at which a letter that waits for one may leave; undefined where none does. */
export async function nextLetter(world: World): Promise<Instant | undefined> {
  const waiting = { index: 'byState', where: { state: 'waiting' }, limit: WAITING_READ }
  const { docs } = await world.store.list('notices', waiting)
  const now = world.clock.now()
  const until = docs.flatMap(({ body }) => (JSON.parse(body) as { nextAt?: Instant }).nextAt ?? [])
  return until.filter((at) => at > now).sort()[0]
}

/** The county's quiet hours, read where somebody asks for them, once. */
export function countyHours(world: World): Hours {
  let read: Promise<Quiet> | undefined
  return () => {
    read ??= world.store.get('policy', POLICY).then((doc) => {
      const policy = readPolicy(world, doc)
      return { from: policy['notice.quietFrom'], to: policy['notice.quietTo'] }
    })
    return read
  }
}

/** One letter that can't be read or sent must not keep the others. */
async function delivers(world: World, doc: Doc, hours: Hours): Promise<Settled> {
  try {
    const now = world.clock.now()
    // Unopened: a night's letters wait for the morning, and are looked at each second.
    const { nextAt } = JSON.parse(doc.body) as { nextAt?: string }
    if (nextAt !== undefined && nextAt > now) return 'lost'
    const notice = readNotice(world, doc)
    const { tries } = notice
    const fails = (why: FailedFor) => settled(world, notice, doc.version, { state: 'failed', why, tries }, hours)
    if (staleAt(notice.template, notice.at) <= now) return await fails('expired')
    const reader = await readerOf(world, notice)
    const purse = notice.channel === 'wechat' ? await purseOf(world, whoOf(notice)) : undefined
    // What it has used up before its sender died it may use.
    const credits = notice.spent ? undefined : creditsFor(world, notice, purse)
    const facts = { now, quiet: await hours(), ...(credits !== undefined && { credits }) }
    const is = standing(notice, reader, facts)
    if ('why' in is) return await fails(is.why)
    if (is.notBefore > now) {
      await world.store.save([write(world, { ...notice, nextAt: is.notBefore }, doc.version)])
      return 'lost'
    }
    const claimed = await claim(world, notice, doc.version, credits === undefined ? undefined : purse)
    if (!claimed) return 'lost'
    const handed = await handedOver(world, claimed, purse)
    return await settled(world, claimed, doc.version + 1, outcome(claimed, handed), hours)
  } catch (error) {
    logError(world.log, 'letter', error)
    return 'lost'
  }
}

const CLAIMS = 8

/** Its sender's alone for a while, and its credit used up in the same save; undefined where somebody was quicker. */
async function claim(
  world: World,
  notice: NoticeRecord,
  expected: number,
  first: Purse | undefined,
): Promise<NoticeRecord | undefined> {
  const template = first && world.templates?.get(notice.template)?.id
  const mine = {
    ...notice,
    nextAt: after(world.clock.now(), CLAIM),
    ...(template && { spent: template }),
  }
  let purse = first
  for (let attempt = 0; attempt < CLAIMS; attempt++) {
    const pays = purse && template ? [purseWrite(purse, template, -1)] : []
    const saved = await world.store.save([write(world, mine, expected), ...pays])
    if (saved.ok) return mine
    if (saved.stale.some(({ collection }) => collection === 'notices') || !template) return undefined
    // Another letter of hers was quicker at her credits.
    purse = await purseOf(world, whoOf(notice))
    if (!purse || creditsFor(world, notice, purse) === 0) return undefined
  }
  return undefined
}

async function handedOver(world: World, notice: NoticeRecord, purse: Purse | undefined): Promise<Handed> {
  const { to, channel, template, text, params, matter } = notice
  if (!world.notifier || channel === 'app' || channel === 'call') return { said: 'no-such-channel' }
  const letter: Letter = {
    channel,
    to,
    template,
    text,
    params: letterParams(params ?? {}),
    matter,
    openid: async () => purse && openidIn(world, purse),
  }
  try {
    const said = await world.notifier.send(letter)
    return typeof said === 'string' ? { said } : said
  } catch (error) {
    logError(world.log, `letter ${channel}`, error)
    return { said: 'failed' }
  }
}

function outcome({ tries: before }: NoticeRecord, { said, serial }: Handed): Ending {
  const tries = before + 1
  // Unused: she has it for the next letter.
  const credit = 'back' as const
  switch (said) {
    case 'sent':
    case 'delivered':
      return { state: said, tries, ...(serial && { serial }) }
    case 'no-such-channel':
      return { state: 'failed', why: 'no-channel', tries: before, credit }
    case 'no-template':
      return { state: 'failed', why: 'no-template', tries: before, credit }
    case 'refused':
      return { state: 'failed', why: 'refused', tries, credit }
    case 'unwilling':
      return { state: 'failed', why: 'unwilling', tries, credit: 'none' }
    case 'failed':
      return tries >= MOST_TRIES
        ? { state: 'failed', why: 'unreachable', tries, credit }
        : { state: 'waiting', tries, pauseMs: PAUSES[before] ?? CLAIM }
  }
}
