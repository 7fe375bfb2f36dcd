import { View } from '@tarojs/components'
import { openApply } from '@/client/draft'
import { go, homeOf, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { Door } from '@/ui'
import { homeWords } from '@/words/home'

/** What can be done here. */
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
      <Door icon="report" name={homeWords.report} what={homeWords.reportWhat} onPress={() => void go(places.report)} />
    </View>
  )
}
