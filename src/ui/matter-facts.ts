import type { AidDetail, MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { languageTexts, partyTexts, resultTexts } from '@/words/aid'
import {
  birthText,
  byAt,
  byHelper,
  consentText,
  formTexts,
  forTexts,
  factLabels as label,
  noticeLabels,
  routeTexts,
} from '@/words/matter-page'
import { dayText } from '@/words/time'
import type { Fact } from './facts'

type Party = NonNullable<AidDetail['parties']>[number]

const partyText = ({ role, name, phone, idNumber, creditCode }: Party): string =>
  [`${name}（${partyTexts[role] ?? role}）`, phone, idNumber, creditCode].filter(Boolean).join('，')

/** What was filled in, as far as the view says it: a part that the reader may not see isn't there. */
export function factsOf({ detail, place }: Pick<MatterView, 'detail' | 'place'>, now: Instant): Fact[] {
  const { applicant, where, parties = [], consent, decision, result, notice } = detail
  const groups = detail.groupTexts ?? detail.groups ?? []
  const lines: [string, string | false | undefined][] = [
    [label.topic, detail.topicText],
    [label.place, where?.place.text ?? place.text],
    [label.elsewhere, where?.elsewhere],
    [label.body, where?.body],
    [label.happened, detail.happened && dayText(detail.happened, now)],
    [label.deadline, detail.deadline && dayText(detail.deadline, now)],
    [label.for, !notice && detail.for && forTexts[detail.for]],
    [notice ? noticeLabels.applicant : label.applicant, applicant?.name],
    [label.phone, applicant?.phone],
    [label.idNumber, applicant?.idNumber],
    [label.birth, applicant?.birth && birthText(applicant.birth)],
    [label.language, applicant?.language && languageTexts[applicant.language]],
    [label.groups, groups.join('、')],
    [label.story, detail.story],
    [label.route, detail.route && routeTexts[detail.route]],
    [label.income, detail.income],
    [label.parties, parties.map(partyText).join('；')],
    [label.source, detail.source?.text],
    notice
      ? [noticeLabels.forwardedBy, detail.forwardedBy]
      : [label.forwardedBy, detail.forwardedBy && byHelper(detail.forwardedBy)],
    [label.consent, consent && consentText(consent, now)],
    [label.told, !notice && detail.told?.join('、')],
    [label.decision, decision && byAt(decision.by, decision.at, now)],
    [label.form, detail.form && formTexts[detail.form]],
    [label.result, result && [resultTexts[result.result], result.text].filter(Boolean).join('：')],
  ]
  return lines.flatMap(([name, value]) => (value ? [{ label: name, value }] : []))
}
