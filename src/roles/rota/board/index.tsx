import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { addDays, type Day, dayOf, isDay, startOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Button, Empty } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { boardWords as words } from '@/words/rota-editor'
import { Fairness } from '../fairness'
import { Frame } from '../frame'
import { Check } from '../problems'
import { Publish } from '../publish'
import { Table } from '../table'
import { mondayOf, weekFrom } from '../week'
import { CellSheet } from './cell-sheet'
import { Changes } from './changes'
import { Head } from './head'

const EVERY_MS = 30_000
const managers = ['centre', 'town']

/** A week of the county's seats: who stands where, what is wrong with it, what changed; changed and published here. */
export default function Board() {
  const { day: asked = '' } = useRouter().params
  // Today as the product's clock has it, which the first answer tells.
  const [chosen, setChosen] = useState<Day | undefined>(isDay(asked) ? asked : undefined)
  const day = chosen ?? dayOf(productNow())
  const monday = mondayOf(day)
  const end = startOf(addDays(monday, 7))
  const board = useAsk('rota.board', { from: startOf(monday), to: end }, EVERY_MS)
  const role = useSession(({ me }) => me?.acting.role ?? 'visitor')
  const { told, done, refused } = useTold()
  const [open, setOpen] = useState<{ seat: string; day: Day }>()
  const manages = managers.includes(role)
  return (
    <Frame tab="board" stale={Boolean(board.value && board.failed)}>
      <ToldNotice told={told} />
      <Head monday={monday} day={day} onDay={setChosen} published={board.value?.published} />
      <Read value={board.value} failed={board.failed} again={board.again}>
        {(value) =>
          value.seats.length === 0 ? (
            <NoSeats may={role === 'centre'} />
          ) : (
            <View className="rota__body">
              <View className="rota__main">
                <Table
                  rows={value.seats}
                  problems={value.problems}
                  end={end}
                  days={weekFrom(monday)}
                  day={day}
                  onDay={setChosen}
                  onCell={({ seat, day }) => setOpen({ seat, day })}
                  onSeat={(seat) => void go(places.rotaSeat, { seat })}
                />
                {role === 'centre' && (
                  <View>
                    <Button
                      small
                      icon="plus"
                      className="rota__add"
                      text={words.addSeat}
                      onPress={() => void go(places.rotaSeat)}
                    />
                  </View>
                )}
                <Changes board={value} from={startOf(monday)} to={end} />
              </View>
              <View className="rota__side">
                <Check problems={value.problems} />
                {manages && (
                  <Publish
                    key={monday}
                    from={monday}
                    to={addDays(monday, 6)}
                    onDone={(text) => {
                      done(text)
                      void board.again()
                    }}
                  />
                )}
                <Fairness fairness={value.fairness} average={value.average} />
              </View>
              <CellSheet
                board={value}
                open={open}
                end={end}
                onClose={() => setOpen(undefined)}
                onAgain={board.again}
                onDone={(text) => {
                  setOpen(undefined)
                  done(text)
                  void board.again()
                }}
                onRefused={(message) => {
                  setOpen(undefined)
                  refused(message)
                  void board.again()
                }}
              />
            </View>
          )
        }
      </Read>
    </Frame>
  )
}

const NoSeats = ({ may }: { may: boolean }) => (
  <Empty
    icon="calendar"
    title={words.none}
    text={may ? words.noneText : words.noneReader}
    action={may ? { text: words.addSeat, onPress: () => void go(places.rotaSeat) } : undefined}
  />
)
