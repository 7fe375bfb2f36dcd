import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAsk } from '@/client/ask'
import { places } from '@/client/places'
import { useSession } from '@/client/session'
import { Frame } from '@/pages/frame'
import { Read } from '@/pages/read'
import { Button, Chips, Empty, Field, Heading, Item, Notice, Rows, StageTag } from '@/ui'
import { knowledgeWords as words } from '@/words/knowledge'
import { EntrySheet } from './entry-sheet'

const SETTLED_MS = 400
const NEW = 'new'
const editors: readonly string[] = ['centre', 'command', 'supervisor', 'admin']

/** Questions and answers for those who write them; what is due for review stands out. */
export default function KnowledgeDesk() {
  const role = useSession(({ me }) => me?.acting.role)
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const [which, setWhich] = useState<'all' | 'due'>('all')
  const [open, setOpen] = useState<string>()
  const [told, setTold] = useState('')
  useEffect(() => {
    const settled = setTimeout(() => setText(typed.trim()), SETTLED_MS)
    return () => clearTimeout(settled)
  }, [typed])
  const found = useAsk('knowledge.search', text ? { text } : {})
  const writes = role !== undefined && editors.includes(role)
  return (
    <Frame behind={places.commandQueue}>
      <View className="section">
        <Heading level={1} text={words.desk} />
        <View className="soft">{words.deskLead}</View>
        {told && (
          <Notice tone="green" said>
            {told}
          </Notice>
        )}
        <Field id="knowledge-text" label={words.search} optional max={60} value={typed} onChange={setTyped} />
        {writes && <Button icon="plus" text={words.add} onPress={() => setOpen(NEW)} />}
        <Read {...found} cards={0} lines={6}>
          {({ items }) => {
            const due = items.filter((row) => row.due)
            const shown = which === 'due' ? due : items
            return (
              <>
                {due.length > 0 && <Notice tone="amber">{words.dueCount(due.length)}</Notice>}
                <Chips
                  label={words.desk}
                  value={which}
                  onChange={setWhich}
                  chips={[
                    { value: 'all', text: words.allTopics, count: items.length },
                    { value: 'due', text: words.onlyDue, count: due.length },
                  ]}
                />
                {shown.length === 0 ? (
                  <Empty icon="inbox" title={words.nothing} />
                ) : (
                  <Rows>
                    {shown.map((row) => (
                      <Item
                        key={row.id}
                        name={row.question}
                        more={row.topicText}
                        onPress={writes ? () => setOpen(row.id) : undefined}
                      >
                        {row.due ? (
                          <StageTag tone="amber" text={words.due} />
                        ) : (
                          row.unsure && <StageTag tone="amber" text={words.unconfirmed} />
                        )}
                      </Item>
                    ))}
                  </Rows>
                )}
              </>
            )
          }}
        </Read>
      </View>
      {open && (
        <Opened
          key={open}
          id={open === NEW ? undefined : open}
          onClose={() => setOpen(undefined)}
          onDone={(said) => {
            setOpen(undefined)
            setTold(said)
            void found.again()
          }}
        />
      )}
    </Frame>
  )
}

function Opened({ id, ...ends }: { id?: string; onClose: () => void; onDone: (said: string) => void }) {
  const { value } = useAsk('knowledge.get', id ? { id } : undefined)
  if (id && !value) return null
  return <EntrySheet entry={value} {...ends} />
}
