import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { may, type StepProps } from '@/client/step'
import { Ring } from '@/pages/ring'
import { Button, Card, CardLine, Heading } from '@/ui'
import { commandMoreWords as words } from '@/words/command-steps'
import { byWhen } from '@/words/grievance-facts'
import { TextSheet } from './text-sheet'

const ringing = ['grievance.callBack', 'grievance.contacted', 'grievance.rectified']

/** What was said on the telephone: kept with the matter, pauses nothing; and the telephone itself. */
export function Notes(props: StepProps) {
  const { view } = props
  const [open, setOpen] = useState(false)
  const { notes = [] } = view.detail
  const writes = may(view, 'matter.note')
  // Whoever rings her back has the telephone on that card.
  const rings = may(view, 'matter.callLog') && !ringing.some((action) => may(view, action))
  if (notes.length === 0 && !writes && !rings) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.notes} />
      {[...notes].reverse().map(({ at, by, text }) => (
        <View key={`${at}${text}`} className="stack stack--s">
          <View className="grievance__said">{text}</View>
          <View className="small soft">{byWhen(by, at, productNow())}</View>
          <CardLine />
        </View>
      ))}
      {rings && (
        <View className="grievance__ring">
          <Ring view={view} />
        </View>
      )}
      {writes && <Button icon="pen" text={words.note} onPress={() => setOpen(true)} />}
      <TextSheet
        {...props}
        open={open}
        onClose={() => setOpen(false)}
        action="matter.note"
        field="text"
        words={words.noteWords}
        input={(text) => ({ id: view.id, text })}
      />
    </Card>
  )
}
