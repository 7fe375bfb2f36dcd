import { useRouter } from '@tarojs/taro'
import { matterIn, places, replace } from '@/client/places'
import { questionWords as words } from '@/words/duty'
import { Frame } from '../frame'
import { GroupCard } from '../group-card'

/** Opened from the town's group. */
export default function FromGroup() {
  const id = matterIn(useRouter().params)
  return (
    <Frame label={words.page}>
      <GroupCard id={id} onTaken={() => void replace(places.dutyQuestion, { id })} />
    </Frame>
  )
}
