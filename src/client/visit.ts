import type { SlotView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import type { VisitNeed, VisitWay } from '@/domain/visit-types'
import type { Recording } from './draft'
import { type Kept, useKept } from './kept'
import { productNow } from './now'

/** An hour that is kept for her while she fills in the rest; `id` is the visit that keeps it, `until` exclusive. */
export type HeldHour = { id: string; hour: SlotView; until: Instant }

/** Who can't come; `none`: nobody, and still at home. */
export type Need = VisitNeed | 'none'

/** A visit that is being booked. Empty texts are what wasn't filled in. */
export type VisitDraft = {
  /** Made at the first try to send: a retry after a lost answer is the same visit, not a second one. */
  requestId: string
  kind?: VisitWay
  /** Without it the village that the phone remembers. */
  place?: { code: string; text: string }
  topic?: string
  text: string
  /** She said it instead. */
  voice?: Recording
  need?: Need
  address: string
  minor?: boolean
  companion: string
  companionPhone: string
  relation: string
  held?: HeldHour
  /** Rather at once than at an hour of her choice: somebody comes within a day. */
  anyTime?: boolean
  /** Undefined: as the account says. */
  name?: string
  phone: string
  language?: 'zh' | 'mn'
  /** The question that it began with. */
  from?: string
}

export const blankVisit: VisitDraft = {
  requestId: '',
  text: '',
  address: '',
  companion: '',
  companionPhone: '',
  relation: '',
  phone: '',
}

// An hour that ran out while the app was closed is nobody's any more, and she chooses again.
const revived = ({ held, voice, ...kept }: VisitDraft): VisitDraft => ({
  ...kept,
  ...(held && held.until > productNow() && { held }),
  // A recording that was still under way died with the app; of one that was sent the phone's own copy is gone.
  ...(voice?.fileId && { voice: { ...voice, path: '' } }),
})

export const useVisitDraft = (): Kept<VisitDraft> => useKept<VisitDraft>('visit', blankVisit, revived)

export const isVisitBegun = ({ kind, topic, text, voice, held }: VisitDraft): boolean =>
  Boolean(kind || topic || text.trim() || voice || held)

/** Whether whoever is visited is entitled to somebody at any hour. */
export const needOf = ({ kind, need }: Pick<VisitDraft, 'kind' | 'need'>): VisitNeed | undefined =>
  kind === 'home' && need && need !== 'none' ? need : undefined

/** A child is visited: as she said, or since it is one that was left behind. */
export const isChild = ({ kind, need, minor }: Pick<VisitDraft, 'kind' | 'need' | 'minor'>): boolean =>
  kind === 'home' && (need === 'left-behind-child' || minor === true)
