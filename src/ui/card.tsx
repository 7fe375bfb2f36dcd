import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Beside } from './mongolian'
import { Press } from './press'

/** `offer` draws the edge of something that waits for an answer. */
export function Card({ children, offer }: { children: ReactNode; offer?: boolean }) {
  return <View className={classes('card stack', offer && 'card--offer')}>{children}</View>
}

/** A line between two parts of a card. */
export function CardLine() {
  return <View className="card__line" />
}

/** A card of Items, one under the other. */
export function Rows({ children }: { children: ReactNode }) {
  return <View className="rows">{children}</View>
}

type ItemProps = {
  name: string
  /** A second line, quieter. */
  more?: string
  strong?: boolean
  icon?: IconName
  /** Under the words: a Clock line, a StageTag. */
  children?: ReactNode
  /** Without it the row only shows. */
  onPress?: () => void
  first?: boolean
  label?: string
}

/** One row of a list; the whole row is the target. */
export function Item({ name, more, strong, icon, children, onPress, first, label }: ItemProps) {
  const inside = (
    <>
      {icon && (
        <View className="item__pic">
          <Icon name={icon} />
        </View>
      )}
      <View className="grow">
        <Text className={classes('block', strong && 'strong')}>{name}</Text>
        {more && <Text className="block small soft">{more}</Text>}
        {children}
      </View>
      <Beside of={name} />
      {onPress && (
        <View className="item__go">
          <Icon name="right" size="s" />
        </View>
      )}
    </>
  )
  const look = classes('item', first && 'item--first')
  if (!onPress) return <View className={look}>{inside}</View>
  return (
    <Press className={look} onClick={onPress} ariaLabel={label}>
      {inside}
    </Press>
  )
}

type DoorProps = { name: string; what: string; icon: IconName; main?: boolean; onPress: () => void }

/** One of the large ways in on the first page. */
export function Door({ name, what, icon, main, onPress }: DoorProps) {
  return (
    <Press className={classes('door', main && 'door--main')} onClick={onPress}>
      <View className="door__pic">
        <Icon name={icon} size="l" />
      </View>
      <View className="grow">
        <Text className="door__name">{name}</Text>
        <Text className="door__what">{what}</Text>
      </View>
      <Beside of={name} />
      <View className="item__go">
        <Icon name="right" />
      </View>
    </Press>
  )
}
