import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { forgetDraft, markLeft } from '@/client/draft'
import { dial, places, restart } from '@/client/places'
import { Button, Buttons, Link, Notice } from '@/ui'
import { neutralPage, safetyWords } from '@/words/apply'
import { police } from '@/words/common'

/** Away at once. Going back finds a dark page or the first one, never the question (see index.tsx). */
export function leave() {
  markLeft()
  if (process.env.TARO_ENV === 'h5') {
    document.documentElement.hidden = true
    window.location.replace(neutralPage)
    return
  }
  void Taro.exitMiniProgram()
  void restart(places.home)
}

function eraseAndLeave() {
  forgetDraft()
  leave()
}

/** Where somebody may be in danger: the police first, and a way out. */
export function Safety() {
  return (
    <Notice tone="red" icon="alert">
      <View className="stack">
        <View>
          <View className="strong">{safetyWords.title}</View>
          <View className="small">{safetyWords.text}</View>
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

/** The police and the same way out on every later page of such an application. */
export function QuickExit() {
  return (
    <Buttons>
      <Button share="half" icon="phone" text={safetyWords.ring} onPress={() => void dial(police)} />
      <Button share="half" kind="danger" icon="close" text={safetyWords.leave} onPress={leave} />
    </Buttons>
  )
}
