import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { Published } from '@/contract/views'
import { addDays, type Day, dayOf } from '@/domain/time'
import { Button, Heading, StageTag } from '@/ui'
import { daysText, boardWords as words } from '@/words/rota-editor'
import { mondayOf, publishedIn } from '../week'

type Props = { monday: Day; day: Day; onDay: (day: Day) => void; published?: Published[] }

/** Which week, whether it is published, and the way to the weeks before and after. */
export function Head({ monday, day, onDay, published }: Props) {
  const now = productNow()
  const sunday = addDays(monday, 6)
  return (
    <View className="rota__head">
      <View className="rota__week">
        <Heading level={1} text={daysText(monday, sunday, now)} />
        {published && <State published={published} from={monday} to={sunday} />}
      </View>
      <View className="rota__steps">
        <Button small text={words.previous} onPress={() => onDay(addDays(day, -7))} />
        {mondayOf(dayOf(now)) !== monday && <Button small text={words.thisWeek} onPress={() => onDay(dayOf(now))} />}
        <Button small text={words.next} onPress={() => onDay(addDays(day, 7))} />
      </View>
    </View>
  )
}

function State({ published, from, to }: { published: Published[]; from: Day; to: Day }) {
  const { state, forced } = publishedIn(published, from, to)
  if (forced)
    return (
      <>
        <StageTag tone="red" text={words.isForced} />
        <View className="small soft">{words.because(forced.force ?? '')}</View>
      </>
    )
  if (state === 'all') return <StageTag tone="green" text={words.isPublished} />
  return <StageTag tone="amber" text={state === 'some' ? words.partly : words.notYet} />
}
