import { productNow } from '@/client/now'
import type { MatterView } from '@/contract/views'
import { Steps } from '@/pages/step-sheet'
import { Card, Facts, Heading, Notice } from '@/ui'
import { organToldStep, noticeWords as words } from '@/words/desk-turns'
import { byAt } from '@/words/matter-page'
import { momentText } from '@/words/time'
import { basisFact } from './basis'
import type { StepProps } from './step'

/** What came from court, procuratorate or police, and whether they know of the lawyer (法律援助法 36). */
export function CriminalNotice(props: StepProps) {
  const { notice, lawyer, custody } = props.view.detail
  const now = productNow()
  if (!notice && !custody) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={notice ? words.title : words.custody} />
      {notice && (
        <Facts
          facts={[
            { label: words.organ, value: notice.organName },
            { label: words.ground, value: notice.groundText },
            ...basisFact(notice.basis),
            ...(notice.offence ? [{ label: words.offence, value: notice.offence }] : []),
            { label: words.receivedAt, value: momentText(notice.receivedAt, now) },
            { label: words.told, value: toldText(notice, Boolean(lawyer)) },
          ]}
        />
      )}
      {custody && (
        <Facts
          facts={[
            { label: words.custodyHow, value: words.through[custody.through] ?? '' },
            { label: words.custodyAt, value: momentText(custody.askedAt, now) },
          ]}
        />
      )}
      {notice && <Notice>{words.law}</Notice>}
      <Steps {...props} steps={[organToldStep]} />
    </Card>
  )
}

function toldText({ told, toldBefore }: NonNullable<MatterView['detail']['notice']>, hasLawyer: boolean): string {
  if (told) return byAt(told.by, told.at, productNow())
  if (!hasLawyer) return words.noLawyer
  return toldBefore ? words.again : words.notYet
}
