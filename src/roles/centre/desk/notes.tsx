import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import type { AidDetail } from '@/contract/views'
import { Button, Card, CardLine, Field, Heading, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { assignWords as words } from '@/words/centre-more'
import { momentText } from '@/words/time'
import { type SheetProps, type StepProps, useStep } from './step'

/** What was said on the telephone: kept with the matter, pauses nothing. */
export function WriteNote(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="pen" text={words.note} onPress={() => setOpen(true)} />
      <NoteSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

const empty = { text: '' }

function NoteSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('matter.note', { ...props, empty, told: words.noted })
  const [tried, setTried] = useState(false)
  const text = draft.text.trim()
  function submit() {
    setTried(true)
    return text && send({ id: props.view.id, text })
  }
  return (
    <Sheet open={props.open} title={words.noteTitle} onClose={props.onClose}>
      <View className="soft">{words.noteText}</View>
      <Field
        id="note-text"
        type="textarea"
        max={500}
        label={words.noteLabel}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.noteMissing : wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.noteSend} onPress={submit} />
    </Sheet>
  )
}

export function Notes({ notes }: { notes: NonNullable<AidDetail['notes']> }) {
  if (notes.length === 0) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.notes} />
      {[...notes].reverse().map(({ at, by, text }, n) => (
        <View key={`${at}${text}`} className="stack stack--s">
          {n > 0 && <CardLine />}
          <View className="centre__said">{text}</View>
          <View className="small soft">{`${momentText(at, productNow())}，${by}`}</View>
        </View>
      ))}
    </Card>
  )
}
