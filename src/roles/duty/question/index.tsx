import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, matterIn, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import { useTalk } from '@/client/talk'
import type { MatterView } from '@/contract/views'
import { AskHerself } from '@/pages/ask-herself'
import { Answers } from '@/pages/duty/answers'
import { AskedHead, AskedWords } from '@/pages/duty/asked'
import { Read } from '@/pages/read'
import { Recording } from '@/pages/recording'
import { TalkBar } from '@/pages/talk/bar'
import { TalkList } from '@/pages/talk/talk'
import { ToldWays } from '@/pages/told-ways'
import { Card, Empty, MatterTimeline, Section } from '@/ui'
import { type Told, ToldNotice, useTold } from '@/ui/told'
import { dutyWords, questionWords as words } from '@/words/duty'
import { matterWords } from '@/words/matter-page'
import { Frame } from '../frame'
import { GroupCard } from '../group-card'
import { Offers, Outcome } from './outcome'
import { Share, useShareQuestion } from './share'
import { Standing } from './standing'
import { type Ends, Steps } from './steps'

const EVERY_MS = 4_000
const may = ({ can }: MatterView, action: string) => can.some((each) => each.action === action)

/** One question as whoever answers sees it: her words, the conversation, and what he may do. */
export default function Question() {
  const id = matterIn(useRouter().params)
  const { put, ...asked } = useAsk('matter.get', { id }, EVERY_MS)
  const view = asked.value
  const { told, done, refused } = useTold()
  useShareQuestion(view)
  const ends = {
    onDone: (after: MatterView, text: string) => {
      put(after)
      done(text)
    },
    onRefused: (message: string) => {
      refused(message)
      void asked.again()
    },
  }
  // Who may read what was said is told how much there is.
  const talking = view?.kind === 'question' && view.detail.said !== undefined
  const { failed } = asked
  const stale = Boolean(view && failed && 'offline' in failed)
  // Not his, or not his any more: what a group may see says who has it.
  if (failed && 'refused' in failed && failed.refused.endsWith('.not-found'))
    return (
      <Frame label={words.page}>
        <ToldNotice told={told} />
        <GroupCard id={id} onTaken={() => void asked.again()} />
      </Frame>
    )
  if (talking) return <Talking view={view} told={told} stale={stale} {...ends} />
  return (
    <Frame label={words.page} stale={stale}>
      <Read {...asked} cards={2}>
        {(shown) => (shown.kind === 'question' ? <Alone view={shown} told={told} {...ends} /> : <Other id={id} />)}
      </Read>
    </Frame>
  )
}

type ShownProps = Ends & { view: MatterView; told?: Told }

/** Asked and not yet his: what it is about, and the three answers. */
function Alone({ view, told, onDone, onRefused }: ShownProps) {
  return (
    <View className="stack">
      <ToldNotice told={told} />
      <Card offer={may(view, 'question.take')}>
        <AskedHead view={view} level={2} />
        <AskedWords detail={view.detail} />
        <Standing view={view} />
        <Answers
          view={view}
          onTaken={(after) => onDone(after, dutyWords.taken)}
          onPassed={(text) => onDone({ ...view, can: [] }, text)}
          onRefused={onRefused}
        />
      </Card>
    </View>
  )
}

/** His, or in sight of the centre: what was said, and the next step. */
function Talking({ view, told, stale, onDone, onRefused }: ShownProps & { stale: boolean }) {
  const talk = useTalk(view.id)
  const now = productNow()
  const { detail } = view
  const writes = may(view, 'question.message')
  const name = detail.asker?.name ?? words.asker
  return (
    <Frame stale={stale} foot={writes && <TalkBar id={`talk-${view.id}`} talk={talk} placeholder={words.talkHint} />}>
      <ToldNotice told={told} />
      <View className="duty__two">
        <View className="duty__part">
          <Card offer={may(view, 'question.take')}>
            <AskedHead view={view} level={1} />
            <Standing view={view} />
            <Answers
              view={view}
              onTaken={(after) => onDone(after, dutyWords.taken)}
              onPassed={(text) => onDone(view, text)}
              onRefused={onRefused}
            />
          </Card>
          <Section title={words.talk}>
            <TalkList
              talk={talk}
              now={now}
              opening={{
                at: detail.askedAt ?? view.createdAt,
                mine: false,
                by: name,
                text: detail.text,
                voice: detail.voice,
              }}
            />
          </Section>
        </View>
        <View className="duty__part">
          <AskHerself view={view} onDone={onDone} onRefused={onRefused} />
          <Recording view={view} onDone={onDone} onRefused={onRefused} />
          <Steps view={view} onDone={onDone} onRefused={onRefused} />
          <Outcome view={view} now={now} />
          <Offers view={view} now={now} />
          <Share view={view} />
          {view.timeline.length > 0 && (
            <Section title={matterWords.timeline}>
              <MatterTimeline view={view} now={now} />
            </Section>
          )}
          <ToldWays id={view.id} />
        </View>
      </View>
    </Frame>
  )
}

/** A link may name any matter. */
function Other({ id }: { id: string }) {
  const role = useSession(({ me }) => me?.acting.role)
  return (
    <Empty
      title={words.otherKind}
      action={{ text: words.open, onPress: () => void go(matterPageOf(role, id), { id }) }}
    />
  )
}
