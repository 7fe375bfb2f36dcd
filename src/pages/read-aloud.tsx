import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePrompts } from '@/client/prompts'
import { Button, Notice } from '@/ui'
import { canSpeak, useSpeech } from '@/ui/speech'
import { readAloudWords as words } from '@/words/read-aloud'

type ReadAloudProps = {
  /** In the order in which they stand on the page; what isn't there isn't read. */
  texts: readonly (string | undefined | false)[]
}

/** 「读给我听」: what matters on this page, by the phone's voice; where people recorded it, theirs is heard instead. */
export function ReadAloud({ texts }: ReadAloudProps) {
  const { path = '' } = useRouter()
  const recorded = usePrompts(path).length > 0
  const [wrong, setWrong] = useState(false)
  const { speaking, start, stop } = useSpeech(() => setWrong(true))
  const said = texts.flatMap((text) => (text ? [text.replace(/\u00a0/g, '')] : []))
  if (recorded || said.length === 0 || !canSpeak()) return null
  function press() {
    setWrong(false)
    if (speaking) stop()
    else start(said)
  }
  return (
    <View className="stack stack--s">
      <Button
        small
        kind="soft"
        icon={speaking ? 'pause' : 'speaker'}
        text={speaking ? words.stop : words.read}
        onPress={press}
      />
      {wrong && (
        <Notice tone="amber" said>
          {words.trouble}
        </Notice>
      )}
    </View>
  )
}
