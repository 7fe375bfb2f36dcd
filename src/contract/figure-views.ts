import type { Day } from '@/domain/time'
import type { Place } from './views'

export type Share = { kept: number; of: number }
/** One matter behind a number: `number` says behind which. */
export type Behind = {
  id: string
  at: string
  place: string
  text: string
  number?: 'answered' | 'routed' | 'callBacks' | 'helped'
}
/** Four numbers, never one. Cells of fewer than five people are left out of what planners see by village. */
export type EightMinutes = {
  from: Day
  to: Day
  /** From here on everything was counted; only where there is more than is read at once. */
  countedFrom?: Day
  asked: number
  open: number
  /** Taken back within their eight minutes: not among `asked`. */
  withdrawn?: number
  answered: Share
  routed: Share
  callBacks: Share
  helped: Share & { unasked: number }
  byTown: {
    unit: string
    name: string
    asked: number
    answered: Share
    routed: Share
    callBacks: Share
    helped: Share
  }[]
  /** Matters behind a number, the newest first: those that were missed. */
  missed: Behind[]
  /** Some of those that were kept, the newest first. */
  kept?: Behind[]
}
export type Coverage = {
  from: Day
  to: Day
  countedFrom?: Day
  /** `few`: between one and four, so the shares aren't told; nor are those from which these could be worked out. */
  villages: { unit: string; name: string; town: string; asked: number; few: boolean; inTime?: number; share?: number }[]
  hours: { hour: number; asked: number; inTime?: number; share?: number }[]
  silent: number
}
/** A door plate: the place, who advises it, who is on duty, and the address that its code opens. */
export type Plate = {
  village: Place
  town?: Place
  adviser?: { name: string; org?: string; phone?: string }
  duty: { seatText: string; name: string; phone?: string }[]
  hotline: string
  url: string
  printedAt: string
}
