import { type AidDocument, isNumbered } from '@/domain/aid-documents'
import { documentTitle, labels, signature, paragraphs as texts, signWords as who } from '@/words/aid-documents'
import type { AidFacts } from './aid-document-facts'
import type { Line, Page, Row } from './paper-page'

/** Each paper of legal aid, line by line, from its facts. What isn't known is a line to write on. */

const sign = (hand: string): Line => ({ sign: signature(hand) })
const plain = (text: string): Line => ({ plain: text })
const row = (label: string, value = ''): Row => [label, value]
/** The office's name where its seal goes, and the day. */
const sealed = (office: string, on: string | undefined): Line[] => [
  { right: texts.seal(office) },
  { right: texts.day(on) },
]
const numbered = (items: readonly string[]): Line[] => items.map((text, n) => `${n + 1}. ${text}`)

const applicantRows = ({
  applicant: { name, sex, birth, idNumber, phone, address, language, groups },
}: AidFacts): Row[] => [
  row(labels.name, name),
  row(labels.sex, sex),
  row(labels.birth, birth && texts.day(birth)),
  row(labels.idNumber, idNumber),
  row(labels.phone, phone),
  row(labels.address, address),
  row(labels.language, language),
  row(labels.groups, groups),
]
const actingRows = ({ lawyer }: AidFacts): Row[] => [
  row(labels.lawyer, lawyer?.name),
  row(labels.org, lawyer?.org),
  row(labels.phone, lawyer?.phone),
]

/** A paper without what it is about isn't made: `undefined`. */
type Draw = (facts: AidFacts) => Line[] | undefined

const pages: Record<AidDocument, Draw> = {
  application: (facts) => [
    {
      rows: [
        ...applicantRows(facts),
        row(labels.agent, facts.agent),
        ...(facts.agent ? [row(labels.relation)] : []),
        row(labels.topic, facts.topic),
        row(labels.body, facts.body),
        row(labels.happened, facts.happened && texts.day(facts.happened)),
        row(labels.deadline, facts.deadline && texts.day(facts.deadline)),
        row(labels.parties, facts.parties.join('\n')),
        row(labels.story, facts.story),
        row(labels.route, facts.route),
        row(labels.submitted, facts.submitted),
      ],
    },
    texts.truth,
    sign(who.applicant),
    ...(facts.agent ? [sign(who.agent)] : []),
  ],
  promise: ({ applicant: { name, idNumber }, agency }) => [
    plain(texts.to(agency)),
    ...texts.promise,
    texts.promiseFree,
    { rows: [row(labels.name, name), row(labels.idNumber, idNumber)] },
    sign(who.applicant),
  ],
  hardship: (facts) => [
    texts.hardship,
    {
      rows: [
        row(labels.name, facts.applicant.name),
        row(labels.idNumber, facts.applicant.idNumber),
        row(labels.groups, facts.applicant.groups),
        row(labels.route, facts.route),
        row(labels.income, facts.income),
        row(labels.household, '\n\n'),
        row(labels.spending, '\n'),
      ],
    },
    texts.truth,
    sign(who.applicant),
  ],
  receipt: ({ applicant, agency, submittedOn, materials, today }) => [
    texts.received(applicant.name, submittedOn),
    { rows: [row(labels.materials, labels.received), ...materials.map(({ text, at }) => row(text, at))] },
    texts.nothingMore,
    sign(who.clerk),
    sign(who.applicant),
    ...sealed(agency, today),
  ],
  supplement: ({ applicant, agency, submittedOn, topic, owed }) =>
    owed && [
      texts.supplementLead(applicant.name, submittedOn, topic),
      ...numbered(owed.items),
      texts.supplementBy(owed.until),
      texts.supplementElse,
      sign(who.receiver),
      ...sealed(agency, owed.on),
    ],
  grant: (facts) =>
    facts.granted && [
      texts.granted(facts.applicant.name, facts.submittedOn, facts.topic),
      ...(facts.granted.why ? [texts.grantedWhy(facts.granted.why)] : []),
      ...(facts.lawyer ? [{ rows: actingRows(facts) }] : []),
      texts.free,
      texts.duties,
      sign(who.receiver),
      ...sealed(facts.agency, facts.granted.on),
    ],
  refusal: ({ applicant, agency, bureau, submittedOn, topic, refused }) =>
    refused && [
      texts.refused(applicant.name, submittedOn, topic),
      texts.refusedBecause(refused.article, refused.articleText, refused.why),
      texts.remedy(bureau),
      sign(who.receiver),
      ...sealed(agency, refused.on),
    ],
  assignment: ({ applicant, agency, topic, lawyer, notice, first }) =>
    lawyer && [
      notice
        ? texts.assignedOnNotice(notice, lawyer.org, applicant.name, lawyer.name)
        : texts[first ? 'assignedFirst' : 'assigned'](lawyer.org, applicant.name, topic, lawyer.name),
      ...(applicant.phone ? [{ rows: [row(labels.name, applicant.name), row(labels.phone, applicant.phone)] }] : []),
      texts.assignedDuty,
      { sign: signature(who.firm) },
      ...sealed(agency, lawyer.on),
    ],
  mandate: (facts) => {
    const { applicant, topic, lawyer } = facts
    return (
      lawyer && [
        {
          rows: [
            row(labels.name, applicant.name),
            row(labels.idNumber, applicant.idNumber),
            row(labels.phone, applicant.phone),
            row(labels.address, applicant.address),
            row(labels.topic, topic),
            ...actingRows(facts),
          ],
        },
        texts.mandate(applicant.name, lawyer.name, lawyer.org),
        ...texts.mandateScope,
        sign(who.recipient),
        sign(who.lawyer),
      ]
    )
  },
  letter: ({ applicant, agency, topic, body, lawyer, today, notice }) =>
    lawyer && [
      notice
        ? texts.letterOnNotice(notice, applicant.name, lawyer.org, lawyer.name)
        : texts.letter(body, applicant.name, topic, lawyer.org, lawyer.name),
      ...(lawyer.phone ? [{ rows: [row(labels.lawyer, lawyer.name), row(labels.phone, lawyer.phone)] }] : []),
      ...sealed(agency, today),
    ],
  replacement: ({ applicant, agency, replaced, lawyer }) =>
    replaced &&
    lawyer && [
      texts.replaced(applicant.name, replaced.name, lawyer.name, lawyer.org),
      texts.replacedRights,
      sign(who.receiver),
      ...sealed(agency, replaced.on),
    ],
  termination: ({ applicant, agency, bureau, topic, termination }) =>
    termination && [
      texts.terminated(applicant.name, topic),
      texts.terminatedWhy(termination.article, termination.why),
      texts.remedy(bureau),
      sign(who.receiver),
      ...sealed(agency, termination.at.slice(0, 10)),
    ],
  objection: ({ applicant, bureau, objection }) =>
    objection && [
      texts.objected(applicant.name, objection.at.slice(0, 10)),
      texts.ruled[objection.decision],
      texts.ruledWhy(objection.why),
      ...(objection.decision === 'uphold' ? [texts.ruledNext] : []),
      sign(who.receiver),
      ...sealed(bureau, objection.ruledAt.slice(0, 10)),
    ],
  closing: (facts) =>
    facts.closing && [
      {
        rows: [
          row(labels.name, facts.applicant.name),
          row(labels.topic, facts.topic),
          row(labels.body, facts.body),
          row(labels.assigned, facts.lawyer && texts.day(facts.lawyer.on)),
          ...actingRows(facts),
          row(labels.result, facts.closing.result),
          row(labels.achieved, facts.closing.achieved),
          row(labels.progress, facts.closing.reports.join('\n') || '\n'),
          row(labels.review, '\n\n'),
        ],
      },
      sign(who.lawyer),
      sign(who.reviewer),
    ],
}

/** Papers that carry the case's number beside those with one of their own. */
const OF_THE_CASE: readonly AidDocument[] = ['assignment', 'mandate', 'letter', 'replacement', 'closing']

/** The paper as a page; undefined where what it is about hasn't happened. */
export function aidPage(document: AidDocument, facts: AidFacts): Page | undefined {
  const lines = pages[document](facts)
  const title = documentTitle(document)
  const no = isNumbered(document) ? facts.no[document] : OF_THE_CASE.includes(document) ? facts.no.grant : undefined
  // A file's name is read over shoulders and in lists of downloads: no name in it.
  return lines && { name: no ? `${title} ${no}` : title, title, by: facts.agency, ...(no && { no }), lines }
}
