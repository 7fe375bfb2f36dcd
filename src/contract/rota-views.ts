import type { Repeat } from '@/domain/rota-layers'
import type { Day, Instant } from '@/domain/time'

/** The rota as pages read it. Names stand beside ids; every text is a Chinese sentence. */
export type ShiftView = {
  start: Instant
  end: Instant
  /** A person's id; in a gap whoever answers for it. */
  person: string
  name: string
  gap?: true
  why: string
  languages?: string[]
}
export type SeatView = {
  seat: string
  kind: string
  name: string
  unit?: string
  unitName?: string
  minimum: number
  languages: string[]
  subjects: string[]
  hours?: { from: string; to: string; every?: Repeat }
  shared?: boolean
  head?: string
  layers: {
    layer: string
    people: { person: string; name: string }[]
    every: Repeat
    handover: string
    anchor: Day
    from?: string
    to?: string
    priority: number
  }[]
  /** Whether I may change it. */
  mine: boolean
}
export type ProblemView = {
  code: 'gap' | 'no-mongolian' | 'short-rest' | 'two-seats' | 'need'
  seat?: string
  person?: string
  from: Instant
  until: Instant
  /** 「10 月 22 日 20:00 起空岗 12 小时,热线夜班」 */
  text: string
}
export type OverrideView = {
  /** The same as `override`. */
  id: string
  override: string
  seat: string
  from: Instant
  to: Instant
  kind: 'replace' | 'add' | 'remove'
  in?: { person: string; name: string }
  out?: { person: string; name: string }
  why: string
  by?: string
  at?: Instant
}
export type SwapView = {
  id: string
  seat: string
  seatText: string
  from: Instant
  to: Instant
  person: { person: string; name: string }
  with: { person: string; name: string }
  return?: { from: Instant; to: Instant }
  state: 'asked' | 'agreed' | 'declined'
  askedAt: Instant
  /** It is I who answers. */
  mine: boolean
}
export type RotaBoard = {
  seats: (Omit<SeatView, 'layers'> & { shifts: ShiftView[] })[]
  problems: ProblemView[]
  overrides: OverrideView[]
  swaps: SwapView[]
  absences: { person: string; name: string; from: Instant; to: Instant; kind: 'leave' | 'away'; why?: string }[]
  people: { person: string; name: string; languages: string[]; roles: string[] }[]
  published: Published[]
  fairness: FairnessRow[]
  /** The mean of the weighted hours. */
  average: number
}
export type Preview = { before: ShiftView[]; after: ShiftView[]; problems: ProblemView[] }
export type Published = { from: Day; to: Day; by: string; at: Instant; force?: string; problems: ProblemView[] }
export type FairnessRow = {
  person: string
  name: string
  /** Hours, and hours as they are weighted. */
  hours: number
  weighted: number
  nights: number
  weekends: number
  holidays: number
}
/** A lawyer's own line only; the centre's, everybody's. `gini` 0 is perfectly even. */
export type Fairness = {
  items: FairnessRow[]
  average: number
  gini: number
  weights: { night: number; weekend: number; holiday: number }
}
export type Draft = {
  draft: string
  month: string
  seats: { seat: string; name: string; shifts: ShiftView[] }[]
  problems: ProblemView[]
  fairness: FairnessRow[]
  average: number
  gini: number
  /** How many wishes were met, of how many. */
  wishes: { met: number; all: number }
  madeInMs: number
  published?: boolean
}
export type RehearsalCell = { key: string; text: string; asked: number; inTime: number; share: number }
export type Rehearsal = {
  questions: number
  from: Day
  to: Day
  /** Where there is too little history of the county's own. */
  demonstration: boolean
  share: number
  byTown: RehearsalCell[]
  byHour: RehearsalCell[]
  byLanguage: RehearsalCell[]
  /** The minutes that would have failed, the first hundred. */
  failed: { at: Instant; town: string; language: string; text: string }[]
}
export type HandOverView = {
  handOver: string
  seat: string
  seatText: string
  at: Instant
  by: string
  note: string
  seen?: { by: string; at: Instant }
  /** It waits for me. */
  mine: boolean
}
export type CalendarLink = { url: string }
