import { Text, View } from '@tarojs/components'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { Button, Card, Notice } from '@/ui'
import { PrintSheet, printNow, Slips } from '@/ui/print-sheet'
import { hotline } from '@/words/common'
import { slipPaper } from '@/words/forward'
import { groupWords as words } from '@/words/group-claim'
import { groupedCode } from '@/words/matter-page'
import { registeredWords } from '@/words/register'
import { Registered } from '../registered'
import type { Receipt } from './send'

const inBrowser = process.env.TARO_ENV === 'h5'
/** Who is entered, each with his code; who isn't, and why. */
export function Done({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }) {
  const role = useSession(({ me }) => me?.acting.role)
  const nameOf = (nth: number) => receipt.people[nth - 1]?.applicant.name ?? ''
  const entered = receipt.items.flatMap((each) => ('id' in each ? [each] : []))
  const first = entered[0]?.id
  const missed = receipt.items.flatMap((each) => ('id' in each ? [] : [each]))
  return (
    <Registered
      title={missed.length > 0 ? words.doneSome(entered.length, missed.length) : words.done(entered.length)}
      words={words}
      onAnother={onAnother}
    >
      {missed.map(({ nth, message }) => (
        <Notice key={nth} tone="red">
          {words.notDone(nameOf(nth), message)}
        </Notice>
      ))}
      <View className="soft">{words.doneText}</View>
      <View className="forward__codes">
        {entered.map(({ nth, id, code }) => (
          <Card key={id}>
            <Text className="block">{words.rowAt(nth, nameOf(nth))}</Text>
            <Text className="block forward__slip" selectable userSelect>
              {groupedCode(code)}
            </Text>
          </Card>
        ))}
      </View>
      <View className="btns">
        {inBrowser && <Button share="half" icon="paper" text={words.print} onPress={printNow} />}
        {role === 'centre' && (
          <Button
            share="half"
            icon="person"
            text={words.together}
            onPress={() => void go(places.centreBatch, first ? { with: first } : {})}
          />
        )}
      </View>
      <PrintSheet>
        <Slips
          slips={entered.map(({ nth, code }) => ({
            code,
            title: slipPaper.title,
            lines: [words.paperName(nameOf(nth)), registeredWords.paperTrack(hotline)],
          }))}
        />
      </PrintSheet>
    </Registered>
  )
}
