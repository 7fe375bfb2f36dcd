import type { Aid } from './aid-types'
import type { Standing } from './permission'

/** The parts of a matter that not everybody may see. */
export const parts = [
  'applicant-name',
  'applicant-contact',
  'story',
  'consent',
  'means',
  'party-names',
  'party-contact',
  'papers',
  'owed',
  'notes',
  'lawyer',
  'decision',
  'handover',
  'matching',
  'reports',
  // Of legal aid: what she asked for against it, and what came of it.
  'remedies',
  'timeline',
  'people',
  // Of a question: who is asked, what is said in it, what came of it.
  'offers',
  'talk',
  'outcome',
] as const
export type Part = (typeof parts)[number]

const all = [...parts]
const but = (...hidden: Part[]): Part[] => all.filter((part) => !hidden.includes(part))

/**
 * Who sees what: the one view table. A part that isn't named here isn't sent. The proposed lawyer sees names and
 * nothing else until he has said that nothing binds him to the other side.
 */
export const sight: Record<Reader, readonly Part[]> = {
  // What the centre notes for itself isn't read out to her.
  applicant: but('matching', 'notes'),
  // She entered it: she reads again what she wrote, hears what is owed and to whom it was handed on.
  helper: [
    'applicant-name',
    'party-names',
    'story',
    'consent',
    'owed',
    'handover',
    'lawyer',
    'people',
    'timeline',
    'talk',
    'outcome',
  ],
  'unsure-helper': [],
  proposed: ['applicant-name', 'party-names'],
  lawyer: but('matching', 'consent', 'remedies'),
  organisation: ['applicant-name', 'party-names', 'lawyer', 'people', 'timeline'],
  centre: all,
  supervisor: all,
  // Who is asked reads the question and never who asks; who has it, everything but what the bureau notes for itself.
  offered: ['story', 'papers'],
  taker: but('matching', 'consent'),
  caller: but('matching', 'consent'),
  host: but('matching', 'consent'),
  command: all,
  // Whose matter it is she said they may know, or may not; of 举报 a unit is told the brief and nothing of whoever said it.
  handler: but('matching', 'consent'),
  'blind-handler': but('matching', 'consent', 'applicant-name', 'applicant-contact'),
  'briefed-handler': ['people', 'decision', 'outcome'],
  'co-handler': ['applicant-name', 'story', 'papers', 'people', 'decision', 'outcome'],
  'blind-co-handler': ['story', 'papers', 'people', 'decision', 'outcome'],
  'briefed-co-handler': ['people', 'decision', 'outcome'],
  // It passed it on: it may tell her who has it now.
  former: ['people'],
  // What a group may see stands on the question's card.
  colleague: [],
  time: [],
  // A query code shows stage, clock and who is responsible; it hides the applicant and the parties.
  tracker: ['lawyer', 'people'],
  gone: [],
}

export type Reader = Standing | 'tracker' | 'gone'

/** Whether this reader sees that part of this matter. Who took it back while it goes on by office is seen by nobody. */
export const seesPart = (
  reader: Reader,
  part: Part,
  { tell, exOfficio }: Pick<Aid, 'tell'> & { exOfficio?: true },
): boolean =>
  sight[reader].includes(part) &&
  (!OUTCOME.includes(part) || reader !== 'helper' || tell.includes('helper')) &&
  (!exOfficio || !HERS.includes(part) || reader === 'applicant')

/**
 * Her voice tells who she is: of a report only who may know her hears it, of everything else whoever reads what it is about.
 */
export const hearsVoice = (reader: Reader, matter: Pick<Aid, 'tell'> & { kind: string; exOfficio?: true }): boolean =>
  seesPart(reader, 'story', matter) && (matter.kind !== 'grievance' || seesPart(reader, 'applicant-name', matter))

/** Who she is, and how she agreed that another speaks for her. */
const HERS: readonly Part[] = ['applicant-name', 'applicant-contact', 'consent']

/** How it ended reaches a helper only if the person wants it told her. */
const OUTCOME: readonly Part[] = ['handover', 'talk', 'outcome']
