import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call, whatWentWrong } from '@/client/call'
import { keepFile } from '@/client/made-file'
import { back, go, homeOf, matterIn, matterPageOf, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import type { PaperView } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Buttons, Card, Heading, Link, Notice, Page, PrintSheet, printNow, StageTag, Strip, Tags } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { commonWords } from '@/words/common'
import { paperPageWords as words } from '@/words/paper-page'
import { durationText } from '@/words/time'
import '../papers.css'
import { Acts } from './acts'
import { Letter } from './letter'

const inBrowser = process.env.TARO_ENV === 'h5'

/** One of 三单一函 as it is printed; signed, received and answered here. */
export default function Paper() {
  const id = matterIn(useRouter().params)
  const asked = useAsk('notice.paper', { paper: id })
  const role = useSession(({ me }) => me?.acting.role)
  const demo = useSession((session) => session.demo)
  const { told, done, refused } = useTold()
  const after = (say: (text: string) => void) => (text: string) => {
    say(text)
    void asked.again()
  }
  return (
    <Page
      wide
      mode={useMode()}
      label={asked.value ? undefined : words.page}
      top={demo && <Strip icon="info" text={commonWords.demo} />}
    >
      <View className="paper">
        {inBrowser && (
          <View>
            <Link
              plain
              icon="back"
              text={commonWords.back}
              onPress={() => void back(role ? homeOf(role) : places.home)}
            />
          </View>
        )}
        <ToldNotice told={told} />
        <Read {...asked} cards={1} lines={8}>
          {(paper) => (
            <>
              <Head paper={paper} />
              <Card>
                <Letter paper={paper} />
              </Card>
              <Acts paper={paper} onDone={after(done)} onRefused={after(refused)} />
              <Out paper={paper} />
              <View>
                <Link
                  text={words.matter}
                  onPress={() => void go(matterPageOf(role, paper.matter), { id: paper.matter })}
                />
              </View>
              <PrintSheet>
                <View className="paper-letter">
                  <Letter paper={paper} />
                </View>
              </PrintSheet>
            </>
          )}
        </Read>
      </View>
    </Page>
  )
}

function Head({ paper }: { paper: PaperView }) {
  const { no, title, state, stateText, lateBy, issuedAt, signs, signsNeeded, can } = paper
  const waits = state === 'draft'
  return (
    <View className="stack stack--s">
      <Tags>
        <StageTag text={stateText} tone={waits ? 'amber' : 'blue'} />
      </Tags>
      <Heading size="big" level={1} text={no ?? title} />
      {lateBy && <View className="soft">{words.late(durationText(lateBy))}</View>}
      {!issuedAt && <View className="soft">{words.draft}</View>}
      {waits && signsNeeded > 0 && <View>{words.signs(signs.length, signsNeeded)}</View>}
      {waits && signs.length > 0 && !can.includes('notice.sign') && <Notice>{words.own}</Notice>}
    </View>
  )
}

/** Onto paper, or as a document that can be sent on. */
function Out({ paper }: { paper: PaperView }) {
  const [told, setTold] = useState<{ good: boolean; text: string }>()
  async function keep() {
    setTold(undefined)
    const answer = await call('notice.document', { id: paper.matter, paper: paper.id })
    const kept = answer.ok && (await keepFile(answer.value))
    setTold({ good: kept, text: kept ? words.documentMade : answer.ok ? words.documentFailed : whatWentWrong(answer) })
  }
  return (
    <View className="stack">
      <Buttons>
        {inBrowser && <Button share="half" icon="paper" text={words.print} onPress={printNow} />}
        <Button share="half" icon="down" text={words.document} onPress={keep} />
      </Buttons>
      {!inBrowser && <View className="small soft">{words.onPhone}</View>}
      {told && (
        <Notice tone={told.good ? 'green' : 'amber'} said>
          {told.text}
        </Notice>
      )}
    </View>
  )
}
