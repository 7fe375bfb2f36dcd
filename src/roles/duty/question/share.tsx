import { Text, View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { places, urlOf } from '@/client/places'
import type { MatterView } from '@/contract/views'
import { eightMinutes } from '@/pages/duty/asked'
import { Button, Icon, Press } from '@/ui'
import { topicText } from '@/words/aid'
import { hourText, questionWords as words } from '@/words/duty'
import { shareWords } from '@/words/matter-page'

/** While it wants somebody: a card for the town's group. */
const wanted = (view: MatterView | undefined): view is MatterView =>
  view?.kind === 'question' && (view.stage === 'open' || view.detail.taker?.silent === true)

/** What it is about, which village, until when; in a village of fifty houses even the topic of violence names somebody. */
function titleOf(view: MatterView): string {
  const { topic } = view.detail
  const due = eightMinutes(view)?.dueAt ?? view.createdAt
  const what = topic === 'violence' ? words.shareQuiet : topicText(topic)
  return words.shareTitle(what, view.place.text, hourText(due))
}
const pathOf = ({ id }: MatterView) => urlOf(places.dutyCard, { id })

/** Any other page of ours leads to the first one, and so does a question that needs nobody any more. */
export function useShareQuestion(view: MatterView | undefined) {
  useShareAppMessage(() =>
    wanted(view) ? { title: titleOf(view), path: pathOf(view) } : { title: shareWords.title, path: urlOf(places.home) },
  )
}

export function Share({ view }: { view: MatterView }) {
  const [copied, setCopied] = useState(false)
  if (!wanted(view)) return null
  async function copy() {
    const address = `${location.origin}${location.pathname}#${pathOf(view)}`
    await Taro.setClipboardData({ data: `${titleOf(view)}\n${address}` }).catch(() => undefined)
    setCopied(true)
  }
  return (
    <View className="stack stack--m">
      {process.env.TARO_ENV === 'h5' ? (
        <Button icon={copied ? 'check' : 'send'} text={copied ? words.shareCopied : words.shareCopy} onPress={copy} />
      ) : (
        <Press className="btn btn--plain btn--wide" openType="share">
          <Icon name="send" size="s" />
          <Text>{words.share}</Text>
        </Press>
      )}
      <View className="small soft">{words.shareText}</View>
    </View>
  )
}
