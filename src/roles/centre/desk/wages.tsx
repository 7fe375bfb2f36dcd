import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Heading, Link, StageTag } from '@/ui'
import { type WageRoute, wageRoutes, wageWords as words } from '@/words/wage-routes'

/** Every way to wages that are owed, each with its article. */
export function WageRoutes() {
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      <View className="small soft">{words.staff}</View>
      {wageRoutes.map((route) => (
        <Route key={route.code} route={route} />
      ))}
    </Card>
  )
}

function Route({ route: { title, text, plain, source, certainty, toConfirm } }: { route: WageRoute }) {
  const [open, setOpen] = useState(false)
  return (
    <View className="centre__finding">
      <View className="strong">{title}</View>
      <View>{plain}</View>
      <View className="centre__law">
        <Text className="small soft">{source}</Text>
        <Link
          small
          className="centre__link"
          text={open ? words.fold : words.open}
          label={open ? words.fold : words.openLabel(title)}
          onPress={() => setOpen(!open)}
        />
        {certainty !== 'verified' && <StageTag text={words.uncertain} />}
      </View>
      {open && <View className="well small">{text}</View>}
      {toConfirm && <View className="small soft">{toConfirm}</View>}
    </View>
  )
}
