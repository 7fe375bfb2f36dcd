import type { AidForm, Organ } from './aid-turn-types'
import type { Aid } from './aid-types'
import { type Day, dayOf, type Instant } from './time'

/**
 * Allowances (司法部令148 第四十四条): of each case whose file the review accepted, what the county's own table pays for
 * it. Where the table has no row there is no amount, and nobody makes one up.
 */

export const allowanceForms = ['criminal', 'agency', 'drafting', 'duty-lawyer'] as const
/** What was done: somebody was defended, acted for, written for, or helped by the lawyer on duty. */
export type AllowanceForm = (typeof allowanceForms)[number]

/** A row of the county's table, from `since` on. A row that says less is for all that no other row is for. */
export type AllowanceRate = {
  form: AllowanceForm
  /** Of a criminal case: before which organ. */
  stage?: Organ
  /** How it ended. */
  result?: string
  yuan: number
  since: Day
  /** The paper in which the county set it. */
  source: string
}

/** A case as it was when the review accepted its file: written once, in the same save, and never again. */
export type ReviewedCase = {
  matter: string
  /** The number of its decision to grant; a case by notice has none. */
  no?: string
  form: AllowanceForm
  stage?: Organ
  topic: string
  result: string
  lawyer: { id: string; name: string; org?: string }
  endedOn: Day
  filedOn: Day
  reviewedAt: Instant
  by: string
}

/** Undefined where nobody is known to have done it. */
export function reviewedCase(matter: string, state: Aid, at: Instant, by: string): ReviewedCase | undefined {
  const { lawyer, result, criminal, topic, form, ended, clocks, numbers = [] } = state
  if (!lawyer || result === undefined) return undefined
  const no = numbers.findLast(({ series, cancelled }) => series === 'grant' && !cancelled)
  const filedOn = dayOf(clocks.findLast(({ code }) => code === 'aid.review')?.startedAt ?? at)
  const { id, name, org } = lawyer.ref
  return {
    matter,
    ...(no && { no: no.text }),
    form: formOf({ form, topic, criminal }),
    ...(criminal && { stage: criminal.organ }),
    topic,
    result,
    lawyer: { id, name, ...(org && { org }) },
    endedOn: ended?.on ?? filedOn,
    filedOn,
    reviewedAt: at,
    by,
  }
}

export const formOf = ({ form, topic, criminal }: { form?: AidForm; topic: string; criminal?: object }) =>
  form ?? (criminal || topic === 'criminal' ? 'criminal' : 'agency')

/** The row that says the most about such a case; of two that say as much the newer one. As of the day of the review. */
export function rateFor(of: ReviewedCase, rates: readonly AllowanceRate[]): AllowanceRate | undefined {
  const on = dayOf(of.reviewedAt)
  const fits = rates.filter(
    ({ form, stage, result, since }) =>
      form === of.form &&
      (stage === undefined || stage === of.stage) &&
      (result === undefined || result === of.result) &&
      since <= on,
  )
  return fits.sort((a, b) => saysMuch(b) - saysMuch(a) || (a.since < b.since ? 1 : -1))[0]
}
// What it was before weighs more than how it ended.
const saysMuch = ({ stage, result }: AllowanceRate): number => (stage ? 2 : 0) + (result ? 1 : 0)

/** `fen`: hundredths of a yuan, so that a sum is exact; absent where the table has no row. */
export type AllowanceLine = ReviewedCase & { fen?: number }
export type AllowanceSum = { cases: number; fen: number; unset: number }
export type Allowances = AllowanceSum & {
  lines: AllowanceLine[]
  lawyers: (AllowanceSum & { lawyer: ReviewedCase['lawyer'] })[]
}

/** By lawyer, then in the order in which the files were accepted. */
export function allowancesOf(cases: readonly ReviewedCase[], rates: readonly AllowanceRate[]): Allowances {
  const lines = cases
    .map((each): AllowanceLine => {
      const rate = rateFor(each, rates)
      return { ...each, ...(rate && { fen: Math.round(rate.yuan * 100) }) }
    })
    .sort((a, b) => compare(a.lawyer.name, b.lawyer.name) || compare(a.lawyer.id, b.lawyer.id) || inOrder(a, b))
  const ids = [...new Set(lines.map(({ lawyer }) => lawyer.id))]
  return {
    ...sum(lines),
    lines,
    lawyers: ids.flatMap((id) => {
      const his = lines.filter(({ lawyer }) => lawyer.id === id)
      const [first] = his
      return first ? { lawyer: first.lawyer, ...sum(his) } : []
    }),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inOrder = (a: ReviewedCase, b: ReviewedCase) => compare(a.reviewedAt, b.reviewedAt) || compare(a.matter, b.matter)
const sum = (lines: readonly AllowanceLine[]): AllowanceSum => ({
  cases: lines.length,
  fen: lines.reduce((all, { fen = 0 }) => all + fen, 0),
  unset: lines.filter(({ fen }) => fen === undefined).length,
})

/** What a sheet says, as one text: two sheets are the same if theirs is. */
export const contentOf = ({ lines }: Allowances): string =>
  JSON.stringify(lines.map(({ matter, lawyer, reviewedAt, fen }) => [matter, lawyer.id, reviewedAt, fen ?? null]))

/** A file that was made of a span, and what it said then; `mark` is the keyed hash of its content. */
export type MadeSheet = AllowanceSum & { at: Instant; by: string; mark: string }
