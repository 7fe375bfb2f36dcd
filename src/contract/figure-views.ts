import type { Day } from '@/domain/time'
import type { Place } from './views'

export type Share = { kept: number; of: number }
/** Four numbers, never one. Cells of fewer than five people are left out of what planners see by village. */
export type EightMinutes = {
  from: Day
  to: Day
  asked: number
  open: number
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
  missed: { id: string; at: string; place: string; text: string }[]
}
export type Coverage = {
  from: Day
  to: Day
  /** `few`: between one and four, so the shares aren't told. */
  villages: { unit: string; name: string; town: string; asked: number; few: boolean; inTime?: number; share?: number }[]
  hours: { hour: number; asked: number; inTime: number; share?: number }[]
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
