import type { Instant } from '@/domain/time'

/** How a notice stands with the ways that leave the app: 「短信已送达」, since when. */
export type WayView = {
  text: string
  at: Instant
  /** It waits for somebody to ring. */
  toRing?: true
}

export type NoticeRow = { id: string; at: Instant; text: string; matter?: string; seen: boolean; way?: WayView }

/** What was told of a matter to her, her helper or her kin; `whom` is that in words. */
export type ToldRow = { at: Instant; text: string; whom: string; way: WayView }

/** Somebody who is to be rung, with everything that she is to be told of one matter. */
export type CallRow = {
  /** Of the oldest of what she is to be told. */
  id: string
  matter: string
  title: string
  place: string
  whom: string
  /** Why nothing else reached her, in words. */
  why: string
  since: Instant
  texts: string[]
  /** Not before then: her quiet hours. */
  notBefore?: Instant
  tries: { at: Instant; by: string; note?: string }[]
  /** She has been tried so often that whoever is responsible was told. */
  told?: string
  language?: 'mn'
}
