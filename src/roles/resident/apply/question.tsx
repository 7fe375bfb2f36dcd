import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useState } from 'react'
import { type Draft, stand, useDraft } from '@/client/draft'
import { askForLetters, useLetters } from '@/client/letters'
import { productNow } from '@/client/now'
import { back, go, places, replace, restart } from '@/client/places'
import { Frame } from '@/pages/frame'
import { QuickExit } from '@/pages/leave'
import { ReadAloud } from '@/pages/read-aloud'
import { BottomBar, Button, Buttons, ErrorSummary, Heading, Steps } from '@/ui'
import { applyWords, forOther, meansWords, questions, reviewWords } from '@/words/apply'
import { Consent } from './consent'
import { fieldId, forwards, problemsIn, problemsOf, type QuestionProps, type StepName, stepsOf } from './form'
import { homePlace } from './home-place'
import { Means } from './means'
import { Applicant, Parties } from './people'
import { ForWhom, Story, Topic } from './questions'
import { Review } from './review'
import { useSend } from './send'
import { Tell } from './tell'
import { NotSent } from './unsent'
import { Where } from './where'

// A cheap phone can't keep ten pages of WeChat's; a browser can, and its back button then works by itself.
const onwards = process.env.TARO_ENV === 'h5' ? go : replace

const bodies: Record<Exclude<StepName, 'review'>, (props: QuestionProps) => React.ReactNode> = {
  where: Where,
  for: ForWhom,
  topic: Topic,
  story: Story,
  parties: Parties,
  applicant: Applicant,
  means: Means,
  consent: Consent,
  tell: Tell,
}

const mend = (step: StepName) => void go(places.apply, { step, edit: '1' })

/** One question: its words, its fields, what is wrong with them, and the way on. `editing`: come back to the check. */
export function Question({ name, editing }: { name: StepName; editing: boolean }) {
  const draft = useDraft((state) => state.draft)
  const told = useDraft((state) => state.told)
  const [tries, setTries] = useState(0)
  // Only what was missing when she pressed: a field that an answer brings in is not wrong before she came to it.
  const [missed, setMissed] = useState<string[]>([])
  const prefix = `q${useId().replace(/\W/g, '')}`
  const { send, sendAsNew, unsent } = useSend(mend)
  const letters = useLetters('aid', name === 'review')
  const steps = stepsOf(draft)
  const at = steps.indexOf(name)
  useEffect(() => {
    if (!editing) stand(name)
  }, [name, editing])

  const found = [...problemsIn(name, told), ...here(name, draft).filter(({ field }) => missed.includes(field))]
  const wrong = (field: string) => found.find((each) => each.field === field || inside(field, each.field))?.message
  const Body = name === 'review' ? undefined : bodies[name]
  const { title, hint } = wordsOf(name, draft)

  // The tap that sends is the one in which WeChat may ask her; whatever she says there, the application goes.
  function sendAndAsk() {
    void askForLetters(letters)
    return send()
  }

  function next() {
    const missing = here(name, draft)
    setTries(tries + 1)
    setMissed(missing.map(({ field }) => field))
    if (missing.length > 0) return
    void (editing ? back(places.apply) : onwards(places.apply, { step: steps[at + 1] ?? 'review' }))
  }

  return (
    <Frame
      backText={applyWords.leave}
      onBack={() => void restart(homePlace())}
      foot={
        <Bar name={name} before={steps[at - 1]} editing={editing} onNext={next} onSend={sendAndAsk} again={!!unsent} />
      }
    >
      <Steps at={at + 1} of={steps.length}>
        <Text>{applyWords.saved}</Text>
      </Steps>
      {draft.topic === 'violence' && name !== 'topic' && <QuickExit />}
      <View className="stack stack--m">
        <Heading size="big" text={title} />
        {hint && <View className="soft">{hint}</View>}
        <ReadAloud key={name} texts={[title, hint]} />
      </View>
      <ErrorSummary
        key={tries}
        problems={found.map(({ field, message }) => ({ id: fieldId(prefix, field), text: message }))}
      />
      {unsent && !('invalid' in unsent) && <NotSent id={`${prefix}-unsent`} unsent={unsent} onAsNew={sendAsNew} />}
      {Body ? (
        <Body draft={draft} ids={(field) => fieldId(prefix, field)} wrong={wrong} />
      ) : (
        <Review draft={draft} onChange={mend} />
      )}
    </Frame>
  )
}

const inside = (field: string, problem: string) => field === 'evidence' && problem.startsWith('evidence.')

function wordsOf(name: StepName, draft: Draft) {
  const other = forwards(draft) || (name === 'applicant' && draft.for === 'ward')
  const own = questions[name]
  if (name === 'for' && !draft.helped) return own
  return other && name in forOther ? forOther[name as keyof typeof forOther] : own
}

/** What keeps this step from being done: the contract's word, and photos that didn't arrive. */
function here(name: StepName, draft: Draft) {
  const problems = problemsIn(name, problemsOf(draft, productNow()))
  const photos = name === 'means' ? draft.photos : []
  const message = photos.some(({ state }) => state === 'sending')
    ? meansWords.sending
    : photos.some(({ state }) => state === 'failed') && meansWords.photoFailed
  return message ? [...problems, { field: 'evidence', code: 'sending', message }] : problems
}

/** One question back; whoever took the application up again has no page behind, and gets it in this one's place. */
function previous(before: StepName | undefined) {
  const behind = Taro.getCurrentPages().at(-2) as { route?: string; path?: string } | undefined
  const isHere = (behind?.route ?? behind?.path ?? '').includes('resident/apply')
  if (isHere || !before) return back(homePlace())
  return replace(places.apply, { step: before })
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
  const promises = useDraft(({ draft }) => name === 'means' && draft.route === 'promise' && !forwards(draft))
  if (name === 'review')
    return (
      <BottomBar>
        <Button
          kind="main"
          icon={again ? 'send' : undefined}
          text={again ? reviewWords.sendAgain : reviewWords.send}
          busyText={reviewWords.sending}
          onPress={onSend}
        />
      </BottomBar>
    )
  const words = editing ? [applyWords.done, meansWords.agreeDone] : [applyWords.next, meansWords.agree]
  return (
    <BottomBar>
      <Buttons>
        {!editing && <Button share="third" text={applyWords.previous} onPress={() => void previous(before)} />}
        <Button share="two" kind="main" text={words[promises ? 1 : 0] ?? ''} onPress={onNext} />
      </Buttons>
    </BottomBar>
  )
}
