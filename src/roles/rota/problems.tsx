import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ProblemView } from '@/contract/views'
import { Button, classes, Heading, Icon } from '@/ui'
import { problemCounts, publishWords as words } from '@/words/rota-editor'

const SHOWN = 5
const order: readonly ProblemView['code'][] = ['gap', 'no-mongolian', 'need', 'two-seats', 'short-rest']
const mild: readonly ProblemView['code'][] = ['short-rest', 'two-seats']
export const toneOf = (code: ProblemView['code']) => (mild.includes(code) ? 'amber' : 'red')

/** What stands against publishing: how many of each kind, and each in its sentence. */
export function Check({ problems, title = words.check }: { problems: readonly ProblemView[]; title?: string }) {
  return (
    <View className="stack">
      <Heading size="lead" level={2} text={title} />
      <Problems problems={problems} fine={words.ok} />
    </View>
  )
}

export function Problems({ problems, fine }: { problems: readonly ProblemView[]; fine: string }) {
  if (problems.length === 0)
    return (
      <View className="row row--top row--tight">
        <Text className="green rota__sign">
          <Icon name="check" size="s" />
        </Text>
        <View className="grow">{fine}</View>
      </View>
    )
  return (
    <>
      {order.map((code) => {
        const own = problems.filter((each) => each.code === code)
        return own.length > 0 && <Kind key={code} code={code} problems={own} />
      })}
    </>
  )
}

function Kind({ code, problems }: { code: ProblemView['code']; problems: readonly ProblemView[] }) {
  const [all, setAll] = useState(false)
  const tone = toneOf(code)
  const shown = all ? problems : problems.slice(0, SHOWN)
  return (
    <View className="row row--top row--tight">
      <View className={classes(tone, 'rota__sign')}>
        <Icon name="alert" size="s" />
      </View>
      <View className="grow">
        <View className={classes('strong', tone)}>{problemCounts[code](problems.length)}</View>
        {shown.map(({ seat = '', person = '', from, text }) => (
          <View key={`${seat}|${person}|${from}|${text}`} className="small rota__problem">
            {text}
          </View>
        ))}
        {shown.length < problems.length && (
          <Button
            small
            kind="text"
            className="rota__more"
            text={words.more(problems.length - SHOWN)}
            onPress={() => setAll(true)}
          />
        )}
      </View>
    </View>
  )
}
