import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call, whatWentWrong } from '@/client/call'
import { keepFile } from '@/client/made-file'
import { productNow } from '@/client/now'
import { useMode, useSession } from '@/client/session'
import type { Bulletin } from '@/contract/views'
import { Read } from '@/pages/read'
import { useWide } from '@/pages/wide'
import { Button, Empty, Heading, Notice } from '@/ui'
import { bulletinWords as words } from '@/words/bulletin'
import { Frame } from '../frame'
import { BehindSheet } from './behind'
import { Cards, Notes, Table } from './lines'
import { MonthBar } from './month-bar'
import { monthOf } from './months'
import type { Opened } from './number'
import './bulletin.css'

const whole: readonly string[] = ['command', 'supervisor']

/** A month by unit: what was promised and kept, what was late, handed back and reminded of; each number opens its reports. */
export default function BulletinPage() {
  const now = productNow()
  const [month, setMonth] = useState(monthOf(now))
  const bulletin = useAsk('figures.bulletin', { month })
  const role = useSession((session) => session.me?.acting.role) ?? ''
  return (
    <Frame tab="bulletin" stale={Boolean(bulletin.value && bulletin.failed)}>
      <View className="watch__head">
        <View>
          <Heading level={1} text={words.title} />
          <View className="soft">{words.scope}</View>
        </View>
        <MonthBar month={month} onChange={setMonth} />
      </View>
      <Read {...bulletin} cards={3} lines={4}>
        {(shown) => <Figures key={month} bulletin={shown} whole={whole.includes(role)} />}
      </Read>
    </Frame>
  )
}

function Figures({ bulletin, whole: all }: { bulletin: Bulletin; whole: boolean }) {
  const wide = useWide()
  // Large letters leave no room for columns.
  const plain = useMode() === ''
  const [opened, setOpened] = useState<Opened>()
  const { month, madeAt, few = 0, countedFrom, rows, columns } = bulletin
  const now = productNow()
  if (rows.length === 0) return <Empty icon="chart" title={words.empty} text={words.emptyText} />
  const onOpen = all ? setOpened : undefined
  return (
    <>
      <View>
        <View>{words.rule(few)}</View>
        {!all && <View className="soft">{words.hiddenWhy(few)}</View>}
        <View className="soft small">{words.madeAt(madeAt, now)}</View>
      </View>
      {countedFrom && <Notice tone="amber">{words.countedFrom(countedFrom, now)}</Notice>}
      {all && <Export month={month} />}
      {wide && plain ? <Table bulletin={bulletin} onOpen={onOpen} /> : <Cards bulletin={bulletin} onOpen={onOpen} />}
      <Notes columns={columns} />
      {opened && <BehindSheet month={month} opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Export({ month }: { month: string }) {
  const [told, setTold] = useState<{ good: boolean; text: string }>()
  async function make() {
    setTold(undefined)
    const answer = await call('figures.bulletinSheet', { month })
    const kept = answer.ok && (await keepFile(answer.value))
    const text = kept ? words.exported : answer.ok ? words.exportFailed : whatWentWrong(answer)
    setTold({ good: kept, text })
  }
  return (
    <View className="section">
      <View className="bulletin__export">
        <Button small text={words.export} onPress={make} />
      </View>
      {told && <Notice tone={told.good ? 'green' : 'amber'}>{told.text}</Notice>}
    </View>
  )
}
