import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { whatWentWrong } from '@/client/call'
import { dial } from '@/client/places'
import { Button, goTo, Link, Notice } from '@/ui'
import { commonWords, governmentLine } from '@/words/common'
import { reportWords as words } from '@/words/report'
import type { Unsent } from './send'

type Props = { id: string; unsent: Unsent; onAsNew: () => unknown; onThrowAway: () => void }

/** It did not get there: what is safe, and what to do. The button is far below, so the page goes up to it. */
export function NotReported({ id, unsent, onAsNew, onThrowAway }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new failure is shown anew
  useEffect(() => goTo(id), [id, unsent])
  return (
    <View id={id}>
      <What unsent={unsent} onAsNew={onAsNew} onThrowAway={onThrowAway} />
    </View>
  )
}

function What({ unsent, onAsNew, onThrowAway }: Omit<Props, 'id'>) {
  const ring = (
    <Button small icon="phone" text={commonWords.ring(governmentLine)} onPress={() => void dial(governmentLine)} />
  )
  if ('offline' in unsent)
    return (
      <Notice tone="amber" icon="offline" said>
        <View className="stack">
          <View>
            <View className="strong">{words.unsent}</View>
            <View className="small">{words.unsentMore}</View>
          </View>
          {ring}
        </View>
      </Notice>
    )
  if ('refused' in unsent && unsent.refused === 'request.reused')
    return (
      <Notice tone="amber" said>
        <View className="stack">
          <View>{words.reused}</View>
          <Button small text={words.asNew} onPress={onAsNew} />
          <Link text={words.throwAway} onPress={onThrowAway} />
        </View>
      </Notice>
    )
  return (
    <Notice tone="red" said>
      <View className="stack">
        <View>{whatWentWrong(unsent)}</View>
        {ring}
      </View>
    </Notice>
  )
}
