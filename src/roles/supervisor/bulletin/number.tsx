import { Text, View } from '@tarojs/components'
import type { Bulletin, BulletinNumber } from '@/contract/views'
import { classes, Press } from '@/ui'
import { rateText, bulletinWords as words } from '@/words/bulletin'

export type Column = Bulletin['columns'][number]
export type Opened = { column: Column; unit: string; name: string; number: BulletinNumber }
/** Absent for whoever may not read the reports themselves. */
export type Open = ((opened: Opened) => void) | undefined

type Props = { column: Column; unit: string; name: string; number?: BulletinNumber; onOpen: Open }

/** One number of one unit; where there is something behind it, it opens its reports. */
export function BulletinCell({ column, unit, name, number = { n: 0, of: 0 }, onOpen }: Props) {
  const shown = <Shown column={column} number={number} />
  const behind = column.share ? number.of : number.n
  if (!onOpen || number.hidden || behind === 0) return <View className="bulletin__number">{shown}</View>
  return (
    <Press
      className="bulletin__number bulletin__number--open"
      onClick={() => onOpen({ column, unit, name, number })}
      ariaLabel={words.open(
        column.title,
        name,
        column.share ? `${rateText(number)} ${words.share(number)}` : words.count(number),
      )}
    >
      {shown}
    </Press>
  )
}

function Shown({ column, number }: { column: Column; number: BulletinNumber }) {
  if (number.hidden) return <Text className="soft small">{words.hidden}</Text>
  if (!column.share) return <Text className={classes(number.n === 0 && 'soft')}>{words.count(number)}</Text>
  if (number.of === 0) return <Text className="soft">{words.none}</Text>
  return (
    <>
      <Text className="block strong">{rateText(number)}</Text>
      <Text className="block soft small">{words.share(number)}</Text>
    </>
  )
}
