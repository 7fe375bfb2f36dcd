import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { OverrideView, RotaBoard } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Heading } from '@/ui'
import { spanText, boardWords as words } from '@/words/rota-editor'
import { momentText } from '@/words/time'
import { overlaps } from '../week'

type Line = { key: string; from: Instant; to: Instant; seat?: string; text: string; why?: string; more?: string }

/** What is not as the turns say, by time: who stands for whom, who swapped, who is away, and why. */
export function Changes({ board, from, to }: { board: RotaBoard; from: Instant; to: Instant }) {
  const names = new Map(board.seats.map(({ seat, name }) => [seat, name]))
  const now = productNow()
  const lines: Line[] = [
    ...board.overrides.map((each) => ({
      key: each.override,
      ...spanOf(each),
      seat: names.get(each.seat),
      text: overrideText(each),
      why: each.why,
      more: each.by && each.at ? words.by(each.by, each.at, now) : undefined,
    })),
    ...board.swaps
      .filter(({ state }) => state !== 'declined')
      .map((each) => ({
        key: each.id,
        ...spanOf(each),
        seat: names.get(each.seat) ?? each.seatText,
        text:
          each.state === 'agreed'
            ? words.swapLine(each.person.name, each.with.name)
            : words.swapAsked(each.person.name, each.with.name),
      })),
    ...board.absences.map((each) => ({
      key: `${each.person}|${each.from}|${each.kind}`,
      ...spanOf(each),
      text: each.kind === 'leave' ? words.leaveLine(each.name) : words.awayLine(each.name, momentText(each.to, now)),
      why: each.why,
    })),
  ]
  const shown = lines.filter((line) => overlaps(line, { from, to })).sort((a, b) => (a.from < b.from ? -1 : 1))
  return (
    <View className="card stack">
      <Heading size="lead" level={2} text={words.changes} />
      {shown.length === 0 && <View className="soft">{words.changesNone}</View>}
      {shown.map((line) => (
        <View key={line.key} className="rota__change">
          <Text className="block strong">{line.text}</Text>
          <Text className="block">{[line.seat, spanText(line.from, line.to)].filter(Boolean).join('，')}</Text>
          {line.why && <Text className="block small soft">{words.because(line.why)}</Text>}
          {line.more && <Text className="block small soft">{line.more}</Text>}
        </View>
      ))}
    </View>
  )
}

const spanOf = ({ from, to }: { from: Instant; to: Instant }) => ({ from, to })

export function overrideText({ kind, in: comes, out }: OverrideView): string {
  if (kind === 'replace') return words.replaced(comes?.name ?? '', out?.name ?? '')
  return kind === 'add' ? words.added(comes?.name ?? '') : words.removed(out?.name ?? '')
}
