import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { useUnits } from '@/client/units'
import type { Plate } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Card, Chips, Heading, Link, Notice, PlacePicker, PrintSheet, Problem, printNow, Skeleton } from '@/ui'
import { plateWords as words } from '@/words/supervisor'
import { Frame } from '../frame'
import { Paper, type PaperSize } from './paper'

const inBrowser = process.env.TARO_ENV === 'h5'
const sizes = (['a4', 'a5'] as const).map((value) => ({ value, text: words.sizes[value] }))

/** A plate for a village's door: chosen, looked at, printed. */
export default function PlatePage() {
  const asked = useRouter().params.village
  const [village, setVillage] = useState(asked)
  const plate = useAsk('circle.plate', village ? { village } : undefined)
  return (
    <Frame tab="plate" stale={Boolean(plate.value && plate.failed)}>
      <View>
        <Heading level={1} text={words.title} />
        <View className="soft">{words.what}</View>
      </View>
      {!village && <Pick onChange={setVillage} />}
      {village && (
        <>
          <View>
            <Link icon="place" text={words.other} onPress={() => setVillage(undefined)} />
          </View>
          <Read {...plate} cards={1} lines={6}>
            {(shown) => <Ready plate={shown} />}
          </Read>
        </>
      )}
    </Frame>
  )
}

function Pick({ onChange }: { onChange: (village: string) => void }) {
  const { units, failed, waiting, again } = useUnits()
  if (waiting) return <Skeleton cards={2} />
  if (failed && units.length === 0) return <Problem {...problemOf(failed, again)} />
  return (
    <PlacePicker
      id="plate-village"
      label={words.village}
      places={units}
      onChange={(code) => code && onChange(code)}
      townWillDo
    />
  )
}

// A server names only the page where it doesn't know by which address it was reached: this browser does.
const whole = (url: string) => (inBrowser && url.startsWith('/#/') ? `${window.location.origin}${url}` : url)

function Ready({ plate }: { plate: Plate }) {
  const [size, setSize] = useState<PaperSize>('a4')
  const url = whole(plate.url)
  const scanned = /^https?:/.test(url)
  return (
    <>
      {scanned ? null : (
        <Notice tone="amber">
          <View>{words.noCode}</View>
          <View className="strong">{url.replace(/^\//, '')}</View>
        </Notice>
      )}
      {inBrowser ? (
        <View className="watch__head">
          <Chips<PaperSize> label={words.size} chips={sizes} value={size} onChange={setSize} />
          <View>
            <Button kind="main" icon="paper" text={words.print} onPress={printNow} />
          </View>
        </View>
      ) : (
        <Notice>{words.onComputer}</Notice>
      )}
      <View>
        <Heading size="lead" level={2} text={words.preview} />
      </View>
      <Card>
        <Paper plate={plate} url={scanned ? url : undefined} />
      </Card>
      <PrintSheet>
        <View className={`paper-${size}`}>
          <Paper plate={plate} url={scanned ? url : undefined} />
        </View>
      </PrintSheet>
    </>
  )
}
