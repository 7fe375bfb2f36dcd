import * as v from 'valibot'
import type { Role } from '@/domain/decider'
import { sameAsApplicant } from '@/domain/parties'
import type { Instant } from '@/domain/time'
import { aidActions } from './aid-actions'
import type { Problem } from './check'
import { command, query } from './define'
import { applicant, list, matterId, oneOf, text } from './fields'
import type { MatterRow } from './views'

/** Several people with one claim, on the wire: one form, an application of its own for each. */

/** So many on one form; so many are entered by one call, which ends well before a phone gives up; then it goes again. */
export const GROUP_MOST = 30
export const GROUP_AT_ONCE = 5

export type GroupDone = {
  /** In the order of the form; `nth` from 1. Each has a query code of its own. */
  items: ({ nth: number; id: string; code: string } | { nth: number; refused: string; message: string })[]
  /** Others aren't entered yet: the same form goes again under the same request id. */
  more: boolean
}
export type GroupView = {
  count: number
  /** Whom the reader may not look at is without a row, and so is who wasn't entered. */
  items: { nth: number; matter?: MatterRow }[]
}

const of = aidActions['aid.submit'].input.entries
const person = v.object(
  { applicant, story: v.optional(text(500, 0), ''), employment: of.employment, income: of.income },
  'wrong-type',
)

export const aidGroupActions = {
  'aid.submitGroup': {
    ...command<GroupDone>()(
      'Several people apply for one and the same against one and the same; clerks only',
      {
        people: v.pipe(list(person, GROUP_MOST), v.minLength(2, 'too-few')),
        where: of.where,
        matter: of.matter,
        /** What they say together; what one says besides stands with him. */
        story: text(1400),
        parties: of.parties,
        /** Shown with the first. */
        evidence: of.evidence,
        happened: of.happened,
        deadline: of.deadline,
        callFrom: of.callFrom,
        source: v.optional(oneOf('call', 'counter', 'paper')),
      },
      (input, now) => [...wrongWith(input, now), ...twice(input.people.map(({ applicant }) => applicant))],
    ),
    // A station in a department shows the list that all of them signed, as it shows how one agreed.
    needs: (role: Role) => (role === 'department' ? ['evidence'] : []),
  },
  'aid.group': query<GroupView>()('All who applied with this person, on one form', { id: matterId }),
} as const

type Submit = v.InferOutput<(typeof aidActions)['aid.submit']['input']>
type Person = v.InferOutput<typeof person>
type Group = Pick<Submit, 'requestId' | 'where' | 'matter' | 'story' | 'parties' | 'evidence'> & {
  people: readonly Person[]
}

/** The application of each, as if it had come alone. */
export function applicationsOf<G extends Group>({ people, story, evidence, ...shared }: G) {
  return people.map(({ applicant, story: own, employment, income }, n) => ({
    ...shared,
    for: 'self' as const,
    applicant,
    story: [story, own].filter(Boolean).join('\n'),
    evidence: n === 0 ? evidence : [],
    groups: [],
    ...(employment && { employment }),
    ...(income !== undefined && { income }),
  }))
}

/** What is about one of them stands beside him, what is about all of them once. */
function wrongWith(input: Group, now: Instant): Problem[] {
  const all = applicationsOf(input).flatMap((application, n) =>
    (aidActions['aid.submit'].also?.(application, now) ?? []).map(({ field, code }) => ({
      field: HIS.test(field) ? `people.${n}.${field}` : field,
      code,
    })),
  )
  return [...new Map(all.map((problem) => [`${problem.field} ${problem.code}`, problem])).values()]
}
const HIS = /^(applicant|employment)\./

type Named = Person['applicant']

/** One person twice on the list would be two matters about one claim. */
const twice = (people: readonly Named[]): Problem[] =>
  people.flatMap((one, n) =>
    sameAsApplicant(one, people.slice(0, n))
      .slice(0, 1)
      .map(({ field }) => ({ field: `people.${n}.applicant.${field}`, code: 'duplicate' })),
  )
