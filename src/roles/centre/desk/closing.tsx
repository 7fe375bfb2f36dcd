import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { Button, Buttons, Card, Field, Heading, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { resultTexts } from '@/words/aid'
import { centreWords as words } from '@/words/centre'
import { momentText } from '@/words/time'
import { dropDrafts } from './draft'
import { type SheetProps, type StepProps, useStep } from './step'

/** What the lawyer reported, and the centre's word on it. */
export function Closing(props: StepProps) {
  const { view, onDone, onRefused } = props
  const [giving, setGiving] = useState(false)
  const { send, wrong } = useCommand('aid.reviewClose', {
    onDone: (after) => {
      dropDrafts(view.id)
      onDone(after, words.passed)
    },
    onRefused,
  })
  const { result } = view.detail
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.closing} />
      {result && (
        <View>
          <View className="small soft">{words.closingResult}</View>
          <View className="strong">{resultTexts[result.result]}</View>
          {result.helped && (
            <View>{words.closingHelped(momentText(result.helped.at, productNow()), result.helped.place)}</View>
          )}
          <View className="reading">{result.text}</View>
        </View>
      )}
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="third" text={words.giveBack} onPress={() => setGiving(true)} />
        <Button share="two" kind="main" text={words.pass} onPress={() => send({ id: view.id, ok: true })} />
      </Buttons>
      <GiveBack {...props} open={giving} onClose={() => setGiving(false)} />
    </Card>
  )
}

const empty = { why: '' }

function GiveBack(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('aid.reviewClose', { ...props, empty, told: words.gaveBack })
  const said = draft.why.trim()
  return (
    <Sheet open={props.open} title={words.giveBackTitle} onClose={props.onClose}>
      <View className="soft">{words.giveBackText}</View>
      <Field
        id="give-back-why"
        type="textarea"
        max={500}
        label={words.giveBackWhy}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button
        kind="main"
        text={words.giveBack}
        onPress={() => send({ id: props.view.id, ok: false, ...(said && { why: said }) })}
      />
    </Sheet>
  )
}
