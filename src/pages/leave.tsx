import Taro from '@tarojs/taro'
import { markLeft } from '@/client/draft'
import { dial, places, restart } from '@/client/places'
import { Button, Buttons } from '@/ui'
import { neutralPage, police, safetyWords } from '@/words/common'

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

/** The police and the same way out on every later page of such an application. */
export function QuickExit() {
  return (
    <Buttons>
      <Button share="half" icon="phone" text={safetyWords.ring} onPress={() => void dial(police)} />
      <Button share="half" kind="danger" icon="close" text={safetyWords.leave} onPress={leave} />
    </Buttons>
  )
}
