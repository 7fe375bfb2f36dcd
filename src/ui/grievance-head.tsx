import { Text, View } from '@tarojs/components'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { sentAtText, totalText, grievanceFactsWords as words } from '@/words/grievance-facts'
import { Heading } from './heading'
import { isClosed, stageTone } from './matter-body'
import { StageTag, Tags } from './tag'
import './grievance.css'

/** What it is, how it stands, since when; the total runs from the first send whatever was reopened since. */
export function GrievanceHead({ view, now, level = 2 }: { view: MatterView; now: Instant; level?: 1 | 2 | 3 }) {
  const { title, stage, stageText, place, createdAt, detail } = view
  const { sentAt = createdAt, generation = 1, outcome, declined, handedOver, follows, followers = 0 } = detail
  const settled = (isClosed(stage) && outcome?.at) || declined?.at || handedOver?.at
  return (
    <View className="stack stack--m">
      <Tags>
        {detail.typeText && <StageTag text={detail.typeText} />}
        {detail.handlingText && <StageTag text={detail.handlingText} />}
        <StageTag text={stageText} tone={stageTone(stage)} />
        {generation > 1 && <StageTag tone="amber" text={words.generation(generation)} />}
        {detail.publicSafety && <StageTag tone="red" icon="alert" text={words.publicSafety} />}
        {detail.forced && <StageTag tone="amber" text={words.forced} />}
      </Tags>
      <Heading size="big" level={level} text={title} />
      <View className="soft">
        <Text className="grievance__part">{place.text}</Text>
        <Text className="grievance__part">{sentAtText(sentAt, now)}</Text>
        <Text className="grievance__part">{totalText(sentAt, now, settled || undefined)}</Text>
      </View>
      {detail.exOfficio && <View className="soft">{words.exOfficio}</View>}
      {follows && <View className="soft">{words.follows}</View>}
      {followers > 0 && <View className="soft">{words.followers(followers)}</View>}
    </View>
  )
}
