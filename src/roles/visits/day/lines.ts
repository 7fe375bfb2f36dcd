import type { MatterRow, MyDay } from '@/contract/views'
import type { Instant } from '@/domain/time'
import type { VisitWay } from '@/domain/visit-types'

/** A day's hours as lines: each visit its own, free hours that follow each other in one. */

type Hour = MyDay['days'][number]['hours'][number]
type Span = { start: Instant; end: Instant; kind: VisitWay }
export type Line =
  | (Span & { row: MatterRow; left: number })
  /** So many hours one after the other. */
  | (Span & { free: number })
  /** Somebody is filling in the form, or it is kept for a visit at home. */
  | (Span & { taken: true })

/** Free hours that have begun are left out. */
export function linesOf(hours: readonly Hour[], now: Instant): Line[] {
  const lines: Line[] = []
  for (const { start, end, kind, left, visits } of hours) {
    const span = { start, end, kind }
    for (const row of visits) lines.push({ ...span, row, left })
    if (visits.length > 0 || end <= now) continue
    const last = lines.at(-1)
    if (left === 0) lines.push({ ...span, taken: true })
    else if (start < now) continue
    else if (last && 'free' in last && last.kind === kind && last.end === start)
      lines[lines.length - 1] = { ...last, end, free: last.free + 1 }
    else lines.push({ ...span, free: 1 })
  }
  return lines
}
