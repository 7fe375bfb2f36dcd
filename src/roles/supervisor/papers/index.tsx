import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PaperState } from '@/domain/ladder-types'
import { PaperRows } from '@/pages/paper-rows'
import { Card, Chips, Heading } from '@/ui'
import { paperStateTexts } from '@/words/ladder'
import { watchPaperWords as words } from '@/words/supervisor-grievance'
import { Frame } from '../frame'

const chips = (['draft', 'issued', 'received', 'replied', 'cancelled'] as const).map((value) => ({
  value,
  text: paperStateTexts[value],
}))

/** 三单一函 of the whole county: first those that wait for a signature. */
export default function Papers() {
  const [state, setState] = useState<PaperState>('draft')
  const { title, text } = state === 'draft' ? words.noneDraft : words.none
  return (
    <Frame tab="papers">
      <View>
        <Heading level={1} text={words.title} />
        <View className="soft">{words.what}</View>
      </View>
      <Chips<PaperState> label={words.statesLabel} chips={chips} value={state} onChange={setState} />
      <Card>
        <PaperRows key={state} state={state} none={title} noneText={text || undefined} />
      </Card>
    </Frame>
  )
}
