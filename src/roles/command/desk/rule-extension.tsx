import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { StepProps } from '@/client/step'
import { Button, Buttons, Card, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { extensionWords as words } from '@/words/command-steps'
import { endText } from '@/words/time'

/** More time is asked for, once: given or not. */
export function RuleExtension({ view, onDone, onRefused }: StepProps) {
  const { send, wrong } = useCommand('grievance.ruleExtend', {
    onDone: (after) => onDone(after, after.detail.extension?.ok ? words.sentOk : words.sentNo),
    onRefused,
  })
  const { extension } = view.detail
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.title} />
      {extension && <View>{words.asked(extension.by, endText(extension.until, productNow()))}</View>}
      {extension && <View className="command__said">{extension.why}</View>}
      <View className="soft">{words.once}</View>
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="half" text={words.no} onPress={() => send({ id: view.id, ok: false })} />
        <Button share="half" kind="main" text={words.ok} onPress={() => send({ id: view.id, ok: true })} />
      </Buttons>
    </Card>
  )
}
