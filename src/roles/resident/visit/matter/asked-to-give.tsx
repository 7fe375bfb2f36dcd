import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import { Button, Buttons, Card, Facts, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { momentText } from '@/words/time'
import { visitPageWords as words } from '@/words/visit-page'
import type { PartProps } from './whole'

/** Somebody who can't come needs her hour: both hours beside each other, and her own word. */
export function AskedToGive({ view: { id, detail }, now, may, done, refused }: PartProps) {
  const { asked, hourText } = detail
  const { send, wrong } = useCommand('visit.answerMove', {
    onDone: (after) => done(after, after.detail.slot === asked?.hour.slot ? words.givenYes : words.givenNo),
    onRefused: refused,
  })
  if (!asked || !may('visit.answerMove')) return null
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.give} />
      <View>{words.giveText}</View>
      <Facts
        facts={[
          { label: words.giveNow, value: hourText },
          { label: words.giveNew, value: <View className="strong">{asked.hour.text}</View> },
        ]}
      />
      <View className="small soft">{words.giveUntil(momentText(asked.until, now))}</View>
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="half" text={words.giveNo} onPress={() => send({ id, yes: false })} />
        <Button share="half" kind="main" text={words.giveYes} onPress={() => send({ id, yes: true })} />
      </Buttons>
    </Card>
  )
}
