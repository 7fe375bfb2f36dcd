import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Refused, useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { ProblemView } from '@/contract/views'
import { addDays, type Day, daysBetween } from '@/domain/time'
import { Button, Chips, DatePicker, Field, Heading, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { daysText, publishWords as words } from '@/words/rota-editor'
import { Problems } from './problems'

type Props = {
  from: Day
  to: Day
  /** Its own month is published, and no other days. */
  draft?: string
  onDone: (text: string) => void
}
const MOST_DAYS = 35
type Which = 'shown' | 'span'
const whichOf = [
  { value: 'shown', text: words.week },
  { value: 'span', text: words.span },
] as const

/** Fixes the shown days or a span; what is refused is sent all the same only with a reason that stays. */
export function Publish({ from, to, draft, onDone }: Props) {
  const [which, setWhich] = useState<Which>('shown')
  const [span, setSpan] = useState({ from, to })
  const [stop, setStop] = useState<Refused & { days: string }>()
  const days = which === 'shown' ? { from, to } : span
  // Other days are another question: what stopped these says nothing about them.
  const key = JSON.stringify(days)
  const stopped = stop?.days === key ? stop : undefined
  const forcible = stopped?.refused === 'rota.not-publishable'
  const wrongDays = daysWrong(days)
  const { send, wrong } = useCommand('rota.publish', {
    onDone: () => {
      setStop(undefined)
      onDone(words.sent(days.from, days.to, productNow()))
    },
    onRefused: (_, refusal) => setStop({ ...refusal, days: key }),
  })
  const publish = (force?: string) =>
    wrongDays ? undefined : send({ ...days, ...(draft && { draft }), ...(force && { force }) })
  return (
    <View id="publish" className="stack">
      <Heading size="lead" level={2} text={words.title} />
      {!draft && (
        <Chips<Which>
          label={words.what}
          chips={whichOf}
          value={which}
          onChange={(next) => {
            setSpan({ from, to: addDays(from, MOST_DAYS - 1) })
            setWhich(next)
          }}
        />
      )}
      {which === 'shown' && <View className="soft">{daysText(from, to, productNow())}</View>}
      {which === 'span' && (
        <View className="rota__two">
          <DatePicker
            id="publish-from"
            label={words.from}
            value={span.from}
            onChange={(day) => day && setSpan({ ...span, from: day })}
            error={wrong.fields.from}
          />
          <DatePicker
            id="publish-to"
            label={words.to}
            value={span.to}
            onChange={(day) => day && setSpan({ ...span, to: day })}
            error={wrongDays ?? wrong.fields.to}
          />
        </View>
      )}
      {which === 'shown' && (wrong.fields.from ?? wrong.fields.to) && (
        <Notice tone="red" said>
          {wrong.fields.from ?? wrong.fields.to}
        </Notice>
      )}
      {stopped && !forcible && (
        <Notice tone="amber" said>
          {stopped.message}
        </Notice>
      )}
      {stopped && forcible && <Forcing stopped={stopped} wrong={wrong.fields.force} onForce={publish} />}
      <NotSent wrong={wrong} />
      {!forcible && <Button kind="main" text={words.send} onPress={() => publish()} />}
    </View>
  )
}

function daysWrong({ from, to }: { from: Day; to: Day }): string | undefined {
  if (to < from) return words.endsFirst
  return daysBetween(from, to) >= MOST_DAYS ? words.tooLong : undefined
}

type ForcingProps = { stopped: Refused; wrong?: string; onForce: (why: string) => unknown }

/** Why it wasn't published, and the reason without which it won't be. */
function Forcing({ stopped, wrong, onForce }: ForcingProps) {
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const found = problemsIn(stopped)
  function force() {
    setTried(true)
    return why.trim() ? onForce(why.trim()) : undefined
  }
  return (
    <>
      <Notice tone="amber" said>
        {stopped.message}
      </Notice>
      {found.length > 0 && <Problems problems={found} fine={words.ok} />}
      <Field
        id="publish-force"
        type="textarea"
        max={500}
        label={words.force}
        hint={words.forceHint}
        value={why}
        onChange={setWhy}
        error={tried && !why.trim() ? words.forceMissing : wrong}
      />
      <Button kind="danger" text={words.forceSend} onPress={force} />
    </>
  )
}

/** A refusal brings what it found. */
const problemsIn = ({ detail }: Refused): ProblemView[] =>
  Array.isArray(detail?.problems) ? (detail.problems as ProblemView[]).filter(({ text }) => text) : []
