import type {
  Anonymity,
  ClosedHow,
  DeclineReason,
  GrievanceType,
  Handling,
  Level,
  ResultType,
  SuspensionGround,
} from '@/domain/grievance-types'
import type { PaperState, Rung } from '@/domain/ladder-types'
import type { Day, Duration, Instant } from '@/domain/time'
import type { Place } from './views'

/** What a grievance answers with beyond what every matter has. Every part may be missing: a reader gets what is his. */
export type GrievanceDetail = {
  spot?: string
  pin?: { lng: number; lat: number }
  /** What a unit is told instead of her words. */
  brief?: string
  photos?: string[]
  reporter?: { name?: string; phone?: string; hours?: { from: string; to: string } }
  anonymity?: Anonymity
  anonymityText?: string
  against?: { code: string; name: string }
  type?: GrievanceType
  typeText?: string
  handling?: Handling
  handlingText?: string
  item?: { code: string; name: string }
  generation?: number
  /** Since she pressed send, whatever was reopened since. */
  sentAt?: Instant
  publicSafety?: true
  exOfficio?: true
  upper?: { no?: string; dueAt?: Instant; answered?: { at: Instant; by: string; text: string } }
  accepted?: { at: Instant; by: string }
  /** What is asked of her. */
  owes?: { at: Instant; by: string; items: string[]; done?: Instant }
  declined?: {
    at: Instant
    by: string
    reason: DeclineReason
    reasonText: string
    channel: string
    person?: string
    phone?: string
  }
  handedOver?: { at: Instant; by: string; to: string; record?: string }
  hop?: HopView
  /** Where it lay before. */
  hops?: HopView[]
  with?: {
    code: string
    name: string
    person: string
    phone?: string
    answered?: { at: Instant; by: string; text?: string }
  }[]
  dispatchWhy?: string
  returns?: { at: Instant; by: string; unit: string; why: string; basis: string; ruling?: string }[]
  /** The main unit may not return it any more. */
  forced?: true
  extension?: { askedAt: Instant; by: string; until: Instant; why: string; ok?: boolean; ruledBy?: string }
  suspension?: { ground: SuspensionGround; groundText: string; from: Instant; until: Instant; note?: string }
  response?: { at: Instant; by: string; text: string }
  /** What she was told after the first answer, oldest first. */
  further?: { at: Instant; by: string; text: string }[]
  outcome?: {
    at: Instant
    by: string
    result: ResultType
    resultText: string
    text: string
    photos: string[]
    mediation?: { parties: string[]; mediators: string[]; place?: string; record: string; agreement: string }
    checked?: { at: Instant; by: string }
    /** Until when both sides of a mediation agreement may have the court confirm it. */
    confirmBy?: Instant
  }
  /** Why the last result was given back. */
  checkFailed?: string
  closedHow?: ClosedHow
  calls?: { at: Instant; by: string; reached: boolean; note?: string }[]
  /** The earliest hour at which another try counts. */
  nextCallFrom?: Instant
  satisfied?: boolean
  contacted?: { at: Instant; by: string; note?: string }
  putRight?: { at: Instant; by: string; text: string }
  objection?: { at: Instant; why: string; ruled?: { at: Instant; by: string; reopen: boolean; why: string } }
  follows?: string
  /** Reports that follow this one; for the command seat only. */
  followers?: number
  notices?: PaperView[]
}

export type HopView = {
  unit: { code: string; name: string; level: Level }
  person: string
  phone?: string
  at: Instant
  how: string
  howText: string
  /** Its own share of the time. */
  until?: Instant
  untilText?: string
  signed?: { at: Instant; by: string }
  leftAt?: Instant
}

/** 三单一函, as it is shown and printed. */
export type PaperView = {
  id: string
  matter: string
  rung: Rung
  /** 「提醒单〔2026〕12号」; a draft has none yet. */
  no?: string
  title: string
  state: PaperState
  stateText: string
  clock: string
  clockTitle: string
  generation: number
  /** When the rung was reached, when the paper was made. */
  dueAt: Instant
  at: Instant
  lateBy?: Duration
  unit: { code: string; name: string }
  to: string
  copy?: string
  /** What it says, paragraph by paragraph. */
  text: string[]
  signs: { at: Instant; by: string }[]
  signsNeeded: number
  issuedAt?: Instant
  until?: Instant
  received?: { at: Instant; by: string }
  reply?: { at: Instant; by: string; text: string }
  cancelled?: { at: Instant; by?: string; why: string }
  /** What this reader may do with it. */
  can: string[]
}

/** Somebody reported something like it; nothing of whoever did is told. */
export type Similar = {
  id: string
  at: Instant
  place: Place
  title: string
  stageText: string
  /** 「说的话很像」「同一张照片」. */
  why: string
}

export type DispatchAdvice = {
  /** Best first. */
  units: {
    code: string
    name: string
    level: Level
    item?: { code: string; name: string }
    with: { code: string; name: string }[]
    handling?: Handling
    /** Sentences: for it and against it. */
    reasons: { good: boolean; text: string }[]
  }[]
  /** What may be the same thing, for the dispatcher to compare. */
  similar: Similar[]
  catalogueVersion: number
}

export type CatalogueItem = {
  code: string
  name: string
  topic: string
  unit: string
  unitName?: string
  places: string[]
  with: string[]
  /** In the order of `with`. */
  withNames?: string[]
  handling?: Handling
  keywords: string[]
  basis?: string
}
/** Version 0 is what the product ships with: nobody has confirmed it yet. */
export type Catalogue = {
  version: number
  savedAt?: Instant
  savedBy?: string
  why?: string
  confirmed: boolean
  items: CatalogueItem[]
}

export type KnowledgeRow = {
  id: string
  topic: string
  topicText: string
  question: string
  /** Somebody has to look at it again. */
  due: boolean
  /** Due, or not confirmed by the bureau: never shown as certain. */
  unsure?: true
}
export type Knowledge = KnowledgeRow & {
  version: number
  answer: string
  keywords: string[]
  reviewAt: Day
  source?: string
  forStaff: boolean
  savedBy: string
  savedAt: Instant
}

/** A file made on the spot; `base64` is under 100 KB. */
export type SheetFile = { name: string; type: string; base64: string }

/** One number of a bulletin with what it is a share of; `hidden`: fewer than the policy shows. */
export type BulletinNumber = { n: number; of: number; hidden?: true }
export type BulletinRow = {
  unit: { code: string; name: string; level: string }
  /** By the name under which `figures.bulletinMatters` opens its matters. */
  numbers: Record<string, BulletinNumber>
  /** Its place among units of its level; never by how few came. */
  rank?: number
}
export type Bulletin = {
  month: string
  madeAt: Instant
  /** The names of `numbers`, in the order they are shown, with their sentences. */
  columns: {
    what: string
    title: string
    note?: string /** Shown as a part of `of`; `.rest` opens the others. */
    share?: true
  }[]
  /** Counts below it are hidden, and units with fewer results aren't ranked. */
  few?: number
  /** From here on everything was counted; only where there is more than is read at once. */
  countedFrom?: Day
  rows: BulletinRow[]
  total: Record<string, BulletinNumber>
}

export type GamingRow = {
  what: 'bulk-at-the-end' | 'ping-pong' | 'pause-without-evidence' | 'late-reclassify' | 'own-rating' | 'copied-answer'
  text: string
  unit?: { code: string; name: string }
  person?: string
  at: Instant
  matters: { id: string; title: string; events: { at: Instant; text: string }[] }[]
}

export type Cluster = {
  village: Place
  what: string
  whatText: string
  count: number
  from: Day
  to: Day
  /** 「30 天里有 4 件……,建议去村里办一次调解日」. */
  advice: string
  /** The thirty days before, and those after the last mediation day there. */
  before: number
  after?: { since: Day; count: number }
  matters: string[]
}
