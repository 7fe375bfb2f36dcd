import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { type SheetProps, type StepProps, useStep } from '@/client/step'
import type { PaperView } from '@/contract/views'
import { Button, ChoiceList, Field, Link, Sheet } from '@/ui'
import { GrievancePapers } from '@/ui/grievance-papers'
import { NotSent } from '@/ui/told'
import { commandPaperWords as words } from '@/words/command-steps'
import { TextSheet } from './text-sheet'
import { UntilPicker, untilOf } from './until'

/** 三单一函 of this matter, with what may be done to each. */
export function Papers(props: StepProps) {
  const { view, onDone, onRefused } = props
  const [doing, setDoing] = useState<{ what: 'reply' | 'cancel'; paper: PaperView }>()
  const close = () => setDoing(undefined)
  const { send, wrong } = useCommand('notice.receive', {
    onDone: (after) => onDone(after, words.received),
    onRefused,
  })
  const acts = (paper: PaperView) => (
    <>
      {paper.can.includes('notice.receive') && (
        <Link small text={words.receive} onPress={() => void send({ id: view.id, paper: paper.id })} />
      )}
      {paper.can.includes('notice.reply') && (
        <Link small text={words.reply} onPress={() => setDoing({ what: 'reply', paper })} />
      )}
      {paper.can.includes('notice.cancel') && (
        <Link
          small
          text={words.cancel}
          label={words.cancelLabel(paper.no ?? paper.title)}
          onPress={() => setDoing({ what: 'cancel', paper })}
        />
      )}
    </>
  )
  const sheet = { ...props, onClose: close, part: doing?.paper.id }
  const paper = doing?.paper.id ?? ''
  return (
    <>
      <NotSent wrong={wrong} />
      <GrievancePapers papers={view.detail.notices ?? []} now={productNow()} acts={acts} />
      <TextSheet
        {...sheet}
        open={doing?.what === 'reply'}
        action="notice.reply"
        field="text"
        max={1000}
        words={words.replyWords}
        input={(text) => ({ id: view.id, paper, text })}
      />
      <TextSheet
        {...sheet}
        open={doing?.what === 'cancel'}
        action="notice.cancel"
        field="why"
        words={words.cancelWords}
        kind="danger"
        input={(why) => ({ id: view.id, paper, why })}
      />
    </>
  )
}

type ByHand = 'urge' | 'supervise'
const rungs: readonly ByHand[] = ['urge', 'supervise']
const empty = { rung: undefined as ByHand | undefined, clock: '', text: '', day: '', hour: '17:30' }

/** A paper by hand, on one of the clocks that run. */
export function IssueSheet(props: SheetProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('notice.issue', { ...props, empty, told: words.sent })
  const [tried, setTried] = useState(false)
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
