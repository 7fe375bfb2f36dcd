import { Text, View } from '@tarojs/components'
import type { PaperView } from '@/contract/views'
import { ladderWords, wholeMoment } from '@/words/ladder'

/** One of 三单一函, line by line as the document has it: the same on a screen and on paper. */
export function Letter({ paper }: { paper: PaperView }) {
  const { no, title, unit, to, text, copy, signs, at, issuedAt, received, reply, cancelled } = paper
  const below = [
    ...(issuedAt ? [] : [ladderWords.draft]),
    ...(copy ? [ladderWords.copy(copy)] : []),
    ...(received ? [ladderWords.received(received.by, wholeMoment(received.at))] : []),
    ...(reply ? [ladderWords.replied(reply.by, wholeMoment(reply.at)), reply.text] : []),
    ...(cancelled ? [ladderWords.cancelled(cancelled.why, wholeMoment(cancelled.at))] : []),
  ]
  return (
    <View className="letter">
      <Text className="letter__title">{title}</Text>
      {no && <Text className="letter__no">{no}</Text>}
      <Text className="letter__line">{ladderWords.to(unit.name, to)}</Text>
      {text.map((line) => (
        <Text key={line} className="letter__line letter__line--in">
          {line}
        </Text>
      ))}
      <Text className="letter__line letter__line--right">{ladderWords.issuedBy}</Text>
      <Text className="letter__line letter__line--right">{wholeMoment(issuedAt ?? at)}</Text>
      {signs.map((sign) => (
        <Text key={sign.at} className="letter__line letter__line--right">
          {ladderWords.signed(sign.by, wholeMoment(sign.at))}
        </Text>
      ))}
      {below.map((line) => (
        <Text key={line} className="letter__line">
          {line}
        </Text>
      ))}
    </View>
  )
}
