import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Output } from '@/contract/actions'
import { Heading, Section } from '@/ui'
import { lawyerWords as words } from '@/words/lawyer'
import { Frame, Read } from '../frame'
import { useReading } from '../reading'
import { readRows } from '../rows'
import { ToldNotice, useTold } from '../told'
import { useMe } from '../who'
import { type Kept, MyMatters } from './my-matters'
import { isOffered } from './next-step'
import { Offer } from './offer'

const PAGE = 20
const EVERY_MS = 30_000
const open = (id: string) => void Taro.navigateTo({ url: `/roles/lawyer/matter/index?id=${encodeURIComponent(id)}` })

/** What waits for his answer, and what he has in hand by urgency. */
export default function Today() {
  const [kept, setKept] = useState<Kept>('open')
  const count = useRef({ open: PAGE, finished: PAGE })
  const { told, done, refused } = useTold()
  const reading = useReading<Output<'desk.list'>>(
    'open',
    () => readRows({ desk: 'lawyer', sort: 'due', open: true }, count.current.open),
    EVERY_MS,
  )
  const finished = useReading<Output<'desk.list'>>(kept === 'finished' ? 'finished' : '', () =>
    readRows({ desk: 'lawyer', sort: 'new', open: false }, count.current.finished),
  )
  const more = (which: Kept) => {
    count.current[which] += PAGE
    return which === 'open' ? reading.load() : finished.load()
  }
  const offers = reading.value?.items.filter(isOffered) ?? []
  const step = (text: string) => {
    done(text)
    return reading.load()
  }
  return (
    <Frame stale={Boolean(reading.value && reading.failed)}>
      <Greeting />
      <ToldNotice told={told} />
      <Read reading={reading}>
        {({ items, next }) => (
          <View className="lawyer__two">
            <Section title={words.asked}>
              {offers.length === 0 && <View className="soft">{words.askedNone}</View>}
              {offers.map((row) => (
                <Offer
                  key={row.id}
                  row={row}
                  onOpen={open}
                  onStep={step}
                  onRefused={(message) => {
                    refused(message)
                    void reading.load()
                  }}
                />
              ))}
            </Section>
            <MyMatters
              kept={kept}
              onKept={setKept}
              open={{ items: items.filter((row) => !isOffered(row)), next }}
              finished={finished}
              onOpen={open}
              onMore={more}
            />
          </View>
        )}
      </Read>
    </Frame>
  )
}

function Greeting() {
  const me = useMe()
  const org = me?.roles.find(({ role, unit }) => role === me.acting.role && unit === me.acting.unit)?.unitName
  return (
    <View>
      <Heading size="big" text={me ? words.hello(me.name) : words.today} />
      <View className="soft">{[words.lawyer, org].filter(Boolean).join('，')}</View>
    </View>
  )
}
