import { View } from '@tarojs/components'
import { whatWentWrong } from '@/client/call'
import { forgetDraft } from '@/client/draft'
import { dial, go, places, restart } from '@/client/places'
import { Button, Buttons, Link, Notice } from '@/ui'
import { unsentWords } from '@/words/apply'
import { commonWords, hotline } from '@/words/common'
import type { Unsent } from './send'

/** It did not get there: what is safe, and what to do. */
export function NotSent({ unsent, onAsNew }: { unsent: Unsent; onAsNew: () => unknown }) {
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

/** Sent before, changed since: only the person knows whether she wants a second one. */
function AlreadyThere({ onAsNew }: { onAsNew: () => unknown }) {
  function throwAway() {
    forgetDraft()
    void restart(places.matters)
  }
  return (
    <Notice tone="amber" said>
      <View className="stack">
        <View>{unsentWords.reused}</View>
        <Buttons>
          <Button small share="half" text={unsentWords.toMatters} onPress={() => go(places.matters)} />
          <Button small share="half" text={unsentWords.asNew} onPress={onAsNew} />
        </Buttons>
        <Link text={unsentWords.throwAway} onPress={throwAway} />
      </View>
    </Notice>
  )
}
