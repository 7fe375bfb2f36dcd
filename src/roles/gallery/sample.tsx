import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** One component with its name above it. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="sample">
      <Text className="small soft">{name}</Text>
      {children}
    </View>
  )
}

export const nothing = () => {}
export const soon = () => new Promise((done) => setTimeout(done, 2000))
