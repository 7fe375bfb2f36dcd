import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Place } from '@/client/places'
import type { Output } from '@/contract/actions'
import { BottomBar, Button, Card, Confirm, goTo, Heading, Notice } from '@/ui'
import { PrintSheet, printNow, Slips } from '@/ui/print-sheet'
import { hotline } from '@/words/common'
import { slipPaper, slipsWords as words } from '@/words/forward'
import { groupedCode } from '@/words/matter-page'
import { Frame } from '../frame'

const inBrowser = process.env.TARO_ENV === 'h5'
type Props = { batch: Output<'slip.print'>; behind: Place; onMore: () => void }

/** The codes, this once: to be printed on a computer, or copied. */
export function Printed({ batch: { village, codes }, behind, onMore }: Props) {
  const [copied, setCopied] = useState(false)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (inBrowser) goTo('printed')
  }, [])

  async function copy() {
    await Taro.setClipboardData({ data: codes.map(groupedCode).join('\n') }).catch(() => undefined)
    setCopied(true)
  }
  const copying = (
    <Button
      kind={inBrowser ? 'plain' : 'main'}
      icon={copied ? 'check' : 'paper'}
      text={copied ? words.copied : words.copy(codes.length)}
      onPress={copy}
    />
  )

  return (
    <Frame
      behind={behind}
      foot={
        <BottomBar>
          {inBrowser ? <Button kind="main" icon="paper" text={words.toPrinter} onPress={printNow} /> : copying}
          <Button kind="text" text={words.more} onPress={() => setAsking(true)} />
        </BottomBar>
      }
    >
      <View id="printed" ariaRole="status" {...focusable}>
        <Heading size="big" text={words.ready(village.text, codes.length)} />
      </View>
      <Notice tone="amber">
        <View className="strong">{words.once}</View>
        <View>{inBrowser ? words.onceMore : words.onComputer}</View>
      </Notice>
      <Card>
        <View className="forward__codes" ariaRole="list" ariaLabel={words.codes}>
          {codes.map((code, index) => (
            <View key={code} className="row row--tight" ariaRole="listitem">
              <Text className="soft">{index + 1}</Text>
              <Text className="forward__slip" selectable userSelect>
                {groupedCode(code)}
              </Text>
            </View>
          ))}
        </View>
      </Card>
      {inBrowser && copying}
      <Confirm
        open={asking}
        title={words.moreTitle}
        text={words.moreText}
        yes={words.done}
        no={words.stay}
        onYes={onMore}
        onNo={() => setAsking(false)}
      />
      <PrintSheet>
        <Slips
          slips={codes.map((code) => ({
            code,
            title: slipPaper.title,
            lines: [slipPaper.how(hotline), slipPaper.track, slipPaper.keep, slipPaper.village(village.text)],
          }))}
        />
      </PrintSheet>
    </Frame>
  )
}

// A browser lets focus onto a plain element only with this; weapp has no such thing.
const focusable = inBrowser ? { tabIndex: -1 } : {}
