import policy from '@/data/policy.json'
import type { Policy } from '@/domain/policy'
import type { Layer, Override, Rota, RotaGiven } from '@/domain/rota'
import { at } from '@/domain/time'
import { calendar } from './clock-given'

export { calendar }

/** `'10-01 08:00'` is that minute of 2026 in Shanghai. */
export const t = (text: string) => at(`2026-${text.slice(0, 5)}`, text.slice(6))
/** The same, backwards, for reading what came out. */
export const short = (instant: string) => `${instant.slice(5, 10)} ${instant.slice(11, 16)}`

export const layer = (more: Partial<Layer> = {}): Layer => ({
  seat: 'hotline',
  people: ['a', 'b', 'c'],
  every: 'day',
  handover: '08:00',
  anchor: '2026-09-01',
  priority: 1,
  ...more,
})

export const rota = (layers: Layer[], more: Partial<Rota> = {}): Rota => ({
  seats: [
    { id: 'hotline', kind: 'hotline' },
    { id: 'centre-duty', kind: 'centre', head: 'head' },
  ],
  layers,
  festivals: [],
  overrides: [],
  ...more,
})

let approvals = 0
/** Approved in the order they are written. */
export const override = (from: string, to: string, more: Partial<Override>): Override => {
  approvals += 1
  const approvedAt = at('2026-09-20', `10:${String(approvals % 60).padStart(2, '0')}`)
  return {
    id: `o${approvals}`,
    seat: 'hotline',
    from: t(from),
    to: t(to),
    kind: 'replace',
    why: '开庭',
    approvedAt,
    ...more,
  }
}

/** What an edit looks at: whoever acts, at that minute of 2026, by the product's own policy. */
export const given = (actor: string, now: string, more: Partial<RotaGiven> = {}): RotaGiven => ({
  now: t(now),
  actor: { id: actor, name: `name of ${actor}`, role: 'lawyer' },
  calendar,
  policy: policy.values as Policy,
  ...more,
})
