import type { CountyInput } from '@/contract/county'

type Plan = NonNullable<CountyInput['plans']>[number]

const weekdays = [1, 2, 3, 4, 5]
const morning = { weekdays, from: '09:00', to: '11:30' }
const afternoon = { weekdays, from: '14:00', to: '17:00' }
const plan = (
  person: string,
  kind: Plan['kind'],
  more: Omit<Plan, 'person' | 'kind' | 'minutes' | 'capacity'> & Partial<Plan>,
): Plan => ({
  person,
  kind,
  minutes: 30,
  capacity: 1,
  ...more,
})

/** At the desk on working days, morning and afternoon. */
const atTheDesk = (person: string): Plan[] => [plan(person, 'office', morning), plan(person, 'office', afternoon)]

/** When the invented people of the demonstration can be met: at the centre, in three towns, by telephone and at home. */
export const plans: Plan[] = [
  ...['xu', 'suhe'].flatMap(atTheDesk),
  ...['town-kulun', 'town-kouhezi', 'town-elesun'].flatMap(atTheDesk),
  plan('li', 'office', { ...morning, weekdays: [2, 4] }),
  plan('li', 'phone', { ...afternoon, minutes: 20 }),
  plan('wang', 'phone', { ...afternoon, weekdays: [1, 3, 5], minutes: 20 }),
  plan('gu', 'video', { ...afternoon, weekdays: [2, 4] }),
  plan('altan', 'video', { ...morning, weekdays: [1, 3] }),
  plan('altan', 'phone', { ...afternoon, minutes: 20 }),
  // 额勒顺镇 and 茫汗苏木, where altan goes; 库伦镇 and its streets, where li does.
  plan('altan', 'home', { weekdays: [2, 4], from: '09:00', to: '12:00', minutes: 90 }),
  plan('li', 'home', { weekdays: [3], from: '09:00', to: '12:00', minutes: 90 }),
]
