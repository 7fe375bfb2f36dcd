import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { hasDraft, openApply } from '@/client/draft'
import { productNow } from '@/client/now'
import { go, places, restart } from '@/client/places'
import { isBegun, useAskDraft, useHeldQuestions } from '@/client/question'
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
export function Mine() {
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
      <Questions />
      {me && <Open me={me} />}
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

/** A question that isn't sent yet, and those asked on this phone without an account. */
function Questions() {
  const { draft } = useAskDraft()
  const held = useHeldQuestions(({ items }) => items)
  const begun = isBegun(draft)
  if (!begun && held.length === 0) return null
  return (
    <Rows>
      {begun && (
        <Item
          first
          strong
          icon="pen"
          name={heldWords.unsent}
          more={heldWords.unsentMore}
          onPress={() => void go(places.ask)}
        />
      )}
      {held.map(({ id, askedAt }, n) => (
        <Item
          key={id}
          first={!begun && n === 0}
          icon="ask"
          name={heldWords.item}
          more={heldWords.more(momentText(askedAt, productNow()))}
          onPress={() => void go(places.question, { id })}
        />
      ))}
    </Rows>
  )
}

function Open({ me }: { me: Me }) {
  const { value, failed, waiting, again } = useAsk('matter.list', { open: true })
  const rows = [...(value?.items ?? [])].sort(byUrgency)
  return (
    <Section
      key={me.id}
      title={homeWords.mine}
      more={{ text: homeWords.all, onPress: () => void restart(places.matters) }}
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
