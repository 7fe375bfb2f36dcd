import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { whatWentWrong } from '@/client/call'
import { dial, restart } from '@/client/places'
import { forgetRegistration } from '@/client/register-draft'
import type { Role } from '@/domain/decider'
import { Button, Buttons, goTo, Link, Notice } from '@/ui'
import { commonWords, hotline } from '@/words/common'
import { registerWords as words } from '@/words/register'
import { behindFor } from '../frame'
import type { Unsent } from './send'

type Props = { id: string; unsent: Unsent; role: Role | undefined; onAsNew: () => unknown }

/** It did not get there: what is safe, and what to do. */
export function NotRegistered({ id, unsent, role, onAsNew }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new failure is shown anew
  useEffect(() => goTo(id), [id, unsent])
  return (
    <View id={id}>
      <What unsent={unsent} role={role} onAsNew={onAsNew} />
    </View>
  )
}

function What({ unsent, role, onAsNew }: Omit<Props, 'id'>) {
  if ('offline' in unsent)
    return (
      <Notice tone="amber" icon="offline" said>
        <View className="strong">{words.unsent}</View>
        <View className="small">{unsent.said ?? words.unsentMore}</View>
        <Link text={commonWords.ring(hotline)} onPress={() => void dial(hotline)} />
      </Notice>
    )
  // Sent before, changed since: only the clerk knows whether it is a second one.
  if ('refused' in unsent && unsent.refused === 'request.reused')
    return (
      <Notice tone="amber" said>
        <View className="stack">
          <View>{words.reused}</View>
          <Buttons>
            <Button small share="half" text={words.toList} onPress={() => void restart(behindFor(role))} />
            <Button small share="half" text={words.asNew} onPress={onAsNew} />
          </Buttons>
          <Link text={words.throwAway} onPress={() => forgetRegistration()} />
        </View>
      </Notice>
    )
  return (
    <Notice tone="red" said>
      {whatWentWrong(unsent)}
    </Notice>
  )
}
