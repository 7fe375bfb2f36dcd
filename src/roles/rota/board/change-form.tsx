import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { Preview, RotaBoard } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Button, ChoiceList, Field, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { changeWords as words } from '@/words/rota-editor'
import { PeoplePick } from '../people-pick'
import type { Cell, SeatRow } from '../week'
import { When } from '../when'
import { Previewed } from './previewed'

type Kind = 'replace' | 'add' | 'remove'
type Draft = { kind: Kind; in?: string; out?: string; from: Instant; to: Instant; why: string }
type Props = {
  board: RotaBoard
  row: SeatRow
  cell: Cell
  /** Somebody else may have been first: the week is read again. */
  onAgain: () => Promise<void>
  onDone: (text: string) => void
  onRefused: (message: string) => void
}

const own = ['from', 'to', 'in', 'out', 'why']
type Looked = { fields: Record<string, string>; text?: string; offline?: boolean }
/** What the rules say of one field stands beside it. */
const refusedFields: Record<string, 'in' | 'out' | 'to'> = {
  'rota.two-seats': 'in',
  'rota.already-there': 'in',
  'rota.on-leave': 'in',
  'rota.not-there': 'out',
  'rota.in-the-past': 'to',
  'rota.ends-before-it-starts': 'to',
}

/** A change of one seat for a while: seen before it is saved. */
export function ChangeForm({ board, row, cell, onAgain, onDone, onRefused }: Props) {
  const [draft, setDraft] = useState<Draft>(() => begun(cell, productNow()))
  const [tried, setTried] = useState(false)
  const [seen, setSeen] = useState<Preview>()
  const [looked, setLooked] = useState<Looked>({ fields: {} })
  const { send, wrong } = useCommand('rota.override', {
    onDone: () => onDone(words.saved),
    onRefused: (message, refusal) => {
      // Somebody was first: what he did is seen, and whoever came second decides anew.
      if (!refusedFields[refusal.refused]) return onRefused(message)
      setSeen(undefined)
      void onAgain()
      setLooked(wrongIn({ ok: false, now: '', ...refusal }))
    },
  })
  const standing = distinct(cell)
  const write = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setLooked({ fields: {} })
  }
  // Whoever was to be relieved was relieved by somebody else meanwhile.
  const gone = draft.out !== undefined && !standing.some(({ person }) => person === draft.out)
  const missing = missingIn(draft, productNow())
  const errors: Record<string, string | undefined> = { ...looked.fields, ...wrong.fields, ...(tried && missing) }
  const { kind, from, to, why } = draft
  const change = {
    seat: row.seat,
    kind,
    from,
    to,
    ...(kind !== 'remove' && draft.in && { in: draft.in }),
    ...(kind !== 'add' && draft.out && { out: draft.out }),
  }

  async function look() {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    const answer = await call('rota.preview', change)
    // What the others did meanwhile stands in the answer, so the week beside it must show it too.
    void onAgain()
    if (answer.ok) return setSeen(answer.value)
    setLooked(wrongIn(answer))
  }

  if (seen)
    return (
      <Previewed
        seen={seen}
        from={from}
        to={to}
        wrong={{ ...wrong, text: wrong.text ?? Object.values(wrong.fields)[0] }}
        onSave={() => send({ ...change, why: why.trim() })}
        onBack={() => setSeen(undefined)}
      />
    )
  const choices = (standing.length > 0 ? (['replace', 'add', 'remove'] as const) : (['add'] as const)).map((value) => ({
    value,
    text: words[value],
  }))
  return (
    <View className="stack stack--l">
      <Heading size="lead" level={3} text={words.title} />
      {choices.length > 1 && (
        <ChoiceList<Kind>
          id="change-kind"
          label={words.kind}
          choices={choices}
          value={kind}
          onChange={(next) => write({ kind: next })}
        />
      )}
      {kind !== 'add' && (standing.length > 1 || gone) && (
        <ChoiceList
          id="change-out"
          label={kind === 'remove' ? words.outRemove : words.out}
          choices={standing.map(({ person, name }) => ({ value: person, text: name }))}
          value={draft.out}
          onChange={(out) => write({ out })}
          error={errors.out}
        />
      )}
      <When
        id="change-from"
        label={words.from}
        value={from}
        onChange={(at) => write({ from: at })}
        error={errors.from}
      />
      <When id="change-to" label={words.to} value={to} onChange={(at) => write({ to: at })} error={errors.to} />
      {kind !== 'remove' && (
        <PeoplePick
          id="change-in"
          label={kind === 'add' ? words.whoAdd : words.who}
          people={board.people}
          fairness={board.fairness}
          average={board.average}
          needs={row.languages}
          without={standing.map(({ person }) => person)}
          value={draft.in}
          onChange={(person) => write({ in: person })}
          error={errors.in}
        />
      )}
      <Field
        id="change-why"
        label={words.why}
        hint={words.whyHint}
        max={500}
        value={why}
        onChange={(text) => write({ why: text })}
        error={errors.why}
      />
      <NotSent wrong={looked} />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.look} busyText={words.looking} onPress={look} />
    </View>
  )
}

function wrongIn(answer: Answer<unknown>): Looked {
  const field = 'refused' in answer ? refusedFields[answer.refused] : undefined
  if (field && 'refused' in answer) return { fields: { [field]: answer.message } }
  const invalid = 'invalid' in answer ? answer.invalid : []
  const elsewhere = invalid.length === 0 || invalid.some((each) => !own.includes(each.field))
  return {
    fields: Object.fromEntries(invalid.map((each) => [each.field, each.message])),
    ...(elsewhere && { text: whatWentWrong(answer), offline: 'offline' in answer }),
  }
}

const distinct = ({ pieces }: Cell) => [
  ...new Map(pieces.filter(({ gap }) => !gap).map(({ person, name }) => [person, { person, name }])).values(),
]

/** The hole where there is one, else the first who stands there; never what is over already. */
function begun(cell: Cell, now: Instant): Draft {
  const standing = distinct(cell)
  const hole = cell.pieces.find(({ gap, end }) => gap && end > now)
  const first = hole ?? cell.pieces.find(({ gap, end }) => !gap && end > now)
  const { start, end } = first ? { ...first, ...(first.open && { end: cell.to }) } : { start: cell.from, end: cell.to }
  const soon = `${now.slice(0, 16)}:00.000+08:00`
  return {
    kind: hole || standing.length === 0 ? 'add' : 'replace',
    ...(first && !hole && { out: first.person }),
    from: start < now && end > now ? soon : start,
    to: end,
    why: '',
  }
}

function missingIn({ kind, from, to, why, ...who }: Draft, now: Instant): Record<string, string> {
  return {
    ...(to <= from ? { to: words.endsFirst } : to <= now ? { to: words.past } : {}),
    ...(kind !== 'remove' && !who.in && { in: words.whoMissing }),
    ...(kind !== 'add' && !who.out && { out: words.outMissing }),
    ...(!why.trim() && { why: words.whyMissing }),
  }
}
