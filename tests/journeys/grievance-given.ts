import { onTestFinished } from 'vitest'
import type { ActionName, Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { samples } from '../support/sample-files'
import { startServer, type TestServer } from '../support/server'
import { east, people, plain, uploaded, west } from './given'

/** A county with its three levels: two villages of a town, a village of another, three departments, the command seat. */

export const town = '150524100'
export const otherTown = '150524101'
export const south = '150524101200'
const banner = '150524'
const below = (code: string) => ({ parents: { legal: code, grievance: code } })

const staff = (id: string, name: string, role: string, unit?: string, phone?: string) => ({
  id,
  name,
  ...(phone && { phone }),
  roles: [{ role, ...(unit && { unit }) }],
})

export const grievancePeople = {
  ...people,
  // The command seat: by day, by night, and one who stands in no seat.
  lu: staff('lu', '陆派单', 'command', undefined, '04750000021'),
  ye: staff('ye', '叶守夜', 'command', undefined, '04750000022'),
  mei: staff('mei', '梅回访', 'command'),
  dong: staff('dong', '董督查', 'supervisor'),
  he: staff('he', '何镇办', 'town', otherTown),
  nan: staff('nan', '南书记', 'village', south),
  shui: staff('shui', '水务甲', 'department', 'dept:water', '04750000031'),
  shui2: staff('shui2', '水务乙', 'department', 'dept:water'),
  jiao: staff('jiao', '交通甲', 'department', 'dept:traffic', '04750000032'),
  tu: staff('tu', '国土甲', 'department', 'dept:land'),
}

const day = { from: '08:00', to: '20:00', handover: '08:00' }
const night = { from: '20:00', to: '08:00', handover: '20:00' }
const layer = (seat: string, who: string[], more: object = {}) => ({
  seat,
  people: who,
  every: 'day',
  handover: '08:00',
  anchor: '2026-09-01',
  priority: 1,
  ...more,
})

type More = { people?: object[]; policy?: object; units?: object[] }
export const grievanceCounty = ({ people: extra = [], policy = {}, units = [] }: More = {}) => ({
  units: [
    { code: banner, kind: 'banner', name: '示例旗' },
    { code: town, kind: 'town', name: '甲镇', ...below(banner) },
    { code: otherTown, kind: 'town', name: '乙镇', ...below(banner) },
    { code: east, kind: 'village', name: '东嘎查', ...below(town) },
    { code: west, kind: 'village', name: '西嘎查', ...below(town) },
    { code: south, kind: 'village', name: '南嘎查', ...below(otherTown) },
    { code: 'dept:water', kind: 'department', name: '水务局', head: 'shui', ...below(banner) },
    { code: 'dept:traffic', kind: 'department', name: '交通局', head: 'jiao', ...below(banner) },
    { code: 'dept:land', kind: 'department', name: '自然资源局', head: 'tu', ...below(banner) },
    { code: 'dept:empty', kind: 'department', name: '空局', ...below(banner) },
    { code: 'firm:1', kind: 'organisation', name: '第一律师事务所' },
    { code: 'firm:2', kind: 'organisation', name: '第二律师事务所' },
    ...units,
  ],
  people: [...Object.values(grievancePeople), ...extra],
  seats: [
    { id: 'centre-duty', kind: 'centre' },
    { id: 'command-duty', kind: 'command' },
  ],
  layers: [layer('centre-duty', ['gao']), layer('command-duty', ['lu'], day), layer('command-duty', ['ye'], night)],
  policy,
})

/** The county at an instant; `09:00:00` is of Wednesday 14 October 2026. */
export async function inCommand(time: string, more: More & Partial<Parameters<typeof startServer>[0]> = {}) {
  const now = time.length > 8 ? `${time.replace(' ', 'T')}+08:00` : `2026-10-14T${time}+08:00`
  const server = await startServer({ now, county: grievanceCounty(more), ...more })
  onTestFinished(() => server.stop())
  return server
}
/** `2026-10-03 02:25` as the product writes it. */
export const t = (text: string): string => `${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}.000+08:00`
export const to = (county: TestServer, text: string) => county.demo.to(t(text))

type Submit = Omit<Input<'grievance.submit'>, 'requestId'>
export const ditch = (more: Partial<Submit> = {}): Submit => ({
  topic: 'water',
  place: east,
  spot: '村西桥头',
  text: '村西那条水渠从桥头到泵站都淤了，二十几户的地浇不上',
  ...more,
})
export const reported = (county: TestServer, more: Partial<Submit> = {}, who = 'bao'): Promise<MatterView> =>
  county.api(who, 'grievance.submit', ditch(more))

type OnGrievance = Exclude<
  Extract<ActionName, `grievance.${string}` | `notice.${'issue' | 'sign' | 'receive' | 'reply' | 'cancel'}`>,
  'grievance.submit' | 'grievance.similar' | 'grievance.advice'
>
/** Steps on one report: `act('lu', 'grievance.accept', {...})`. */
export const handling =
  (county: TestServer, id: string) =>
  <A extends OnGrievance>(who: string, action: A, input: Omit<Input<A>, 'requestId' | 'id'>): Promise<MatterView> =>
    county.api(who, action, { ...input, id } as Omit<Input<A>, 'requestId'>) as Promise<MatterView>
/** The same, for what is said no to: status and codes. */
export const refused =
  (county: TestServer, id: string) =>
  async <A extends OnGrievance>(who: string, action: A, input: Omit<Input<A>, 'requestId' | 'id'>) => {
    const { status, body } = await county.ask(who, action, { ...input, id } as Omit<Input<A>, 'requestId'>)
    const { refused: code, invalid } = body as { refused?: string; invalid?: { field: string; code: string }[] }
    return code
      ? `${status} ${code}`
      : invalid
        ? `${status} ${invalid.map((p) => `${p.field} ${p.code}`)}`
        : `${status}`
  }

export const quick = { type: 'help', handling: 'quick' } as const
export const toWater = { main: 'dept:water', why: '水渠清淤归水务局' } as const
export const shown = (county: TestServer, id: string, who = 'bao'): Promise<MatterView> =>
  county.api(who, 'matter.get', { id })
export const lines = (matter: MatterView): string[] => matter.timeline.map(({ text }) => plain(text))

/** A photo that a person sent, by its id. */
export const photoOf = (county: TestServer, who: string): Promise<string> =>
  uploaded(county, who, samples.jpeg, '现场.jpg')

/** Accepted, sent to the water department and signed for. */
export async function atWater(county: TestServer, more: Partial<Submit> = {}, as: object = quick) {
  const { id } = await reported(county, more)
  const act = handling(county, id)
  await act('lu', 'grievance.accept', { ...quick, ...as })
  await act('lu', 'grievance.dispatch', toWater)
  await act('shui', 'grievance.sign', {})
  return { id, act }
}
