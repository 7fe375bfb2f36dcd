import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { dial, go, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'
import { Button, Card, Heading, Item, MatterPeople, OneClock, Rows } from '@/ui'
import { PrintSheet, printNow, Slips } from '@/ui/print-sheet'
import { hotline } from '@/words/common'
import { slipPaper } from '@/words/forward'
import { noticeDoneWords as words } from '@/words/notice-form'
import { endText } from '@/words/time'
import { ReadOut } from '../read-out'
import { Registered } from '../registered'

const inBrowser = process.env.TARO_ENV === 'h5'
/** It is registered: the code for organ and family, who finds a lawyer, until when. */
export function Done({ view, onAnother }: { view: MatterView; onAnother: () => void }) {
  const role = useSession((session) => session.me?.acting.role)
  const now = productNow()
  const clock = view.clocks.find(({ code }) => code === 'aid.assign')
  const by = clock && endText(clock.dueAt, now)
  const responsible = view.people.find((person) => person.role === 'responsible')
  const assigns = view.can.some(({ action }) => action === 'aid.assign')
  return (
    <Registered title={words.title} words={words} onAnother={onAnother}>
      <View className="forward__two">
        <View className="forward__half">
          {view.code && <ReadOut code={view.code} title={words.read} hint={words.codeHint} />}
          {responsible && by && <View className="title">{words.by(responsible.name, by)}</View>}
          {inBrowser ? (
            <Button icon="paper" text={words.print} onPress={printNow} />
          ) : (
            <View className="soft">{words.printOnComputer}</View>
          )}
        </View>
        <View className="forward__half">
          {clock && (
            <Card>
              <OneClock clock={clock} now={now} />
            </Card>
          )}
          <Heading text={words.who} />
          <MatterPeople people={view.people} onCall={(phone) => void dial(phone)} />
          <Rows>
            <Item
              first
              icon="person"
              name={assigns ? words.assign : words.look}
              more={assigns ? words.assignMore : words.lookMore}
              onPress={() => void go(matterPageOf(role, view.id), { id: view.id })}
            />
          </Rows>
        </View>
      </View>
      {view.code && (
        <PrintSheet>
          <Slips
            slips={[
              {
                code: view.code,
                // What it is about isn't for whoever else sees the paper.
                title: slipPaper.title,
                lines: [
                  ...(responsible ? [words.paperWho(responsible.name, responsible.phone)] : []),
                  ...(by ? [words.paperBy(by)] : []),
                  words.paperTrack(hotline),
                ],
              },
            ]}
          />
        </PrintSheet>
      )}
    </Registered>
  )
}
