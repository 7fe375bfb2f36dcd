import { Input, ScrollView, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { go, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { Button, classes, Icon, Link, Press, StageTag } from '@/ui'
import { roleTexts } from '@/words/aid'
import { tabTexts, centreWords as words } from '@/words/centre'
import { ledgerWords } from '@/words/ledger'
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
      <View className="row row--tight queue__brand">
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
    <ScrollView className="queue__nav" scrollX scrollIntoView={tab && idOf(tab)} enableFlex showScrollbar={false}>
      <View className="queue__tabs" ariaRole="tablist" ariaLabel={words.tabs}>
        {tabs.map((each) => (
          <Press
            key={each}
            id={idOf(each)}
            className={classes('navlink queue__tab', each === tab && 'navlink--on')}
            onClick={() => onTab(each)}
            ariaRole="tab"
            ariaSelected={each === tab}
          >
            <Text>{tabTexts[each].name}</Text>
            {counts[each] && <Text>{countText(counts[each])}</Text>}
          </Press>
        ))}
      </View>
    </ScrollView>
  )
}

const idOf = (tab: Tab) => `tab-${tab}`

/** Somebody stands at the counter or calls; or blank slips are wanted. */
function Doors() {
  const role = useSession(({ me }) => me?.acting.role)
  const rota = (
    <Button small icon="calendar" className="queue__door" text={words.rota} onPress={() => void go(places.rotaBoard)} />
  )
  const visits = (
    <Button small icon="person" className="queue__door" text={words.visits} onPress={() => void go(places.visitDesk)} />
  )
  const ledger = (
    <Button
      small
      icon="paper"
      className="queue__door"
      text={ledgerWords.open}
      onPress={() => void go(places.centreLedger)}
    />
  )
  if (role !== 'centre')
    return (
      <View className="row row--tight row--wrap queue__doors">
        {role === 'supervisor' && (
          <Button
            small
            icon="chart"
            className="queue__door"
            text={words.overview}
            onPress={() => void restart(places.overview)}
          />
        )}
        {rota}
        {visits}
        {role === 'supervisor' && ledger}
      </View>
    )
  return (
    <View className="row row--tight row--wrap queue__doors">
      <Button
        small
        icon="plus"
        className="queue__door"
        text={words.register}
        onPress={() => void go(places.register)}
      />
      <Button
        small
        icon="inbox"
        className="queue__door"
        text={words.notice}
        onPress={() => void go(places.criminalNotice)}
      />
      <Button small icon="paper" className="queue__door" text={words.slips} onPress={() => void go(places.slips)} />
      {rota}
      {visits}
      {ledger}
    </View>
  )
}

const countText = ({ known, atLeast }: Count) => (atLeast ? `${known}+` : String(known))

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
    <View className="field__box queue__search">
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
        <Press className="queue__clear" onClick={() => onSearch('')} ariaLabel={words.searchClear}>
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
  const name = role === 'centre' ? me.name : `${me.name} ${roleTexts[role] ?? ''}`
  return <Link plain small className="queue__me" icon="person" text={name} onPress={() => void go(places.me)} />
}
