import { View } from '@tarojs/components'
import { useState } from 'react'
import { forget } from '@/client/held'
import { productNow } from '@/client/now'
import { dial, places, replace } from '@/client/places'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { QuickExit } from '@/pages/leave'
import { CodeCard } from '@/pages/matter/code-card'
import { ShareHome } from '@/pages/matter/share'
import { ToldWays } from '@/pages/told-ways'
import { Button, Heading, Icon, isClosed, Link, MatterBody, Notice, Section } from '@/ui'
import { reportPageWords as words } from '@/words/report-page'
import { endText, momentText } from '@/words/time'
import { Complete } from './complete'
import { FollowPart } from './follow'
import { ObjectTo } from './object'
import { After, Outcome } from './outcome'
import { Rate } from './rate'
import { Said } from './said'
import { Underway } from './underway'
import { Withdraw } from './withdraw'

export type PartProps = {
  view: MatterView
  now: Instant
  /** The query code that stands for her. */
  code?: string
  may: (action: string) => boolean
  put: (view: MatterView) => void
  again: () => void
  /** It was refused: the page reads it again and says why. */
  refused: (message: string) => void
}
type WholeProps = Pick<PartProps, 'view' | 'code' | 'put' | 'again'>

/** How it stands first, then what is asked of her, what came of it, who has it, and what she can do. */
export function Whole({ view, code, put, again }: WholeProps) {
  const [told, setTold] = useState('')
  const may = (action: string) => view.can.some((each) => each.action === action)
  const now = productNow()
  const part: PartProps = {
    view,
    now,
    code,
    may,
    put: (after) => {
      setTold('')
      put(after)
    },
    again,
    refused: (message) => {
      setTold(message)
      again()
    },
  }
  const over = isClosed(view.stage)
  const fresh = view.stage === 'submitted' && !view.detail.owes
  // What came of it is read before it is rated, and by then the code has been kept or lost.
  const rates = may('grievance.rate')
  const held = code && <Code id={view.id} code={code} nameless={view.detail.anonymity === 'full'} />
  return (
    <>
      {view.detail.topic === 'violence' && <QuickExit />}
      {fresh && <Received view={view} now={now} />}
      {told && (
        <Notice tone="amber" said>
          {told}
        </Notice>
      )}
      <MatterBody
        view={view}
        now={now}
        without={fresh ? ['facts', 'papers', 'next'] : ['facts', 'papers']}
        level={fresh ? 2 : 1}
        onCall={(phone) => void dial(phone)}
        first={
          <>
            {view.consentCheck && <Notice tone="amber">{view.consentCheck.text}</Notice>}
            {!over && !rates && held}
            <Complete {...part} />
            {rates && <Outcome {...part} />}
            <Rate {...part} />
          </>
        }
        asks={
          <>
            {!rates && <Outcome {...part} />}
            <Underway {...part} />
            <After {...part} />
            {(over || rates) && held}
            {!code && view.code && <CodeCard code={view.code} />}
          </>
        }
      />
      <Said {...part} />
      <ToldWays id={view.id} code={code} />
      <FollowPart {...part} />
      <ObjectTo {...part} />
      <ShareHome />
      <Withdraw {...part} />
      {over && <Button icon="report" text={words.again} onPress={() => replace(places.report)} />}
    </>
  )
}

/** The receipt: it is there, and by when she hears whether it is accepted. */
function Received({ view, now }: { view: MatterView; now: Instant }) {
  const promise = view.clocks.find(({ code, state }) => code === 'grievance.accept' && state === 'running')
  const late = !promise || promise.dueAt <= now
  return (
    <View className="stack stack--m" ariaRole="status">
      <View className="glad">
        <Icon name="done" size="l" />
      </View>
      <Heading size="big" text={words.received} />
      <View className="title title--long">
        {late ? words.receivedLate : words.receivedBy(`${endText(promise.dueAt, now)}\u00a0前`)}
      </View>
      <View className="soft">{words.receivedAt(momentText(view.detail.sentAt ?? view.createdAt, now))}</View>
    </View>
  )
}

/** The code stands for her as long as this phone keeps it. */
function Code({ id, code, nameless }: { id: string; code: string; nameless: boolean }) {
  function forgetIt() {
    forget(id)
    void replace(places.home)
  }
  return (
    <Section title={nameless ? words.codeTitle : words.codeOther}>
      {nameless && <Notice tone="amber">{words.codeKeep}</Notice>}
      <CodeCard code={code} />
      <Link small text={words.forget} onPress={forgetIt} />
    </Section>
  )
}
