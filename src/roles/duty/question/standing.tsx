import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'
import { Notice } from '@/ui'
import { untilText, questionWords as words } from '@/words/duty'
import { momentText } from '@/words/time'

/** Who has it, or who rings by when. */
export function Standing({ view: { detail } }: { view: Pick<MatterView, 'detail'> }) {
  const me = useSession((session) => session.me?.id)
  const now = productNow()
  const { taker, routed, answered } = detail
  if (answered) return null
  return (
    <>
      {taker && !routed && (
        <View>
          <Text className="block">
            {taker.id === me
              ? words.takerMe(momentText(taker.at, now))
              : words.taker(taker.name, momentText(taker.at, now))}
          </Text>
          {taker.silent && <Text className="block small amber">{words.silent}</Text>}
        </View>
      )}
      {routed && (
        <Notice tone={routed.missed ? 'red' : 'info'} icon="phone">
          <View className="strong">{words.routed(routed.name, untilText(routed.callBackAt, now))}</View>
          {routed.missed && <View>{words.routedMissed}</View>}
          {routed.nobody && <View>{words.routedNobody}</View>}
          {routed.chosen && <View>{words.routedChosen}</View>}
        </Notice>
      )}
    </>
  )
}
