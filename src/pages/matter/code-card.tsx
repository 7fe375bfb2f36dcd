import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button, Card } from '@/ui'
import { groupedCode, matterWords } from '@/words/matter-page'

/** The query code, for its owner: in groups that can be read out on the telephone. */
export function CodeCard({ code }: { code: string }) {
  const [copied, setCopied] = useState(false)
  const grouped = groupedCode(code)

  async function copy() {
    await Taro.setClipboardData({ data: grouped }).catch(() => undefined)
    setCopied(true)
  }

  return (
    <Card>
      <View>
        <Text className="block small soft">{matterWords.code}</Text>
        <Text className="block code" selectable userSelect>
          {grouped}
        </Text>
        <Text className="block small soft">{matterWords.codeHint}</Text>
      </View>
      <Button icon={copied ? 'check' : 'paper'} text={copied ? matterWords.copied : matterWords.copy} onPress={copy} />
    </Card>
  )
}
