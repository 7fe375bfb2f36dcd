import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { type HoldSaid, nextHours } from '@/client/hour-hold'
import type { SlotView } from '@/contract/views'
import { NotHad } from '@/pages/hours-pick/held'
import { HoursPick } from '@/pages/hours-pick/hours-pick'
import { Button, Buttons, Heading, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { holdWords, visitPageWords as words } from '@/words/visit-page'
import type { PartProps } from './whole'

type AnotherHourProps = PartProps & { text?: string; main?: boolean }

/** Another hour instead: the old one is given up only for a new one. */
export function AnotherHour({ view, done, refused, text = words.move, main }: AnotherHourProps) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState<SlotView>()
  const [said, setSaid] = useState<HoldSaid>()
  const { id, detail, place } = view
  const { send, wrong } = useCommand('visit.reschedule', {
    onDone: (after) => {
      close()
      done(after, words.moved)
    },
    onRefused: (message, { refused: code, detail }) => {
      setWanted(undefined)
      if (code === 'visit.slot-taken') return setSaid({ text: message, next: nextHours(detail) })
      close()
      refused(message)
    },
  })
  function close() {
    setOpen(false)
    setWanted(undefined)
    setSaid(undefined)
  }
  function want(hour: SlotView) {
    setSaid(undefined)
    setWanted(hour)
  }
  if (!detail.kind) return null
  return (
    <>
      <Button
        share={main ? undefined : 'half'}
        kind={main ? 'main' : 'plain'}
        icon="calendar"
        text={text}
        onPress={() => setOpen(true)}
      />
      <Sheet open={open} title={words.moveTitle} onClose={close}>
        <NotHad said={said} onPick={want} />
        {wanted ? (
          <View className="stack">
            <Heading size="lead" level={3} text={words.moveTo(holdWords.held(wanted.text, wanted.person?.name))} />
            <NotSent wrong={wrong.fields.slot ? { text: wrong.fields.slot } : wrong} />
            <Buttons>
              <Button share="half" text={words.moveNo} onPress={() => setWanted(undefined)} />
              <Button share="half" kind="main" text={words.moveYes} onPress={() => send({ id, slot: wanted.slot })} />
            </Buttons>
          </View>
        ) : (
          <>
            <View className="soft">{words.moveText}</View>
            <HoursPick
              id="another-hour"
              about={{ kind: detail.kind, village: place.code, need: detail.need?.code }}
              value={detail.slot}
              onPick={want}
            />
          </>
        )}
      </Sheet>
    </>
  )
}
