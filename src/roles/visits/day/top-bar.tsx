import { Text, View } from '@tarojs/components'
import { back, go, homeOf, places } from '@/client/places'
import { useSession } from '@/client/session'
import { Button, Link, StageTag } from '@/ui'
import { commonWords } from '@/words/common'
import { unitDeskWords } from '@/words/unit-desk'
import { visitDeskWords as words } from '@/words/visit-desk'
import { hasDays, overAll } from '../rows'

export function TopBar() {
  const me = useSession((session) => session.me)
  const demo = useSession((session) => session.demo)
  const role = me?.acting.role
  return (
    <View className="desk__top">
      <View className="row row--tight visits__brand">
        {process.env.TARO_ENV === 'h5' && (
          <Link
            plain
            icon="back"
            text={commonWords.back}
            onPress={() => void back(role ? homeOf(role) : places.home)}
          />
        )}
        <Text className="lead">{words.page}</Text>
        {demo && <StageTag tone="amber" text={unitDeskWords.demo} />}
      </View>
      {(hasDays(role) || overAll(role)) && (
        <Button
          small
          icon="calendar"
          className="visits__door"
          text={words.plan}
          onPress={() => void go(places.visitPlan)}
        />
      )}
      {me && <Link plain small icon="person" text={me.name} onPress={() => void go(places.me)} />}
    </View>
  )
}
