import { useState } from 'react'
import type { MatterView } from '@/contract/views'
import { Button, Card, Section } from '@/ui'
import { questionWords as words } from '@/words/duty'
import { AnswerSheet } from './answer-sheet'
import { Calling } from './calling'
import { GiveBack } from './give-back'
import { RouteSheet } from './route-sheet'
import { WordsSheet } from './words-sheet'

export type Ends = { onDone: (after: MatterView, text: string) => void; onRefused: (message: string) => void }
export type StepProps = Ends & { view: MatterView }
type Open = 'answer' | 'route' | 'hire' | 'note'

/** What he may do now: exactly the steps the door would let through. */
export function Steps(props: StepProps) {
  const { view } = props
  const [open, setOpen] = useState<Open>()
  const may = (action: string) => view.can.some((can) => can.action === action)
  const sheet = (which: Open) => ({ ...props, open: open === which, onClose: () => setOpen(undefined) })
  const mine = may('question.answer')
  const first = [may('matter.callLog'), mine, may('question.route'), may('question.calledBack')].some(Boolean)
  const more = [may('question.declareHire'), may('matter.note'), may('question.pass') && mine].some(Boolean)
  return (
    <>
      {first && (
        <Section title={words.toDo}>
          <Card>
            <Calling {...props} />
            {mine && <Button kind="main" icon="done" text={words.answer} onPress={() => setOpen('answer')} />}
            {may('question.route') && <Button icon="phone" text={words.route} onPress={() => setOpen('route')} />}
          </Card>
        </Section>
      )}
      {more && (
        <Section title={words.more}>
          <Card>
            {may('matter.note') && <Button icon="pen" text={words.note} onPress={() => setOpen('note')} />}
            {may('question.declareHire') && <Button icon="paper" text={words.hire} onPress={() => setOpen('hire')} />}
            {may('question.pass') && mine && <GiveBack {...props} />}
          </Card>
        </Section>
      )}
      <AnswerSheet {...sheet('answer')} />
      <RouteSheet {...sheet('route')} />
      <WordsSheet {...sheet('note')} about="note" />
      <WordsSheet {...sheet('hire')} about="hire" />
    </>
  )
}
