import { View } from '@tarojs/components'
import { isChild } from '@/client/visit'
import { type Fact, Facts, Notice, Rows } from '@/ui'
import { languageTexts, topicText } from '@/words/aid'
import { reviewWords } from '@/words/apply'
import { needTexts, wayTexts, visitCheckWords as words } from '@/words/visit-page'
import { type Filled, type StepName, useFilled } from './form'

type Line = [label: string, value: string | undefined, step: StepName]

/** Check your answers: each with a way to change it that comes back here. */
export function Check({ onChange }: { onChange: (step: StepName) => void }) {
  const filled = useFilled()
  const fact = ([label, value, step]: Line): Fact => ({
    label,
    value: value?.trim() || words.blank,
    onChange: () => onChange(step),
  })
  return (
    <>
      <Rows>
        <Facts facts={linesOf(filled).map(fact)} />
      </Rows>
      <View>
        <Notice>{words.after}</Notice>
      </View>
    </>
  )
}

function linesOf(filled: Filled): Line[] {
  const { kind, village, topic, text, voice, need, address, name, phone, language, held, anyTime } = filled
  const { companion, companionPhone, relation } = filled
  const home = kind === 'home'
  const hour = anyTime ? undefined : held?.hour
  const lines: (Line | undefined)[] = [
    [words.way, kind && wayTexts[kind].text, 'way'],
    [words.when, anyTime ? words.anyTime : (hour?.text ?? words.noHour), 'hour'],
    hour?.person && [words.who, joined([hour.person.name, hour.person.org]), 'hour'],
    hour && kind === 'office' ? [words.where, hour.place.text, 'hour'] : undefined,
    [words.village, village?.text, 'way'],
    [words.topic, topic && topicText(topic), 'topic'],
    text.trim() ? [words.text, text, 'topic'] : undefined,
    voice ? [reviewWords.voice, reviewWords.voiceOf(voice.seconds), 'topic'] : undefined,
    home && need ? [words.need, needTexts[need].text, 'home'] : undefined,
    home ? [words.address, address, 'home'] : undefined,
    isChild(filled) ? [words.companion, joined([companion, relation, companionPhone]), 'home'] : undefined,
    [words.name, name, 'who'],
    [words.phone, phone, 'who'],
    [words.language, languageTexts[language], 'who'],
  ]
  return lines.filter((line): line is Line => line !== undefined)
}

const joined = (parts: (string | undefined)[]) => parts.filter((part) => part?.trim()).join('，')
