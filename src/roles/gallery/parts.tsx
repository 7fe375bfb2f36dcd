import { useState } from 'react'
import { Button, type Level, PrintSheet, printNow, Signature, Slips, Stars, VoiceRecorder } from '@/ui'
import { slips } from './fixtures'
import { nothing, Sample } from './sample'

const witness = '手不方便、看不清，可以请一位在场的人作见证。'

/** Signing, speaking, rating. */
export function Parts({ at }: { at: string }) {
  const [signed, setSigned] = useState<{ path: string }>()
  const [voice, setVoice] = useState<{ path: string; seconds: number }>()
  const [level, setLevel] = useState<Level>()
  return (
    <>
      <Sample name="签名">
        <Signature
          id={`${at}-sign`}
          label="本人签名"
          value={signed}
          onSigned={(path) => setSigned({ path })}
          onClear={() => setSigned(undefined)}
          otherwise={witness}
        />
      </Sample>
      <Sample name="说">
        <VoiceRecorder
          id={`${at}-voice`}
          label="用说的"
          hint="说蒙古语、汉语都行"
          value={voice}
          onRecorded={(path, seconds) => setVoice({ path, seconds })}
          onRemove={() => setVoice(undefined)}
        />
        <VoiceRecorder
          id={`${at}-kept`}
          label="说好了的"
          value={{ path: '', seconds: 32 }}
          onRecorded={nothing}
          onRemove={nothing}
        />
      </Sample>
      <Sample name="满意不满意">
        <Stars
          id={`${at}-stars`}
          label="这次帮得怎么样"
          value={level}
          onChange={setLevel}
          error={level ? undefined : '请选一个'}
        />
      </Sample>
      <Sample name="打印">
        <Button text="打印十二张纸条" onPress={printNow} />
      </Sample>
    </>
  )
}

/** What the button above prints. */
export function Printed() {
  return (
    <PrintSheet>
      <Slips slips={slips} />
    </PrintSheet>
  )
}
