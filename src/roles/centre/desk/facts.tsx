import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MatterView } from '@/contract/views'
import { type Fact, Facts, Rows } from '@/ui'
import { languageTexts, partyTexts } from '@/words/aid'
import { deskFactLabels as label, centreWords as words } from '@/words/centre'
import { fillWords as fill } from '@/words/centre-more'
import { birthText, byHelper, forTexts, noticeLabels, routeTexts } from '@/words/matter-page'
import { CompleteSheet } from './complete-sheet'
import { Papers } from './papers'
import { PartiesSheet } from './parties-sheet'
import { may, type StepProps } from './step'

/** What a decision rests on, in as few lines as it takes; what hasn't been asked yet says so and is filled in here. */
export function DeskFacts(props: StepProps) {
  const { view } = props
  const [open, setOpen] = useState<'complete' | 'parties'>()
  const close = () => setOpen(undefined)
  const completes = may(view, 'aid.complete')
  const names = may(view, 'aid.parties')
  const changes: Record<string, (() => void) | false> = {
    [label.applicant]: completes && (() => setOpen('complete')),
    [noticeLabels.applicant]: completes && (() => setOpen('complete')),
    [label.means]: completes && !view.detail.notice && (() => setOpen('complete')),
    [label.parties]: names && (() => setOpen('parties')),
  }
  const facts: Fact[] = factsOf(view, completes).flatMap(([name, lines]) => {
    const onChange = changes[name] || undefined
    if (lines.length === 0 && !onChange) return []
    const said = lines.length > 0 ? lines : [fill.unasked]
    return [{ label: name, value: said.map((line) => <View key={line}>{line}</View>), onChange }]
  })
  if (view.papers.length > 0) facts.push({ label: label.papers, value: <Papers papers={view.papers} /> })
  return (
    <>
      <Rows>
        <Facts facts={facts} />
      </Rows>
      {completes && <CompleteSheet {...props} open={open === 'complete'} onClose={close} />}
      {names && <PartiesSheet {...props} open={open === 'parties'} onClose={close} />}
    </>
  )
}

const said = (...parts: (string | undefined | false)[]) => parts.filter((part): part is string => Boolean(part))
const inOne = (...parts: (string | undefined | false)[]) => {
  const line = said(...parts).join('，')
  return line ? [line] : []
}

function factsOf({ detail, place }: MatterView, asks: boolean): [string, string[]][] {
  const { where, parties = [], forwardedBy, consent, source, told = [], happened, deadline, notice } = detail
  return [
    [notice ? noticeLabels.applicant : label.applicant, applicantLines(detail, asks)],
    // Whoever applies for another without being the guardian is the helper of the next line.
    [label.for, inOne(detail.for === 'ward' && forTexts.ward)],
    notice
      ? [noticeLabels.forwardedBy, inOne(forwardedBy)]
      : [label.forwardedBy, inOne(forwardedBy && byHelper(forwardedBy), consent?.text)],
    [label.source, inOne(source?.text)],
    // Who is held reads no messages: the organ is told.
    [label.told, inOne(!notice && told.join('、'))],
    [
      label.place,
      said(
        said(where?.place.text ?? place.text, where?.body).join('，'),
        where?.elsewhere && fill.elsewhere(where.elsewhere),
      ),
    ],
    [label.days, inOne(happened && fill.happened(birthText(happened)), deadline && fill.deadline(birthText(deadline)))],
    [label.story, said(detail.story)],
    // Nobody's means are looked at on notice (法律援助法 25, 28).
    [label.means, notice ? [] : meansLines(detail, asks)],
    [
      label.parties,
      parties.map(({ role, name, phone, idNumber, creditCode }) =>
        said(words.party(name, partyTexts[role] ?? ''), phone, idNumber, creditCode).join('，'),
      ),
    ],
  ]
}

function applicantLines({ applicant }: MatterView['detail'], asks: boolean): string[] {
  const { name, phone, idNumber, birth, language } = applicant ?? {}
  return [
    ...inOne(
      name,
      phone,
      idNumber,
      birth && words.born(birthText(birth)),
      language && words.speaks(languageTexts[language] ?? language),
    ),
    ...inOne(asks && !phone && fill.unaskedPhone, asks && !idNumber && fill.unaskedId),
  ]
}

function meansLines(
  { route, income, groups = [], groupTexts = groups }: MatterView['detail'],
  asks: boolean,
): string[] {
  return [
    ...inOne(route && routeTexts[route], income, groupTexts.join('、')),
    ...inOne(asks && !route && fill.unaskedRoute, asks && !income && fill.unaskedIncome),
  ]
}
