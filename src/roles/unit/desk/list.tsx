import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { Rows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, ClockLine, classes, clockTone, Empty, Heading, isClosed, Press, StageTag, stageTone } from '@/ui'
import { commonWords } from '@/words/common'
import { momentText } from '@/words/time'
import { unitTabTexts, unitDeskWords as words } from '@/words/unit-desk'
import type { Listed } from './tab-of'

type Props = { tab: Listed; list: Rows; chosen?: string; onChoose: (id: string) => void }

/** The unit's list, by time left. */
export function List({ tab, list, chosen, onChoose }: Props) {
  const { none, noneText } = unitTabTexts[tab]
  return (
    <View>
      <ListName tab={tab} stale={Boolean(list.items && list.failed)} />
      <Read key={tab} value={list.items} failed={list.failed} again={list.again} bones="unitdesk__bones">
        {(rows) => (
          <>
            {rows.length === 0 && <Empty icon="inbox" title={none} text={noneText} />}
            {rows.map((row) => (
              <Row key={row.id} row={row} on={row.id === chosen} onPress={() => onChoose(row.id)} />
            ))}
            {list.more && (
              <View className="unitdesk__bones">
                <Button text={commonWords.more} onPress={list.more} />
              </View>
            )}
          </>
        )}
      </Read>
    </View>
  )
}

/** What this list is; in the same place whether there is a signal, so that nothing moves. */
export function ListName({ tab, stale }: { tab: keyof typeof unitTabTexts; stale?: boolean }) {
  const { name, hint } = unitTabTexts[tab]
  return (
    <View className="unitdesk__name">
      <Heading text={name} level={1} />
      {stale ? (
        <View className="amber" ariaRole="status">
          {words.stale}
        </View>
      ) : (
        <View className="soft">{hint}</View>
      )}
    </View>
  )
}

function Row({ row, on, onPress }: { row: MatterRow; on: boolean; onPress: () => void }) {
  const { title, stage, stageText, createdAt, clock, responsible, place, hint } = row
  return (
    <Press className={classes('pick', on && 'pick--on')} onClick={onPress}>
      <View className="row row--apart row--tight row--top">
        <Text className="strong grow unitdesk__title">{title}</Text>
        {on && <Text className="unseen">{words.opened}</Text>}
        <StageTag text={stageText} tone={stageTone(stage)} />
      </View>
      {hint && <Text className="block unitdesk__title">{hint}</Text>}
      <Text className="block soft">{words.reportedAt(place.text, momentText(createdAt, productNow()))}</Text>
      {(clock || !isClosed(stage)) && <Text className="block soft">{words.responsible(responsible)}</Text>}
      {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
    </Press>
  )
}
