import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SheetProps, useStep } from '@/client/step'
import { Button, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { returnWords as words } from '@/words/unit-desk'

const empty = { why: '', basis: '' }

/** It is not ours: the reason, and where in our duties it stands. */
export function ReturnSheet(props: SheetProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('grievance.return', { ...props, empty, told: words.told })
  const [tried, setTried] = useState(false)
  const why = draft.why.trim()
  const basis = draft.basis.trim()
  function submit() {
    setTried(true)
    return why && basis ? send({ id: view.id, why, basis }) : undefined
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <Field
        id="return-why"
        type="textarea"
        max={500}
        label={words.why}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.whyMissing : wrong.fields.why}
      />
      <Field
        id="return-basis"
        type="textarea"
        max={500}
        label={words.basis}
        hint={words.basisHint}
        value={draft.basis}
        onChange={(typed) => write({ basis: typed })}
        error={tried && !basis ? words.basisMissing : wrong.fields.basis}
      />
      <NotSent wrong={wrong} />
      <Button kind="danger" text={words.send} onPress={submit} />
    </Sheet>
  )
}
