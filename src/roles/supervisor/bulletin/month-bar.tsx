import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { Link } from '@/ui'
import { monthText, bulletinWords as words } from '@/words/bulletin'
import { monthAfter, monthBefore, monthOf } from './months'

type Props = { month: string; onChange: (month: string) => void }

/** One month at a time, back as far as anybody likes and forward to the present one. */
export function MonthBar({ month, onChange }: Props) {
  const last = month >= monthOf(productNow())
  return (
    <View className="row row--tight row--wrap" ariaRole="group" ariaLabel={words.month}>
      <Link plain icon="back" text={words.before} onPress={() => onChange(monthBefore(month))} />
      <Text className="strong">{monthText(month)}</Text>
      {!last && <Link plain text={words.after} onPress={() => onChange(monthAfter(month))} />}
    </View>
  )
}
