import { View } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { byWhen, grievanceFactLabels as label, pinText, grievanceFactsWords as words } from '@/words/grievance-facts'
import { byHelper, consentText } from '@/words/matter-page'
import { hoursText } from '@/words/reported'
import { momentText } from '@/words/time'
import { Card } from './card'
import { type Fact, Facts } from './facts'
import { Heading } from './heading'
import { Notice } from './notice'
import './grievance.css'

/** One thing that was sent; `state` only where it can't be opened, now or at all. */
export type ReportedFile = {
  id: string
  nth: number
  kind: 'photo' | 'voice' | 'paper'
  name?: string
  state?: 'checking' | 'refused'
}
export type DrawFile = (file: ReportedFile) => ReactNode

type Props = { view: MatterView; now: Instant; file: DrawFile }

/** Her words, photos and voice, or the brief alone; then who, where, how. What may not be known is said plainly. */
export function GrievanceReport({ view, now, file }: Props) {
  const { text, voice, photos = [], brief } = view.detail
  const seesWords = Boolean(text || voice)
  return (
    <Card>
      <Heading size="lead" level={2} text={seesWords ? words.said : words.brief} />
      {text && <View className="reading grievance__said">{text}</View>}
      {!text && voice && <View className="soft">{words.noWords}</View>}
      {voice && file({ id: voice, nth: 1, kind: 'voice', state: stateOf(view, voice) })}
      <GrievancePhotos view={view} ids={photos} file={file} label={words.photos} />
      {brief && seesWords && <View className="soft">{words.briefFor}</View>}
      {brief && <View className={seesWords ? 'grievance__said' : 'reading grievance__said'}>{brief}</View>}
      <Hidden view={view} seesWords={seesWords} />
      <Facts facts={factsOf(view, now)} />
      <Others view={view} file={file} />
      <Owed view={view} now={now} />
    </Card>
  )
}

const stateOf = ({ papers }: MatterView, id: string) => papers.find((paper) => paper.id === id)?.state

/** Consent, evidence of a pause: whatever isn't drawn elsewhere, by its name. */
function Others({ view, file }: Pick<Props, 'view' | 'file'>) {
  const { voice, photos = [], outcome } = view.detail
  const drawn = [voice, ...photos, ...(outcome?.photos ?? [])]
  const rest = view.papers.filter(({ id }) => !drawn.includes(id))
  if (rest.length === 0) return null
  return (
    <View className="row row--wrap row--tight">
      {rest.map(({ id, name, state }, at) => (
        <Fragment key={id}>{file({ id, nth: at + 1, kind: 'paper', name, state })}</Fragment>
      ))}
    </View>
  )
}

type PhotosProps = { view: MatterView; ids: readonly string[]; file: DrawFile; label: string }

export function GrievancePhotos({ view, ids, file, label }: PhotosProps) {
  if (ids.length === 0) return null
  return (
    <View className="photos" ariaRole="group" ariaLabel={label}>
      {ids.map((id, at) => (
        <Fragment key={id}>{file({ id, nth: at + 1, kind: 'photo', state: stateOf(view, id) })}</Fragment>
      ))}
    </View>
  )
}

/** Why there is no name here: silence would look like a mistake. */
function Hidden({ view: { detail }, seesWords }: { view: MatterView; seesWords: boolean }) {
  if (detail.anonymity === 'full') return <Notice>{words.nameless}</Notice>
  if (detail.reporter) return null
  return <Notice>{seesWords ? words.hidden : detail.brief ? words.onlyBrief : words.passedOn}</Notice>
}

function factsOf({ detail, place }: MatterView, now: Instant): Fact[] {
  const { reporter, pin, consent } = detail
  const lines: [string, string | undefined][] = [
    [label.topic, detail.topicText],
    [label.item, detail.item?.name],
    [label.place, place.text],
    [label.spot, detail.spot],
    [label.pin, pin && pinText(pin.lat, pin.lng)],
    [label.reporter, reporter?.name],
    [label.phone, reporter?.phone],
    [label.hours, reporter?.hours && hoursText(reporter.hours.from, reporter.hours.to)],
    [label.language, detail.language],
    [label.anonymity, detail.anonymityText],
    [label.against, detail.against?.name],
    [label.source, detail.source?.text],
    [label.forwardedBy, detail.forwardedBy && byHelper(detail.forwardedBy)],
    [label.consent, consent && consentText(consent, now)],
    [label.told, detail.told?.join('、')],
  ]
  return lines.flatMap(([name, value]) => (value ? [{ label: name, value }] : []))
}

/** What she was asked for, and whether it came. */
function Owed({ view: { detail }, now }: { view: MatterView; now: Instant }) {
  const { owes } = detail
  if (!owes) return null
  return (
    <View className="well stack stack--s">
      <View className="strong">{words.owes}</View>
      <View className="soft">{byWhen(owes.by, owes.at, now)}</View>
      {owes.items.map((item) => (
        <View key={item}>{item}</View>
      ))}
      <View className="soft">{owes.done ? words.owesDone(momentText(owes.done, now)) : words.owesOpen}</View>
    </View>
  )
}
