import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import type { AidDetail, MatterView, PersonView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Button, Card, Facts, Heading, PersonCard } from '@/ui'
import { commonWords, hotline } from '@/words/common'
import { byAt, refusalWords, transferWords } from '@/words/matter-page'

type Part<K extends keyof AidDetail> = NonNullable<AidDetail[K]>

/** How it ended other than with a lawyer: why, and where to turn now. */
export function Outcome({ view, now }: { view: MatterView; now: Instant }) {
  const { refusal, transfer, objectedTo } = view.detail
  return (
    <>
      {refusal && <Refusal refusal={refusal} objected={objectedTo === 'refused'} people={view.people} now={now} />}
      {transfer && <Transfer transfer={transfer} people={view.people} now={now} />}
    </>
  )
}

type RefusalProps = { refusal: Part<'refusal'>; objected: boolean; people: readonly PersonView[]; now: Instant }

function Refusal({ refusal, objected, people, now }: RefusalProps) {
  const { articleName, articleText, why, by, at, confirmed, remedy } = refusal
  return (
    <Card>
      <Heading size="lead" level={2} text={confirmed ? refusalWords.title : refusalWords.unsure} />
      <Facts
        facts={[
          { label: refusalWords.why, value: why },
          {
            label: refusalWords.article,
            value: (
              <>
                <View>{articleName}</View>
                {articleText && <View className="soft small">{articleText}</View>}
              </>
            ),
          },
          { label: refusalWords.by, value: byAt(by, at, now) },
          ...(confirmed ? [{ label: refusalWords.confirmed, value: byAt(confirmed.by, confirmed.at, now) }] : []),
        ]}
      />
      {confirmed && !objected && (
        <>
          <Heading size="lead" level={2} text={refusalWords.remedy} />
          <View>{remedy}</View>
        </>
      )}
      <AskCentre people={people} />
    </Card>
  )
}

/** Whoever is responsible, or the line that always answers; the number is read out by who has no telephone here. */
function AskCentre({ people }: { people: readonly PersonView[] }) {
  const phone = people.find(({ role }) => role === 'responsible')?.phone ?? hotline
  return (
    <View className="stack stack--s">
      <Button icon="phone" text={refusalWords.ask} onPress={() => void dial(phone)} />
      <View className="soft small">{refusalWords.number(phone)}</View>
    </View>
  )
}

type TransferProps = { transfer: Part<'transfer'>; people: readonly PersonView[]; now: Instant }

function Transfer({ transfer: { agency, person, phone, why, by, at }, people, now }: TransferProps) {
  return (
    <Card offer>
      <Heading size="lead" level={2} text={transferWords.title} />
      <PersonCard
        name={person ?? agency}
        lines={person ? [agency] : []}
        callText={phone && commonWords.ring(phone)}
        onCall={phone ? () => void dial(phone) : undefined}
      />
      {!phone && (
        <>
          <View>{transferWords.nobody}</View>
          <AskCentre people={people} />
        </>
      )}
      <Facts
        facts={[
          { label: transferWords.why, value: why },
          { label: refusalWords.by, value: byAt(by, at, now) },
        ]}
      />
    </Card>
  )
}
