import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { whatWentWrong } from '@/client/call'
import { forgetDraft, useDraft } from '@/client/draft'
import { dial, go, places, restart } from '@/client/places'
import { Button, Buttons, goTo, Link, Notice } from '@/ui'
import { unsentWords } from '@/words/apply'
import { commonWords, hotline } from '@/words/common'
import { homePlace } from './home-place'
import type { Unsent } from './send'

type NotSentProps = { id: string; unsent: Unsent; onAsNew: () => unknown }

/** It did not get there: what is safe, and what to do. The button is far below, so the page goes up to it. */
export function NotSent({ id, unsent, onAsNew }: NotSentProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new failure is shown anew
  useEffect(() => goTo(id), [id, unsent])
  return (
    <View id={id}>
      <What unsent={unsent} onAsNew={onAsNew} />
    </View>
  )
}

function What({ unsent, onAsNew }: Omit<NotSentProps, 'id'>) {
  if ('offline' in unsent)
    return (
      <Notice tone="amber" icon="offline" said>
        <View className="stack">
          <View>
            <View className="strong">{unsentWords.offline}</View>
            <View className="small">{unsentWords.offlineMore}</View>
          </View>
          <Button small icon="phone" text={commonWords.ring(hotline)} onPress={() => void dial(hotline)} />
        </View>
      </Notice>
    )
  if ('refused' in unsent && unsent.refused === 'request.reused') return <AlreadyThere onAsNew={onAsNew} />
  const signedOut = 'refused' in unsent && unsent.refused.startsWith('session.')
  return (
    <Notice tone="red" said>
      <View>{whatWentWrong(unsent)}</View>
      {signedOut && <Link text={commonWords.signIn} onPress={() => void go(places.me, { next: 'apply' })} />}
    </Notice>
  )
}

/** Where the one that arrived can be seen. */
const mine = () => (useDraft.getState().draft.helped ? homePlace() : places.matters)

/** Sent before, changed since: only the person knows whether she wants a second one. */
function AlreadyThere({ onAsNew }: { onAsNew: () => unknown }) {
  function throwAway() {
    forgetDraft()
    void restart(mine())
  }
  return (
    <Notice tone="amber" said>
      <View className="stack">
        <View>{unsentWords.reused}</View>
        <Buttons>
          <Button small share="half" text={unsentWords.toMatters} onPress={() => go(mine())} />
          <Button small share="half" text={unsentWords.asNew} onPress={onAsNew} />
        </Buttons>
        <Link text={unsentWords.throwAway} onPress={throwAway} />
      </View>
    </Notice>
  )
}
