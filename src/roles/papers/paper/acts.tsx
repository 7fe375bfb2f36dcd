import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useDraft } from '@/client/written'
import { Button, Buttons, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { paperPageWords as words } from '@/words/paper-page'
import { type ActProps, endsOf, type PaperSheetProps } from './sheet-ends'
import { SignSheet } from './sign-sheet'

type Open = 'sign' | 'reply' | 'cancel'

/** Signed, received, answered, taken back: what this reader may do with it. */
export function Acts(props: ActProps) {
  const { paper, onDone, onRefused } = props
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const receive = useCommand('notice.receive', { onDone: () => onDone(words.received), onRefused })
  const can = (action: string) => paper.can.includes(action)
  const waits = paper.signs.length + 1 < paper.signsNeeded
  return (
    <>
      <NotSent wrong={receive.wrong} />
      <Buttons>
        {can('notice.sign') && (
          <Button
            share="half"
            kind="main"
            text={waits ? words.signFirst : words.sign}
            onPress={() => setOpen('sign')}
          />
        )}
        {can('notice.receive') && (
          <Button
            share="half"
            kind="main"
            text={words.receive}
            onPress={() => receive.send({ id: paper.matter, paper: paper.id })}
          />
        )}
        {can('notice.reply') && (
          <Button
            share="half"
            kind={can('notice.receive') ? 'plain' : 'main'}
            text={words.reply}
            onPress={() => setOpen('reply')}
          />
        )}
        {can('notice.cancel') && (
          <Button share="half" kind="danger" text={words.cancel} onPress={() => setOpen('cancel')} />
        )}
      </Buttons>
      <SignSheet {...props} open={open === 'sign'} onClose={close} />
      <ReplySheet {...props} open={open === 'reply'} onClose={close} />
      <CancelSheet {...props} open={open === 'cancel'} onClose={close} />
    </>
  )
}

const empty = { text: '' }

function ReplySheet(props: PaperSheetProps) {
  const { paper, open, onClose } = props
  const { draft, write, drop } = useDraft(paper.matter, `notice.reply#${paper.id}`, empty)
  const { send, wrong } = useCommand('notice.reply', endsOf(props, words.replied, drop))
  const [tried, setTried] = useState(false)
  const text = draft.text.trim()
  function submit() {
    setTried(true)
    return text ? send({ id: paper.matter, paper: paper.id, text }) : undefined
  }
  return (
    <Sheet open={open} title={words.reply} onClose={onClose}>
      <Field
        id="paper-reply"
        type="textarea"
        max={1000}
        label={words.replyLabel}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.replyMissing : wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.replySend} onPress={submit} />
    </Sheet>
  )
}

function CancelSheet(props: PaperSheetProps) {
  const { paper, open, onClose } = props
  const { draft, write, drop } = useDraft(paper.matter, `notice.cancel#${paper.id}`, empty)
  const { send, wrong } = useCommand('notice.cancel', endsOf(props, words.cancelled, drop))
  const [tried, setTried] = useState(false)
  const why = draft.text.trim()
  function submit() {
    setTried(true)
    return why ? send({ id: paper.matter, paper: paper.id, why }) : undefined
  }
  return (
    <Sheet open={open} title={words.cancelTitle} onClose={onClose}>
      <View>{words.cancelText}</View>
      <Field
        id="paper-cancel"
        type="textarea"
        max={500}
        label={words.cancelLabel}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !why ? words.cancelMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="danger" text={words.cancel} onPress={submit} />
    </Sheet>
  )
}
