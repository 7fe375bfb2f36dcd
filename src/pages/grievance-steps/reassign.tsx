import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { type SheetProps, type StepProps, useStep } from '@/client/step'
import { Read } from '@/pages/read'
import { Button, ChoiceList, Field, Link, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { commandMoreWords as words } from '@/words/command-steps'

/** Somebody else of the command seat answers for it. */
export function Reassign(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Link small className="grievance__link" text={words.reassign} onPress={() => setOpen(true)} />
      <ReassignSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

const empty = { to: '', why: '' }

function ReassignSheet(props: SheetProps) {
  const { id } = props.view
  const colleagues = useAsk('matter.colleagues', props.open ? { id } : undefined)
  const { draft, write, send, wrong } = useStep('matter.reassign', {
    ...props,
    empty,
    told: ({ people }) => words.reassigned(people.find(({ role }) => role === 'responsible')?.name ?? ''),
  })
  const [tried, setTried] = useState(false)
  const why = draft.why.trim()
  function submit() {
    setTried(true)
    return draft.to && why ? send({ id, to: draft.to, why }) : undefined
  }
  return (
    <Sheet open={props.open} title={words.reassignTitle} onClose={props.onClose}>
      <View>{words.reassignText}</View>
      <Read value={colleagues.value} failed={colleagues.failed} again={colleagues.again} cards={0} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <View>{words.nobody}</View>
          ) : (
            <>
              <ChoiceList
                id="reassign-to"
                label={words.to}
                choices={items.map(({ id: value, name: text }) => ({ value, text }))}
                value={draft.to || undefined}
                onChange={(to) => write({ to })}
                error={tried && !draft.to ? words.toMissing : wrong.fields.to}
              />
              <Field
                id="reassign-why"
                type="textarea"
                max={500}
                label={words.why}
                value={draft.why}
                onChange={(typed) => write({ why: typed })}
                error={tried && !why ? words.whyMissing : wrong.fields.why}
              />
              <NotSent wrong={wrong} />
              <Button kind="main" text={words.send} onPress={submit} />
            </>
          )
        }
      </Read>
    </Sheet>
  )
}
