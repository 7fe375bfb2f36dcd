import { Input, ScrollView, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { go, type Place, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import type { Role } from '@/domain/decider'
import { Button, classes, Icon, type IconName, Link, Press, StageTag } from '@/ui'
import { roleTexts } from '@/words/aid'
import { commandTabTexts, commandWords as words } from '@/words/command'
import { type Count, type Tab, tabs } from './tabs'

type Props = {
  /** None while something is searched for. */
  tab?: Tab
  counts: Partial<Record<Tab, Count>>
  text: string
  onTab: (tab: Tab) => void
  onSearch: (text: string) => void
}

export function TopBar({ tab, counts, text, onTab, onSearch }: Props) {
  const demo = useSession((session) => session.demo)
  return (
    <View className="desk__top">
      <View className="row row--tight command__brand">
        <Text className="lead">{words.desk}</Text>
        {demo && <StageTag tone="amber" text={words.demo} />}
      </View>
      <Me />
      <Search text={text} onSearch={onSearch} />
      <Doors />
      <Nav tab={tab} counts={counts} onTab={onTab} />
    </View>
  )
}

/** One line that is swiped on a phone; the chosen one is brought into sight. */
function Nav({ tab, counts, onTab }: Pick<Props, 'tab' | 'counts' | 'onTab'>) {
  return (
    <ScrollView className="command__nav" scrollX scrollIntoView={tab && idOf(tab)} enableFlex showScrollbar={false}>
      <View className="command__tabs" ariaRole="tablist" ariaLabel={words.tabs}>
        {tabs.map((each) => (
          <Press
            key={each}
            id={idOf(each)}
            className={classes('navlink command__tab', each === tab && 'navlink--on')}
            onClick={() => onTab(each)}
            ariaRole="tab"
            ariaSelected={each === tab}
          >
            <Text>{commandTabTexts[each].name}</Text>
            {counts[each] && <Text>{countText(counts[each])}</Text>}
          </Press>
        ))}
      </View>
    </ScrollView>
  )
}

const idOf = (tab: Tab) => `tab-${tab}`
const countText = ({ known, atLeast }: Count) => (atLeast ? `${known}+` : String(known))

type DoorRow = { text: string; icon: IconName; place: Place; home?: true }
const doorsOf: Partial<Record<Role, readonly DoorRow[]>> = {
  command: [
    { text: words.register, icon: 'plus', place: places.register },
    { text: words.catalogue, icon: 'matters', place: places.catalogue },
    { text: words.knowledge, icon: 'info', place: places.knowledgeDesk },
    { text: words.rota, icon: 'calendar', place: places.dutyMonth },
  ],
  supervisor: [
    { text: words.overview, icon: 'chart', place: places.overview, home: true },
    { text: words.papers, icon: 'paper', place: places.watchPapers },
    { text: words.objections, icon: 'returned', place: places.objections },
  ],
}

/** A call comes in; or the catalogue, the questions and answers, the month have to be looked up. */
function Doors() {
  const role = useSession(({ me }) => me?.acting.role)
  const doors = (role && doorsOf[role]) ?? []
  return (
    <View className="row row--tight row--wrap command__doors">
      {doors.map(({ text, icon, place, home }) => (
        <Button
          key={place}
          small
          icon={icon}
          className="command__door"
          text={text}
          onPress={() => void (home ? restart(place) : go(place))}
        />
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
    <View className="field__box command__search">
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
        <Press className="command__clear" onClick={() => onSearch('')} ariaLabel={words.searchClear}>
          <Icon name="close" size="s" />
        </Press>
      )}
    </View>
  )
}

function Me() {
  const me = useSession((session) => session.me)
  if (!me) return null
  const { role } = me.acting
  const name = role === 'command' ? me.name : `${me.name} ${roleTexts[role] ?? ''}`
  return <Link plain small className="command__me" icon="person" text={name} onPress={() => void go(places.me)} />
}
