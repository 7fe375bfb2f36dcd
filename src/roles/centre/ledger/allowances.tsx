import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { AllowancesView } from '@/contract/ledger-views'
import { Portions } from '@/pages/portions'
import { Read } from '@/pages/read'
import { Card, Chips, Empty, Item, Link, Notice, Rows, Section, StageTag } from '@/ui'
import { ledgerSpans, ledgerWords, allowanceWords as words } from '@/words/ledger'
import { MakeFile } from './make-file'
import { monthOf, moved, notAfter, type SpanLength, spanTo } from './spans'

const lengths = (Object.keys(ledgerSpans) as SpanLength[]).map((value) => ({ value, text: ledgerSpans[value] }))
const AT_ONCE = 20

/** What is to be paid in a month or more, by lawyer and case by case. */
export function AllowancesPart() {
  const now = productNow()
  const [span, setSpan] = useState<SpanLength>('month')
  const [to, setTo] = useState(monthOf(now))
  const asked = spanTo(to, span)
  const found = useAsk('ledger.allowances', asked)
  const present = monthOf(now)
  return (
    <>
      <View className="soft">{words.rule}</View>
      <Chips label={ledgerWords.spans} chips={lengths} value={span} onChange={setSpan} />
      <View className="row row--tight row--wrap">
        <Link plain icon="back" text={ledgerWords.before} onPress={() => setTo(moved(to, span, -1))} />
        <Text className="strong">{words.months(asked.from, asked.to)}</Text>
        {to < present && (
          <Link plain text={ledgerWords.after} onPress={() => setTo(notAfter(moved(to, span, 1), present))} />
        )}
      </View>
      <Read {...found} cards={2} lines={4}>
        {(shown) => <Shown key={`${asked.from} ${asked.to}`} shown={shown} again={found.again} />}
      </Read>
    </>
  )
}

function Shown({ shown, again }: { shown: AllowancesView; again: () => unknown }) {
  const { from, to, cases, unset, lawyers, lines, more } = shown
  if (cases === 0) return <Empty icon="paper" title={words.none} text={words.noneText} />
  return (
    <>
      <Card>
        <Text className="strong">{words.sum(shown)}</Text>
        {unset > 0 && <Notice tone="amber">{words.unset(unset)}</Notice>}
        {shown.changed && <Notice tone="amber">{words.changed}</Notice>}
        <MakeFile
          text={ledgerWords.make}
          make={(requestId) => call('ledger.allowanceSheet', { from, to, requestId })}
          fileOf={(file) => file}
          onMade={() => void again()}
        />
      </Card>
      <Section title={words.byLawyer}>
        <Rows>
          {lawyers.map(({ lawyer, ...sum }, n) => (
            <Item
              key={lawyer.id}
              first={n === 0}
              name={lawyer.name}
              more={[lawyer.org, words.sum(sum)].filter(Boolean).join('，')}
            />
          ))}
        </Rows>
      </Section>
      <Section title={words.lines}>
        <Portions rows={lines} size={AT_ONCE}>
          {(some) => (
            <Rows>
              {some.map(({ matter, no, lawyer, form, stage, topic, result, endedOn, reviewedOn, fen }, n) => (
                <Item
                  key={matter}
                  first={n === 0}
                  name={[words.line(no, words.topic(topic)), fen !== undefined && words.amount(fen)]
                    .filter(Boolean)
                    .join('，')}
                  more={`${lawyer.name}，${words.lineMore(form, stage, result, endedOn, reviewedOn)}`}
                  onPress={() => void go(places.centreMatter, { id: matter })}
                >
                  {fen === undefined && <StageTag tone="amber" text={words.amount(fen)} />}
                </Item>
              ))}
            </Rows>
          )}
        </Portions>
        {more && <View className="soft">{ledgerWords.rest(lines.length)}</View>}
      </Section>
      <Behind shown={shown} />
    </>
  )
}

/** What it is counted by, and what was made of it before. */
function Behind({ shown: { rates, made } }: { shown: AllowancesView }) {
  const now = productNow()
  return (
    <>
      <Section title={words.rates}>
        <Card>
          {rates.length === 0 && <View className="soft">{words.ratesNone}</View>}
          {rates.map((rate) => (
            <View key={words.rate(rate)}>{words.rate(rate)}</View>
          ))}
        </Card>
      </Section>
      {made.length > 0 && (
        <Section title={words.madeBefore}>
          <Card>
            {made.map(({ at, by, ...sum }) => (
              <View key={`${at} ${by}`}>{words.madeOne(at, now, by, sum)}</View>
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}
