import { addDays, dayOf, type Instant } from '@/domain/time'

/** `2026-10` of the product's time. */
export const monthOf = (now: Instant): string => dayOf(now).slice(0, 7)
export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7)
export const monthAfter = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7)
