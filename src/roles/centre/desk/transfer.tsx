import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { dial } from '@/client/places'
import type { AidDetail } from '@/contract/views'
import { Card, Heading, PersonCard } from '@/ui'
import { transferWords as words } from '@/words/centre-more'
import { momentText } from '@/words/time'

/** Where it went, and whom to ring there. */
export function Transfer({ transfer }: { transfer: NonNullable<AidDetail['transfer']> }) {
  const { at, by, agency, person, phone, why } = transfer
  return (
    <Card>
      <Heading size="lead" level={2} text={words.done} />
      <PersonCard
        name={agency}
        lines={[person, phone].filter((line): line is string => Boolean(line))}
        onCall={phone ? () => void dial(phone) : undefined}
      />
      <View className="centre__said">{why}</View>
      <View className="soft">{words.by(by, momentText(at, productNow()))}</View>
    </Card>
  )
}
