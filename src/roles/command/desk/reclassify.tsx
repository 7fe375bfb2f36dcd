import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SheetProps, useStep } from '@/client/step'
import { type Handling, handlings } from '@/domain/grievance-types'
import { Button, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { acceptWords, reclassifyWords as words } from '@/words/command'
import { handlingTexts } from '@/words/grievance'

const empty = { handling: undefined as Handling | undefined, why: '' }

/** Another class; its clock counts from when she sent it, so it may be late at once. */
export function ReclassifySheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('grievance.reclassify', { ...props, empty, told: words.sent })
  const [tried, setTried] = useState(false)
  const { handling } = draft
  const why = draft.why.trim()
  function submit() {
    setTried(true)
    return handling && why ? send({ id: props.view.id, handling, why }) : undefined
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <ChoiceList<Handling>
        id="reclassify-handling"
        label={words.handling}
        choices={handlings
          .filter((value) => value !== props.view.detail.handling)
          .map((value) => ({ value, text: handlingTexts[value], more: acceptWords.handlings[value] }))}
        value={handling}
        onChange={(chosen) => write({ handling: chosen })}
        error={tried && !handling ? words.missing : wrong.fields.handling}
      />
      <Field
        id="reclassify-why"
        type="textarea"
        max={500}
        label={words.why}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.whyMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}
