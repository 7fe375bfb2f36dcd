import { beforeAll, describe, expect, it } from 'vitest'
import type { MatterView, TrackView } from '@/contract/views'
import { sight } from '@/domain/sight'
import { application, county, type Given, no, reach, value, world } from '../given-world'

/** Every path of keys in a reply; places in a list are one. */
function keys(part: unknown, path = ''): string[] {
  if (Array.isArray(part)) return [...new Set(part.flatMap((each) => keys(each, `${path}[]`)))]
  if (typeof part !== 'object' || part === null) return [path]
  return Object.entries(part).flatMap(([key, each]) => keys(each, path ? `${path}.${key}` : key))
}
const sorted = (part: unknown) => [...new Set(keys(part))].sort()

const form = application({
  applicant: {
    name: '包某',
    phone: '13812345678',
    idNumber: '11010519491231002X',
    birth: '1949-12-31',
    language: 'zh',
    groups: ['老人'],
  },
  where: { place: '150524100200', body: '劳动监察' },
  income: 900,
  parties: [
    {
      role: 'opponent',
      name: '某公司',
      phone: '13800000000',
      idNumber: '11010519491231002X',
      creditCode: '91350100M000100Y43',
    },
  ],
})
const forwarded = { ...form, for: 'other', forwarded: { consent: { kind: 'voice' }, tell: ['helper'] } }

/** What anybody who may see the matter is sent. */
const everybody = [
  'can[].action',
  'createdAt',
  'detail.topic',
  'detail.topicText',
  'detail.where.place.code',
  'detail.where.place.text',
  'id',
  'kind',
  'papers',
  'place.code',
  'place.text',
  'stage',
  'stageText',
  'title',
  'unread',
  'version',
  ...[
    'code',
    'colour',
    'dueAt',
    'dueText',
    'explain[].day',
    'explain[].text',
    'generation',
    'provisional',
    'startedAt',
    'state',
    'title',
    'word',
    'outcome',
    'stoppedAt',
  ].map((key) => `clocks[].${key}`),
]
const name = ['detail.applicant.name']
const contact = ['phone', 'idNumber', 'birth', 'language', 'groups[]'].map((key) => `detail.applicant.${key}`)
const parties = ['role', 'name'].map((key) => `detail.parties[].${key}`)
const partyContact = ['phone', 'idNumber', 'creditCode'].map((key) => `detail.parties[].${key}`)
const story = ['detail.for', 'detail.story', 'detail.where.body']
const means = ['detail.route', 'detail.groups[]', 'detail.income']
const people = ['id', 'name', 'org', 'phone', 'role', 'roleText'].map((key) => `people[].${key}`)
const timeline = ['at', 'by', 'seq', 'text'].map((key) => `timeline[].${key}`)
const lawyer = ['id', 'name', 'org', 'conflict', 'reasons'].map((key) => `detail.lawyer.${key}`)
const decision = ['at', 'by', 'why'].map((key) => `detail.decision.${key}`)
const reports = ['at', 'text', 'change'].map((key) => `detail.reports[].${key}`)
const whole = [
  ...everybody,
  ...name,
  ...contact,
  ...parties,
  ...partyContact,
  ...story,
  ...means,
  ...people,
  ...timeline,
  ...lawyer,
  ...decision,
  ...reports,
]

/** A path that is an empty list in this reply stands without its inside. */
const beyond = (view: unknown, allowed: string[]) =>
  sorted(view).filter(
    (key) =>
      !allowed.includes(key) &&
      !allowed.some(
        (each) =>
          each.startsWith(`${key}[`) || each.startsWith(`${key}.`) || each === `${key}[]` || `${each}[]` === key,
      ),
  )

describe('the keys that each one is sent', () => {
  let asked: { w: Given; id: string }
  let working: { w: Given; id: string }
  const see = async ({ w, id }: { w: Given; id: string }, who: string) => value(await w.as(who)('matter.get', { id }))
  beforeAll(async () => {
    const set = async (step: 'asked' | 'in-hand') => {
      const w = await world()
      const { id } = value(await w.as('mei')('aid.submit', forwarded))
      value(await w.as('gao')('aid.grant', { id, why: '合适' }))
      if (step === 'asked') return { w, id }
      value(await w.as('li')('aid.conflictAnswer', { id, conflict: 'no' }))
      value(await w.as('li')('aid.take', { id }))
      value(await w.as('li')('aid.report', { id, change: true, text: '开庭了' }))
      return { w, id }
    }
    asked = await set('asked')
    working = await set('in-hand')
  })
  it.each<[string, string, 'asked' | 'working', string[]]>([
    ['the proposed lawyer: names only', 'li', 'asked', [...everybody, ...name, ...parties]],
    ['the lawyer who has it: all but what matching thought', 'li', 'working', [...whole, 'detail.forwardedBy']],
    [
      'his organisation: names and how it goes',
      'zhou',
      'working',
      [...everybody, ...name, ...parties, ...people, ...timeline, ...lawyer],
    ],
    [
      'the helper: no contact, no party, no means',
      'mei',
      'working',
      [...everybody, ...name, ...story, ...people, ...timeline, ...lawyer, 'detail.forwardedBy'],
    ],
    ['the centre', 'gao', 'working', [...whole, 'detail.lawyer.reasons[]', 'detail.forwardedBy']],
    ['the supervisor', 'sun', 'working', [...whole, 'detail.lawyer.reasons[]', 'detail.forwardedBy']],
  ])('%s', async (_, who, which, allowed) => {
    const view = await see(which === 'asked' ? asked : working, who)
    expect(beyond(view, allowed)).toEqual([])
    const missing = allowed.filter(
      (key) => !/clocks|explain|by$|can|org|phone$|papers|reasons|why|groups/.test(key) && !sorted(view).includes(key),
    )
    expect(missing).toEqual([])
  })
  it('the applicant: all of her own, and the query code', async () => {
    const w = await world()
    const id = await reach(w, 'in-hand', form)
    const view = value(await w.as('bao')('matter.get', { id }))
    expect(beyond(view, [...whole, 'code'])).toEqual([])
    expect(view.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
  })
  it('the query code: stage, clock and who is responsible; neither the matter’s id nor a word of the person', async () => {
    const { w } = asked
    const { code } = value(await w.as('mei')('aid.submit', forwarded))
    const seen = value<TrackView>(await w.as(undefined)('matter.track', { code }))
    const allowed = everybody.filter((key) => !/^(can|detail|id|version|unread|papers)/.test(key))
    expect(beyond(seen, [...allowed, ...people])).toEqual([])
    expect(seen.people).toEqual([{ role: 'responsible', roleText: '现在负责的人', id: 'gao', name: '高审查' }])
  })
  it('telephone and identity numbers are masked for everybody, the applicant too', async () => {
    for (const who of ['gao', 'sun', 'li']) {
      const { detail } = await see(working, who)
      expect(detail.applicant).toMatchObject({ phone: '138****5678', idNumber: '110***********002X' })
      expect(detail.parties).toMatchObject([{ phone: '138****0000', idNumber: '110***********002X' }])
    }
  })
  it('the view table names no part that isn’t there, and time itself sees nothing', () => {
    expect([sight.time, sight.gone]).toEqual([[], []])
    expect(sight.proposed).toEqual(['applicant-name', 'party-names'])
    for (const part of ['applicant-name', 'applicant-contact', 'party-names', 'party-contact', 'story'] as const)
      expect(sight.tracker).not.toContain(part)
  })
})

describe('lists', () => {
  const ids = async (w: Given, who: string, action: string, input: object = {}) =>
    value<{ items: MatterView[] }>(await w.as(who)(action, input)).items.map(({ id }) => id)
  it('hold what is one’s own, and name the applicant only to those who may know', async () => {
    const w = await world()
    const id = await reach(w, 'asked')
    const { id: other } = value(await w.as('mei')('aid.submit', forwarded))
    expect(await ids(w, 'bao', 'matter.list')).toEqual([id])
    expect(await ids(w, 'wu', 'matter.list')).toEqual([])
    expect(await ids(w, 'mei', 'desk.list', { desk: 'village' })).toEqual([other])
    expect(await ids(w, 'nan', 'desk.list', { desk: 'village' })).toEqual([])
    expect(await ids(w, 'li', 'desk.list', { desk: 'lawyer' })).toEqual([id])
    expect(await ids(w, 'zhou', 'desk.list', { desk: 'organisation' })).toEqual([id])
    expect(await ids(w, 'qin', 'desk.list', { desk: 'organisation' })).toEqual([])
    expect((await ids(w, 'gao', 'desk.list', { desk: 'centre' })).sort()).toEqual([id, other].sort())
    expect(await ids(w, 'gao', 'desk.list', { desk: 'centre', stage: 'assigned' })).toEqual([id])
    expect(no(await w.as('mei')('desk.list', { desk: 'centre' }))).toEqual({ status: 403, refused: 'permission.role' })
  })
  it('never write, however late it is', async () => {
    const w = await world()
    await reach(w, 'submitted')
    w.set('2026-10-20 10:00')
    const before = await w.docs()
    const rows = value<{ items: MatterView[] }>(await w.as('gao')('desk.list', { desk: 'centre' })).items
    expect(rows).toMatchObject([{ clock: { colour: 'overdue', word: '已超期' } }])
    expect(await w.docs()).toEqual(before)
  })
})

describe('guessing query codes', () => {
  const guess = (w: Given, who?: string) => w.as(who)('matter.track', { code: '0000000000000' })
  it('is answered five times a minute and then no more; a right one costs nothing', async () => {
    const w = await world()
    const { code } = value(await w.as('bao')('aid.submit', application()))
    for (let n = 0; n < 8; n++) value<TrackView>(await w.as('wu')('matter.track', { code }))
    for (let n = 0; n < 5; n++) expect(no(await guess(w, 'wu'))).toEqual({ status: 404, refused: 'matter.not-found' })
    expect(no(await guess(w, 'wu'))).toEqual({ status: 429, refused: 'throttle.wait', detail: { seconds: 60 } })
    expect(no(await w.as('wu')('matter.track', { code }))).toMatchObject({ status: 429 })
    expect(no(await guess(w, 'he'))).toMatchObject({ status: 404 })
    w.advance(60_000)
    expect(no(await guess(w, 'wu'))).toMatchObject({ status: 404 })
  })
  it('the county’s own limit counts', async () => {
    const w = await world({ county: { ...county(), policy: { 'track.wrongPerCaller': 2 } } })
    expect([(await guess(w)).status, (await guess(w)).status, (await guess(w)).status]).toEqual([404, 404, 429])
  })
  it('takes a code as people write it: small letters, dashes, O for 0', async () => {
    const w = await world()
    const { code = '' } = value(await w.as('bao')('aid.submit', application()))
    const written = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    expect(value<TrackView>(await w.as(undefined)('matter.track', { code: written })).stage).toBe('submitted')
  })
})
