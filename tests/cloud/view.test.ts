import { beforeAll, describe, expect, it } from 'vitest'
import type { MatterView, TrackView } from '@/contract/views'
import { sight } from '@/domain/sight'
import { application, type Given, no, reach, value, world } from '../given-world'

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
  where: { place: '150524100200', body: '劳动监察', elsewhere: '沈阳铁西区的工地' },
  happened: '2026-06-01',
  deadline: '2027-06-01',
  income: 900,
  parties: [
    {
      role: 'opponent',
      name: '某公司',
      phone: '13800000000',
      idNumber: '150524198001010014',
      creditCode: '91350100M000100Y43',
    },
  ],
})
const forwarded = {
  ...form,
  for: 'other',
  forwarded: { consent: { kind: 'witness', name: '丁明白' }, tell: ['helper'] },
}

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
const story = ['for', 'story', 'where.body', 'where.elsewhere', 'happened', 'deadline'].map((key) => `detail.${key}`)
/** How she agreed, and whom she wants told: her and her helper's business, not the lawyer's. */
const consent = ['consent.kind', 'consent.text', 'consent.name', 'told[]'].map((key) => `detail.${key}`)
const means = ['detail.route', 'detail.groups[]', 'detail.groupTexts[]', 'detail.income']
/** Which papers are owed, how often and when they were asked for; what came in is another part. */
const owed = ['times', 'lists[].at', 'lists[].by', 'lists[].items[].key', 'lists[].items[].text']
  .concat('lists[].items[].answered.at', 'lists[].items[].answered.files')
  .map((key) => `detail.papersAsked.${key}`)
const answers = ['detail.papersAsked.lists[].items[].answered.text']
const notes = ['at', 'by', 'text'].map((key) => `detail.notes[].${key}`)
const screening = [
  ...['check', 'verdict', 'text', 'articleName', 'articleText', 'certain'].map((key) => `detail.screening[].${key}`),
  ...['day', 'from', 'source', 'certain'].map((key) => `detail.limitation.${key}`),
]
const people = ['id', 'name', 'org', 'phone', 'role', 'roleText'].map((key) => `people[].${key}`)
const timeline = ['at', 'by', 'seq', 'text'].map((key) => `timeline[].${key}`)
const lawyer = [
  ...['id', 'name', 'org', 'conflict', 'reasons'].map((key) => `detail.lawyer.${key}`),
  'detail.confirmed.at',
  'detail.confirmed.by',
]
const decision = ['at', 'by', 'why'].map((key) => `detail.decision.${key}`)
const reports = ['at', 'text', 'change'].map((key) => `detail.reports[].${key}`)
const documents = ['document', 'title', 'certain', 'no'].map((key) => `detail.documents[].${key}`)
const going = [...people, ...timeline, ...lawyer]
const whole = [
  ...everybody,
  ...documents,
  ...name,
  ...contact,
  ...parties,
  ...partyContact,
  ...story,
  ...means,
  ...going,
  ...decision,
  ...reports,
  ...owed,
  ...answers,
  ...notes,
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
      const items = [{ key: 'id', text: '身份证' }]
      value(await w.as('gao')('aid.supplementList', { id, items }))
      value(await w.as('mei')('aid.supplement', { id, items: [{ key: 'id', text: '丢了，补办中' }] }))
      value(await w.as('gao')('matter.note', { id, text: '电话里问过她' }))
      value(await w.as('gao')('aid.grant', { id, why: '合适' }))
      value(await w.as('zhou')('aid.confirm', { id }))
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
      [...everybody, ...name, ...parties, ...going, ...documents.filter((key) => !key.endsWith('no'))],
    ],
    [
      'the helper: no contact, no means; of the other side the names, or she would wipe them when she adds one',
      'mei',
      'working',
      [...everybody, ...name, ...parties, ...story, ...consent, ...going, ...owed, 'detail.forwardedBy'],
    ],
    [
      'the centre',
      'gao',
      'working',
      [...whole, ...consent, ...screening, 'detail.lawyer.reasons[]', 'detail.forwardedBy'],
    ],
    [
      'the supervisor',
      'sun',
      'working',
      [...whole, ...consent, ...screening, 'detail.lawyer.reasons[]', 'detail.forwardedBy'],
    ],
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
    expect(beyond(view, [...whole, ...consent, 'code'])).toEqual([])
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
      expect(detail.parties).toMatchObject([{ phone: '138****0000', idNumber: '150***********0014' }])
    }
  })
  it('a frozen lawyer is shut out again: names only, and nothing to do', async () => {
    const w = await world()
    const id = await reach(w, 'in-hand', form)
    // The wall knows his telephone on the other side.
    const other = [{ role: 'opponent', name: '某老板', phone: '13900000001' }]
    value(await w.as('bao')('aid.parties', { id, parties: other }))
    const view = await see({ w, id }, 'li')
    expect(beyond(view, [...everybody, ...name, ...parties])).toEqual([])
    expect(view).toMatchObject({ can: [], people: [], timeline: [], papers: [] })
    expect((await see({ w, id }, 'gao')).detail.lawyer).toMatchObject({ id: 'li', conflict: 'frozen' })
    expect(value<{ items: object[] }>(await w.as('li')('desk.list', { desk: 'lawyer' })).items[0]).not.toHaveProperty(
      'papersAsked',
    )
  })
  it('a refusal: article, reasons and remedy are hers and the centre’s, and the helper’s where she wants her told', async () => {
    const w = await world()
    const { id } = value(await w.as('mei')('aid.submit', forwarded))
    value(await w.as('gao')('aid.refuse', { id, article: '31-5', why: '不是劳动争议' }))
    value(await w.as('ma')('aid.confirmRefusal', { id }))
    const { refusal } = (await see({ w, id }, 'sun')).detail
    expect(refusal).toMatchObject({ by: '高审查', article: '31-5', why: '不是劳动争议', confirmed: { by: '马审查' } })
    expect(refusal?.remedy).toContain('异议')
    expect((await see({ w, id }, 'mei')).detail.refusal).toMatchObject({ why: '不是劳动争议' })
    const told = { ...forwarded.forwarded, tell: ['person'] }
    const other = value(await w.as('mei')('aid.submit', { ...forwarded, forwarded: told })).id
    value(await w.as('gao')('aid.refuse', { id: other, article: '31-5', why: '不是劳动争议' }))
    value(await w.as('ma')('aid.confirmRefusal', { id: other }))
    expect(JSON.stringify(await see({ w, id: other }, 'mei'))).not.toMatch('不是劳动争议')
  })
  it('a hand-over: where to, with name and number, is hers and the centre’s', async () => {
    const w = await world()
    const { id } = value(await w.as('bao')('aid.submit', form))
    const to = { agency: '铁西区法律援助中心', person: '王主任', phone: '02400000000' }
    value(await w.as('gao')('aid.transfer', { id, to, why: '工地在铁西区' }))
    for (const who of ['bao', 'gao'])
      expect((await see({ w, id }, who)).detail.transfer).toMatchObject({ ...to, by: '高审查' })
  })
  describe('after a bad word on the telephone', () => {
    let over: { w: Given; id: string; code?: string }
    beforeAll(async () => {
      const w = await world()
      const { id, code } = value(await w.as('mei')('aid.submit', forwarded))
      const ways: [string, string, object?][] = [
        ['gao', 'aid.grant'],
        ['li', 'aid.conflictAnswer', { conflict: 'no' }],
        ['li', 'aid.take'],
        ['li', 'aid.close', { result: 'mediated', text: '工钱要回来了' }],
        ['gao', 'aid.reviewClose', { ok: true }],
        ['ma', 'aid.calledBack', { reached: true, stars: 1, note: '泄露：她说没人管' }],
        ['ma', 'aid.contacted', { how: 'call' }],
        ['ma', 'aid.rectified', { text: '泄露：道了歉' }],
      ]
      for (const [who, action, input] of ways) value(await w.as(who)(action, { id, ...input }))
      over = { w, id, ...(code && { code }) }
    })
    it('the centre sees rating, call and what was put right', async () => {
      expect((await see(over, 'gao')).detail).toMatchObject({
        rating: { stars: 1, how: 'call' },
        callBack: { done: true, tries: [{ by: '马审查', reached: true }] },
        rectified: { by: '马审查', text: '泄露：道了歉' },
      })
    })
    it('the helper and the lawyer’s house see neither her stars nor her words', async () => {
      for (const who of ['mei', 'zhou']) {
        const view = await see(over, who)
        for (const part of ['rating', 'callBack', 'rectified', 'reports', 'result', 'notes', 'screening'])
          expect(view.detail).not.toHaveProperty(part)
        expect(JSON.stringify(view)).not.toContain('泄露')
      }
    })
    it('nor does the timeline or a clock tell them how she rated it', async () => {
      for (const who of ['mei', 'zhou']) {
        const { timeline, clocks } = await see(over, who)
        expect([who, timeline.filter(({ text }) => /评价|不满意|回访/.test(text))]).toEqual([who, []])
        expect([who, clocks.filter(({ code }) => code.startsWith('grievance.'))]).toEqual([who, []])
      }
    })
    it('the query code shows nothing new: no rating, no clock of it, nobody’s words', async () => {
      const seen = value<TrackView>(await over.w.as(undefined)('matter.track', { code: over.code }))
      const allowed = everybody.filter((key) => !/^(can|detail|id|version|unread|papers)/.test(key))
      expect(beyond(seen, [...allowed, ...people])).toEqual([])
      expect(seen.clocks.filter(({ code }) => code.startsWith('grievance.'))).toEqual([])
    })
  })
  it('the view table names no part that isn’t there, and time itself sees nothing', () => {
    expect([sight.time, sight.gone]).toEqual([[], []])
    expect(sight.proposed).toEqual(['applicant-name', 'party-names'])
    for (const part of ['owed', 'notes', 'reports', 'papers', 'decision', 'matching'] as const)
      for (const who of ['tracker', 'organisation', 'proposed'] as const) expect(sight[who]).not.toContain(part)
    for (const part of ['notes', 'reports', 'papers', 'party-contact'] as const)
      expect(sight.helper).not.toContain(part)
    expect(sight.helper).toContain('owed')
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
