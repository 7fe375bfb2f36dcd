import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { type Day, dayOf } from '@/domain/time'
import { HandOver } from '@/pages/duty/hand-over'
import { dutySpan, type Mine, OnDuty } from '@/pages/duty/on-duty'
import { Read } from '@/pages/read'
import { Card, Chips, Heading, Icon, Item, Link, Rows } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { listLine, monthWords as words } from '@/words/duty-month'
import { Frame } from '../frame'
import { Calendar } from './calendar'
import { DayCard } from './day-card'
import { dayToShow, markOf, monthAfter, spanOf } from './days'
import { Fair } from './fair'
import { Grid } from './grid'
import { Swaps } from './swaps'
import { TakeOver } from './take-over'
import './month.css'

const EVERY_MS = 30_000

/** My shifts of a month, what may be done about each, and how fairly the month is shared. */
export default function Month() {
  const [month, setMonth] = useState(() => productNow().slice(0, 7))
  const mine = useAsk('rota.mine', spanOf(month), EVERY_MS)
  const { told, done, refused } = useTold()
  const [day, setDay] = useState<Day>()
  const ends = {
    onDone: (text: string) => {
      done(text)
      void mine.again()
    },
    onRefused: (message: string) => {
      refused(message)
      void mine.again()
    },
  }
  return (
    <Frame label={words.page} stale={Boolean(mine.value && mine.failed)}>
      <Now {...ends} />
      <Turn
        month={month}
        onTurn={(by) => {
          setMonth(monthAfter(month, by))
          setDay(undefined)
        }}
      />
      <ToldNotice told={told} />
      <Read value={mine.value} failed={mine.failed} again={mine.again} cards={2} lines={5}>
        {(known) => <Shown month={month} mine={known} day={day} onDay={setDay} {...ends} />}
      </Read>
    </Frame>
  )
}

/** A lawyer has this on his day; whoever else stands in a seat has it here. */
function Now({ onDone, onRefused }: Ends) {
  const lawyer = useSession(({ me }) => me?.acting.role === 'lawyer')
  const [span] = useState(() => dutySpan(productNow()))
  const duty = useAsk('rota.mine', lawyer ? undefined : span, EVERY_MS)
  if (!duty.value) return null
  const ends = {
    onDone: (text: string) => {
      onDone(text)
      void duty.again()
    },
    onRefused: (message: string) => {
      onRefused(message)
      void duty.again()
    },
  }
  return (
    <>
      <OnDuty mine={duty.value} {...ends} />
      <HandOver mine={duty.value} {...ends} />
    </>
  )
}

export type Ends = { onDone: (text: string) => void; onRefused: (message: string) => void }
type ShownProps = Ends & { month: string; mine: Mine; day?: Day; onDay: (day: Day) => void }
type Look = 'grid' | 'list'

function Shown({ month, mine, day, onDay, ...ends }: ShownProps) {
  const [look, setLook] = useState<Look>('grid')
  const today = dayOf(productNow())
  const chosen = day ?? dayToShow(month, mine.shifts, today)
  return (
    <View className="duty__two duty__two--even">
      <View className="duty__part">
        <Swaps swaps={mine.swaps.filter((each) => each.mine)} {...ends} />
        <Chips<Look>
          label={words.grid}
          chips={[
            { value: 'grid', text: words.grid },
            { value: 'list', text: words.list },
          ]}
          value={look}
          onChange={setLook}
        />
        {look === 'grid' ? (
          <>
            <Card>
              <Grid month={month} mine={mine} today={today} chosen={chosen} onChoose={onDay} />
            </Card>
            <DayCard day={chosen} mine={mine} {...ends} />
          </>
        ) : (
          <ByList
            mine={mine}
            onChoose={(picked) => {
              onDay(picked)
              setLook('grid')
            }}
          />
        )}
      </View>
      <View className="duty__part">
        <Fair span={spanOf(month)} />
        <Swaps swaps={mine.swaps.filter((each) => !each.mine)} {...ends} />
        <TakeOver {...ends} />
        <Calendar />
      </View>
    </View>
  )
}

function Turn({ month, onTurn }: { month: string; onTurn: (by: 1 | -1) => void }) {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const short = (by: number) => words.monthShort(Number(monthAfter(month, by).slice(5)))
  return (
    <View className="row row--apart month__turn">
      <Link plain icon="back" text={short(-1)} onPress={() => onTurn(-1)} />
      <Heading text={words.month(year, at)} />
      <Link plain text={short(1)} onPress={() => onTurn(1)}>
        <Icon name="right" size="s" />
      </Link>
    </View>
  )
}

function ByList({ mine, onChoose }: { mine: Mine; onChoose: (day: Day) => void }) {
  const now = productNow()
  const shifts = mine.shifts.filter(({ gap }) => !gap).sort((a, b) => (a.start < b.start ? -1 : 1))
  if (shifts.length === 0) return <View className="soft">{words.none}</View>
  return (
    <Rows>
      {shifts.map((shift, at) => (
        <Item
          key={`${shift.seat} ${shift.start}`}
          first={at === 0}
          strong={shift.end > now}
          name={listLine(shift.start, shift.end, now, markOf(shift))}
          more={[shift.seatText, shift.why].filter(Boolean).join('，')}
          onPress={() => onChoose(dayOf(shift.start))}
        />
      ))}
    </Rows>
  )
}
