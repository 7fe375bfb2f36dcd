import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { commonWords as words } from '@/words/common'
import { goTo } from './focus'
import { Notice } from './notice'

export type Told = { tone: 'green' | 'amber'; text: string; more?: string }

/** What the page says about the last step, until the next one. */
export function useTold() {
  const [told, setTold] = useState<Told>()
  return {
    told,
    done: (text: string) => setTold({ tone: 'green', text }),
    refused: (text: string) => setTold({ tone: 'amber', text, more: words.readAgain }),
  }
}

export function ToldNotice({ told, children }: { told?: Told; children?: ReactNode }) {
  useEffect(() => {
    if (told) goTo('told')
  }, [told])
  if (!told) return null
  return (
    <View id="told">
      <Notice tone={told.tone} said>
        <View>{told.text}</View>
        {told.more && <View className="small soft">{told.more}</View>}
        {children}
      </Notice>
    </View>
  )
}

/** Beside the button that didn't get through. */
export function NotSent({ wrong }: { wrong: { text?: string; offline?: boolean } }) {
  if (!wrong.text) return null
  return (
    <Notice tone="red" icon={wrong.offline ? 'offline' : undefined} said>
      {wrong.offline ? words.notSent : wrong.text}
    </Notice>
  )
}
