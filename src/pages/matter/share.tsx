import { Text } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { places, urlOf } from '@/client/places'
import { Button, Icon, Press } from '@/ui'
import { hotline } from '@/words/common'
import { matterWords, shareWords } from '@/words/matter-page'

/** A card for the group. It leads to the first page: no matter, no code and no name leaves with it. */
export function useShareHome() {
  useShareAppMessage(() => ({ title: shareWords.title, path: urlOf(places.home) }))
}

export function ShareHome() {
  if (process.env.TARO_ENV !== 'h5')
    return (
      <Press className="btn btn--plain btn--wide" openType="share">
        <Icon name="send" size="s" />
        <Text>{matterWords.share}</Text>
      </Press>
    )
  return <CopyText />
}

function CopyText() {
  const [copied, setCopied] = useState(false)
  async function copy() {
    const address = `${location.origin}${location.pathname}#${urlOf(places.home)}`
    await Taro.setClipboardData({ data: shareWords.text(hotline, address) }).catch(() => undefined)
    setCopied(true)
  }
  return (
    <Button
      icon={copied ? 'check' : 'send'}
      text={copied ? matterWords.shareCopied : matterWords.shareCopy}
      onPress={copy}
    />
  )
}
