import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useId, useState } from 'react'
import type { Told } from '@/client/draft'
import { useHold } from '@/client/hour-hold'
import { askForLetters, useLetters } from '@/client/letters'
import { back, go, places, replace, restart } from '@/client/places'
import { isVisitBegun, needOf, useVisitDraft } from '@/client/visit'
import type { SlotView } from '@/contract/views'
import { Frame } from '@/pages/frame'
import { HeldNotice, NotHad } from '@/pages/hours-pick/held'
import { QuickExit } from '@/pages/leave'
import { BottomBar, Button, Buttons, ErrorSummary, Heading, Notice, Steps } from '@/ui'
import { visitCheckWords as checkWords, visitSteps, visitWords as words } from '@/words/visit-page'
import { Check } from './check'
import { problemsIn, type StepName, stepsOf, stepWith, useFilled } from './form'
import { HomeQuestion } from './home'
import { HourQuestion } from './hour'
import { TopicQuestion, WayQuestion, WhoQuestion } from './questions'
import { takenFor, useSend } from './send'
import { NotBooked } from './unsent'

// A cheap phone can't keep ten pages of WeChat's; a browser can, and its back button then works by itself.
const onwards = process.env.TARO_ENV === 'h5' ? go : replace
const mend = (step: StepName) => void go(places.visit, { step, edit: '1' })

export type QuestionProps = {
  ids: (field: string) => string
  wrong: (field: string) => string | undefined
  /** The hour that she tapped, kept for her; then on. */
  take: (hour: SlotView) => Promise<void>
  onNext: () => void
}

/** One question: its words, its fields, what is wrong with them, and the way on. `editing`: come back to the check. */
export function Question({ name, editing }: { name: StepName; editing: boolean }) {
  const kept = useVisitDraft()
  const { draft, now, write } = kept
  const filled = useFilled()
  const letters = useLetters()
  const [found] = useState(name === 'way' && isVisitBegun(draft))
  const [told, setTold] = useState<Told[]>([])
  const [missed, setMissed] = useState<string[]>([])
  const [tries, setTries] = useState(0)
  const prefix = `v${useId().replace(/\W/g, '')}`
  const ids = (field: string) => `${prefix}-${field.replace(/\./g, '-')}`
  const { take, said, say } = useHold(
    () => now().held,
    (held) => write({ held, anyTime: false }),
  )
  const { send, sendAsNew, unsent, forget } = useSend(kept, (problems) => {
    setTold(problems)
    setTries(tries + 1)
    const first = stepWith(problems[0]?.field ?? '')
    if (first !== 'check') mend(first)
  })
  const steps = stepsOf(draft)
  const at = steps.indexOf(name)
  const here = problemsIn(name, filled).filter(({ field }) => missed.includes(field))
  const problems = [...here, ...told.filter(({ field }) => stepWith(field) === name)]
  const wrong = (field: string) => problems.find((each) => each.field === field)?.message
  const { title, hint } = visitSteps[name]
  const about = { village: filled.village?.code, need: needOf(draft) }

  function onward() {
    void (editing ? back(places.visit) : onwards(places.visit, { step: steps[at + 1] ?? 'check' }))
  }
  function next() {
    const missing = problemsIn(name, filled)
    setTold([])
    setTries(tries + 1)
    setMissed(missing.map(({ field }) => field))
    if (missing.length === 0) onward()
  }
  /** Kept for her: on she goes; somewhere else she stays where she is. */
  async function choose(hour: SlotView) {
    forget()
    if ((await take(hour, about)) && name === 'hour') onward()
  }
  // The tap that books is the one in which WeChat may ask her; whatever she says there, it is booked.
  function book() {
    say(undefined)
    void askForLetters(letters)
    return send()
  }
  function throwAway() {
    kept.drop()
    void restart(places.home)
  }

  const taken = takenFor(unsent)
  const other = () => void go(places.visit, { step: 'hour', ...(name === 'check' && { edit: '1' }) })
  return (
    <Frame
      backText={words.leave}
      onBack={() => void restart(places.home)}
      foot={
        <Bar name={name} before={steps[at - 1]} editing={editing} again={isLost(unsent)} onNext={next} onSend={book} />
      }
    >
      <Steps at={at + 1} of={steps.length}>
        <Text>{words.saved}</Text>
      </Steps>
      {draft.topic === 'violence' && name !== 'topic' && <QuickExit />}
      <View className="stack stack--m">
        <Heading size="big" text={title} />
        {hint && <View className="soft">{hint}</View>}
      </View>
      {found && <Notice>{draft.from ? words.fromQuestion : words.kept}</Notice>}
      <ErrorSummary key={tries} problems={problems.map(({ field, message }) => ({ id: ids(field), text: message }))} />
      {taken ? (
        <NotHad said={{ text: '', next: taken }} onPick={choose} />
      ) : said ? (
        <NotHad said={said} onPick={choose} />
      ) : (
        unsent && !('invalid' in unsent) && <NotBooked unsent={unsent} onAsNew={sendAsNew} onThrowAway={throwAway} />
      )}
      {(name === 'who' || name === 'check') && draft.held && !draft.anyTime && (
        <HeldNotice held={draft.held} onAgain={() => draft.held && choose(draft.held.hour)} onOther={other} />
      )}
      <Body name={name} part={{ ids, wrong, take: choose, onNext: onward }} />
    </Frame>
  )
}

function Body({ name, part }: { name: StepName; part: QuestionProps }) {
  switch (name) {
    case 'way':
      return <WayQuestion {...part} />
    case 'topic':
      return <TopicQuestion {...part} />
    case 'home':
      return <HomeQuestion {...part} />
    case 'hour':
      return <HourQuestion {...part} />
    case 'who':
      return <WhoQuestion {...part} />
    case 'check':
      return <Check onChange={mend} />
  }
}

const isLost = (unsent: ReturnType<typeof useSend>['unsent']): boolean =>
  unsent !== undefined && ('offline' in unsent || 'fault' in unsent)

/** One question back; whoever took it up again has no page behind, and gets it in this one's place. */
function previous(before: StepName | undefined) {
  const behind = Taro.getCurrentPages().at(-2) as { route?: string; path?: string } | undefined
  const isHere = (behind?.route ?? behind?.path ?? '').includes('resident/visit/index')
  if (isHere || !before) return back(places.home)
  return replace(places.visit, { step: before })
}

type BarProps = {
  name: StepName
  before: StepName | undefined
  editing: boolean
  again: boolean
  onNext: () => void
  onSend: () => unknown
}

function Bar({ name, before, editing, again, onNext, onSend }: BarProps) {
  if (name === 'check')
    return (
      <BottomBar>
        <Button
          kind="main"
          icon={again ? 'send' : 'calendar'}
          text={again ? checkWords.sendAgain : checkWords.send}
          busyText={checkWords.sending}
          onPress={onSend}
        />
      </BottomBar>
    )
  return (
    <BottomBar>
      <Buttons>
        {!editing && <Button share="third" text={words.previous} onPress={() => void previous(before)} />}
        <Button share="two" kind="main" text={editing ? words.done : words.next} onPress={onNext} />
      </Buttons>
    </BottomBar>
  )
}
