import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import type { Told } from '@/client/draft'
import type { Kept } from '@/client/kept'
import { askForLetters, useLetters } from '@/client/letters'
import { go, places, restart } from '@/client/places'
import { type AskDraft, isBegun, useAskDraft } from '@/client/question'
import { useSession } from '@/client/session'
import { Frame } from '@/pages/frame'
import { VillageSheet } from '@/pages/home/village-sheet'
import {
  BottomBar,
  Button,
  Chips,
  ErrorSummary,
  Field,
  Heading,
  type IconName,
  Link,
  Notice,
  TopicGrid,
  VoiceRecorder,
} from '@/ui'
import { FieldError } from '@/ui/field'
import { languageTexts, topicText } from '@/words/aid'
import { askWords as words } from '@/words/ask'
import { commonWords } from '@/words/common'
import { LookFirst } from '../look-first'
import { Safety } from '../safety'
import { problemsOf } from './form'
import { sendVoice, useSend } from './send'
import { NotAsked } from './unsent'

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

type Ids = (field: string) => string
type PartProps = { kept: Kept<AskDraft>; ids: Ids; wrong: (field: string) => string | undefined }

/** What it is about, in her own words or her own voice, and off it goes. */
export function AskForm() {
  const me = useSession((session) => session.me)
  const village = useSession((session) => session.village)
  const onlyMongolian = me?.languages.length === 1 && me.languages[0] === 'mn'
  const letters = useLetters()
  const kept = useAskDraft(onlyMongolian ? 'mn' : 'zh')
  const { draft, drop } = kept
  const [found] = useState(isBegun(draft))
  const [told, setTold] = useState<(Told & { server: boolean })[]>([])
  const [tries, setTries] = useState(0)
  const prefix = `a${useId().replace(/\W/g, '')}`
  const ids = (field: string) => `${prefix}-${field}`
  const { send, sendAsNew, unsent } = useSend(kept, (problems, server = false) => {
    setTold(problems.map((problem) => ({ ...problem, server })))
    setTries((before) => before + 1)
  })
  // Each goes away as it is mended; what only the server knows stays until the next try.
  const own = new Set(problemsOf(draft, village?.code).map(({ field, code }) => `${field} ${code}`))
  const still = told.filter(({ field, code, server }) => server || own.has(`${field} ${code}`))
  const wrong = (field: string) => still.find((each) => each.field === field)?.message
  const part = { kept, ids, wrong }

  // The tap that sends is the one in which WeChat may ask her; whatever she says there, the question goes.
  function sendAndCall() {
    void askForLetters(letters)
    return send()
  }
  function throwAway() {
    drop()
    void restart(places.home)
  }
  return (
    <Frame label={words.page} foot={<Bar onSend={sendAndCall} again={unsent !== undefined && 'offline' in unsent} />}>
      <ErrorSummary key={tries} problems={still.map(({ field, message }) => ({ id: ids(field), text: message }))} />
      {unsent && !('invalid' in unsent) && (
        <NotAsked id={ids('unsent')} unsent={unsent} onAsNew={sendAsNew} onThrowAway={throwAway} />
      )}
      {found && !unsent && <Notice>{words.kept}</Notice>}
      <View className="stack stack--m">
        <Heading text={words.topic} />
        <TopicGrid
          id={ids('topic')}
          label={words.topic}
          labelUnseen
          topics={topics}
          value={topics.find(({ value }) => value === draft.topic)?.value}
          error={wrong('topic')}
          onChange={(topic) => kept.write({ topic })}
        />
      </View>
      {draft.topic === 'violence' && <Safety title={words.danger} text={words.dangerText} onErase={drop} />}
      <LookFirst topic={draft.topic} />
      <Tell {...part} />
      <View className="field">
        <View className="field__label" ariaHidden>
          {words.language}
        </View>
        <Chips<'zh' | 'mn'>
          label={words.language}
          chips={languages}
          value={draft.language}
          onChange={(language) => kept.write({ language })}
        />
      </View>
      <Village {...part} />
      <Field
        id={ids('phone')}
        type="phone"
        label={words.phone}
        hint={words.phoneHint}
        value={draft.phone}
        error={wrong('phone')}
        optional
        onChange={(phone) => kept.write({ phone })}
      />
    </Frame>
  )
}

/** By voice, in writing, or both. A recording needs somebody it belongs to. */
function Tell({ kept, ids, wrong }: PartProps) {
  const { draft, write } = kept
  const known = useSession((session) => session.me !== undefined)
  const { voice } = draft
  return (
    <View className="stack">
      <Heading text={words.tell} />
      {known ? (
        <VoiceRecorder
          id={ids('voice')}
          label={words.voice}
          labelUnseen
          hint={words.voiceHint}
          value={voice}
          error={wrong('voice')}
          otherwise={words.cannotRecord}
          onRecorded={(path, seconds) => {
            write({ voice: { path, seconds, state: 'sending' } })
            void sendVoice(kept)
          }}
          onRemove={() => write({ voice: undefined })}
        />
      ) : (
        <Notice>
          <View>{words.voiceVisitor}</View>
          <Link small text={commonWords.signIn} onPress={() => void go(places.me)} />
        </Notice>
      )}
      <Field
        id={ids('text')}
        type="textarea"
        label={known ? words.write : words.writeOnly}
        placeholder={words.example}
        value={draft.text}
        error={wrong('text')}
        max={1000}
        optional={Boolean(voice)}
        onChange={(text) => write({ text })}
      />
    </View>
  )
}

/** The village that the phone remembers: who is near is asked first. */
function Village({ ids, wrong }: PartProps) {
  const village = useSession((session) => session.village)
  const [picking, setPicking] = useState(false)
  const id = ids('village')
  return (
    <View id={id} className="field" ariaRole="group" ariaLabel={words.village}>
      <View className="field__label" ariaHidden>
        {words.village}
      </View>
      {village ? (
        <View className="row row--apart row--wrap">
          <View>{village.text}</View>
          <Link text={words.otherVillage} onPress={() => setPicking(true)} />
        </View>
      ) : (
        <Button icon="place" text={words.pickVillage} onPress={() => setPicking(true)} />
      )}
      <FieldError id={id} error={wrong('village')} />
      <VillageSheet open={picking} onClose={() => setPicking(false)} />
    </View>
  )
}

const Bar = ({ onSend, again }: { onSend: () => unknown; again: boolean }) => (
  <BottomBar>
    <Button
      kind="main"
      icon="send"
      text={again ? words.sendAgain : words.send}
      busyText={words.sending}
      onPress={onSend}
    />
    <View className="small soft center">{words.after}</View>
  </BottomBar>
)
