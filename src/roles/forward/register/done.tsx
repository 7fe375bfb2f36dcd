import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { dial, go, isVisit, matterPageOf, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'
import { Button, Card, Heading, type IconName, Item, inPublicOrder, MatterPeople, OneClock, Rows } from '@/ui'
import { PrintSheet, printNow, Slips } from '@/ui/print-sheet'
import { hotline } from '@/words/common'
import { slipPaper } from '@/words/forward'
import { registeredWords as words } from '@/words/register'
import { endText } from '@/words/time'
import { visitRegisterWords as visitWords } from '@/words/visit-page'
import { ReadOut } from '../read-out'
import { Registered } from '../registered'

// Grace, where there is one, is what this person is promised.
const promises = ['aid.grace', 'aid.promise', 'question.answer', 'grievance.accept', 'visit.home']

type Says = { by: (name: string, moment: string) => string; later: string; laterMore: string }
const says: Record<string, Says> = {
  aid: { by: words.says, later: words.later, laterMore: words.laterMore },
  question: {
    by: (_, moment) => words.saysQuestion(moment),
    later: words.laterQuestion,
    laterMore: words.laterQuestionMore,
  },
  grievance: {
    by: (_, moment) => words.saysGrievance(moment),
    later: words.laterGrievance,
    laterMore: words.laterGrievanceMore,
  },
  visit: { by: visitWords.saysHome, later: visitWords.later, laterMore: visitWords.laterMore },
}

const icons: Record<string, IconName> = { aid: 'pen', question: 'ask', grievance: 'report', visit: 'calendar' }

const inBrowser = process.env.TARO_ENV === 'h5'

/** It is written down: what to read out on the telephone, who has it, by when, a slip to take along. */
export function Done({ view, onAnother }: { view: MatterView; onAnother: () => void }) {
  const role = useSession((session) => session.me?.acting.role)
  const now = productNow()
  const say = says[view.kind] ?? says.aid
  const promise = inPublicOrder(view.clocks).find(({ code }) => promises.includes(code))
  // Asked for in custody: with the registration it has been handed over, in time or not.
  const handedOver = view.clocks.find(({ code }) => code === 'aid.handover')
  const by = promise && endText(promise.dueAt, now)
  const { hourText, host, checkIn } = view.detail
  const responsible = view.people.find((person) => person.role === 'responsible') ?? view.people[0]
  return (
    <Registered title={words.title} words={words} onAnother={onAnother}>
      <View className="forward__two">
        <View className="forward__half">
          {view.code && <ReadOut code={view.code} title={words.read} hint={words.codeHint} />}
          {hourText ? (
            <View className="title">{visitWords.saysVisit(hourText, host?.name ?? '')}</View>
          ) : (
            responsible && by && <View className="title">{say?.by(responsible.name, by)}</View>
          )}
          {checkIn && <View>{visitWords.paperDigits(checkIn)}</View>}
          {inBrowser ? (
            <Button icon="paper" text={words.print} onPress={printNow} />
          ) : (
            <View className="soft">{words.printOnComputer}</View>
          )}
        </View>
        <View className="forward__half">
          {promise && (
            <Card>
              <OneClock clock={promise} now={now} />
            </Card>
          )}
          {handedOver && (
            <Card>
              <OneClock clock={handedOver} now={now} />
            </Card>
          )}
          <Heading text={words.who} />
          <MatterPeople people={view.people} onCall={(phone) => void dial(phone)} />
          <Rows>
            <Item
              first
              icon={icons[view.kind] ?? 'matters'}
              name={say?.later ?? ''}
              more={say?.laterMore}
              onPress={() =>
                void go(isVisit(view.id) ? places.visitMatter : matterPageOf(role, view.id), { id: view.id })
              }
            />
          </Rows>
        </View>
      </View>
      {view.code && (
        <PrintSheet>
          <Slips slips={[slipOf(view.code, responsible, hourText ? undefined : by, paperOf(view))]} />
        </PrintSheet>
      )}
    </Registered>
  )
}

type Responsible = MatterView['people'][number] | undefined

/** An hour that was booked, and what she shows when they meet. */
const paperOf = ({ detail: { hourText, checkIn } }: MatterView): string[] => [
  ...(hourText ? [visitWords.paperHour(hourText)] : []),
  ...(checkIn ? [visitWords.paperDigits(checkIn)] : []),
]

const slipOf = (code: string, responsible: Responsible, by: string | undefined, more: readonly string[]) => ({
  code,
  // What it is about isn't for whoever else sees the paper.
  title: slipPaper.title,
  lines: [
    ...more,
    ...(responsible ? [words.paperWho(responsible.name, responsible.phone)] : []),
    ...(by ? [words.paperBy(by)] : []),
    words.paperTrack(hotline),
  ],
})
