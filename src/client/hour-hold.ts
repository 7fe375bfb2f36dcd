import { useRef, useState } from 'react'
import type { SlotView } from '@/contract/views'
import type { VisitNeed } from '@/domain/visit-types'
import { type Answer, call, whatWentWrong } from './call'
import { productNow } from './now'
import { newRequestId } from './request-id'
import type { HeldHour } from './visit'

/** What became of a try: its sentence; `next`: the hour is somebody else's now, and these are free. */
export type HoldSaid = { text: string; offline?: boolean; next?: SlotView[] }

type About = { village?: string; need?: VisitNeed }

/** Keeps an hour for a few minutes while the form is filled in; the one kept before is given back. */
export function useHold(held: () => HeldHour | undefined, write: (held: HeldHour | undefined) => void) {
  const [said, setSaid] = useState<HoldSaid>()
  // The same hour under the same number, until somebody has answered.
  const attempt = useRef<{ slot: string; requestId: string }>()

  async function take(hour: SlotView, about: About): Promise<boolean> {
    const before = held()
    setSaid(undefined)
    if (before?.hour.slot === hour.slot && before.until > productNow()) return true
    if (attempt.current?.slot !== hour.slot) attempt.current = { slot: hour.slot, requestId: newRequestId() }
    const { slot, requestId } = attempt.current
    const answer = await call('visit.hold', { requestId, slot, ...about })
    if (answer.ok || !isUnknown(answer)) attempt.current = undefined
    if (!answer.ok) {
      setSaid(saidOf(answer))
      return false
    }
    const { id, detail } = answer.value
    write({ id, hour, until: detail.heldUntil ?? productNow() })
    if (before && before.id !== id) letGo(before)
    return true
  }

  return { take, said, say: setSaid }
}

/** Somebody else may have it. If this is lost, it ends by itself. */
export function letGo({ id, until }: HeldHour): void {
  if (until > productNow()) void call('visit.cancel', { id, requestId: newRequestId() })
}

const isUnknown = (answer: Answer<unknown>) => 'offline' in answer || 'fault' in answer

export const saidOf = (answer: Exclude<Answer<unknown>, { ok: true }>): HoldSaid => ({
  text: whatWentWrong(answer),
  ...('offline' in answer && { offline: true }),
  ...('refused' in answer && answer.refused === 'visit.slot-taken' && { next: nextHours(answer.detail) }),
})

/** The hours that a refusal offers instead. */
export function nextHours(detail: Record<string, unknown> | undefined): SlotView[] {
  const next = detail?.next
  return Array.isArray(next) ? next.filter((each): each is SlotView => typeof each?.slot === 'string') : []
}
