import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { go, matterIn, places } from '@/client/places'
import { useRows } from '@/client/rows'
import { useMode } from '@/client/session'
import { Empty, Page } from '@/ui'
import { organisationWords as words } from '@/words/organisation'
import { MatterDesk } from '../desk/matter-desk'
import '../organisation.css'
import { useWide } from '@/pages/wide'
import { List } from './list'
import { type Tab, TopBar } from './top-bar'

const EVERY_MS = 15_000

/** What was assigned to this firm's lawyers, by time left; where there is room, the matter beside it. */
export default function Assignments() {
  const [tab, setTab] = useState<Tab>('open')
  const [id, setId] = useState(matterIn(useRouter().params))
  const open = useRows({ desk: 'organisation', sort: 'due', open: true }, EVERY_MS)
  const finished = useRows(tab === 'finished' ? { desk: 'organisation', sort: 'new', open: false } : undefined)
  const list = tab === 'open' ? open : finished
  const wide = useWide()
  return (
    <Page wide mode={useMode()} top={<TopBar tab={tab} onTab={setTab} />}>
      <View className="orgdesk desk__body">
        <View className="desk__list orgdesk__list">
          <List
            tab={tab}
            list={list}
            chosen={wide ? id : undefined}
            onChoose={(chosen) => {
              setId(chosen)
              if (!wide) void go(places.organisationMatter, { id: chosen })
            }}
          />
        </View>
        {wide && (
          <View className="desk__main">
            {id ? (
              <MatterDesk key={id} id={id} onStep={() => void list.again()} />
            ) : (
              <Empty icon="inbox" title={words.pickOne} text={words.pickOneText} />
            )}
          </View>
        )}
      </View>
    </Page>
  )
}
