import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { Draft, RotaBoard } from '@/contract/views'
import { Button, ChoiceList, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { boardWords, changeWords, shortDay, spanText, draftWords as words } from '@/words/rota-editor'
import { PeoplePick } from '../people-pick'
import type { Cell, SeatRow } from '../week'

type Props = {
  draft: Draft
  board: RotaBoard
  row?: SeatRow
  cell: Cell
  onClose: () => void
  onChanged: (draft: Draft) => void
}
const NOBODY = '-'

/** Somebody else, or nobody, in one shift of a draft. */
export function ShiftSheet({ draft, board, row, cell, onClose, onChanged }: Props) {
  const keys = cell.pieces.map(({ start, person, gap }) => `${start}|${gap ? NOBODY : person}`)
  const [key, setKey] = useState(keys[0])
  const [who, setWho] = useState<string>()
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  const { send, wrong } = useCommand('rota.draftChange', { onDone: onChanged, onRefused: setRefused })
  const piece = cell.pieces[keys.indexOf(key ?? '')]
  // The whole shift, not the part of it that this day shows.
  const shift = row?.shifts.find(
    ({ person, start, end }) => piece && person === piece.person && start <= piece.start && end >= piece.end,
  )
  const missing = who === undefined ? changeWords.whoMissing : undefined
  function change() {
    setTried(true)
    setRefused('')
    if (missing || !piece) return
    return send({
      draft: draft.draft,
      seat: cell.seat,
      from: shift?.start ?? piece.start,
      to: shift?.end ?? piece.end,
      ...(!piece.gap && { out: piece.person }),
      ...(who !== NOBODY && { in: who }),
    })
  }
  return (
    <Sheet open title={`${row?.name ?? ''}，${shortDay(cell.day)}`} onClose={onClose}>
      {cell.pieces.length > 1 ? (
        <ChoiceList
          id="shift-which"
          label={words.change}
          choices={cell.pieces.map(({ start, end, name, gap }, n) => ({
            value: keys[n] ?? '',
            text: gap ? boardWords.gap : name,
            more: spanText(start, end),
          }))}
          value={key}
          onChange={setKey}
        />
      ) : (
        piece && (
          <View>
            <View className={piece.gap ? 'strong red' : 'strong'}>{piece.gap ? boardWords.gap : piece.name}</View>
            <View className="soft">{spanText(piece.start, piece.end)}</View>
          </View>
        )
      )}
      <PeoplePick
        id="shift-in"
        label={words.changeWho}
        people={board.people}
        fairness={draft.fairness}
        average={draft.average}
        needs={row?.languages}
        without={piece && !piece.gap ? [piece.person] : []}
        first={piece?.gap ? undefined : { value: NOBODY, text: words.leaveEmpty, more: words.leaveEmptyText }}
        value={who}
        onChange={setWho}
        error={tried && missing ? missing : (wrong.fields.in ?? wrong.fields.out)}
      />
      {refused && (
        <Notice tone="amber" said>
          {refused}
        </Notice>
      )}
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.change} onPress={change} />
    </Sheet>
  )
}
