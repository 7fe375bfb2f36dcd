import type { CountyInput } from '@/contract/county'

type Layer = NonNullable<CountyInput['layers']>[number]
type Seat = NonNullable<CountyInput['seats']>[number]

// Long ago, so that the demonstration's clock may stand anywhere after it; a Monday, so that weeks are weeks.
const anchor = '2026-01-05'
const day = { from: '08:00', to: '20:00', handover: '08:00' }
const night = { from: '20:00', to: '08:00', handover: '20:00' }

// Two pools that share nobody: after a night nobody sits in a day seat.
const nightPool = ['altan', 'wuyun', 'suhe', 'volunteer']

const attached: Record<string, string[]> = {
  '150524100': ['li', 'xu'],
  '150524101': ['wang', 'xu'],
  '150524102': ['gu', 'he'],
  '150524103': ['narenmandula', 'he'],
  '150524104': ['narenmandula', 'gang'],
  '150524200': ['gang', 'narenmandula'],
  '150524201': ['xu', 'li'],
  '150524202': ['gu', 'wang'],
  '150524400': ['li', 'wang'],
}
const townSeat = (town: string) => `town:${town}`

export const seats: Seat[] = [
  { id: 'centre-duty', kind: 'centre', unit: 'centre', head: 'gao' },
  { id: 'command-duty', kind: 'command', unit: 'dept:command' },
  { id: 'hotline', kind: 'hotline', shared: true },
  // The seat that keeps a Mongolian-speaking person one tap away at every minute.
  { id: 'bilingual', kind: 'hotline', languages: ['mn'], shared: true },
  // Few lawyers for nine towns: the telephone of a town and the hotline ring on the same desk.
  ...Object.keys(attached).map((town) => ({ id: townSeat(town), kind: 'town', unit: town, shared: true })),
]

const layer = (seat: string, people: string[], more: Partial<Layer> & Pick<Layer, 'handover'>): Layer => ({
  seat,
  people,
  every: 'day',
  anchor,
  priority: 1,
  ...more,
})

export const layers: Layer[] = [
  layer('centre-duty', ['gao', 'qin'], day),
  layer('centre-duty', ['ye'], night),
  layer('command-duty', ['command-1', 'command-2'], day),
  layer('command-duty', ['command-3'], night),
  layer('hotline', ['li', 'gu', 'wang', 'xu'], { ...day, every: 'working-day' }),
  layer('hotline', ['he', 'notary'], { ...day, every: 'day-off' }),
  layer('hotline', nightPool, night),
  layer('bilingual', ['gang', 'narenmandula'], { ...day, every: 'week' }),
  layer('bilingual', nightPool, night),
  ...Object.entries(attached).flatMap(([town, lawyers]) => [
    layer(townSeat(town), lawyers, { ...day, every: 'week' }),
    layer(townSeat(town), nightPool, night),
  ]),
]

/** New Year 2027 by name: day and night on each of the three days off, with nothing left open. */
const newYear = (date: string, next: string, byDay: string, byNight: string) => [
  { person: byDay, from: `2027-01-${date}T08:00:00+08:00`, to: `2027-01-${date}T20:00:00+08:00` },
  { person: byNight, from: `2027-01-${date}T20:00:00+08:00`, to: `2027-01-${next}T08:00:00+08:00` },
]

export const festivals: CountyInput['festivals'] = [
  {
    seat: 'hotline',
    from: '2027-01-01T08:00:00+08:00',
    to: '2027-01-04T08:00:00+08:00',
    shifts: [
      ...newYear('01', '02', 'li', 'suhe'),
      ...newYear('02', '03', 'xu', 'altan'),
      ...newYear('03', '04', 'he', 'wuyun'),
    ],
  },
]
