import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { type HoldSaid, nextHours } from '@/client/hour-hold'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { may, type SheetProps } from '@/client/step'
import type { MatterRow, MyDay, SlotView } from '@/contract/views'
import { after, DAY, type Instant } from '@/domain/time'
import { NotHad } from '@/pages/hours-pick/held'
import { HoursPick } from '@/pages/hours-pick/hours-pick'
import { Read } from '@/pages/read'
import { Button, Buttons, Card, Empty, Heading, Sheet, StageTag } from '@/ui'
import { NotSent } from '@/ui/told'
import { momentText } from '@/words/time'
import { wayTexts } from '@/words/visit'
import { spanText, giveWords as words } from '@/words/visit-desk'
import { hasDays, overAll } from '../rows'
import { People, type Someone } from '../whose'

type Hour = MyDay['days'][number]['hours'][number]
type Booked = { hour: Hour; row: MatterRow }

/** For a visit at home that nobody has an hour for: somebody with an hour of mine soon may change to another one. */
export function AskForHour(props: SheetProps) {
  return props.open ? <Asking {...props} /> : null
}

function Asking({ view, onClose, onDone, onRefused }: SheetProps) {
  const me = useSession((session) => session.me)
  const role = me?.acting.role
  const [someone, setSomeone] = useState<Someone>()
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<Booked>()
  const [from] = useState(productNow)
  const person = someone?.id
  const asked = useAsk(
    'visit.day',
    hasDays(role) ? { ...(person && { person }), from, to: after(from, DAY) } : undefined,
  )
  return (
    <Sheet open title={chosen ? words.insteadTitle : words.title} onClose={onClose}>
      {chosen ? (
        <Instead
          booked={chosen}
          home={view.id}
          onBack={() => setChosen(undefined)}
          onSent={(until) => {
            onClose()
            onDone(view, words.sent(until ? momentText(until, from) : ''))
          }}
          onRefused={(message) => {
            onClose()
            onRefused(message)
          }}
        />
      ) : (
        <>
          <View className="soft">{words.text}</View>
          {overAll(role) && (
            <Button
              small
              icon="people"
              text={`${words.whose}：${someone?.name ?? me?.name ?? ''}`}
              onPress={() => setChoosing(!choosing)}
            />
          )}
          {choosing ? (
            <People
              onChange={(other) => {
                setSomeone(other)
                setChoosing(false)
              }}
            />
          ) : (
            <Read {...asked} cards={1}>
              {(days) => <Soon booked={bookedIn(days, from)} onChoose={setChosen} />}
            </Read>
          )}
        </>
      )}
    </Sheet>
  )
}

/** What is booked to come to him, or to be rung: a visit at home isn't given up for another. */
const bookedIn = ({ days }: MyDay, now: Instant): Booked[] =>
  days
    .flatMap(({ hours }) => hours)
    .filter(({ kind, start }) => kind !== 'home' && start > now)
    .flatMap((hour) => hour.visits.map((row) => ({ hour, row })))

function Soon({ booked, onChoose }: { booked: Booked[]; onChoose: (booked: Booked) => void }) {
  if (booked.length === 0) return <Empty icon="calendar" title={words.none} text={words.noneText} />
  return (
    <>
      {booked.map(({ hour, row }) => (
        <Card key={row.id}>
          <View className="row row--apart row--wrap">
            <View className="visits__who">
              <View className="strong">{row.applicant ?? row.title}</View>
              <View className="soft">{words.hour(momentText(hour.start, productNow()), wayTexts[hour.kind])}</View>
            </View>
            <StageTag text={row.stageText} />
          </View>
          {may(row, 'visit.askMove') ? (
            <Button small icon="swap" text={words.ask} onPress={() => onChoose({ hour, row })} />
          ) : (
            <View className="small soft">{words.asked}</View>
          )}
        </Card>
      ))}
    </>
  )
}

type InsteadProps = {
  booked: Booked
  home: string
  onBack: () => void
  onSent: (until: Instant | undefined) => void
  onRefused: (message: string) => void
}

/** The hour that is kept for her until she answers. */
function Instead({ booked: { hour, row }, home, onBack, onSent, onRefused }: InsteadProps) {
  const [wanted, setWanted] = useState<SlotView>()
  const [said, setSaid] = useState<HoldSaid>()
  const { send, wrong } = useCommand('visit.askMove', {
    onDone: (after) => onSent(after.detail.asked?.until),
    onRefused: (message, { refused, detail }) => {
      setWanted(undefined)
      if (refused === 'visit.slot-taken') return setSaid({ text: message, next: nextHours(detail) })
      onRefused(message)
    },
  })
  return (
    <>
      <View className="soft">{`${row.applicant ?? row.title}，${spanText(hour.start, hour.end)}`}</View>
      <NotHad said={said} onPick={setWanted} />
      {wanted ? (
        <View className="stack">
          <Heading size="lead" level={3} text={words.send(wanted.text)} />
          <View className="soft">{words.insteadText}</View>
          <NotSent wrong={wrong.fields.slot ? { text: wrong.fields.slot } : wrong} />
          <Buttons>
            <Button share="half" text={words.back} onPress={() => setWanted(undefined)} />
            <Button
              share="half"
              kind="main"
              text={words.ask}
              onPress={() => send({ id: row.id, slot: wanted.slot, for: home })}
            />
          </Buttons>
        </View>
      ) : (
        <>
          <HoursPick
            id="visit-instead"
            about={{ kind: hour.kind, village: row.place.code }}
            onPick={(picked) => {
              setSaid(undefined)
              setWanted(picked)
            }}
          />
          <Button small text={words.back} onPress={onBack} />
        </>
      )}
    </>
  )
}
