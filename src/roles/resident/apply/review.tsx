import type { Draft } from '@/client/draft'
import { type Fact, Facts, Notice, Rows, Section } from '@/ui'
import { languageTexts, topicText } from '@/words/aid'
import { forChoices, reviewWords as words } from '@/words/apply'
import { type StepName, steps } from './form'

type ReviewProps = { draft: Draft; onChange: (step: number) => void }

/** Check your answers: each with a way to change it that comes back here. */
export function Review({ draft, onChange }: ReviewProps) {
  const at = (name: StepName) => () => onChange(steps.findIndex((step) => step.name === name))
  const fact = (label: string, value: string | undefined, step: StepName): Fact => ({
    label,
    value: value?.trim() || words.blank,
    onChange: at(step),
  })
  const parties = draft.parties.map(({ name, phone }) => [name, phone].filter(Boolean).join('，')).join('；')
  return (
    <>
      <Section title={words.you}>
        <Rows>
          <Facts
            facts={[
              fact(words.for, forChoices.find(({ value }) => value === draft.for)?.text, 'for'),
              fact(words.name, draft.name, 'applicant'),
              fact(words.phone, draft.phone, 'applicant'),
              fact(words.idNumber, draft.idNumber, 'applicant'),
              fact(words.language, draft.language && languageTexts[draft.language], 'applicant'),
            ]}
          />
        </Rows>
      </Section>
      <Section title={words.matter}>
        <Rows>
          <Facts
            facts={[
              fact(words.topic, draft.topic && topicText(draft.topic), 'topic'),
              fact(words.place, draft.placeText, 'where'),
              fact(words.body, draft.body, 'where'),
              fact(words.story, draft.story, 'story'),
              fact(words.parties, parties || words.noParties, 'parties'),
            ]}
          />
        </Rows>
      </Section>
      <Section title={words.means}>
        <Rows>
          <Facts
            facts={[
              fact(words.route, draft.route && words.routes[draft.route], 'means'),
              fact(words.income, draft.income, 'means'),
              ...(draft.photos.length > 0 ? [fact(words.photos, words.photosCount(draft.photos.length), 'means')] : []),
            ]}
          />
        </Rows>
      </Section>
      <Notice>{words.after}</Notice>
    </>
  )
}
