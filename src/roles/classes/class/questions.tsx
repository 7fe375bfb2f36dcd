import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { type ClassQuestion, type ClassView, questionMarks } from '@/contract/class-views'
import type { Occurrence } from '@/domain/classes'
import { Read } from '@/pages/read'
import { Button, Card, Chips, Empty, Section } from '@/ui'
import { NotSent, ToldNotice, useTold } from '@/ui/told'
import { classDeskWords as words } from '@/words/classes-desk'
import { momentText } from '@/words/time'
import { ChangeSheet } from './change-sheet'

type QuestionsProps = { view: ClassView; on: Occurrence; again: () => Promise<void> }

/** The host's part of the page: what was asked beforehand, and this day held otherwise. */
export function Questions({ view, on, again }: QuestionsProps) {
  const which = { id: view.id, date: on.date }
  const asked = useAsk('class.questions', which)
  const [changing, setChanging] = useState(false)
  const { told, done, refused } = useTold()
  return (
    <Section title={words.questions(view.questions)}>
      <ToldNotice told={told} />
      <Read {...asked} cards={1} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="ask" title={words.noQuestions} />
          ) : (
            items.map((question) => (
              <One
                key={question.id}
                question={question}
                which={which}
                onDone={() => void asked.again()}
                onRefused={refused}
              />
            ))
          )
        }
      </Read>
      {on.startAt > productNow() && <Button text={words.change} onPress={() => setChanging(true)} />}
      {changing && (
        <ChangeSheet
          id={view.id}
          on={on}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false)
            done(words.changed)
            void again()
          }}
        />
      )}
    </Section>
  )
}

type OneProps = {
  question: ClassQuestion
  which: { id: string; date: string }
  onDone: () => void
  onRefused: (message: string) => void
}

function One({ question, which, onDone, onRefused }: OneProps) {
  const { send, wrong } = useCommand('class.mark', { onDone, onRefused })
  const { id, text, name, at, mark } = question
  return (
    <Card>
      <Text className="block">{text}</Text>
      <View className="soft small">
        {name ?? words.nameless}，{momentText(at, productNow())}
      </View>
      <Chips
        label={text}
        value={mark}
        onChange={(next) => next !== mark && void send({ ...which, question: id, mark: next })}
        chips={questionMarks.map((value) => ({ value, text: words.marks[value] }))}
      />
      <NotSent wrong={wrong} />
    </Card>
  )
}
