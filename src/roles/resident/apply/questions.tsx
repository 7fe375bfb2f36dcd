import { change } from '@/client/draft'
import { problemOf } from '@/client/failed'
import { placeText, useUnits } from '@/client/units'
import { ChoiceList, Field, type IconName, PlacePicker, Problem, Skeleton, TopicGrid } from '@/ui'
import { topicText } from '@/words/aid'
import { forChoices, questions, storyWords, whereWords } from '@/words/apply'
import type { QuestionProps } from './form'
import { Safety } from './safety'

export function ForWhom({ draft, ids, wrong }: QuestionProps) {
  return (
    <ChoiceList
      id={ids('for')}
      label={questions.for.title}
      labelUnseen
      choices={forChoices}
      value={draft.for}
      error={wrong('for')}
      onChange={(value) => change({ for: value })}
    />
  )
}

// What legal aid is asked for; roads and water are grievances and have another door.
const topics: readonly { value: string; icon: IconName }[] = [
  { value: 'wages', icon: 'wage' },
  { value: 'work-injury', icon: 'injury' },
  { value: 'land', icon: 'land' },
  { value: 'pasture', icon: 'grass' },
  { value: 'marriage', icon: 'family' },
  { value: 'violence', icon: 'shield' },
  { value: 'support', icon: 'people' },
  { value: 'inheritance', icon: 'home' },
  { value: 'debt', icon: 'loan' },
  { value: 'traffic', icon: 'alert' },
  { value: 'criminal', icon: 'scale' },
  { value: 'administrative', icon: 'paper' },
  { value: 'other', icon: 'other' },
]

export function Topic({ draft, ids, wrong }: QuestionProps) {
  return (
    <>
      {draft.topic === 'violence' && <Safety />}
      <TopicGrid
        id={ids('matter')}
        label={questions.topic.title}
        labelUnseen
        topics={topics.map(({ value, icon }) => ({ value, icon, text: topicText(value) }))}
        value={draft.topic}
        error={wrong('matter')}
        onChange={(topic) => change({ topic })}
      />
    </>
  )
}

export function Where({ draft, ids, wrong }: QuestionProps) {
  const { units, failed, waiting, again } = useUnits()
  return (
    <>
      {waiting && <Skeleton cards={2} />}
      {failed && <Problem {...problemOf(failed)} onRetry={again} />}
      {units.length > 0 && (
        <PlacePicker
          id={ids('where.place')}
          label={whereWords.place}
          labelUnseen
          places={units}
          value={draft.place}
          error={wrong('where.place')}
          townWillDo
          onChange={(place) => change({ place, placeText: placeText(units, place) })}
        />
      )}
      <Field
        id={ids('where.body')}
        label={whereWords.body}
        hint={whereWords.bodyHint}
        value={draft.body}
        error={wrong('where.body')}
        max={100}
        optional
        onChange={(body) => change({ body })}
      />
    </>
  )
}

export function Story({ draft, ids, wrong }: QuestionProps) {
  return (
    <Field
      id={ids('story')}
      type="textarea"
      label={storyWords.label}
      placeholder={storyWords.example}
      value={draft.story}
      error={wrong('story')}
      max={2000}
      onChange={(story) => change({ story })}
    />
  )
}
