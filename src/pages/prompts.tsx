import { View } from '@tarojs/components'
import { useState } from 'react'
import { useKnown } from '@/client/language'
import { soundOf, usePrompts } from '@/client/prompts'
import type { PromptView } from '@/contract/language-views'
import { Button, Notice } from '@/ui'
import { usePlayer } from '@/ui/player'
import { commonWords } from '@/words/common'

/** 「听蒙古语」: what the bureau's own people recorded for this page, where somebody has heard it and found it right. */
export function Prompts({ path }: { path: string }) {
  const prompts = usePrompts(path)
  if (prompts.length === 0) return null
  return (
    <View className="stack stack--m" ariaRole="group" ariaLabel={commonWords.hear}>
      {prompts.map((prompt) => (
        <Hear key={prompt.id} prompt={prompt} />
      ))}
    </View>
  )
}

function Hear({ prompt }: { prompt: PromptView }) {
  const at = useKnown((known) => known.at)
  const [wrong, setWrong] = useState(false)
  const { playing, toggle } = usePlayer(soundOf(prompt, at), () => setWrong(true))
  const press = () => {
    setWrong(false)
    toggle()
  }
  return (
    <>
      <Button
        kind="soft"
        icon="speaker"
        text={playing ? commonWords.stopHearing : commonWords.hear}
        label={playing ? undefined : commonWords.hearOf(prompt.zh)}
        onPress={press}
      />
      <View className="small soft">{prompt.zh}</View>
      {wrong && (
        <Notice tone="amber" said>
          {commonWords.unheard}
        </Notice>
      )}
    </>
  )
}
