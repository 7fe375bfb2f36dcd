import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { may, type SheetProps, type StepProps } from '@/client/step'
import { SuspendSheet } from '@/pages/grievance-steps/suspend'
import { TextSheet } from '@/pages/grievance-steps/text-sheet'
import { Button, type ButtonKind, Buttons, Card, Confirm, Heading } from '@/ui'
import { declineWords, handOverWords, reclassifyWords, sendBackWords, commandWords as words } from '@/words/command'
import {
  answerWords,
  commandPaperWords,
  commandMoreWords as more,
  reopenWords,
  respondWords,
  suspendWords,
} from '@/words/command-steps'
import { AnswerSheet } from './answer'
import { Unfollow } from './compare'
import { DeclineSheet } from './decline'
import { HandOverSheet } from './hand-over'
import { IssueSheet } from './issue-sheet'
import { ReclassifySheet } from './reclassify'
import { SendBackSheet } from './send-back'

type Way = {
  action: string
  text: string
  kind?: ButtonKind
  /** Where the door would let it through, but it has its place elsewhere. */
  unless?: (props: StepProps) => boolean
  Sheet: (props: SheetProps) => React.ReactNode
}

const ways: readonly Way[] = [
  { action: 'grievance.sendBack', text: sendBackWords.open, Sheet: SendBackSheet },
  {
    action: 'grievance.complete',
    text: more.complete,
    Sheet: (props) => (
      <TextSheet
        {...props}
        action="grievance.complete"
        field="text"
        max={2000}
        words={more.completeWords}
        input={(text) => ({ id: props.view.id, text })}
      />
    ),
  },
  {
    action: 'grievance.resolve',
    text: answerWords.open,
    // Once a unit has it, the result is the unit's.
    unless: ({ view }) => Boolean(view.detail.hop),
    Sheet: AnswerSheet,
  },
  {
    action: 'grievance.respond',
    text: respondWords.open,
    unless: ({ view }) => Boolean(view.detail.response),
    Sheet: (props) => (
      <TextSheet
        {...props}
        action="grievance.respond"
        field="text"
        max={2000}
        words={respondWords}
        input={(text) => ({ id: props.view.id, text })}
      />
    ),
  },
  { action: 'grievance.reclassify', text: reclassifyWords.open, Sheet: ReclassifySheet },
  { action: 'grievance.suspend', text: suspendWords.open, Sheet: SuspendSheet },
  { action: 'notice.issue', text: commandPaperWords.issue, Sheet: IssueSheet },
  {
    action: 'grievance.object',
    text: more.object,
    unless: ({ view }) => Boolean(view.detail.objection),
    Sheet: (props) => (
      <TextSheet
        {...props}
        action="grievance.object"
        field="why"
        max={1000}
        words={more.objectWords}
        input={(why) => ({ id: props.view.id, why })}
      />
    ),
  },
  {
    action: 'grievance.reopen',
    text: reopenWords.open,
    Sheet: (props) => (
      <TextSheet
        {...props}
        action="grievance.reopen"
        field="why"
        words={reopenWords.words}
        input={(why) => ({ id: props.view.id, why })}
      />
    ),
  },
  { action: 'grievance.withdraw', text: more.withdraw, Sheet: WithdrawSheet },
  { action: 'grievance.handOver', text: handOverWords.open, kind: 'danger', Sheet: HandOverSheet },
  { action: 'grievance.decline', text: declineWords.open, kind: 'danger', Sheet: DeclineSheet },
]

/** Whatever else may be done with it now: exactly what the door would let through. */
export function Others(props: StepProps) {
  const [open, setOpen] = useState<string>()
  const { view } = props
  const shown = ways.filter(({ action, unless }) => may(view, action) && !unless?.(props))
  const follows = Boolean(view.detail.follows) && may(view, 'grievance.unfollow')
  if (shown.length === 0 && !follows) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.others} />
      <View className="command__act">
        <Buttons>
          {shown.map(({ action, text, kind }) => (
            <Button key={action} share="half" kind={kind} text={text} onPress={() => setOpen(action)} />
          ))}
        </Buttons>
      </View>
      {follows && <Unfollow {...props} />}
      {shown.map(({ action, Sheet }) => (
        <Sheet key={action} {...props} open={open === action} onClose={() => setOpen(undefined)} />
      ))}
    </Card>
  )
}

/** She takes it back, on the telephone. */
function WithdrawSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const { send } = useCommand('grievance.withdraw', {
    onDone: (after) => {
      onClose()
      onDone(after, more.withdrawn)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  return (
    <Confirm
      open={open}
      title={more.withdrawTitle}
      text={more.withdrawText}
      yes={more.withdrawYes}
      kind="danger"
      onYes={() => send({ id: view.id })}
      onNo={onClose}
    />
  )
}
