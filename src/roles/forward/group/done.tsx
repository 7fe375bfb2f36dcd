import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { go, homeOf, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { BottomBar, Button, Card, goTo, Heading, Icon, Notice } from '@/ui'
import { PrintSheet, printNow, Slips } from '@/ui/print-sheet'
import { hotline } from '@/words/common'
import { slipPaper } from '@/words/forward'
import { groupWords as words } from '@/words/group-claim'
import { groupedCode } from '@/words/matter-page'
import { registeredWords } from '@/words/register'
import { Frame } from '../frame'
import type { Receipt } from './send'

const inBrowser = process.env.TARO_ENV === 'h5'
// A browser lets focus onto a plain element only with this; weapp has no such thing.
const focusable = inBrowser ? { tabIndex: -1 } : {}

/** Who is entered, each with his code; who isn't, and why. */
export function Done({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }) {
  const role = useSession(({ me }) => me?.acting.role)
  const nameOf = (nth: number) => receipt.people[nth - 1]?.applicant.name ?? ''
  const entered = receipt.items.flatMap((each) => ('id' in each ? [each] : []))
  const missed = receipt.items.flatMap((each) => ('id' in each ? [] : [each]))
  useEffect(() => {
    if (inBrowser) goTo('registered')
  }, [])
  return (
    <Frame
      behind={role && homeOf(role)}
      foot={
        <BottomBar>
          <Button kind="main" icon="plus" text={words.another} onPress={onAnother} />
          {role && <Button kind="text" text={words.list} onPress={() => restart(homeOf(role))} />}
        </BottomBar>
      }
    >
      <View id="registered" className="row row--tight" ariaRole="status" {...focusable}>
        <View className="glad">
          <Icon name="done" size="l" />
        </View>
        <Heading
          size="big"
          text={missed.length > 0 ? words.doneSome(entered.length, missed.length) : words.done(entered.length)}
        />
      </View>
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
          <Button share="half" icon="person" text={words.together} onPress={() => void go(places.centreBatch)} />
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
    </Frame>
  )
}
