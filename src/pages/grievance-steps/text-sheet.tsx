import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { MatterCommand } from '@/client/command'
import { type SheetProps, useStep } from '@/client/step'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { Button, type ButtonKind, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'

export type TextWords = {
  title: string
  /** What happens then. */
  text?: string
  label: string
  hint?: string
  missing: string
  send: string
  told: string | ((after: MatterView) => string)
}

type Props<A extends MatterCommand> = SheetProps & {
  action: A
  /** Where one action has several drafts. */
  part?: string
  words: TextWords
  max?: number
  kind?: ButtonKind
  /** The field of the action that the text goes into. */
  field: string
  input: (text: string) => Omit<Input<A>, 'requestId'>
  /** What stands there to begin with. */
  first?: string
  children?: ReactNode
}

/** A step that asks for one text. */
export function TextSheet<A extends MatterCommand>(props: Props<A>) {
  const { action, part, words, max = 500, kind = 'main', field, input, first = '', open, onClose, children } = props
  const [tried, setTried] = useState(false)
  // The sheet may be opened again for the next one.
  const onDone: SheetProps['onDone'] = (after, told) => {
    setTried(false)
    props.onDone(after, told)
  }
  const { draft, write, send, wrong } = useStep(action, {
    ...props,
    onDone,
    empty: { text: first },
    part,
    told: words.told,
  })
  const text = draft.text.trim()
  function submit() {
    setTried(true)
    return text ? send(input(text)) : undefined
  }
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      {words.text && <View>{words.text}</View>}
      {children}
      <Field
        id={`${action}-${field}`}
        type="textarea"
        max={max}
        label={words.label}
        hint={words.hint}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.missing : wrong.fields[field]}
      />
      <NotSent wrong={wrong} />
      <Button kind={kind} text={words.send} onPress={submit} />
    </Sheet>
  )
}
