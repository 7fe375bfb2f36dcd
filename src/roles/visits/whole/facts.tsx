import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { showFile } from '@/client/upload'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Buttons, Card, type Fact, Facts, Heading, Link, Notice, StageTag, stageTone, Tags } from '@/ui'
import { byHelper } from '@/words/matter-page'
import { talkWords } from '@/words/talk'
import { momentText } from '@/words/time'
import { visitWords as words } from '@/words/visit-desk'

type FactsProps = { view: MatterView; now: Instant; head?: ReactNode }

/** Who, when, where, and what one must know before going there. */
export function VisitFacts({ view, now, head }: FactsProps) {
  const { detail, stage, stageText, title, place } = view
  const { visitor, kindText, willCome, asked, weather } = detail
  const ahead = (stage === 'booked' || stage === 'confirmed') && detail.start !== undefined
  return (
    <View className="stack">
      <Tags>
        <StageTag text={stageText} tone={stageTone(stage)} />
        {kindText && <StageTag text={kindText} />}
      </Tags>
      <View className="visits__who">
        <Heading size="big" level={2} text={visitor?.name ?? words.nameless} />
        <View className="soft">{`${title}，${place.text}`}</View>
      </View>
      {head}
      {asked && <Notice>{words.asked(momentText(asked.until, now))}</Notice>}
      {weather && <Weather weather={weather} now={now} />}
      <Card>
        <Facts facts={factsOf(view)} />
        {ahead && (
          <View className={willCome?.person ? 'small green' : 'small soft'}>
            {willCome?.person ? words.saidPerson : words.saidNobody}
          </View>
        )}
        {ahead && willCome?.staff && <View className="small green">{words.saidStaff}</View>}
      </Card>
    </View>
  )
}

function factsOf({ detail, people }: MatterView): Fact[] {
  const { kind, hourText, address, venue, need, language, text, forwardedBy, source, host } = detail
  const home = kind === 'home'
  const where = home ? (address ?? words.whereBare) : kind === 'office' ? venue?.text : undefined
  const who = host?.name ?? people.find(({ role }) => role === 'responsible')?.name
  const fact = (label: string, value: ReactNode): Fact[] => (value ? [{ label, value }] : [])
  return [
    ...fact(words.when, <View className="title">{hourText ?? words.whenBare}</View>),
    ...fact(words.where, where),
    ...fact(words.need, need?.text),
    ...fact(words.host, who),
    ...fact(words.language, language),
    ...fact(words.text, text),
    ...fact(words.helper, forwardedBy && byHelper(forwardedBy)),
    ...fact(words.source, source?.text),
  ]
}

type Weather = NonNullable<MatterView['detail']['weather']>

/** Why it stands still, with what it looked like. */
function Weather({ weather: { until, photos }, now }: { weather: Weather; now: Instant }) {
  const [wrong, setWrong] = useState(false)
  return (
    <Notice tone="amber">
      <View className="stack stack--m">
        <View>{words.weather(until ? momentText(until, now) : '')}</View>
        <Buttons>
          {photos.map((id, at) => (
            <Link
              key={id}
              text={words.photo(at + 1)}
              label={`${words.photos}，${words.photo(at + 1)}`}
              onPress={async () => setWrong(!(await showFile(id)))}
            />
          ))}
        </Buttons>
        {wrong && (
          <View className="small" ariaRole="status">
            {talkWords.unfetched}
          </View>
        )}
      </View>
    </Notice>
  )
}

/** What came of it, or why it needn't be. */
export function CameOfIt({ view: { detail, stage } }: { view: MatterView }) {
  const { finished, cancelled, missed, rated } = detail
  return (
    <>
      {stage === 'no-show' && missed && (
        <Notice tone={missed.who === 'staff' ? 'red' : 'info'}>
          {missed.who === 'staff' ? words.missedStaff : words.missedPerson}
        </Notice>
      )}
      {stage === 'cancelled' && cancelled?.why && <Notice>{words.cancelled(cancelled.why)}</Notice>}
      {finished?.note && (
        <Card>
          <Heading size="lead" level={3} text={words.result} />
          <View className="reading">{finished.note}</View>
          {rated && <View>{words.rated(rated.stars, rated.text)}</View>}
        </Card>
      )}
    </>
  )
}
