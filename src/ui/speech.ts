import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { soundsNoMore, soundsNow } from './one-voice'

/** The phone's own voice. WeChat gives a mini-program none: there only what was recorded can be heard. */
export const canSpeak = (): boolean =>
  process.env.TARO_ENV === 'h5' &&
  typeof speechSynthesis !== 'undefined' &&
  typeof SpeechSynthesisUtterance === 'function'

/** Reads Chinese sentences aloud, one after the other; silent again when the page goes, or somebody else speaks. */
export function useSpeech(onTrouble: () => void) {
  const [speaking, setSpeaking] = useState(false)
  const stopVoice = useRef<() => void>()
  const stop = () => stopVoice.current?.()

  function start(sentences: readonly string[]) {
    let over = false
    const end = () => {
      if (over) return
      over = true
      soundsNoMore(end)
      stopVoice.current = undefined
      speechSynthesis.cancel()
      setSpeaking(false)
    }
    soundsNow(end)
    stopVoice.current = end
    // What another page, or a browser that was shut in the middle, left unsaid.
    speechSynthesis.cancel()
    setSpeaking(true)
    for (const [n, sentence] of sentences.entries()) {
      const said = new SpeechSynthesisUtterance(sentence)
      said.lang = 'zh-CN'
      if (n === sentences.length - 1) said.onend = end
      said.onerror = () => {
        // Stopped by her, it isn't in trouble.
        if (over) return
        end()
        onTrouble()
      }
      speechSynthesis.speak(said)
    }
  }
  useDidHide(stop)
  useEffect(() => () => stopVoice.current?.(), [])
  return { speaking, stop, start }
}
