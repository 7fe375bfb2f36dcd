import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import type { GrievanceDetail } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { reportedFileBy } from '@/pages/reported-file'
import { Button, Card, Facts, Heading, Notice, PersonCard, Rows, Section } from '@/ui'
import type { DrawFile } from '@/ui/grievance-report'
import { commonWords, governmentLine } from '@/words/common'
import { byAt, historyWords } from '@/words/matter-page'
import { starTexts } from '@/words/parts'
import { reportPageWords as words } from '@/words/report-page'
import { momentText } from '@/words/time'
import type { PartProps } from './whole'
import '@/ui/grievance.css'

type Part<K extends keyof GrievanceDetail> = NonNullable<GrievanceDetail[K]>

/** What came of it: the result with its photos; or why it isn't for here, and where it is. */
export function Outcome({ view: { id, detail }, code, now }: PartProps) {
  const { declined, handedOver, outcome, response, further = [] } = detail
  return (
    <>
      {declined && <Declined declined={declined} now={now} />}
      {handedOver && (
        <Card>
          <Heading size="lead" level={2} text={words.handedOver} />
          <View className="strong">{handedOver.to}</View>
          <View className="small soft">{byAt(handedOver.by, handedOver.at, now)}</View>
        </Card>
      )}
      {outcome && <Result outcome={outcome} now={now} file={reportedFileBy(code ? { id, code } : undefined)} />}
      {response && !outcome && (
        <Card>
          <Heading size="lead" level={2} text={words.response} />
          <View className="grievance__said">{response.text}</View>
          <View className="small soft">{byAt(response.by, response.at, now)}</View>
          {further.map((each) => (
            <View key={each.at}>
              <View className="grievance__said">{each.text}</View>
              <View className="small soft">{byAt(each.by, each.at, now)}</View>
            </View>
          ))}
        </Card>
      )}
    </>
  )
}

/** Not accepted: the reason, the right channel, and its number under the finger. */
function Declined({ declined, now }: { declined: Part<'declined'>; now: Instant }) {
  const { channel, person, phone, reasonText, by, at } = declined
  const number = phone ?? governmentLine
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.declinedTo} />
      <PersonCard
        name={person ?? channel}
        lines={person ? [channel] : []}
        callText={phone && commonWords.ring(phone)}
        onCall={phone ? () => void dial(phone) : undefined}
      />
      {!phone && <Button icon="phone" text={words.callLine(number)} onPress={() => void dial(number)} />}
      <Facts
        facts={[
          { label: words.declinedReason, value: reasonText },
          { label: words.declinedBy, value: byAt(by, at, now) },
        ]}
      />
    </Card>
  )
}

type ResultProps = { outcome: Part<'outcome'>; now: Instant; file: DrawFile }

function Result({ outcome, now, file }: ResultProps) {
  const { result, resultText, text, photos, mediation, checked, by, at } = outcome
  return (
    <Card>
      <Heading size="lead" level={2} text={words.outcome} />
      <View className="strong">{resultText}</View>
      <View className="grievance__said">{text}</View>
      {photos.length > 0 && (
        <View className="photos">{photos.map((id, n) => file({ id, nth: n + 1, kind: 'photo' }))}</View>
      )}
      {mediation && (
        <View className="stack stack--s">
          <View className="strong">{words.mediation}</View>
          <View className="grievance__said">{mediation.agreement}</View>
        </View>
      )}
      {result === 'unsolvable' && <Notice>{words.unsolvable}</Notice>}
      <View className="small soft">
        {[byAt(by, at, now), checked && words.checkedBy(checked.by)].filter(Boolean).join('，')}
      </View>
    </Card>
  )
}

/** Who rang, how she rated it, what was put right, what came of her objection. */
export function After({ view: { detail }, now }: PartProps) {
  const { calls = [], rating, contacted, putRight, objection } = detail
  const star = rating && (starTexts[rating.stars as keyof typeof starTexts] ?? '')
  const facts = [
    ...calls.map((call) => ({
      label: words.calls,
      value: `${words.tried(momentText(call.at, now), call.reached)}，${call.by}`,
      key: call.at,
    })),
    ...(rating
      ? [
          {
            label: historyWords.rating,
            value: [star, rating.text, rating.how === 'call' && historyWords.byCall].filter(Boolean).join('，'),
            key: rating.at,
          },
        ]
      : []),
    ...(contacted
      ? [{ label: words.after, value: words.contacted(contacted.by, momentText(contacted.at, now)), key: contacted.at }]
      : []),
    ...(putRight ? [{ label: words.putRight, value: putRight.text, key: putRight.at }] : []),
    ...(objection ? [{ label: words.objected, value: objectionText(objection), key: objection.at }] : []),
  ]
  if (facts.length === 0) return null
  return (
    <Section title={words.after}>
      <Rows>
        {facts.map(({ key, label, value }) => (
          <Facts key={`${label} ${key}`} facts={[{ label, value }]} />
        ))}
      </Rows>
    </Section>
  )
}

function objectionText({ why, ruled }: Part<'objection'>): string {
  if (!ruled) return `${why} ${words.objectedWait}`
  return `${why} ${ruled.reopen ? words.objectedReopen(ruled.by) : words.objectedKeep(ruled.by)}${ruled.why}`
}
