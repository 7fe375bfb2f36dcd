import { expect, it } from 'vitest'
import { at, wrongs } from './given'
import { lines, on, rotaCounty, town } from './rota-given'

/** What a stranger tried on the rota. By day li has the hotline, by night wang. */

const day = { seat: 'hotline', from: on('10-12 08:00'), to: on('10-12 20:00') }
const instead = { ...day, kind: 'replace', why: '开庭' } as const
const open = (now = '2026-10-11T10:00:00+08:00') => at(now, { county: rotaCounty() })
type Server = Awaited<ReturnType<typeof open>>
const shifts = async (server: Server, span: { seat: string; from: string; to: string } = day) =>
  lines(await server.api('gao', 'rota.shifts', span))
const swapped = async (server: Server, who: string, over: typeof day, other: string) => {
  const { id } = await server.api(who, 'rota.swapAsk', { ...over, with: other })
  return server.api(other, 'rota.swapAnswer', { id, yes: true })
}

it('what is decided later counts, also within one instant of the clock: an override after a swap', async () => {
  const server = await open()
  await swapped(server, 'li', day, 'chen')
  await server.api('gao', 'rota.override', { ...instead, out: 'chen', in: 'gong' })
  expect(await shifts(server)).toEqual(['10-12 08:00–10-12 20:00 gong'])
})

it('what is decided later counts, also within one instant, where the two lie in different months', async () => {
  const server = await open()
  const first = { ...instead, out: 'li', in: 'gong', from: on('11-01 08:00'), to: on('11-01 20:00') }
  await server.api('gao', 'rota.override', first)
  await server.api('gao', 'rota.override', { ...first, in: 'chen', from: on('10-31 08:00') })
  const span = { seat: 'hotline', from: on('10-31 20:00'), to: on('11-01 20:00') }
  expect(await shifts(server, span)).toEqual(['10-31 20:00–11-01 08:00 wang', '11-01 08:00–11-01 20:00 chen'])
})

it('what was made is named by its id, however it is called besides', async () => {
  const server = await open()
  const override = await server.api('gao', 'rota.override', { ...instead, out: 'li', in: 'gong' })
  expect(override.id).toBe(override.override)
  expect((await server.api('gao', 'rota.cancelOverride', { override: override.id, why: '不用了' })).id).toBe(
    override.id,
  )
  const leave = await server.api('li', 'rota.leave', { from: '2026-10-13', to: '2026-10-14' })
  expect(leave.id).toBe(leave.leave)
})

it('outside its hours a seat has no gap: somebody answers, and whoever asks who is on is told the same', async () => {
  const server = await open()
  const hours = { from: '09:00', to: '17:00', every: 'working-day' } as const
  await server.api('gao', 'rota.saveSeat', { seat: 'window', kind: 'hotline', name: '窗口', hours })
  const on = async (time: string) =>
    (await server.api('sun', 'rota.whoIsOn', { seat: 'window', at: time })).items.map(({ person, gap }) => [
      person,
      gap,
    ])
  expect(await on('2026-10-12T10:00:00+08:00')).toEqual([['gao', true]])
  expect(await on('2026-10-12T17:00:00+08:00')).toEqual([['gao', false]])
  // A day is its first minute.
  expect(await on('2026-10-12')).toEqual([['gao', false]])
})

it('a town makes seats for its own people, never the one that answers for the whole county', async () => {
  const server = await open()
  const said = async (as: string, kind: string) =>
    wrongs(await server.ask(as, 'rota.saveSeat', { seat: town, kind, unit: '150524100' }))
  expect(await said('tang', 'centre')).toEqual(['kind not-an-option'])
  expect(await said('tang', 'command')).toEqual(['kind not-an-option'])
  expect(await said('tang', 'town')).toEqual([])
  expect(await said('gao', 'command')).toEqual([])
  expect(await said('tang', 'command')).toEqual([])
})

it('a resident is put into no seat, by nobody and by no way', async () => {
  const server = await open()
  const layer = { seat: 'hotline', every: 'day', handover: '08:00', anchor: '2026-10-12' } as const
  const said = [
    await server.ask('gao', 'rota.override', { ...instead, out: 'li', in: 'bao' }),
    await server.ask('gao', 'rota.preview', { ...instead, out: 'li', in: 'bao' }),
    await server.ask('gao', 'rota.saveLayer', { ...layer, people: ['li', 'bao'] }),
    await server.ask('gao', 'rota.saveFestival', { ...day, shifts: [{ person: 'bao', from: day.from, to: day.to }] }),
    await server.ask('li', 'rota.swapAsk', { ...day, with: 'bao' }),
    await server.ask('li', 'rota.leave', { from: day.from, to: day.to, cover: 'bao' }),
  ]
  expect(said.flatMap(wrongs)).toEqual(
    ['in', 'in', 'people.1', 'shifts.0.person', 'with', 'cover'].map((field) => `${field} unknown-person`),
  )
  const [problem] = said.flatMap(({ body }) =>
    'invalid' in body ? body.invalid.filter((p) => p.field[0] === 'p') : [],
  )
  expect(problem?.message).toBe('人员（第 2 个）：没有这个人')
  expect(await shifts(server)).toEqual(['10-12 08:00–10-12 20:00 li'])
})

it('a swap follows its shift when the layer’s hours move, and may be handed on as the shift it now is', async () => {
  const server = await open()
  await swapped(server, 'li', day, 'chen')
  const { items } = await server.api('gao', 'rota.seats', {})
  const [byDay, byNight] = items.find(({ seat }) => seat === 'hotline')?.layers ?? []
  const moved = { seat: 'hotline', every: 'day', anchor: '2026-09-01' } as const
  const [ten, late] = ['10:00', '22:00']
  for (const [layer, people, from, to] of [
    [byNight?.layer, ['wang'], late, ten],
    [byDay?.layer, ['li'], ten, late],
  ] as const)
    await server.api('gao', 'rota.saveLayer', { ...moved, layer, people: [...people], handover: from, from, to })
  const span = { seat: 'hotline', from: on('10-12 00:00'), to: on('10-13 22:00') }
  const after = (who: string) => [
    '10-12 00:00–10-12 10:00 wang',
    `10-12 10:00–10-12 22:00 ${who}`,
    '10-12 22:00–10-13 10:00 wang',
    '10-13 10:00–10-13 22:00 li',
  ]
  expect(await shifts(server, span)).toEqual(after('chen'))
  await swapped(server, 'chen', { seat: 'hotline', from: on('10-12 10:00'), to: on('10-12 22:00') }, 'gong')
  expect(await shifts(server, span)).toEqual(after('gong'))
})

it('a swap over midnight and the end of a month, with a shift in return, counts in both months', async () => {
  const server = await open()
  const night = { seat: 'hotline', from: on('10-31 20:00'), to: on('11-01 08:00') }
  const back = { from: on('11-03 08:00'), to: on('11-03 20:00') }
  // Chen has nothing to give in return; li has.
  const empty = await server.ask('wang', 'rota.swapAsk', { ...night, with: 'chen', return: back })
  expect(wrongs(empty)).toEqual(['rota.not-there'])
  const asked = await server.api('wang', 'rota.swapAsk', { ...night, with: 'li', return: back })
  await server.api('li', 'rota.swapAnswer', { id: asked.id, yes: true })
  expect(await shifts(server, night)).toEqual(['10-31 20:00–11-01 08:00 li'])
  expect(await shifts(server, { seat: 'hotline', ...back })).toEqual(['11-03 08:00–11-03 20:00 wang'])
})

it('an override taken back from under a swap leaves whoever the rota names', async () => {
  const server = await open()
  const { override } = await server.api('gao', 'rota.override', { ...instead, out: 'li', in: 'gong' })
  await swapped(server, 'gong', day, 'chen')
  expect(await shifts(server)).toEqual(['10-12 08:00–10-12 20:00 chen'])
  await server.api('gao', 'rota.cancelOverride', { override, why: '不用了' })
  expect(await shifts(server)).toEqual(['10-12 08:00–10-12 20:00 li'])
})

it('leave over the end of a month asks the cover for each shift, and the no of one leaves its gap', async () => {
  const server = await open()
  const { swaps } = await server.api('wang', 'rota.leave', { from: '2026-10-31', to: '2026-11-02', cover: 'chen' })
  expect(swaps.map(({ from }) => from)).toEqual([on('10-31 00:00'), on('10-31 20:00'), on('11-01 20:00')])
  for (const [n, { id }] of swaps.entries()) await server.api('chen', 'rota.swapAnswer', { id, yes: n > 0 })
  expect(await shifts(server, { seat: 'hotline', from: on('10-30 20:00'), to: on('11-02 08:00') })).toEqual([
    '10-30 20:00–10-31 00:00 wang',
    '10-31 00:00–10-31 08:00 gao 空岗',
    '10-31 08:00–10-31 20:00 li',
    '10-31 20:00–11-01 08:00 chen',
    '11-01 08:00–11-01 20:00 li',
    '11-01 20:00–11-02 00:00 chen',
    '11-02 00:00–11-02 08:00 wang',
  ])
})

it('the same tap sent again says the same hour; with another hour it is another request', async () => {
  const server = await open('2026-10-31T21:00:00+08:00')
  const tap = { until: on('11-01 07:00'), requestId: 'away-one' }
  expect((await server.api('wang', 'rota.away', tap)).until).toBe(tap.until)
  expect((await server.api('wang', 'rota.away', tap)).until).toBe(tap.until)
  expect(wrongs(await server.ask('wang', 'rota.away', { ...tap, until: on('11-01 06:00') }))).toEqual([
    'request.reused',
  ])
  expect((await server.api('wang', 'rota.away', { until: '2026-11-01' })).until).toBe(on('11-01 00:00'))
  expect(await shifts(server, { seat: 'hotline', from: on('10-31 20:00'), to: on('11-01 08:00') })).toEqual([
    '10-31 20:00–10-31 21:00 wang',
    '10-31 21:00–11-01 00:00 gao 空岗',
    '11-01 00:00–11-01 08:00 wang',
  ])
})

it('a draft of no seat is named, and nothing is drafted', async () => {
  const server = await open()
  expect(wrongs(await server.ask('gao', 'rota.draft', { month: '2026-11', seats: [] }))).toEqual(['seats missing'])
})

it('in one’s calendar a duty that goes on and on is the same one tomorrow', async () => {
  const server = await open()
  const { url } = await server.api('gao', 'rota.calendarLink', {})
  const uids = async () =>
    [...(await (await fetch(server.url + url)).text()).matchAll(/^UID:(\S+)\r?$/gm)].map(([, u]) => u)
  const today = await uids()
  expect(today).toHaveLength(1)
  await server.demo.advance('P1D')
  expect(await uids()).toEqual(today)
})
