import { View } from '@tarojs/components'
import { useState } from 'react'
import { go, places } from '@/client/places'
import { useRows } from '@/client/rows'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { ClockLine, clockTone, Heading, Item, Rows, Section } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import { Frame } from '../frame'
import { isHeld } from '../held'
import { type Kept, MyMatters } from './my-matters'
import { isOffered, nextStep } from './next-step'
import { Offer } from './offer'

const EVERY_MS = 30_000
const open = (id: string) => void go(places.lawyerMatter, { id })

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
          <View className="stack stack--l">
            <Soonest rows={items} />
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
          </View>
        )}
      </Read>
    </Frame>
  )
}

/** What he has in hand and is due before anything that waits for his answer: it mustn't hide below the questions. */
function Soonest({ rows }: { rows: MatterRow[] }) {
  const first = rows.find((row) => !isOffered(row) && !isHeld(row))
  const asked = rows.find(isOffered)
  if (!first?.clock || !asked || (asked.clock && asked.clock.dueAt <= first.clock.dueAt)) return null
  return (
    <Section title={words.soonest}>
      <Rows>
        <Item strong first name={nextStep(first)} more={first.place.text} onPress={() => open(first.id)}>
          <ClockLine tone={clockTone(first.clock)} word={first.clock.word} due={first.clock.dueText} />
        </Item>
      </Rows>
    </Section>
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
