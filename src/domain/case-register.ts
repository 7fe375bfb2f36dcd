import type { Instant } from './time'

/** The register of numbers: each of a series and year in its order, and what is wrong with any of them. */

export type NumberFound = {
  n: number
  text?: string
  matter?: string
  at?: Instant
  cancelled?: { at: Instant; by?: string; why?: string }
}

/**
 * `gap`: nothing is known of it, though a later one was given. `beyond`: it was given, though the counter stands before
 * it, so that it could be given twice. `unheld`: the matter that it was given to doesn't hold it.
 */
export type NumberState = 'given' | 'cancelled' | 'gap' | 'beyond' | 'unheld'
export type RegisterRow = NumberFound & { state: NumberState }
export type RegisterSum = { last: number; given: number; cancelled: number; gaps: number[]; wrong: number[] }

/** `holds`: whether the matter holds it; undefined where that wasn't looked at. `last`: where the counter stands. */
export function registerOf(
  found: readonly NumberFound[],
  last: number,
  holds: (found: NumberFound) => boolean | undefined,
): RegisterRow[] {
  const known = new Map(found.map((each) => [each.n, each]))
  const upTo = Math.max(last, 0, ...found.map(({ n }) => n))
  return Array.from({ length: upTo }, (_, at): RegisterRow => {
    const each = known.get(at + 1)
    if (each?.matter === undefined) return { n: at + 1, state: 'gap' }
    if (each.n > last) return { ...each, state: 'beyond' }
    if (holds(each) === false) return { ...each, state: 'unheld' }
    return { ...each, state: each.cancelled ? 'cancelled' : 'given' }
  })
}

export const registerSum = (rows: readonly RegisterRow[]): RegisterSum => {
  const of = (...states: NumberState[]) => rows.filter(({ state }) => states.includes(state))
  return {
    last: rows.length,
    given: of('given').length,
    cancelled: of('cancelled').length,
    gaps: of('gap').map(({ n }) => n),
    wrong: of('beyond', 'unheld').map(({ n }) => n),
  }
}
