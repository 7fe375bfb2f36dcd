import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Link } from './link'
import { Beside } from './mongolian'

type HeadingProps = { text: string; size?: 'big' | 'title' | 'lead'; level?: 1 | 2 | 3 }

const levels = { big: 1, title: 2, lead: 3 }

export function Heading({ text, size = 'title', level }: HeadingProps) {
  return (
    <View className={size} ariaRole="heading" ariaLevel={level ?? levels[size]}>
      {text}
      <Beside of={text} />
    </View>
  )
}

type SectionProps = { title?: string; more?: { text: string; onPress: () => void }; children: ReactNode }

/** A heading, a way to all of it, and what belongs to it. */
export function Section({ title, more, children }: SectionProps) {
  return (
    <View className="section">
      {title && (
        <View className="head">
          <Heading text={title} />
          {more && (
            <Link plain small text={more.text} onPress={more.onPress}>
              <Icon name="right" size="s" />
            </Link>
          )}
        </View>
      )}
      {children}
    </View>
  )
}
