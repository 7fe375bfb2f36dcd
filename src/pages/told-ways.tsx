import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { Read } from '@/pages/read'
import { Empty, Item, Link, Rows, Section } from '@/ui'
import { momentText } from '@/words/time'
import { waysWords as words } from '@/words/told-ways'

/** Whether what was told of this matter arrived, and by which way. Asked only by whoever wants to know. */
export function ToldWays({ id, code }: { id: string; code?: string }) {
  const [open, setOpen] = useState(false)
  if (!open) return <Link text={words.show} onPress={() => setOpen(true)} />
  return (
    <Section title={words.title}>
      <Ways id={id} code={code} />
    </Section>
  )
}

function Ways({ id, code }: { id: string; code?: string }) {
  const { value, failed, again } = useAsk('notice.of', { id, ...(code && { code }) })
  const now = productNow()
  return (
    <Read value={value?.items} failed={failed} again={again} cards={1} lines={3}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty icon="inbox" title={words.none} />
        ) : (
          <Rows>
            {rows.map(({ at, text, whom, way }, index) => (
              <Item
                key={`${at} ${whom} ${text}`}
                first={index === 0}
                name={text}
                more={words.line(whom, way.text, momentText(way.at, now))}
              />
            ))}
          </Rows>
        )
      }
    </Read>
  )
}
