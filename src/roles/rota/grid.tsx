import { Text, View } from '@tarojs/components'
import type { ProblemView } from '@/contract/views'
import type { Day, Instant } from '@/domain/time'
import { classes, Press } from '@/ui'
import { columnDay, hoursText, boardWords as words } from '@/words/rota-editor'
import { CellWords, cellLabel, lookOf } from './cell'
import { type Cell, cellOf, type SeatRow } from './week'

export type TableProps = {
  rows: readonly SeatRow[]
  problems: readonly ProblemView[]
  /** Where what is known of the shifts ends. */
  end?: Instant
  onCell: (cell: Cell) => void
  onSeat?: (seat: string) => void
}

/** Seats down, days across. */
export function Grid({ rows, days, problems, end, onCell, onSeat }: TableProps & { days: readonly Day[] }) {
  return (
    <View className="rota__grid">
      <View className="rota__row">
        <View className="rota__seat soft">{words.seats}</View>
        {days.map((day) => (
          <View key={day} className="rota__day nowrap">
            {columnDay(day)}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.seat} className="rota__row">
          <View className="rota__seat">
            <SeatName row={row} onSeat={onSeat} />
          </View>
          {days.map((day) => (
            <Slot key={day} row={row} cell={cellOf(row, day, problems, end)} onCell={onCell} />
          ))}
        </View>
      ))}
    </View>
  )
}

function SeatName({ row, onSeat }: { row: SeatRow; onSeat?: (seat: string) => void }) {
  const inside = (
    <>
      <Text className={classes('block strong', onSeat && 'blue')}>{row.name}</Text>
      <Text className="block small soft">{hoursText(row)}</Text>
    </>
  )
  if (!onSeat) return <View>{inside}</View>
  return (
    <Press
      className="rota__seatgo"
      onClick={() => onSeat(row.seat)}
      ariaLabel={`${row.name} ${hoursText(row)}，${words.editSeat}`}
    >
      {inside}
    </Press>
  )
}

function Slot({ row, cell, onCell }: { row: SeatRow; cell: Cell; onCell: (cell: Cell) => void }) {
  const look = lookOf(cell)
  if (look === 'none') return <View className="rota__slot rota__slot--none soft">{words.noHours}</View>
  return (
    <Press
      className={classes('rota__slot', look !== 'plain' && `rota__slot--${look}`)}
      onClick={() => onCell(cell)}
      ariaLabel={cellLabel(row, cell)}
    >
      <View className="grow">
        <CellWords cell={cell} />
      </View>
    </Press>
  )
}
