import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call, whatWentWrong } from '@/client/call'
import { newRequestId } from '@/client/request-id'
import type { MatterView } from '@/contract/views'
import { Button, Buttons, Field, Notice, Sheet } from '@/ui'
import { matterWords } from '@/words/matter-page'

/** Takes the application back, after asking once. What was typed stays when it can't be sent. */
export function Withdraw({ id, onDone }: { id: string; onDone: (view: MatterView) => void }) {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  // One number for one intention: a second try after a lost answer is the same withdrawal.
  const request = useRef(newRequestId())

  async function withdraw() {
    setWrong('')
    const answer = await call('aid.withdraw', { id, why, requestId: request.current })
    if (!answer.ok) return setWrong(whatWentWrong(answer))
    setOpen(false)
    onDone(answer.value)
  }

  function type(text: string) {
    request.current = newRequestId()
    setWhy(text)
  }

  return (
    <>
      <Button kind="danger" text={matterWords.withdraw} onPress={() => setOpen(true)} />
      <Sheet open={open} title={matterWords.withdrawTitle} onClose={() => setOpen(false)}>
        <View>{matterWords.withdrawText}</View>
        <Field
          id="withdraw-why"
          type="textarea"
          label={matterWords.withdrawWhy}
          value={why}
          onChange={type}
          max={500}
          optional
        />
        {wrong && (
          <Notice tone="red" said>
            {wrong}
          </Notice>
        )}
        <Buttons>
          <Button share="half" text={matterWords.withdrawKeep} onPress={() => setOpen(false)} />
          <Button share="half" kind="danger" text={matterWords.withdraw} onPress={withdraw} />
        </Buttons>
      </Sheet>
    </>
  )
}
