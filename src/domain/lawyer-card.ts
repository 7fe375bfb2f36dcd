import type { Day, Instant } from './time'

export const licences = ['practising', 'legal-aid', 'government', 'grassroots', 'notary', 'volunteer'] as const
export type Licence = (typeof licences)[number]
export const subjects = [
  'labour',
  'family',
  'land',
  'debt',
  'injury',
  'criminal',
  'minors',
  'administrative',
  'other',
] as const
export type Subject = (typeof subjects)[number]

/**
 * A lawyer as matching sees him, and the guard of his capacity: it is written in the same save as every
 * assignment and release, so two grants can never share his last free place.
 */
export type LawyerCard = {
  person: string
  name: string
  org: string
  orgName: string
  phone?: string
  languages: string[]
  licence: Licence
  since: Day
  subjects: Subject[]
  capacity: number
  towns: string[]
  /** Villages and towns whose legal adviser he is. */
  advises: string[]
  inService: boolean
  /** Ids of the matters he holds; their number is his load. */
  matters: string[]
  /** Ids of the questions he has taken and not yet answered or handed on. */
  questions?: string[]
  lastOfferAt?: Instant
}

export const hasRoom = (card: LawyerCard): boolean => card.inService && card.matters.length < card.capacity
