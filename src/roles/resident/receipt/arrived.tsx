import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { CodeCard } from '@/pages/matter/code-card'
import { ReadAloud } from '@/pages/read-aloud'
import { Button, Card, Heading, Icon, inPublicOrder, MatterPeople, Notice, OneClock, Section, Timeline } from '@/ui'
import { receiptWords as words } from '@/words/apply-more'
import { hotline } from '@/words/common'
import { endText, momentText } from '@/words/time'
import { PrintSlip } from './slip'

/** `helped`: whoever reads it entered it for somebody else. */
export type ArrivedProps = { view: MatterView; now: Instant; helped: boolean }

export function Arrived({ view, now, helped }: ArrivedProps) {
  const { code, detail, people } = view
  // Grace, where there is one, is what this person is promised.
  const promise = inPublicOrder(view.clocks).find(({ code }) => code === 'aid.grace' || code === 'aid.promise')
  const by = promise && words.before(endText(promise.dueAt, now))
  const elsewhere = detail.where?.elsewhere
  const waits = view.stage === 'submitted'
  return (
    <>
      <View className="stack stack--m">
        <View className="glad">
          <Icon name="done" size="l" />
        </View>
        <Heading size="big" text={words.title} />
        {by && <View className="title title--long">{elsewhere ? words.byThenElsewhere(by) : words.byThen(by)}</View>}
        <View>{elsewhere ? words.atOnceElsewhere(elsewhere) : words.atOnce}</View>
        <View className="soft">{words.receivedAt(momentText(view.createdAt, now))}</View>
        <ReadAloud
          texts={[
            words.title,
            by && (elsewhere ? words.byThenElsewhere(by) : words.byThen(by)),
            elsewhere ? words.atOnceElsewhere(elsewhere) : words.atOnce,
          ]}
        />
      </View>
      {code && <CodeCard code={code} />}
      {helped && <Notice tone={code ? 'amber' : 'info'}>{code ? words.codeOnce : words.codeGone}</Notice>}
      {code && (helped || detail.for === 'other') && <PrintSlip code={code} view={view} promise={promise} />}
      {/* That clock is called after the lawyer; whoever is handed over gets a name and a number by then. */}
      {promise && !elsewhere && (
        <Card>
          <OneClock clock={promise} now={now} />
        </Card>
      )}
      <Section title={words.whoHasIt}>
        <MatterPeople people={people} onCall={(phone) => void dial(phone)} />
      </Section>
      {waits && (
        <Section title={words.next}>
          <Card>
            <Timeline steps={elsewhere ? handedOver(view, now, by) : decidedHere(view, now, by, helped)} />
          </Card>
        </Section>
      )}
      <Follow told={detail.told} helped={helped} />
      <Money />
    </>
  )
}

function Follow({ told = [], helped }: { told?: string[]; helped: boolean }) {
  return (
    <Section title={words.follow}>
      <Card>
        <View>{helped ? words.followOther(hotline) : words.followOwn}</View>
        {told.length > 0 && <View>{words.toldWhom(told.join('、'))}</View>}
      </Card>
    </Section>
  )
}

/** What it costs: nothing; and what may, which is not ours. */
function Money() {
  return (
    <Section title={words.money}>
      <Card>
        <View className="strong">{words.free(hotline)}</View>
        <View>
          <View>{words.mayCost}</View>
          <View className="small soft">{words.mayCostLaw}</View>
        </View>
        <Button icon="phone" text={words.ring(hotline)} onPress={() => void dial(hotline)} />
      </Card>
    </Section>
  )
}

const { steps } = words

const decidedHere = ({ createdAt }: MatterView, now: Instant, by: string | undefined, helped: boolean) => [
  { id: 'received', what: steps.received, when: momentText(createdAt, now), state: 'past' as const },
  { id: 'review', what: steps.review, more: steps.reviewMore, state: 'now' as const },
  { id: 'result', what: steps.result, when: by, state: 'next' as const },
  { id: 'call', what: helped ? steps.callOther : steps.call, when: steps.callMore, state: 'next' as const },
]

const handedOver = ({ createdAt }: MatterView, now: Instant, by: string | undefined) => [
  { id: 'received', what: steps.received, when: momentText(createdAt, now), state: 'past' as const },
  { id: 'find', what: steps.find, more: steps.findMore, state: 'now' as const },
  { id: 'ring', what: steps.ring, when: by, state: 'next' as const },
  { id: 'there', what: steps.there, state: 'next' as const },
]
