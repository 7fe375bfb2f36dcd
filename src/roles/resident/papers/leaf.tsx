import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { back, places, replace, restart } from '@/client/places'
import type { MatterView } from '@/contract/views'
import { Frame } from '@/pages/frame'
import { BottomBar, Button, Empty, Heading, Icon } from '@/ui'
import { NotSent } from '@/ui/told'
import { completeWords, papersWords } from '@/words/papers'

export type FormProps = { view: MatterView; put: (view: MatterView) => void; again: () => Promise<void> }

/** To the matter: one page back where it lies there, else in this one's place. */
export function toMatter(id: string) {
  if (!id) return restart(places.matters)
  const behind = Taro.getCurrentPages().at(-2) as { route?: string; path?: string } | undefined
  return (behind?.route ?? behind?.path ?? '').includes('pages/matter/index') ? back() : replace(places.matter, { id })
}

type LeafProps = { id: string; label?: string; title?: string; foot?: ReactNode; children: ReactNode }

/** A page that hangs on a matter: its way back leads there. */
export function Leaf({ id, label, title, foot, children }: LeafProps) {
  const said = title ?? label ?? ''
  useEffect(() => {
    if (said) void Taro.setNavigationBarTitle({ title: said })
  }, [said])
  return (
    <Frame label={label} onBack={() => void toMatter(id)} foot={foot}>
      {title && <Heading size="big" text={title} />}
      {children}
    </Frame>
  )
}

type SendBarProps = { wrong: { text?: string; offline?: boolean }; text: string; note?: string; onSend: () => unknown }

/** The one button of a form, with why it didn't get through above it. */
export const SendBar = ({ wrong, text, note, onSend }: SendBarProps) => (
  <BottomBar>
    <NotSent wrong={wrong} />
    <Button kind="main" icon="send" text={text} busyText={papersWords.sending} onPress={onSend} />
    {note && <View className="soft small center">{note}</View>}
  </BottomBar>
)

type DoneProps = { id: string; title: string; children: ReactNode }

/** It arrived: what follows, and the way back. */
export function Done({ id, title, children }: DoneProps) {
  return (
    <Leaf id={id}>
      <View className="stack stack--m" ariaRole="status">
        <View className="glad">
          <Icon name="done" size="l" />
        </View>
        <Heading size="big" text={title} />
        {children}
      </View>
      <Button kind="main" text={papersWords.open} onPress={() => toMatter(id)} />
    </Leaf>
  )
}

/** The matter has gone on, and this form with it. */
export const NotNow = ({ id, label }: { id: string; label: string }) => (
  <Leaf id={id} label={label}>
    <Empty
      icon="pen"
      title={completeWords.not}
      text={completeWords.notText}
      action={{ text: papersWords.open, onPress: () => void toMatter(id) }}
    />
  </Leaf>
)
