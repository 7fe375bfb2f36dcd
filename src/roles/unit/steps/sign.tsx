import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import type { StepProps } from '@/client/step'
import { Button, Card, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { signWords as words } from '@/words/unit-desk'

/** We have it: whoever says so is the unit's named person. */
export function Sign({ view, onDone, onRefused }: StepProps) {
  const { send, wrong } = useCommand('grievance.sign', {
    onDone: (after) => onDone(after, words.told),
    onRefused,
  })
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.title} />
      <View className="soft">{words.text}</View>
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={() => send({ id: view.id })} />
    </Card>
  )
}
