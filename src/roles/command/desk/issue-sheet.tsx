import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SheetProps, useStep } from '@/client/step'
import { UntilPicker, untilOf } from '@/pages/grievance-steps/until'
import { Button, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { commandPaperWords as words } from '@/words/command-steps'

type ByHand = 'urge' | 'supervise'
const rungs: readonly ByHand[] = ['urge', 'supervise']
const empty = { rung: undefined as ByHand | undefined, clock: '', text: '', day: '', hour: '17:30' }

/** A paper by hand, on one of the clocks that run. */
export function IssueSheet(props: SheetProps) {
  const { view } = props
  const [tried, setTried] = useState(false)
  const onDone: SheetProps['onDone'] = (after, text) => {
    setTried(false)
    props.onDone(after, text)
  }
  const { draft, write, send, wrong } = useStep('notice.issue', { ...props, onDone, empty, told: words.sent })
  const clocks = view.clocks.filter(({ state }) => state === 'running')
  const { rung } = draft
  const clock = clocks.some(({ code }) => code === draft.clock)
    ? draft.clock
    : clocks.length === 1
      ? clocks[0]?.code
      : ''
  const text = draft.text.trim()
  const until = rung === 'supervise' ? untilOf(draft) : undefined

  function submit() {
    setTried(true)
    if (!rung || !clock || !text || (rung === 'supervise' && !until)) return
    return send({ id: view.id, rung, clock, text, ...(until && { until }) })
  }
  if (props.open && clocks.length === 0)
    return (
      <Sheet open title={words.title} onClose={props.onClose}>
        <View>{words.noClock}</View>
      </Sheet>
    )
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <ChoiceList<ByHand>
        id="issue-rung"
        label={words.rung}
        choices={rungs.map((value) => ({ value, text: words.rungs[value] }))}
        value={rung}
        onChange={(chosen) => write({ rung: chosen })}
        error={tried && !rung ? words.rungMissing : wrong.fields.rung}
      />
      <ChoiceList
        id="issue-clock"
        label={words.clock}
        choices={clocks.map(({ code, title, word, dueText }) => ({
          value: code,
          text: title,
          more: `${word}，${dueText}`,
        }))}
        value={clock || undefined}
        onChange={(chosen) => write({ clock: chosen })}
        error={tried && !clock ? words.clockMissing : wrong.fields.clock}
      />
      {rung === 'supervise' && (
        <UntilPicker
          id="issue-until"
          day={words.until}
          hour={words.hour}
          value={draft}
          onChange={write}
          error={tried && !until ? words.untilMissing : wrong.fields.until}
        />
      )}
      <Field
        id="issue-text"
        type="textarea"
        max={1000}
        label={words.label}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.missing : wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}
