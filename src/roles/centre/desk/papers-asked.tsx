import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import type { PapersAsked as Asked } from '@/contract/views'
import { Button, Buttons, Card, CardLine, Field, Heading, Icon, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { papersWords as words } from '@/words/centre-more'
import { momentText } from '@/words/time'
import { AnswerSheet, type How, type Owed } from './answer-sheet'
import { FileLinks } from './papers'
import { RingUp } from './ring-up'
import { may, type SheetProps, type StepProps, useStep } from './step'

/** How often and when papers were asked for, what came, and what is still owed. */
export function PapersAsked({ asked, ...props }: StepProps & { asked: Asked }) {
  const [answering, setAnswering] = useState<{ item: Owed; how: How }>()
  const [over, setOver] = useState(false)
  const [last, ...earlier] = [...asked.lists].reverse()
  const answers = may(props.view, 'aid.supplement')
  return (
    <Card>
      <Heading size="lead" level={2} text={words.asked(asked.times)} />
      {last && <List list={last} onAnswer={answers ? (item, how) => setAnswering({ item, how }) : undefined} />}
      {earlier.map((list) => (
        <View key={list.at} className="stack">
          <CardLine />
          <List list={list} />
        </View>
      ))}
      {may(props.view, 'aid.deemedWithdrawn') && (
        <>
          <Button kind="danger" text={words.over} onPress={() => setOver(true)} />
          <OverSheet {...props} open={over} onClose={() => setOver(false)} />
        </>
      )}
      {answering && <AnswerSheet {...props} {...answering} open onClose={() => setAnswering(undefined)} />}
    </Card>
  )
}

type ListProps = { list: Asked['lists'][number]; onAnswer?: (item: Owed, how: How) => void }

function List({ list: { at, by, why, items }, onAnswer }: ListProps) {
  return (
    <View className="stack">
      <View className="soft">{words.listBy(by, momentText(at, productNow()))}</View>
      {why && <View className="soft">{words.listWhy(why)}</View>}
      {items.map((item) => (
        <View key={item.key} className="stack stack--s">
          <View className="row row--tight row--top">
            <Icon name={item.answered ? 'done' : 'clock'} size="s" />
            <View className="grow">
              <View className="strong">{item.text}</View>
              <View className="small soft">
                {item.answered ? words.answered(momentText(item.answered.at, productNow())) : words.owed}
              </View>
              {item.answered?.text && <View className="centre__said">{item.answered.text}</View>}
              {item.answered && <FileLinks files={item.answered.files} />}
            </View>
          </View>
          {onAnswer && !item.answered && (
            <Buttons>
              <Half
                text={words.brought}
                label={words.broughtLabel(item.text)}
                onPress={() => onAnswer(item, 'brought')}
              />
              <Half
                text={words.cleared}
                label={words.clearedLabel(item.text)}
                onPress={() => onAnswer(item, 'cleared')}
              />
            </Buttons>
          )}
        </View>
      ))}
    </View>
  )
}

const Half = (props: { text: string; label: string; onPress: () => void }) => (
  <Button share="half" kind="soft" className="centre__half" {...props} />
)

const unsaid = { call: '' }

/** Papers never came and somebody rang: what was said is the reason, and a person wrote it. */
function OverSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('aid.deemedWithdrawn', {
    ...props,
    empty: unsaid,
    told: words.overDone,
  })
  const [tried, setTried] = useState(false)
  const call = draft.call.trim()
  function submit() {
    setTried(true)
    return call && send({ id: props.view.id, call })
  }
  return (
    <Sheet open={props.open} title={words.overTitle} onClose={props.onClose}>
      <View>{words.overText}</View>
      {may(props.view, 'matter.callLog') && <RingUp view={props.view} />}
      <Field
        id="over-call"
        type="textarea"
        max={500}
        label={words.overSaid}
        value={draft.call}
        onChange={(typed) => write({ call: typed })}
        error={tried && !call ? words.textMissing : wrong.fields.call}
      />
      <NotSent wrong={wrong} />
      <Button kind="danger" text={words.overSend} onPress={submit} />
    </Sheet>
  )
}
