import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FindingView } from '@/contract/views'
import { Card, Heading, type IconName, Link, StageTag, type Tone } from '@/ui'
import { screeningWords as words } from '@/words/centre-more'

const looks: Record<FindingView['verdict'], { icon: IconName; tone: Tone }> = {
  fits: { icon: 'done', tone: 'green' },
  look: { icon: 'alert', tone: 'amber' },
  unlikely: { icon: 'close', tone: 'red' },
}

/** What the law's text suggests. It decides nothing, and says so. */
export function Screening({ findings }: { findings: readonly FindingView[] }) {
  if (findings.length === 0) return null
  return (
    <Card>
      <View className="row row--apart row--wrap row--tight">
        <Heading size="lead" level={2} text={words.title} />
        <StageTag text={words.advice} />
      </View>
      {findings.map((finding) => (
        <Finding key={`${finding.check}${finding.text}`} finding={finding} />
      ))}
    </Card>
  )
}

function Finding({ finding: { verdict, text, articleName, articleText, certain } }: { finding: FindingView }) {
  const [open, setOpen] = useState(false)
  const { icon, tone } = looks[verdict]
  return (
    <View className="centre__finding">
      <View className="row row--wrap row--top row--tight">
        <View className="centre__verdict">
          <StageTag tone={tone} icon={icon} text={words.verdicts[verdict]} />
        </View>
        <View className="centre__reason">
          <View>{text}</View>
          <View className="centre__law">
            <Text className="soft">{articleName}</Text>
            {articleText && (
              <Link
                small
                className="centre__link"
                text={open ? words.fold : words.article}
                label={open ? words.fold : words.articleLabel(articleName)}
                onPress={() => setOpen(!open)}
              />
            )}
            {!certain && <StageTag text={words.uncertain} />}
          </View>
        </View>
      </View>
      {open && articleText && <View className="well small">{articleText}</View>}
    </View>
  )
}
