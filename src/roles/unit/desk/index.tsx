import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { go, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { PaperRows } from '@/pages/paper-rows'
import { UnitPlaces } from '@/pages/unit-places'
import { useWide } from '@/pages/wide'
import { Empty, Page } from '@/ui'
import { commonWords } from '@/words/common'
import { unitTabTexts, unitDeskWords as words } from '@/words/unit-desk'
import '../unit.css'
import { MatterDesk } from '../whole/matter-desk'
import { useKept } from './kept'
import { List, ListName } from './list'
import { OnDuty } from './on-duty'
import { isUnitRole, type UnitRole, useDesk } from './rows'
import { TopBar } from './top-bar'

/** The desk of a village, a town or a department: what lies with the unit, by time left. */
export default function Desk() {
  const mode = useMode()
  const role = useSession(({ me }) => me?.acting.role)
  if (isUnitRole(role)) return <Known role={role} />
  const asked = role
    ? { title: words.notUnit, text: words.notUnitText }
    : { title: words.signIn, text: words.signInText }
  const way = role ? commonWords.otherRole : commonWords.signIn
  return (
    <Page wide mode={mode} label={words.page}>
      <Empty icon={role ? 'swap' : 'person'} {...asked} action={{ text: way, onPress: () => void go(places.me) }} />
    </Page>
  )
}

function Known({ role }: { role: UnitRole }) {
  const [{ tab, text, id }, keep] = useKept(useRouter().params)
  const { list, counts, again } = useDesk(role, tab, text)
  const wide = useWide()
  const next = list.items?.find((row) => row.id !== id)
  const papers = tab === 'papers' && !text
  return (
    <Page
      wide
      mode={useMode()}
      top={
        <TopBar
          role={role}
          tab={text ? undefined : tab}
          counts={counts}
          text={text}
          onTab={(chosen) => {
            keep({ tab: chosen, text: '' })
            again()
          }}
          onSearch={(wanted) => keep({ text: wanted })}
        />
      }
      foot={<UnitPlaces tab="unit" />}
    >
      <View className="unitdesk desk__body">
        <View className="desk__list unitdesk__list">
          {papers ? (
            <>
              <ListName tab="papers" />
              <View className="unitdesk__bones">
                <PaperRows none={unitTabTexts.papers.none} />
              </View>
            </>
          ) : (
            <List
              tab={text ? 'found' : tab === 'papers' ? 'all' : tab}
              list={list}
              chosen={wide ? id : undefined}
              onChoose={(chosen) => {
                keep({ id: chosen })
                if (!wide) void go(places.unitMatter, { id: chosen })
              }}
            />
          )}
          {role === 'village' && <OnDuty />}
        </View>
        {wide && (
          <View className="desk__main">
            {id ? (
              <MatterDesk key={id} id={id} onStep={again} onNext={next && (() => keep({ id: next.id }))} />
            ) : (
              <Empty icon="inbox" title={words.pickOne} text={words.pickOneText} />
            )}
          </View>
        )}
      </View>
    </Page>
  )
}
