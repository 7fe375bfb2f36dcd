import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { go, places } from '@/client/places'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Card, Link, Notice, Section } from '@/ui'
import { dutyWords as words } from '@/words/duty'
import { Answers } from './answers'
import { AskedHead, AskedWords } from './asked'

const EVERY_MS = 3_000

/** Questions that still want somebody, this reader among others. */
export const isAsked = ({ kind, can }: Pick<MatterRow, 'kind' | 'can'>): boolean =>
  kind === 'question' && can.some(({ action }) => action === 'question.take')

type IncomingProps = {
  rows: MatterRow[]
  /** What a step led to; the list is read again. */
  onStep: (text: string) => void
  onRefused: (message: string) => void
}

/** Questions as they come in, each with what is left of its eight minutes; who comes late hears who has it. */
export function Incoming({ rows, onStep, onRefused }: IncomingProps) {
  const asked = rows.filter(isAsked)
  const { gone, settle } = useGone(rows)
  return (
    <Section title={asked.length === 0 ? words.incoming : undefined}>
      {gone && <Notice said>{gone}</Notice>}
      {asked.length === 0 && <View className="soft">{words.incomingNone}</View>}
      {asked.map((row) => (
        <OneAsked
          key={row.id}
          row={row}
          onTaken={() => {
            settle(row.id)
            void go(places.dutyQuestion, { id: row.id })
          }}
          onPassed={(text) => {
            settle(row.id)
            onStep(text)
          }}
          onRefused={(message) => {
            settle(row.id)
            onRefused(message)
          }}
        />
      ))}
    </Section>
  )
}

type OneProps = {
  row: MatterRow
  onTaken: () => void
  onPassed: (text: string) => void
  onRefused: (m: string) => void
}

function OneAsked({ row, onTaken, onPassed, onRefused }: OneProps) {
  const asked = useAsk('matter.get', { id: row.id }, EVERY_MS)
  return (
    <Card offer>
      <Read {...asked} cards={1} lines={6}>
        {(view) => (
          <>
            <AskedHead view={view} level={2} />
            <AskedWords detail={view.detail} />
            <Answers view={view} onTaken={onTaken} onPassed={onPassed} onRefused={onRefused} />
            <Link text={words.whole} onPress={() => void go(places.dutyQuestion, { id: row.id })} />
          </>
        )}
      </Read>
    </Card>
  )
}

/** Says what became of a question that was asked here and went to somebody else meanwhile. */
function useGone(rows: MatterRow[]) {
  const asked = useRef<string[]>([])
  const settled = useRef(new Set<string>())
  const [gone, setGone] = useState<string>()
  useEffect(() => {
    const here = rows.map(({ id }) => id)
    const lost = asked.current.filter((id) => !here.includes(id) && !settled.current.has(id))
    asked.current = rows.filter(isAsked).map(({ id }) => id)
    for (const id of lost) void whoHas(id).then((text) => text && setGone(text))
  }, [rows])
  return { gone, settle: (id: string) => void settled.current.add(id) }
}

async function whoHas(id: string): Promise<string | undefined> {
  const card = await call('question.card', { id })
  if (!card.ok) return undefined
  const { title, takenBy, stageText } = card.value
  return takenBy ? words.goneTo(title, takenBy) : words.gone(title, stageText)
}
