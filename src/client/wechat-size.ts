import Taro from '@tarojs/taro'
import { type Size, useSession } from './session'

// WeChat's own steps lie between 16 and 25.5 px (23.8 where it cares for the old); its standard is 17. The words here
// are never smaller than hers there: each row goes up to a step, and its letters are 17, 19, 22 and 30 px.
const steps: readonly [upTo: number, size: Size][] = [
  [17, 'normal'],
  [19, 'large'],
  [22, 'elder'],
  [Number.POSITIVE_INFINITY, 'elder-max'],
]
const STANDARD = 17

type Letters = { fontSizeSetting?: number; fontSizeScaleFactor?: number }

/** How large WeChat's letters are, in px; nothing where this WeChat doesn't say. */
function wechatsLetters(): number | undefined {
  // Older ones don't have it, and Taro's types don't know what stands in it.
  const base: Letters = (Taro.getAppBaseInfo?.() ?? {}) as Taro.getAppBaseInfo.Result & Letters
  if (base.fontSizeSetting) return base.fontSizeSetting
  if (base.fontSizeScaleFactor) return base.fontSizeScaleFactor * STANDARD
  return Taro.getSystemInfoSync().fontSizeSetting
}

/** Ours are as large as WeChat's, up and down again, until she chooses for herself. */
export function followWeChatsLetters(): void {
  if (useSession.getState().sizeChosen) return
  const px = wechatsLetters()
  const size = px && steps.find(([upTo]) => px <= upTo)?.[1]
  if (size) useSession.setState({ size })
}
