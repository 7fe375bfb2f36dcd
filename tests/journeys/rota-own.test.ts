import { expect, it } from 'vitest'
import { at, wrongs } from './given'
import { lines, on, rotaCounty } from './rota-given'

/** What somebody on the rota does for himself. Li has the hotline by day, wang by night. */

const shift = { seat: 'hotline', from: on('10-13 08:00'), to: on('10-13 20:00') }
const open = () => at('2026-10-12T10:00:00+08:00', { county: rotaCounty() })
type Server = Awaited<ReturnType<typeof open>>
const shifts = async (server: Server) => lines(await server.api('gao', 'rota.shifts', shift))
const templates = async (server: Server, edit: string) =>
  (await server.demo.outbox(`rota:${edit}`))
    .filter(({ channel }) => channel === 'app')
    .map(({ to, template }) => `${to} ${template}`)
    .sort()

it('a swap counts from the yes on, and only whom it asks may say it', async () => {
  const server = await open()
  const swap = await server.api('li', 'rota.swapAsk', { ...shift, with: 'chen' })
  expect(swap).toMatchObject({ state: 'asked', with: { name: '陈律' }, mine: false })
  expect(await shifts(server)).toEqual(['10-13 08:00–10-13 20:00 li'])
  expect(wrongs(await server.ask('li', 'rota.swapAsk', { ...shift, with: 'gong' }))).toEqual(['rota.swap-open'])
  expect(wrongs(await server.ask('gong', 'rota.swapAnswer', { id: swap.id, yes: true }))).toEqual(['swap.not-found'])
  expect(wrongs(await server.ask('li', 'rota.swapAnswer', { id: swap.id, yes: true }))).toEqual(['rota.swap-not-asked'])
  const mine = await server.api('chen', 'rota.mine', { from: shift.from, to: shift.to })
  expect(mine.swaps).toMatchObject([{ id: swap.id, mine: true }])

  expect((await server.api('chen', 'rota.swapAnswer', { id: swap.id, yes: true })).state).toBe('agreed')
  expect((await server.api('chen', 'rota.swapAnswer', { id: swap.id, yes: true })).state).toBe('agreed')
  expect(wrongs(await server.ask('chen', 'rota.swapAnswer', { id: swap.id, yes: false }))).toEqual([
    'rota.swap-answered',
  ])
  expect(await shifts(server)).toEqual(['10-13 08:00–10-13 20:00 chen'])
  expect(await templates(server, swap.id)).toEqual(['chen rota.swap-asked', 'li rota.swap-agreed'])
})

it('a swap with oneself, of somebody else’s shift or of the past is named and not saved', async () => {
  const server = await open()
  const said = async (as: string, input: object) =>
    wrongs(await server.ask(as, 'rota.swapAsk', { ...shift, with: 'chen', ...input }))
  expect(await said('li', { with: 'li' })).toEqual(['rota.swap-self'])
  expect(await said('gong', {})).toEqual(['rota.not-yours'])
  expect(await said('li', { from: on('10-11 08:00'), to: on('10-11 20:00') })).toEqual(['rota.in-the-past'])
  expect(await said('li', { with: 'batu' })).toEqual(['rota.two-seats'])
  expect(await server.demo.outbox()).toEqual([])
})

it('leave is a gap until its cover says yes; the centre hears of it and may write it down for who rang', async () => {
  const server = await open()
  const { leave, swaps } = await server.api('li', 'rota.leave', {
    from: '2026-10-13',
    to: '2026-10-14',
    cover: 'chen',
    why: '看病',
  })
  expect(swaps).toHaveLength(1)
  expect(await shifts(server)).toEqual(['10-13 08:00–10-13 20:00 gao 空岗'])
  await server.api('chen', 'rota.swapAnswer', { id: swaps[0]?.id ?? '', yes: true })
  expect(await shifts(server)).toEqual(['10-13 08:00–10-13 20:00 chen'])
  expect(await templates(server, leave)).toEqual(['gao rota.leave'])
  await server.demo.advance('PT1S')
  // Leave is stronger than an override that names him.
  const back = { ...shift, kind: 'replace', out: 'chen', in: 'li', why: '回来' } as const
  expect(wrongs(await server.ask('gao', 'rota.override', back))).toEqual(['rota.on-leave'])

  const rang = { from: '2026-10-14', to: '2026-10-15', person: 'wang' }
  expect(wrongs(await server.ask('li', 'rota.leave', rang))).toEqual(['permission.role'])
  await server.api('gao', 'rota.leave', rang)
  const mine = await server.api('wang', 'rota.mine', { from: '2026-10-14', to: '2026-10-16' })
  expect(mine.leaves).toMatchObject([{ from: on('10-14 00:00'), to: on('10-15 00:00') }])
  expect(lines(mine.shifts)).toEqual(['10-15 00:00–10-15 08:00 wang', '10-15 20:00–10-16 00:00 wang'])
})

it('an hour in court is one tap; another hour replaces it, and being back ends it', async () => {
  const server = await open()
  const now = async () =>
    (await server.api('gao', 'rota.whoIsOn', { seat: 'hotline' })).items.map(({ person, gap }) => [person, gap])
  const away = async () => (await server.api('li', 'rota.mine', { from: '2026-10-12', to: '2026-10-13' })).awayUntil
  await server.api('li', 'rota.away', { until: on('10-12 11:30'), why: '开庭' })
  expect([await now(), await away()]).toEqual([[['gao', true]], on('10-12 11:30')])
  await server.api('li', 'rota.away', { until: on('10-12 12:00') })
  expect(await away()).toBe(on('10-12 12:00'))
  await server.demo.to('2026-10-12T11:00:00+08:00')
  await server.api('li', 'rota.away', {})
  expect([await now(), await away()]).toEqual([[['li', false]], undefined])
  await server.api('li', 'rota.away', { until: on('10-12 11:30') })
  await server.demo.to('2026-10-12T11:30:00+08:00')
  expect(await now()).toEqual([['li', false]])
  expect(wrongs(await server.ask('li', 'rota.away', { until: on('10-12 11:00') }))).toEqual(['until in-the-past'])
})

it('the note at a change of seat is read by who comes, or a leader hears of it at ten past, once', async () => {
  const server = await at('2026-10-12T19:50:00+08:00', { county: rotaCounty() })
  const note = await server.api('li', 'rota.handOver', { note: '东嘎查的事等回电' })
  expect(note).toMatchObject({ seat: 'hotline', by: '李律', mine: false })
  expect(wrongs(await server.ask('chen', 'rota.handOver', { note: '不在岗' }))).toEqual(['rota.not-there'])
  const waiting = await server.api('wang', 'rota.mine', { from: '2026-10-12', to: '2026-10-13' })
  expect(waiting.handOvers).toMatchObject([{ handOver: note.handOver, note: '东嘎查的事等回电', mine: true }])

  const alarms = async () =>
    (await server.demo.outbox(`rota:${note.handOver}`)).map(
      ({ to, channel, at }) => `${to} ${channel} ${at.slice(11, 16)}`,
    )
  await server.demo.to('2026-10-12T20:09:59+08:00')
  expect(await alarms()).toEqual([])
  await server.demo.to('2026-10-12T22:00:00+08:00')
  expect(await alarms()).toEqual(['gao app 20:10', 'gao wechat 20:10'])
  // Late, it is still acknowledged, and once is enough.
  const seen = await server.api('wang', 'rota.handOverSeen', {})
  expect(seen.items).toMatchObject([
    { handOver: note.handOver, mine: false, seen: { by: '王律', at: on('10-12 22:00') } },
  ])
  await server.demo.to('2026-10-13T07:50:00+08:00')
  const other = await server.api('wang', 'rota.handOver', { note: '没有事' })
  await server.demo.to('2026-10-13T08:05:00+08:00')
  await server.api('li', 'rota.handOverSeen', { handOver: other.handOver })
  await server.demo.to('2026-10-13T09:00:00+08:00')
  expect(await server.demo.outbox(`rota:${other.handOver}`)).toEqual([])
})

it('a leave is taken back: he stands there again, and whoever covered it is told', async () => {
  const server = await open()
  const { leave, swaps } = await server.api('li', 'rota.leave', { from: '2026-10-13', to: '2026-10-14', cover: 'chen' })
  await server.api('chen', 'rota.swapAnswer', { id: swaps[0]?.id ?? '', yes: true })
  expect(await shifts(server)).toEqual(['10-13 08:00–10-13 20:00 chen'])
  expect(wrongs(await server.ask('chen', 'rota.leaveBack', { leave }))).toEqual(['leave.not-found'])
  await server.api('li', 'rota.leaveBack', { leave })
  expect(await shifts(server)).toEqual(['10-13 08:00–10-13 20:00 li'])
  expect(await templates(server, `${leave}:back`)).toEqual(['chen rota.leave-back', 'gao rota.leave-back'])
  expect((await server.api('li', 'rota.mine', { from: shift.from, to: shift.to })).leaves).toEqual([])
})

it('who asked for a swap may take it back until it is answered, and then ask somebody else', async () => {
  const server = await open()
  const swap = await server.api('li', 'rota.swapAsk', { ...shift, with: 'chen' })
  expect((await server.api('li', 'rota.swapAnswer', { id: swap.id, yes: false })).state).toBe('declined')
  expect(wrongs(await server.ask('chen', 'rota.swapAnswer', { id: swap.id, yes: true }))).toEqual([
    'rota.swap-answered',
  ])
  expect(await templates(server, swap.id)).toEqual(['chen rota.swap-asked', 'chen rota.swap-withdrawn'])
  expect((await server.api('li', 'rota.swapAsk', { ...shift, with: 'gong' })).state).toBe('asked')
})
