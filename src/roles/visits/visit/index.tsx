import { useRouter } from '@tarojs/taro'
import { matterIn } from '@/client/places'
import { visitWords as words } from '@/words/visit-desk'
import { Frame } from '../frame'
import { VisitDesk } from '../whole/visit-desk'

/** The same visit as beside the list, on a page of its own. */
export default function Visit() {
  const id = matterIn(useRouter().params)
  return (
    <Frame label={words.page}>
      <VisitDesk id={id} />
    </Frame>
  )
}
