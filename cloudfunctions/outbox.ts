import type { FailedFor } from '@/contract/views'
import type { Matter, MatterEvent } from '@/domain/matters'
import type { Made, Notice } from '@/domain/notice'
import type { Rung } from '@/domain/notice-route'
import type { Policy } from '@/domain/policy'
import type { Instant } from '@/domain/time'
import { noticeText } from '@/words/notices'
import { peopleIn } from './circumstances'
import { type Blank, kindOfState } from './kinds'
import { matterWrite, type Opened, type OutboxItem, QUIET } from './matter-document'
import { type Body, numbered, upToDate } from './migrations'
import type { Doc, Write } from './ports'
import { roleIn } from './records'
import { peopleOfUnit } from './units'
import type { World } from './world'

/** Whoever looked the number up, and whoever rang: kept sealed with the letter. `mark`: the request it was. */
export type Rang = { at: Instant; by: string; mark: string; reached?: boolean; note?: string }

/** A notice as it lies in its own collection; text and recipient are sealed, the keys carry a hash of a number. */
export type NoticeRecord = {
  id: string
  at: string
  lateBy?: string
  matter: string
  channel: 'app' | Rung
  template: string
  /** `to-ring` and `rung` are a call's, which no machine hands over. */
  state: 'waiting' | 'sent' | 'delivered' | 'failed' | 'to-ring' | 'rung'
  /** Since when, where it isn't as it was made. */
  stateAt?: string
  /** How often it was handed over and came back, or went out. */
  tries: number
  /** Not before then: it failed, or somebody is sending it, or these are her quiet hours. */
  nextAt?: string
  /** Why it is `failed`. */
  why?: FailedFor
  seen: boolean
  to: string
  /** The person whom it was for at first, where `to` is her number. */
  root?: string
  /** The way that failed before this one, and why. */
  before?: { channel: Rung; why: FailedFor }
  /** What the provider calls it. */
  serial?: string
  /** The registered template whose credit it has used up. */
  spent?: string
  text: string
  /** What the variables of a registered template are made of, for a letter that leaves. */
  params?: Record<string, string>
  rang?: Rang[]
  /** What newer code sealed with them: sealed again as it was found. */
  more?: Body
}

const SAVE_AT_ONCE = 19

/**
 * What these events tell, each letter under an id made of the event, the recipient and the channel. Each is told of
 * the matter as it stood then: a missed promise goes to whoever was responsible, not to the lawyer who came after.
 */
export async function outboxOf(world: World, was: Opened, events: MatterEvent[], when: Made): Promise<OutboxItem[]> {
  let { seq } = was
  const kind = kindOfState(was.state)
  let state: Matter | Blank = was.version > 0 ? was.state : { stage: 'blank' }
  const told = events.flatMap((event) => {
    state = kind.evolve(state, event)
    if (QUIET.includes(event.type)) return []
    seq += 1
    const mark = String(seq).padStart(6, '0')
    return kind.notices(event, state as Matter, when).map((notice) => ({ mark, notice }))
  })
  const items = (await Promise.all(told.map(({ mark, notice }) => addressed(world, mark, notice)))).flat()
  return [...new Map(items.map((item) => [item.id, item])).values()]
}

/** To a person under her id; to an organisation, a unit or a role, to everybody who answers for it. */
async function addressed(world: World, mark: string, notice: Notice): Promise<OutboxItem[]> {
  const [, what, unit = ''] = /^(house|unit|role):(.+)$/.exec(notice.to) ?? []
  const among = what === 'house' ? roleIn('organisation', unit) : what === 'role' ? unit : undefined
  const people = among
    ? (await peopleIn(world, among)).map(({ id }) => id)
    : what === 'unit'
      ? await peopleOfUnit(world, unit)
      : [notice.to]
  return people.map((to) => ({
    ...notice,
    to,
    // Padded: letters of one instant are listed by their ids, and event 10 comes after event 9.
    id: `${mark}:${recipientKey(world, to)}:${notice.channel}`,
  }))
}

/**
 * Hands a matter's outbox over to the notices. Their ids are made of the matter and the event, so doing it twice
 * changes nothing; whoever dies in between leaves the outbox full, and the next touch or sweep goes on.
 */
export async function drain(world: World, matter: Opened, policy: Policy): Promise<Opened> {
  if (matter.outbox.length === 0) return matter
  const batch = matter.outbox.slice(0, SAVE_AT_ONCE)
  const drained = { ...matter, outbox: matter.outbox.slice(batch.length) }
  let creates = batch.map((item) => noticeWrite(world, matter.id, item))
  for (;;) {
    const saved = await world.store.save([...creates, matterWrite(drained, world, policy)])
    if (saved.ok) return drain(world, { ...drained, version: matter.version + 1 }, policy)
    const stale = new Set(saved.stale.map(({ collection, id }) => `${collection}/${id}`))
    if (stale.has(`matters/${matter.id}`)) return matter // Somebody is further on; the outbox is his now.
    creates = creates.filter(({ collection, id }) => !stale.has(`${collection}/${id}`))
  }
}

function noticeWrite(world: World, matter: string, item: OutboxItem): Write {
  const { at, lateBy, to, channel, template, params } = item
  const id = `${matter}:${item.id}`
  const record = { id, at, ...(lateBy && { lateBy }), matter, channel, template, tries: 0 }
  const state = channel === 'app' ? 'delivered' : 'waiting'
  const leaves = channel === 'app' ? {} : { params }
  // What leaves says the same once more: it isn't news beside what lies in the mini-program.
  const seen = channel !== 'app'
  return write(world, { ...record, state, seen, to, text: noticeText(template, params), ...leaves }, 0)
}

export function write(world: World, notice: NoticeRecord, expected: number): Write {
  const { id, matter, at, state, seen, to, text, params, rang, more, ...open } = notice
  const letter = { ...more, to, text, ...(params && { params }), ...(rang && { rang }) }
  const sealed = world.seal.seal({ collection: 'notices', id, field: 'letter' }, letter)
  const keys = { to: recipientKey(world, to), matter, at, state, seen }
  return { collection: 'notices', id, expected, keys, body: JSON.stringify(numbered('notices', { ...open, sealed })) }
}

export function readNotice(world: World, doc: Doc): NoticeRecord {
  const place = { collection: 'notices', id: doc.id, field: 'letter' }
  const unsealed = ({ sealed, ...open }: Body): Body => ({ open, letter: world.seal.unseal(place, String(sealed)) })
  const { open, letter } = upToDate('notices', JSON.parse(doc.body), unsealed) as { open: Body; letter: Body }
  const { to, text, params, rang, ...more } = letter
  const { matter, at, state, seen } = doc.keys
  const record = {
    id: doc.id,
    ...open,
    matter,
    at,
    state,
    seen,
    to,
    text,
    ...(params !== undefined && { params }),
    ...(rang !== undefined && { rang }),
    more,
  }
  return record as NoticeRecord
}

/** Whether it lies in the mini-program, and didn't leave by another way. */
export const isInApp = ({ body }: Doc): boolean => JSON.parse(body).channel === 'app'

/** What all the ways of one notice to one person begin with; whatever is named otherwise begins them with itself. */
export function stemOf(world: World, { id, to, channel }: Pick<NoticeRecord, 'id' | 'to' | 'channel'>): string {
  const end = `:${recipientKey(world, to)}:${channel}`
  return id.endsWith(end) ? id.slice(0, -end.length) : id
}
export const wayId = (world: World, stem: string, to: string, channel: NoticeRecord['channel']): string =>
  `${stem}:${recipientKey(world, to)}:${channel}`

/** People stand in the clear by their id; a telephone number never does. */
export const recipientKey = (world: World, to: string): string =>
  /^[+\d-]{7,}$/.test(to) ? `tel:${world.seal.lookup('lookup', to)}` : to
