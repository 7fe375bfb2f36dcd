import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { may, type StepProps } from '@/client/step'
import type { MatterView } from '@/contract/views'
import { after, HOUR, type Instant } from '@/domain/time'
import { Reassign } from '@/pages/grievance-steps/reassign'
import { Ring } from '@/pages/ring'
import { Button, type ButtonKind, Card, type IconName, Section } from '@/ui'
import { NotSent } from '@/ui/told'
import { giveWords, meetWords, visitWords as words } from '@/words/visit-desk'
import { ArriveSheet } from './arrive'
import { AskForHour } from './ask-for-hour'
import { CancelSheet } from './cancel'
import { FinishSheet } from './finish'
import { MoveSheet } from './move'
import { NoShowSheet } from './no-show'
import { WeatherSheet } from './weather'

export type VisitStepProps = StepProps & { now: Instant }
type Open = 'arrive' | 'finish' | 'move' | 'cancel' | 'noShow' | 'weather' | 'ask'

/** So long before the hour nobody has set out or met: those steps only fill the screen. */
const NEAR = 12 * HOUR

/** What he may do now; the first that fits is the main one. */
export function VisitSteps(props: VisitStepProps) {
  const { view, now } = props
  const [open, setOpen] = useState<Open>()
  const sheet = (which: Open) => ({ ...props, open: open === which, onClose: () => setOpen(undefined) })
  const { first, more } = sorted(view, now)
  return (
    <>
      {(first.length > 0 || may(view, 'matter.callLog')) && (
        <Section title={words.toDo}>
          <Card>
            {may(view, 'matter.callLog') && <Ring view={view} />}
            {first.map((step, at) => (
              <Step key={step} {...props} step={step} kind={at === 0 ? 'main' : 'plain'} onOpen={setOpen} />
            ))}
          </Card>
        </Section>
      )}
      {(more.length > 0 || may(view, 'matter.reassign')) && (
        <Section title={words.more}>
          <Card>
            {more.map((step) => (
              <Step
                key={step}
                {...props}
                step={step}
                kind={step === 'visit.cancel' ? 'danger' : 'plain'}
                onOpen={setOpen}
              />
            ))}
            {may(view, 'matter.reassign') && (
              <View>
                <Reassign {...props} />
              </View>
            )}
          </Card>
        </Section>
      )}
      <ArriveSheet {...sheet('arrive')} />
      <FinishSheet {...sheet('finish')} />
      <MoveSheet {...sheet('move')} />
      <CancelSheet {...sheet('cancel')} />
      <NoShowSheet {...sheet('noShow')} />
      <WeatherSheet {...sheet('weather')} />
      <AskForHour {...sheet('ask')} />
    </>
  )
}

/** What he may do now, in the order of a day; what is seldom needed stands by itself. */
function sorted(view: MatterView, now: Instant): { first: string[]; more: string[] } {
  const { start, kind } = view.detail
  const near = !start || now >= after(start, -NEAR)
  const begun = start !== undefined && now >= start
  const waits = kind === 'home' && !start && may(view, 'visit.reschedule')
  const over = view.stage === 'no-show'
  // A storm: first the way must be free again.
  const still = view.detail.weather !== undefined && may(view, 'visit.resume')
  const day = near && !waits && !still
  const met = begun || view.stage === 'arrived'
  const offered = (step: string, when = true) => (when && may(view, step) ? [step] : [])
  return {
    first: [
      ...offered('visit.resume'),
      ...offered('visit.reschedule', waits || over),
      ...(waits ? ['ask'] : []),
      ...offered('visit.confirm', !near),
      ...offered('visit.setOut', day),
      ...offered('visit.arrive', day),
      ...offered('visit.done', day && met),
      ...offered('visit.confirm', day && !begun),
    ],
    more: [
      ...offered('visit.setOut', waits || still),
      ...offered('visit.arrive', waits || still),
      ...offered('visit.reschedule', !waits && !over && (kind === 'home' || !begun)),
      ...offered('visit.suspend'),
      ...offered('visit.noShow', begun),
      ...offered('visit.cancel', kind === 'home' || !begun || over),
    ],
  }
}

const sheets: Record<string, Open> = {
  'visit.arrive': 'arrive',
  'visit.done': 'finish',
  'visit.reschedule': 'move',
  'visit.cancel': 'cancel',
  'visit.noShow': 'noShow',
  'visit.suspend': 'weather',
  ask: 'ask',
}
const icons: Record<string, IconName> = {
  'visit.arrive': 'check',
  'visit.done': 'done',
  'visit.reschedule': 'calendar',
  'visit.noShow': 'alert',
  'visit.suspend': 'pause',
  ask: 'swap',
}

type OneProps = VisitStepProps & { step: string; kind: ButtonKind; onOpen: (which: Open) => void }

function Step({ step, kind, onOpen, ...props }: OneProps) {
  const { view } = props
  const which = sheets[step]
  if (which) return <Button kind={kind} icon={icons[step]} text={nameOf(step, view)} onPress={() => onOpen(which)} />
  if (step === 'visit.confirm') return <AtOnce {...props} kind={kind} action="visit.confirm" />
  if (step === 'visit.setOut') return <AtOnce {...props} kind={kind} action="visit.setOut" />
  return <AtOnce {...props} kind={kind} action="visit.resume" />
}

function nameOf(step: string, { detail }: MatterView): string {
  if (step === 'visit.reschedule') return detail.start ? words.move : words.findHour
  if (step === 'visit.arrive' && (detail.kind === 'phone' || detail.kind === 'video')) return meetWords.spoke
  return names[step] ?? step
}
const names: Record<string, string> = {
  'visit.arrive': meetWords.arrive,
  'visit.done': meetWords.finish,
  'visit.cancel': words.cancel,
  'visit.noShow': meetWords.noShow,
  'visit.suspend': meetWords.weather,
  ask: giveWords.open,
}

const atOnce = {
  'visit.confirm': { text: words.confirm, icon: 'check', told: words.confirmed },
  'visit.setOut': { text: words.setOut, icon: 'place', told: words.setOutDone },
  'visit.resume': { text: meetWords.resume, icon: 'play', told: meetWords.resumed },
} as const

type AtOnceProps = VisitStepProps & { action: keyof typeof atOnce; kind: ButtonKind }

function AtOnce({ view, action, kind, onDone, onRefused }: AtOnceProps) {
  const { text, icon, told } = atOnce[action]
  const { send, wrong } = useCommand(action, { onDone: (after) => onDone(after, told), onRefused })
  return (
    <>
      <NotSent wrong={wrong} />
      <Button kind={kind} icon={icon} text={text} onPress={() => send({ id: view.id })} />
    </>
  )
}
