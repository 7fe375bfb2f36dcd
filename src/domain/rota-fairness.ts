import type { Calendar } from './calendar'
import type { Policy } from './policy'
import type { Rota, Span } from './rota-types'
import type { Instant } from './time'

/** Minutes, minutes as weighted, and how many nights, weekend days and holidays he stood on. */
export type LedgerRow = {
  person: string
  minutes: number
  weighted: number
  nights: number
  weekends: number
  holidays: number
}
/** `mean` of the weighted minutes; `gini` 0 is perfectly even. */
export type Ledger = { rows: LedgerRow[]; mean: number; gini: number }

/** The ledger of the span; everybody named in `people` has a line, also who never stood. */
export function fairness(
  _rota: Rota,
  _from: Instant,
  _to: Instant,
  _people: readonly string[],
  _given: { calendar: Calendar; policy: Policy },
): Ledger {
  return { rows: [], mean: 0, gini: 0 }
}

/** The same for any stretches of duty, such as a draft's. */
export function ledgerOf(
  _duties: readonly ({ person: string } & Span)[],
  _people: readonly string[],
  _given: { calendar: Calendar; policy: Policy },
): Ledger {
  return { rows: [], mean: 0, gini: 0 }
}
