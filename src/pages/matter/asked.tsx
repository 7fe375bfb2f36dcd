import { View } from '@tarojs/components'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { AidDetail, MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Button, Card, ClockLine, clockTone, Heading, Notice } from '@/ui'
import { blankTexts, askedWords as words } from '@/words/matter-page'
import { owedItems, supplementClock } from './papers-asked'

type AskedProps = { view: MatterView; now: Instant }

/** What waits for whoever reads it: papers, a rating, what was left for later. */
export function Asked({ view, now }: AskedProps) {
  const own = useSession(({ me }) => me?.acting.role === 'resident')
  const may = (action: string) => view.can.some((each) => each.action === action)
  // Whoever helps may not see it at all: to her it isn't blank. And one thing at a time.
  const blank = own && may('aid.complete') && !may('aid.supplement') ? blankIn(view.detail) : []
  return (
    <>
      {view.consentCheck && <Notice tone="amber">{view.consentCheck.text}</Notice>}
      {may('aid.supplement') && <Papers view={view} now={now} />}
      {may('aid.rate') && (
        <Card offer>
          <Heading size="lead" level={2} text={words.rate} />
          <View>{words.rateText}</View>
          <Button kind="main" icon="star" text={words.rateGo} onPress={() => go(places.rate, { id: view.id })} />
        </Card>
      )}
      {blank.length > 0 && (
        <Card offer>
          <Heading size="lead" level={2} text={words.blank} />
          <View>{words.blankText(blank)}</View>
          <Button icon="pen" text={words.blankGo} onPress={() => toForm(view.id, 'complete')} />
        </Card>
      )}
    </>
  )
}

/** The forms that few people open lie outside the main package. */
export const toForm = (id: string, part: 'complete' | 'parties') => go(places.papers, { id, part })

function Papers({ view, now }: AskedProps) {
  const owed = owedItems(view.detail.papersAsked)
  const clock = supplementClock(view.clocks)
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.papers(owed.length)} />
      <View>{words.papersText}</View>
      <View className="stack stack--s" ariaRole="list">
        {owed.map(({ key, text }) => (
          <View key={key} className="strong" ariaRole="listitem">
            {text}
          </View>
        ))}
      </View>
      {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={`${clock.title}，${clock.dueText}`} />}
      <View className="soft small">{clock && clock.dueAt <= now ? words.papersLate : words.papersFree}</View>
      <Button kind="main" icon="camera" text={words.papersGo} onPress={() => go(places.papers, { id: view.id })} />
    </Card>
  )
}

/** What a clerk left for later: where the way to show hardship was asked, the rest was asked too. */
function blankIn({ route, income, groups = [], applicant }: AidDetail): string[] {
  const asked = route !== undefined
  return [
    !asked && blankTexts.route,
    !asked && !income && blankTexts.income,
    !asked && groups.length === 0 && blankTexts.groups,
    applicant && !applicant.idNumber && blankTexts.idNumber,
  ].filter((name): name is string => Boolean(name))
}
