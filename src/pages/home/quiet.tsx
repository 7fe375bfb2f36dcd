import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { ClassRow } from '@/contract/class-views'
import { Item, Rows } from '@/ui'
import { homeWords } from '@/words/home'
import { momentText } from '@/words/time'

/** What is not urgent: a time to meet, and the next law class in one line. */
export function Quiet({ classes = [] }: { classes: readonly ClassRow[] | undefined }) {
  const now = productNow()
  const next = classes.find(({ state, endAt }) => (state === 'on' || state === 'moved') && endAt > now)
  return (
    <Rows>
      <Item
        first
        icon="calendar"
        name={homeWords.visit}
        more={homeWords.visitMore}
        onPress={() => void go(places.visit)}
      />
      <Item
        icon="play"
        name={homeWords.classes}
        // One line before it is known and after.
        more={next ? homeWords.nextClass(momentText(next.startAt, now), next.title) : homeWords.classesMore}
        onPress={() => void go(places.classes)}
      />
    </Rows>
  )
}
