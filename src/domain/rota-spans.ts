import type { Span } from '@/domain/rota-types'
import type { Instant } from '@/domain/time'

/** Half-open spans, `[from, until)`, as lists in order. */

/** The part of the span that lies in `[from, to)`; the very span, where all of it does. */
export function clip<T extends Span>(span: T, from: Instant, to: Instant): T | undefined {
  if (from <= span.from && span.until <= to) return span
  const inside = { ...span, from: later(span.from, from), until: earlier(span.until, to) }
  return inside.from < inside.until ? inside : undefined
}

/** In order, with what touches or overlaps joined. */
export function merged(spans: readonly Span[]): Span[] {
  const done: Span[] = []
  for (const { from, until } of [...spans].sort(byFrom)) {
    const last = done.at(-1)
    if (last && from <= last.until) last.until = later(last.until, until)
    else done.push({ from, until })
  }
  return done
}

/** What lies in both; each list is in order and has no overlaps of its own. */
export function overlap(some: readonly Span[], others: readonly Span[]): Span[] {
  const both: Span[] = []
  for (let a = 0, b = 0; ; ) {
    const [one, other] = [some[a], others[b]]
    if (!one || !other) return both
    const span = { from: later(one.from, other.from), until: earlier(one.until, other.until) }
    if (span.from < span.until) both.push(span)
    if (one.until <= other.until) a += 1
    else b += 1
  }
}

/** What of `[from, to)` none of the merged spans covers. */
export function rest(spans: readonly Span[], from: Instant, to: Instant): Span[] {
  const free: Span[] = []
  let since = from
  for (const span of spans) {
    const until = earlier(span.from, to)
    if (since < until) free.push({ from: since, until })
    since = later(since, span.until)
    if (since >= to) break
  }
  if (since < to) free.push({ from: since, until: to })
  return free
}

export const byFrom = (a: { from: Instant }, b: { from: Instant }): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : 0
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
