import type { Instant } from '@/domain/time'

/** What the pipeline needs from the world. Adapters live in embedded/ and cloudbase/; nobody but a door picks one. */

/** A flat key: never null, never undefined, so that every index orders every document. */
export type Scalar = string | number | boolean
export type Keys = Record<string, Scalar | string[]>

/** One document as it lies in a store: `version` starts at 1 and grows by 1 a write; `body` is one JSON text. */
export type Doc = { id: string; version: number; keys: Keys; body: string }

/** A conditional write. `expected` is the version that was read; 0 means "must not exist yet". */
export type Write = { collection: string; id: string; expected: number; keys: Keys; body: string }

/**
 * A read by a declared index: equality on the leading keys, at most one range on the next key, ordered by the
 * index's remaining keys and then by id. An undeclared index, a missing leading key or a limit over 100 throws.
 */
export type Query = {
  index: string
  where: Record<string, Scalar>
  /** On the first key of the index that `where` does not fix. `from` is inclusive, `before` exclusive. */
  range?: { from?: Scalar; before?: Scalar }
  order?: 'ascending' | 'descending'
  limit: number
  /** The `next` of an earlier page. */
  after?: string
}
export type Page = { docs: Doc[]; next?: string }

/**
 * Nothing of this call is known to be stored, and its adapter has tried long enough: overloaded, or somebody keeps
 * writing the same documents. The same request sent again is safe.
 */
export class StoreBusy extends Error {
  override name = 'StoreBusy'
}

export type Saved = { ok: true } | { ok: false; stale: { collection: string; id: string }[] }

export type Store = {
  get(collection: string, id: string): Promise<Doc | undefined>
  /** Up to 50 ids; the ones that exist, in the order asked. */
  getMany(collection: string, ids: string[]): Promise<Doc[]>
  list(collection: string, query: Query): Promise<Page>
  /** 1 to 20 writes, all or none; a write whose expected version is not the stored one refuses the whole. */
  save(writes: Write[]): Promise<Saved>
  close(): Promise<void>
}

/** The two times there are. */
export type Clockwork = {
  /** The product's clock. */
  now(): Instant
  /** Wall time in ms, for sessions and throttles, whatever the product's clock says. */
  wall(): number
}

/** Who knocks: given by the platform or by a signed session, never by the request's own fields. */
export type Identity = {
  person: string
  session: string
  /** By which kind of account she is known; a demonstration's session has none. */
  account?: 'wechat' | 'login'
  /** Where the platform itself names the WeChat account: kept, sealed, only by her who wants letters there. Never logged. */
  openid?: string
}

/** Bytes of evidence: `incoming:f_…` as a phone sent it, `f_…` looked at and cleaned. What is missing reads as undefined. */
export type Files = {
  /** Put again, it is replaced whole or not at all. */
  put(id: string, bytes: Uint8Array, type: string): Promise<void>
  get(id: string): Promise<Uint8Array | undefined>
  /** What isn't there is already gone. */
  remove(id: string): Promise<void>
  /** How many bytes lie there, asked before they are fetched. */
  size(id: string): Promise<number | undefined>
  /** Where a phone sends it without going through an action, if this storage takes it from phones. */
  sendTo?(id: string): string
  /** An address that opens it for so many seconds, where the storage signs its own; the server signs for the others. */
  link?(id: string, seconds: number): Promise<string | undefined>
}

/** A letter on its way to a phone: `to` is a number for SMS and voice, a person's id for WeChat. */
export type Letter = {
  channel: 'sms' | 'wechat' | 'voice'
  to: string
  template: string
  text: string
  /** In words: what the variables of a registered template are filled with. */
  params: Record<string, string>
  /** What it tells of: the page that opens. */
  matter: string
  /** The WeChat account of `to`, where one is kept. */
  openid(): Promise<string | undefined>
}

/**
 * `failed` is worth another try, `refused` is not, nor `unwilling`: she told WeChat that she wants none. `no-such-channel`
 * and `no-template`: it never left, since this county has no such channel, or has registered no such template with it.
 */
export type Sent = 'sent' | 'delivered' | 'failed' | 'refused' | 'unwilling' | 'no-such-channel' | 'no-template'
/** `serial`: what the provider calls this letter when it tells later what became of it. */
export type Handed = { said: Sent; serial?: string }
/** What a provider tells of a letter it took: whether it reached the telephone. */
export type Receipt = { number: string; serial: string; arrived: boolean; code: string }
export type Line = 'up' | 'down' | 'off'

/** The way out to phones: whoever carries SMS and subscription messages. */
export type Notifier = {
  send(letter: Letter): Promise<Sent | Handed>
  /** What has been told since the last time, where it is fetched and not brought; what was fetched isn't told again. */
  receipts?(): Promise<Receipt[]>
  /** A demonstration's only: what is sent from now on arrives, fails, or has no channel. */
  pretend?(channel: Letter['channel'], line: Line): void
}

/** One line of JSON for the log; personal data never goes in. */
export type Log = (line: Record<string, string | number | boolean | undefined>) => void
