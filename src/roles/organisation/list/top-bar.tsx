import { Text, View } from '@tarojs/components'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { classes, Link, Press, StageTag } from '@/ui'
import { organisationWords as words } from '@/words/organisation'

export const tabs = ['open', 'finished'] as const
export type Tab = (typeof tabs)[number]

/** Whose desk it is, which of its matters, and who sits at it. */
export function TopBar({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const me = useSession((session) => session.me)
  const demo = useSession((session) => session.demo)
  const unit = me?.roles.find(({ role, unit }) => role === 'organisation' && unit === me.acting.unit)?.unitName
  return (
    <View className="desk__top">
      <View className="row row--tight orgdesk__brand">
        <Text className="lead">{unit ?? words.desk}</Text>
        {demo && <StageTag tone="amber" text={words.demo} />}
      </View>
      {me && (
        <Link plain small className="orgdesk__me" icon="person" text={me.name} onPress={() => void go(places.me)} />
      )}
      <View className="desk__nav orgdesk__nav" ariaRole="tablist" ariaLabel={words.tabs}>
        {tabs.map((each) => (
          <Press
            key={each}
            className={classes('navlink', each === tab && 'navlink--on')}
            onClick={() => onTab(each)}
            ariaRole="tab"
            ariaSelected={each === tab}
          >
            <Text>{words[each]}</Text>
          </Press>
        ))}
      </View>
    </View>
  )
}
