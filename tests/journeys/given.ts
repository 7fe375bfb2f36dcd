import { onTestFinished } from 'vitest'
import type { ActionName, Input } from '@/contract/actions'
import type { MatterView, OutboxRow } from '@/contract/views'
import { type Answered, startServer, type TestServer } from '../support/server'

/** A county small enough to know everybody in it by name; everything in these stories happens here. */

const town = '150524100'
export const east = '150524100200'
export const west = '150524100201'

const up = { legal: '150524', grievance: '150524' }
const below = { legal: town, grievance: town }
const lawyer = (id: string, name: string, phone: string, unit: string, more: object = {}) => ({
  id,
  name,
  phone,
  languages: ['zh'],
  roles: [{ role: 'lawyer', unit }],
  lawyer: {
    licence: 'practising',
    since: '2015-03-01',
    subjects: ['labour', 'family'],
    capacity: 8,
    towns: [town],
    ...more,
  },
})

const li = lawyer('li', '李律', '13900000001', 'firm:1')
/** Not of this town, so always proposed after li. */
const wang = lawyer('wang', '王律', '13900000002', 'firm:2', { towns: [] })
/** Proposes himself for everything and may take nothing. */
const notary = lawyer('gong', '公证', '13900000003', 'firm:2', { licence: 'notary' })

export const people = {
  gao: { id: 'gao', name: '高审查', phone: '04750000001', roles: [{ role: 'centre' }] },
  qin: { id: 'qin', name: '秦审查', roles: [{ role: 'centre' }] },
  sun: { id: 'sun', name: '孙督查', roles: [{ role: 'supervisor' }] },
  li,
  wang,
  notary,
  bao: { id: 'bao', name: '包群众', phone: '13900000011' },
  wu: { id: 'wu', name: '吴群众', phone: '13900000012' },
  zhou: { id: 'zhou', name: '周书记', phone: '13900000021', roles: [{ role: 'village', unit: east }] },
  tian: { id: 'tian', name: '田书记', phone: '13900000022', roles: [{ role: 'village', unit: west }] },
  tang: { id: 'tang', name: '唐司法', phone: '13900000023', roles: [{ role: 'town', unit: town }] },
  fang: { id: 'fang', name: '方主任', roles: [{ role: 'organisation', unit: 'firm:1' }] },
  ma: { id: 'ma', name: '马主任', roles: [{ role: 'organisation', unit: 'firm:2' }] },
}

export const county = (more: { people?: object[]; policy?: object } = {}) => ({
  units: [
    { code: '150524', kind: 'banner', name: '示例旗' },
    { code: town, kind: 'town', name: '甲镇', parents: up },
    { code: east, kind: 'village', name: '东嘎查', parents: below },
    { code: west, kind: 'village', name: '西嘎查', parents: below },
    { code: 'firm:1', kind: 'organisation', name: '第一律师事务所' },
    { code: 'firm:2', kind: 'organisation', name: '第二律师事务所' },
  ],
  people: more.people ?? Object.values(people),
  seats: [
    { id: `town:${town}`, kind: 'town', unit: town },
    { id: 'centre-duty', kind: 'centre' },
  ],
  layers: [{ seat: 'centre-duty', people: ['gao'], every: 'day', handover: '08:00', anchor: '2026-09-01' }],
  policy: { 'aid.cutoff': '16:00', ...more.policy },
})

/** The county's server with its clock standing at a minute; it stops with the test. Texts come with plain spaces. */
export async function at(now: string, options: Partial<Parameters<typeof startServer>[0]> = {}): Promise<TestServer> {
  const server = await startServer({ now, county: county(), ...options })
  onTestFinished(() => server.stop())
  const api: TestServer['api'] = async (...asked) => spaced(await server.api(...asked))
  const ask: TestServer['ask'] = async (...asked) => {
    const answer = await server.ask(...asked)
    return { ...answer, body: spaced(answer.body) }
  }
  return { ...server, api, ask }
}

// Numbers and their units are kept together by hard spaces; where exactly is a matter for the words.
const spaced = <T>(value: T): T => JSON.parse(plain(JSON.stringify(value)))

type Submit = Omit<Input<'aid.submit'>, 'requestId'>

/** Bao's wage claim: the least that an application must say. */
export const wages = (more: Partial<Submit> = {}): Submit => ({
  for: 'self',
  applicant: { name: '包群众', phone: '13900000011', idNumber: '110101199003077539' },
  where: { place: east, body: '劳动监察大队' },
  matter: 'wages',
  story: '工地欠了我三个月的工资',
  route: 'promise',
  parties: [{ role: 'opponent', name: '某建筑公司', phone: '13900000099' }],
  ...more,
})

type OnMatter = Extract<ActionName, `aid.${string}`> & Exclude<ActionName, 'aid.submit' | 'aid.candidates'>
/** Steps on one matter: `act('li', 'aid.take', {})`. */
export const acting =
  (county: TestServer, id: string) =>
  <A extends OnMatter>(who: string, action: A, input: Omit<Input<A>, 'requestId' | 'id'>): Promise<MatterView> =>
    county.api(who, action, { ...input, id } as Omit<Input<A>, 'requestId'>) as Promise<MatterView>

/** Bao's claim, granted, and in the hands of whoever was proposed first. */
export async function inHand(county: TestServer, more: Partial<Submit> = {}): Promise<string> {
  const { id } = await county.api('bao', 'aid.submit', wages(more))
  const { detail } = await county.api('gao', 'aid.grant', { id })
  const lawyer = detail.lawyer?.id ?? ''
  await county.api(lawyer, 'aid.conflictAnswer', { id, conflict: 'no' })
  await county.api(lawyer, 'aid.take', { id })
  return id
}

/** Texts with plain spaces: numbers and their units are kept together by hard ones. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

export const clockOf = (matter: Pick<MatterView, 'clocks'>, code: string, generation = 1) => {
  const found = matter.clocks.find((clock) => clock.code === code && clock.generation === generation)
  if (!found) throw new Error(`no clock ${code}/${generation} among ${matter.clocks.map((c) => c.code)}`)
  return found
}
export const explained = (matter: Pick<MatterView, 'clocks'>, code: string): string[] =>
  clockOf(matter, code).explain.map(({ text }) => plain(text))

/** What was told, as `who channel template`. */
export const told = (rows: OutboxRow[]): string[] =>
  rows.map(({ to, channel, template }) => `${to} ${channel} ${template}`)
export const story = (matter: MatterView): string[] => matter.timeline.map(({ text }) => plain(text))
export const may = (matter: MatterView): string[] => matter.can.map(({ action }) => action)

/** What was said to it: `field code` for what is wrong in a form, the code of a refusal, nothing where it was done. */
export const wrongs = ({ body }: Answered): string[] => {
  if (body.ok) return []
  if ('invalid' in body) return body.invalid.map(({ field, code }) => `${field} ${code}`)
  return ['refused' in body ? body.refused : body.fault]
}

/** Wu is entered by somebody else, who writes down how she agreed. */
export const forOther = (agreed: object = {}, more: Partial<Submit> = {}): Submit =>
  wages({
    for: 'other',
    applicant: { name: '乌群众', phone: '13900000077' },
    forwarded: { consent: { kind: 'witness', name: '邻居陈' }, tell: ['person', 'helper'], ...agreed },
    ...more,
  })

/** A file of this person's own, ready to be named in a command. */
export async function uploaded(county: TestServer, person: string, bytes: Uint8Array<ArrayBuffer>, name: string) {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  const headers = { authorization: `Bearer ${await county.tokenOf(person)}` }
  const response = await fetch(`${county.url}/files`, { method: 'POST', body: form, headers })
  const body = (await response.json()) as Answered<{ fileId: string }>['body']
  return body.ok ? body.value.fileId : `${response.status} ${wrongs({ body } as Answered)}`
}
/** Whether this person is handed the file. */
export const opens = async (county: TestServer, person: string, file: string): Promise<boolean> =>
  (await county.http('GET', `/files/${file}`, undefined, await county.tokenOf(person))).status === 200
