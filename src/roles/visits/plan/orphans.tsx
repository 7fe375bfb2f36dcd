import { View } from '@tarojs/components'
import { go, places } from '@/client/places'
import type { MatterRow } from '@/contract/views'
import { Item, Notice, Rows, Section, StageTag } from '@/ui'
import { visitDeskWords, planWords as words } from '@/words/visit-desk'

/** Booked hours that lie outside the plan now: nobody moves them by himself. */
export function Orphans({ rows }: { rows: MatterRow[] }) {
  if (rows.length === 0) return null
  return (
    <Section title={words.orphans}>
      <Notice tone="amber">
        <View>{visitDeskWords.orphansText}</View>
      </Notice>
      <Rows>
        {rows.map(({ id, applicant, title, hint }, at) => (
          <Item
            key={id}
            first={at === 0}
            strong
            name={applicant ?? title}
            more={hint}
            onPress={() => void go(places.visitAtDesk, { id })}
          >
            <StageTag icon="alert" tone="amber" text={visitDeskWords.orphan} />
          </Item>
        ))}
      </Rows>
    </Section>
  )
}
