import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places, replace } from '@/client/places'
import type { RotaBoard, SeatView } from '@/contract/views'
import { addDays, dayOf, startOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Button, Card, Empty, Facts, Heading, Section } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { languageTexts, subjectTexts } from '@/words/aid'
import { boardWords, hoursText, kindTexts, repeatTexts, seatWords as words } from '@/words/rota-editor'
import { Frame } from '../frame'
import { FestivalForm } from './festival-form'
import { LayerForm } from './layer-form'
import { Layers } from './layers'
import { SeatForm } from './seat-form'

type Editing = { what: 'seat' } | { what: 'layer'; layer?: string } | { what: 'festival' }

/** One seat: its hours and needs, whose turn it is in which order, and who stands there on a festival. */
export default function Seat() {
  const { seat: wanted } = useRouter().params
  const seats = useAsk('rota.seats', {})
  const today = dayOf(productNow())
  // Whoever may stand somewhere, with what each has stood.
  const board = useAsk('rota.board', { from: startOf(today), to: startOf(addDays(today, 1)) })
  const both = seats.value && board.value && { seats: seats.value.items, board: board.value }
  return (
    <Frame label={wanted || both ? undefined : words.new} stale={Boolean(both && (seats.failed ?? board.failed))}>
      <View className="rota__column">
        <Read
          value={both}
          failed={seats.failed ?? board.failed}
          again={async () => void (await Promise.all([seats.again(), board.again()]))}
        >
          {({ seats: all, board }) =>
            wanted ? (
              <Known seat={all.find(({ seat }) => seat === wanted)} board={board} again={seats.again} />
            ) : (
              <>
                <Heading level={1} text={words.new} />
                <SeatForm
                  taken={all.map(({ seat }) => seat)}
                  board={board}
                  onDone={(seat) => void replace(places.rotaSeat, { seat })}
                />
              </>
            )
          }
        </Read>
      </View>
    </Frame>
  )
}

type KnownProps = { seat?: SeatView; board: RotaBoard; again: () => Promise<void> }

function Known({ seat, board, again }: KnownProps) {
  const [editing, setEditing] = useState<Editing>()
  const { told, done, refused } = useTold()
  if (!seat)
    return (
      <Empty
        icon="calendar"
        title={words.notFound}
        text={words.notFoundText}
        action={{ text: words.back, onPress: () => void replace(places.rotaBoard) }}
      />
    )
  const stop = () => setEditing(undefined)
  const ends = {
    onDone: (text: string) => {
      stop()
      done(text)
      void again()
    },
    onRefused: (message: string) => {
      refused(message)
      void again()
    },
    onStop: stop,
  }
  const layer = editing?.what === 'layer' ? seat.layers.find((each) => each.layer === editing.layer) : undefined
  return (
    <>
      <Heading size="big" text={seat.name} />
      <ToldNotice told={told} />
      {editing?.what === 'seat' ? (
        <SeatForm seat={seat} taken={[]} board={board} onStop={stop} onDone={() => ends.onDone(words.saved)} />
      ) : (
        <About seat={seat} board={board} onEdit={() => setEditing({ what: 'seat' })} />
      )}
      <Section title={words.layers}>
        {editing?.what === 'layer' ? (
          <LayerForm key={editing.layer} seat={seat} layer={layer} board={board} {...ends} />
        ) : (
          <>
            <Layers seat={seat} onEdit={(layer) => setEditing({ what: 'layer', layer })} {...ends} />
            {seat.mine && <Button icon="plus" text={words.addLayer} onPress={() => setEditing({ what: 'layer' })} />}
          </>
        )}
      </Section>
      {seat.mine && (
        <Section title={words.festival}>
          <View className="soft">{words.festivalText}</View>
          {editing?.what === 'festival' ? (
            <FestivalForm seat={seat} board={board} {...ends} />
          ) : (
            <Button icon="calendar" text={words.addFestival} onPress={() => setEditing({ what: 'festival' })} />
          )}
        </Section>
      )}
      {!seat.mine && <View className="soft">{boardWords.readOnly}</View>}
      <Button text={words.back} onPress={() => void go(places.rotaBoard)} />
    </>
  )
}

function About({ seat, board, onEdit }: { seat: SeatView; board: RotaBoard; onEdit: () => void }) {
  const { kind, unitName, hours, languages, subjects, minimum, head, shared } = seat
  const listed = (texts: string[]) => texts.join('、') || words.none
  const facts = [
    { label: words.kind, value: [kindTexts[kind] ?? kind, unitName].filter(Boolean).join('，') },
    {
      label: words.hours,
      value: [hoursText(seat), hours?.every && repeatTexts[hours.every]].filter(Boolean).join('，'),
    },
    { label: words.minimum, value: boardWords.minimum(minimum) },
    { label: words.languages, value: listed(languages.map((each) => languageTexts[each] ?? each)) },
    {
      label: words.subjects,
      value: listed(subjects.map((each) => subjectTexts[each as keyof typeof subjectTexts] ?? each)),
    },
    ...(shared ? [{ label: words.shared, value: words.sharedText }] : []),
    { label: words.head, value: board.people.find(({ person }) => person === head)?.name ?? words.noHead },
  ]
  return (
    <Card>
      <Heading size="lead" level={2} text={words.about} />
      <Facts facts={facts} />
      {seat.mine && <Button small icon="pen" text={words.edit} onPress={onEdit} />}
    </Card>
  )
}
