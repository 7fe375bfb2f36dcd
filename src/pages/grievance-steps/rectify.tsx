import { View } from '@tarojs/components'
import { useState } from 'react'
import { may, type StepProps } from '@/client/step'
import { Ring } from '@/pages/ring'
import { Button, Card, Heading } from '@/ui'
import { rectifyWords as words } from '@/words/command-steps'
import { TextSheet } from './text-sheet'

/** After a bad rating: spoken with her, then put right. */
export function Rectify(props: StepProps) {
  const { view } = props
  const [open, setOpen] = useState<'contact' | 'rectify'>()
  const close = () => setOpen(undefined)
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.title} />
      <View className="soft">{words.text}</View>
      {may(view, 'matter.callLog') && (
        <View className="grievance__ring">
          <Ring view={view} />
        </View>
      )}
      {may(view, 'grievance.contacted') && !view.detail.contacted && (
        <Button text={words.contacted} onPress={() => setOpen('contact')} />
      )}
      {may(view, 'grievance.rectified') && (
        <Button kind="main" text={words.rectified} onPress={() => setOpen('rectify')} />
      )}
      <TextSheet
        {...props}
        open={open === 'contact'}
        onClose={close}
        action="grievance.contacted"
        field="note"
        words={words.contact}
        input={(note) => ({ id: view.id, note })}
      />
      <TextSheet
        {...props}
        open={open === 'rectify'}
        onClose={close}
        action="grievance.rectified"
        field="text"
        max={1000}
        words={words.rectify}
        input={(text) => ({ id: view.id, text })}
      />
    </Card>
  )
}
