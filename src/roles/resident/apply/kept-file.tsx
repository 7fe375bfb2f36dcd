import { View } from '@tarojs/components'
import type { ComponentProps } from 'react'
import type { Recording, Sending } from '@/client/draft'
import { Link, Notice, VoiceRecorder } from '@/ui'
import { fileWords } from '@/words/apply-more'
import { type Slot, sendFile, useKept } from './sending'

/** What became of sending a voice or a signature: kept on the phone where there is no signal. */
export function Sent({ file, onAgain }: { file?: Sending; onAgain: () => void }) {
  if (file?.state === 'sending')
    return (
      <View className="small soft" ariaRole="status">
        {fileWords.sending}
      </View>
    )
  if (file?.state !== 'failed') return null
  return (
    <Notice tone="amber" icon="offline" said>
      <View>{fileWords.failed}</View>
      <Link small text={fileWords.again} onPress={onAgain} />
    </Notice>
  )
}

type Ask = Omit<ComponentProps<typeof VoiceRecorder>, 'value' | 'onRecorded' | 'onRemove'>

/** A voice that is recorded, sent at once, and can be heard and done anew. */
export function Said({ file, slot, ...ask }: Ask & { file?: Recording; slot: Slot<Recording> }) {
  useKept(slot)
  return (
    <>
      <VoiceRecorder
        {...ask}
        value={file && { path: file.path, seconds: file.seconds }}
        onRecorded={(path, seconds) => {
          slot.put({ path, seconds, state: 'sending' })
          void sendFile(slot)
        }}
        onRemove={() => slot.put(undefined)}
      />
      <Sent file={file} onAgain={() => void sendFile(slot)} />
    </>
  )
}
