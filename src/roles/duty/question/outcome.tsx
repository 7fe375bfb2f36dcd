import { View } from '@tarojs/components'
import { go, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Card, Item, Link, Rows, Section, Timeline } from '@/ui'
import { nextTexts, questionWords as words } from '@/words/duty'
import { momentText } from '@/words/time'

type Props = { view: Pick<MatterView, 'detail'>; now: Instant }

/** What was answered and whether it helped; the tries to ring her; what was declared. */
export function Outcome({ view: { detail }, now }: Props) {
  const role = useSession(({ me }) => me?.acting.role)
  const { answered, helped, tries = [], hire, child } = detail
  if (!answered && tries.length === 0 && !hire && !child) return null
  return (
    <Section title={answered ? words.outcome : words.tries}>
      <Card>
        {answered && (
          <View className="stack stack--m">
            <View className="reading">{answered.summary}</View>
            <View className="small soft">{words.answeredBy(answered.by, momentText(answered.at, now))}</View>
            {answered.next && <View>{`${words.next}：${nextTexts[answered.next] ?? ''}`}</View>}
            <View className={helped ? 'strong' : 'soft'}>
              {helped ? (helped.yes ? words.helpedYes : words.helpedNo) : words.notHelped}
            </View>
            {helped?.text && <View>{helped.text}</View>}
          </View>
        )}
        {tries.length > 0 && (
          <Timeline
            steps={tries.map(({ at, by, reached, note }) => ({
              id: at,
              what: words.tried(by, reached),
              more: note,
              when: momentText(at, now),
            }))}
          />
        )}
        {hire && <View>{words.hired(hire.by, hire.note)}</View>}
        {child && <Link text={words.child} onPress={() => void go(matterPageOf(role, child), { id: child })} />}
      </Card>
    </Section>
  )
}

/** Who was asked and what came of it; only for those who see it. */
export function Offers({ view: { detail } }: Props) {
  const offers = detail.offers ?? []
  if (offers.length === 0) return null
  return (
    <Section title={words.offers}>
      <Rows>
        {offers.map(({ person, name, org, at, text, reasons = [] }, n) => (
          <Item
            key={`${person} ${at}`}
            first={n === 0}
            name={[name, org].filter(Boolean).join('，')}
            more={[text, ...reasons].join('，')}
          />
        ))}
      </Rows>
    </Section>
  )
}
