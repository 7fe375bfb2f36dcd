import { Input, ScrollView, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { go, type Place, places } from '@/client/places'
import { useSession } from '@/client/session'
import { organNamed } from '@/domain/organ'
import { Button, classes, Icon, type IconName, Link, Press, StageTag } from '@/ui'
import { roleTexts } from '@/words/aid'
import { unitTabTexts, unitDeskWords as words } from '@/words/unit-desk'
import type { Count, UnitRole } from './rows'
import { type Tab, tabs } from './tab-of'

type Props = {
  role: UnitRole
  /** None while something is searched for. */
  tab?: Tab
  counts: Partial<Record<Tab, Count>>
  text: string
  onTab: (tab: Tab) => void
  onSearch: (text: string) => void
}

export function TopBar({ role, tab, counts, text, onTab, onSearch }: Props) {
  const me = useSession((session) => session.me)
  const demo = useSession((session) => session.demo)
  const unit = me?.roles.find((held) => held.role === role && held.unit === me.acting.unit)?.unitName
  return (
    <View className="desk__top">
      <View className="row row--tight row--wrap unitdesk__brand">
        <Text className="lead unitdesk__title">{unit ?? roleTexts[role] ?? words.page}</Text>
        {demo && <StageTag tone="amber" text={words.demo} />}
      </View>
      {me && (
        <Link plain small className="unitdesk__me" icon="person" text={me.name} onPress={() => void go(places.me)} />
      )}
      <Search text={text} onSearch={onSearch} />
      <Doors role={role} unit={unit} />
      <Nav tab={tab} counts={counts} onTab={onTab} />
    </View>
  )
}

/** One line that is swiped on a phone; the chosen one is brought into sight. */
function Nav({ tab, counts, onTab }: Pick<Props, 'tab' | 'counts' | 'onTab'>) {
  return (
    <ScrollView className="unitdesk__nav" scrollX scrollIntoView={tab && idOf(tab)} enableFlex showScrollbar={false}>
      <View className="unitdesk__tabs" ariaRole="tablist" ariaLabel={words.tabs}>
        {tabs.map((each) => (
          <Press
            key={each}
            id={idOf(each)}
            className={classes('navlink unitdesk__tab', each === tab && 'navlink--on')}
            onClick={() => onTab(each)}
            ariaRole="tab"
            ariaSelected={each === tab}
          >
            <Text>{unitTabTexts[each].name}</Text>
            {counts[each] && <Text>{countText(counts[each])}</Text>}
          </Press>
        ))}
      </View>
    </ScrollView>
  )
}

const idOf = (tab: Tab) => `tab-${tab}`
const countText = ({ known, atLeast }: Count) => (atLeast ? `${known}+` : String(known))

type DoorRow = { text: string; icon: IconName; place: Place }
const register: DoorRow = { text: words.register, icon: 'plus', place: places.register }
const notice: DoorRow = { text: words.notice, icon: 'inbox', place: places.criminalNotice }
const bulletin: DoorRow = { text: words.bulletin, icon: 'chart', place: places.bulletin }
const visits: DoorRow = { text: words.visits, icon: 'calendar', place: places.visitDesk }
const doorsOf: Record<UnitRole, readonly DoorRow[]> = {
  village: [bulletin],
  town: [register, visits, bulletin],
  department: [register, bulletin],
}

/** A call comes in; or how the unit stands in the month has to be looked up. Notices come from who handles such cases. */
function Doors({ role, unit }: { role: UnitRole; unit: string | undefined }) {
  const notifies = role === 'department' && organNamed(unit) !== undefined
  return (
    <View className="row row--tight row--wrap unitdesk__doors">
      {[...(notifies ? [notice] : []), ...doorsOf[role]].map(({ text, icon, place }) => (
        <Button key={place} small icon={icon} className="unitdesk__door" text={text} onPress={() => void go(place)} />
      ))}
    </View>
  )
}

const SETTLED_MS = 400

/** Looks when the typing pauses. */
function Search({ text, onSearch }: Pick<Props, 'text' | 'onSearch'>) {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts a search
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === text) return
    const settled = setTimeout(() => onSearch(wanted), SETTLED_MS)
    return () => clearTimeout(settled)
  }, [typed])
  return (
    <View className="field__box unitdesk__search">
      <Icon name="search" size="s" />
      <Input
        className="field__entry"
        value={typed}
        maxlength={40}
        placeholder={words.search}
        placeholderClass="field__blank"
        ariaLabel={words.search}
        confirmType="search"
        onInput={(event) => setTyped(event.detail.value)}
      />
      {typed && (
        <Press className="unitdesk__clear" onClick={() => onSearch('')} ariaLabel={words.searchClear}>
          <Icon name="close" size="s" />
        </Press>
      )}
    </View>
  )
}
