import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Asked, useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import type { Draft, RotaBoard } from '@/contract/views'
import { addDays, dayOf, startOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Button, Chips, Heading, Notice } from '@/ui'
import { NotSent, ToldNotice, useTold } from '@/ui/told'
import { draftWords as words } from '@/words/rota-editor'
import { Frame } from '../frame'
import { Drafted } from './drafted'

type Kept = { draft: string }
const none: Kept = { draft: '' }

/** A month: drafted, looked at, changed, rehearsed, published. */
export default function DraftPage() {
  const kept = useKept<Kept>('rota.draft', none)
  const id = kept.draft.draft
  const drafted = useAsk('rota.draftGet', id ? { draft: id } : undefined)
  const [month, setMonth] = useState<string>()
  const role = useSession(({ me }) => me?.acting.role)
  const { told, done } = useTold()
  const [refused, setRefused] = useState('')
  const { send, wrong } = useCommand('rota.draft', {
    onDone: (made) => {
      setRefused('')
      // Known under its new name at once; asked for again it is the same.
      kept.write({ draft: made.draft })
      done(words.made)
    },
    onRefused: setRefused,
  })
  const months = monthsFrom(productNow())
  const chosen = month ?? months[1] ?? ''
  // One that is gone or was never hers is no reason to stop: another is made in seconds.
  const lost = Boolean(drafted.failed && 'refused' in drafted.failed)
  return (
    <Frame tab="draft" stale={Boolean(drafted.value && drafted.failed)}>
      <View>
        <Heading level={1} text={words.title} />
        <View className="soft">{words.text}</View>
      </View>
      <ToldNotice told={told} />
      {role === 'centre' ? (
        <View className="rota__column">
          <View className="stack">
            <Chips
              label={words.month}
              chips={months.map((value) => ({ value, text: words.monthText(value) }))}
              value={chosen}
              onChange={setMonth}
            />
            {refused && (
              <Notice tone="amber" said>
                {refused}
              </Notice>
            )}
            {wrong.fields.month && (
              <Notice tone="red" said>
                {wrong.fields.month}
              </Notice>
            )}
            <NotSent wrong={wrong} />
            <Button
              kind={drafted.value ? 'plain' : 'main'}
              text={drafted.value ? words.again : words.make}
              busyText={words.making}
              onPress={() => send({ month: chosen })}
            />
          </View>
        </View>
      ) : (
        <View className="soft">{words.readOnly}</View>
      )}
      {id && lost && <Notice tone="amber">{words.old}</Notice>}
      {id && !lost && <Shown key={id} drafted={drafted} may={role === 'centre'} onDone={done} />}
    </Frame>
  )
}

type ShownProps = { drafted: Asked<Draft>; may: boolean; onDone: (text: string) => void }

function Shown({ drafted, may, onDone }: ShownProps) {
  const today = dayOf(productNow())
  const board = useAsk('rota.board', { from: startOf(today), to: startOf(addDays(today, 1)) })
  const both: { draft: Draft; board: RotaBoard } | undefined = drafted.value &&
    board.value && { draft: drafted.value, board: board.value }
  return (
    <Read
      value={both}
      failed={drafted.failed ?? board.failed}
      again={async () => void (await Promise.all([drafted.again(), board.again()]))}
    >
      {({ draft, board }) => (
        <Drafted
          draft={draft}
          board={board}
          may={may}
          onChanged={(next) => {
            drafted.put(next)
            onDone(words.changed)
          }}
          onDone={(text) => {
            onDone(text)
            void drafted.again()
          }}
        />
      )}
    </Read>
  )
}

/** This month and the two after it: what is past is not drafted. */
function monthsFrom(now: string): string[] {
  const [year = 0, month = 1] = now.slice(0, 7).split('-').map(Number)
  return [0, 1, 2].map((n) => {
    const at = month - 1 + n
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
