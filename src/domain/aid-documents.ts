import type { Aid } from './aid-types'
import type { PersonRef } from './decider'
import type { Standing } from './permission'
import type { Instant } from './time'

/** The papers of legal aid: which there are, when each may be made, and by whom. */

export const aidDocuments = [
  'application',
  'promise',
  'hardship',
  'receipt',
  'supplement',
  'grant',
  'refusal',
  'assignment',
  'mandate',
  'letter',
  'replacement',
  'termination',
  'objection',
  'closing',
] as const
export type AidDocument = (typeof aidDocuments)[number]

/** Papers with a number of their own, by year and without gaps. */
export const numberSeries = ['grant', 'refusal', 'termination', 'objection'] as const
export type NumberSeries = (typeof numberSeries)[number]

/** `text` is what stands on the paper for good, whatever the county's pattern becomes. */
export type CaseNumber = { series: NumberSeries; year: number; n: number; text: string }
/** As a matter holds it; a cancelled one stays, and is given to nobody else. */
export type NumberGiven = CaseNumber & { at: Instant; cancelled?: { at: Instant; by: PersonRef } }

/** How it ended before its time, and what was ruled on an objection. */
export type Afterwards = {
  termination?: { at: Instant; article: string; why: string }
  objection?: { at: Instant; ruledAt: Instant; decision: 'uphold' | 'correct'; why: string }
}
export const afterwardsOf = ({ terminated, objected, ruled, personal }: Aid): Afterwards => ({
  ...(terminated && {
    termination: { at: terminated.at, article: terminated.article, why: personal.terminateWhy ?? '' },
  }),
  ...(objected &&
    ruled && {
      objection: { at: objected.at, ruledAt: ruled.at, decision: ruled.decision, why: personal.ruling ?? '' },
    }),
})

type Rule = { by: readonly Standing[]; when: (state: Aid) => boolean }
const applied = ({ criminal }: Aid): boolean => criminal === undefined
const bureau = ['centre', 'supervisor'] as const
const hers = ['applicant', 'lawyer', ...bureau] as const
const acting = ['lawyer', ...bureau] as const
const hasLawyer = ({ lawyer }: Aid): boolean => lawyer?.conflict === 'clear'

const rules: Record<AidDocument, Rule> = {
  // By notice nobody applied, and nobody's means are looked at (法律援助法 25, 28, 36).
  application: { by: hers, when: applied },
  promise: { by: hers, when: ({ route }) => route === 'promise' },
  hardship: { by: hers, when: applied },
  receipt: { by: ['applicant', ...bureau], when: (state) => materialsIn(state) > 0 },
  supplement: { by: ['applicant', ...bureau], when: ({ timesAsked }) => timesAsked > 0 },
  grant: { by: hers, when: ({ decision }) => decision !== undefined },
  // What one proposed is no decision yet.
  refusal: { by: ['applicant', ...bureau], when: ({ refusal }) => refusal?.confirmed !== undefined },
  assignment: {
    by: ['organisation', ...acting],
    // By notice nothing is decided, and what can't wait is decided on later: there is a lawyer all the same.
    when: ({ lawyer }) => lawyer !== undefined && lawyer.conflict !== 'frozen',
  },
  mandate: { by: hers, when: hasLawyer },
  letter: { by: acting, when: hasLawyer },
  replacement: { by: hers, when: (state) => state.replaced !== undefined && hasLawyer(state) },
  termination: { by: hers, when: (state) => afterwardsOf(state).termination !== undefined },
  objection: { by: ['applicant', ...bureau], when: (state) => afterwardsOf(state).objection !== undefined },
  closing: { by: acting, when: ({ result }) => result !== undefined },
}

const materialsIn = ({ evidence, personal: { lists } }: Aid): number =>
  evidence.length + lists.flatMap(({ items }) => items.filter(({ answered }) => answered)).length

/** Whether somebody who stands so to the matter may make this paper now. */
export const mayMake = (document: AidDocument, state: Aid, reader: string): boolean => {
  const { by, when } = rules[document]
  return (by as readonly string[]).includes(reader) && when(state)
}

export const documentsFor = (state: Aid, reader: string): AidDocument[] =>
  aidDocuments.filter((document) => mayMake(document, state, reader))

export const isNumbered = (document: AidDocument): document is NumberSeries =>
  (numberSeries as readonly string[]).includes(document)

/** The number that stands on it, or on its newest paper that has one: the last that wasn't cancelled. */
export const numberOf = ({ numbers = [] }: Aid, document?: AidDocument): NumberGiven | undefined =>
  numbers.findLast(({ series, cancelled }) => (series === document || !document) && !cancelled)

/** What was signed by hand and photographed, by paper: the newest of each is kept. */
export type SignedDocument = { document: AidDocument; at: Instant; files: string[] }
