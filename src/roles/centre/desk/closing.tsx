import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { MatterView } from '@/contract/views'
import { Button, Buttons, Card, Field, Heading, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { resultTexts } from '@/words/aid'
import { centreWords as words } from '@/words/centre'

type Props = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

/** What the lawyer reported, and the centre's word on it. */
export function Closing({ view, onDone, onRefused }: Props) {
  const [giving, setGiving] = useState(false)
  const { send, wrong } = useCommand('aid.reviewClose', { onDone: (after) => onDone(after, words.passed), onRefused })
  const { result } = view.detail
  return (
    <Card>
      <Heading size="lead" level={2} text={words.closing} />
      {result && (
        <View>
          <View className="small soft">{words.closingResult}</View>
          <View className="strong">{resultTexts[result.result]}</View>
          <View className="reading">{result.text}</View>
        </View>
      )}
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="third" text={words.giveBack} onPress={() => setGiving(true)} />
        <Button share="two" kind="main" text={words.pass} onPress={() => send({ id: view.id, ok: true })} />
      </Buttons>
      <GiveBack open={giving} view={view} onClose={() => setGiving(false)} onDone={onDone} onRefused={onRefused} />
    </Card>
  )
}

function GiveBack({ view, open, onClose, onDone, onRefused }: Props & { open: boolean; onClose: () => void }) {
  const [why, setWhy] = useState('')
  const { send, wrong } = useCommand('aid.reviewClose', {
    onDone: (after) => {
      onClose()
      onDone(after, words.gaveBack)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const said = why.trim()
  return (
    <Sheet open={open} title={words.giveBackTitle} onClose={onClose}>
      <View className="soft">{words.giveBackText}</View>
      <Field
        id="give-back-why"
        type="textarea"
        max={500}
        label={words.giveBackWhy}
        value={why}
        onChange={setWhy}
        error={wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button
        kind="main"
        text={words.giveBack}
        onPress={() => send({ id: view.id, ok: false, ...(said && { why: said }) })}
      />
    </Sheet>
  )
}
