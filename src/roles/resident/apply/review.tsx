import type { Draft } from '@/client/draft'
import { productNow } from '@/client/now'
import { type Fact, Facts, Notice, Rows, Section } from '@/ui'
import { languageTexts, topicText } from '@/words/aid'
import { forChoices, helpedChoices, storyWords, reviewWords as words } from '@/words/apply'
import { tellWords } from '@/words/apply-more'
import { groupTexts } from '@/words/screening'
import { nearDay } from '@/words/time'
import { forwards, type StepName } from './form'

type ReviewProps = { draft: Draft; onChange: (step: StepName) => void }
type Line = [label: string, value: string | undefined, step: StepName]

/** Check your answers: each with a way to change it that comes back here. */
export function Review({ draft, onChange }: ReviewProps) {
  const parts = [
    { title: words.you, lines: whoLines(draft) },
    { title: words.matter, lines: matterLines(draft) },
    { title: words.means, lines: meansLines(draft) },
    ...(forwards(draft) ? [{ title: words.consent, lines: consentLines(draft) }] : []),
    { title: words.told, lines: [[words.toldWhom, toldText(draft), 'tell'] satisfies Line] },
  ]
  const fact = ([label, value, step]: Line): Fact => ({
    label,
    value: value?.trim() || words.blank,
    onChange: () => onChange(step),
  })
  return (
    <>
      {parts.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Rows>
            <Facts facts={lines.map(fact)} />
          </Rows>
        </Section>
      ))}
      <Notice>{draft.whereabouts === 'elsewhere' ? words.afterElsewhere : words.after}</Notice>
    </>
  )
}

const whoLines = (draft: Draft): Line[] => [
  [words.for, (draft.helped ? helpedChoices : forChoices).find(({ value }) => value === draft.for)?.text, 'for'],
  [words.name, draft.name, 'applicant'],
  [words.phone, draft.phone, 'applicant'],
  [words.idNumber, draft.idNumber, 'applicant'],
  [words.language, draft.language && languageTexts[draft.language], 'applicant'],
]

function matterLines(draft: Draft): Line[] {
  const { whereabouts, elsewhere, placeText, body, topic, story, voice, happened, deadline } = draft
  const parties = draft.parties.map(({ name, phone }) => [name, phone].filter(Boolean).join('，')).join('；')
  const now = productNow()
  return [
    [words.where, whereabouts === 'elsewhere' ? words.elsewhere(elsewhere) : whereabouts && words.here, 'where'],
    [words.place, placeText, 'where'],
    [words.body, body, 'where'],
    [words.topic, topic && topicText(topic), 'topic'],
    ...(story.trim() || !voice ? [[words.story, story, 'story'] satisfies Line] : []),
    ...filled(words.voice, voice && words.voiceOf(voice.seconds), 'story'),
    ...filled(storyWords.happenedShort, happened && nearDay(happened, now), 'story'),
    ...filled(storyWords.deadlineShort, deadline && nearDay(deadline, now), 'story'),
    [words.parties, parties || words.noParties, 'parties'],
  ]
}

const meansLines = ({ route, groups, income, photos }: Draft): Line[] => [
  [words.route, route && words.routes[route], 'means'],
  ...filled(words.groups, groups.map((code) => groupTexts[code] ?? code).join('；'), 'means'),
  [words.income, income, 'means'],
  ...filled(words.photos, photos.length > 0 ? words.photosCount(photos.length) : '', 'means'),
]

function consentLines({ consent: { how, kind, witness } }: Draft): Line[] {
  const by = kind === 'witness' ? words.witness(witness) : kind && words.kinds[kind]
  return [
    [words.how, how && words.hows[how], 'consent'],
    [words.kind, by, 'consent'],
  ]
}

/** A line that only stands where something was given. */
const filled = (label: string, value: string | undefined, step: StepName): Line[] =>
  value ? [[label, value, step]] : []

function toldText(draft: Draft): string {
  const { person, helper } = tellWords.other
  const other = forwards(draft)
  const names = {
    person: other ? person : tellWords.me,
    helper,
    kin: tellWords.relative([draft.kin.name, draft.kin.phone].filter(Boolean).join('，')),
  }
  return draft.tell
    .filter((whom) => other || whom !== 'helper')
    .map((whom) => names[whom])
    .join('；')
}
