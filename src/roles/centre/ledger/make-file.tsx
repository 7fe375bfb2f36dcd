import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type Answer, whatWentWrong } from '@/client/call'
import { openMade } from '@/client/made-link'
import { newRequestId } from '@/client/request-id'
import type { ExportFile } from '@/contract/views'
import { Button, Confirm, Notice } from '@/ui'
import { ledgerWords as words } from '@/words/ledger'

type Props<T> = {
  text: string
  /** Asked before, where what is made is not to be made by accident. */
  sure?: string
  make: (requestId: string) => Promise<Answer<T>>
  fileOf: (made: T) => ExportFile
  /** What is said of it once it is there. */
  said?: (made: T) => string
  onMade?: () => void
}

/** Makes a file and opens it: pressed again after a lost answer it is the same file. */
export function MakeFile<T>({ text, sure, make, fileOf, said, onMade }: Props<T>) {
  const [told, setTold] = useState<{ good: boolean; text: string }>()
  const [asking, setAsking] = useState(false)
  const request = useRef(newRequestId())
  async function run() {
    setAsking(false)
    setTold(undefined)
    const answer = await make(request.current)
    if (!answer.ok) return setTold({ good: false, text: whatWentWrong(answer) })
    const opened = await openMade(fileOf(answer.value))
    if (opened) request.current = newRequestId()
    setTold({
      good: opened,
      text: opened ? [said?.(answer.value), words.made].filter(Boolean).join('。') : words.makeFailed,
    })
    onMade?.()
  }
  return (
    <View className="section">
      <View className="row">
        <Button small className="queue__door" text={text} onPress={sure ? () => setAsking(true) : run} />
      </View>
      {told && <Notice tone={told.good ? 'green' : 'amber'}>{told.text}</Notice>}
      {sure && <Confirm open={asking} title={sure} yes={text} onYes={run} onNo={() => setAsking(false)} />}
    </View>
  )
}
