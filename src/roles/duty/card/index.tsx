import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { matterIn, places, replace } from '@/client/places'
import type { QuestionCard } from '@/contract/views'
import { Countdown } from '@/pages/duty/countdown'
import { Read } from '@/pages/read'
import { Button, Card, Heading, Notice, StageTag } from '@/ui'
import { NotSent, ToldNotice, useTold } from '@/ui/told'
import { dutyWords, hourText, questionWords as words } from '@/words/duty'
import { momentText } from '@/words/time'
import { Frame } from '../frame'
import '@/pages/duty/duty.css'

const EVERY_MS = 4_000

/** Opened from the town's group: whoever of the people on duty taps first takes it; the others read who has it. */
export default function FromGroup() {
  const id = matterIn(useRouter().params)
  const card = useAsk('question.card', { id }, EVERY_MS)
  return (
    <Frame label={words.page} stale={Boolean(card.value && card.failed)}>
      <Read {...card} cards={1} lines={4}>
        {(shown) => <Shown card={shown} again={card.again} />}
      </Read>
    </Frame>
  )
}

function Shown({ card, again }: { card: QuestionCard; again: () => Promise<void> }) {
  const { id, title, place, languageText, askedAt, dueAt, stage, stageText, takenBy, mayTake } = card
  const now = productNow()
  const { told, refused } = useTold()
  const open = () => replace(places.dutyQuestion, { id })
  const { send, wrong } = useCommand('question.take', {
    onDone: () => void open(),
    onRefused: (message) => {
      refused(message)
      void again()
    },
  })
  const waits = stage === 'open'
  return (
    <View className="stack">
      <ToldNotice told={told} />
      <Card offer={mayTake}>
        <View className="row row--wrap asked__head">
          {waits && <Countdown clock={{ startedAt: askedAt, dueAt }} />}
          <View className="grow asked__what">
            <View className="row row--tight row--wrap">
              <Heading size="lead" level={1} text={title} />
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
