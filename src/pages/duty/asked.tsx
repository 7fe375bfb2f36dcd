import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { MatterView } from '@/contract/views'
import { Sound } from '@/pages/talk/sent-file'
import { Heading, Icon, StageTag } from '@/ui'
import { languageTexts, topicText } from '@/words/aid'
import { hourText, dutyWords as words } from '@/words/duty'
import { Countdown } from './countdown'
import './duty.css'

type Asked = Pick<MatterView, 'place' | 'clocks' | 'detail' | 'createdAt'>

/** The clock of the eight minutes, while it runs. */
export const eightMinutes = ({ clocks }: Pick<MatterView, 'clocks'>) =>
  clocks.find(({ code, state }) => code === 'question.answer' && state === 'running')

/** What is left of the eight minutes, what it is about, from where and in which language. */
export function AskedHead({ view, level }: { view: Asked; level: 1 | 2 }) {
  const { place, detail, createdAt } = view
  const clock = eightMinutes(view)
  const late = clock && clock.dueAt <= productNow()
  // The first language goes without saying.
  const language = detail.language && detail.language !== languageTexts.zh ? words.wants(detail.language) : undefined
  return (
    <View className="row row--wrap asked__head">
      {clock && <Countdown clock={clock} />}
      <View className="grow asked__what">
        <View className="row row--tight row--wrap">
          <Heading size="lead" level={level} text={words.incoming} />
          <StageTag tone="blue" text={detail.topicText ?? topicText(detail.topic)} />
          {late && <StageTag tone="over" icon="alert" text={words.overdue} />}
        </View>
        <Text className="block soft">{place.text}</Text>
        <Text className="block soft">
          {[language, words.askedAt(hourText(detail.askedAt ?? createdAt))].filter(Boolean).join('，')}
        </Text>
      </View>
    </View>
  )
}

/** What she said, in writing or aloud; and that nothing binds the reader, where that was looked through. */
export function AskedWords({ detail }: Pick<Asked, 'detail'>) {
  return (
    <>
      {detail.text && (
        <Text className="block reading" userSelect>
          {detail.text}
        </Text>
      )}
      {detail.voice && <Sound fileId={detail.voice} />}
      {detail.offer?.cleared && (
        <View className="row row--tight green">
          <Icon name="shield" size="s" />
          <Text className="grow small">{words.cleared}</Text>
        </View>
      )}
    </>
  )
}
