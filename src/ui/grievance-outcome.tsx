import { View } from '@tarojs/components'
import type { GrievanceDetail, MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { byWhen, grievanceFactsWords as words } from '@/words/grievance-facts'
import { starTexts } from '@/words/parts'
import { endText, momentText } from '@/words/time'
import { Card } from './card'
import { Facts } from './facts'
import { Told } from './grievance-course'
import { type DrawFile, GrievancePhotos } from './grievance-report'
import { Heading } from './heading'
import { Notice } from './notice'
import './grievance.css'

type Props = { view: MatterView; now: Instant; file: DrawFile }

/** What she was told, what came of it, what she said to it when she was rung. */
export function GrievanceOutcome({ view, now, file }: Props) {
  const { response, outcome, declined, handedOver, upper, contacted, putRight, objection, closedHow, checkFailed } =
    view.detail
  const { calls = [], nextCallFrom, rating, further = [] } = view.detail
  const parts = [
    declined && (
      <Told key="declined" title={words.declined} line={byWhen(declined.by, declined.at, now)}>
        <View>{declined.reasonText}</View>
        <View>{words.declinedTo([declined.channel, declined.person, declined.phone].filter(Boolean).join('，'))}</View>
      </Told>
    ),
    handedOver && (
      <Told key="handed" title={words.handedOver} line={byWhen(handedOver.by, handedOver.at, now)}>
        <View>{words.handedTo(handedOver.to)}</View>
        {handedOver.record && <View className="grievance__said">{handedOver.record}</View>}
      </Told>
    ),
    response && (
      <Told key="response" title={words.response} line={byWhen(response.by, response.at, now)}>
        <View className="grievance__said">{response.text}</View>
      </Told>
    ),
    ...further.map((each) => (
      <Told key={`further-${each.at}`} title={words.further} line={byWhen(each.by, each.at, now)}>
        <View className="grievance__said">{each.text}</View>
      </Told>
    )),
    checkFailed && (
      <Notice key="failed" tone="amber">
        <View>{words.checkFailed}</View>
        <View className="grievance__said">{checkFailed}</View>
      </Notice>
    ),
    outcome && <Result key="result" view={view} outcome={outcome} now={now} file={file} />,
    (calls.length > 0 || nextCallFrom) && <Calls key="calls" detail={view.detail} now={now} />,
    closedHow && <View key="closed">{words.closed[closedHow]}</View>,
    rating && <Rating key="rating" rating={rating} now={now} />,
    contacted && (
      <Told key="contacted" title={words.contacted} line={byWhen(contacted.by, contacted.at, now)}>
        {contacted.note && <View className="grievance__said">{contacted.note}</View>}
      </Told>
    ),
    putRight && (
      <Told key="right" title={words.putRight} line={byWhen(putRight.by, putRight.at, now)}>
        <View className="grievance__said">{putRight.text}</View>
      </Told>
    ),
    objection && <Objection key="objection" objection={objection} now={now} />,
    upper && <Upper key="upper" upper={upper} now={now} />,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.outcome} />
      {parts}
    </Card>
  )
}

type Outcome = NonNullable<GrievanceDetail['outcome']>

function Result({ view, outcome, now, file }: Props & { outcome: Outcome }) {
  const { at, by, resultText, text, photos, mediation, checked } = outcome
  return (
    <Told title={resultText} line={byWhen(by, at, now)}>
      <View className="reading grievance__said">{text}</View>
      <GrievancePhotos view={view} ids={photos} file={file} label={words.outcomePhotos} />
      {mediation && <Mediation mediation={mediation} />}
      {checked && <View className="soft">{words.checked(checked.by, momentText(checked.at, now))}</View>}
    </Told>
  )
}

function Mediation({ mediation }: { mediation: NonNullable<Outcome['mediation']> }) {
  const { parties, mediators, place, record, agreement } = mediation
  const lines: [string, string | undefined][] = [
    [words.parties, parties.join('、')],
    [words.mediators, mediators.join('、')],
    [words.mediationPlace, place],
    [words.record, record],
    [words.agreement, agreement],
  ]
  return (
    <View className="well">
      <View className="strong">{words.mediation}</View>
      <Facts
        facts={lines.flatMap(([name, value]) =>
          value ? [{ label: name, value: <View className="grievance__said">{value}</View> }] : [],
        )}
      />
    </View>
  )
}

function Calls({ detail, now }: { detail: MatterView['detail']; now: Instant }) {
  const { calls = [], nextCallFrom, satisfied } = detail
  return (
    <Told title={words.calls}>
      {calls.map(({ at, by, reached, note }) => (
        <View key={at}>
          <View className="soft">{words.callTry(by, momentText(at, now), reached)}</View>
          {note && <View className="grievance__said">{note}</View>}
        </View>
      ))}
      {satisfied !== undefined && <View>{satisfied ? words.satisfied : words.unsatisfied}</View>}
      {nextCallFrom && nextCallFrom > now && <View>{words.callFrom(momentText(nextCallFrom, now))}</View>}
    </Told>
  )
}

function Rating({ rating, now }: { rating: NonNullable<MatterView['detail']['rating']>; now: Instant }) {
  const { at, stars, text, how } = rating
  const word = starTexts[stars as keyof typeof starTexts] ?? String(stars)
  return (
    <Told title={words.rated(word, stars)} line={byWhen(how === 'self' ? words.ratedSelf : words.ratedCall, at, now)}>
      {text && <View className="grievance__said">{text}</View>}
    </Told>
  )
}

function Objection({ objection, now }: { objection: NonNullable<GrievanceDetail['objection']>; now: Instant }) {
  const { at, why, ruled } = objection
  return (
    <Told title={words.objection} line={momentText(at, now)}>
      <View className="grievance__said">{why}</View>
      {ruled ? (
        <>
          <View>{ruled.reopen ? words.objectionReopen : words.objectionKept}</View>
          <View className="soft">{byWhen(ruled.by, ruled.at, now)}</View>
          <View className="grievance__said">{ruled.why}</View>
        </>
      ) : (
        <View className="amber">{words.objectionOpen}</View>
      )}
    </Told>
  )
}

function Upper({ upper, now }: { upper: NonNullable<GrievanceDetail['upper']>; now: Instant }) {
  const { no, dueAt, answered } = upper
  return (
    <Told title={words.upper} line={no && words.upperNo(no)}>
      {dueAt && !answered && <View>{words.upperDue(endText(dueAt, now))}</View>}
      {answered && (
        <>
          <View className="soft">{words.upperAnswered(answered.by, momentText(answered.at, now))}</View>
          <View className="grievance__said">{answered.text}</View>
        </>
      )}
    </Told>
  )
}
