import { View } from '@tarojs/components'
import { forget } from '@/client/held'
import { productNow } from '@/client/now'
import { places, replace } from '@/client/places'
import type { Talk } from '@/client/talk'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { QuickExit } from '@/pages/leave'
import { CodeCard } from '@/pages/matter/code-card'
import { ToldWays } from '@/pages/told-ways'
import { Button, Buttons, Heading, Link, Notice, Section } from '@/ui'
import { talkedWords, waitWords as words } from '@/words/ask'
import { heldWords } from '@/words/held'
import { Answered, Hire } from './answered'
import { Helped } from './helped'
import { Later } from './later'
import { Routed } from './routed'
import { Said } from './said'
import { Taken } from './taken'
import { Waiting } from './waiting'
import { Withdraw } from './withdraw'

export type PartProps = {
  view: MatterView
  now: Instant
  code?: string
  may: (action: string) => boolean
  put: (view: MatterView) => void
  again: () => void
}
type StageProps = Omit<PartProps, 'now'> & { talk: Talk }

/** How my question stands: a sentence first, then who, then what was said, then what I can do. */
export function Stage({ talk, ...rest }: StageProps) {
  const part = { ...rest, now: productNow() }
  const { view, code, may, now } = part
  const { stage, detail } = view
  const talked = detail.text !== undefined || detail.voice !== undefined || talk.items.length > 0
  const over = stage === 'closed' || stage === 'withdrawn'
  return (
    <>
      {detail.topic === 'violence' && <QuickExit />}
      {view.consentCheck && <Notice tone="amber">{view.consentCheck.text}</Notice>}
      {stage === 'open' && <Waiting {...part} talk={talk} />}
      {(stage === 'taken' || stage === 'answered') && <Taken {...part} talk={talk} />}
      {stage === 'routed' && <Routed {...part} />}
      {over && <Over view={view} />}
      <Hire {...part} />
      <Answered {...part} />
      <Helped {...part} />
      <Buttons>
        {may('question.ringLater') && <Later {...part} />}
        {may('question.withdraw') && <Withdraw {...part} />}
      </Buttons>
      {stage !== 'open' && talked && (
        <Section title={words.talk}>
          <Said talk={talk} view={view} now={now} />
        </Section>
      )}
      {stage !== 'open' && <ToldWays id={view.id} code={code} />}
      {code && <Code id={view.id} code={code} />}
      {over && <Button icon="ask" text={words.again} onPress={() => replace(places.ask)} />}
    </>
  )
}

/** The code stands for her as long as this phone keeps it. */
function Code({ id, code }: { id: string; code: string }) {
  function forgetIt() {
    forget(id)
    void replace(places.home)
  }
  return (
    <Section title={words.code}>
      <CodeCard code={code} />
      <Link small text={heldWords.forget} onPress={forgetIt} />
    </Section>
  )
}

function Over({ view: { stage, detail } }: { view: MatterView }) {
  const withdrawn = stage === 'withdrawn'
  const unreached = !withdrawn && !detail.answered && (detail.tries?.length ?? 0) > 0
  return (
    <View className="stack stack--m">
      <Heading size="big" text={withdrawn ? talkedWords.withdrawn : talkedWords.closed} />
      <View>{withdrawn ? talkedWords.withdrawnText : unreached ? talkedWords.unreached : talkedWords.closedText}</View>
    </View>
  )
}
