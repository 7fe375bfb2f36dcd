import { Text, View } from '@tarojs/components'
import type { Rows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, ClockLine, classes, clockTone, Empty, Heading, Press, StageTag, stageTone } from '@/ui'
import { commonWords } from '@/words/common'
import { organisationWords as words } from '@/words/organisation'
import type { Tab } from './top-bar'

type Props = { tab: Tab; list: Rows; chosen?: string; onChoose: (id: string) => void }

/** What waits for the firm's word first, then the rest by time left. */
export function List({ tab, list, chosen, onChoose }: Props) {
  return (
    <View>
      <View className="orgdesk__name">
        <Heading text={words.desk} level={1} />
        {list.items && list.failed ? (
          <View className="amber" ariaRole="status">
            {words.stale}
          </View>
        ) : (
          <View className="soft">{tab === 'open' ? words.openHint : words.finishedHint}</View>
        )}
      </View>
      <Read key={tab} value={list.items} failed={list.failed} again={list.again} bones="orgdesk__bones">
        {(rows) => (
          <>
            {rows.length === 0 && <None tab={tab} />}
            <Part title={words.toConfirm} rows={rows.filter(waits)} chosen={chosen} onChoose={onChoose} />
            <Part
              title={tab === 'open' ? words.going : undefined}
              rows={rows.filter((row) => !waits(row))}
              chosen={chosen}
              onChoose={onChoose}
            />
            {list.more && (
              <View className="orgdesk__bones">
                <Button text={commonWords.more} onPress={list.more} />
              </View>
            )}
          </>
        )}
      </Read>
    </View>
  )
}

const waits = ({ can }: MatterRow) => can.some(({ action }) => action === 'aid.confirm')

const None = ({ tab }: { tab: Tab }) =>
  tab === 'open' ? (
    <Empty icon="inbox" title={words.noneOpen} text={words.noneOpenText} />
  ) : (
    <Empty icon="inbox" title={words.noneFinished} />
  )

type PartProps = { title?: string; rows: MatterRow[]; chosen?: string; onChoose: (id: string) => void }

function Part({ title, rows, chosen, onChoose }: PartProps) {
  if (rows.length === 0) return null
  return (
    <>
      {title && (
        <View className="orgdesk__part">
          <Heading size="lead" level={2} text={title} />
        </View>
      )}
      {rows.map((row) => (
        <Row key={row.id} row={row} on={row.id === chosen} onPress={() => onChoose(row.id)} />
      ))}
    </>
  )
}

// While the lawyer has it he answers for it; whoever may swap him out is told so by `can`, a frozen one isn't.
const withLawyer = ({ can }: MatterRow) => can.some(({ action }) => action === 'aid.swapInside')

function Row({ row, on, onPress }: { row: MatterRow; on: boolean; onPress: () => void }) {
  const { title, applicant, stage, stageText, responsible, place, clock } = row
  return (
    <Press className={classes('pick', on && 'pick--on')} onClick={onPress}>
      <View className="row row--apart row--tight row--top">
        <Text className="strong grow orgdesk__who">{applicant ?? title}</Text>
        {on && <Text className="unseen">{words.opened}</Text>}
        <StageTag text={stageText} tone={stageTone(stage)} />
      </View>
      <Text className="block soft">{`${title}，${place.text}`}</Text>
      <Text className="block">{withLawyer(row) ? words.rowLawyer(responsible) : words.rowHolder(responsible)}</Text>
      {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
    </Press>
  )
}
