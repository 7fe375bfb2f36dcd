import { View } from '@tarojs/components'
import { openApply } from '@/client/draft'
import { dial } from '@/client/places'
import { Door } from '@/ui'
import { governmentLine, hotline } from '@/words/common'
import { homeWords } from '@/words/home'

/** What can be done here; what this version can't do yet is a telephone, and says so. */
export function Doors() {
  return (
    <View className="stack" ariaRole="group" ariaLabel={homeWords.doors}>
      <Door main icon="scale" name={homeWords.aid} what={homeWords.aidWhat} onPress={() => void openApply()} />
      <Door icon="phone" name={homeWords.ask} what={homeWords.askWhat(hotline)} onPress={() => void dial(hotline)} />
      <Door
        icon="phone"
        name={homeWords.report}
        what={homeWords.reportWhat(governmentLine)}
        onPress={() => void dial(governmentLine)}
      />
    </View>
  )
}
