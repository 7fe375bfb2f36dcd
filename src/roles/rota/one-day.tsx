import { Text, View } from '@tarojs/components'
import type { Day } from '@/domain/time'
import { Chips, classes, Icon, Link, Press } from '@/ui'
import { hoursText, boardWords as words } from '@/words/rota-editor'
import { CellWords, cellLabel, lookOf } from './cell'
import type { TableProps } from './grid'
import { type Cell, cellOf, type SeatRow } from './week'

type Props = TableProps & { days: readonly Day[]; day: Day; onDay: (day: Day) => void }

/** One day, its seats under each other. */
export function OneDay({ rows, days, day, onDay, problems, end, onCell, onSeat }: Props) {
  const wrongOn = (each: Day) =>
    rows.filter((row) => ['gap', 'warn'].includes(lookOf(cellOf(row, each, problems, end)))).length
  return (
    <View className="stack">
      <Chips
        label={words.whichDay}
        chips={days.map((each) => ({ value: each, text: words.wrongOn(each, wrongOn(each)) }))}
        value={day}
        onChange={onDay}
      />
      <View className="rows">
        {rows.map((row, n) => (
          <Line
            key={row.seat}
            row={row}
            cell={cellOf(row, day, problems, end)}
            first={n === 0}
            onCell={onCell}
            onSeat={onSeat}
          />
        ))}
      </View>
    </View>
  )
}

type LineProps = Pick<TableProps, 'onCell' | 'onSeat'> & { row: SeatRow; cell: Cell; first: boolean }

function Line({ row, cell, first, onCell, onSeat }: LineProps) {
  const look = lookOf(cell)
  return (
    <View className={classes('rota__line', first && 'rota__line--first')}>
      <View className="row row--apart row--tight row--wrap">
        <View className="grow">
          <Text className="strong">{row.name}</Text>
          <Text className="small soft">{` ${hoursText(row)}`}</Text>
        </View>
        {onSeat && (
          <Link small text={words.editSeat} label={`${row.name}，${words.editSeat}`} onPress={() => onSeat(row.seat)} />
        )}
      </View>
      {look === 'none' ? (
        <View className="soft">{words.noHours}</View>
      ) : (
        <Press
          className={classes('rota__slot', look !== 'plain' && `rota__slot--${look}`)}
          onClick={() => onCell(cell)}
          ariaLabel={cellLabel(row, cell)}
        >
          <View className="grow">
            <CellWords cell={cell} />
          </View>
          <View className="item__go">
            <Icon name="right" size="s" />
          </View>
        </Press>
      )}
    </View>
  )
}
