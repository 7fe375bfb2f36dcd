import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { type HoldSaid, nextHours } from '@/client/hour-hold'
import type { SheetProps } from '@/client/step'
import type { SlotView } from '@/contract/views'
import { NotHad } from '@/pages/hours-pick/held'
import { HoursPick } from '@/pages/hours-pick/hours-pick'
import { Button, Buttons, Field, Heading, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { visitWords as words } from '@/words/visit-desk'
import { holdWords } from '@/words/visit-page'

/** Another hour, or the first one: whoever's hour it is goes there. */
export function MoveSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const [wanted, setWanted] = useState<SlotView>()
  const [said, setSaid] = useState<HoldSaid>()
  const [why, setWhy] = useState('')
  const { id, detail, place } = view
  const found = detail.start === undefined
  function close() {
    setWanted(undefined)
    setSaid(undefined)
    onClose()
  }
  const { send, wrong } = useCommand('visit.reschedule', {
    onDone: (after) => {
      close()
      setWhy('')
      onDone(after, found ? words.found : words.moved)
    },
    onRefused: (message, { refused, detail }) => {
      setWanted(undefined)
      if (refused === 'visit.slot-taken') return setSaid({ text: message, next: nextHours(detail) })
      close()
      onRefused(message)
    },
  })
  function want(hour: SlotView) {
    setSaid(undefined)
    setWanted(hour)
  }
  if (!detail.kind) return null
  const because = why.trim()
  return (
    <Sheet open={open} title={found ? words.findTitle : words.moveTitle} onClose={close}>
      <NotHad said={said} onPick={want} />
      {wanted ? (
        <View className="stack">
          <Heading
            size="lead"
            level={3}
            text={(found ? words.findTo : words.moveTo)(holdWords.held(wanted.text, wanted.person?.name))}
          />
          {!found && (
            <Field
              id="visit-move-why"
              label={words.moveWhy}
              optional
              max={300}
              value={why}
              onChange={setWhy}
              error={wrong.fields.why}
            />
          )}
          <NotSent wrong={wrong.fields.slot ? { text: wrong.fields.slot } : wrong} />
          <Buttons>
            <Button share="half" text={words.moveBack} onPress={() => setWanted(undefined)} />
            <Button
              share="half"
              kind="main"
              text={words.moveSend}
              onPress={() => send({ id, slot: wanted.slot, ...(because && { why: because }) })}
            />
          </Buttons>
        </View>
      ) : (
        <>
          <View className="soft">{found ? words.findText : words.moveText}</View>
          <HoursPick
            id="visit-hours"
            about={{ kind: detail.kind, village: place.code, need: detail.need?.code }}
            value={detail.slot}
            onPick={want}
          />
        </>
      )}
    </Sheet>
  )
}
