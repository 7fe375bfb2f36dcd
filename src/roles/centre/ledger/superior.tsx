import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { productNow } from '@/client/now'
import { dayOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Card, DatePicker, Notice, Section } from '@/ui'
import { superiorWords as words } from '@/words/ledger'
import { MakeFile } from './make-file'

/** The cases of some days, in the superior's columns. */
export function SuperiorPart() {
  const today = dayOf(productNow())
  const [from, setFrom] = useState(`${today.slice(0, 7)}-01`)
  const [to, setTo] = useState(today)
  const mapping = useAsk('ledger.mapping', {})
  return (
    <>
      <Card>
        <View>{words.what}</View>
        <View className="soft">{words.noted}</View>
        <DatePicker id="export-from" label={words.from} value={from} latest={today} onChange={setFrom} />
        <DatePicker id="export-to" label={words.to} value={to} latest={today} onChange={setTo} />
        <MakeFile
          text={words.make}
          sure={words.sure}
          make={(requestId) => call('ledger.export', { from, to, requestId })}
          fileOf={({ file }) => file}
          said={words.done}
        />
      </Card>
      <Read {...mapping} cards={1} lines={4}>
        {({ columns, source, toConfirm, own }) => (
          <Section title={words.columns(columns.length)}>
            <Card>
              <View>{own ? words.own(source) : words.product(source)}</View>
              {toConfirm && <Notice tone="amber">{toConfirm}</Notice>}
              <View className="soft">{columns.map(({ title, field }) => words.column(title, field)).join('；')}</View>
            </Card>
          </Section>
        )}
      </Read>
    </>
  )
}
