import Taro, { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { soundsNoMore, soundsNow } from './one-voice'

type Play = (path: string, onOver: () => void, onTrouble: () => void) => () => void

/** Begins to play; answers with how to stop it. */
const play: Play = (...what) => (process.env.TARO_ENV === 'h5' ? inBrowser(...what) : inWechat(...what))

// Taro's own player for browsers leaves a listener behind each time.
const inBrowser: Play = (path, onOver, onTrouble) => {
  const sound = new Audio(path)
  sound.onended = onOver
  let stopped = false
  sound.play().catch(() => stopped || onTrouble())
  return () => {
    stopped = true
    sound.pause()
  }
}

const inWechat: Play = (path, onOver, onTrouble) => {
  const sound = Taro.createInnerAudioContext()
  // An iPhone set to silent plays it too: she pressed the button.
  sound.obeyMuteSwitch = false
  sound.src = path
  sound.onEnded(onOver)
  sound.onError(onTrouble)
  sound.play()
  return () => sound.destroy()
}

/** Plays one local or signed path; silent again when the path changes or the page goes. */
export function usePlayer(path: string | undefined, onTrouble: () => void) {
  const [playing, setPlaying] = useState(false)
  const stopSound = useRef<() => void>()

  function stop() {
    stopSound.current?.()
    stopSound.current = undefined
    setPlaying(false)
  }
  function start() {
    if (!path) return
    const failed = () => {
      stop()
      onTrouble()
    }
    soundsNow(stop)
    const end = play(path, stop, failed)
    stopSound.current = () => {
      soundsNoMore(stop)
      end()
    }
    setPlaying(true)
  }
  useDidHide(stop)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another sound
  useEffect(
    () => () => {
      stopSound.current?.()
      stopSound.current = undefined
      setPlaying(false)
    },
    [path],
  )
  return { playing, toggle: () => (playing ? stop() : start()), stop }
}
