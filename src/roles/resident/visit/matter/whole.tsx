import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { dial, places, replace } from '@/client/places'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { QuickExit } from '@/pages/leave'
import { CodeCard } from '@/pages/matter/code-card'
import { ShareHome } from '@/pages/matter/share'
import { SpokenCard } from '@/pages/spoken'
import { Button, Card, Heading, Icon, MatterBody, MatterClocks, Notice, Section } from '@/ui'
import { hotline } from '@/words/common'
import { visitPageWords as words } from '@/words/visit-page'
import { AskedToGive } from './asked-to-give'
import { Cancel } from './cancel'
import { HourCard } from './hour-card'
import { NoShow } from './no-show'
import { Finished, Missed } from './outcome'
import { Rate } from './rate'

export type PartProps = {
  view: MatterView
  now: Instant
  may: (action: string) => boolean
  /** What came of the last step, said once. */
  done: (after: MatterView, text?: string) => void
  /** It was refused: the page reads it again and says why. */
  refused: (message: string) => void
}
type WholeProps = { view: MatterView; fresh: boolean; put: (view: MatterView) => void; again: () => void }

const ahead = ['booked', 'confirmed']
const elsewhere = ['clocks', 'next', 'facts', 'papers'] as const

/** How it stands first, then what is asked of her, the hour, and what she can do about it. */
export function Whole({ view, fresh, put, again }: WholeProps) {
  const [told, setTold] = useState<{ tone: 'green' | 'amber'; text: string }>()
  const part: PartProps = {
    view,
    now: productNow(),
    may: (action) => view.can.some((each) => each.action === action),
    done: (after, text) => {
      setTold(text ? { tone: 'green', text } : undefined)
      put(after)
    },
    refused: (text) => {
      setTold({ tone: 'amber', text })
      again()
    },
  }
  const { detail, stage, clocks, code, people } = view
  const receipt = fresh && ahead.includes(stage)
  // Whom she meets stands with the hour already.
  const others = people.some(({ id, name }) => (id ?? name) !== (detail.host?.id ?? ''))
  const over = stage === 'done' || stage === 'cancelled' || stage === 'no-show'
  return (
    <>
      {detail.topic === 'violence' && <QuickExit />}
      {receipt && <Booked view={view} />}
      {told && (
        <Notice tone={told.tone} said>
          {told.text}
        </Notice>
      )}
      <MatterBody
        view={view}
        now={part.now}
        without={[...elsewhere, ...(receipt ? (['head'] as const) : []), ...(others ? [] : (['people'] as const))]}
        onCall={(phone) => void dial(phone)}
        first={
          <>
            {view.consentCheck && <Notice tone="amber">{view.consentCheck.text}</Notice>}
            {detail.nextText && (
              <View className="reading" ariaRole="status">
                {detail.nextText}
              </View>
            )}
            <AskedToGive {...part} />
            <Missed {...part} />
            <HourCard {...part} />
            <Rate {...part} />
            <Finished {...part} />
          </>
        }
        asks={
          <>
            {clocks.length > 0 && (
              <Card>
                <MatterClocks clocks={clocks} now={part.now} />
              </Card>
            )}
            {ahead.includes(stage) && (
              <Notice>
                <View className="strong">{detail.kind === 'home' ? words.cannotHome : words.cannot}</View>
                <View>{words.cannotText(hotline)}</View>
              </Notice>
            )}
            <SpokenCard view={view} />
            <NoShow {...part} />
            {code && (
              <Section title={words.code}>
                <CodeCard code={code} />
              </Section>
            )}
          </>
        }
      />
      <ShareHome />
      <Cancel {...part} />
      {over && <Button icon="calendar" text={words.again} onPress={() => replace(places.visit)} />}
    </>
  )
}

/** The receipt: the hour is hers. */
function Booked({ view: { detail } }: Pick<PartProps, 'view'>) {
  return (
    <View className="stack stack--m" ariaRole="status">
      <View className="glad">
        <Icon name="done" size="l" />
      </View>
      <Heading size="big" text={detail.start ? words.booked : words.asked} />
      {detail.start && <View>{words.bookedText}</View>}
    </View>
  )
}
