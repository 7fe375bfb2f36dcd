import { go, places } from '@/client/places'
import type { MatterView } from '@/contract/views'
import { dayOf, type Instant } from '@/domain/time'
import { Item, Rows, Section, StageTag } from '@/ui'
import { momentText } from '@/words/time'
import { visitWords as words } from '@/words/visit-desk'
import { dayOfRow, isAhead, isSameTown, isWaiting, useVisits } from '../rows'

/** Others at home in that town on that day, and those that nobody has an hour for. */
export function SameTrip({ view, now }: { view: MatterView; now: Instant }) {
  const { kind, start } = view.detail
  const asks = kind === 'home' && isAhead(view)
  return asks ? <Others view={view} now={now} day={start && dayOf(start)} /> : null
}

function Others({ view, now, day }: { view: MatterView; now: Instant; day?: string }) {
  const { items = [] } = useVisits()
  const near = items.filter(
    (row) =>
      row.id !== view.id &&
      row.visit?.kind === 'home' &&
      isAhead(row) &&
      isSameTown(row.place, view.place) &&
      (isWaiting(row) || dayOfRow(row) === day),
  )
  if (near.length === 0) return null
  return (
    <Section title={words.sameTrip}>
      <Rows>
        {near.map(({ id, applicant, title, place, stageText, visit }, at) => (
          <Item
            key={id}
            first={at === 0}
            strong
            name={applicant ?? title}
            more={`${place.text}，${visit?.start ? momentText(visit.start, now) : words.noTime}`}
            onPress={() => void go(places.visitAtDesk, { id })}
          >
            <StageTag text={stageText} />
          </Item>
        ))}
      </Rows>
    </Section>
  )
}
