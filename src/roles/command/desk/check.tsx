import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { StepProps } from '@/client/step'
import { TextSheet } from '@/pages/grievance-steps/text-sheet'
import { Button, Buttons, Card, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { checkWords as words } from '@/words/command-steps'

/** Another looks at the result before she is rung. */
export function Check(props: StepProps) {
  const { view, onDone, onRefused } = props
  const [open, setOpen] = useState(false)
  const { send, wrong } = useCommand('grievance.check', {
    onDone: (after) => onDone(after, after.stage === 'closed' ? words.closed : words.sentOk),
    onRefused,
  })
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.title} />
      <View className="soft">{words.text}</View>
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="half" kind="danger" text={words.no} onPress={() => setOpen(true)} />
        <Button share="half" kind="main" text={words.ok} onPress={() => send({ id: view.id, ok: true })} />
      </Buttons>
      <TextSheet
        {...props}
        open={open}
        onClose={() => setOpen(false)}
        action="grievance.check"
        field="why"
        words={words.noWords}
        kind="danger"
        input={(why) => ({ id: view.id, ok: false, why })}
      />
    </Card>
  )
}
