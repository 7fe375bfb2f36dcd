import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { dial } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import type { Reached } from '@/contract/views'
import { Button, Buttons, Heading, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import { ringWords } from '@/words/matter-page'
import { ContactSheet } from './contact-sheet'
import { NoteSheet } from './note'
import type { StepProps } from './to-do'

/** Rings the applicant, and asks right after it whether they spoke: only that counts as a contact. */
export function Calling(props: StepProps) {
  const { view } = props
  const may = (action: string) => view.can.some((can) => can.action === action)
  // The telephone takes the screen; the question still stands there when the phone has forgotten this page.
  const { draft, write, drop } = useKept(`rang|${view.id}`, { asking: false })
  const [answer, setAnswer] = useState<Answer<Reached>>()
  const [spoke, setSpoke] = useState(false)

  async function ring() {
    // The number that is already shown was logged; ringing again needs no second line.
    const reached = answer?.ok ? answer : await call('matter.callLog', { id: view.id, requestId: newRequestId() })
    setAnswer(reached)
    if (!reached.ok) return
    if (may('aid.contacted') || may('matter.note')) write({ asking: true })
    void dial(reached.value.phone)
  }
  const sheet = {
    ...props,
    open: spoke,
    onClose: () => setSpoke(false),
    onDone: (...done: Parameters<StepProps['onDone']>) => {
      drop()
      props.onDone(...done)
    },
  }
  return (
    <View className="stack">
      <Button
        icon="phone"
        className="lawyer__ring"
        kind={may('aid.contacted') && !may('aid.take') && !draft.asking ? 'main' : 'plain'}
        text={ringWords.ring(view.detail.applicant?.name ?? '')}
        onPress={ring}
      />
      {answer && (
        <Notice tone={answer.ok ? 'info' : 'red'} said>
          {answer.ok ? ringWords.number(answer.value.name, answer.value.phone) : whatWentWrong(answer)}
        </Notice>
      )}
      {draft.asking && <Asked {...props} onSpoke={() => setSpoke(true)} onNot={drop} />}
      {may('aid.contacted') ? <ContactSheet {...sheet} rang /> : <NoteSheet {...sheet} rang />}
    </View>
  )
}

/** 「打通了吗？」 */
function Asked({ view, onDone, onRefused, onSpoke, onNot }: StepProps & { onSpoke: () => void; onNot: () => void }) {
  const { send, wrong } = useCommand('matter.note', {
    onDone: (after) => {
      onNot()
      onDone(after, words.notReachedDone)
    },
    onRefused,
  })
  const mayNote = view.can.some(({ action }) => action === 'matter.note')
  return (
    <View className="stack lawyer__asks">
      <Heading size="lead" level={3} text={words.reachedAsk} />
      <NotSent wrong={wrong} />
      <Buttons>
        <Button
          share="half"
          text={words.notReached}
          onPress={() => (mayNote ? send({ id: view.id, text: words.notReachedNote }) : onNot())}
        />
        <Button share="half" kind="main" text={words.reached} onPress={onSpoke} />
      </Buttons>
    </View>
  )
}
