import { Text, View } from '@tarojs/components'
import type { HoldSaid } from '@/client/hour-hold'
import { useSeconds } from '@/client/seconds'
import type { HeldHour } from '@/client/visit'
import type { SlotView } from '@/contract/views'
import { msBetween } from '@/domain/time'
import { Button, Buttons, Link, Notice, Press } from '@/ui'
import { secondsText, holdWords as words } from '@/words/visit-page'
import './hours-pick.css'

type HeldNoticeProps = { held: HeldHour; onAgain: () => unknown; onOther: () => void }

/** The hour that is kept for her, and how long still; when that is over, the way to have it kept again. */
export function HeldNotice({ held: { hour, until }, onAgain, onOther }: HeldNoticeProps) {
  const now = useSeconds()
  const left = msBetween(now, until)
  const what = words.held(hour.text, hour.person?.name)
  if (left > 0)
    return (
      <Notice tone="green" icon="clock">
        <View className="row row--apart row--wrap">
          <View>
            <View className="strong">{what}</View>
            {/* Each second drawn, none read aloud: it is said when it is over. */}
            <View className="small">{words.left(secondsText(left))}</View>
          </View>
          <Link small text={words.other} onPress={onOther} />
        </View>
      </Notice>
    )
  return (
    <Notice tone="amber" icon="clock" said>
      <View className="stack stack--m">
        <View>
          <View className="strong">{words.over}</View>
          <View className="small">{what}</View>
          <View className="small">{words.overText}</View>
        </View>
        <Buttons>
          <Button small share="half" kind="main" text={words.again} onPress={onAgain} />
          <Button small share="half" text={words.other} onPress={onOther} />
        </Buttons>
      </View>
    </Notice>
  )
}

type NotHadProps = { said?: HoldSaid; onPick: (hour: SlotView) => unknown }

/** The hour that couldn't be had: why, and the next ones that can. */
export function NotHad({ said, onPick }: NotHadProps) {
  if (!said) return null
  if (!said.next)
    return (
      <Notice tone={said.offline ? 'amber' : 'red'} icon={said.offline ? 'offline' : undefined} said>
        {said.text}
      </Notice>
    )
  return (
    <Notice tone="amber" said>
      <View className="stack stack--m">
        <View>
          <View className="strong">{words.taken}</View>
          <View>{said.next.length > 0 ? words.takenText : words.takenNone}</View>
        </View>
        {said.next.map((hour) => (
          <Press key={hour.slot} className="hour" onClick={() => void onPick(hour)}>
            <Text className="strong">{hour.text}</Text>
            {hour.person && <Text className="block small">{hour.person.name}</Text>}
          </Press>
        ))}
      </View>
    </Notice>
  )
}
