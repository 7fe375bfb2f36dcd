export type ScreeningFacts = {
  for: 'self' | 'ward' | 'other'
  topic: string
  /** The place named lies in another county: in the applicant's words. */
  elsewhere?: string
  /** Which body handles it, in her words. */
  body?: string
  route?: 'promise' | 'proof'
  /** Codes of data/groups.json, or free words. */
  groups: string[]
  /** Told to the reviewer, compared with nothing: the region's standard (art. 34) is not loaded. */
  income?: string
  /** How many pieces. */
  evidence: number
  /** Consent of the person is there where somebody else entered it, or it is her own. */
  signed: boolean
}
/** data/topics.json and data/groups.json, handed in. */
export type ScreeningLaw = {
  topics: Record<string, { article?: string; certainty: string }>
  groups: Record<string, { article: string; certainty?: string }>
}
export type Finding = {
  check: 'jurisdiction' | 'standing' | 'scope' | 'hardship' | 'urgency'
  verdict: 'fits' | 'look' | 'unlikely'
  article: string
  /** A stable code, worded in words/screening.ts. */
  because: string
  certain: boolean
}
export type Because =
  | 'elsewhere'
  | 'body-named'
  | 'ask-body'
  | 'labour-body'
  | 'ask-labour-body'
  | 'criminal-body'
  | 'ask-criminal-body'
  | 'own'
  | 'agreed'
  | 'guardian'
  | 'kin'
  | 'consent-missing'
  | 'listed'
  | 'listed-no-means-test'
  | 'listed-criminal'
  | 'regional-list'
  | 'to-confirm'
  | 'partly-listed'
  | 'not-listed'
  | 'group-matter'
  | 'no-means-test'
  | 'no-means-test-group'
  | 'exempt'
  | 'pledge'
  | 'proof'
  | 'pledge-open'
  | 'route-open'
  | 'criminal-means'
type Ruling = Omit<Finding, 'check' | 'because'> & { because: Because }

/**
 * 「按法条初看」: what the law's text suggests to the reviewer, in the order of the law's questions. Advice only; a
 * person decides. Urgency (art. 44) is hers to see in the story: no fact of the form tells it yet.
 */
export function screen(facts: ScreeningFacts, law: ScreeningLaw): Finding[] {
  return [
    { check: 'jurisdiction', ...jurisdiction(facts) },
    { check: 'standing', ...standing(facts) },
    { check: 'scope', ...scope(facts, law) },
    { check: 'hardship', ...hardship(facts, law) },
  ]
}

const ruling = (verdict: Finding['verdict'], article: string, because: Because, certain = true): Ruling => ({
  verdict,
  article,
  because,
  certain,
})
const sure = (row: { certainty?: string }): boolean => row.certainty !== 'memory' && row.certainty !== 'account'
const labour = (topic: string): boolean => topic === 'wages' || topic === 'work-injury'

function jurisdiction({ topic, elsewhere, body }: ScreeningFacts): Ruling {
  const named = Boolean(body?.trim())
  // Litigation goes to the seat of the body that handles the case, wherever the facts happened.
  if (topic === 'criminal' && named) return ruling('look', '38', 'criminal-body')
  if (elsewhere?.trim()) return ruling('unlikely', '38', 'elsewhere')
  if (topic === 'criminal') return ruling('look', '38', 'ask-criminal-body')
  // 劳动争议调解仲裁法 21: the place of performance or the employer's seat.
  if (labour(topic)) return ruling('look', '38', named ? 'labour-body' : 'ask-labour-body')
  return ruling('look', '38', named ? 'body-named' : 'ask-body')
}

function standing({ for: whom, topic, signed }: ScreeningFacts): Ruling {
  // A guardian needs no consent, and consent makes no guardian.
  if (whom === 'ward') return ruling('look', '40', 'guardian')
  if (signed) return ruling('fits', '40', whom === 'self' ? 'own' : 'agreed')
  if (whom === 'other' && topic === 'criminal') return ruling('look', '24', 'kin')
  return ruling('look', '40', 'consent-missing')
}

/** Not named as such in art. 31, but some of what people ask for under these topics is. */
const partlyListed: Record<string, string> = {
  marriage: '31-4',
  consumer: '31-7',
  administrative: '31-1',
  subsidy: '31-2',
}

function scope(facts: ScreeningFacts, law: ScreeningLaw): Ruling {
  const row = law.topics[facts.topic]
  const article = row?.article
  if (row && article && sure(row) && article !== '31-9') {
    if (article.startsWith('32-')) return ruling('fits', article, 'listed-no-means-test')
    return ruling('fits', article, article === '24' ? 'listed-criminal' : 'listed')
  }
  const group = groupOf32(facts, law)
  if (group) return ruling('look', group.article, 'group-matter', sure(group))
  if (article === '31-9') return ruling('look', article, 'regional-list', false)
  if (article) return ruling('look', article, 'to-confirm', false)
  const partly = partlyListed[facts.topic]
  return partly ? ruling('look', partly, 'partly-listed', false) : ruling('look', '31', 'not-listed', false)
}

/** Never `unlikely`: nobody is turned away for declining the promise, nor for having no papers. */
function hardship(facts: ScreeningFacts, law: ScreeningLaw): Ruling {
  const topic = law.topics[facts.topic]
  if (topic?.article?.startsWith('32-')) return ruling('fits', topic.article, 'no-means-test', sure(topic))
  const special = groupOf32(facts, law)
  if (special) return ruling('look', special.article, 'no-means-test-group', sure(special))
  const group = groupOf42(facts, law)
  // Art. 42 waives the check for those whose material proves it; who has none promises like anybody else.
  if (group && facts.evidence > 0) return ruling('fits', group.article, 'exempt', sure(group))
  if (facts.route === 'promise') return ruling('fits', '41', 'pledge')
  // Accused persons may apply for hardship or for another reason; which side she is on, the form doesn't ask.
  if (topic?.article === '24') return ruling('look', '24', 'criminal-means')
  if (facts.route === undefined) return ruling('look', '41', 'route-open')
  return ruling('look', '41', facts.evidence > 0 ? 'proof' : 'pledge-open')
}

const known = ({ groups }: ScreeningFacts, law: ScreeningLaw) =>
  groups.flatMap((code) => (Object.hasOwn(law.groups, code) ? (law.groups[code] ?? []) : []))

const groupOf32 = (facts: ScreeningFacts, law: ScreeningLaw) =>
  known(facts, law).find(({ article }) => article.startsWith('32-'))

/** Migrant workers (42-3) are exempt only where they ask for wages or for an injury at work. */
const groupOf42 = (facts: ScreeningFacts, law: ScreeningLaw) =>
  known(facts, law).find(({ article }) => article.startsWith('42-') && (article !== '42-3' || labour(facts.topic)))
