import { View } from '@tarojs/components'
import { go, places } from '@/client/places'
import { Link } from '@/ui'
import { topicText } from '@/words/aid'
import { knowledgeWords } from '@/words/knowledge'

/**
 * To the questions and answers, by the topic's name. Never by her words: an address stays in a browser's history. Nor
 * where a trace of it could put her in danger.
 */
export function LookFirst({ topic }: { topic: string | undefined }) {
  if (topic === 'violence') return null
  return (
    <View>
      <Link
        small
        icon="search"
        text={knowledgeWords.lookFirst}
        onPress={() => void go(places.knowledge, topic && topic !== 'other' ? { text: topicText(topic) } : {})}
      />
    </View>
  )
}
