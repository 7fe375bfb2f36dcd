import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { type NextStep, nextSteps } from '@/domain/question-types'
import { Button, type Choice, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { nextTexts, questionWords as words } from '@/words/duty'
import type { SheetProps } from './words-sheet'

type Next = NextStep | 'nothing'
const choices: Choice<Next>[] = [
  { value: 'nothing', text: words.answerNothing },
  ...nextSteps.map((value) => ({ value, text: nextTexts[value] ?? value })),
]

/** What he told her, in her words, and what carries it on. */
export function AnswerSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const { draft, write, drop } = useKept<{ summary: string; next: Next }>(`answer|${view.id}`, {
    summary: '',
    next: 'nothing',
  })
  const { send, wrong } = useCommand('question.answer', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.answered)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const { summary, next } = draft
  return (
    <Sheet open={open} title={words.answerTitle} onClose={onClose}>
      <View className="soft">{words.answerText}</View>
      <Field
        id="answer-summary"
        type="textarea"
        max={1000}
        label={words.answerSummary}
        hint={words.answerHint}
        value={summary}
        onChange={(text) => write({ summary: text })}
        error={wrong.fields.summary}
      />
      <ChoiceList<Next>
        id="answer-next"
        label={words.answerNext}
        choices={choices}
        value={next}
        onChange={(chosen) => write({ next: chosen })}
        error={wrong.fields.next}
      />
      <NotSent wrong={wrong} />
      <Button
        kind="main"
        text={words.answerSend}
        onPress={() => send({ id: view.id, summary: summary.trim(), ...(next !== 'nothing' && { next }) })}
      />
    </Sheet>
  )
}
