import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { go, isQuestion, isVisit, places } from '@/client/places'
import { useMode } from '@/client/session'
import { Empty, Page } from '@/ui'
import { centreWords as words } from '@/words/centre'
import '../centre.css'
import { useWide } from '@/pages/wide'
import { MatterDesk } from '../desk/matter-desk'
import { useKept } from './kept'
import { List } from './list'
import { useQueue } from './tabs'
import { TopBar } from './top-bar'

const openAlone = (id: string) =>
  void Taro.navigateTo({ url: `/roles/centre/matter/index?id=${encodeURIComponent(id)}` })

/** What has pages of its own isn't drawn beside the list. */
const elsewhere = (id: string, wide: boolean) =>
  isQuestion(id) ? places.dutyQuestion : isVisit(id) ? (wide ? places.visitDesk : places.visitAtDesk) : undefined

/** The centre's desk: a list by time left and, where there is room, the matter beside it. */
export default function Queue() {
  const [{ tab, text, id }, keep] = useKept(useRouter().params)
  const { list, counts, refresh } = useQueue(tab, text)
  const wide = useWide()
  const next = list.items?.find((row) => row.id !== id && !elsewhere(row.id, wide))
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
      <View className="queue desk__body">
        <View className="desk__list queue__list">
          <List
            tab={text ? 'found' : tab}
            list={list}
            chosen={wide ? id : undefined}
            onChoose={(chosen) => {
              const page = elsewhere(chosen, wide)
              if (page) return void go(page, { id: chosen })
              keep({ id: chosen })
              if (!wide) openAlone(chosen)
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
