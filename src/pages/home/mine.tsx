import { View } from '@tarojs/components'
import { hasDraft, openApply } from '@/client/draft'
import { useHeld } from '@/client/held'
import type { Lasting } from '@/client/last-answer'
import { productNow } from '@/client/now'
import { go, isGrievance, places, restart } from '@/client/places'
import { isBegun, useAskDraft } from '@/client/question'
import { isReportBegun, useReportDraft } from '@/client/report'
import { useSession } from '@/client/session'
import type { MatterRow, Me } from '@/contract/views'
import { Item, Link, Notice, Rows, Section, Skeleton } from '@/ui'
import { commonWords } from '@/words/common'
import { heldWords } from '@/words/held'
import { homeWords } from '@/words/home'
import { momentText } from '@/words/time'
import { Row } from '../matters/row'

const shownHere = 3

/** My matters, the most urgent first; and the way to one by its code. */
export function Mine({ mine }: { mine: Lasting<{ items: MatterRow[]; next?: string }> }) {
  const me = useSession((session) => session.me)
  return (
    <>
      {me && hasDraft(me.id) && (
        <Rows>
          <Item
            first
            strong
            icon="pen"
            name={homeWords.unfinished}
            more={homeWords.unfinishedMore}
            onPress={() => void openApply()}
          />
        </Rows>
      )}
      <Begun />
      {me && <Open me={me} mine={mine} />}
      <Rows>
        {!me && <Item first icon="person" name={homeWords.signInToSee} onPress={() => void restart(places.me)} />}
        <Item
          first={Boolean(me)}
          icon="search"
          name={homeWords.track}
          more={homeWords.trackMore}
          onPress={() => void go(places.track)}
        />
        <Item icon="place" name={homeWords.circle} more={homeWords.circleMore} onPress={() => void go(places.circle)} />
      </Rows>
    </>
  )
}

/** What isn't sent yet, and what this phone keeps the code of: a question or a report without an account behind it. */
function Begun() {
  const question = isBegun(useAskDraft().draft)
  const report = isReportBegun(useReportDraft().draft)
  const held = useHeld(({ items }) => items)
  if (!question && !report && held.length === 0) return null
  return (
    <Rows>
      {question && (
        <Item
          first
          strong
          icon="pen"
          name={heldWords.unsent}
          more={heldWords.unsentMore}
          onPress={() => void go(places.ask)}
        />
      )}
      {report && (
        <Item
          first={!question}
          strong
          icon="pen"
          name={heldWords.unsentReport}
          more={heldWords.unsentMore}
          onPress={() => void go(places.report)}
        />
      )}
      {held.map(({ id, askedAt }, n) => {
        const reported = isGrievance(id)
        const moment = momentText(askedAt, productNow())
        return (
          <Item
            key={id}
            first={!question && !report && n === 0}
            icon={reported ? 'report' : 'ask'}
            name={reported ? heldWords.reported : heldWords.item}
            more={reported ? heldWords.reportedMore(moment) : heldWords.more(moment)}
            onPress={() => void go(reported ? places.grievance : places.question, { id })}
          />
        )
      })}
    </Rows>
  )
}

type OpenProps = { me: Me; mine: Lasting<{ items: MatterRow[]; next?: string }> }

function Open({ me, mine: { value, failed, waiting, again } }: OpenProps) {
  const rows = [...(value?.items ?? [])].sort(byUrgency)
  return (
    <Section
      key={me.id}
      title={homeWords.mine}
      more={{
        text: rows.length > 0 && !value?.next ? homeWords.allOf(rows.length) : homeWords.all,
        onPress: () => void restart(places.matters),
      }}
    >
      {waiting && <Skeleton cards={1} lines={4} />}
      {failed && !value && (
        <Notice tone="amber" icon="offline">
          <View>{homeWords.mineFailed}</View>
          <Link text={commonWords.again} onPress={() => void again()} />
        </Notice>
      )}
      {value && rows.length === 0 && <View className="soft">{homeWords.noneOpen}</View>}
      {rows.length > 0 && (
        <Rows>
          {rows.slice(0, shownHere).map((row, index) => (
            <Row key={row.id} row={row} first={index === 0} />
          ))}
        </Rows>
      )}
    </Section>
  )
}

const byUrgency = (a: MatterRow, b: MatterRow) => ((a.clock?.dueAt ?? '9') < (b.clock?.dueAt ?? '9') ? -1 : 1)
