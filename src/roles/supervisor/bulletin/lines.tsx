import { Text, View } from '@tarojs/components'
import type { Bulletin, BulletinNumber } from '@/contract/views'
import { Portions } from '@/pages/portions'
import { Card, Heading, Section, StageTag } from '@/ui'
import { levelTexts, bulletinWords as words } from '@/words/bulletin'
import { BulletinCell, type Column, type Open } from './number'

/** As a unit's code where the county's own numbers are opened. */
const ALL = 'all'
// A banner has dozens of units, each with a dozen numbers: more than a phone is given at once.
const CARDS_AT_ONCE = 10
type Line = { code: string; name: string; level?: string; rank?: number; numbers: Record<string, BulletinNumber> }
type Props = { bulletin: Bulletin; onOpen: Open }

const linesOf = ({ rows, total }: Bulletin): Line[] => [
  { code: ALL, name: words.total, numbers: total },
  ...rows.map(({ unit, rank, numbers }) => ({ ...unit, numbers, ...(rank !== undefined && { rank }) })),
]

const rankOf = ({ code, level, rank }: Line): string =>
  code === ALL || level === 'banner' ? '' : rank === undefined ? words.unranked : words.rankOf(rank)

/** On a computer: a row a unit, a column a number. */
export function Table({ bulletin, onOpen }: Props) {
  const { columns } = bulletin
  return (
    <View className="bulletin__around">
      <View className="bulletin__table" ariaRole="table" ariaLabel={words.title}>
        <View className="bulletin__row bulletin__row--head" ariaRole="row">
          {[words.unit, words.rank, ...columns.map(({ title }) => title)].map((title) => (
            <View key={title} className="bulletin__cell small strong" ariaRole="columnheader">
              {title}
            </View>
          ))}
        </View>
        {linesOf(bulletin).map((line) => (
          <View key={line.code} className="bulletin__row" ariaRole="row">
            <View className="bulletin__cell" ariaRole="rowheader">
              <Text className="block strong">{line.name}</Text>
              {line.level && <Text className="block soft small">{levelTexts[line.level]}</Text>}
            </View>
            <View className="bulletin__cell small" ariaRole="cell">
              {rankOf(line)}
            </View>
            {columns.map((column) => (
              <View key={column.what} className="bulletin__cell" ariaRole="cell">
                <BulletinCell
                  column={column}
                  unit={line.code}
                  name={line.name}
                  number={line.numbers[column.what]}
                  onOpen={onOpen}
                />
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}

/** On a phone: a card a unit; what there was none of stands in one line. */
export function Cards({ bulletin, onOpen }: Props) {
  return (
    <View className="section">
      <Portions rows={linesOf(bulletin)} size={CARDS_AT_ONCE}>
        {(lines) =>
          lines.map((line) => <OneCard key={line.code} line={line} columns={bulletin.columns} onOpen={onOpen} />)
        }
      </Portions>
    </View>
  )
}

function OneCard({ line, columns, onOpen }: { line: Line; columns: Bulletin['columns']; onOpen: Open }) {
  const isZero = ({ what, share }: Column) => !share && !line.numbers[what]?.n && !line.numbers[what]?.hidden
  const zeros = columns.filter(isZero)
  return (
    <Card>
      <View className="watch__head">
        <View>
          <Heading size="lead" level={2} text={line.name} />
          {line.level && <Text className="block soft small">{levelTexts[line.level]}</Text>}
        </View>
        {rankOf(line) && <StageTag text={rankOf(line)} />}
      </View>
      <View className="bulletin__numbers">
        {columns
          .filter((column) => !isZero(column))
          .map((column) => (
            <View key={column.what} className="bulletin__pair">
              <Text className="block small">{column.title}</Text>
              <BulletinCell
                column={column}
                unit={line.code}
                name={line.name}
                number={line.numbers[column.what]}
                onOpen={onOpen}
              />
            </View>
          ))}
      </View>
      {zeros.length > 0 && <View className="soft small">{words.zeros(zeros.map(({ title }) => title))}</View>}
    </Card>
  )
}

/** How each number is counted. */
export function Notes({ columns }: { columns: Bulletin['columns'] }) {
  return (
    <Section title={words.notes}>
      <Card>
        <View className="soft">{words.totalNote}</View>
        {columns.map(({ what, title, note }) => (
          <View key={what}>
            <Text className="block strong">{title}</Text>
            <Text className="block soft">{note}</Text>
          </View>
        ))}
      </Card>
    </Section>
  )
}
