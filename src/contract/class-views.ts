import type { ClassKind, FestivalRule, Occurrence, Rhythm } from '@/domain/classes'
import type { Day, Instant } from '@/domain/time'

/** Where it is held: somewhere to go to, a link to open, a WeChat Channels account to watch. */
export type ClassWhere = { place?: string; link?: string; channels?: string }

/** One class on one day, as it stands in the programme. `date` is its name, `day` when it is really held. */
export type ClassRow = Occurrence & {
  id: string
  kind: ClassKind
  title: string
  host: string
  place?: string
  /** I asked to be reminded of it. */
  reminded?: boolean
}

export type ClassView = {
  id: string
  version: number
  kind: ClassKind
  title: string
  about?: string
  host: string
  audience?: string
  where: ClassWhere
  rhythm: Rhythm
  first: Day
  last?: Day
  start: string
  minutes: number
  festival: FestivalRule
  /** The one that was asked for, else the next one; absent where none is left. */
  on?: Occurrence
  next: Occurrence[]
  reminded: boolean
  /** How many asked something of it beforehand. */
  questions: number
  /** Whether I may change it and read what is asked. */
  mine: boolean
  savedBy: string
  savedAt: Instant
}

export const questionMarks = ['open', 'answered', 'merged'] as const
export type QuestionMark = (typeof questionMarks)[number]
/** `name`: only where she gave it. */
export type ClassQuestion = { id: string; at: Instant; text: string; name?: string; mark: QuestionMark }
