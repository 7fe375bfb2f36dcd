import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { dial } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import type { Reached } from '@/contract/views'
import { Button, Buttons, Field, Heading, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { questionWords as words } from '@/words/duty'
import type { StepProps } from './steps'

/** Rings her: the number is shown only then. Whoever promised to ring is asked right after it whether they spoke. */
export function Calling(props: StepProps) {
  const { view } = props
  const may = (action: string) => view.can.some((can) => can.action === action)
  // The telephone takes the screen; the question still stands there when the phone has forgotten this page.
  const { draft, write, drop } = useKept(`rang|${view.id}`, { asking: false })
  const [answer, setAnswer] = useState<Answer<Reached>>()
  const promised = may('question.calledBack')

  async function ring() {
    // The number that is already shown was logged; ringing again needs no second line.
    const reached = answer?.ok ? answer : await call('matter.callLog', { id: view.id, requestId: newRequestId() })
    setAnswer(reached)
    if (!reached.ok) return
    if (promised) write({ asking: true })
    void dial(reached.value.phone)
  }
  return (
    <View className="stack">
      {may('matter.callLog') ? (
        <Button
          icon="phone"
          kind={promised && !draft.asking ? 'main' : 'plain'}
          text={words.ring(view.detail.asker?.name ?? '')}
          onPress={ring}
        />
      ) : (
        may('question.message') && <View className="small soft">{words.noPhone}</View>
      )}
      {answer && (
        <Notice tone={answer.ok ? 'info' : 'red'} said>
          {answer.ok ? words.number(answer.value.name, answer.value.phone) : whatWentWrong(answer)}
        </Notice>
      )}
      {promised && <Tried {...props} onOver={drop} />}
    </View>
  )
}

/** 「打通了吗？」: the third try that nobody answered ends it. */
function Tried({ view, onDone, onRefused, onOver }: StepProps & { onOver: () => void }) {
  const [spoke, setSpoke] = useState(false)
  const { draft, write, drop } = useKept(`tried|${view.id}`, { note: '' })
  const ends = (text: string) => ({
    onDone: (after: typeof view) => {
      drop()
      onOver()
      setSpoke(false)
      onDone(after, text)
    },
    onRefused: (message: string) => {
      setSpoke(false)
      onRefused(message)
    },
  })
  const yes = useCommand('question.calledBack', ends(words.reachedDone))
  const no = useCommand('question.calledBack', ends(words.notReachedDone))
  return (
    <View className="stack duty__asks">
      <Heading size="lead" level={3} text={words.reachedAsk} />
      <NotSent wrong={no.wrong} />
      <Buttons>
        <Button
          share="half"
          text={words.notReached}
          onPress={() => no.send({ id: view.id, reached: false, note: words.notReachedNote })}
        />
        <Button share="half" kind="main" text={words.reached} onPress={() => setSpoke(true)} />
      </Buttons>
      <Sheet open={spoke} title={words.triedNote} onClose={() => setSpoke(false)}>
        <Field
          id="tried-note"
          type="textarea"
          max={500}
          label={words.triedNote}
          hint={words.triedHint}
          value={draft.note}
          onChange={(note) => write({ note })}
          error={yes.wrong.fields.note}
        />
        <NotSent wrong={yes.wrong} />
        <Button
          kind="main"
          text={words.triedSend}
          onPress={() => yes.send({ id: view.id, reached: true, note: draft.note.trim() })}
        />
      </Sheet>
    </View>
  )
}
