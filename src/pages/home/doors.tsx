import { View } from '@tarojs/components'
import { openApply } from '@/client/draft'
import { dial, go, homeOf, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { Door } from '@/ui'
import { governmentLine } from '@/words/common'
import { homeWords } from '@/words/home'

/** What can be done here; what this version can't do yet is a telephone, and says so. */
export function Doors() {
  const role = useSession((session) => session.me?.acting.role)
  const desk = role && homeOf(role)
  const works = desk !== undefined && desk !== places.home
  const helps = desk === places.forwarded
  return (
    <View className="stack" ariaRole="group" ariaLabel={homeWords.doors}>
      {works && (
        <Door
          main
          icon={helps ? 'people' : 'inbox'}
          name={helps ? homeWords.helperDesk : homeWords.desk}
          what={helps ? homeWords.helperDeskMore : homeWords.deskMore}
          onPress={() => void restart(desk)}
        />
      )}
      <Door
        main={!works}
        icon="ask"
        name={homeWords.ask}
        what={homeWords.askWhat}
        onPress={() => void go(places.ask)}
      />
      <Door icon="scale" name={homeWords.aid} what={homeWords.aidWhat} onPress={() => void openApply()} />
      <Door
        icon="phone"
        name={homeWords.report}
        what={homeWords.reportWhat(governmentLine)}
        onPress={() => void dial(governmentLine)}
      />
    </View>
  )
}
