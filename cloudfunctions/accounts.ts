import { randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '@/domain/decider'
import { findPerson } from './circumstances'
import type { Doc, Write } from './ports'
import { type PersonRecord, personId } from './records'
import { crockford13, normaliseCode, type Sealer } from './seal'
import type { World } from './world'

/**
 * Which account speaks for which person of the county. A member of staff gets an invite code from an administrator
 * and binds an account with it: her WeChat, or a login with a second factor. Whoever binds none is a resident.
 */

/** A WeChat account as the product knows it: a keyed hash, so that no document shows whose it is. */
export const wechatAccount = (seal: Sealer, openid: string): string => seal.lookup('lookup', `openid ${openid}`)

/** A code that was handed to somebody: stored by its hash only; `by` is the account that used it. */
export type Invite = { person: string; until: number; usedAt?: number; by?: string }

/**
 * What a person is bound to, one document each: every save that binds something writes it, so two at once have one
 * winner. `invite` is the only code that counts; a session of a login ends when `epoch` has grown.
 */
export type Held = { wechat?: string; login?: string; invite?: string; epoch: number }

const DAY_MS = 24 * 60 * 60_000
export const INVITE_DAYS = 7

const inviteId = (world: World, code: string) => `invite:${world.seal.lookup('lookup', `invite ${code}`)}`
const heldId = (person: string) => `person:${person}`

export const accountWrite = (id: string, person: string, body: unknown, expected: number): Write => ({
  collection: 'accounts',
  id,
  expected,
  keys: { person },
  body: JSON.stringify(body),
})

export type Versioned<T> = { record: T; version: number }
const read = <T>(doc: Doc): Versioned<T> => ({ record: JSON.parse(doc.body) as T, version: doc.version })

export async function heldBy(world: World, person: string): Promise<Versioned<Held>> {
  const doc = await world.store.get('accounts', heldId(person))
  return doc ? read<Held>(doc) : { record: { epoch: 0 }, version: 0 }
}
export const heldWrite = (person: string, record: Held, expected: number): Write =>
  accountWrite(heldId(person), person, record, expected)

const TRIES = 8

/** A new code of 13 characters for a person of the county; one handed out before no longer counts. */
export async function invite(
  world: World,
  person: string,
): Promise<{ code: string; person: PersonRecord; until: number } | Refusal> {
  const record = await findPerson(world, person)
  if (!record) return refuse('person.not-found')
  const code = crockford13(randomBytes(9))
  const id = inviteId(world, code)
  const until = world.clock.wall() + INVITE_DAYS * DAY_MS
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const held = await heldBy(world, person)
    const made = accountWrite(id, person, { person, until } satisfies Invite, 0)
    const saved = await world.store.save([made, heldWrite(person, { ...held.record, invite: id }, held.version)])
    if (saved.ok) return { code, person: record, until }
  }
  return refuse('matter.busy')
}

/** An invite as it was found: what the save that uses it has to write. `again`: this account used it before. */
export type OpenInvite = { person: string; again: boolean; held: Versioned<Held>; used: Write }

/** The invite behind a code as somebody typed it, for this account; a refusal says what is wrong with it. */
export async function openInvite(world: World, typed: string, by: string): Promise<OpenInvite | Refusal> {
  const code = normaliseCode(typed)
  const doc = code && (await world.store.get('accounts', inviteId(world, code)))
  if (!doc) return refuse('invite.unknown')
  const { record, version } = read<Invite>(doc)
  const { person, until, usedAt } = record
  const now = world.clock.wall()
  if (usedAt !== undefined && record.by !== by) return refuse('invite.used')
  const held = await heldBy(world, person)
  const used = accountWrite(doc.id, person, { ...record, usedAt: now, by } satisfies Invite, version)
  if (usedAt !== undefined) return { person, again: true, held, used }
  if (until <= now) return refuse('invite.expired')
  if (held.record.invite !== doc.id) return refuse('invite.replaced')
  return (await findPerson(world, person)) ? { person, again: false, held, used } : refuse('invite.unknown')
}

/** What she is bound to after an invite was used up for it. */
export const bound = ({ invite: _used, ...held }: Held, change: Partial<Held>): Held => ({ ...held, ...change })

/** Ends whatever an account of hers may do: her WeChat is a resident's again, her login and its sessions are closed. */
export async function closeAccounts(world: World, person: string): Promise<{ closed: number } | Refusal> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { record, version } = await heldBy(world, person)
    const { wechat, login, invite, epoch } = record
    if (!wechat && !login && !invite) return { closed: 0 }
    const freed = wechat ? await aliasWrite(world, wechat, '') : []
    const saved = await world.store.save([heldWrite(person, { epoch: epoch + 1 }, version), ...freed])
    if (saved.ok) return { closed: [wechat, login].filter(Boolean).length }
  }
  return refuse('matter.busy')
}

type Alias = { sameAs: string }

/** Whom a WeChat account speaks for; nothing where the document is a person's own. */
export function aliasOf(doc: Doc | undefined): string | undefined {
  const { sameAs } = doc ? (JSON.parse(doc.body) as Partial<Alias>) : {}
  return sameAs || undefined
}

/** An account that nobody is bound to stays as an empty alias: documents are never deleted. */
export async function aliasWrite(world: World, account: string, sameAs: string): Promise<Write[]> {
  const doc = await world.store.get('people', personId(account))
  if (!doc && !sameAs) return []
  return [aliasFor(account, sameAs, doc?.version ?? 0)]
}
export const aliasFor = (account: string, sameAs: string, expected: number): Write => ({
  collection: 'people',
  id: personId(account),
  expected,
  keys: { role: [], name: '' },
  body: JSON.stringify({ sameAs } satisfies Alias),
})

/** Whether this account's own application is under way: as staff she would no longer see it, and could decide it herself. */
async function appliesHerself(world: World, account: string): Promise<boolean> {
  const where = { desk: `applicant:${account}`, open: true }
  return (await world.store.list('matters', { index: 'byDesk', where, limit: 1 })).docs.length > 0
}

/**
 * Binds a WeChat account to the person of an invite, in one save: the code is used up, a phone she had before is
 * freed, and so is whoever this account spoke for. Answers the person's id; the same again answers the same.
 */
export async function bindWechat(world: World, account: string, typed: string): Promise<string | Refusal> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const open = await openInvite(world, typed, account)
    if ('refused' in open) return open
    const { person, held, used } = open
    if (open.again) return person
    const own = await world.store.get('people', personId(account))
    if (own && !('sameAs' in JSON.parse(own.body))) return refuse('invite.known-account')
    const before = aliasOf(own)
    if (!before && (await appliesHerself(world, account))) return refuse('invite.own-matter')
    const { wechat: lost } = held.record
    const other = before && before !== person ? await heldBy(world, before) : undefined
    const saved = await world.store.save([
      used,
      heldWrite(person, bound(held.record, { wechat: account }), held.version),
      aliasFor(account, person, own?.version ?? 0),
      ...(lost && lost !== account ? await aliasWrite(world, lost, '') : []),
      ...(before && other ? [heldWrite(before, { ...other.record, wechat: undefined }, other.version)] : []),
    ])
    if (saved.ok) return person
  }
  return refuse('matter.busy')
}
