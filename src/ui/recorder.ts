import Taro from '@tarojs/taro'
import { silence } from './one-voice'

export type Trouble = 'refused' | 'short' | 'failed'
export type Session = {
  /** Ends it and hands in what was said. Before the microphone is open it is the same as `drop`. */
  stop: () => void
  /** Ends it and forgets what was said; nothing is told any more. */
  drop: () => void
}
export type Hears = {
  mostSeconds: number
  onRunning: () => void
  /** With a local path: a blob on H5, a temporary file on weapp. */
  onDone: (path: string, seconds: number) => void
  onTrouble: (why: Trouble) => void
}

const leastSeconds = 1

export const canRecord = (): boolean =>
  process.env.TARO_ENV !== 'h5' ||
  (typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia))

/** Opens the microphone; it is shut again however the session ends. */
export function record(hears: Hears): Session {
  // What is read aloud would be heard in her recording.
  silence()
  return process.env.TARO_ENV === 'h5' ? withBrowser(hears) : withWechat(hears)
}

// What most devices can play comes first.
const formats = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/mp4']

function withBrowser({ mostSeconds, onRunning, onDone, onTrouble }: Hears): Session {
  let recorder: MediaRecorder | undefined
  let over = false
  const end = () => recorder?.state === 'recording' && recorder.stop()

  function listen(stream: MediaStream) {
    const shut = () => {
      for (const track of stream.getTracks()) track.stop()
    }
    if (over) return shut()
    const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format))
    const parts: Blob[] = []
    const since = Date.now()
    recorder = new MediaRecorder(stream, mimeType ? { mimeType } : undefined)
    const limit = setTimeout(end, mostSeconds * 1000)
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = () => {
      clearTimeout(limit)
      shut()
      if (over) return
      over = true
      const seconds = Math.min(mostSeconds, Math.round((Date.now() - since) / 1000))
      const sound = new Blob(parts, { type: recorder?.mimeType.split(';')[0] })
      if (seconds < leastSeconds || sound.size === 0) onTrouble('short')
      else onDone(URL.createObjectURL(sound), seconds)
    }
    recorder.start()
    onRunning()
  }
  function fail(error: unknown) {
    if (over) return
    over = true
    onTrouble(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'failed')
  }
  const drop = () => {
    over = true
    end()
  }
  navigator.mediaDevices.getUserMedia({ audio: true }).then(listen).catch(fail)
  return { stop: () => (recorder ? end() : drop()), drop }
}

function withWechat({ mostSeconds, onRunning, onDone, onTrouble }: Hears): Session {
  // One recorder for the whole app: whoever starts it takes it over, and an older session hears nothing more.
  const recorder = Taro.getRecorderManager()
  let running = false
  let over = false
  const fail = (why: Trouble) => {
    if (over) return
    over = true
    onTrouble(why)
  }
  recorder.onStart(() => {
    if (over) return recorder.stop()
    running = true
    onRunning()
  })
  recorder.onStop(({ tempFilePath, duration }) => {
    const seconds = Math.min(mostSeconds, Math.round(duration / 1000))
    if (!tempFilePath || seconds < leastSeconds) return fail('short')
    if (over) return
    over = true
    onDone(tempFilePath, seconds)
  })
  recorder.onError(({ errMsg = '' }) => fail(/auth|deny|denied|permission/i.test(errMsg) ? 'refused' : 'failed'))
  // A call comes in: what was said so far is kept.
  recorder.onInterruptionBegin(() => recorder.stop())
  recorder.start({
    duration: mostSeconds * 1000,
    format: 'mp3',
    sampleRate: 16000 as never,
    numberOfChannels: 1 as never,
    encodeBitRate: 48000,
  })
  const drop = () => {
    if (over) return
    over = true
    recorder.stop()
  }
  return { stop: () => (running ? recorder.stop() : drop()), drop }
}
