import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { Rows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, ClockLine, classes, clockTone, Empty, Heading, isClosed, Link, Press, StageTag, stageTone } from '@/ui'
import { batchWords } from '@/words/batch'
import { tabTexts, centreWords as words } from '@/words/centre'
import { papersWords } from '@/words/centre-more'
import { commonWords } from '@/words/common'
import { momentText } from '@/words/time'
import type { Tab } from './tabs'

/** Where a lawyer is what is waited for. */
const BATCHED: readonly string[] = ['review', 'search']

type Props = { tab: Tab | 'found'; list: Rows; chosen?: string; onChoose: (id: string) => void }

/** The desk's list, by time left. */
export function List({ tab, list, chosen, onChoose }: Props) {
  const { name, hint, none, noneText } = tabTexts[tab]
  return (
    <View>
      <View className="queue__name">
        <Heading text={name} level={1} />
        {/* In the same place, so that nothing moves when the signal comes and goes. */}
        {list.items && list.failed ? (
          <View className="amber" ariaRole="status">
            {words.stale}
          </View>
        ) : (
          <View className="soft">{hint}</View>
        )}
      </View>
      {BATCHED.includes(tab) && (
        <View className="queue__more">
          <Link icon="person" text={batchWords.open} onPress={() => void go(places.centreBatch)} />
        </View>
      )}
      <Read key={tab} value={list.items} failed={list.failed} again={list.again} bones="queue__bones">
        {(rows) => (
          <>
            {rows.length === 0 && <Empty icon="inbox" title={none} text={noneText || undefined} />}
            {rows.map((row) => (
              <Row key={row.id} row={row} on={row.id === chosen} onPress={() => onChoose(row.id)} />
            ))}
            {list.more && (
              <View className="queue__more">
                <Button text={commonWords.more} onPress={list.more} />
              </View>
            )}
          </>
        )}
      </Read>
    </View>
  )
}

function Row({ row, on, onPress }: { row: MatterRow; on: boolean; onPress: () => void }) {
  const { title, hint, kind, applicant, stage, stageText, createdAt, clock, responsible, papersAsked } = row
  return (
    <Press className={classes('pick', on && 'pick--on')} onClick={onPress}>
      <View className="row row--apart row--tight row--top">
        <Text className="strong grow">{applicant ?? title}</Text>
        {on && <Text className="unseen">{words.opened}</Text>}
        <StageTag text={stageText} tone={stageTone(stage)} />
      </View>
      {hint && kind !== 'visit' && <Text className="block">{hint}</Text>}
      <Text className="block soft">{words.submittedAt(title, momentText(createdAt, productNow()))}</Text>
      <Text className="block soft">
        {[(clock || !isClosed(stage)) && words.responsible(responsible), papersAsked && papersWords.asked(papersAsked)]
          .filter(Boolean)
          .join('，')}
      </Text>
      {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
    </Press>
  )
}
