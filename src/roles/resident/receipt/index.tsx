import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { useDraft } from '@/client/draft'
import { problemOf } from '@/client/failed'
import { productNow } from '@/client/now'
import { dial, matterIn, places, replace, restart } from '@/client/places'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Frame } from '@/pages/frame'
import { CodeCard } from '@/pages/matter/code-card'
import {
  BottomBar,
  Button,
  Card,
  Empty,
  Heading,
  Icon,
  inPublicOrder,
  MatterPeople,
  OneClock,
  Problem,
  Section,
  Skeleton,
  Timeline,
} from '@/ui'
import { receiptWords as words } from '@/words/apply'
import { commonWords } from '@/words/common'
import { endText, momentText } from '@/words/time'

/** It arrived: its code, who has it, by when, what comes next. */
export default function Receipt() {
  const id = matterIn(useRouter().params)
  const fresh = useDraft((state) => (state.receipt?.id === id ? state.receipt : undefined))
  // The reply is the receipt; asked again only by whoever comes back to this address.
  const { value, failed, waiting, again } = useAsk('matter.get', id && !fresh ? { id } : undefined)
  const view = fresh ?? value
  return (
    <Frame
      label={view ? undefined : words.page}
      onBack={() => void restart(places.home)}
      foot={view && <Foot id={view.id} />}
    >
      {!id && (
        <Empty
          title={words.missing}
          text={words.missingText}
          action={{ text: words.open, onPress: () => void restart(places.matters) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && !view && <Problem {...problemOf(failed)} onRetry={again} />}
      {view && <Arrived view={view} now={productNow()} />}
    </Frame>
  )
}

const Foot = ({ id }: { id: string }) => (
  <BottomBar>
    <Button kind="main" text={words.open} onPress={() => replace(places.matter, { id })} />
    <Button kind="text" text={commonWords.home} onPress={() => restart(places.home)} />
  </BottomBar>
)

function Arrived({ view, now }: { view: MatterView; now: Instant }) {
  // Grace, where there is one, is what this person is promised.
  const promise = inPublicOrder(view.clocks).find(({ code }) => code === 'aid.grace' || code === 'aid.promise')
  const by = promise && words.before(endText(promise.dueAt, now))
  return (
    <>
      <View className="stack stack--m">
        <View className="glad">
          <Icon name="done" size="l" />
        </View>
        <Heading size="big" text={words.title} />
        {by && <View className="title">{words.byThen(by)}</View>}
        <View>{words.atOnce}</View>
        <View className="soft">{words.receivedAt(momentText(view.createdAt, now))}</View>
      </View>
      {view.code && <CodeCard code={view.code} />}
      {promise && (
        <Card>
          <OneClock clock={promise} now={now} />
        </Card>
      )}
      <Section title={words.whoHasIt}>
        <MatterPeople people={view.people} onCall={(phone) => void dial(phone)} />
      </Section>
      {view.stage === 'submitted' && (
        <Section title={words.next}>
          <Card>
            <Timeline steps={whatComes(view, now, by)} />
          </Card>
        </Section>
      )}
    </>
  )
}

const whatComes = ({ createdAt }: MatterView, now: Instant, by: string | undefined) => [
  { id: 'received', what: words.steps.received, when: momentText(createdAt, now), state: 'past' as const },
  { id: 'review', what: words.steps.review, more: words.steps.reviewMore, state: 'now' as const },
  { id: 'result', what: words.steps.result, when: by, state: 'next' as const },
  { id: 'call', what: words.steps.call, when: words.steps.callMore, state: 'next' as const },
]
