import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { go, places } from '@/client/places'
import { useMode } from '@/client/session'
import { useWide } from '@/pages/wide'
import { Empty, Page } from '@/ui'
import { commandWords as words } from '@/words/command'
import '../command.css'
import { MatterDesk } from '../desk/matter-desk'
import { useKept } from './kept'
import { List } from './list'
import { useQueue } from './tabs'
import { TopBar } from './top-bar'

/** The command seat's desk: a list by time left and, where there is room, the matter beside it. */
export default function Queue() {
  const [{ tab, text, id }, keep] = useKept(useRouter().params)
  const { list, counts, refresh } = useQueue(tab, text)
  const wide = useWide()
  const next = list.items?.find((row) => row.id !== id)
  return (
    <Page
      wide
      mode={useMode()}
      top={
        <TopBar
          tab={text ? undefined : tab}
          counts={counts}
          text={text}
          onTab={(chosen) => {
            keep({ tab: chosen, text: '' })
            refresh(chosen)
          }}
          onSearch={(wanted) => keep({ text: wanted })}
        />
      }
    >
      <View className="command desk__body">
        <View className="desk__list command__list">
          <List
            tab={text ? 'found' : tab}
            list={list}
            chosen={wide ? id : undefined}
            onChoose={(chosen) => {
              keep({ id: chosen })
              if (!wide) void go(places.commandMatter, { id: chosen })
            }}
          />
        </View>
        {wide && (
          <View className="desk__main">
            {id ? (
              <MatterDesk
                key={id}
                id={id}
                onStep={() => void list.again()}
                onNext={next && (() => keep({ id: next.id }))}
              />
            ) : (
              <Empty icon="inbox" title={words.pickOne} text={words.pickOneText} />
            )}
          </View>
        )}
      </View>
    </Page>
  )
}
