import type { PersonRef } from './decider'
import type { LawyerCard, Subject } from './lawyer-card'
import type { LicenceRules, Reason, Rule } from './matching'
import type { Policy } from './policy'
import type { DutyPerson } from './question-types'
import { DAY, type Instant, msBetween } from './time'

/** What a question asks of whoever answers it. */
export type QuestionNeed = {
  subject: Subject
  town: string
  language: 'zh' | 'mn'
  /** Who asks, and who entered it: neither answers it. */
  own: readonly string[]
  /** Who was asked before: never asked again. */
  offered: readonly string[]
  /** Whether somebody without a licence may be asked: only the own town's seat and the centre's. */
  clerks?: boolean
}
export type QuestionRule = Rule | 'unreachable'
export type Ranked = { person: PersonRef; score: number; reasons: Reason[] }
export type QuestionMatch = { ranked: Ranked[]; excluded: { person: PersonRef; rule: QuestionRule }[] }

/** However large the county is, so many are looked at. */
export const MOST_CANDIDATES = 64

/** Hard limits first, each with its rule; then the county's weights, best first. Ties go by id. */
export function rankForQuestion(
  need: QuestionNeed,
  people: readonly DutyPerson[],
  licences: LicenceRules,
  policy: Policy,
  now: Instant,
): QuestionMatch {
  const ranked: Ranked[] = []
  const excluded: QuestionMatch['excluded'] = []
  for (const person of people.slice(0, MOST_CANDIDATES)) {
    const rule = shutOut(need, person, licences)
    if (rule) excluded.push({ person: person.ref, rule })
    else ranked.push(weighed(need, person, policy, now))
  }
  ranked.sort((a, b) => b.score - a.score || (a.person.id < b.person.id ? -1 : 1))
  return { ranked, excluded }
}

/** The first hard limit that keeps this person from a question, if one does. */
export function shutOut(need: QuestionNeed, person: DutyPerson, licences: LicenceRules): QuestionRule | undefined {
  const { ref, walled, reachable, languages, card } = person
  if (need.own.includes(ref.id)) return 'own-matter'
  if (need.offered.includes(ref.id)) return 'offered-before'
  if (walled) return walled
  if (!reachable) return 'unreachable'
  if (need.language === 'mn' && !languages.includes('mn')) return 'language'
  if (card ? !mayAdvise(card, need.subject, licences) : !need.clerks) return 'licence'
  return undefined
}

/** Who never represents anybody (notary, volunteer) has no list of subjects, and may still advise on each. */
function mayAdvise({ licence }: LawyerCard, subject: Subject, licences: LicenceRules): boolean {
  const { subjects, forms = [] } = licences[licence]
  return forms.includes('advice') && (subjects.length === 0 || subjects.includes(subject))
}

const LONG_AGO_DAYS = 30
const REASONS_KEPT = 3

function weighed(need: QuestionNeed, { ref, languages, ownTown, card }: DutyPerson, policy: Policy, now: Instant) {
  const points: { n: number; reason?: Reason }[] = []
  if (ownTown || card?.towns.includes(need.town)) points.push({ n: policy['question.town'], reason: { code: 'town' } })
  if (card?.subjects.includes(need.subject))
    points.push({ n: policy['question.subject'], reason: { code: 'subject', subject: need.subject } })
  if (languages.includes(need.language)) {
    const { language } = need
    points.push({
      n: policy['question.language'],
      ...(language === 'mn' && { reason: { code: 'language', language } }),
    })
  }
  if (card) {
    const load = card.matters.length + (card.questions?.length ?? 0)
    const free = card.capacity > 0 ? Math.max(0, 1 - load / card.capacity) : 0
    points.push({ n: policy['question.load'] * free, reason: { code: 'load', load, capacity: card.capacity } })
  }
  const days = card?.lastOfferAt ? Math.max(0, msBetween(card.lastOfferAt, now) / DAY) : undefined
  points.push({
    n: policy['question.longest'] * (days === undefined ? 1 : Math.min(1, days / LONG_AGO_DAYS)),
    reason: days === undefined ? { code: 'never-asked' } : { code: 'waited', days: Math.floor(days) },
  })
  const score = Math.round(points.reduce((sum, { n }) => sum + n, 0) * 1000) / 1000
  const told = points.filter(({ n, reason }) => n > 0 && reason).sort((a, b) => b.n - a.n)
  const reasons = told.flatMap(({ reason }) => reason ?? []).slice(0, REASONS_KEPT)
  return { person: ref, score, reasons }
}
