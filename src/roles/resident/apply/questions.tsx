import { View } from '@tarojs/components'
import { change, forgetDraft } from '@/client/draft'
import { productNow } from '@/client/now'
import topicRows from '@/data/topics.json'
import { dayOf } from '@/domain/time'
import { ChoiceList, DatePicker, Field, type IconName, Link, Notice, TopicGrid } from '@/ui'
import { topicText } from '@/words/aid'
import { forChoices, helpedChoices, questions, storyWords, topicWords } from '@/words/apply'
import { consentWords } from '@/words/apply-more'
import { hotline } from '@/words/common'
import { nearDay } from '@/words/time'
import { Safety } from '../safety'
import type { QuestionProps } from './form'
import { Said } from './kept-file'
import { storyVoice } from './sending'

export function ForWhom({ draft, ids, wrong }: QuestionProps) {
  return (
    <>
      <ChoiceList
        id={ids('for')}
        label={questions.for.title}
        labelUnseen
        choices={draft.helped ? helpedChoices : forChoices}
        value={draft.for}
        error={wrong('for')}
        onChange={(value) => change({ for: value })}
      />
      {draft.helped && <Notice>{consentWords.ownSide(hotline)}</Notice>}
    </>
  )
}

// What legal aid is asked for; roads and water are grievances and have another door.
const topics: readonly { value: keyof typeof topicRows.values; icon: IconName }[] = [
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
  { value: 'subsidy', icon: 'inbox' },
  { value: 'other', icon: 'other' },
]

// What the law doesn't name is asked for all the same; only nobody is led to think it is granted already.
const isNamed = (topic: string) => topics.some(({ value }) => value === topic && 'article' in topicRows.values[value])

export function Topic({ draft, ids, wrong }: QuestionProps) {
  const { topic } = draft
  return (
    <>
      {topic === 'violence' && <Safety onErase={forgetDraft} />}
      <TopicGrid
        id={ids('matter')}
        label={questions.topic.title}
        labelUnseen
        topics={topics.map(({ value, icon }) => ({ value, icon, text: topicText(value) }))}
        value={topic}
        error={wrong('matter')}
        onChange={(topic) => change({ topic })}
      />
      {topic && !isNamed(topic) && <Notice said>{topicWords.look}</Notice>}
    </>
  )
}

export function Story({ draft, ids, wrong }: QuestionProps) {
  return (
    <>
      <Field
        id={ids('story')}
        type="textarea"
        label={draft.for === 'ward' ? storyWords.labelWard : storyWords.label}
        placeholder={storyWords.example}
        value={draft.story}
        error={wrong('story')}
        max={2000}
        optional={draft.voice !== undefined}
        onChange={(story) => change({ story })}
      />
      <Said
        id={ids('voice')}
        label={storyWords.voice}
        hint={storyWords.voiceHint}
        error={wrong('voice')}
        file={draft.voice}
        optional={Boolean(draft.story.trim())}
        slot={storyVoice}
      />
      <Days draft={draft} ids={ids} wrong={wrong} />
    </>
  )
}

function Days({ draft: { happened, deadline }, ids, wrong }: QuestionProps) {
  const now = productNow()
  return (
    <>
      <View className="stack stack--m">
        <DatePicker
          id={ids('happened')}
          label={storyWords.happened}
          hint={storyWords.happenedHint}
          value={happened}
          valueText={happened && nearDay(happened, now)}
          latest={dayOf(now)}
          error={wrong('happened')}
          onChange={(happened) => change({ happened })}
        />
        {happened && (
          <Link small text={storyWords.noDay(storyWords.happenedShort)} onPress={() => change({ happened: '' })} />
        )}
      </View>
      <View className="stack stack--m">
        <DatePicker
          id={ids('deadline')}
          label={storyWords.deadline}
          hint={storyWords.deadlineHint}
          value={deadline}
          valueText={deadline && nearDay(deadline, now)}
          error={wrong('deadline')}
          onChange={(deadline) => change({ deadline })}
        />
        {deadline && (
          <Link small text={storyWords.noDay(storyWords.deadlineShort)} onPress={() => change({ deadline: '' })} />
        )}
      </View>
    </>
  )
}
