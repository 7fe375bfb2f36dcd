import { addDays, type Day, dayOf, type Instant } from '@/domain/time'
import { type Span, spanTexts } from '@/words/supervisor'

const daysBack: Record<Span, number> = { today: 0, week: 6, month: 29, quarter: 89 }
export const spanChips = (Object.keys(spanTexts) as Span[]).map((value) => ({ value, text: spanTexts[value] }))

/** The days that are looked at, today the last of them. */
export function daysOf(span: Span, now: Instant): { from: Day; to: Day } {
  const to = dayOf(now)
  return { from: addDays(to, -daysBack[span]), to }
}
