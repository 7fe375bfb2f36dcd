import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { Cluster } from '@/contract/views'
import type { Day } from '@/domain/time'
import { Read } from '@/pages/read'
import { Button, Card, CardLine, DatePicker, Link, Notice, Section, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { watchGrievanceWords as words } from '@/words/supervisor-grievance'
import { dayText } from '@/words/time'

const EVERY_MS = 60_000

/** Early warning: several of one kind in one village, and the day on which people are brought together. */
export function Clusters() {
  const { value, failed, again } = useAsk('figures.clusters', {}, EVERY_MS)
  const [told, setTold] = useState<string>()
  return (
    <Section title={words.clusters}>
      {told && (
        <Notice tone="green" said>
          {told}
        </Notice>
      )}
      <Read value={value} failed={failed} again={again} cards={1}>
        {({ items }) =>
          items.length === 0 ? (
            <View>
              <View className="strong">{words.clustersNone}</View>
              <View className="soft">{words.clustersNoneText}</View>
            </View>
          ) : (
            <Card>
              {items.map((cluster, at) => (
                <View key={`${cluster.village.code} ${cluster.what}`} className="stack">
                  {at > 0 && <CardLine />}
                  <One
                    cluster={cluster}
                    onKept={(text) => {
                      setTold(text)
                      void again()
                    }}
                  />
                </View>
              ))}
            </Card>
          )
        }
      </Read>
    </Section>
  )
}

function One({ cluster, onKept }: { cluster: Cluster; onKept: (text: string) => void }) {
  const { village, advice, before, after, matters } = cluster
  const [planning, setPlanning] = useState(false)
  const [open, setOpen] = useState(false)
  return (
    <View className="stack stack--s">
      <View className="strong">{village.text}</View>
      <View>{advice}</View>
      <View className="soft">
        {[words.before(before), after && words.after(after.since, after.count)].filter(Boolean).join('，')}
      </View>
      <View className="row row--wrap row--tight">
        <Link text={words.mediation} label={words.mediationLabel(village.text)} onPress={() => setPlanning(true)} />
        {matters.length > 0 && (
          <Link text={open ? words.hide : words.matters(matters.length)} onPress={() => setOpen(!open)} />
        )}
      </View>
      {open && (
        <View className="row row--wrap row--tight">
          {matters.map((id, at) => (
            <Link key={id} text={words.one(at + 1)} onPress={() => void go(places.commandMatter, { id })} />
          ))}
        </View>
      )}
      {planning && <DaySheet cluster={cluster} onClose={() => setPlanning(false)} onKept={onKept} />}
    </View>
  )
}

type DayProps = { cluster: Cluster; onClose: () => void; onKept: (text: string) => void }

function DaySheet({ cluster: { village, what }, onClose, onKept }: DayProps) {
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string>()
  const now = productNow()
  const { send, wrong } = useCommand('figures.mediationDay', {
    onDone: () => {
      onClose()
      onKept(words.kept(village.text, day as Day, now))
    },
    onRefused: setRefused,
  })
  function submit() {
    setTried(true)
    return day ? send({ village: village.code, what, day: day as Day }) : undefined
  }
  return (
    <Sheet open title={words.mediationTitle(village.text)} onClose={onClose}>
      <View>{words.mediationText}</View>
      <DatePicker
        id="mediation-day"
        label={words.day}
        value={day}
        valueText={day && dayText(day as Day, now)}
        onChange={setDay}
        error={tried && !day ? words.dayMissing : (refused ?? wrong.fields.day)}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}
