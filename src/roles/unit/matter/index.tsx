import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { back, matterIn, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { Link, Page, Strip } from '@/ui'
import { commonWords } from '@/words/common'
import { unitDeskWords as words } from '@/words/unit-desk'
import '../unit.css'
import { MatterDesk } from '../whole/matter-desk'

/** The same report as beside the list, on a page of its own. */
export default function Matter() {
  const id = matterIn(useRouter().params)
  const demo = useSession((session) => session.demo)
  return (
    <Page wide mode={useMode()} label={words.matterPage} top={demo && <Strip icon="info" text={commonWords.demo} />}>
      {process.env.TARO_ENV === 'h5' && (
        <View>
          <Link plain icon="back" text={commonWords.back} onPress={() => void back(places.unitDesk)} />
        </View>
      )}
      <MatterDesk id={id} />
    </Page>
  )
}
