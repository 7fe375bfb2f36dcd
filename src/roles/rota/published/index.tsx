import { Text, View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import type { Published } from '@/contract/views'
import { Read } from '@/pages/read'
import { Card, Empty, Heading, Notice, StageTag } from '@/ui'
import { daysText, publishedWords as words } from '@/words/rota-editor'
import { Frame } from '../frame'
import { Problems } from '../problems'

/** What was published, by whom, and what was forced and why. Read by the centre, the towns and the supervisor. */
export default function Publications() {
  const { value, failed, again } = useAsk('rota.publications', {})
  return (
    <Frame tab="published" stale={Boolean(value && failed)}>
      <View className="rota__column">
        <View>
          <Heading level={1} text={words.title} />
          <View className="soft">{words.text}</View>
        </View>
        <Read value={value} failed={failed} again={again}>
          {({ items }) => (
            <>
              {items.length === 0 && <Empty icon="calendar" title={words.none} text={words.noneText} />}
              {items.map((each) => (
                <One key={`${each.from}|${each.at}`} published={each} />
              ))}
            </>
          )}
        </Read>
      </View>
    </Frame>
  )
}

function One({ published: { from, to, by, at, force, problems } }: { published: Published }) {
  const now = productNow()
  return (
    <Card>
      <View className="row row--apart row--tight row--wrap">
        <Text className="strong">{daysText(from, to, now)}</Text>
        {force ? <StageTag tone="red" text={words.forced} /> : <StageTag tone="green" text={words.clean} />}
      </View>
      <View className="soft">{words.line(by, at, now)}</View>
      {force && <Notice tone="red">{words.why(force)}</Notice>}
      {problems.length > 0 && (
        <>
          <View>{words.left(problems.length)}</View>
          <Problems problems={problems} fine={words.clean} />
        </>
      )}
    </Card>
  )
}
