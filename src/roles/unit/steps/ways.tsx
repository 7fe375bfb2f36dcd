import { useState } from 'react'
import { may, type SheetProps, type StepProps } from '@/client/step'
import { SuspendSheet } from '@/pages/grievance-steps/suspend'
import { TextSheet } from '@/pages/grievance-steps/text-sheet'
import { Button, Buttons, Card, Heading } from '@/ui'
import { suspendWords } from '@/words/command-steps'
import {
  extendWords,
  passUpWords,
  resolveWords,
  returnWords,
  sendDownWords,
  unitRespondWords,
  unitDeskWords as words,
} from '@/words/unit-desk'
import { ExtendSheet } from './extend'
import { ResolveSheet } from './resolve'
import { ReturnSheet } from './return'
import { SendDownSheet } from './send-down'

type Way = {
  action: string
  text: (props: StepProps) => string
  /** What waits for the unit now stands first and is marked. */
  main?: (props: StepProps) => boolean
  Sheet: (props: SheetProps) => React.ReactNode
}

const Respond = (props: SheetProps) => (
  <TextSheet
    {...props}
    action="grievance.respond"
    field="text"
    max={2000}
    words={unitRespondWords.words}
    input={(text) => ({ id: props.view.id, text })}
  />
)
const PassUp = (props: SheetProps) => (
  <TextSheet
    {...props}
    action="grievance.passUp"
    field="why"
    words={passUpWords.words}
    input={(why) => ({ id: props.view.id, why })}
  />
)

const answered = ({ view }: StepProps) => Boolean(view.detail.response)
const ways: readonly Way[] = [
  {
    action: 'grievance.respond',
    text: (props) => (answered(props) ? unitRespondWords.again : unitRespondWords.open),
    main: (props) => !answered(props),
    Sheet: Respond,
  },
  { action: 'grievance.resolve', text: () => resolveWords.open, main: answered, Sheet: ResolveSheet },
  { action: 'grievance.passUp', text: () => passUpWords.open, Sheet: PassUp },
  { action: 'grievance.sendDown', text: () => sendDownWords.open, Sheet: SendDownSheet },
  { action: 'grievance.extend', text: () => extendWords.open, Sheet: ExtendSheet },
  { action: 'grievance.suspend', text: () => suspendWords.open, Sheet: SuspendSheet },
  { action: 'grievance.return', text: () => returnWords.open, Sheet: ReturnSheet },
]

/** What the unit that has it may do with it: exactly what the door would let through. */
export function Ways(props: StepProps) {
  const [open, setOpen] = useState<string>()
  const { view } = props
  const shown = ways.filter(({ action }) => may(view, action))
  if (shown.length === 0) return null
  const signs = may(view, 'grievance.sign')
  return (
    <Card>
      <Heading size="lead" level={2} text={words.todo} />
      <Buttons>
        {shown.map(({ action, text, main }) => (
          <Button
            key={action}
            share="half"
            kind={!signs && main?.(props) ? 'main' : 'plain'}
            text={text(props)}
            onPress={() => setOpen(action)}
          />
        ))}
      </Buttons>
      {shown.map(({ action, Sheet }) => (
        <Sheet key={action} {...props} open={open === action} onClose={() => setOpen(undefined)} />
      ))}
    </Card>
  )
}
