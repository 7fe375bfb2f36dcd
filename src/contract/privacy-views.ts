import type { ConsentNow } from '@/domain/consent'
import type { Day, Instant } from '@/domain/time'

export type { ConsentNow } from '@/domain/consent'

/** What a person is answered about her own data. Every text in here is already a Chinese sentence. */

/** One kind of data that is held: of what, what for, how long, where it came from. */
export type Holding = { what: string; items: string[]; purpose: string; kept: string; from: string }
export type Profile = { name?: string; phone?: string; birth?: Day; language?: 'zh' | 'mn' }
export type MyProfile = {
  id: string
  profile: Profile
  /** As the bureau entered her; a resident who came by WeChat has none. */
  account?: { name: string; phone?: string; roles: string[] }
  holdings: Holding[]
  /** The children she answers for here. */
  wards: { id: string; name: string; relation: string }[]
  /** Who answers for this account, where it is a child's. */
  guardian?: { name: string; relation: string; since: Instant }
}
export type ConsentView = ConsentNow & {
  title: string
  /** 做什么用 · 存多久 · 不同意会怎样. */
  purpose: string
  kept: string
  refused: string
}
export type ConsentsView = {
  items: ConsentView[]
  log: { at: Instant; title: string; yes: boolean; version: string; wayText: string }[]
}
/** Somebody who opened a matter of hers, or was given her number. */
export type AccessRow = {
  at: Instant
  matter: string
  title: string
  what: 'read' | 'number'
  whatText: string
  by: string
  roleText: string
  /** Why a matter that is only kept was opened. */
  why?: string
}
/** A file for her alone; `url` works until `expiresAt`. */
export type ExportFile = { fileId: string; name: string; type: string; size: number; url: string; expiresAt: Instant }
export type RequestState = 'working' | 'asked' | 'done' | 'refused'
export type RequestView = {
  id: string
  what: 'erase' | 'correct' | 'close'
  whatText: string
  at: Instant
  state: RequestState
  stateText: string
  /** What it asks for, in her words. */
  text?: string
  matter?: string
  /** Who answers it. */
  to?: string
  answer?: { at: Instant; by: string; text: string }
  /** What became of each thing, and why it isn't gone where it isn't. */
  items: { matter?: string; title: string; outcome: Outcome; text: string }[]
}
export type Outcome = 'erased' | 'restricted' | 'open' | 'handed-over'
export type RequestRow = RequestView & { title: string; person: string }
