import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { whatWentWrong } from '@/client/call'
import { dial, places, restart } from '@/client/places'
import { Button, Buttons, goTo, Link, Notice } from '@/ui'
import { commonWords, hotline } from '@/words/common'
import { visitCheckWords as words } from '@/words/visit-page'
import type { Unsent } from './send'

type Props = { unsent: Unsent; onAsNew: () => unknown; onThrowAway: () => void }

const ID = 'visit-unsent'

/** It did not get there: what is safe, and what to do. The button is far below, so the page goes up to it. */
export function NotBooked({ unsent, onAsNew, onThrowAway }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new failure is shown anew
  useEffect(() => goTo(ID), [unsent])
  return (
    <View id={ID}>
      <What unsent={unsent} onAsNew={onAsNew} onThrowAway={onThrowAway} />
    </View>
  )
}

function What({ unsent, onAsNew, onThrowAway }: Props) {
  const ring = <Button small icon="phone" text={commonWords.ring(hotline)} onPress={() => void dial(hotline)} />
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
          <Buttons>
            <Button small share="half" text={words.toMatters} onPress={() => void restart(places.matters)} />
            <Button small share="half" text={words.asNew} onPress={onAsNew} />
          </Buttons>
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
