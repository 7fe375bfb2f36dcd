import type { LawyerCard, Licence, Subject } from './lawyer-card'
import type { Near, NearHit } from './near'
import type { Policy } from './policy'
import { DAY, dayOf, type Instant, msBetween, yearsAfter } from './time'

/** What a matter asks of a lawyer. */
export type Need = {
  subject: Subject
  town: string
  language?: string
  /** Whose matter it is, and who entered it: neither is its lawyer. */
  own: string[]
  /** Who had this matter before, or was asked: never proposed again. */
  offered: string[]
  /** Years of practice to the day, where life or liberty for good is at stake (法律援助法 26). */
  years?: number
  /** Somebody who knows minors (未成年人保护法 104). */
  minors?: boolean
  /** Less than acting for her: then the licence's forms count, not its subjects. */
  form?: string
  /** Whom the conflict wall keeps out, by person and by organisation. */
  walled?: {
    lawyers: ReadonlyMap<string, WallRule>
    units: ReadonlyMap<string, WallRule>
    /** Whom nothing shuts out, and a person looks at first. */
    near?: Near
  }
}
/** Which subjects a licence may take for legal aid, and in which forms it may act at all: data/licences.json. */
export type LicenceRules = Record<Licence, { subjects: readonly Subject[]; forms?: readonly string[] }>

/** `conflict`: acts or acted for the other side. `adviser`: advises a body on the other side. */
export type WallRule = 'conflict' | 'adviser'
export type Rule =
  | 'own-matter'
  | 'offered-before'
  | WallRule
  | 'out-of-service'
  | 'full'
  | 'language'
  | 'licence'
  | 'years'
  | 'minors'
export type Reason =
  | { code: 'town' }
  | { code: 'subject'; subject: Subject }
  | { code: 'language'; language: string }
  | { code: 'load'; load: number; capacity: number }
  | { code: 'waited'; days: number }
  | { code: 'never-asked' }
export type Proposal = {
  lawyer: string
  name: string
  org: string
  unit: string
  phone?: string
  score: number
  reasons: Reason[]
  /** Names like hers on the other side of other matters of his: chosen only once a person compared them. */
  near?: readonly NearHit[]
}
export type Match = {
  /** The best few, best first; before them whoever nobody has to look at first, the best of all such among them. */
  proposed: Proposal[]
  /** Everybody who fits, best first. */
  ranked: Proposal[]
  excluded: { lawyer: string; name: string; rule: Rule }[]
}

/** Hard limits first, each with its rule; then the county's weights. Equal inputs give one answer: ties go by id. */
export function matchLawyers(
  need: Need,
  cards: LawyerCard[],
  rules: LicenceRules,
  policy: Policy,
  now: Instant,
): Match {
  const excluded: Match['excluded'] = []
  const ranked: Proposal[] = []
  for (const card of cards) {
    const rule = excludedBy(need, card, rules, policy, now)
    if (rule) excluded.push({ lawyer: card.person, name: card.name, rule })
    else {
      const near = nearHits(need, card, policy)
      ranked.push({ ...scored(need, card, policy, now), ...(near.length > 0 && { near }) })
    }
  }
  ranked.sort((a, b) => b.score - a.score || (a.lawyer < b.lawyer ? -1 : 1))
  return { proposed: bestOf(ranked, policy['matching.proposals']), ranked, excluded }
}

function bestOf(ranked: Proposal[], most: number): Proposal[] {
  const clean = ranked.find(({ near }) => !near)
  const best = ranked.slice(0, most)
  const few = clean && !best.includes(clean) ? [clean, ...best.slice(0, Math.max(0, most - 1))] : best
  return [...few.filter(({ near }) => !near), ...few.filter(({ near }) => near)]
}

/** Who is assigned where nobody chooses: nobody whose names a person has to compare first. */
export const firstOf = (match: Match | undefined): Proposal | undefined => match?.proposed.find(({ near }) => !near)

function excludedBy(need: Need, card: LawyerCard, rules: LicenceRules, policy: Policy, now: Instant): Rule | undefined {
  if (need.own.includes(card.person)) return 'own-matter'
  if (need.offered.includes(card.person)) return 'offered-before'
  const walled = wallRule(need, card, policy)
  if (walled) return walled
  if (!card.inService) return 'out-of-service'
  if (!licensed(need, rules[card.licence])) return 'licence'
  if (need.years && dayOf(now) < yearsAfter(card.since, need.years)) return 'years'
  if (need.minors && !card.subjects.includes('minors')) return 'minors'
  if (need.language && need.language !== 'zh' && !card.languages.includes(need.language)) return 'language'
  return card.matters.length >= card.capacity ? 'full' : undefined
}

const licensed = ({ form, subject }: Need, { subjects, forms }: LicenceRules[Licence]): boolean =>
  form ? (forms ?? []).includes(form) : subjects.includes(subject)

/** The rule by which the wall keeps this lawyer out, if it does. */
export function wallRule(
  { walled }: Pick<Need, 'walled'>,
  { person, org }: LawyerCard,
  policy: Policy,
): WallRule | undefined {
  if (!walled) return undefined
  const own = walled.lawyers.get(person)
  if (own) return own
  const house = walled.units.get(org)
  // A county with few lawyers may let colleagues of one house stand on both sides; an adviser's house never.
  return house === 'conflict' && policy['conflict.sameOrganisation'] === 'allow' ? undefined : house
}

/** The names that are like hers on the other side of his matters, and of his house's unless the county lets it in. */
export function nearHits(
  { walled }: Pick<Need, 'walled'>,
  { person, org }: LawyerCard,
  policy: Policy,
): readonly NearHit[] {
  if (!walled?.near) return []
  const { lawyers, units } = walled.near
  const house = policy['conflict.sameOrganisation'] === 'allow' ? [] : (units.get(org) ?? [])
  return [...new Map([...(lawyers.get(person) ?? []), ...house].map((hit) => [hit.pair, hit])).values()]
}

/** How he would be proposed for this matter, whatever shuts him out. */
export function scored(need: Need, card: LawyerCard, policy: Policy, now: Instant): Proposal {
  const reasons: Reason[] = []
  let score = 0
  if (card.towns.includes(need.town)) {
    score += policy['matching.town']
    reasons.push({ code: 'town' })
  }
  if (card.subjects.includes(need.subject)) {
    score += policy['matching.subject']
    reasons.push({ code: 'subject', subject: need.subject })
  }
  if (need.language && card.languages.includes(need.language)) {
    score += policy['matching.language']
    if (need.language !== 'zh') reasons.push({ code: 'language', language: need.language })
  }
  score += pointsOfHisOwn(card, policy, now)
  reasons.push({ code: 'load', load: card.matters.length, capacity: card.capacity })
  const days = daysSinceOffer(card, now)
  reasons.push(days === undefined ? { code: 'never-asked' } : { code: 'waited', days })
  const { person: lawyer, name, orgName: org, org: unit, phone } = card
  return { lawyer, name, org, unit, ...(phone && { phone }), score: Math.round(score * 10) / 10, reasons }
}

/** What speaks for a lawyer whatever the matter is: how little he holds, and how long nobody asked him. */
export function pointsOfHisOwn(card: LawyerCard, policy: Policy, now: Instant): number {
  const days = daysSinceOffer(card, now)
  const waited = days === undefined ? 1 : Math.min(1, Math.max(0, days) / LONG_AGO_DAYS)
  return policy['matching.load'] * (1 - card.matters.length / card.capacity) + policy['matching.longest'] * waited
}

const daysSinceOffer = ({ lastOfferAt }: LawyerCard, now: Instant): number | undefined =>
  lastOfferAt ? Math.floor(msBetween(lastOfferAt, now) / DAY) : undefined

const LONG_AGO_DAYS = 30
