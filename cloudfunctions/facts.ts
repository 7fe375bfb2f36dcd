import aidTurns from '@/data/aid-turns.json'
import y2024 from '@/data/calendars/2024.json'
import y2025 from '@/data/calendars/2025.json'
import y2026 from '@/data/calendars/2026.json'
import y2027 from '@/data/calendars/2027.json'
import groups from '@/data/groups.json'
import licences from '@/data/licences.json'
import limitations from '@/data/limitations.json'
import limits from '@/data/limits.json'
import policy from '@/data/policy.json'
import topics from '@/data/topics.json'
import type { AidLaw } from '@/domain/aid-law'
import { type CalendarYear, calendarFrom } from '@/domain/calendar'
import type { Limit } from '@/domain/clock'
import type { LimitationLaw } from '@/domain/limitation'
import { type Policy, policyFrom } from '@/domain/policy'
import type { World } from './world'

/** What the product ships with, the same in every world. */
export const facts: Pick<
  World,
  'calendar' | 'limits' | 'limitations' | 'aidLaw' | 'policy' | 'licences' | 'topics' | 'groups'
> = {
  calendar: calendarFrom([y2024, y2025, y2026, y2027] as CalendarYear[]),
  limits: limits as Limit[],
  limitations: {
    rows: limitations.values as LimitationLaw['rows'],
    fewerThanDays: aidTurns.values.urgent.fewerThanDays,
  },
  aidLaw: aidTurns.values as AidLaw,
  policy: policyFrom(policy.values as Policy),
  licences: licences.values as World['licences'],
  topics: topics.values as World['topics'],
  groups: groups.values as World['groups'],
}
