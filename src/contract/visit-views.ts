import type { Instant } from '@/domain/time'
import type { VisitNeed, VisitWay } from '@/domain/visit-types'
import type { MatterRow } from './views'

/** What visits answer with. Every part of a detail may be missing: a reader gets what is his. */

export type SlotView = {
  slot: string
  kind: VisitWay
  start: Instant
  end: Instant
  /** 「10月9日(周五)9:00–9:30」. */
  text: string
  person?: { id: string; name: string; org?: string; languages: string[] }
  place: { code: string; text: string }
  left: number
  /** Whoever comes is nearby on that day anyway. */
  sameTrip?: true
  /** The year's notice isn't out: it may turn out a day off. */
  provisional?: true
}

export type Slots = {
  items: SlotView[]
  /** There are more from here on: ask again with this as `from`. */
  upTo?: Instant
  /** Who finds an hour where none is free: a named person, and when at the latest. */
  otherwise?: { name: string; phone?: string; text: string }
}

export type VisitDetail = {
  kind?: VisitWay
  kindText?: string
  slot?: string
  start?: Instant
  end?: Instant
  /** 「10月9日(周五)9:00–9:30」. */
  hourText?: string
  venue?: { code: string; text: string }
  host?: { id: string; name: string; org?: string; phone?: string }
  heldUntil?: Instant
  need?: { code: VisitNeed; text: string }
  minor?: boolean
  visitor?: { name?: string; phone?: string }
  text?: string
  address?: string
  companion?: { name: string; phone?: string; relation?: string }
  language?: string
  topic?: string
  topicText?: string
  forwardedBy?: string
  source?: { code: string; text: string }
  /** What happens next, by whom: 「周五 9:00 到额勒顺司法所见李律师」. */
  nextText?: string
  /** Four digits that she shows when they meet; only to her, and to whoever entered it for her. */
  checkIn?: string
  willCome?: { person?: Instant; staff?: Instant }
  /** She is asked to give up her hour for somebody who can't come. */
  asked?: { hour: { slot: string; start: Instant; end: Instant; text: string }; until: Instant; text: string }
  setOutAt?: Instant
  arrived?: { at: Instant; checked: boolean }
  weather?: { since: Instant; until?: Instant; photos: string[] }
  finished?: { at: Instant; note?: string; next?: string }
  missed?: { at: Instant; who: 'person' | 'staff'; text: string }
  cancelled?: { at: Instant; by: 'person' | 'staff' | 'time'; why?: string }
  rated?: { stars: number; text?: string }
  notes?: { at: Instant; by: string; text: string }[]
}

export type PlanView = {
  person: { id: string; name: string }
  plans: {
    id: string
    kind: VisitWay
    weekdays: number[]
    from: string
    to: string
    minutes: number
    capacity: number
    place?: { code: string; text: string }
    since?: string
    until?: string
    text: string
  }[]
  openings: {
    id: string
    kind: VisitWay
    from: Instant
    to: Instant
    minutes: number
    capacity: number
    text: string
  }[]
  closings: { id: string; from: Instant; to: Instant; why: string; text: string }[]
  /** Booked hours that now lie in a closing or outside the plan: somebody must move them. */
  orphans: MatterRow[]
}

export type MyDay = {
  person: { id: string; name: string }
  days: {
    day: string
    /** 「休息日」「调休上班」「请假」 where it is one. */
    note?: string
    hours: {
      start: Instant
      end: Instant
      kind: VisitWay
      left: number
      slot?: string
      visits: MatterRow[]
    }[]
  }[]
}

export type CalendarFile = { name: string; text: string; title: string; start: Instant; end: Instant; place: string }
