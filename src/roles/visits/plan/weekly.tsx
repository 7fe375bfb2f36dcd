import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PlanView } from '@/contract/views'
import { Button, Item, Rows, Section } from '@/ui'
import { planWords as words } from '@/words/visit-desk'
import type { PlanPartProps } from '.'
import { WeeklySheet } from './weekly-sheet'

export type WeeklyPlan = PlanView['plans'][number]

/** The hours that repeat, each as a sentence. */
export function Weekly(props: PlanPartProps) {
  const { plan, mayChange } = props
  const [open, setOpen] = useState<WeeklyPlan | 'new'>()
  return (
    <Section title={words.weekly}>
      <View className="soft">{words.weeklyText}</View>
      {plan.plans.length === 0 && <View>{words.weeklyNone}</View>}
      {plan.plans.length > 0 && (
        <Rows>
          {plan.plans.map((one, at) => (
            <Item
              key={one.id}
              first={at === 0}
              name={one.text}
              more={one.place?.text}
              label={`${words.edit}：${one.text}`}
              onPress={mayChange ? () => setOpen(one) : undefined}
            />
          ))}
        </Rows>
      )}
      {mayChange ? (
        <Button icon="plus" text={words.add} onPress={() => setOpen('new')} />
      ) : (
        <View className="soft">{words.readOnly}</View>
      )}
      {open && (
        <WeeklySheet
          key={open === 'new' ? open : open.id}
          {...props}
          one={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}
