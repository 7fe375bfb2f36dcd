import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { problemOf } from '@/client/failed'
import { fill, type Registration, type Source } from '@/client/register-draft'
import { useSession } from '@/client/session'
import { placeText, useUnits } from '@/client/units'
import { reportTopics } from '@/pages/report-topics'
import { Chips, Field, goTo, type IconName, Link, Notice, PlacePicker, Problem, Skeleton, TopicGrid } from '@/ui'
import { FieldError } from '@/ui/field'
import { languageTexts } from '@/words/aid'
import { registerWords as words } from '@/words/register'
import { reportWords } from '@/words/report'
import { enterSends, enterTakesFirst } from '../keys'
import type { FieldsProps } from './form'
import { kindsFor } from './question-form'
import { topics } from './topics'

const everySource: { value: Source; text: string; icon: IconName }[] = [
  { value: 'call', text: words.sources.call, icon: 'phone' },
  { value: 'counter', text: words.sources.counter, icon: 'person' },
  { value: 'paper', text: words.sources.paper, icon: 'paper' },
  { value: 'group', text: words.sources.group, icon: 'people' },
  { value: 'upper', text: words.sources.upper, icon: 'inbox' },
]

export const SourceField = ({ draft, ids, wrong }: FieldsProps) => (
  <View className="forward__source">
    <TopicGrid<Source>
      id={ids('source')}
      label={words.source}
      topics={everySource.filter(({ value }) => value !== 'upper' || draft.kind === 'grievance')}
      value={draft.source}
      error={wrong('source')}
      onChange={(source) => fill({ source })}
    />
  </View>
)

type Kind = Registration['kind']

/** What is written down: an application, a question for a lawyer, something to report. */
export const KindField = ({ draft, role }: FieldsProps) => (
  <Chips<Kind>
    label={words.kind}
    chips={kindsFor(role).map((value) => ({ value, text: words.kinds[value] }))}
    value={draft.kind}
    onChange={(kind) =>
      // Not every topic, nor every way in, is there for each.
      fill({
        kind,
        ...(topicsOf(kind).every(({ value }) => value !== draft.topic) && { topic: undefined }),
        ...(draft.source === 'upper' && { source: undefined }),
      })
    }
  />
)

const topicsOf = (kind: Kind) => (kind === 'grievance' ? reportTopics : topics)

const languages = (['zh', 'mn'] as const).map((value) => ({ value, text: languageTexts[value] ?? '' }))

/** In which language he is answered; the first lawyer asked depends on it. */
export const LanguageField = ({ draft }: FieldsProps) => (
  <View className="field">
    <View className="field__label" ariaHidden>
      {words.languageQuestion}
    </View>
    <Chips<'zh' | 'mn'>
      label={words.languageQuestion}
      chips={languages}
      value={draft.language ?? 'zh'}
      onChange={(language) => fill({ language })}
    />
  </View>
)

export const WhoFields = ({ draft, ids, wrong }: FieldsProps) => (
  <View className="forward__pair">
    <Field
      id={ids('applicant.name')}
      label={words.name}
      value={draft.name}
      error={wrong('applicant.name')}
      max={50}
      optional={draft.kind === 'question' || draft.kind === 'grievance'}
      onChange={(name) => fill({ name })}
    />
    <Field
      id={ids('applicant.phone')}
      type="phone"
      label={words.phone}
      value={draft.phone}
      error={wrong('applicant.phone')}
      optional={draft.source === undefined ? draft.kind !== 'aid' : draft.source !== 'call'}
      onChange={(phone) => fill({ phone })}
    />
  </View>
)

/** The village: found by a few characters, then one line. */
export function PlaceField({ draft, ids, wrong }: FieldsProps) {
  const { units, failed, waiting, again } = useUnits()
  const own = useSession((session) => session.me?.acting.unit)
  const id = ids('where.place')
  // What was pressed is gone: the keyboard goes on from what stands there now.
  const chose = useRef(false)
  const { place } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a choice moves the keyboard
  useEffect(() => {
    if (chose.current) goTo(id)
    chose.current = false
  }, [place])

  function choose(code: string | undefined) {
    chose.current = true
    fill({ place: code, placeText: code ? placeText(units, code) : '' })
  }

  if (place)
    return (
      <View id={id} className="field" ariaRole="group" ariaLabel={words.place}>
        <View className="field__label" ariaHidden>
          {words.place}
        </View>
        <View className="forward__chosen">
          <Text className="strong">{draft.placeText || place}</Text>
          <Link text={words.otherPlace} onPress={() => choose(undefined)} />
        </View>
        <FieldError id={id} error={wrong('where.place')} />
      </View>
    )
  if (waiting) return <Skeleton cards={1} />
  if (failed && units.length === 0) return <Problem {...problemOf(failed, again)} />
  // A town's clerk finds her own villages first.
  const near = (code: string, parent?: string) => Number(code === own || parent === own)
  const places = [...units].sort((a, b) => near(b.code, b.parent) - near(a.code, a.parent))
  return (
    <View {...enterTakesFirst('.place')}>
      <PlacePicker
        id={id}
        label={words.place}
        places={places}
        error={wrong('where.place')}
        townWillDo
        onChange={choose}
      />
    </View>
  )
}

export function TopicField({ draft, ids, wrong }: FieldsProps) {
  return (
    <>
      <TopicGrid
        id={ids('matter')}
        label={words.topic}
        topics={topicsOf(draft.kind)}
        value={draft.topic}
        error={wrong('matter')}
        onChange={(topic) => fill({ topic })}
      />
      {draft.topic === 'violence' && (
        <Notice tone="red" said>
          {words.danger}
        </Notice>
      )}
    </>
  )
}

export const StoryField = ({ draft, ids, wrong }: FieldsProps) => (
  <Field
    id={ids('story')}
    type="textarea"
    label={words.story}
    hint={enterSends() ? words.storyKeys : undefined}
    placeholder={draft.kind === 'grievance' ? reportWords.example : words.storyExample}
    value={draft.story}
    error={wrong('story')}
    max={500}
    optional={draft.kind === 'visit' || draft.files.some(({ use }) => use === 'voice')}
    onChange={(story) => fill({ story })}
  />
)
