import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { go, matterPageOf, places } from '@/client/places'
import { useSession } from '@/client/session'
import { Button, Item, Rows, Section } from '@/ui'
import { groupWords as words } from '@/words/group-claim'
import type { StepProps } from './step'

/** Who came with her on one form, so that they are seen and assigned together. */
export function Group({ view }: StepProps) {
  const { groupClaim } = view.detail
  const role = useSession(({ me }) => me?.acting.role)
  const { value } = useAsk('aid.group', groupClaim && { id: view.id })
  if (!groupClaim) return null
  const there = value?.items.flatMap(({ nth, matter }) => (matter ? [{ nth, matter }] : [])) ?? []
  const left = value ? value.count - there.length : 0
  return (
    <Section title={words.card(groupClaim.count)}>
      <View className="soft">{left > 0 ? words.missing(left) : words.cardText}</View>
      <Rows>
        {there.map(({ nth, matter }, n) => (
          <Item
            key={matter.id}
            first={n === 0}
            icon="person"
            name={words.rowAt(nth, matter.applicant ?? matter.title)}
            more={matter.stageText}
            {...(matter.id !== view.id && { onPress: () => void go(matterPageOf(role, matter.id), { id: matter.id }) })}
          />
        ))}
      </Rows>
      {role === 'centre' && there.some(({ matter }) => matter.stage === 'submitted') && (
        <Button icon="person" text={words.assign} onPress={() => void go(places.centreBatch, { with: view.id })} />
      )}
    </Section>
  )
}
