import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { MyDay, PlanView } from '@/contract/views'
import { addDays, type Day, dayOf, startOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Heading, Link, Notice } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { nearDay } from '@/words/time'
import { wayTexts } from '@/words/visit'
import { spanText, visitDeskWords as words } from '@/words/visit-desk'
import { ChangeSheet } from './change-sheet'
import { type Line, linesOf } from './lines'
import type { ChooseProps } from './lists'
import { VisitRow } from './visit-row'

const DAYS = 14
const EVERY_MS = 30_000

type DaysProps = ChooseProps & {
  /** Grows with each step beside the list. */
  turn: number
  onChanged: () => void
}

/** Today and the fortnight after it, hour by hour; a morning or an afternoon is closed in two taps. */
export function Days({ turn, onChanged, ...choose }: DaysProps) {
  const [from] = useState(() => dayOf(productNow()))
  const days = useAsk('visit.day', { from, to: addDays(from, DAYS) }, EVERY_MS)
  const plan = useAsk('visit.plans', {})
  const [changing, setChanging] = useState<Day>()
  const { told, done, refused } = useTold()
  const { again } = days
  const { again: planAgain, put } = plan
  useEffect(() => {
    if (turn > 0) void Promise.all([again(), planAgain()])
  }, [turn, again, planAgain])
  const orphans = plan.value?.orphans ?? []
  function changed(after: PlanView, text: string) {
    put(after)
    done(text)
    void days.again()
    onChanged()
  }
  return (
    <View>
      <View className="visits__told">
        <ToldNotice told={told} />
        {plan.value?.plans.length === 0 && (
          <Notice>
            <View>{words.noPlan}</View>
            <Link text={words.toPlan} onPress={() => void go(places.visitPlan)} />
          </Notice>
        )}
        {orphans.length > 0 && (
          <Notice tone="amber">
            <View className="strong">{words.orphans(orphans.length)}</View>
            <View>{words.orphansText}</View>
          </Notice>
        )}
      </View>
      <Read {...days} bones="visits__bones">
        {(mine) =>
          mine.days.map((day) => (
            <OneDay
              key={day.day}
              day={day}
              orphans={orphans.map(({ id }) => id)}
              onChange={() => setChanging(day.day)}
              {...choose}
            />
          ))
        }
      </Read>
      {changing && (
        <ChangeSheet
          day={changing}
          plan={plan.value}
          onClose={() => setChanging(undefined)}
          onDone={changed}
          onRefused={refused}
        />
      )}
    </View>
  )
}

type OneDayProps = ChooseProps & { day: MyDay['days'][number]; orphans: readonly string[]; onChange: () => void }

function OneDay({ day: { day, note, hours }, orphans, onChange, chosen, onChoose }: OneDayProps) {
  const now = productNow()
  const lines = linesOf(hours, day === dayOf(now) ? now : startOf(day))
  return (
    <View>
      <View className="visits__day">
        <View>
          <Heading size="lead" level={2} text={nearDay(day, now)} />
          {note && <View className="small soft">{note}</View>}
        </View>
        <Link small text={words.change} label={words.changeOf(nearDay(day, now))} onPress={onChange} />
      </View>
      {lines.length === 0 && <View className="visits__free small">{words.nothing}</View>}
      {lines.map((line) =>
        'row' in line ? (
          <VisitRow
            key={line.row.id}
            row={line.row}
            on={line.row.id === chosen}
            orphan={orphans.includes(line.row.id)}
            when={whenOf(line)}
            onPress={() => onChoose(line.row.id)}
          />
        ) : (
          <View key={`${line.start}${line.kind}`} className="visits__free small">
            {whenOf(line)}
          </View>
        ),
      )}
    </View>
  )
}

function whenOf(line: Line): string {
  const span = spanText(line.start, line.end)
  if ('taken' in line) return words.beingTaken(span)
  if ('free' in line) return words.freeHours(`${span} ${wayTexts[line.kind]}`, line.free)
  return [`${span} ${wayTexts[line.kind]}`, ...(line.left > 0 ? [words.left(line.left)] : [])].join('，')
}
