import { Text, View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { QuestionCard } from '@/contract/views'
import { Countdown } from '@/pages/duty/countdown'
import { Read } from '@/pages/read'
import { Button, Card, Heading, Notice, StageTag } from '@/ui'
import { NotSent, ToldNotice, useTold } from '@/ui/told'
import { dutyWords, hourText, questionWords as words } from '@/words/duty'
import { momentText } from '@/words/time'
import '@/pages/duty/duty.css'

const EVERY_MS = 4_000

type GroupCardProps = { id: string; onTaken: () => void }

/** What a group may see of a question: whoever of the people on duty taps first takes it; the others read who has it. */
export function GroupCard({ id, onTaken }: GroupCardProps) {
  const card = useAsk('question.card', { id }, EVERY_MS)
  return (
    <Read {...card} cards={1} lines={4}>
      {(shown) => <Shown card={shown} again={card.again} onTaken={onTaken} />}
    </Read>
  )
}

type ShownProps = { card: QuestionCard; again: () => Promise<void>; onTaken: () => void }

function Shown({ card, again, onTaken }: ShownProps) {
  const { id, title, place, languageText, askedAt, dueAt, stage, stageText, takenBy, mayTake } = card
  const now = productNow()
  const { told, refused } = useTold()
  const { send, wrong } = useCommand('question.take', {
    onDone: onTaken,
    onRefused: (message) => {
      refused(message)
      void again()
    },
  })
  const waits = stage === 'open'
  return (
    <View className="stack">
      {!takenBy && <ToldNotice told={told} />}
      <Card offer={mayTake}>
        <View className="row row--wrap asked__head">
          {waits && <Countdown clock={{ startedAt: askedAt, dueAt }} />}
          <View className="grow asked__what">
            <View className="row row--tight row--wrap">
              <Heading size="lead" level={2} text={title} />
              <StageTag tone={waits ? 'amber' : 'blue'} text={waits ? words.cardNone : stageText} />
            </View>
            <Text className="block soft">{place.text}</Text>
            <Text className="block soft">
              {[languageText, dutyWords.askedAt(momentText(askedAt, now))].filter(Boolean).join('，')}
            </Text>
            {waits && <Text className="block strong">{words.cardDue(hourText(dueAt))}</Text>}
          </View>
        </View>
        <NotSent wrong={wrong} />
        {mayTake && <Button kind="main" text={words.cardTake} onPress={() => send({ id })} />}
        {takenBy && <Notice tone="green">{words.cardTakenBy(takenBy)}</Notice>}
        {!mayTake && waits && <Notice>{words.cardMayNot}</Notice>}
      </Card>
    </View>
  )
}
