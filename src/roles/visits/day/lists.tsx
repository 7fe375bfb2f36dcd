import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import type { Rows } from '@/client/rows'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Chips, Empty, Heading } from '@/ui'
import { commonWords } from '@/words/common'
import { visitDeskWords as words } from '@/words/visit-desk'
import { byHour, hasDays, isAhead, isWaiting, overAll } from '../rows'
import { Days } from './days'
import { VisitRow } from './visit-row'

type Which = 'mine' | 'all'
export type ChooseProps = { chosen?: string; onChoose: (id: string) => void }
type ListsProps = ChooseProps & { list: Rows; turn: number }

/** What waits for an hour, what nobody has marked, and then the days. */
export function Lists({ list, turn, ...choose }: ListsProps) {
  const role = useSession(({ me }) => me?.acting.role)
  const [which, setWhich] = useState<Which>(overAll(role) ? 'all' : 'mine')
  const both = role === 'centre'
  const days = hasDays(role) && which === 'mine'
  return (
    <View>
      <View className="visits__name stack stack--m">
        <Heading level={1} text={days ? words.mine : overAll(role) ? words.all : words.mine} />
        {/* In the same place, so that nothing moves when the signal comes and goes. */}
        {list.items && list.failed && (
          <View className="amber" ariaRole="status">
            {words.stale}
          </View>
        )}
        {both && (
          <Chips<Which>
            label={words.which}
            chips={[
              { value: 'mine', text: words.mine },
              { value: 'all', text: words.all },
            ]}
            value={which}
            onChange={setWhich}
          />
        )}
      </View>
      <Read value={list.items} failed={list.failed} again={list.again} bones="visits__bones">
        {(rows) => (
          <>
            {(!both || which === 'all') && <Pressing rows={rows} {...choose} />}
            {!days && <Ahead rows={rows} {...choose} />}
            {!days && list.more && (
              <View className="visits__bones">
                <Button text={commonWords.more} onPress={list.more} />
              </View>
            )}
          </>
        )}
      </Read>
      {days && <Days turn={turn} onChanged={() => void list.again()} {...choose} />}
    </View>
  )
}

type RowsProps = ChooseProps & { rows: MatterRow[] }
const isLate = (row: MatterRow): boolean => {
  const { stage, visit } = row
  if (stage === 'no-show' || stage === 'arrived') return true
  return isAhead(row) && visit?.end !== undefined && visit.end <= productNow()
}

/** Whom nobody has an hour for yet, and of whom nobody said what became of it. */
function Pressing({ rows, ...choose }: RowsProps) {
  return (
    <>
      <Some title={words.waiting} text={words.waitingText} rows={rows.filter(isWaiting)} {...choose} />
      <Some title={words.late} rows={rows.filter(isLate).sort(byHour)} {...choose} />
    </>
  )
}

function Ahead({ rows, ...choose }: RowsProps) {
  if (rows.length === 0) return <Empty icon="calendar" title={words.none} text={words.noneText} />
  const ahead = rows.filter((row) => !isWaiting(row) && !isLate(row)).sort(byHour)
  return <Some title={words.ahead} rows={ahead} {...choose} />
}

function Some({ title, text, rows, chosen, onChoose }: RowsProps & { title: string; text?: string }) {
  if (rows.length === 0) return null
  return (
    <View>
      <View className="visits__day">
        <View>
          <Heading size="lead" level={2} text={title} />
          {text && <View className="small soft">{text}</View>}
        </View>
      </View>
      {rows.map((row) => (
        <VisitRow key={row.id} row={row} on={row.id === chosen} onPress={() => onChoose(row.id)} />
      ))}
    </View>
  )
}
