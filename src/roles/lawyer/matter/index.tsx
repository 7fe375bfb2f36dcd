import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { back, dial, matterIn, places } from '@/client/places'
import { useSession } from '@/client/session'
import { showFile } from '@/client/upload'
import type { MatterView } from '@/contract/views'
import { AidPapers } from '@/pages/aid-papers'
import { AskHerself } from '@/pages/ask-herself'
import { History } from '@/pages/matter/history'
import { Read } from '@/pages/read'
import { Recording } from '@/pages/recording'
import {
  Button,
  Card,
  Heading,
  MatterClocks,
  MatterFacts,
  MatterHead,
  MatterPapers,
  MatterPeople,
  MatterTimeline,
  Notice,
  Section,
} from '@/ui'
import { type Told, ToldNotice, useTold } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import { matterWords } from '@/words/matter-page'
import { Frame } from '../frame'
import { ToDo } from './to-do'

/** One matter as its lawyer sees it: how it stands, what he has to do, what is known. */
export default function Matter() {
  const id = matterIn(useRouter().params)
  const { put, ...asked } = useAsk('matter.get', { id })
  const { told, done, refused } = useTold()
  return (
    <Frame
      label={asked.value ? undefined : words.matterPage}
      stale={Boolean(asked.value && asked.failed)}
      behind={places.lawyerToday}
    >
      <Read {...asked}>
        {(view) => (
          <Whole
            view={view}
            told={told}
            onDone={(after, text) => {
              put(after)
              done(text)
            }}
            onRefused={(message) => {
              refused(message)
              void asked.again()
            }}
          />
        )}
      </Read>
    </Frame>
  )
}

type WholeProps = {
  view: MatterView
  told?: Told
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

function Whole({ view, told, onDone, onRefused }: WholeProps) {
  const me = useSession((session) => session.me)
  const now = productNow()
  // Until he has answered he is shown names, and they stand in the question.
  const asked = view.can.some(({ action }) => action === 'aid.conflictAnswer')
  const others = view.people.filter(({ id }) => id !== me?.id)
  if (view.clocks.length === 0) return <Left />
  return (
    <View className="lawyer__matter">
      <View className="lawyer__head stack">
        <MatterHead
          view={{ ...view, title: words.headline(view.detail.applicant?.name, view.detail.topicText) }}
          now={now}
        />
        <Card>
          <MatterClocks clocks={view.clocks} now={now} />
        </Card>
      </View>
      <View className="lawyer__act stack">
        <ToldNotice told={told} />
        <AskHerself view={view} onDone={onDone} onRefused={onRefused} />
        <Recording view={view} onDone={onDone} onRefused={onRefused} />
        <ToDo view={view} onDone={onDone} onRefused={onRefused} />
      </View>
      <View className="lawyer__rest stack stack--l">
        {!asked && (
          <Section title={matterWords.facts}>
            <MatterFacts view={view} now={now} />
          </Section>
        )}
        <AidPapers view={view} staff onDone={onDone} />
        <History detail={view.detail} now={now} />
        {view.papers.length > 0 && <Papers papers={view.papers} />}
        {others.length > 0 && (
          <Section title={matterWords.people}>
            <MatterPeople people={others} onCall={dial} />
          </Section>
        )}
        {view.timeline.length > 0 && (
          <Section title={matterWords.timeline}>
            <MatterTimeline view={view} now={now} />
          </Section>
        )}
      </View>
    </View>
  )
}

function Papers({ papers }: Pick<MatterView, 'papers'>) {
  const [failed, setFailed] = useState(false)
  return (
    <Section title={matterWords.papers}>
      <MatterPapers papers={papers} onOpen={async (paper) => setFailed(!(await showFile(paper)))} />
      {failed && (
        <Notice tone="amber" said>
          {matterWords.paperFailed}
        </Notice>
      )}
    </Section>
  )
}

/** After 「有利害关系」 nothing of the matter is his to see. */
function Left() {
  return (
    <Card>
      <Heading text={words.left} level={1} />
      <View>{words.leftText}</View>
      <Button kind="main" text={words.backToday} onPress={() => back(places.lawyerToday)} />
    </Card>
  )
}
