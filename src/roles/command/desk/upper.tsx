import { View } from '@tarojs/components'
import { useState } from 'react'
import type { StepProps } from '@/client/step'
import { TextSheet } from '@/pages/grievance-steps/text-sheet'
import { Button, Card, Heading } from '@/ui'
import { upperWords as words } from '@/words/command-steps'

/** An order of the city's or region's line keeps its number and is answered upward. */
export function Upper(props: StepProps) {
  const [open, setOpen] = useState(false)
  const { id, detail } = props.view
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      <View className="soft">{words.text(detail.upper?.no ?? '')}</View>
      <Button text={words.open} onPress={() => setOpen(true)} />
      <TextSheet
        {...props}
        open={open}
        onClose={() => setOpen(false)}
        action="grievance.upperAnswer"
        field="text"
        max={2000}
        words={words.words}
        input={(text) => ({ id, text })}
      />
    </Card>
  )
}
