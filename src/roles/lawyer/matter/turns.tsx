import { Steps } from '@/pages/step-sheet'
import { Card, Notice, Section } from '@/ui'
import { lawyerSteps, lawyerTurnWords as words } from '@/words/lawyer-turns'
import { dayText } from '@/words/time'
import type { StepProps } from './to-do'

/** Where the matter takes a turn: the court lets it rest, it has ended, he can't go on. */
export function Turns(props: StepProps) {
  const { view } = props
  const { suspended, ended, leaving, near } = view.detail
  const offered = lawyerSteps.some(({ action }) => view.can.some((each) => each.action === action))
  if (!offered && !suspended && !ended && !leaving && !near) return null
  return (
    <Section title={words.more}>
      <Card>
        {leaving && <Notice icon="clock">{words.leaving}</Notice>}
        {near && <Notice icon="search">{near.text}</Notice>}
        {suspended && <Notice icon="pause">{words.suspended(suspended.until && dayText(suspended.until))}</Notice>}
        {ended && view.stage === 'in-hand' && <Notice icon="calendar">{words.ended(dayText(ended.on))}</Notice>}
        <Steps {...props} steps={lawyerSteps} />
      </Card>
    </Section>
  )
}
