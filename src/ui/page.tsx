import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'

export type Mode = '' | 'large' | 'elder' | 'elder-max'
export type Theme = 'auto' | 'light' | 'dark'

type PageProps = {
  children: ReactNode
  mode?: Mode
  theme?: Theme
  /** A desk: uses the whole width, and sits closer from 900 px on. */
  wide?: boolean
  /** Right under the top, full width: Strip, a desk's bar. */
  top?: ReactNode
  /** Stays at the bottom: BottomBar, Hotline, Tabs. */
  foot?: ReactNode
  /** The page's first heading, where none is drawn: read aloud, not seen. */
  label?: string
}

/** The root of every page; the only place where mode classes stand. */
export function Page({ children, mode = '', theme = 'auto', wide, top, foot, label }: PageProps) {
  const themeClass = { auto: 'page--auto', light: '', dark: 'theme-dark' }[theme]
  return (
    <View className={classes('page', wide && 'desk', themeClass, mode)}>
      {top && <View ariaRole="banner">{top}</View>}
      <View className={classes('screen', wide && 'screen--wide')} ariaRole="main">
        {label && (
          <View className="unseen" ariaRole="heading" ariaLevel={1}>
            {label}
          </View>
        )}
        {children}
      </View>
      {foot && (
        <View className="foot" ariaRole="contentinfo">
          <View className={wide ? '' : 'foot__in'}>{foot}</View>
        </View>
      )}
    </View>
  )
}
