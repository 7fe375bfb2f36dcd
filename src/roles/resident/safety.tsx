import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import { leave } from '@/pages/leave'
import { Button, Buttons, Link, Notice } from '@/ui'
import { police, safetyWords } from '@/words/common'

type SafetyProps = {
  title?: string
  text?: string
  /** What she has written so far is no longer on the phone. */
  onErase: () => void
}

/** Where somebody may be in danger: the police first, and a way out. */
export function Safety({ title = safetyWords.title, text = safetyWords.text, onErase }: SafetyProps) {
  function eraseAndLeave() {
    onErase()
    leave()
  }
  return (
    <Notice tone="red" icon="alert">
      <View className="stack">
        <View>
          <View className="strong">{title}</View>
          <View className="small">{text}</View>
        </View>
        <Buttons>
          <Button share="half" kind="main" icon="phone" text={safetyWords.ring} onPress={() => void dial(police)} />
          <Button share="half" icon="close" text={safetyWords.leave} onPress={leave} />
        </Buttons>
        <View className="small">{safetyWords.leaveText}</View>
        <Link small text={safetyWords.erase} onPress={eraseAndLeave} />
      </View>
    </Notice>
  )
}
