import { View } from '@tarojs/components'
import { useState } from 'react'
import { letGo } from '@/client/hour-hold'
import { useVisitDraft } from '@/client/visit'
import { type VisitWay, visitWays } from '@/domain/visit-types'
import { VillageSheet } from '@/pages/home/village-sheet'
import { Button, Chips, ChoiceList, Field, type IconName, Link, TopicGrid } from '@/ui'
import { FieldError } from '@/ui/field'
import { languageTexts, topicText } from '@/words/aid'
import { storyWords } from '@/words/apply'
import { wayTexts, visitFormWords as words } from '@/words/visit-page'
import { Said } from '../apply/kept-file'
import { LookFirst } from '../look-first'
import { Safety } from '../safety'
import { useFilled } from './form'
import type { QuestionProps } from './question'
import { visitVoice } from './send'

const ways = visitWays.map((value) => ({ value, ...wayTexts[value] }))
const topics = (
  [
    ['land', 'land'],
    ['wages', 'wage'],
    ['marriage', 'family'],
    ['debt', 'loan'],
    ['pasture', 'grass'],
    ['work-injury', 'injury'],
    ['violence', 'shield'],
    ['other', 'other'],
  ] as const satisfies readonly (readonly [string, IconName])[]
).map(([value, icon]) => ({ value, icon, text: topicText(value) }))
const languages = (['zh', 'mn'] as const).map((value) => ({ value, text: languageTexts[value] ?? '' }))

/** How they meet, and near which village. */
export function WayQuestion({ ids, wrong }: QuestionProps) {
  const { draft, write } = useVisitDraft()

  // Hours of another kind, or near another place, are other hours.
  function choose(kind: VisitWay) {
    if (kind === draft.kind) return
    if (draft.held) letGo(draft.held)
    write({ kind, held: undefined, anyTime: false })
  }
  return (
    <>
      <ChoiceList<VisitWay>
        id={ids('kind')}
        label={words.kind}
        labelUnseen
        choices={ways}
        value={draft.kind}
        error={wrong('kind')}
        onChange={choose}
      />
      <Village id={ids('village')} error={wrong('village')} />
    </>
  )
}

/** The village that the phone remembers, or that the question came from. */
function Village({ id, error }: { id: string; error?: string }) {
  const { village } = useFilled()
  const { draft, write } = useVisitDraft()
  const [picking, setPicking] = useState(false)

  function close() {
    setPicking(false)
    if (draft.held) letGo(draft.held)
    // What she chooses now is the phone's village too.
    write({ place: undefined, held: undefined })
  }
  return (
    <View id={id} className="field" ariaRole="group" ariaLabel={words.village}>
      <View className="field__label" ariaHidden>
        {words.village}
      </View>
      <View className="field__hint">{words.villageHint}</View>
      {village ? (
        <View className="row row--apart row--wrap">
          <View className="strong">{village.text}</View>
          <Link text={words.otherVillage} onPress={() => setPicking(true)} />
        </View>
      ) : (
        <Button icon="place" text={words.pickVillage} onPress={() => setPicking(true)} />
      )}
      <FieldError id={id} error={error} />
      <VillageSheet open={picking} onClose={close} />
    </View>
  )
}

/** What it is about, and a word of it if she likes. */
export function TopicQuestion({ ids, wrong }: QuestionProps) {
  const kept = useVisitDraft()
  const { draft, write, drop } = kept
  const [slot] = useState(() => visitVoice(kept))
  return (
    <>
      <TopicGrid
        id={ids('topic')}
        label={words.topic}
        labelUnseen
        topics={topics}
        value={topics.find(({ value }) => value === draft.topic)?.value}
        error={wrong('topic')}
        onChange={(topic) => write({ topic })}
      />
      {draft.topic === 'violence' && <Safety title={words.danger} text={words.dangerText} onErase={drop} />}
      <LookFirst topic={draft.topic} />
      <Field
        id={ids('text')}
        type="textarea"
        label={words.text}
        placeholder={words.textExample}
        value={draft.text}
        error={wrong('text')}
        max={1000}
        optional
        onChange={(text) => write({ text })}
      />
      <Said
        id={ids('voice')}
        label={storyWords.voice}
        hint={storyWords.voiceHint}
        error={wrong('voice')}
        optional
        file={draft.voice}
        slot={slot}
      />
    </>
  )
}

/** Whom to look for, and how to reach her. */
export function WhoQuestion({ ids, wrong }: QuestionProps) {
  const { write } = useVisitDraft()
  const { kind, name, phone, language } = useFilled()
  return (
    <>
      <Field
        id={ids('name')}
        label={words.name}
        value={name}
        error={wrong('name')}
        max={50}
        onChange={(typed) => write({ name: typed })}
      />
      <Field
        id={ids('phone')}
        type="phone"
        label={words.phone}
        hint={words.phoneHint}
        value={phone}
        error={wrong('phone')}
        optional={kind === 'office'}
        onChange={(typed) => write({ phone: typed })}
      />
      <View className="field">
        <View className="field__label" ariaHidden>
          {words.language}
        </View>
        <Chips<'zh' | 'mn'>
          label={words.language}
          chips={languages}
          value={language}
          onChange={(chosen) => write({ language: chosen })}
        />
      </View>
    </>
  )
}
