import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { Read } from '@/pages/read'
import { Empty, Heading, Item, Rows } from '@/ui'
import { commonWords } from '@/words/common'
import { leavePageWords as words } from '@/words/my-data'
import { momentText } from '@/words/time'
import { Leaf } from '../leaf'
import { Correct } from './correct'
import { CloseAccount, Erase } from './erase'
import { TakeAway } from './take-away'

/** A copy of everything, what is wrong put right, what may go forgotten; and what became of each request. */
export default function Leave() {
  const ward = useRouter().params.ward
  const me = useSession((session) => session.me)
  const of = { ...(ward && { ward }) }
  const { value, failed, again } = useAsk('me.requests', me ? of : undefined)
  const [round, setRound] = useState(0)
  const erased = () => {
    // What is gone stands on no list of this page any more.
    setRound(round + 1)
    void again()
  }
  const staff = me?.roles.some(({ role }) => role !== 'resident')
  return (
    <Leaf title={words.page} strip={value && failed ? commonWords.offline : undefined}>
      <TakeAway ward={ward} />
      {!ward && <Correct key={round} onDone={() => void again()} />}
      <Erase ward={ward} onDone={erased} />
      {!ward && !staff && <CloseAccount />}
      <Heading text={words.requests} />
      <Read value={value} failed={failed} again={again} cards={1} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="inbox" title={words.requestsNone} />
          ) : (
            <Rows>
              {items.map(({ id, whatText, stateText, at, text, to, answer, items: parts }, n) => (
                <Item
                  key={id}
                  first={n === 0}
                  strong
                  name={`${whatText}，${stateText}`}
                  more={momentText(at, productNow())}
                >
                  {text && <View>{text}</View>}
                  {to && !answer && <View className="soft">{words.waiting(to)}</View>}
                  {answer && <View>{words.answered(answer.by, answer.text)}</View>}
                  {parts.map(({ title, matter, text: why }) => (
                    <View key={`${matter} ${title}`} className="small">
                      {words.item(title, why)}
                    </View>
                  ))}
                </Item>
              ))}
            </Rows>
          )
        }
      </Read>
    </Leaf>
  )
}
