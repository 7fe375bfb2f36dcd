import type { Employment } from './aid-turn-types'
import { type Day, yearsAfter } from './time'

/** A row of data/limitations.json: within what time a claim of these topics has to be brought, and where. */
export type LimitationRow = {
  code: string
  topics: readonly string[]
  years: number
  /** Runs from the end of employment, where the person says when that was; not at all while it lasts. */
  fromEndOfEmployment?: boolean
  source: string
  certainty: 'verified' | 'memory'
  toConfirm?: string
}
/** `fewerThanDays`: it can't wait when so few are left (法律援助法 44). */
export type LimitationLaw = { rows: readonly LimitationRow[]; fewerThanDays: number }
export type Limitation = { day: Day; from: Day; row: LimitationRow }

type Told = { topic: string; personal: { happened?: Day | undefined; employment?: Employment | undefined } }

/**
 * The earliest day that may be the last on which this claim can be brought, where a table gives one and a beginning is
 * known. For staff only: whether it really ran, stood still or began anew, a lawyer finds out. The shortest of the rows
 * counts. Claiming while it runs begins it anew (劳动争议调解仲裁法 27); once it is over there is nothing to begin.
 */
export function limitationOf({ topic, personal }: Told, { rows }: LimitationLaw): Limitation | undefined {
  const found = rows
    .filter(({ topics }) => topics.includes(topic))
    .flatMap((row) => {
      const from = beginningOf(row, personal)
      return from ? [{ day: yearsAfter(from, row.years), from, row }] : []
    })
  return found.sort((a, b) => (a.day < b.day ? -1 : 1))[0]
}

function beginningOf(row: LimitationRow, { happened, employment }: Told['personal']): Day | undefined {
  if (row.fromEndOfEmployment && employment?.still) return undefined
  const began = (row.fromEndOfEmployment && employment?.ended) || happened
  const claimed = employment?.claimed
  if (!claimed || !began) return claimed ?? began
  return claimed > began && claimed <= yearsAfter(began, row.years) ? claimed : began
}
