import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { intoCalendar } from '@/client/calendar-file'
import { call, whatWentWrong } from '@/client/call'
import { places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import type { ClassView } from '@/contract/class-views'
import type { Occurrence } from '@/domain/classes'
import { Button, Icon, Link, Notice, Press } from '@/ui'
import { classWords as words } from '@/words/classes'

type StepsProps = { view: ClassView; on: Occurrence; again: () => Promise<void> }

/** What she can do about it: be reminded, note it, watch it, tell the group. */
export function Steps({ view, on, again }: StepsProps) {
  const me = useSession((session) => session.me)
  const [said, setSaid] = useState<{ tone: 'green' | 'amber'; text: string }>()
  const { id, where, reminded } = view
  const which = { id, date: on.date }

  async function remind() {
    const answer = await call('class.remind', { ...which, on: !reminded })
    if (!answer.ok) return setSaid({ tone: 'amber', text: whatWentWrong(answer) })
    setSaid({ tone: 'green', text: answer.value.on ? words.remindOn : words.remindGone })
    await again()
  }
  async function note() {
    const answer = await call('class.calendar', which)
    if (!answer.ok) return setSaid({ tone: 'amber', text: whatWentWrong(answer) })
    const kept = await intoCalendar(answer.value)
    setSaid(kept ? { tone: 'green', text: words.inCalendar } : { tone: 'amber', text: words.notInCalendar })
  }
  async function open(link: string) {
    if (process.env.TARO_ENV === 'h5') return void window.open(link, '_blank', 'noopener')
    // A mini-program opens only addresses that WeChat has been told of; any other is taken to a browser by hand.
    await Taro.setClipboardData({ data: link }).catch(() => undefined)
    setSaid({ tone: 'green', text: words.copied })
  }
  const watch = (finderUserName: string) =>
    Taro.openChannelsLive({ finderUserName }).catch(() =>
      Taro.openChannelsUserProfile({ finderUserName }).catch(() => undefined),
    )

  return (
    <View className="stack">
      {me ? (
        <Button
          kind={reminded ? 'soft' : 'main'}
          icon="clock"
          text={reminded ? words.remindOff : words.remind}
          onPress={remind}
        />
      ) : (
        <Link text={words.signInFirst} onPress={() => void restart(places.me)} />
      )}
      {me && <View className="soft small">{words.remindText}</View>}
      {said && (
        <Notice tone={said.tone} said>
          {said.text}
        </Notice>
      )}
      <Button icon="calendar" text={words.toCalendar} onPress={note} />
      {where.channels && process.env.TARO_ENV === 'weapp' && (
        <Button icon="play" text={words.watch} onPress={() => watch(where.channels ?? '')} />
      )}
      {where.link && <Button icon="play" text={words.open} onPress={() => open(where.link ?? '')} />}
      {process.env.TARO_ENV === 'weapp' && (
        <Press className="btn btn--plain btn--wide" openType="share">
          <Icon name="send" size="s" />
          <Text>{words.share}</Text>
        </Press>
      )}
    </View>
  )
}
