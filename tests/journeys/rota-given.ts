import { county, people } from './given'

/** A county whose rota can be published as it is: by day li, by night wang, batu speaks Mongolian all the time. */

export const town = 'town:150524100'
const batu = {
  ...people.li,
  id: 'batu',
  name: '巴图律',
  phone: '13900000004',
  languages: ['zh', 'mn'],
}
const chen = { ...people.wang, id: 'chen', name: '陈律', phone: '13900000005' }

const layer = (seat: string, people: string[], more: object = {}) => ({
  seat,
  people,
  every: 'day',
  handover: '08:00',
  anchor: '2026-09-01',
  ...more,
})

export const rotaCounty = (more: { layers?: object[]; festivals?: object[]; policy?: object } = {}) => ({
  ...county({ people: [...Object.values(people), batu, chen], policy: more.policy }),
  seats: [
    { id: town, kind: 'town', unit: '150524100' },
    { id: 'centre-duty', kind: 'centre', head: 'gao' },
    { id: 'hotline', kind: 'hotline' },
  ],
  layers: more.layers ?? [
    layer('centre-duty', ['gao']),
    layer(town, ['batu']),
    layer('hotline', ['li'], { from: '08:00', to: '20:00' }),
    layer('hotline', ['wang'], { from: '20:00', to: '08:00', handover: '20:00' }),
  ],
  ...(more.festivals && { festivals: more.festivals }),
})

/** `10-12 09:00` of 2026 in Shanghai. */
export const on = (time: string): string => `2026-${time.replace(' ', 'T')}:00.000+08:00`
const short = (at: string): string => at.slice(5, 16).replace('T', ' ')

type Shift = { start: string; end: string; person: string; gap?: true }
/** `10-12 08:00–10-12 20:00 li`, with `空岗` where it is a gap. */
export const lines = (shifts: Shift[]): string[] =>
  shifts.map(({ start, end, person, gap }) => `${short(start)}–${short(end)} ${person}${gap ? ' 空岗' : ''}`)
