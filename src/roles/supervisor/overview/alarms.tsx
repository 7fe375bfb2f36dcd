import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { MatterRow } from '@/contract/views'
import policy from '@/data/policy.json'
import { after, type Instant } from '@/domain/time'
import { Read } from '@/pages/read'
import { Item, Rows, Section, StageTag } from '@/ui'
import { overviewWords as words } from '@/words/supervisor'

const EVERY_MS = 10_000
const MOST = 50
const ALARM_AFTER_MS = policy.values['question.alarmAfter'] * 1000

/** Seven minutes without an answer, or a promised call that is late. */
export function alarmText({ clock }: MatterRow, now: Instant): string | undefined {
  if (clock?.state !== 'running') return undefined
  const { code, startedAt, dueAt } = clock
  if (code === 'question.callback') return dueAt <= now ? words.callLate(dueAt, now) : undefined
  if (code !== 'question.answer' || after(startedAt, ALARM_AFTER_MS) > now) return undefined
  return dueAt <= now ? words.unansweredOver : words.unanswered(dueAt, now)
}

/** What a leader must look after now. */
export function Alarms() {
  const asked = useAsk('desk.list', { desk: 'supervisor', kind: 'question', open: true, limit: MOST }, EVERY_MS)
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
    const text = alarmText(row, now)
    return text ? [{ row, text }] : []
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
        {alarms.map(({ row: { id, title, place, responsible }, text }, index) => (
          <Item
            key={id}
            first={index === 0}
            strong
            name={title}
            more={`${place.text}，${words.responsible(responsible)}`}
            onPress={() => void go(places.dutyQuestion, { id })}
          >
            <StageTag tone="red" icon="alert" text={text} />
          </Item>
        ))}
      </Rows>
      {more && <View className="soft small">{words.alarmsMore}</View>}
    </>
  )
}
