import year2026 from '@/data/calendars/2026.json'
import year2027 from '@/data/calendars/2027.json'
import defaults from '@/data/policy.json'
import { type CalendarYear, calendarFrom } from '@/domain/calendar'
import { subjects } from '@/domain/lawyer-card'
import { type Policy, policyFrom } from '@/domain/policy'
import type { DraftPerson, DraftRequest, DraftWish } from '@/domain/rota-draft'
import type { Absence, Seat } from '@/domain/rota-types'
import { addDays, startOf } from '@/domain/time'
import { seeded } from './seeded'

const TOWNS = 9

/** A county that doesn't exist: nine town seats, hotline, night line in Mongolian and centre, and who stands in them. */
export function draftCounty(month: string, size: number, seed: number): DraftRequest {
  const random = seeded(seed)
  const people: DraftPerson[] = Array.from({ length: size }, (_, n) => ({
    id: `p${String(n).padStart(3, '0')}`,
    languages: random() < 0.4 ? ['zh', 'mn'] : ['zh'],
    subjects: subjects.filter(() => random() < 0.4),
  }))
  const ids = people.map(({ id }) => id)
  const clerks = ids.slice(0, Math.max(4, Math.round(size / 15)))
  const lawyers = ids.slice(clerks.length)
  const towns = Array.from({ length: TOWNS }, (_, n): Seat => ({ id: `town:${n}`, kind: 'town', shared: size < 40 }))
  const seats: Seat[] = [
    ...towns,
    { id: 'hotline', kind: 'hotline', minimum: size < 40 ? 1 : 2, subjects: ['labour'] },
    { id: 'bilingual', kind: 'night', languages: ['mn'], hours: { from: '20:00', to: '08:00' } },
    { id: 'centre-duty', kind: 'centre' },
  ]
  const eligible = Object.fromEntries([
    // Each lawyer is attached to two towns.
    ...towns.map(({ id }, town) => [id, lawyers.filter((_, n) => n % TOWNS === town || (n * 5 + 3) % TOWNS === town)]),
    ['hotline', lawyers],
    [
      'bilingual',
      people.filter(({ id, languages }) => languages.includes('mn') && lawyers.includes(id)).map((p) => p.id),
    ],
    ['centre-duty', clerks],
  ])
  const first = `${month}-01`
  const on = (day: number) => addDays(first, day)
  const absences: Absence[] = lawyers
    .filter(() => random() < 0.15)
    .map((person, n) => {
      const day = Math.floor(random() * 24)
      return {
        id: `a${n}`,
        person,
        from: startOf(on(day)),
        to: startOf(on(day + 7)),
        kind: 'leave',
        at: startOf(first),
      }
    })
  const wishes: DraftWish[] = ids
    .filter(() => random() < 0.5)
    .map((person) => ({ person, day: on(Math.floor(random() * 30)), rather: random() < 0.3 }))
  const ledger = Object.fromEntries(ids.map((id) => [id, Math.round(random() * 6000)]))
  return { month, seats, people, eligible, absences, wishes, ledger, calendar, policy }
}

export const calendar = calendarFrom([year2026, year2027] as CalendarYear[])
export const policy = policyFrom(defaults.values as Policy)
