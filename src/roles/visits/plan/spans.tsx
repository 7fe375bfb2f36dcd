import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { Button, Card, CardLine, Link, Section } from '@/ui'
import { NotSent } from '@/ui/told'
import { planWords as words } from '@/words/visit-desk'
import type { PlanPartProps } from '.'
import { SpanSheet } from './span-sheet'

type What = 'open' | 'close'

/** What stands beside the plan, once: hours more, hours less. */
export function Spans(props: PlanPartProps) {
  const { plan, mayChange } = props
  const [open, setOpen] = useState<What>()
  const part = (what: What, title: string, none: string, add: string, entries: { id: string; text: string }[]) => (
    <Section title={title}>
      <Card>
        {entries.length === 0 && <View className="soft">{none}</View>}
        {entries.map((entry, at) => (
          <View key={entry.id} className="stack stack--s">
            {at > 0 && <CardLine />}
            <Entry {...props} {...entry} />
          </View>
        ))}
        {mayChange && <Button small icon="plus" text={add} onPress={() => setOpen(what)} />}
      </Card>
    </Section>
  )
  return (
    <>
      {part('close', words.closings, words.closingsNone, words.addClosing, plan.closings)}
      {part('open', words.openings, words.openingsNone, words.addOpening, plan.openings)}
      {open && <SpanSheet key={open} {...props} what={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Entry({ id, text, person, mayChange, onDone, onRefused }: PlanPartProps & { id: string; text: string }) {
  const { send, wrong } = useCommand('visit.unclose', {
    onDone: (after) => onDone(after, words.takenBack),
    onRefused,
  })
  return (
    <>
      <View>{text}</View>
      <NotSent wrong={wrong} />
      {mayChange && (
        <View>
          <Link
            small
            text={words.takeBack}
            label={words.takeBackOf(text)}
            onPress={() => void send({ ...(person && { person }), entry: id })}
          />
        </View>
      )}
    </>
  )
}
