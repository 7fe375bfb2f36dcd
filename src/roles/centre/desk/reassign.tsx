import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { Read } from '@/pages/read'
import { Button, ChoiceList, Field, Link, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { assignWords as words } from '@/words/centre-more'
import { type SheetProps, type StepProps, useStep } from './step'

/** Somebody else of the centre answers for it: a clerk fell ill, or is away. */
export function Reassign(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Link small className="centre__link" text={words.reassign} onPress={() => setOpen(true)} />
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
    if (!draft.to || !why) return
    return send({ id, to: draft.to, why })
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
                label={words.reassignWhy}
                value={draft.why}
                onChange={(typed) => write({ why: typed })}
                error={tried && !why ? words.whyMissing : wrong.fields.why}
              />
              <NotSent wrong={wrong} />
              <Button kind="main" text={words.reassignSend} onPress={submit} />
            </>
          )
        }
      </Read>
    </Sheet>
  )
}
