import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { HopView, MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { byWhen, grievanceFactsWords as words } from '@/words/grievance-facts'
import { endText, momentText } from '@/words/time'
import { Card } from './card'
import { Heading } from './heading'
import { PersonCard } from './person-card'
import './grievance.css'

type Props = { view: MatterView; now: Instant; onCall?: (phone: string) => void }

/** Which unit has it and had it, who helps, what was returned, put off or set aside. */
export function GrievanceCourse({ view, now, onCall }: Props) {
  const { hop, hops = [], with: others = [], returns = [], extension, suspension, dispatchWhy } = view.detail
  // A unit that gave it back has it no more.
  const here = hop && !hop.leftAt ? hop : undefined
  const before = hop?.leftAt && !hops.some(({ at }) => at === hop.at) ? [...hops, hop] : hops
  const parts = [
    here && <Here key="here" hop={here} now={now} onCall={onCall} />,
    dispatchWhy && (
      <Told key="why" title={words.why}>
        <View className="grievance__said">{dispatchWhy}</View>
      </Told>
    ),
    others.length > 0 && <Helping key="helping" others={others} now={now} onCall={onCall} />,
    returns.length > 0 && <Returns key="returns" returns={returns} now={now} />,
    extension && <Extension key="extension" extension={extension} now={now} />,
    suspension && (
      <Told key="suspension" title={words.suspension} line={suspension.groundText}>
        <View>{words.suspended(momentText(suspension.from, now), endText(suspension.until, now))}</View>
        {suspension.note && <View className="grievance__said">{suspension.note}</View>}
      </Told>
    ),
    before.length > 0 && <Before key="before" hops={before} now={now} />,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.course} />
      {parts}
    </Card>
  )
}

/** A titled paragraph of the card. */
export function Told({ title, line, children }: { title: string; line?: string; children?: ReactNode }) {
  return (
    <View className="grievance__told stack stack--s">
      <View className="strong">{title}</View>
      {line && <View className="soft">{line}</View>}
      {children}
    </View>
  )
}

function Here({ hop, now, onCall }: { hop: HopView; now: Instant; onCall?: Props['onCall'] }) {
  const { unit, person, phone, at, howText, until, untilText, signed } = hop
  return (
    <View className="grievance__told stack stack--s">
      <PersonCard
        name={unit.name}
        lines={[words.person(person), words.came(howText, momentText(at, now))]}
        onCall={phone && onCall ? () => onCall(phone) : undefined}
      />
      <View className="soft">{signed ? words.signed(signed.by, momentText(signed.at, now)) : words.unsigned}</View>
      {until && <View className="soft">{words.share(untilText ?? endText(until, now))}</View>}
    </View>
  )
}

function Before({ hops, now }: { hops: readonly HopView[]; now: Instant }) {
  return (
    <Told title={words.courseBefore}>
      {hops.map(({ unit, at, howText, leftAt, person }) => (
        <View key={`${unit.code}${at}`}>
          <View>{unit.name}</View>
          <View className="soft">
            {[
              words.person(person),
              words.came(howText, momentText(at, now)),
              leftAt && words.left(momentText(leftAt, now)),
            ]
              .filter(Boolean)
              .join('，')}
          </View>
        </View>
      ))}
    </Told>
  )
}

type Others = NonNullable<MatterView['detail']['with']>
type HelpingProps = { others: Others; now: Instant; onCall?: Props['onCall'] }

/** Co-handlers, with what each answered: the main unit gathers it. */
function Helping({ others, now, onCall }: HelpingProps) {
  return (
    <Told title={words.helping}>
      {others.map(({ code, name, person, phone, answered }) => (
        <View key={code} className="stack stack--s">
          <PersonCard
            name={name}
            lines={[
              words.person(person),
              answered ? words.helpAnswered(answered.by, momentText(answered.at, now)) : words.helpWaiting,
            ]}
            onCall={phone && onCall ? () => onCall(phone) : undefined}
          />
          {answered?.text && <View className="well grievance__said">{answered.text}</View>}
        </View>
      ))}
    </Told>
  )
}

type Returned = NonNullable<MatterView['detail']['returns']>

function Returns({ returns, now }: { returns: Returned; now: Instant }) {
  return (
    <>
      {returns.map(({ at, by, unit, why, basis, ruling }, nth) => (
        <Told key={at} title={words.returnNth(nth + 1)} line={byWhen(`${unit} ${by}`, at, now)}>
          <View className="grievance__said">{why}</View>
          <View className="soft grievance__said">{words.returnBasis(basis)}</View>
          <View className={ruling ? 'grievance__said' : 'amber'}>{ruling ? words.ruling(ruling) : words.notRuled}</View>
        </Told>
      ))}
    </>
  )
}

type Asked = NonNullable<MatterView['detail']['extension']>

function Extension({ extension, now }: { extension: Asked; now: Instant }) {
  const { askedAt, by, until, why, ok, ruledBy } = extension
  const ruled = ok === undefined ? undefined : ok ? words.extensionOk(ruledBy ?? '') : words.extensionNo(ruledBy ?? '')
  return (
    <Told title={words.extension} line={byWhen(by, askedAt, now)}>
      <View>{words.extensionTo(endText(until, now))}</View>
      <View className="grievance__said">{why}</View>
      <View className={ruled ? undefined : 'amber'}>{ruled ?? words.extensionOpen}</View>
    </Told>
  )
}
