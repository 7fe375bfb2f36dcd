import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useRows } from '@/client/rows'
import { useSession } from '@/client/session'
import { Read } from '@/pages/read'
import { Heading, Section } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import { Frame } from '../frame'
import { type Kept, MyMatters } from './my-matters'
import { isOffered } from './next-step'
import { Offer } from './offer'

const EVERY_MS = 30_000
const open = (id: string) => void Taro.navigateTo({ url: `/roles/lawyer/matter/index?id=${encodeURIComponent(id)}` })

/** What waits for his answer, and what he has in hand by urgency. */
export default function Today() {
  const [kept, setKept] = useState<Kept>('open')
  const { told, done, refused } = useTold()
  const mine = useRows({ desk: 'lawyer', sort: 'due', open: true }, EVERY_MS)
  const finished = useRows(kept === 'finished' ? { desk: 'lawyer', sort: 'new', open: false } : undefined)
  const offers = mine.items?.filter(isOffered) ?? []
  const step = (text: string) => {
    done(text)
    return mine.again()
  }
  return (
    <Frame stale={Boolean(mine.items && mine.failed)}>
      <Greeting />
      <ToldNotice told={told} />
      <Read value={mine.items} failed={mine.failed} again={mine.again}>
        {(items) => (
          <View className={offers.length > 0 ? 'lawyer__two' : 'stack stack--l'}>
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
                    void mine.again()
                  }}
                />
              ))}
            </Section>
            <MyMatters
              kept={kept}
              onKept={setKept}
              open={{ ...mine, items: items.filter((row) => !isOffered(row)) }}
              finished={finished}
              onOpen={open}
            />
          </View>
        )}
      </Read>
    </Frame>
  )
}

function Greeting() {
  const me = useSession((session) => session.me)
  const org = me?.roles.find(({ role, unit }) => role === 'lawyer' && unit === me.acting.unit)?.unitName
  if (me?.acting.role !== 'lawyer') return <Heading size="big" text={words.today} />
  return (
    <View>
      <Heading size="big" text={words.hello(me.name)} />
      <View className="soft">{[words.lawyer, org].filter(Boolean).join('，')}</View>
    </View>
  )
}
