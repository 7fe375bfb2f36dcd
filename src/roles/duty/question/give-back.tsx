import { useState } from 'react'
import { useCommand } from '@/client/command'
import { Button, Confirm } from '@/ui'
import { NotSent } from '@/ui/told'
import { dutyWords, questionWords as words } from '@/words/duty'
import type { StepProps } from './steps'

/** He took it and can't go on: others are asked at once. */
export function GiveBack({ view, onDone, onRefused }: StepProps) {
  const [asking, setAsking] = useState(false)
  const { send, wrong } = useCommand('question.pass', {
    onDone: (after) => onDone(after, dutyWords.passed),
    onRefused,
  })
  return (
    <>
      <NotSent wrong={wrong} />
      <Button icon="returned" text={words.giveBack} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={words.giveBackTitle}
        text={words.giveBackText}
        yes={words.giveBack}
        onNo={() => setAsking(false)}
        onYes={async () => {
          await send({ id: view.id, why: 'busy' })
          setAsking(false)
        }}
      />
    </>
  )
}
