import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MatterView } from '@/contract/views'
import { Card, Heading, isClosed, Link } from '@/ui'
import { sure, wageRoutes, wageWords as words } from '@/words/wage-routes'

/** The ways to wages that are owed, in plain words; what is from memory isn't told her. */
export function WageRoutes({ view: { kind, stage, detail } }: { view: MatterView }) {
  const [open, setOpen] = useState(false)
  if (kind !== 'aid' || detail.topic !== 'wages' || isClosed(stage)) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      {open &&
        sure(wageRoutes).map(({ code, title, plain, source }) => (
          <View key={code}>
            <View className="strong">{title}</View>
            <View>{plain}</View>
            <View className="soft small">{source}</View>
          </View>
        ))}
      <View className="soft">{words.hers}</View>
      <Link text={open ? words.foldAll : words.openAll} onPress={() => setOpen(!open)} />
    </Card>
  )
}
