import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { OverrideView, RotaBoard } from '@/contract/views'
import type { Day, Instant } from '@/domain/time'
import { Button, Buttons, Card, Field, Heading, Sheet, StageTag, Tags } from '@/ui'
import { NotSent } from '@/ui/told'
import { languageTexts, subjectTexts } from '@/words/aid'
import { changeWords, shortDay, spanText, boardWords as words } from '@/words/rota-editor'
import { problemWords } from '../cell'
import { Problems } from '../problems'
import { type Cell, cellOf, overridesIn, type SeatRow } from '../week'
import { ChangeForm } from './change-form'
import { overrideText } from './changes'

type Ends = { onDone: (text: string) => void; onRefused: (message: string) => void }
type Props = Ends & {
  board: RotaBoard
  open?: { seat: string; day: Day }
  end: Instant
  onClose: () => void
  onAgain: () => Promise<void>
}

/** One seat on one day: who stands there and why, what is wrong, and the change of it. */
export function CellSheet({ board, open, end, onClose, onAgain, ...ends }: Props) {
  const row = board.seats.find(({ seat }) => seat === open?.seat)
  if (!open || !row) return null
  const cell = cellOf(row, open.day, board.problems, end)
  return (
    <Sheet open title={`${row.name}，${shortDay(open.day)}`} onClose={onClose}>
      <Standing row={row} cell={cell} />
      {cell.problems.length > 0 && (
        <Card>
          <Problems problems={cell.problems} fine="" />
        </Card>
      )}
      {overridesIn(board.overrides, cell).map((each) => (
        <Change key={each.override} change={each} may={row.mine} {...ends} />
      ))}
      {row.mine ? (
        <ChangeForm key={`${cell.seat}|${cell.day}`} board={board} row={row} cell={cell} onAgain={onAgain} {...ends} />
      ) : (
        <View className="soft">{words.readOnly}</View>
      )}
    </Sheet>
  )
}

function Standing({ row, cell }: { row: SeatRow; cell: Cell }) {
  const { minimum = 1, languages = [], subjects = [] } = row
  const needs = [
    ...languages.map((each) => languageTexts[each] ?? each),
    ...subjects.map((each) => subjectTexts[each as keyof typeof subjectTexts] ?? each),
  ]
  const wrong = problemWords(cell)
  return (
    <Card>
      <Heading size="lead" level={3} text={changeWords.now} />
      {cell.pieces.length === 0 && <View className="soft">{words.noHours}</View>}
      {cell.pieces.map(({ start, end, person, name, gap, why }) => (
        <View key={`${start}|${person}`}>
          <Text className={gap ? 'strong red' : 'strong'}>{gap ? words.gap : name}</Text>
          <Text>{` ${spanText(start, end)}`}</Text>
          <Text className="block small soft">{gap ? words.answers(name) : why}</Text>
        </View>
      ))}
      <Tags>
        {wrong.map((word) => (
          <StageTag key={word} tone="amber" text={word} />
        ))}
        {minimum > 1 && <StageTag text={words.minimum(minimum)} />}
        {needs.length > 0 && <StageTag text={words.needs(needs)} />}
      </Tags>
    </Card>
  )
}

/** A change that counts here, and its cancelling, which asks why. */
function Change({ change, may, onDone, onRefused }: Ends & { change: OverrideView; may?: boolean }) {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand('rota.cancelOverride', { onDone: () => onDone(changeWords.cancelled), onRefused })
  function cancel() {
    setTried(true)
    return why.trim() ? send({ override: change.override, why: why.trim() }) : undefined
  }
  return (
    <Card>
      <View>
        <Text className="block strong">{overrideText(change)}</Text>
        <Text className="block">{spanText(change.from, change.to)}</Text>
        <Text className="block small soft">{words.because(change.why)}</Text>
        {change.by && change.at && (
          <Text className="block small soft">{words.by(change.by, change.at, productNow())}</Text>
        )}
      </View>
      {may && !asking && <Button small kind="danger" text={changeWords.cancel} onPress={() => setAsking(true)} />}
      {asking && (
        <>
          <View className="soft">{changeWords.cancelText}</View>
          <Field
            id="cancel-why"
            label={changeWords.cancelWhy}
            max={500}
            value={why}
            onChange={setWhy}
            error={tried && !why.trim() ? changeWords.whyMissing : wrong.fields.why}
          />
          <NotSent wrong={wrong} />
          <Buttons>
            <Button share="half" text={changeWords.keep} onPress={() => setAsking(false)} />
            <Button share="half" kind="danger" text={changeWords.cancelYes} onPress={cancel} />
          </Buttons>
        </>
      )}
    </Card>
  )
}
