import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { may, type StepProps } from '@/client/step'
import { TextSheet } from '@/pages/grievance-steps/text-sheet'
import { Button, Card, CardLine, Heading } from '@/ui'
import { byWhen } from '@/words/grievance-facts'
import { visitWords as words } from '@/words/visit-desk'

/** What was said on the telephone, for those who come after; it stops no clock. */
export function Said(props: StepProps) {
  const { view } = props
  const [open, setOpen] = useState(false)
  const { notes = [] } = view.detail
  const writes = may(view, 'matter.note')
  if (notes.length === 0 && !writes) return null
  return (
    <Card>
      <Heading size="lead" level={3} text={words.notes} />
      {[...notes].reverse().map(({ at, by, text }) => (
        <View key={`${at}${text}`} className="stack stack--s">
          <View className="visits__who">{text}</View>
          <View className="small soft">{byWhen(by, at, productNow())}</View>
          <CardLine />
        </View>
      ))}
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
