import { addDays, dayOf, type Instant } from '@/domain/time'

/** Whole months, the last of them first chosen. */
export type SpanLength = 'month' | 'quarter' | 'year'
const months: Record<SpanLength, number> = { month: 1, quarter: 3, year: 12 }

/** `2026-10` of the product's time. */
export const monthOf = (now: Instant): string => dayOf(now).slice(0, 7)
const before = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7)
const after = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7)
const times = (n: number, month: string, step: (month: string) => string): string =>
  n === 0 ? month : times(n - 1, step(month), step)

/** `steps` spans further on, or back. */
export const moved = (month: string, span: SpanLength, steps: -1 | 1): string =>
  times(months[span], month, steps < 0 ? before : after)
export const notAfter = (month: string, present: string): string => [month, present].sort()[0] ?? present
export const spanTo = (to: string, span: SpanLength): { from: string; to: string } => ({
  from: times(months[span] - 1, to, before),
  to,
})
