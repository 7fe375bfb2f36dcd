import type { Afterwards } from '@/domain/aid-documents'
import { afterwardsOf, numberOf } from '@/domain/aid-documents'
import type { Aid } from '@/domain/aid-types'
import type { PersonRef } from '@/domain/decider'
import { birthOf, sexOf } from '@/domain/identity-number'
import type { Policy } from '@/domain/policy'
import type { Part } from '@/domain/sight'
import { type Day, dayOf, type Instant } from '@/domain/time'
import { languageTexts, resultTexts, topicText } from '@/words/aid'
import { officeWords, partyTexts, routeTexts, sexTexts } from '@/words/aid-documents'
import { wholeEnd, wholeMoment } from '@/words/ladder'
import { articleName, articleText, groupTexts } from '@/words/screening'

/** What the papers of one application are made of, in words. A part that the reader may not see is left blank. */

export type AidFacts = {
  /** Who gives legal aid, and to whom one objects. */
  agency: string
  bureau: string
  today: Day
  submittedOn: Day
  submitted: string
  topic: string
  applicant: { name: string } & Partial<
    Record<'sex' | 'birth' | 'idNumber' | 'phone' | 'address' | 'language' | 'groups', string>
  >
  agent?: string
  body?: string
  story?: string
  happened?: Day
  deadline?: Day
  route?: string
  income?: string
  /** 「对方：某公司」, a line each. */
  parties: string[]
  materials: { text: string; at: string }[]
  owed?: { items: string[]; until?: string; on: Day }
  no: { grant?: string; refusal?: string; termination?: string; objection?: string }
  granted?: { on: Day; why?: string }
  refused?: { on: Day; article: string; articleText?: string; why: string }
  lawyer?: { name: string; org?: string; phone?: string; on: Day }
  /** There is a lawyer before it was examined. */
  first?: true
  /** Who had it before. */
  replaced?: { name: string; on: Day }
  /** Where an organ gave notice there was no decision; whose and of what, where the reader may know. */
  notice?: { organName?: string; offence?: string }
  closing?: { result: string; achieved: string; reports: string[] }
} & Afterwards

/** `banner` is the county's name, where it has loaded one. */
export type Office = { policy: Policy; banner?: string }

export function aidFacts(
  state: Aid,
  sees: (part: Part) => boolean,
  { policy, banner }: Office,
  now: Instant,
): AidFacts {
  const { personal, sentAt, topic, decision, refusal, lawyer, replaced, helper } = state
  const told = sees('story')
  return {
    agency: policy['aid.agency'] || officeWords.agency(banner),
    bureau: policy['aid.bureau'] || officeWords.bureau(banner),
    today: dayOf(now),
    submittedOn: dayOf(sentAt),
    submitted: wholeMoment(sentAt),
    topic: topicText(topic),
    applicant: applicantIn(state, sees('applicant-contact')),
    ...(helper && state.for === 'other' && told && { agent: helper.name }),
    ...(told && toldIn(state)),
    ...(state.criminal && { notice: (told && personal.criminal) || {} }),
    ...(sees('means') && meansIn(state)),
    parties: personal.parties.map(({ role, name }) => `${partyTexts[role]}：${name}`),
    materials: sees('papers') ? materialsIn(state) : [],
    ...(sees('owed') && owedIn(state)),
    no: numbersIn(state),
    ...(decision && {
      granted: {
        on: dayOf(decision.at),
        ...(sees('decision') && personal.grantWhy && { why: personal.grantWhy }),
      },
    }),
    ...(refusal?.confirmed && sees('handover') && { refused: refusedIn(refusal, personal.refuseWhy ?? '') }),
    ...(lawyer && { lawyer: lawyerIn(lawyer.ref, lawyer.at) }),
    ...firstIn(state),
    ...(replaced && { replaced: { name: replaced.by.name, on: dayOf(lawyer?.at ?? replaced.at) } }),
    ...(state.result && sees('reports') && { closing: closingIn(state, state.result) }),
    ...afterwardsOf(state),
  }
}

function applicantIn({ personal, place }: Aid, whole: boolean): AidFacts['applicant'] {
  const { name, phone, idNumber, birth, language } = personal.applicant
  if (!whole) return { name }
  const born = birth ?? (idNumber && birthOf(idNumber))
  return {
    name,
    address: place.text,
    ...(idNumber && { idNumber, sex: sexTexts[sexOf(idNumber)] }),
    ...(born && { birth: born }),
    ...(phone && { phone }),
    ...(language && { language: languageTexts[language] ?? language }),
    ...(personal.groups.length > 0 && {
      groups: personal.groups.map((group) => groupTexts[group] ?? group).join('、'),
    }),
  }
}

const firstIn = ({ providedFirst, decision }: Aid): Pick<AidFacts, 'first'> =>
  providedFirst && !decision ? { first: true } : {}

const toldIn = ({ personal: { story, body, criminal, happened, deadline } }: Aid): Partial<AidFacts> => ({
  story,
  ...((body || criminal) && { body: body || criminal?.organName }),
  ...(happened && { happened }),
  ...(deadline && { deadline }),
})

const meansIn = ({ route, personal: { income } }: Aid): Partial<AidFacts> => ({
  ...(route && { route: routeTexts[route] }),
  ...(income && { income }),
})

/** By name and when each came in: what is on them isn't copied here. */
function materialsIn({ evidence, sentAt, personal: { lists } }: Aid): AidFacts['materials'] {
  return [
    ...evidence.map((_, n) => ({ text: `申请时提交的材料 ${n + 1}`, at: wholeMoment(sentAt) })),
    ...lists.flatMap(({ items }) =>
      items.flatMap(({ text, answered }) => (answered ? [{ text, at: wholeMoment(answered.at) }] : [])),
    ),
  ]
}

function owedIn({ personal: { lists }, clocks }: Aid): Pick<AidFacts, 'owed'> {
  const last = lists.at(-1)
  if (!last) return {}
  const clock = clocks.findLast(({ code }) => code === 'aid.supplement')
  return {
    owed: {
      on: dayOf(last.at),
      items: last.items.map(({ text }) => text),
      ...(clock && { until: wholeEnd(clock.dueAt) }),
    },
  }
}

function numbersIn(state: Aid): AidFacts['no'] {
  const text = (series: 'grant' | 'refusal' | 'termination' | 'objection') => {
    const given = numberOf(state, series)
    return given ? { [series]: given.text } : {}
  }
  return { ...text('grant'), ...text('refusal'), ...text('termination'), ...text('objection') }
}

function refusedIn(
  { article, confirmed, at }: NonNullable<Aid['refusal']>,
  why: string,
): NonNullable<AidFacts['refused']> {
  const quoted = articleText(article)
  return {
    on: dayOf(confirmed?.at ?? at),
    article: articleName(article),
    // A lead-in whose list doesn't follow says nothing to her.
    ...(quoted && (article.includes('-') || !quoted.includes('下列')) && { articleText: quoted }),
    why,
  }
}

const lawyerIn = ({ name, org, phone }: PersonRef, at: Instant): NonNullable<AidFacts['lawyer']> => ({
  name,
  on: dayOf(at),
  ...(org && { org }),
  ...(phone && { phone }),
})

const closingIn = (
  { personal: { achieved = '', helped, reports } }: Aid,
  result: string,
): NonNullable<AidFacts['closing']> => ({
  result: [resultTexts[result] ?? result, ...(helped ? [wholeMoment(helped.at), helped.place] : [])].join('，'),
  achieved,
  reports: reports.filter(({ text }) => text).map(({ at, text }) => `${wholeMoment(at)}　${text}`),
})
