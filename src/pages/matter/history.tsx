import { View } from '@tarojs/components'
import type { AidDetail } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Card, CardLine, Facts, Rows, Section } from '@/ui'
import { byAt, historyWords as words } from '@/words/matter-page'
import { starTexts } from '@/words/parts'
import { momentText } from '@/words/time'
import type { AskedList } from './papers-asked'

/** How often papers were asked for, and what was noted. */
export function History({ detail, now }: { detail: AidDetail; now: Instant }) {
  const { papersAsked, notes = [] } = detail
  const lists = [...(papersAsked?.lists ?? [])].sort((a, b) => (a.at < b.at ? -1 : 1))
  return (
    <>
      {papersAsked && lists.length > 0 && (
        <Section title={words.papers(papersAsked.times)}>
          <Card>
            {lists.map((list, index) => (
              <View key={list.at} className="stack">
                {index > 0 && <CardLine />}
                <OneList list={list} nth={index + 1} now={now} />
              </View>
            ))}
          </Card>
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={words.notes}>
          <Card>
            {notes.map(({ at, by, text }, index) => (
              <View key={`${at} ${text}`} className="stack">
                {index > 0 && <CardLine />}
                <View>
                  <View className="soft small">{byAt(by, at, now)}</View>
                  <View>{text}</View>
                </View>
              </View>
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

function OneList({ list: { at, by, why, items }, nth, now }: { list: AskedList; nth: number; now: Instant }) {
  return (
    <View className="stack stack--m">
      <View className="soft small">{words.time(nth, momentText(at, now), by)}</View>
      {why && <View>{why}</View>}
      {items.map(({ key, text, answered }) => (
        <View key={key}>
          <View>{text}</View>
          <View className="soft small">{answered ? words.came(momentText(answered.at, now)) : words.owed}</View>
          {answered?.text && <View className="small">{answered.text}</View>}
        </View>
      ))}
    </View>
  )
}

/** How it was rated, and what came of that. */
export function Rating({ detail: { rating, rectified }, now }: { detail: AidDetail; now: Instant }) {
  if (!rating) return null
  const said = [
    words.stars(starTexts[rating.stars as keyof typeof starTexts] ?? '', rating.stars),
    rating.text,
    rating.how === 'call' && words.byCall,
  ].filter(Boolean)
  return (
    <Section title={words.rating}>
      <Rows>
        <Facts
          facts={[
            { label: momentText(rating.at, now), value: said.join('，') },
            ...(rectified
              ? [{ label: words.rectified, value: `${rectified.text}（${byAt(rectified.by, rectified.at, now)}）` }]
              : []),
          ]}
        />
      </Rows>
    </Section>
  )
}
