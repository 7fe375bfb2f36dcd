import { Text, View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { Bulletin } from '@/contract/views'
import { dayOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Heading, Icon, Item, Press, Rows, Section, StageTag } from '@/ui'
import { monthText, rateText } from '@/words/bulletin'
import { watchGrievanceWords as words } from '@/words/supervisor-grievance'

const EVERY_MS = 60_000
const SHOWN = 5
const MOST = 50

/** What people reported this month: accepted in time, overdue by unit; and what waits for the supervisor's hand. */
export function Grievances() {
  const month = dayOf(productNow()).slice(0, 7)
  const bulletin = useAsk('figures.bulletin', { month }, EVERY_MS)
  const drafts = useAsk('notice.papers', { state: 'draft', limit: MOST }, EVERY_MS)
  const objections = useAsk('desk.list', { desk: 'objections', kind: 'grievance', limit: MOST }, EVERY_MS)
  return (
    <Section title={words.title} more={{ text: words.bulletin, onPress: () => void go(places.bulletin) }}>
      <View className="soft">{words.month(monthText(month))}</View>
      <View className="watch__two watch__part">
        <Read {...bulletin} cards={1}>
          {(shown) => <Accepted bulletin={shown} />}
        </Read>
        <Rows>
          <Item
            first
            strong
            icon="pen"
            name={words.papers}
            more={counted(drafts.value)}
            onPress={() => void go(places.watchPapers)}
          />
          <Item
            strong
            icon="scale"
            name={words.objections}
            more={counted(objections.value)}
            onPress={() => void go(places.objections)}
          />
          <Item strong icon="alert" name={words.gaming} onPress={() => void go(places.gaming)} />
        </Rows>
      </View>
      {bulletin.value && <Overdue bulletin={bulletin.value} />}
    </Section>
  )
}

/** Only supervisors have bulletin, papers and objections; the centre reads the questions' figures alone. */
export const useWatchesGrievances = (): boolean => useSession(({ me }) => me?.acting.role === 'supervisor')

const counted = (list?: { items: readonly unknown[]; next?: string }): string | undefined =>
  list && (list.items.length === 0 ? words.none : words.count(list.items.length, list.next !== undefined))

function Accepted({ bulletin: { total } }: { bulletin: Bulletin }) {
  const { n, of } = total.accepted ?? { n: 0, of: 0 }
  return (
    <Press className="watch__number" onClick={() => void go(places.bulletin)}>
      <Text className="strong">{words.accepted}</Text>
      {of > 0 ? (
        <View className="watch__figure">
          <Text className="figure">{rateText({ n, of })}</Text>
          <Text className="soft">{words.share(n, of)}</Text>
        </View>
      ) : (
        <Text className="block soft">{words.acceptedNone}</Text>
      )}
      {n < of && <StageTag tone="over" icon="alert" text={words.missed(of - n)} />}
      {of > 0 && n === of && <StageTag tone="green" icon="check" text={words.allKept} />}
      <View className="watch__go">
        <Text>{words.bulletin}</Text>
        <Icon name="right" size="s" />
      </View>
    </Press>
  )
}

/** The most first. */
function Overdue({ bulletin: { rows } }: { bulletin: Bulletin }) {
  const late = rows
    .flatMap(({ unit, numbers: { overdue, held } }) =>
      overdue && overdue.n > 0 ? [{ unit, late: overdue.n, held: held?.n ?? 0 }] : [],
    )
    .sort((a, b) => b.late - a.late)
    .slice(0, SHOWN)
  return (
    <View className="stack">
      <Heading size="lead" level={3} text={words.overdue} />
      {late.length === 0 && <View className="soft">{words.overdueNone}</View>}
      {late.length > 0 && (
        <Rows>
          {late.map(({ unit, late: count, held }, at) => (
            <Item
              key={unit.code}
              first={at === 0}
              name={unit.name}
              more={words.overdueCount(count, held)}
              onPress={() => void go(places.bulletin)}
            />
          ))}
        </Rows>
      )}
    </View>
  )
}
