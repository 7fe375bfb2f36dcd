import { View } from '@tarojs/components'
import { useState } from 'react'
import { dial, go, places } from '@/client/places'
import { Button, Card, Confirm, Heading, Notice } from '@/ui'
import { talkedWords as words } from '@/words/ask'
import { commonWords, governmentLine, hotline } from '@/words/common'
import { carryOn, hasAnother } from './carry-on'
import type { PartProps } from './stage'

/** What the lawyer wrote down as his answer, and where it goes on. */
export function Answered({ view, now }: PartProps) {
  const { answered, child } = view.detail
  if (!answered) return null
  return (
    <Card offer>
      <View>
        <Heading size="lead" level={2} text={words.answer} />
        <View className="small soft">{words.answeredBy(answered.by, answered.at, now)}</View>
      </View>
      <View className="reading">{answered.summary}</View>
      {child ? (
        <>
          <View>{words.child}</View>
          <Button icon="paper" text={words.childGo} onPress={() => go(places.matter, { id: child })} />
        </>
      ) : (
        <Next view={view} />
      )}
    </Card>
  )
}

function Next({ view }: Pick<PartProps, 'view'>) {
  const { answered, taker } = view.detail
  switch (answered?.next) {
    case 'aid':
      return <ToAid view={view} />
    case 'visit': {
      const phone = taker?.phone ?? hotline
      return (
        <>
          <View>{words.visit}</View>
          <Button
            kind="main"
            icon="calendar"
            text={words.visitGo}
            onPress={() => void go(places.visit, { from: view.id })}
          />
          <Button icon="phone" text={commonWords.ring(phone)} onPress={() => void dial(phone)} />
        </>
      )
    }
    case 'grievance':
      return (
        <>
          <View>{words.grievance(governmentLine)}</View>
          <Button icon="phone" text={commonWords.ring(governmentLine)} onPress={() => void dial(governmentLine)} />
        </>
      )
    default:
      return null
  }
}

/** On to the application, with what was said; one that was begun before isn't thrown away unasked. */
function ToAid({ view }: Pick<PartProps, 'view'>) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <View>{words.aid}</View>
      <Button
        kind="main"
        icon="scale"
        text={words.aidGo}
        onPress={() => (hasAnother() ? setAsking(true) : void carryOn(view, true))}
      />
      <Confirm
        open={asking}
        title={words.aidHeld}
        text={words.aidHeldText}
        no={words.aidHeldGo}
        yes={words.aidReplace}
        onNo={() => void carryOn(view, false)}
        onYes={() => carryOn(view, true)}
      />
    </>
  )
}

/** Whoever wants to pay him asked for it herself; if she didn't, somebody wants to know. */
export function Hire({ view: { detail } }: PartProps) {
  if (!detail.hire) return null
  const { by, note } = detail.hire
  return (
    <Notice tone="amber">
      <View className="stack stack--m">
        <View className="strong">{words.hire}</View>
        <View>{words.hireText(by)}</View>
        <View className="small soft">{note}</View>
        <View>{words.hireNot(hotline)}</View>
      </View>
    </Notice>
  )
}
