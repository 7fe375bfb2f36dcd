import { onTestFinished } from 'vitest'
import type { ActionName, Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { startServer, type TestServer } from '../support/server'
import { east, people, plain } from './given'

/** A county with people on duty: two lawyers of the town, four elsewhere, one of them for Mongolian, and the centre. */

const townOf = '150524100'
const other = '150524101'
export const south = '150524101200'

const lawyer = (id: string, name: string, phone: string, more: { languages?: string[]; card?: object } = {}) => ({
  id,
  name,
  phone,
  languages: more.languages ?? ['zh'],
  roles: [{ role: 'lawyer', unit: 'firm:1' }],
  lawyer: {
    licence: 'practising',
    since: '2015-03-01',
    subjects: ['labour', 'family', 'land'],
    capacity: 8,
    towns: [townOf],
    ...more.card,
  },
})

export const duty = {
  li: lawyer('li', '李律', '13900000001'),
  wang: lawyer('wang', '王律', '13900000002'),
  he: lawyer('he', '何律', '13900000003', { card: { towns: [] } }),
  xu: lawyer('xu', '徐律', '13900000004', { card: { towns: [] } }),
  gu: lawyer('gu', '顾律', '13900000005', { card: { towns: [], subjects: ['other'] } }),
  naren: lawyer('naren', '娜仁', '13900000006', { languages: ['zh', 'mn'], card: { towns: [], subjects: ['other'] } }),
}

const layer = (seat: string, who: string[], more: object = {}) =>
  who.map((person) => ({ seat, people: [person], every: 'day', handover: '08:00', anchor: '2026-09-01', ...more }))
const day = { from: '08:00', to: '20:00', handover: '08:00' }
const night = { from: '20:00', to: '08:00', handover: '20:00' }

type More = { people?: object[]; layers?: object[]; policy?: object; without?: string[] }
export const dutyCounty = ({ people: extra = [], layers = [], policy = {}, without = [] }: More = {}) => ({
  units: [
    { code: '150524', kind: 'banner', name: '示例旗' },
    { code: townOf, kind: 'town', name: '甲镇', parents: { legal: '150524', grievance: '150524' } },
    { code: other, kind: 'town', name: '乙镇', parents: { legal: '150524', grievance: '150524' } },
    { code: east, kind: 'village', name: '东嘎查', parents: { legal: townOf, grievance: townOf } },
    { code: south, kind: 'village', name: '南嘎查', parents: { legal: other, grievance: other } },
    { code: 'firm:1', kind: 'organisation', name: '第一律师事务所' },
  ],
  people: [...Object.values({ ...people, ...duty }), ...extra],
  seats: [
    { id: `town:${townOf}`, kind: 'town', unit: townOf },
    { id: `town:${other}`, kind: 'town', unit: other },
    { id: 'hotline', kind: 'hotline' },
    { id: 'centre-duty', kind: 'centre', head: 'qin' },
  ],
  layers: [
    ...layer('centre-duty', ['gao'], {}),
    ...layer(`town:${townOf}`, ['li'], day),
    ...layer(`town:${townOf}`, ['wang'], night),
    ...layer(`town:${other}`, ['he'], {}),
    ...layer('hotline', ['xu', 'gu', 'naren'], {}),
    ...layers,
  ].filter((each) => !without.includes((each as { people: string[] }).people[0] ?? '')),
  policy,
})

/** The county on duty, its clock standing at an instant of 2026-10-14, a Wednesday. */
export async function onDuty(time: string, more: More & Partial<Parameters<typeof startServer>[0]> = {}) {
  const now = time.length > 8 ? time : `2026-10-14T${time}+08:00`
  const server = await startServer({ now, county: dutyCounty(more), ...more })
  onTestFinished(() => server.stop())
  return server
}

type Ask = Omit<Input<'question.ask'>, 'requestId'>
export const about = (more: Partial<Ask> = {}): Ask => ({
  village: east,
  topic: 'wages',
  text: '工地三个月没发工钱，老板不接电话',
  language: 'zh',
  ...more,
})

export const asked = (county: TestServer, more: Partial<Ask> = {}): Promise<MatterView> =>
  county.api('bao', 'question.ask', about(more))

type OnQuestion = Exclude<
  Extract<ActionName, `question.${string}`>,
  'question.ask' | 'question.card' | 'question.messages'
>
/** Steps on one question: `act('li', 'question.take', {})`. */
export const answering =
  (county: TestServer, id: string) =>
  <A extends OnQuestion>(who: string, action: A, input: Omit<Input<A>, 'requestId' | 'id'>): Promise<MatterView> =>
    county.api(who, action, { ...input, id } as Omit<Input<A>, 'requestId'>) as Promise<MatterView>

/** Who was asked in which wave and what became of it: `0 li proposed`. */
export const offers = ({ detail }: MatterView): string[] =>
  (detail.offers ?? []).map(({ wave, person, state }) => `${wave} ${person} ${state}`)

export const shown = (county: TestServer, id: string, who = 'bao'): Promise<MatterView> =>
  county.api(who, 'matter.get', { id })
export const lines = (matter: MatterView): string[] => matter.timeline.map(({ text }) => plain(text))
