import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSeconds } from '@/client/seconds'
import type { Talk } from '@/client/talk'
import type { ClockView, OfferView } from '@/contract/views'
import { msBetween } from '@/domain/time'
import { ReadAloud } from '@/pages/read-aloud'
import { TalkBar } from '@/pages/talk/bar'
import { Button, Card, Heading, Notice, Ring, Section, Timeline, type TimelineStep } from '@/ui'
import { waitWords as words } from '@/words/ask'
import { durationText } from '@/words/time'
import { Said } from './said'
import type { PartProps } from './stage'
import './question.css'

/** Nobody has it yet: until when somebody will, who is asked now, what happens next. */
export function Waiting({ view, now, code, may, talk }: PartProps & { talk: Talk }) {
  const { promise, offers, nextText, text, voice } = view.detail
  const steps = [
    ...(offers ? stepsOf(offers) : []),
    ...(nextText ? [{ id: 'next', what: nextText, state: 'next' as const }] : []),
  ]
  // Whoever asked for somebody else may not read what was said.
  const told = text !== undefined || voice !== undefined || may('question.message')
  const clock = view.clocks.find((each) => each.code === 'question.answer' && each.state === 'running')
  const late = offers
    ?.map(({ lateBy }) => lateBy)
    .filter((by) => by !== undefined)
    .at(-1)
  return (
    <>
      <View className="stack stack--m">
        <Heading size="big" text={words.open} />
        <View ariaRole="status">{promise ?? words.openText}</View>
      </View>
      {clock && <Countdown clock={clock} />}
      <View className="soft center">{code ? words.awayCode : words.away}</View>
      <ReadAloud texts={[words.open, promise ?? words.openText, code ? words.awayCode : words.away]} />
      {late && (
        <Notice tone="amber" icon="clock">
          {words.late(durationText(late))}
        </Notice>
      )}
      {steps.length > 0 && (
        <Card>
          <Timeline steps={steps} />
        </Card>
      )}
      {told && (
        <Section title={words.told}>
          <Said view={view} talk={talk} now={now} />
          {may('question.message') && <More talk={talk} files={!code} />}
        </Section>
      )}
    </>
  )
}

/** A quiet ring: a screen reader hears the sentence above, not each second. */
function Countdown({ clock: { startedAt, dueAt } }: { clock: ClockView }) {
  const now = useSeconds()
  const left = Math.max(0, msBetween(now, dueAt))
  const percent = (left / Math.max(1, msBetween(startedAt, dueAt))) * 100
  return (
    <View className="ask__ring" ariaHidden>
      <Ring percent={percent} figure={left > 0 ? clockFace(left) : words.over} text={words.by(dueAt)} />
    </View>
  )
}

const clockFace = (ms: number) => {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Each wave of people asked, with what became of asking each. */
function stepsOf(offers: readonly OfferView[]): TimelineStep[] {
  const waves = [...new Set(offers.map(({ wave }) => wave))]
  if (waves.length === 0) return [{ id: 'begin', what: words.beginning, state: 'now' }]
  return waves.map((wave, n) => {
    const those = offers.filter((offer) => offer.wave === wave)
    const [first] = those
    const several = those.length > 1
    return {
      id: String(wave),
      what: several ? words.asked(those.length) : (first?.name ?? ''),
      ...(several ? { more: those.map(({ name, text }) => `${name} ${text}`).join('；') } : { when: first?.text }),
      state: n === waves.length - 1 ? 'now' : 'past',
    }
  })
}

function More({ talk, files }: { talk: Talk; files: boolean }) {
  const [open, setOpen] = useState(talk.text !== '')
  if (!open) return <Button icon="pen" text={words.more} onPress={() => setOpen(true)} />
  return <TalkBar id="more" talk={talk} files={files} />
}
