import { Text, View } from '@tarojs/components'
import Taro, { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { voiceWords } from '@/words/parts'
import { Button } from './button'
import { classes } from './classes'
import { type AskProps, Fieldset } from './fieldset'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Notice } from './notice'
import { usePlayer } from './player'
import { Press } from './press'
import { canRecord, record, type Session, type Trouble } from './recorder'

type VoiceRecorderProps = AskProps & {
  /** A local recording: it lives as long as the app or page, so send it before it is forgotten. */
  value?: { path: string; seconds: number }
  mostSeconds?: number
  onRecorded: (path: string, seconds: number) => void
  onRemove: () => void
  /** What to do instead where the device can't record. */
  otherwise?: string
}

/** Says it instead of writing it: one big button that starts, ends and plays. */
export function VoiceRecorder({ value, mostSeconds, onRecorded, onRemove, otherwise, ...ask }: VoiceRecorderProps) {
  return (
    <Fieldset {...ask}>
      {value || canRecord() ? (
        <Recorder value={value} mostSeconds={mostSeconds ?? 60} onRecorded={onRecorded} onRemove={onRemove} />
      ) : (
        <Notice>{otherwise ?? voiceWords.cannot}</Notice>
      )}
    </Fieldset>
  )
}

type RecorderProps = Pick<VoiceRecorderProps, 'value' | 'onRecorded' | 'onRemove'> & { mostSeconds: number }
type Stage = 'still' | 'asking' | 'running' | 'ending'
type Wrong = Trouble | 'unheard'

const faces: Record<Stage | 'kept' | 'playing', { icon: IconName; text: string }> = {
  still: { icon: 'mic', text: voiceWords.start },
  asking: { icon: 'mic', text: voiceWords.asking },
  running: { icon: 'done', text: voiceWords.stop },
  ending: { icon: 'done', text: voiceWords.ending },
  kept: { icon: 'play', text: voiceWords.play },
  playing: { icon: 'pause', text: voiceWords.stopPlay },
}

function Recorder({ value, mostSeconds, onRecorded, onRemove }: RecorderProps) {
  const [wrong, setWrong] = useState<Wrong>()
  const recording = useRecording(mostSeconds, onRecorded, setWrong)
  const player = usePlayer(value?.path, () => setWrong('unheard'))
  const { stage } = recording
  const state = value ? (player.playing ? 'playing' : 'kept') : stage

  function press() {
    setWrong(undefined)
    if (value) player.toggle()
    else if (stage === 'still') recording.start()
    else recording.stop()
  }
  return (
    <>
      <Press className={classes('voice', `voice--${state}`)} onClick={press}>
        <Icon name={faces[state].icon} size="l" />
        <Text>{faces[state].text}</Text>
      </Press>
      <View className="voice__state" ariaRole="status">
        {state === 'running' && <View className="voice__dot" ariaHidden />}
        <Text>{stateText(state, mostSeconds, value?.seconds)}</Text>
      </View>
      {state === 'running' && (
        <View className="voice__state soft" ariaRole="timer">
          {voiceWords.left(recording.seconds, mostSeconds)}
        </View>
      )}
      {wrong && (
        <Notice tone="amber" said>
          {voiceWords[wrong]}
        </Notice>
      )}
      {wrong === 'refused' && process.env.TARO_ENV === 'weapp' && (
        <Button text={voiceWords.settings} onPress={() => void Taro.openSetting().catch(() => undefined)} />
      )}
      {value && <Button text={voiceWords.again} onPress={onRemove} />}
    </>
  )
}

function stateText(state: Stage | 'kept' | 'playing', most: number, seconds = 0): string {
  if (state === 'kept' || state === 'playing') return voiceWords.kept(seconds)
  return state === 'running' ? voiceWords.running : voiceWords.upTo(most)
}

function useRecording(
  mostSeconds: number,
  onRecorded: (path: string, seconds: number) => void,
  onWrong: (why: Trouble) => void,
) {
  const [stage, setStage] = useState<Stage>('still')
  const [seconds, setSeconds] = useState(0)
  const session = useRef<Session>()

  useEffect(() => {
    if (stage !== 'running') return
    const since = Date.now()
    const tick = () => setSeconds(Math.min(mostSeconds, Math.floor((Date.now() - since) / 1000)))
    tick()
    const ticking = setInterval(tick, 250)
    return () => clearInterval(ticking)
  }, [stage, mostSeconds])
  // No microphone stays open on a page nobody sees.
  useEffect(() => () => session.current?.drop(), [])
  useDidHide(() => stage === 'running' && stop())

  function start() {
    setStage('asking')
    session.current = record({
      mostSeconds,
      onRunning: () => setStage('running'),
      onDone: (path, length) => {
        setStage('still')
        onRecorded(path, length)
      },
      onTrouble: (why) => {
        setStage('still')
        onWrong(why)
      },
    })
  }
  function stop() {
    setStage(stage === 'running' ? 'ending' : 'still')
    session.current?.stop()
  }
  return { stage, seconds, start, stop }
}
