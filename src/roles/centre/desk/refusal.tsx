import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { Button, Buttons, Card, Confirm, Field, Heading, Link, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { screeningWords, refuseWords as words } from '@/words/centre-more'
import { momentText } from '@/words/time'
import { dropDrafts } from './draft'
import { may, type SheetProps, type StepProps, useStep } from './step'

/** A refusal as it was written; the second person confirms it or sends it back, the first one waits. */
export function Refusal(props: StepProps) {
  const { detail, stage } = props.view
  const [open, setOpen] = useState(false)
  const me = useSession((session) => session.me?.name)
  const { refusal } = detail
  if (!refusal) return null
  const waits = stage === 'refusal-unconfirmed'
  return (
    <Card offer={may(props.view, 'aid.confirmRefusal')}>
      <Heading size="lead" level={2} text={waits ? words.proposed : words.refused} />
      <View className="soft">{words.by(refusal.by, momentText(refusal.at, productNow()))}</View>
      {refusal.confirmed && (
        <View className="soft">
          {words.confirmedBy(refusal.confirmed.by, momentText(refusal.confirmed.at, productNow()))}
        </View>
      )}
      <View className="centre__law">
        <Text className="strong">{refusal.articleName}</Text>
        {refusal.articleText && (
          <Link
            small
            className="centre__link"
            text={open ? screeningWords.fold : screeningWords.article}
            label={open ? screeningWords.fold : screeningWords.articleLabel(refusal.articleName)}
            onPress={() => setOpen(!open)}
          />
        )}
      </View>
      {open && <View className="well small">{refusal.articleText}</View>}
      <View className="centre__said">{refusal.why}</View>
      {detail.objectedTo !== 'refused' && (
        <View>
          <View className="small soft">{words.remedyTitle}</View>
          <View>{refusal.remedy}</View>
        </View>
      )}
      {waits && !may(props.view, 'aid.confirmRefusal') && (
        <Notice icon="clock">
          <View className="strong">{words.waits}</View>
          {me === refusal.by && <View>{words.waitsMine}</View>}
        </Notice>
      )}
      {may(props.view, 'aid.confirmRefusal') && <Second {...props} />}
    </Card>
  )
}

function Second(props: StepProps) {
  const { view, onDone, onRefused } = props
  const [asking, setAsking] = useState<'confirm' | 'back'>()
  const close = () => setAsking(undefined)
  const { send, wrong } = useCommand('aid.confirmRefusal', {
    onDone: (after) => {
      close()
      dropDrafts(view.id)
      onDone(after, words.confirmed)
    },
    onRefused: (message) => {
      close()
      onRefused(message)
    },
  })
  return (
    <>
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="third" text={words.back} onPress={() => setAsking('back')} />
        <Button share="two" kind="danger" text={words.confirm} onPress={() => setAsking('confirm')} />
      </Buttons>
      <Confirm
        open={asking === 'confirm'}
        title={words.confirmTitle}
        text={words.confirmText}
        yes={words.confirm}
        kind="danger"
        onNo={close}
        onYes={async () => {
          await send({ id: view.id, ok: true })
          close()
        }}
      />
      <BackSheet {...props} open={asking === 'back'} onClose={close} />
    </>
  )
}

const empty = { why: '' }

function BackSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('aid.confirmRefusal', { ...props, empty, told: words.returned })
  const [tried, setTried] = useState(false)
  const why = draft.why.trim()
  function submit() {
    setTried(true)
    return why && send({ id: props.view.id, ok: false, why })
  }
  return (
    <Sheet open={props.open} title={words.backTitle} onClose={props.onClose}>
      <View>{words.backText}</View>
      <Field
        id="back-why"
        type="textarea"
        max={500}
        label={words.backWhy}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.whyMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.back} onPress={submit} />
    </Sheet>
  )
}
