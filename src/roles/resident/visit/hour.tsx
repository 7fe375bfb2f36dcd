import { letGo } from '@/client/hour-hold'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { needOf, useVisitDraft } from '@/client/visit'
import { HoursPick } from '@/pages/hours-pick/hours-pick'
import { useFilled } from './form'
import type { QuestionProps } from './question'

/** When: an hour that she taps is hers for the next minutes. */
export function HourQuestion({ ids, wrong, take, onNext }: QuestionProps) {
  const { draft, write } = useVisitDraft()
  const { village } = useFilled()
  const { kind, held, anyTime } = draft
  const need = needOf(draft)
  const mine = held !== undefined && !anyTime && held.until > productNow()
  if (!kind) return null

  function wheneverTheyCan() {
    if (held) letGo(held)
    write({ held: undefined, anyTime: true })
    onNext()
  }
  return (
    <HoursPick
      id={ids('slot')}
      about={{ kind, village: village?.code, need }}
      value={mine ? held.hour.slot : undefined}
      error={wrong('slot')}
      onPick={take}
      onOtherWay={() => void go(places.visit, { step: 'way' })}
      anyTime={need ? { chosen: anyTime === true, onPress: wheneverTheyCan } : undefined}
    />
  )
}
