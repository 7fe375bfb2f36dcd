import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import { leave } from '@/pages/leave'
import { Button, Buttons, Link, Notice } from '@/ui'
import { askWords as words } from '@/words/ask'
import { police, safetyWords } from '@/words/common'

/** Where somebody may be in danger: the police first, and a way out. */
export function Danger({ onErase }: { onErase: () => void }) {
  return (
    <Notice tone="red" icon="alert">
      <View className="stack">
        <View>
          <View className="strong">{words.danger}</View>
          <View className="small">{words.dangerText}</View>
        </View>
        <Buttons>
          <Button share="half" kind="main" icon="phone" text={safetyWords.ring} onPress={() => void dial(police)} />
          <Button share="half" icon="close" text={safetyWords.leave} onPress={leave} />
        </Buttons>
        <View className="small">{safetyWords.leaveText}</View>
        <Link
          small
          text={safetyWords.erase}
          onPress={() => {
            onErase()
            leave()
          }}
        />
      </View>
    </Notice>
  )
}
