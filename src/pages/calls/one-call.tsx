import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { dial, go, matterPageOf } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import type { CallRow, Reached } from '@/contract/views'
import type { Role } from '@/domain/decider'
import { Button, Card, ChoiceList, Field, Heading, Link, Notice, Sheet, StageTag } from '@/ui'
import { NotSent } from '@/ui/told'
import { callsWords as words } from '@/words/calls'
import { momentText } from '@/words/time'

type CallProps = {
  row: CallRow
  role?: Role
  /** `over`: she was spoken with. */
  onDone: (text: string, over: boolean) => void
  onRefused: (text: string) => void
}

/** Whom to ring, what to say, and how it was tried before. The number is shown to whoever is about to ring. */
export function OneCall({ row, role, ...ends }: CallProps) {
  const [writing, setWriting] = useState(false)
  const now = productNow()
  const { tries } = row
  return (
    <Card>
      <Heading size="lead" level={2} text={row.title} />
      <View className="soft">{words.whom(row.whom, row.place)}</View>
      {row.language === 'mn' && (
        <View>
          <StageTag tone="blue" text={words.mongolian} />
        </View>
      )}
      <View className="soft small">
        {row.why}，{words.since(momentText(row.since, now))}
      </View>
      {row.notBefore && <Notice tone="amber">{words.later(momentText(row.notBefore, now))}</Notice>}
      <View className="stack stack--m">
        <View className="strong">{words.tell}</View>
        {row.texts.map((text) => (
          <View key={text}>{text}</View>
        ))}
      </View>
      {tries.length > 0 && (
        <View>
          <View className="strong">{words.tries(tries.length)}</View>
          {tries.map(({ at, by, note }) => (
            <View key={at} className="soft small">
              {words.tryLine(momentText(at, now), by, note)}
            </View>
          ))}
          {row.told && <View className="small">{words.toldResponsible(row.told)}</View>}
        </View>
      )}
      <RingHer row={row} />
      <Button icon="pen" text={words.wrote} label={`${words.wrote}：${row.title}`} onPress={() => setWriting(true)} />
      <Link text={words.open} onPress={() => void go(matterPageOf(role, row.matter), { id: row.matter })} />
      <Sheet open={writing} title={words.wrote} onClose={() => setWriting(false)}>
        <Written row={row} {...ends} onShut={() => setWriting(false)} />
      </Sheet>
    </Card>
  )
}

function RingHer({ row }: { row: CallRow }) {
  const [answer, setAnswer] = useState<Answer<Reached>>()
  async function ring() {
    // The number that is already shown was written down; ringing again needs no second line.
    if (answer?.ok) return void dial(answer.value.phone)
    const reached = await call('notice.ring', { id: row.id, requestId: newRequestId() })
    setAnswer(reached)
    if (reached.ok) void dial(reached.value.phone)
  }
  return (
    <View className="stack">
      <Button icon="phone" kind="main" text={words.ring} label={`${words.ring}：${row.title}`} onPress={ring} />
      {answer && (
        <Notice tone={answer.ok ? 'info' : 'red'} said>
          {answer.ok ? words.number(answer.value.name, answer.value.phone) : whatWentWrong(answer)}
        </Notice>
      )}
    </View>
  )
}

type Choice = 'yes' | 'no'
const choices = [
  { value: 'yes', text: words.yes },
  { value: 'no', text: words.no },
] as const

function Written({ row, onDone, onRefused, onShut }: Omit<CallProps, 'role'> & { onShut: () => void }) {
  const [reached, setReached] = useState<Choice>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const id = `c${useId().replace(/\W/g, '')}`
  const { send, wrong } = useCommand('notice.rung', {
    onDone: ({ done, tries }) => {
      onShut()
      onDone(done ? words.savedDone : words.savedNot(tries), done)
    },
    onRefused: (message) => {
      onShut()
      onRefused(message)
    },
  })
  function save() {
    setTried(true)
    const said = note.trim()
    if (reached) return send({ id: row.id, reached: reached === 'yes', ...(said && { note: said }) })
  }
  return (
    <View className="stack">
      <ChoiceList<Choice>
        id={`${id}-reached`}
        label={words.reached}
        choices={choices}
        value={reached}
        onChange={setReached}
        error={tried && !reached ? words.reachedMissing : wrong.fields.reached}
      />
      <Field
        id={`${id}-note`}
        type="textarea"
        max={500}
        optional
        label={words.note}
        hint={words.noteHint}
        value={note}
        onChange={setNote}
        error={wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.save} onPress={save} />
    </View>
  )
}
