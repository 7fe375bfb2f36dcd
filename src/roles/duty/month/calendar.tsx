import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import type { CalendarLink } from '@/contract/views'
import { Button, Buttons, Card, Confirm, Heading, Notice } from '@/ui'
import { monthWords as words } from '@/words/duty-month'

/** The address under which my shifts stand in the phone's own calendar; made new, the old one ends. */
export function Calendar() {
  const [answer, setAnswer] = useState<Answer<CalendarLink>>()
  const [said, setSaid] = useState<string>()
  const [asking, setAsking] = useState(false)

  async function show(renew: boolean) {
    const link = await call('rota.calendarLink', renew ? { renew: true } : {})
    setAnswer(link)
    setSaid(renew && link.ok ? words.calendarRenewed : undefined)
  }
  async function copy(url: string) {
    await Taro.setClipboardData({ data: url }).catch(() => undefined)
    setSaid(words.calendarCopied)
  }
  return (
    <Card>
      <Heading size="lead" level={2} text={words.calendar} />
      <View className="small soft">{words.calendarText}</View>
      {!answer?.ok && <Button icon="calendar" text={words.calendarShow} onPress={() => show(false)} />}
      {answer && !answer.ok && (
        <Notice tone="amber" said>
          {whatWentWrong(answer)}
        </Notice>
      )}
      {answer?.ok && (
        <>
          <View className="well small month__address">{answer.value.url}</View>
          {said && (
            <Notice tone="green" said>
              {said}
            </Notice>
          )}
          <Buttons>
            <Button share="half" text={words.calendarRenew} onPress={() => setAsking(true)} />
            <Button share="half" kind="main" text={words.calendarCopy} onPress={() => copy(answer.value.url)} />
          </Buttons>
        </>
      )}
      <Confirm
        open={asking}
        title={words.calendarRenew}
        text={words.calendarRenewText}
        yes={words.calendarRenew}
        onNo={() => setAsking(false)}
        onYes={async () => {
          await show(true)
          setAsking(false)
        }}
      />
    </Card>
  )
}
