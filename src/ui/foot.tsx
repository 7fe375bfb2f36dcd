import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes, said } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Press } from './press'

/** The main actions of a page, in its foot. */
export function BottomBar({ children }: { children: ReactNode }) {
  return <View className="foot__bar">{children}</View>
}

/** The number that always answers. */
export function Hotline({ text, more, onPress }: { text: string; more?: string; onPress: () => void }) {
  return (
    <Press className="hotline" onClick={onPress}>
      <View className="item__pic">
        <Icon name="phone" />
      </View>
      <View className="hotline__words">
        <Text className="strong">{text}</Text>
        {more && <Text className="small soft">{more}</Text>}
      </View>
      <View className="item__go">
        <Icon name="right" size="s" />
      </View>
    </Press>
  )
}

type TabsProps<V extends string> = {
  label: string
  tabs: readonly { value: V; text: string; icon: IconName }[]
  value: V
  onChange: (value: V) => void
}

/** The pages one changes between, at the foot; a native tab bar's words can't grow. */
export function Tabs<V extends string>({ label, tabs, value, onChange }: TabsProps<V>) {
  return (
    <View className="tabs" ariaRole="tablist" ariaLabel={label}>
      {tabs.map((tab) => {
        const on = tab.value === value
        return (
          <Press
            key={tab.value}
            className={classes('tab', on && 'tab--on')}
            onClick={() => onChange(tab.value)}
            ariaRole="tab"
            ariaSelected={said(on)}
          >
            <Icon name={tab.icon} />
            <Text>{tab.text}</Text>
          </Press>
        )
      })}
    </View>
  )
}
