import type { Day, Duration } from './time'

export type LimitUnit = 'same-day' | 'until' | 'minutes' | 'hours' | 'natural-days' | 'working-days'

/** What may stop time: papers owed, an answer owed by the reporter, somebody else's work, and so on. */
export type PauseGround =
  | 'papers'
  | 'reporter'
  | 'third-party'
  | 'court-stay'
  | 'weather'
  | 'public-notice'
  | 'as-source-says'

/**
 * When a colour begins: after a share of the running time, or on the first day after which so many working days (or
 * fewer) remain, the due day counted: 0 is the due day itself. `longerThan`: only if the limit has more days than this.
 */
export type Threshold = { elapsedPercent: number } | { workingDaysLeft: number; longerThan?: number }

/** Hours of the day in which minutes and hours count; `to` at or before `from` runs into the next day. */
export type Hours = { from: string; to: string; workingDaysOnly?: boolean }

/** What counting and colouring need. A running clock keeps its own copy: changing a policy never touches it. */
export type Counting = {
  unit: LimitUnit
  /** null: the policy, or the item, says how many. */
  count?: number | null
  /** `HH:mm` of the next natural day. */
  until?: string
  pauses: 'never' | PauseGround
  /** Further grounds, where a row knows more than one. */
  alsoPauses?: PauseGround[]
  /** Grounds that need a document. */
  evidence?: PauseGround[]
  /** The longest a pause on this ground may last. */
  longestPause?: Partial<Record<PauseGround, Duration>>
  /** The clock then ends at 24:00 of the day the pause ends, or at `until` of the day after. */
  afterPause?: 'end-of-day' | 'until'
  /** Whose hours count. Without `hours` every hour does: strict, never lenient. */
  within?: 'duty-hours' | 'reachable-hours'
  /** Those hours, put in by whoever starts the clock. */
  hours?: Hours
  stopsOnTransfer?: boolean
  ladder: boolean
  yellow: Threshold | null
  red: Threshold
}

/** A row of src/data/limits.json. */
export type Limit = Counting & {
  code: string
  starts: string
  stops: string[]
  since: Day
  source: string
  certainty: 'verified' | 'account' | 'policy' | 'memory'
  /** What a person still has to confirm before this row governs a decision. */
  toConfirm?: string
}

/** The row in force on that day: rows are appended, never edited. Throws if there is none: no promise, no clock. */
export function limitOn(rows: readonly Limit[], code: string, day: Day): Limit {
  const inForce = rows.filter((row) => row.code === code && row.since <= day)
  const latest = inForce.reduce<Limit | undefined>((a, b) => (a && a.since > b.since ? a : b), undefined)
  if (!latest) throw new Error(`no limit ${code} in force on ${day}`)
  return latest
}

export function countingOf(limit: Limit): Counting {
  const { code, starts, stops, since, source, certainty, toConfirm, ...counting } = limit
  return counting
}

export function mayPause(limit: Counting, ground: PauseGround): boolean {
  return limit.pauses === ground || (limit.alsoPauses ?? []).includes(ground)
}

export const countsDays = ({ unit }: Counting): boolean => unit === 'natural-days' || unit === 'working-days'
