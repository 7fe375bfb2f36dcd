import { expect, it } from 'vitest'
import { at, plain, wrongs } from './given'
import { lines, on, rotaCounty } from './rota-given'

/** Days are fixed: refused with what is wrong, forced with a reason that stays, drafted by the machine. */

const week = { from: '2026-10-12', to: '2026-10-18' }
const open = (more: Parameters<typeof rotaCounty>[0] = {}) =>
  at('2026-10-11T10:00:00+08:00', { county: rotaCounty(more) })

it('a whole rota is published, and everybody in it is told once', async () => {
  const server = await open()
  const input = { ...week, requestId: 'publish-one' }
  expect(await server.api('gao', 'rota.publish', input)).toMatchObject({ ...week, by: '高审查', problems: [] })
  await server.api('gao', 'rota.publish', input)
  const told = (await server.demo.outbox()).filter(({ template }) => template === 'rota.published')
  // Not the one who published it.
  expect(told.map(({ to, channel }) => `${to} ${channel}`).sort()).toEqual(['batu app', 'li app', 'wang app'])
  expect(plain(told[0]?.text ?? '')).toBe('10 月 12 日到 10 月 18 日的值班表定了，请看您的班。')
  const { items } = await server.api('sun', 'rota.publications', {})
  expect(items).toHaveLength(1)
})

it('with a gap it is refused and says where, and forced only with a reason that the supervisor reads', async () => {
  const server = await open()
  await server.api('gao', 'rota.leave', { from: on('10-14 08:00'), to: on('10-14 20:00'), person: 'li' })
  const said = await server.ask('gao', 'rota.publish', week)
  expect([said.status, ...wrongs(said)]).toEqual([422, 'rota.not-publishable'])
  const problems = 'refused' in said.body ? (said.body.detail?.problems as { code: string; text: string }[]) : []
  expect(problems.map(({ code, text }) => `${code} ${text}`)).toEqual(['gap 10 月 14 日 8:00 起空岗 12 小时，热线值班'])
  expect((await server.api('sun', 'rota.publications', {})).items).toEqual([])

  await server.api('gao', 'rota.publish', { ...week, force: '已经在找人' })
  const { items } = await server.api('sun', 'rota.publications', {})
  expect(items).toMatchObject([{ force: '已经在找人', by: '高审查', problems: [{ code: 'gap', seat: 'hotline' }] }])
  expect(wrongs(await server.ask('li', 'rota.publications', {}))).toEqual(['permission.role'])
})

it('nobody who speaks Mongolian, and too short a rest, stand in the way as well', async () => {
  const layer = (seat: string, people: string[], more: object = {}) => ({
    seat,
    people,
    every: 'day',
    handover: '08:00',
    anchor: '2026-09-01',
    ...more,
  })
  const layers = [
    layer('centre-duty', ['gao']),
    // After his night on the hotline he has five hours.
    layer('town:150524100', ['wang'], { from: '13:00', to: '18:00' }),
    layer('hotline', ['li'], { from: '08:00', to: '20:00' }),
    layer('hotline', ['wang'], { from: '20:00', to: '08:00', handover: '20:00' }),
  ]
  const server = await open({ layers })
  const said = await server.ask('gao', 'rota.publish', { from: '2026-10-12', to: '2026-10-13' })
  const problems = 'refused' in said.body ? (said.body.detail?.problems as { code: string }[]) : []
  expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual(['gap', 'no-mongolian', 'short-rest'])
  const board = await server.api('gao', 'rota.board', { from: '2026-10-12', to: '2026-10-14' })
  expect(board.problems).toEqual(problems)
})

it('at most 35 days at once, forwards, and not the past', async () => {
  const server = await open()
  const said = async (input: object) => wrongs(await server.ask('gao', 'rota.publish', { ...week, ...input }))
  expect(await said({ to: '2026-11-16' })).toEqual(['rota.too-long'])
  expect(await said({ to: '2026-11-15' })).toEqual([])
  expect(await said({ to: '2026-10-11' })).toEqual(['to ends-before-it-starts'])
  expect(await said({ from: '2026-10-01', to: '2026-10-05' })).toEqual(['rota.in-the-past'])
})

it('a drafted month counts once it was changed, rehearsed and published', async () => {
  const layers = [
    ['centre-duty', ['gao', 'qin']],
    ['town:150524100', ['batu', 'chen']],
    ['hotline', ['li', 'wang', 'gong']],
  ].map(([seat, people]) => ({ seat, people, every: 'day', handover: '08:00', anchor: '2026-09-01' }))
  const server = await at('2026-10-20T10:00:00+08:00', { county: rotaCounty({ layers }) })
  await server.api('li', 'rota.wish', { day: '2026-11-05', rather: false })
  const input = { month: '2026-11', seats: ['hotline'], requestId: 'draft-one' }
  const draft = await server.api('gao', 'rota.draft', input)
  expect((await server.api('gao', 'rota.draft', input)).draft).toBe(draft.draft)
  expect(draft).toMatchObject({ month: '2026-11', wishes: { all: 1 } })
  const [hotline] = draft.seats
  const first = hotline?.shifts.find(({ start, gap }) => start > '2026-11-02' && !gap)
  if (!first) throw new Error('an empty draft')
  const other = ['li', 'wang', 'gong'].find((id) => id !== first.person) ?? ''

  const shifts = async () =>
    lines(await server.api('gao', 'rota.shifts', { seat: 'hotline', from: first.start, to: first.end }))
  const before = await shifts()
  const change = { draft: draft.draft, seat: 'hotline', from: first.start, to: first.end, out: first.person, in: other }
  const changed = await server.api('gao', 'rota.draftChange', change)
  expect(changed.seats[0]?.shifts.find(({ start }) => start === first.start)?.person).toBe(other)
  expect(wrongs(await server.ask('gao', 'rota.draftChange', change))).toEqual(['rota.not-there'])
  expect(await shifts()).toEqual(before)

  const rehearsal = await server.api('sun', 'rota.rehearse', { draft: draft.draft })
  expect(rehearsal.demonstration).toBe(true)
  expect(rehearsal.byHour.length).toBeGreaterThan(0)
  expect(rehearsal.questions).toBeGreaterThan(rehearsal.failed.length)

  const publish = { from: '2026-11-01', to: '2026-11-30', draft: draft.draft, force: '试运行' }
  await server.api('gao', 'rota.publish', publish)
  expect(await shifts()).toEqual([`${lines([first])[0]?.split(' ').slice(0, 3).join(' ')} ${other}`])
  expect((await server.api('gao', 'rota.draftGet', { draft: draft.draft })).published).toBe(true)
  expect(wrongs(await server.ask('gao', 'rota.draftChange', { ...change, requestId: 'late-change' }))).toEqual([
    'rota.draft-published',
  ])
  expect(wrongs(await server.ask('gao', 'rota.publish', { ...publish, draft: 'no-such' }))).toEqual(['draft.not-found'])
})

it('one’s own calendar can be subscribed to, follows the rota, and ends with a new address', async () => {
  const server = await open()
  const fetched = async (url: string) => {
    const response = await fetch(server.url + url)
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  const { url } = await server.api('li', 'rota.calendarLink', {})
  expect((await server.api('li', 'rota.calendarLink', {})).url).toBe(url)
  const one = await fetched(url)
  expect([one.status, one.type]).toEqual([200, 'text/calendar; charset=utf-8'])
  const starts = (text: string) => [...text.matchAll(/^DTSTART:(\S+)\r?$/gm)].map(([, at]) => at)
  const uids = (text: string) => [...text.matchAll(/^UID:(\S+)\r?$/gm)].map(([, uid]) => uid)
  // A shift from 8:00 in Shanghai, each day from a week ago to sixty days ahead.
  expect(starts(one.text)).toHaveLength(68)
  expect(starts(one.text)).toContain('20261013T000000Z')
  expect(one.text).toContain('SUMMARY:值班：热线值班')
  expect(new Set(uids(one.text)).size).toBe(68)

  const tuesday = { seat: 'hotline', from: on('10-13 08:00'), to: on('10-13 20:00'), kind: 'replace' } as const
  await server.api('gao', 'rota.override', { ...tuesday, out: 'li', in: 'chen', why: '开庭' })
  const two = await fetched(url)
  expect(starts(two.text)).not.toContain('20261013T000000Z')
  expect(uids(one.text)).toEqual(expect.arrayContaining(uids(two.text)))

  const renewed = await server.api('li', 'rota.calendarLink', { renew: true })
  expect(renewed.url).not.toBe(url)
  expect([(await fetched(url)).status, (await fetched(renewed.url)).status]).toEqual([404, 200])
  expect((await fetched('/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics')).status).toBe(404)
})
