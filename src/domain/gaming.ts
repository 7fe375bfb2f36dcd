import { byMatter, type GrievanceFact } from './grievance-story'
import { dayOf, type Instant } from './time'

/** What looks as if a figure was made to look better: for a supervisor to look at, and without any consequence. */

export const suspicions = [
  'bulk-at-the-end',
  'ping-pong',
  'pause-without-evidence',
  'late-reclassify',
  'own-rating',
  'copied-answer',
] as const
export type What = (typeof suspicions)[number]

/** `facts`: what it was seen by, of each report, the oldest first. */
export type Suspicion = {
  what: What
  /** The newest of it. */
  at: Instant
  unit?: string
  /** A person's id. */
  person?: string
  matters: { matter: string; facts: GrievanceFact[] }[]
}

export type GamingRules = {
  /** The last so many percent of a clock, and so many results of one person on one day in it. */
  tailPercent: number
  tailCount: number
  /** By the mark of an account: the units that its person acts for. */
  raters: ReadonlyMap<string, readonly string[]>
}

/** The same words to so many, from one unit. */
const COPIES = 3
/** Handed back so often, it goes to and fro. */
const TO_AND_FRO = 2

/** Rows of all six kinds, the newest first. */
export function gamingIn(facts: readonly GrievanceFact[], rules: GamingRules): Suspicion[] {
  const matters = byMatter(facts)
  const all = [...matters.values()].flat()
  const of = (what: GrievanceFact['what']) => all.filter((fact) => fact.what === what)
  return [
    ...grouped('bulk-at-the-end', inTheTail(of('grievance.resolved'), rules), personAndDay, rules.tailCount),
    ...[...matters.values()].flatMap(toAndFro),
    ...grouped(
      'pause-without-evidence',
      of('grievance.suspended').filter(({ evidence }) => !evidence),
      ({ unit, person }) => `${unit}|${person ?? ''}`,
      1,
    ),
    ...grouped('late-reclassify', atTheEnd(of('grievance.reclassified'), rules), ({ matter }) => matter, 1),
    ...grouped(
      'own-rating',
      of('grievance.rated').filter((fact) => isOwn(fact, matters.get(fact.matter) ?? [], rules)),
      ({ matter }) => matter,
      1,
    ),
    ...(['grievance.resolved', 'grievance.responded'] as const).flatMap((what) =>
      grouped(
        'copied-answer',
        of(what).filter(({ digest }) => digest),
        ({ unit, digest }) => `${unit}|${digest}`,
        COPIES,
      ),
    ),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** The clock was all but used up, and not yet over. */
const inTheTail = (facts: readonly GrievanceFact[], { tailPercent }: GamingRules) =>
  facts.filter(({ outcome, used = 0 }) => outcome === 'kept' && used > 100 - tailPercent)

const personAndDay = ({ unit, person, at }: GrievanceFact) => `${person ?? unit}|${dayOf(at)}`

/** Put into another class when the clock of the first was all but used up, or over. */
const atTheEnd = (facts: readonly GrievanceFact[], { tailPercent }: GamingRules) =>
  facts.filter(({ used = 0 }) => used > 100 - tailPercent)

/** The account that rated it belongs to whoever handled or entered it, or to somebody else of a unit that had it. */
const isOwn = ({ own, rater }: GrievanceFact, all: readonly GrievanceFact[], { raters }: GamingRules): boolean => {
  const units = (rater && raters.get(rater)) || []
  return own === true || all.some(({ unit }) => units.includes(unit))
}

/** Facts that belong together and are of at least `least` reports; of one report they are all shown. */
function grouped(
  what: What,
  facts: readonly GrievanceFact[],
  together: (fact: GrievanceFact) => string,
  least: number,
): Suspicion[] {
  const groups = new Map<string, GrievanceFact[]>()
  for (const fact of facts) groups.set(together(fact), [...(groups.get(together(fact)) ?? []), fact])
  return [...groups.values()].flatMap((group) => {
    const matters = [...new Set(group.map(({ matter }) => matter))]
    if (matters.length < least) return []
    const [newest] = oldestFirst(group).reverse()
    if (!newest) return []
    const { unit, person } = newest
    return [
      {
        what,
        at: newest.at,
        unit,
        ...(person && { person }),
        matters: matters.map((matter) => ({
          matter,
          facts: oldestFirst(group.filter((fact) => fact.matter === matter)),
        })),
      },
    ]
  })
}

/** Handed back twice or more: with all its ways. */
function toAndFro(all: readonly GrievanceFact[]): Suspicion[] {
  const ways = oldestFirst(all.filter(({ what }) => WAYS.includes(what)))
  const returns = ways.filter(({ what }) => what === 'grievance.returned')
  const [last] = [...ways].reverse()
  if (!last || returns.length < TO_AND_FRO) return []
  return [{ what: 'ping-pong', at: last.at, unit: last.unit, matters: [{ matter: last.matter, facts: ways }] }]
}
const WAYS: readonly GrievanceFact['what'][] = ['grievance.dispatched', 'grievance.returned']

const oldestFirst = (facts: readonly GrievanceFact[]): GrievanceFact[] =>
  [...facts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
