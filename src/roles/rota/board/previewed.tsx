import { Text, View } from '@tarojs/components'
import type { Preview, ShiftView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Button, Buttons, Card, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { boardWords, spanText, changeWords as words } from '@/words/rota-editor'
import { Problems } from '../problems'

type Props = {
  seen: Preview
  from: Instant
  to: Instant
  wrong: { text?: string; offline?: boolean }
  onSave: () => unknown
  onBack: () => void
}

/** Before and after, and what would then be wrong. */
export function Previewed({ seen, from, to, wrong, onSave, onBack }: Props) {
  const near = (shifts: ShiftView[]) => shifts.filter(({ start, end }) => start <= to && end >= from)
  const [before, after] = [near(seen.before), near(seen.after)]
  return (
    <View className="stack">
      <Card>
        <Heading size="lead" level={3} text={words.before} />
        <Shifts shifts={before} />
      </Card>
      <Card>
        <Heading size="lead" level={3} text={words.after} />
        {JSON.stringify(before) === JSON.stringify(after) && <View className="soft">{words.sameAsBefore}</View>}
        <Shifts shifts={after} />
        {seen.problems.length > 0 && <View>{words.mind}</View>}
        <Problems problems={seen.problems} fine={words.fine} />
      </Card>
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="half" text={words.back} onPress={onBack} />
        <Button share="half" kind="main" text={words.save} onPress={onSave} />
      </Buttons>
    </View>
  )
}

function Shifts({ shifts }: { shifts: ShiftView[] }) {
  if (shifts.length === 0) return <View className="soft">{boardWords.nobody}</View>
  return (
    <>
      {shifts.map(({ start, end, person, name, gap }) => (
        <View key={`${start}|${person}`}>
          <Text className={gap ? 'strong red' : 'strong'}>{gap ? boardWords.gap : name}</Text>
          <Text>{` ${spanText(start, end)}`}</Text>
        </View>
      ))}
    </>
  )
}
