import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '@/client/ask'
import { dial, places } from '@/client/places'
import type { KnowledgeRow } from '@/contract/views'
import { Frame } from '@/pages/frame'
import { Read } from '@/pages/read'
import { Button, Card, Empty, Field, Heading, Item, Notice, Rows } from '@/ui'
import { hotline } from '@/words/common'
import { knowledgeWords as words } from '@/words/knowledge'
import { dayText } from '@/words/time'

const SETTLED_MS = 400

/** Questions and answers for everybody: by words, by pinyin, by first letters. */
export default function KnowledgePage() {
  const { text: given = '' } = useRouter().params
  const [typed, setTyped] = useState(decoded(given))
  const [text, setText] = useState(typed)
  const [open, setOpen] = useState<string>()
  useEffect(() => {
    const settled = setTimeout(() => setText(typed.trim()), SETTLED_MS)
    return () => clearTimeout(settled)
  }, [typed])
  const found = useAsk('knowledge.search', text ? { text } : {})
  // What a link brought nobody has typed: where that finds nothing, everything is shown.
  const linked = useRef(typed)
  const items = found.value?.items
  useEffect(() => {
    if (!items || text !== linked.current) return
    linked.current = ''
    if (text && items.length === 0) setTyped('')
  }, [items, text])
  return (
    <Frame behind={places.home}>
      <View className="section">
        <Heading level={1} text={words.title} />
        <View className="soft">{words.lead}</View>
        <Field
          id="knowledge-text"
          label={words.search}
          hint={words.searchHint}
          max={60}
          optional
          value={typed}
          onChange={setTyped}
        />
        <Read {...found} cards={0} lines={6}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                icon="inbox"
                title={words.nothing}
                action={{ text: words.call, onPress: () => void dial(hotline) }}
              />
            ) : (
              <Rows>
                {items.map((row, n) => (
                  <Row
                    key={row.id}
                    first={n === 0}
                    row={row}
                    open={row.id === open}
                    onPress={() => setOpen(row.id === open ? undefined : row.id)}
                  />
                ))}
              </Rows>
            )
          }
        </Read>
      </View>
    </Frame>
  )
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type RowProps = { row: KnowledgeRow; first: boolean; open: boolean; onPress: () => void }

function Row({ row, first, open, onPress }: RowProps) {
  return (
    <>
      <Item first={first} strong={open} name={row.question} more={row.topicText} onPress={onPress} />
      {open && <Answer id={row.id} />}
    </>
  )
}

/** What is past its day of review, or unconfirmed, is never shown as certain. */
function Answer({ id }: { id: string }) {
  const asked = useAsk('knowledge.get', { id })
  return (
    <Card>
      <Read {...asked} cards={0} lines={3}>
        {({ answer, source, unsure, reviewAt }) => (
          <>
            {unsure && (
              <>
                <Notice tone="amber">{words.unsure}</Notice>
                <Button small icon="phone" text={words.call} onPress={() => void dial(hotline)} />
              </>
            )}
            {answer.split('\n').map((paragraph) => (
              <Text key={paragraph} className="block">
                {paragraph}
              </Text>
            ))}
            {source && (
              <Text className="block soft small">
                {words.source}：{source}
              </Text>
            )}
            {!unsure && <Text className="block soft small">{words.reviewed(dayText(reviewAt))}</Text>}
          </>
        )}
      </Read>
    </Card>
  )
}
