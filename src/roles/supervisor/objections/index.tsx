import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { go, matterIn, places, replace } from '@/client/places'
import { useRows } from '@/client/rows'
import { Read } from '@/pages/read'
import { useWide } from '@/pages/wide'
import { Button, ClockLine, clockTone, Empty, Heading, Item, Link, Rows, StageTag, stageTone } from '@/ui'
import { commonWords } from '@/words/common'
import { objectionWords as words } from '@/words/supervisor-grievance'
import { momentText } from '@/words/time'
import { Frame } from '../frame'
import { Ruling } from './ruling'

const EVERY_MS = 30_000

/** Results that somebody says are wrong: the oldest first, each with what was said and what came of it. */
export default function Objections() {
  const asked = matterIn(useRouter().params)
  const [id, setId] = useState(asked)
  const list = useRows({ desk: 'objections', kind: 'grievance' }, EVERY_MS)
  const wide = useWide()
  const alone = asked !== '' && !wide
  return (
    <Frame tab="objections" stale={Boolean(list.items && list.failed)}>
      <View>
        <Heading level={1} text={words.title} />
        <View className="soft">{words.what}</View>
        {alone && <Link icon="back" text={commonWords.back} onPress={() => void replace(places.objections)} />}
      </View>
      <View className="watch__two watch__part">
        {!alone && (
          <Read value={list.items} failed={list.failed} again={list.again} cards={2}>
            {(rows) => (
              <View className="stack">
                {rows.length === 0 && !list.more && <Empty icon="inbox" title={words.none} text={words.noneText} />}
                {rows.length > 0 && (
                  <Rows>
                    {rows.map(({ id: each, title, place, createdAt, stage, stageText, clock }, at) => (
                      <Item
                        key={each}
                        first={at === 0}
                        strong
                        name={title}
                        more={words.at(place.text, momentText(createdAt, productNow()))}
                        onPress={() => (wide ? setId(each) : void go(places.objections, { id: each }))}
                      >
                        <StageTag text={stageText} tone={stageTone(stage)} />
                        {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
                      </Item>
                    ))}
                  </Rows>
                )}
                {list.more && <Button text={commonWords.more} onPress={list.more} />}
              </View>
            )}
          </Read>
        )}
        {id ? (
          <Ruling key={id} id={id} onRuled={() => void list.again()} />
        ) : (
          wide &&
          list.items &&
          list.items.length > 0 && <Empty icon="inbox" title={words.pickOne} text={words.pickOneText} />
        )}
      </View>
    </Frame>
  )
}
