import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import policy from '@/data/policy.json'
import { after, type Instant } from '@/domain/time'
import { Read } from '@/pages/read'
import { Item, Rows, Section, StageTag } from '@/ui'
import { overviewWords as words } from '@/words/supervisor'

const EVERY_MS = 10_000
const MOST = 50
const ALARM_AFTER_MS = policy.values['question.alarmAfter'] * 1000

type Alarm = { tag: string; when: string }

/** Seven minutes without an answer, or a promised call that is late. */
export function alarmOf({ clock }: MatterRow, now: Instant): Alarm | undefined {
  if (clock?.state !== 'running') return undefined
  const { code, startedAt, dueAt } = clock
  const over = dueAt <= now
  if (code === 'question.callback') return over ? { tag: words.callLate, when: words.callDue(dueAt, now) } : undefined
  if (code !== 'question.answer' || after(startedAt, ALARM_AFTER_MS) > now) return undefined
  return { tag: over ? words.unansweredOver : words.unanswered, when: words.answerDue(dueAt, now) }
}

/** What a leader must look after now. */
export function Alarms() {
  const centre = useSession(({ me }) => me?.acting.role === 'centre')
  const desk = centre ? 'centre' : 'supervisor'
  const asked = useAsk('desk.list', { desk, kind: 'question', open: true, limit: MOST }, EVERY_MS)
  return (
    <Section title={words.alarms}>
      <Read {...asked} cards={1}>
        {({ items, next }) => <List rows={items} more={next !== undefined} />}
      </Read>
    </Section>
  )
}

function List({ rows, more }: { rows: readonly MatterRow[]; more: boolean }) {
  const now = productNow()
  const alarms = rows.flatMap((row) => {
    const alarm = alarmOf(row, now)
    return alarm ? [{ row, ...alarm }] : []
  })
  if (alarms.length === 0)
    return (
      <View>
        <View className="strong">{words.alarmsNone}</View>
        <View className="soft">{words.alarmsNoneText}</View>
      </View>
    )
  return (
    <>
      <Rows>
        {alarms.map(({ row: { id, title, place, responsible }, tag, when }, index) => (
          <Item
            key={id}
            first={index === 0}
            strong
            name={title}
            more={[place.text, words.responsible(responsible), when].join('，')}
            onPress={() => void go(places.dutyQuestion, { id })}
          >
            <StageTag tone="red" icon="alert" text={tag} />
          </Item>
        ))}
      </Rows>
      {more && <View className="soft small">{words.alarmsMore}</View>}
    </>
  )
}
