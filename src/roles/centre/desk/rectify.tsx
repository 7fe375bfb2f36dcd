import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import type { Input } from '@/contract/actions'
import type { AidDetail } from '@/contract/views'
import { Button, Card, ChoiceList, Field, Heading, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { contactTexts } from '@/words/aid'
import { afterWords as words } from '@/words/centre-more'
import { starTexts } from '@/words/parts'
import { momentText } from '@/words/time'
import { RingUp } from './ring-up'
import { may, type SheetProps, type StepProps, useStep } from './step'

type Rating = NonNullable<AidDetail['rating']>

/** How she rated it; after a bad rating somebody speaks with her, and what was mended is written down. */
export function Rated({ rating, ...props }: StepProps & { rating: Rating }) {
  const { view } = props
  const { rectified } = view.detail
  const [open, setOpen] = useState<'contact' | 'rectify'>()
  const close = () => setOpen(undefined)
  const contacts = may(view, 'aid.contacted')
  const mends = may(view, 'aid.rectified')
  return (
    <Card offer={contacts || mends}>
      <Heading size="lead" level={2} text={contacts || mends ? words.rectify : words.rating} />
      <View>
        <View className="strong">
          {words.starsText(rating.stars, starTexts[rating.stars as keyof typeof starTexts])}
        </View>
        {rating.text && <View className="centre__said">{rating.text}</View>}
        <View className="soft">{`${momentText(rating.at, productNow())}，${words.by[rating.how]}`}</View>
      </View>
      {rectified && (
        <View>
          <View className="centre__said">{rectified.text}</View>
          <View className="soft">{words.rectifiedBy(rectified.by, momentText(rectified.at, productNow()))}</View>
        </View>
      )}
      {(contacts || mends) && (
        <>
          <View>{words.rectifyText}</View>
          {may(view, 'matter.callLog') && <RingUp view={view} />}
          {contacts && <Button icon="pen" text={words.contact} onPress={() => setOpen('contact')} />}
          {mends && <Button kind="main" text={words.rectified} onPress={() => setOpen('rectify')} />}
          <ContactSheet {...props} open={open === 'contact'} onClose={close} />
          <RectifySheet {...props} open={open === 'rectify'} onClose={close} />
        </>
      )}
    </Card>
  )
}

type How = Input<'aid.contacted'>['how']
const hows = (['call', 'visit', 'message'] as const).map((value) => ({ value, text: contactTexts[value] ?? value }))
const uncontacted = { how: 'call' as How, note: '' }

function ContactSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('aid.contacted', {
    ...props,
    empty: uncontacted,
    told: words.contacted,
  })
  const note = draft.note.trim()
  return (
    <Sheet open={props.open} title={words.contactTitle} onClose={props.onClose}>
      <ChoiceList<How>
        id="contact-how"
        label={words.contactHow}
        choices={hows}
        value={draft.how}
        onChange={(how) => write({ how })}
        error={wrong.fields.how}
      />
      <Field
        id="contact-note"
        type="textarea"
        max={500}
        optional
        label={words.contactNote}
        value={draft.note}
        onChange={(typed) => write({ note: typed })}
        error={wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button
        kind="main"
        text={words.contactSend}
        onPress={() => send({ id: props.view.id, how: draft.how, ...(note && { note }) })}
      />
    </Sheet>
  )
}

const unmended = { text: '' }

function RectifySheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('aid.rectified', {
    ...props,
    empty: unmended,
    told: words.rectifiedDone,
  })
  const [tried, setTried] = useState(false)
  const text = draft.text.trim()
  function submit() {
    setTried(true)
    return text && send({ id: props.view.id, text })
  }
  return (
    <Sheet open={props.open} title={words.rectifiedTitle} onClose={props.onClose}>
      <View className="soft">{words.rectifiedText}</View>
      <Field
        id="rectify-text"
        type="textarea"
        max={1000}
        label={words.rectifiedLabel}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.rectifiedMissing : wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.rectifiedSend} onPress={submit} />
    </Sheet>
  )
}
