import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { back, places } from '@/client/places'
import { useRows } from '@/client/rows'
import { useMode, useSession } from '@/client/session'
import { BATCH_ALSO, type BatchView } from '@/contract/batch-views'
import { Read } from '@/pages/read'
import { CheckList, Heading, Link, Page, Strip } from '@/ui'
import { batchWords as words } from '@/words/batch'
import { commonWords } from '@/words/common'
import { momentText } from '@/words/time'
import '../centre.css'
import { Proposal } from './proposal'

/** Everything that waits for a lawyer, assigned at once: what is proposed, what it gains, and who gets nobody. */
export default function Batch() {
  const role = useSession(({ me }) => me?.acting.role)
  const demo = useSession((session) => session.demo)
  const [also, setAlso] = useState<string[]>([])
  const [together, setTogether] = useState(false)
  useGroup((ids) => {
    setAlso(ids)
    setTogether(true)
  })
  const found = useAsk('aid.batch', { also, together })
  const read = useRows(role === 'centre' ? { desk: 'centre', stage: 'submitted', limit: BATCH_ALSO } : undefined)
  // Asked anew with one more or one less, the last proposal stays until the next is there: nothing jumps.
  const last = useRef<BatchView>()
  if (found.value) last.current = found.value
  const stale = Boolean(last.current && found.failed)
  const top = (
    <>
      {demo && <Strip icon="info" text={commonWords.demo} />}
      {stale && <Strip text={words.stale} />}
    </>
  )
  return (
    <Page wide mode={useMode()} top={top}>
      {process.env.TARO_ENV === 'h5' && (
        <View>
          <Link plain icon="back" text={commonWords.back} onPress={() => void back(places.centreQueue)} />
        </View>
      )}
      <View>
        <Heading level={1} text={words.title} />
        <View className="soft">{words.what}</View>
      </View>
      <View className="centre__split batch__asked">
        {read.items && read.items.length > 0 && (
          <CheckList
            id="batch-also"
            label={words.also}
            hint={read.more ? `${words.alsoHint}${words.alsoMore}` : words.alsoHint}
            choices={read.items.map(({ id, applicant, title, place, createdAt }) => ({
              value: id,
              text: words.applicant(applicant, title),
              more: words.where(place.text, momentText(createdAt, productNow())),
            }))}
            values={also}
            onChange={setAlso}
          />
        )}
        <CheckList
          id="batch-together"
          label={words.options}
          choices={[{ value: 'together', text: words.together, more: words.togetherMore }]}
          values={together ? ['together'] : []}
          onChange={(chosen) => setTogether(chosen.length > 0)}
        />
      </View>
      <Read value={last.current} failed={found.failed} again={found.again} cards={3}>
        {(batch) => (
          <Proposal
            batch={batch}
            waiting={found.waiting}
            mayAssign={role === 'centre'}
            mayChoose={Boolean(read.items?.length)}
            onAssigned={(done) => {
              setAlso(also.filter((id) => !done.includes(id)))
              void Promise.all([found.again(), read.again()])
            }}
          />
        )}
      </Read>
    </Page>
  )
}

/** Opened for one of a group claim, all of it that may be granted is chosen, once; whoever looks may still change it. */
function useGroup(choose: (ids: string[]) => void): void {
  const { with: one } = useRouter().params
  const { value } = useAsk('aid.group', one ? { id: one } : undefined)
  const done = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the group is there
  useEffect(() => {
    if (!value || done.current) return
    done.current = true
    choose(value.items.flatMap(({ matter }) => (matter?.stage === 'submitted' ? [matter.id] : [])))
  }, [value])
}
