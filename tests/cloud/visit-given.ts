import type { Answer } from '../../cloudfunctions/handle'
import { county, type Given, value, world } from '../given-world'

/** A county with people who can be met: `li` in the office, `he` by telephone and at home, `tong` in the town's office. */

export const weekdays = [1, 2, 3, 4, 5]
export const plan = (person: string, kind: string, more: object = {}) => ({
  person,
  kind,
  weekdays,
  from: '09:00',
  to: '11:30',
  minutes: 30,
  capacity: 1,
  ...more,
})
export const town = '150524100'
export const west = '150524101'
export const village = '150524100200'
export const far = '150524101200'

export const turn = { every: 'day', handover: '08:00', anchor: '2026-09-01', priority: 1 }

/** `more` replaces whole lists. */
export const withPlans = (more: object = {}) => ({
  ...county(),
  plans: [
    plan('li', 'office'),
    plan('he', 'phone', { from: '14:00', to: '16:00' }),
    plan('he', 'home', { weekdays: [2, 4], from: '09:00', to: '12:00', minutes: 60 }),
  ],
  ...more,
})
/** Many residents, each with an account. */
export const crowd = (n: number) =>
  Array.from({ length: n }, (_, each) => ({ id: `r${each}`, name: `群众${each}`, roles: [{ role: 'resident' }] }))

export const open = (more: object = {}, at = '2026-09-30 08:00') => world({ county: withPlans(more), at })

export type SlotSeen = {
  slot: string
  text: string
  left: number
  person: { id: string }
  sameTrip?: true
  place: { code: string }
}
export type Seen = { items: SlotSeen[]; upTo?: string; otherwise?: { name: string; text: string; phone?: string } }
/** The slots a resident is offered. */
export const slots = async (w: Given, input: object, who = 'bao'): Promise<Seen> =>
  value<Seen>(await w.as(who)('visit.slots', { kind: 'office', from: '2026-09-30', to: '2026-10-10', ...input }))
export const names = ({ items }: Seen): string[] => items.map(({ slot }) => slot)
export const invalid = ({ reply }: Answer): string[] =>
  'invalid' in reply ? reply.invalid.map(({ field, code }) => `${field} ${code}`) : []
