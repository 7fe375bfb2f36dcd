import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { RegisterView } from '@/contract/ledger-views'
import { type NumberSeries, numberSeries } from '@/domain/aid-documents'
import type { NumberState } from '@/domain/case-register'
import { Read } from '@/pages/read'
import { Card, Chips, Empty, Item, Link, Notice, Rows, StageTag, type Tone } from '@/ui'
import { ledgerWords, seriesTexts, numberWords as words } from '@/words/ledger'
import { MakeFile } from './make-file'

const series = numberSeries.map((value) => ({ value, text: seriesTexts[value] }))
const tones: Record<NumberState, Tone> = {
  given: 'green',
  cancelled: 'plain',
  gap: 'red',
  beyond: 'red',
  unheld: 'red',
}
const yearOf = (now: string): number => Number(now.slice(0, 4))

/** Each number of a year in its order; what is missing is red. */
export function NumbersPart() {
  const last = yearOf(productNow())
  const [of, setOf] = useState<NumberSeries>('grant')
  const [year, setYear] = useState(last)
  const found = useAsk('ledger.numbers', { series: of, year })
  return (
    <>
      <Chips label={words.series} chips={series} value={of} onChange={setOf} />
      <View className="row row--tight row--wrap">
        <Link plain icon="back" text={ledgerWords.before} onPress={() => setYear(year - 1)} />
        <Text className="strong">{words.year(year)}</Text>
        {year < last && <Link plain text={ledgerWords.after} onPress={() => setYear(year + 1)} />}
      </View>
      <Read {...found} cards={2} lines={4}>
        {(shown) => <Shown key={`${of} ${year}`} shown={shown} of={of} />}
      </Read>
    </>
  )
}

function Shown({ shown, of }: { shown: RegisterView; of: NumberSeries }) {
  const [rest, setRest] = useState<Pick<RegisterView, 'rows' | 'next' | 'wrong'>>()
  const { year, last, given, cancelled, gaps } = shown
  if (last === 0) return <Empty icon="paper" title={words.none} text={words.noneText} />
  const rows = [...shown.rows, ...(rest?.rows ?? [])]
  const next = rest ? rest.next : shown.next
  const wrong = [...new Set([...shown.wrong, ...(rest?.wrong ?? [])])]
  async function more(after: number) {
    const answer = await call('ledger.numbers', { series: of, year, after })
    if (!answer.ok) return
    const { value } = answer
    setRest({ rows: [...(rest?.rows ?? []), ...value.rows], next: value.next, wrong: [...wrong, ...value.wrong] })
  }
  return (
    <>
      <Card>
        {gaps.length > 0 && <Notice tone="red">{words.gaps(gaps)}</Notice>}
        {wrong.length > 0 && <Notice tone="red">{words.wrong(wrong)}</Notice>}
        {gaps.length + wrong.length === 0 && <Notice tone="green">{words.good(last, given, cancelled)}</Notice>}
        <View className="soft small">{words.checked}</View>
        <MakeFile
          text={ledgerWords.make}
          make={(requestId) => call('ledger.numbersSheet', { series: of, year, requestId })}
          fileOf={(file) => file}
        />
      </Card>
      <Rows>
        {rows.map(({ n, text, state, matter, title, stageText, at, cancelled }, index) => (
          <Item
            key={n}
            first={index === 0}
            name={text ?? words.nth(n)}
            more={
              state === 'gap'
                ? words.gap
                : [
                    title,
                    stageText,
                    at && words.given(at),
                    cancelled && words.cancelled(cancelled.at, cancelled.by, cancelled.why),
                  ]
                    .filter(Boolean)
                    .join('，')
            }
            {...(matter && title && { onPress: () => void go(places.centreMatter, { id: matter }) })}
          >
            <StageTag text={words.state(state)} tone={tones[state]} />
          </Item>
        ))}
      </Rows>
      {next !== undefined && <Link text={words.more} onPress={() => void more(next)} />}
    </>
  )
}
