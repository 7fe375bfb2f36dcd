import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { Input } from '@/contract/actions'
import { topics } from '@/contract/fields'
import type { Knowledge } from '@/contract/views'
import { addDays, dayOf } from '@/domain/time'
import { Button, Chips, DatePicker, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { topicText } from '@/words/aid'
import { knowledgeWords as words } from '@/words/knowledge'
import { momentText } from '@/words/time'

type Props = {
  /** Absent for a new one. */
  entry?: Knowledge
  onClose: () => void
  onDone: (said: string) => void
}

type Topic = Input<'knowledge.save'>['topic']
const HALF_A_YEAR = 182

/** One question with its answer; what was typed stays where somebody else saved first. */
export function EntrySheet({ entry, onClose, onDone }: Props) {
  const today = dayOf(productNow())
  const [topic, setTopic] = useState<Topic>((entry?.topic as Topic | undefined) ?? 'other')
  const [question, setQuestion] = useState(entry?.question ?? '')
  const [answer, setAnswer] = useState(entry?.answer ?? '')
  const [keywords, setKeywords] = useState(entry?.keywords.join('、') ?? '')
  const [source, setSource] = useState(entry?.source ?? '')
  const [reviewAt, setReviewAt] = useState(entry && !entry.due ? entry.reviewAt : addDays(today, HALF_A_YEAR))
  const [who, setWho] = useState<'all' | 'staff'>(entry?.forStaff ? 'staff' : 'all')
  const [why, setWhy] = useState('')
  const [removing, setRemoving] = useState(false)
  const [tried, setTried] = useState(false)
  const [lost, setLost] = useState('')
  const { send, wrong } = useCommand('knowledge.save', {
    onDone: () => onDone(words.saved),
    onRefused: (message, { refused }) => setLost(refused === 'matter.changed' ? words.lost : message),
  })
  // Somebody was first: what stands there now is shown above what she typed, and the next save is about that.
  const newest = useAsk('knowledge.get', lost && entry ? { id: entry.id } : undefined).value
  const removal = useCommand('knowledge.remove', { onDone: () => onDone(words.removed), onRefused: setLost })

  function save() {
    setTried(true)
    if (!question.trim() || !answer.trim()) return undefined
    return send({
      ...(entry && { id: entry.id, version: newest?.version ?? entry.version }),
      topic,
      question: question.trim(),
      answer: answer.trim(),
      keywords: keywords.split(/[\s、，,]+/).filter(Boolean),
      reviewAt,
      ...(source.trim() && { source: source.trim() }),
      forStaff: who === 'staff',
    })
  }
  function remove() {
    setTried(true)
    return entry && why.trim() ? removal.send({ id: entry.id, why: why.trim() }) : undefined
  }

  return (
    <Sheet open title={entry ? words.edit : words.add} onClose={onClose}>
      {entry && (
        <View className="soft small">{words.savedBy(entry.savedBy, momentText(entry.savedAt, productNow()))}</View>
      )}
      {lost && (
        <Notice tone="red" said>
          {lost}
          {newest && <View className="soft">{newest.answer}</View>}
        </Notice>
      )}
      <Chips
        label={words.topic}
        value={topic}
        onChange={setTopic}
        chips={topics.map((value) => ({ value, text: topicText(value) }))}
      />
      <Field
        id="entry-question"
        label={words.question}
        placeholder={words.questionPlaceholder}
        max={200}
        value={question}
        onChange={setQuestion}
        error={tried && !removing && !question.trim() ? words.missingQuestion : wrong.fields.question}
      />
      <Field
        id="entry-answer"
        type="textarea"
        label={words.answer}
        placeholder={words.answerPlaceholder}
        max={3000}
        value={answer}
        onChange={setAnswer}
        error={tried && !removing && !answer.trim() ? words.missingAnswer : wrong.fields.answer}
      />
      <Field
        id="entry-keywords"
        label={words.keywords}
        hint={words.keywordsHint}
        optional
        max={300}
        value={keywords}
        onChange={setKeywords}
        error={wrong.fields.keywords}
      />
      <Field
        id="entry-source"
        label={words.source}
        placeholder={words.sourcePlaceholder}
        optional
        max={300}
        value={source}
        onChange={setSource}
      />
      <DatePicker
        id="entry-review"
        label={words.reviewAt}
        value={reviewAt}
        earliest={addDays(today, 1)}
        onChange={setReviewAt}
        error={wrong.fields.reviewAt}
      />
      <Chips
        label={words.forWhom}
        value={who}
        onChange={setWho}
        chips={[
          { value: 'all', text: words.forAll },
          { value: 'staff', text: words.forStaff },
        ]}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.save} onPress={save} />
      {entry && !removing && <Button text={words.remove} onPress={() => setRemoving(true)} />}
      {removing && (
        <>
          <Field
            id="entry-why"
            label={words.why}
            max={200}
            value={why}
            onChange={setWhy}
            error={tried && !why.trim() ? words.missingWhy : removal.wrong.fields.why}
          />
          <NotSent wrong={removal.wrong} />
          <Button kind="danger" text={words.remove} onPress={remove} />
        </>
      )}
    </Sheet>
  )
}
