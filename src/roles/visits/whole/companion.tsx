import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import type { MatterView } from '@/contract/views'
import { Button, Heading, Notice } from '@/ui'
import { visitWords as words } from '@/words/visit-desk'

/** A child is never visited alone: who must be there stands before everything else. */
export function Companion({ view: { detail } }: { view: MatterView }) {
  const { companion, minor, need } = detail
  if (!companion && !minor && need?.code !== 'left-behind-child') return null
  const { name, relation, phone } = companion ?? {}
  const who = [relation, name].filter(Boolean).join(' ')
  return (
    <Notice tone="amber">
      <View className="stack stack--m">
        <Heading text={words.child(who || words.childNobody)} />
        <View>{words.childText}</View>
        {phone && name && (
          <Button small icon="phone" text={words.callCompanion(name)} onPress={() => void dial(phone)} />
        )}
      </View>
    </Notice>
  )
}
