import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { matterIn, places, restart } from '@/client/places'
import { HotlineFoot } from '@/pages/frame'
import { Empty, Problem, Skeleton } from '@/ui'
import { commonWords } from '@/words/common'
import { completeWords, papersWords, partiesWords } from '@/words/papers'
import { Complete } from './complete'
import { Leaf } from './leaf'
import { Owed } from './owed'
import { ChangeParties } from './parties'

const parts = {
  owed: { form: Owed, page: papersWords.page },
  complete: { form: Complete, page: completeWords.page },
  parties: { form: ChangeParties, page: partiesWords.page },
}
const partOf = (name = '') => parts[Object.hasOwn(parts, name) ? (name as keyof typeof parts) : 'owed']

/** What comes after the application: papers that are owed, what was left for later, who the other side is. */
export default function Papers() {
  const { params } = useRouter()
  const id = matterIn(params)
  const { value, failed, waiting, again, put } = useAsk('matter.get', id ? { id } : undefined)
  const { form: Form, page } = partOf(params.part)
  if (value) return <Form view={value} put={put} again={again} />
  return (
    <Leaf id={id} label={page} foot={<HotlineFoot />}>
      {!id && (
        <Empty
          title={commonWords.notFound}
          action={{ text: papersWords.matters, onPress: () => void restart(places.matters) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && <Problem {...problemOf(failed, again)} />}
    </Leaf>
  )
}
