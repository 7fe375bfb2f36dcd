import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Draft, RotaBoard } from '@/contract/views'
import { addDays, type Day, earliest, startOf } from '@/domain/time'
import { Chips, StageTag, Tags } from '@/ui'
import { daysText, draftWords as words } from '@/words/rota-editor'
import { Fairness } from '../fairness'
import { Check } from '../problems'
import { Publish } from '../publish'
import { Table } from '../table'
import { type Cell, daysFrom, latest, mondayOf, type SeatRow } from '../week'
import { Rehearsed } from './rehearsed'
import { ShiftSheet } from './shift-sheet'

type Props = {
  draft: Draft
  board: RotaBoard
  may: boolean
  onChanged: (draft: Draft) => void
  onDone: (text: string) => void
}

/** A drafted month, a week at a time, with what is wrong with it and what it costs whom. */
export function Drafted({ draft, board, may, onChanged, onDone }: Props) {
  const { first, last } = endsOf(draft.month)
  const [day, setDay] = useState<Day>(first)
  const [open, setOpen] = useState<Cell>()
  const weeks = mondaysOf(first, last)
  const monday = mondayOf(day)
  const days = daysFrom(latest(monday, first), earliest(addDays(monday, 6), last))
  const rows: SeatRow[] = draft.seats.map(({ seat, name, shifts }) => ({
    ...board.seats.find((each) => each.seat === seat),
    seat,
    name,
    shifts,
  }))
  const table = {
    rows,
    problems: draft.problems,
    end: startOf(addDays(last, 1)),
    onCell: (cell: Cell) => may && !draft.published && setOpen(cell),
  }
  return (
    <View className="rota__body">
      <View className="rota__main">
        <Tags>
          <StageTag text={words.monthText(draft.month)} />
          <StageTag
            tone={draft.published ? 'green' : 'amber'}
            text={draft.published ? words.published : words.notCounting}
          />
          <StageTag text={words.wishes(draft.wishes.met, draft.wishes.all)} />
        </Tags>
        <Chips
          label={words.shown}
          chips={weeks.map((each) => {
            const sunday = earliest(addDays(each, 6), last)
            return { value: each, text: daysText(latest(each, first), sunday) }
          })}
          value={monday}
          onChange={(chosen) => setDay(latest(chosen, first))}
        />
        <Table days={days} day={day} onDay={setDay} {...table} />
        <Rehearsed draft={draft.draft} />
      </View>
      <View className="rota__side">
        <Check problems={draft.problems} />
        {may && !draft.published && <Publish from={first} to={last} draft={draft.draft} onDone={onDone} />}
        <Fairness fairness={draft.fairness} average={draft.average} gini={draft.gini} />
      </View>
      {open && (
        <ShiftSheet
          draft={draft}
          board={board}
          row={rows.find(({ seat }) => seat === open.seat)}
          cell={open}
          onClose={() => setOpen(undefined)}
          onChanged={(next) => {
            setOpen(undefined)
            onChanged(next)
          }}
        />
      )}
    </View>
  )
}

function endsOf(month: string): { first: Day; last: Day } {
  const first = `${month}-01`
  // The 32nd day after the first lies in the next month, whatever month it is.
  return { first, last: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) }
}

const mondaysOf = (first: Day, last: Day): Day[] => [...new Set(daysFrom(first, last).map(mondayOf))]
