import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, matterPageOf, places } from '@/client/places'
import { useRows } from '@/client/rows'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import { HandOver } from '@/pages/duty/hand-over'
import { Incoming, isAsked } from '@/pages/duty/incoming'
import { dutySpan, OnDuty } from '@/pages/duty/on-duty'
import { Read } from '@/pages/read'
import { ClockLine, clockTone, Heading, Item, Link, Notice, Rows, Section } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { commonWords } from '@/words/common'
import { dutyWords } from '@/words/duty'
import { lawyerWords as words } from '@/words/lawyer'
import { Frame } from '../frame'
import { isHeld } from '../held'
import { type Kept, MyMatters } from './my-matters'
import { isOffered, nextStep } from './next-step'
import { Offer } from './offer'

const EVERY_MS = 30_000
// Somebody waits for the answer to a question.
const SOON_MS = 4_000
const open = (id: string) => void go(matterPageOf('lawyer', id), { id })
const LATE = '9999'
const byDue = (a: MatterRow, b: MatterRow) => ((a.clock?.dueAt ?? LATE) < (b.clock?.dueAt ?? LATE) ? -1 : 1)

/** His duty, what waits for his answer, and what he has in hand by urgency. */
export default function Today() {
  const [kept, setKept] = useState<Kept>('open')
  const { told, done, refused } = useTold()
  const [span] = useState(() => dutySpan(productNow()))
  const duty = useAsk('rota.mine', span, EVERY_MS)
  const all = useRows({ desk: 'lawyer', sort: 'due', open: true }, EVERY_MS)
  const questions = useRows({ desk: 'lawyer', kind: 'question', sort: 'due', open: true }, SOON_MS)
  const finished = useRows(kept === 'finished' ? { desk: 'lawyer', sort: 'new', open: false } : undefined)
  const rows = all.items?.filter(({ kind }) => kind !== 'question')
  const hand =
    rows && [...(questions.items ?? []), ...rows].filter((row) => !isAsked(row) && !isOffered(row)).sort(byDue)
  const offers = rows?.filter(isOffered) ?? []
  const again = async () => void (await Promise.all([all.again(), questions.again()]))
  const step = (text: string) => {
    done(text)
    return again()
  }
  const lost = (message: string) => {
    refused(message)
    void again()
  }
  const dutySteps = {
    onDone: (text: string) => {
      done(text)
      void duty.again()
    },
    onRefused: (message: string) => {
      refused(message)
      void duty.again()
    },
  }
  return (
    <Frame stale={Boolean(all.items && (all.failed || questions.failed))}>
      <Greeting />
      <ToldNotice told={told} />
      {!duty.value && duty.failed && !all.failed && (
        <Notice tone="amber">
          <View>{dutyWords.unread}</View>
          <Link text={commonWords.again} onPress={() => void duty.again()} />
        </Notice>
      )}
      {duty.value && <OnDuty mine={duty.value} onMonth={() => void go(places.dutyMonth)} {...dutySteps} />}
      <Rows>
        <Item
          first
          icon="calendar"
          name={words.visits}
          more={words.visitsText}
          onPress={() => void go(places.visitDesk)}
        />
      </Rows>
      <View className="lawyer__two">
        <View className="stack stack--l">
          {(questions.items || !all.failed) && (
            <Read value={questions.items} failed={questions.failed} again={again} cards={1}>
              {(asked) => <Incoming rows={asked} onStep={step} onRefused={lost} />}
            </Read>
          )}
          {offers.length > 0 && (
            <Section title={words.asked}>
              {offers.map((row) => (
                <Offer key={row.id} row={row} onOpen={open} onStep={step} onRefused={lost} />
              ))}
            </Section>
          )}
        </View>
        <View className="stack stack--l">
          <Read value={hand} failed={all.failed} again={again}>
            {(items) => (
              <>
                <Soonest rows={items} offers={offers} />
                <MyMatters kept={kept} onKept={setKept} open={{ ...all, items }} finished={finished} onOpen={open} />
              </>
            )}
          </Read>
          {duty.value && <HandOver mine={duty.value} {...dutySteps} />}
        </View>
      </View>
    </Frame>
  )
}

/** What he has in hand and is due before anything that waits for his answer: it mustn't hide below the questions. */
function Soonest({ rows, offers }: { rows: MatterRow[]; offers: MatterRow[] }) {
  const first = rows.find((row) => !isHeld(row))
  const [asked] = offers
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
      <Heading size="lead" level={1} text={words.hello(me.name)} />
      <View className="soft">{[words.lawyer, org].filter(Boolean).join('，')}</View>
    </View>
  )
}
