import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useState } from 'react'
import { type Draft, stand, useDraft } from '@/client/draft'
import { productNow } from '@/client/now'
import { back, go, places, replace, restart } from '@/client/places'
import { Frame } from '@/pages/frame'
import { BottomBar, Button, Buttons, ErrorSummary, Heading, Steps } from '@/ui'
import { applicantOther, applyWords, meansWords, questions, reviewWords } from '@/words/apply'
import { fieldId, problemsIn, problemsOf, type QuestionProps, reviewStep, type StepName, steps } from './form'
import { Means } from './means'
import { Applicant, Parties } from './people'
import { ForWhom, Story, Topic, Where } from './questions'
import { Review } from './review'
import { QuickExit } from './safety'
import { useSend } from './send'
import { NotSent } from './unsent'

// A cheap phone can't keep eight pages of WeChat's; a browser can, and its back button then works by itself.
const onwards = process.env.TARO_ENV === 'h5' ? go : replace

const bodies: Record<Exclude<StepName, 'review'>, (props: QuestionProps) => React.ReactNode> = {
  for: ForWhom,
  topic: Topic,
  where: Where,
  story: Story,
  parties: Parties,
  applicant: Applicant,
  means: Means,
}

/** One question: its words, its fields, what is wrong with them, and the way on. `editing`: come back to the check. */
export function Question({ at, editing }: { at: number; editing: boolean }) {
  const draft = useDraft((state) => state.draft)
  const told = useDraft((state) => state.told)
  const [tries, setTries] = useState(0)
  const prefix = `q${useId().replace(/\W/g, '')}`
  const name = steps[at]?.name ?? 'for'
  const { send, sendAsNew, unsent } = useSend((step) => void go(places.apply, { step: String(step), edit: '1' }))
  useEffect(() => {
    if (!editing) stand(at)
  }, [at, editing])

  const found = [...problemsIn(at, told), ...(tries > 0 ? here(at, draft) : [])]
  const wrong = (field: string) => found.find((each) => each.field === field || inside(field, each.field))?.message
  const Body = name === 'review' ? undefined : bodies[name]
  const { title, hint } = wordsOf(name, draft)

  function next() {
    setTries(tries + 1)
    if (here(at, draft).length > 0) return
    void (editing ? back(places.apply) : onwards(places.apply, { step: String(at + 1) }))
  }

  return (
    <Frame
      backText={applyWords.leave}
      onBack={() => void restart(places.home)}
      foot={<Bar at={at} editing={editing} onNext={next} onSend={send} again={Boolean(unsent)} />}
    >
      <Steps at={at + 1} of={steps.length}>
        <Text>{applyWords.saved}</Text>
      </Steps>
      {draft.topic === 'violence' && name !== 'topic' && <QuickExit />}
      <View className="stack stack--m">
        <Heading size="big" text={title} />
        {hint && <View className="soft">{hint}</View>}
      </View>
      <ErrorSummary
        key={tries}
        problems={found.map(({ field, message }) => ({ id: fieldId(prefix, field), text: message }))}
      />
      {unsent && !('invalid' in unsent) && <NotSent id={`${prefix}-unsent`} unsent={unsent} onAsNew={sendAsNew} />}
      {Body ? (
        <Body draft={draft} ids={(field) => fieldId(prefix, field)} wrong={wrong} />
      ) : (
        <Review draft={draft} onChange={(step) => void go(places.apply, { step: String(step), edit: '1' })} />
      )}
    </Frame>
  )
}

const inside = (field: string, problem: string) => field === 'evidence' && problem.startsWith('evidence.')

const wordsOf = (name: StepName, draft: Draft) =>
  name === 'applicant' && draft.for !== 'self' ? applicantOther : questions[name]

/** What keeps this step from being done: the contract's word, and photos still under way. */
function here(at: number, draft: Draft) {
  const problems = problemsIn(at, problemsOf(draft, productNow()))
  const photos = steps[at]?.name === 'means' && draft.route === 'proof' ? draft.photos : []
  const message = photos.some(({ state }) => state === 'sending')
    ? meansWords.sending
    : photos.some(({ state }) => state === 'failed') && meansWords.photoFailed
  return message ? [...problems, { field: 'evidence', code: 'sending', message }] : problems
}

/** One question back; whoever took the application up again has no page behind, and gets it in this one's place. */
function previous(at: number) {
  const behind = Taro.getCurrentPages().at(-2) as { route?: string; path?: string } | undefined
  const isHere = (behind?.route ?? behind?.path ?? '').includes('resident/apply')
  if (isHere || at === 0) return back()
  return replace(places.apply, { step: String(at - 1) })
}

type BarProps = { at: number; editing: boolean; again: boolean; onNext: () => void; onSend: () => unknown }

function Bar({ at, editing, again, onNext, onSend }: BarProps) {
  const route = useDraft((state) => state.draft.route)
  const promises = steps[at]?.name === 'means' && route === 'promise'
  if (at === reviewStep)
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
        {!editing && <Button share="third" text={applyWords.previous} onPress={() => void previous(at)} />}
        <Button share="two" kind="main" text={words[promises ? 1 : 0] ?? ''} onPress={onNext} />
      </Buttons>
    </BottomBar>
  )
}
