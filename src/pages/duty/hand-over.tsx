import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import type { HandOverView } from '@/contract/views'
import { Button, Card, CardLine, ChoiceList, Field, Section, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { dutyWords as words } from '@/words/duty'
import { momentText } from '@/words/time'
import type { Mine } from './on-duty'

type Ends = { onDone: (text: string) => void; onRefused: (message: string) => void }

/** What was left for whoever comes, and a word for the next. */
export function HandOver({ mine, ...ends }: { mine: Mine } & Ends) {
  const [writing, setWriting] = useState(false)
  const notes = [...mine.handOvers].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Section title={words.handOver}>
      <Card>
        {notes.length === 0 && <View className="soft">{words.handOverNone}</View>}
        {notes.map((note, at) => (
          <View key={note.handOver} className="stack">
            {at > 0 && <CardLine />}
            <Note note={note} {...ends} />
          </View>
        ))}
        <Button kind="soft" icon="pen" text={words.write} onPress={() => setWriting(true)} />
      </Card>
      <WriteSheet open={writing} mine={mine} onClose={() => setWriting(false)} {...ends} />
    </Section>
  )
}

function Note({
  note: { handOver, by, at, note, seen, seatText, mine },
  onDone,
  onRefused,
}: { note: HandOverView } & Ends) {
  const { send, wrong } = useCommand('rota.handOverSeen', { onDone: () => onDone(words.seenDone), onRefused })
  const when = momentText(at, productNow())
  return (
    <View className="stack stack--m">
      <Text className="block small soft">{`${seatText}，${mine ? words.handOverFrom(by, when) : `${by} ${when}`}`}</Text>
      <Text className="block reading" userSelect>
        {note}
      </Text>
      {!mine && <Text className="block small soft">{seen ? words.handOverSeenBy(seen.by) : words.handOverUnseen}</Text>}
      <NotSent wrong={wrong} />
      {mine && !seen && <Button kind="main" icon="check" text={words.seen} onPress={() => send({ handOver })} />}
    </View>
  )
}

function WriteSheet({
  open,
  mine,
  onClose,
  onDone,
  onRefused,
}: Ends & { open: boolean; mine: Mine; onClose: () => void }) {
  const { draft, write, drop } = useKept('hand-over', { note: '', seat: '' })
  const now = productNow()
  // Where he stands; without a shift now, the seats he stands in at all.
  const standing = mine.shifts.filter(({ start, end }) => start <= now && now < end)
  const seats = [...new Map((standing.length > 0 ? standing : mine.shifts).map((each) => [each.seat, each.seatText]))]
  const [only] = seats
  const seat = seats.length === 1 ? only?.[0] : draft.seat || undefined
  const { send, wrong } = useCommand('rota.handOver', {
    onDone: () => {
      drop()
      onClose()
      onDone(words.written)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  return (
    <Sheet open={open} title={words.write} onClose={onClose}>
      <View className="soft">{words.writeText}</View>
      {seats.length > 1 && (
        <ChoiceList
          id="hand-over-seat"
          label={words.writeSeat}
          choices={seats.map(([value, text]) => ({ value, text }))}
          value={seat}
          onChange={(chosen) => write({ seat: chosen })}
          error={wrong.fields.seat}
        />
      )}
      <Field
        id="hand-over-note"
        type="textarea"
        max={1000}
        label={words.writeLabel}
        hint={words.writeHint}
        value={draft.note}
        onChange={(note) => write({ note })}
        error={wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button
        kind="main"
        text={words.writeSend}
        onPress={() => send({ note: draft.note.trim(), ...(seat && { seat }) })}
      />
    </Sheet>
  )
}
