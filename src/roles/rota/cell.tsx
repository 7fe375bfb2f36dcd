import { Text, View } from '@tarojs/components'
import { Icon } from '@/ui'
import { clocksText, problemMarks, sinceText, boardWords as words } from '@/words/rota-editor'
import { toneOf } from './problems'
import type { Cell, Mark, Piece, SeatRow } from './week'

const marks: Record<Mark, string> = { override: words.changed, swap: words.swapped, festival: words.festival }

/** How a cell is drawn: red where nobody or nobody fit stands, amber where somebody stands badly. */
export function lookOf({ pieces, problems }: Cell): 'none' | 'gap' | 'warn' | 'plain' {
  if (pieces.some(({ gap }) => gap) || problems.some(({ code }) => toneOf(code) === 'red')) return 'gap'
  if (pieces.length === 0) return 'none'
  return problems.length > 0 ? 'warn' : 'plain'
}

/** The words beside the colour: each kind of problem once. */
export function problemWords({ pieces, problems }: Cell): string[] {
  const gap = pieces.some(({ gap }) => gap)
  const said = problems.map(({ code }) =>
    code === 'gap' && !gap && pieces.length > 0 ? words.short : problemMarks[code],
  )
  return [...new Set(said)].filter((word) => !(gap && word === words.gap))
}

export function CellWords({ cell }: { cell: Cell }) {
  const wrong = problemWords(cell)
  return (
    <>
      {cell.pieces.map((piece) => (
        <PieceWords key={`${piece.start}|${piece.person}`} piece={piece} />
      ))}
      {wrong.length > 0 && <Text className="block small strong">{wrong.join('，')}</Text>}
    </>
  )
}

function PieceWords({ piece }: { piece: Piece }) {
  const { gap, name, mark, whole } = piece
  return (
    <View className="rota__piece">
      {gap ? (
        <View className="row rota__hole">
          <Icon name="alert" size="s" />
          <Text className="strong">{words.gap}</Text>
        </View>
      ) : (
        <Text className="block">{name}</Text>
      )}
      {!whole && <Text className="block small rota__clock">{timesOf(piece)}</Text>}
      {mark && !gap && <Text className="block small blue">{marks[mark]}</Text>}
    </View>
  )
}

const pieceText = (piece: Piece): string => {
  const { gap, name, mark, whole } = piece
  return [gap ? words.gap : name, !whole && timesOf(piece), !gap && mark && marks[mark]].filter(Boolean).join(' ')
}

const timesOf = ({ start, end, open }: Piece): string => (open ? sinceText(start) : clocksText(start, end))

/** The whole cell in one sentence, for whoever hears it. */
export const cellLabel = (row: Pick<SeatRow, 'name'>, cell: Cell): string =>
  [words.cell(row.name, cell.day), ...cell.pieces.map(pieceText), ...problemWords(cell)].join('，')
