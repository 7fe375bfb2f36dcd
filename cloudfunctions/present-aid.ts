import type { AidDetail, FindingView, PapersAsked } from '@/contract/views'
import { documentsFor, numberOf } from '@/domain/aid-documents'
import type { Aid, Consent } from '@/domain/aid-types'
import { toCallBack } from '@/domain/desk'
import { maskIdNumber, maskPhone } from '@/domain/identity-number'
import { screen } from '@/domain/screening'
import type { Part, Reader } from '@/domain/sight'
import { consentTexts, noticeSource, reasonText, remedyText, sourceTexts, tellTexts, topicText } from '@/words/aid'
import { documentTitle, isCertain, signedName } from '@/words/aid-documents'
import { agreedText } from '@/words/forwarding'
import { storyPaper } from '@/words/recording'
import { articleName, articleText, findingText, groupTexts } from '@/words/screening'
import { turnsOf } from './present-aid-turns'
import type { World } from './world'

/** What is particular to legal aid, part by part: the view table says who sees which. */

type Sees = (part: Part) => boolean

/** Why a lawyer goes is between him and the centre, and so is what proves it. */
export const papersOf = (
  { evidence, papers, personal, signed = [], suspended, leaving, lastLeft }: Aid,
  sees?: Sees,
) => [
  ...(personal.consent?.fileId ? [{ id: personal.consent.fileId, name: '本人同意的录音或签名' }] : []),
  ...(personal.voice ? [{ id: personal.voice, name: storyPaper }] : []),
  ...evidence.map((id, n) => ({ id, name: `申请时交的材料 ${n + 1}` })),
  ...personal.lists.flatMap(({ items }) =>
    items.flatMap(({ text, answered }) =>
      (answered?.files ?? []).map((id, n, all) => ({ id, name: `补交：${text}${all.length > 1 ? ` ${n + 1}` : ''}` })),
    ),
  ),
  ...(suspended?.files ?? []).map((id, n) => ({ id, name: `法院中止审理的材料 ${n + 1}` })),
  ...(!sees || sees('notes') ? (leaving?.files ?? []) : []).map((id, n) => ({ id, name: `律师退出的证明 ${n + 1}` })),
  ...(!sees || sees('matching') ? (lastLeft?.files ?? []) : []).map((id, n) => ({
    id,
    name: `前一位律师退出的证明 ${n + 1}`,
  })),
  ...papers.map((id, n) => ({ id, name: `结案材料 ${n + 1}` })),
  ...signed.flatMap(({ document, files }) =>
    files.map((id, n) => ({ id, name: signedName(document, files.length > 1 ? n + 1 : undefined) })),
  ),
]

export function detailOf(world: World, state: Aid, sees: Sees, reader: Reader): AidDetail {
  return {
    topic: state.topic,
    topicText: topicText(state.topic),
    ...toldOf(state, sees),
    ...lawyerOf(state, sees),
    ...(sees('owed') && state.personal.lists.length > 0 && { papersAsked: askedOf(state, sees) }),
    ...(sees('matching') && { screening: screeningOf(world, state) }),
    ...(sees('notes') && state.personal.notes.length > 0 && { notes: notesOf(state) }),
    ...endOf(state, sees),
    ...turnsOf(world, state, sees),
    ...documentsIn(state, reader, sees),
  }
}

/** The papers this reader may make now, and which of them came back signed. */
function documentsIn(state: Aid, reader: Reader, sees: Sees): Pick<AidDetail, 'documents'> {
  const documents = documentsFor(state, reader).map((document) => {
    const no = numberOf(state, document)
    const signed = sees('papers') ? state.signed?.find((each) => each.document === document) : undefined
    return {
      document,
      title: documentTitle(document),
      certain: isCertain(document),
      ...(no && { no: no.text }),
      ...(signed && { signed: { at: signed.at, files: signed.files } }),
    }
  })
  return documents.length > 0 ? { documents } : {}
}

/** What the person told, and how it came in. */
function toldOf(state: Aid, sees: Sees): Partial<AidDetail> {
  const { place, personal, route, source, helper } = state
  const { body, elsewhere, happened, deadline, groups, income, consent } = personal
  return {
    where: {
      place: { code: place.code, text: place.text },
      ...(sees('story') && { ...(body && { body }), ...(elsewhere && { elsewhere }) }),
    },
    ...(sees('applicant-name') && { applicant: applicantOf(state, sees) }),
    ...(sees('story') && {
      for: state.for,
      story: personal.story,
      ...(happened && { happened }),
      ...(deadline && { deadline }),
      ...(source && { source: { code: source, text: state.criminal ? noticeSource : sourceTexts[source] } }),
      ...(helper && { forwardedBy: helper.name }),
    }),
    ...(sees('consent') && {
      ...(consent && { consent: consentView(consent) }),
      told: toldTo(state),
    }),
    ...(sees('means') && {
      ...(route && { route }),
      groups,
      groupTexts: groups.map((group) => groupTexts[group] ?? group),
      ...(income && { income }),
    }),
    ...(sees('party-names') && { parties: partiesOf(state, sees) }),
  }
}

export const consentView = ({ fileId: _, opponentIsKin, ...consent }: Consent) => ({
  ...consent,
  text: agreedText(consentTexts[consent.kind], opponentIsKin),
})

/** Her own account always, besides whoever was chosen. */
type ToldOf = Pick<Aid, 'owner' | 'tell'> & { personal: Pick<Aid['personal'], 'kin'> }

export const toldTo = ({ owner, tell, personal: { kin } }: ToldOf): string[] =>
  (['person', 'helper', 'kin'] as const)
    .filter((who) => tell.includes(who) || (who === 'person' && owner !== undefined))
    .map((who) => (who === 'kin' && kin ? `${tellTexts.kin} ${kin.name}` : tellTexts[who]))

function lawyerOf({ lawyer, decision, escalated, confirmed, personal }: Aid, sees: Sees): Partial<AidDetail> {
  return {
    ...(lawyer &&
      sees('lawyer') && {
        lawyer: {
          id: lawyer.ref.id,
          name: lawyer.ref.name,
          ...(lawyer.ref.org && { org: lawyer.ref.org }),
          reasons: sees('matching') ? lawyer.reasons.map(reasonText) : [],
          conflict: lawyer.conflict,
        },
        ...(confirmed && { confirmed: { at: confirmed.at, by: confirmed.by.name } }),
      }),
    ...(decision &&
      sees('decision') && {
        decision: { at: decision.at, by: decision.by.name, ...(personal.grantWhy && { why: personal.grantWhy }) },
      }),
    ...(escalated && sees('decision') && { escalated: { at: escalated.at, to: escalated.to.name } }),
  }
}

/** How it ended, or was handed on: refusal, transfer, report, rating and what followed. */
function endOf(state: Aid, sees: Sees): Partial<AidDetail> {
  const { refusal, transferred, personal, result, rating, rectified } = state
  const { transfer } = personal
  return {
    ...(refusal &&
      (refusal.confirmed || sees('matching')) &&
      sees('handover') && { refusal: refusalOf(refusal, personal.refuseWhy ?? '') }),
    ...(transferred &&
      transfer &&
      sees('handover') && { transfer: { at: transferred.at, by: transferred.by.name, ...transfer } }),
    ...(sees('reports') && {
      reports: personal.reports,
      ...(result && {
        result: { result, text: personal.achieved ?? '', ...(personal.helped && { helped: personal.helped }) },
      }),
      ...(rating && { rating: { ...rating, ...(personal.ratingText && { text: personal.ratingText }) } }),
      ...(rectified && { rectified: { at: rectified.at, by: rectified.by.name, text: personal.rectified ?? '' } }),
    }),
    ...(sees('matching') && state.sampled && { callBack: callBackOf(state) }),
  }
}

function refusalOf({ at, by, article, confirmed }: NonNullable<Aid['refusal']>, why: string) {
  const quoted = articleText(article)
  return {
    at,
    by: by.name,
    article,
    articleName: articleName(article),
    // A lead-in whose list doesn't follow says nothing to her.
    ...(quoted && (article.includes('-') || !quoted.includes('下列')) && { articleText: quoted }),
    why,
    ...(confirmed && { confirmed: { at: confirmed.at, by: confirmed.by.name } }),
    remedy: remedyText,
  }
}

const callBackOf = (state: Aid): NonNullable<AidDetail['callBack']> => ({
  done: !toCallBack(state),
  tries: state.personal.tries.map(({ by, ...tried }) => ({ ...tried, by: by.name })),
})

const notesOf = ({ personal: { notes } }: Aid) => notes.map(({ at, by, text }) => ({ at, by: by.name, text }))

/** Which papers are owed everybody sees who may help; what came in only who may see papers. */
function askedOf({ timesAsked, personal: { lists } }: Aid, sees: Sees): PapersAsked {
  return {
    times: timesAsked,
    lists: lists.map(({ at, by, why, items }) => ({
      at,
      by: by.name,
      ...(why && sees('papers') && { why }),
      items: items.map(({ key, text, answered }) => ({
        key,
        text,
        ...(answered && {
          answered: sees('papers') ? answered : { at: answered.at, files: [] },
        }),
      })),
    })),
  }
}

function screeningOf(
  { topics, groups }: World,
  { for: forWhom, topic, route, evidence, personal }: Aid,
): FindingView[] {
  const { elsewhere, body, income, consent } = personal
  const facts = {
    for: forWhom,
    topic,
    ...(elsewhere && { elsewhere }),
    ...(body && { body }),
    ...(route && { route }),
    ...(income && { income }),
    groups: personal.groups,
    evidence: evidence.length,
    // Whoever asks for herself, on the telephone too, has said so by asking.
    signed: forWhom !== 'other' || consent?.fileId !== undefined || consent?.name !== undefined,
  }
  return screen(facts, { topics, groups }).map((finding) => {
    const quoted = articleText(finding.article)
    return {
      check: finding.check,
      verdict: finding.verdict,
      text: findingText(finding),
      articleName: articleName(finding.article),
      ...(quoted && { articleText: quoted }),
      certain: finding.certain,
    }
  })
}

function applicantOf({ personal }: Aid, sees: Sees): AidDetail['applicant'] {
  const { name, phone, idNumber, birth, language, groups } = personal.applicant
  if (!sees('applicant-contact')) return { name }
  return {
    name,
    ...(phone && { phone: maskPhone(phone) }),
    ...(idNumber && { idNumber: maskIdNumber(idNumber) }),
    ...(birth && { birth }),
    ...(language && { language }),
    ...(groups && { groups }),
  }
}

const partiesOf = ({ personal }: Aid, sees: Sees): NonNullable<AidDetail['parties']> =>
  personal.parties.map(({ role, name, idNumber, creditCode, phone }) => ({
    role,
    name,
    ...(sees('party-contact') && {
      ...(idNumber && { idNumber: maskIdNumber(idNumber) }),
      ...(creditCode && { creditCode }),
      ...(phone && { phone: maskPhone(phone) }),
    }),
  }))
