import { cheapestFlow, costWithLeft, type Instance, lowerBound } from './batch-flow'
import { keptTogether } from './batch-groups'
import type { LawyerCard } from './lawyer-card'
import {
  type LicenceRules,
  matchLawyers,
  type Need,
  type Proposal,
  pointsOfHisOwn,
  type Rule,
  scored,
} from './matching'
import type { Policy } from './policy'
import type { Instant } from './time'

/** A matter that waits for a lawyer. `group`: whatever is one claim of several people has one name. */
export type Waiting = { id: string; need: Need; since: Instant; group?: string }
/** `taken`: he would do, and what room he has others of the batch get. `near`: a person compares names first. */
export type BatchRule = Rule | 'taken' | 'near'
export type BatchItem = { id: string; proposal: Proposal }
/** Who got nobody, and how many lawyers each rule keeps from it. */
export type Left = { id: string; rules: { rule: BatchRule; lawyers: number }[] }
/** `total`: the scores together, as they are when each is assigned after the other. */
export type Assigned = { items: BatchItem[]; total: number }
export type Batch = Assigned & {
  left: Left[]
  /** What the rule for a single matter gives, one after the other as they wait. */
  oneByOne: Assigned
  /** No way to place as many has a higher total. Above `total` only where groups were kept together. */
  best: number
  /** The groups that were asked to stay together: how many matters, at how many lawyers. */
  groups: { group: string; matters: number; lawyers: number }[]
}
export type BatchFacts = { rules: LicenceRules; policy: Policy; now: Instant }

/**
 * A lawyer for each of many matters at once: by the hard limits and the score of `matchLawyers`, first as many as can be
 * placed at all, of those ways the one with the highest sum of scores, proven by prices. Each further matter of a lawyer
 * counts with the load, and as freshly asked, that the ones before it give him, as if they had been assigned one after
 * the other. Equal inputs give one answer, in whatever order they come. `together`: a group goes to as few lawyers as it
 * can without leaving anybody out.
 */
export function batchAssign(
  waiting: readonly Waiting[],
  cards: readonly LawyerCard[],
  facts: BatchFacts,
  { together = false }: { together?: boolean } = {},
): Batch {
  const matters = [...waiting].sort((a, b) => order(a.since, b.since) || order(a.id, b.id))
  const lawyers = [...cards].sort((a, b) => order(a.person, b.person))
  const worth = worthOf(matters, lawyers, facts)
  const free = cheapestFlow(worth)
  const grouped = together ? keptTogether(worth, groupsIn(matters), free) : free.of
  const alone = oneAfterTheOther(matters, lawyers, facts)
  const told = (of: readonly number[]) => assigned(matters, lawyers, of, worth, facts)
  return {
    ...told(grouped),
    left: leftOut(matters, lawyers, grouped, worth, facts),
    oneByOne: told(alone),
    best: pointsOf(-lowerBound(worth, free.prices) + costWithLeft(worth, free.of) - free.cost),
    groups: together ? lawyersOfGroups(matters, grouped) : [],
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

// Scores are told in tenths, so tenths are what is counted: whole numbers add up the same in every order.
const TENTHS = 10
const tenths = (points: number): number => Math.round(points * TENTHS)
const pointsOf = (counted: number): number => counted / TENTHS || 0

/** As costs: the score as of now turned about, and how much less each further matter of that lawyer brings. */
function worthOf(matters: readonly Waiting[], lawyers: readonly LawyerCard[], facts: BatchFacts): Instance {
  const place = new Map(lawyers.map(({ person }, n) => [person, n]))
  const cost = matters.map(({ need }) => {
    const row = new Float64Array(lawyers.length).fill(Infinity)
    for (const { lawyer, score, near } of matchOf(need, lawyers, facts).ranked)
      if (!near) row[place.get(lawyer) ?? -1] = -tenths(score)
    return row
  })
  return { cost, steps: lawyers.map((card) => stepsOf(card, matters.length, facts)) }
}

const matchOf = (need: Need, lawyers: readonly LawyerCard[], { rules, policy, now }: BatchFacts) =>
  matchLawyers(need, [...lawyers], rules, policy, now)

/** Never falling, whatever weights a county gives. */
function stepsOf(card: LawyerCard, most: number, { policy, now }: BatchFacts): number[] {
  const room = Math.max(0, Math.min(most, card.capacity - card.matters.length))
  const first = tenths(pointsOfHisOwn(card, policy, now))
  let step = 0
  return Array.from({ length: room }, (_, n) => {
    step = Math.max(step, first - tenths(pointsOfHisOwn(holding(card, n, now), policy, now)))
    return step
  })
}

/** His card once he was given so many more. */
const holding = (card: LawyerCard, more: number, now: Instant): LawyerCard =>
  more === 0
    ? card
    : {
        ...card,
        matters: [...card.matters, ...Array.from({ length: more }, (_, n) => `batch:${n}`)],
        lastOfferAt: now,
      }

/** Each with the words of a single proposal, as it reads after those of the batch that wait longer. */
function assigned(
  matters: readonly Waiting[],
  lawyers: readonly LawyerCard[],
  of: readonly number[],
  { cost, steps }: Instance,
  { policy, now }: BatchFacts,
): Assigned {
  const given = lawyers.map(() => 0)
  let total = 0
  const items = matters.flatMap(({ id, need }, row) => {
    const column = of[row] ?? -1
    const card = lawyers[column]
    if (!card) return []
    const before = given[column] ?? 0
    given[column] = before + 1
    const counted = -(cost[row]?.[column] ?? 0) - (steps[column]?.[before] ?? 0)
    total += counted
    return [{ id, proposal: { ...scored(need, holding(card, before, now), policy, now), score: pointsOf(counted) } }]
  })
  return { items, total: pointsOf(total) }
}

/** The rule of the single matter, which sees only those before it; by row, whose column it takes. */
function oneAfterTheOther(matters: readonly Waiting[], lawyers: readonly LawyerCard[], facts: BatchFacts): number[] {
  const given = lawyers.map(() => 0)
  const place = new Map(lawyers.map(({ person }, n) => [person, n]))
  const now = [...lawyers]
  return matters.map(({ need }) => {
    const first = matchOf(need, now, facts).ranked.find(({ near }) => !near)
    const column = first ? (place.get(first.lawyer) ?? -1) : -1
    const card = lawyers[column]
    if (!card) return -1
    const more = (given[column] ?? 0) + 1
    given[column] = more
    now[column] = holding(card, more, facts.now)
    return column
  })
}

function leftOut(
  matters: readonly Waiting[],
  lawyers: readonly LawyerCard[],
  of: readonly number[],
  { cost }: Instance,
  facts: BatchFacts,
): Left[] {
  return matters.flatMap(({ id, need }, row) => {
    if ((of[row] ?? -1) >= 0) return []
    const counts = new Map<BatchRule, number>()
    const { excluded, ranked } = matchOf(need, lawyers, facts)
    for (const { rule } of excluded) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    const near = ranked.filter((each) => each.near).length
    if (near > 0) counts.set('near', near)
    const fits = lawyers.filter((_, n) => (cost[row]?.[n] ?? Infinity) < Infinity).length
    if (fits > 0) counts.set('taken', fits)
    const rules = [...counts].map(([rule, count]) => ({ rule, lawyers: count }))
    return [{ id, rules: rules.sort((a, b) => b.lawyers - a.lawyers || order(a.rule, b.rule)) }]
  })
}

/** Two or more of one claim, by row; the largest first. */
function groupsIn(matters: readonly Waiting[]): number[][] {
  const rows = new Map<string, number[]>()
  for (const [row, { group }] of matters.entries()) if (group) rows.set(group, [...(rows.get(group) ?? []), row])
  return [...rows.values()].filter((of) => of.length > 1).sort((a, b) => b.length - a.length)
}

function lawyersOfGroups(matters: readonly Waiting[], of: readonly number[]): Batch['groups'] {
  return groupsIn(matters).map((rows) => {
    const placed = rows.map((row) => of[row] ?? -1).filter((column) => column >= 0)
    return { group: matters[rows[0] ?? 0]?.group ?? '', matters: placed.length, lawyers: new Set(placed).size }
  })
}
