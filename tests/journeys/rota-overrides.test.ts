import { expect, it } from 'vitest'
import { at, people, wrongs } from './given'
import { lines, on, rotaCounty } from './rota-given'

/** Somebody else for a while. All in the hotline's day shift, 08 to 20, which is li's. */

const nine = { seat: 'hotline', from: on('10-12 09:00'), to: on('10-12 15:00'), kind: 'replace', out: 'li' } as const
const noon = { ...nine, from: on('10-12 12:00'), to: on('10-12 18:00') } as const
const day = { from: on('10-12 08:00'), to: on('10-12 20:00') }

it('is previewed, saved, overlapped by a later one, and taken back', async () => {
  const server = await at('2026-10-11T10:00:00+08:00', { county: rotaCounty() })
  const shifts = async () => lines(await server.api('gao', 'rota.shifts', { seat: 'hotline', ...day }))
  const whole = ['10-12 08:00–10-12 20:00 li']
  const first = ['10-12 08:00–10-12 09:00 li', '10-12 09:00–10-12 15:00 gong', '10-12 15:00–10-12 20:00 li']

  const preview = await server.api('gao', 'rota.preview', { ...nine, in: 'gong' })
  expect(lines(preview.before)).toEqual(['10-12 09:00–10-12 15:00 li'])
  expect(lines(preview.after)).toEqual(['10-12 09:00–10-12 15:00 gong'])
  expect(await shifts()).toEqual(whole)

  const one = await server.api('gao', 'rota.override', { ...nine, in: 'gong', why: '李律开庭' })
  expect(one).toMatchObject({ in: { name: '公证' }, out: { name: '李律' }, by: '高审查', why: '李律开庭' })
  expect(await shifts()).toEqual(first)

  const two = await server.api('qin', 'rota.override', { ...noon, in: 'chen', why: '会见' })
  expect(await shifts()).toEqual([
    '10-12 08:00–10-12 09:00 li',
    '10-12 09:00–10-12 12:00 gong',
    '10-12 12:00–10-12 18:00 chen',
    '10-12 18:00–10-12 20:00 li',
  ])
  await server.api('gao', 'rota.cancelOverride', { override: two.override, why: '不用了' })
  expect(await shifts()).toEqual(first)
  await server.api('gao', 'rota.cancelOverride', { override: one.override, why: '不用了' })
  expect(await shifts()).toEqual(whole)
  // Taken back already: the same answer, and nothing more is told.
  const before = (await server.demo.outbox()).length
  expect((await server.ask('gao', 'rota.cancelOverride', { override: one.override, why: '再取消' })).status).toBe(200)
  expect(await server.demo.outbox()).toHaveLength(before)
})

it('tells whoever comes in and whoever goes out, once, and not the one who did it', async () => {
  const server = await at('2026-10-11T10:00:00+08:00', { county: rotaCounty() })
  const input = { ...nine, in: 'gong', why: '开庭', requestId: 'override-one' }
  const { override } = await server.api('gao', 'rota.override', input)
  expect((await server.api('gao', 'rota.override', input)).override).toBe(override)
  const rows = await server.demo.outbox(`rota:${override}`)
  expect(rows.map(({ to, channel, template }) => `${to} ${channel} ${template}`).sort()).toEqual([
    'gong app rota.in',
    'gong wechat rota.in',
    'li app rota.out',
    'li wechat rota.out',
  ])
  const again = await server.ask('gao', 'rota.override', { ...input, why: '别的理由' })
  expect([again.status, ...wrongs(again)]).toEqual([409, 'request.reused'])
})

it('is named and not saved where it makes no sense', async () => {
  const server = await at('2026-10-11T10:00:00+08:00', { county: rotaCounty() })
  const said = async (input: object) =>
    wrongs(await server.ask('gao', 'rota.override', { ...nine, in: 'gong', why: '开庭', ...input }))
  expect(await said({ from: on('10-12 15:00'), to: on('10-12 09:00') })).toEqual(['to ends-before-it-starts'])
  expect(await said({ from: on('10-10 09:00'), to: on('10-10 12:00') })).toEqual(['rota.in-the-past'])
  expect(await said({ in: 'batu' })).toEqual(['rota.two-seats'])
  expect(await said({ in: 'nobody' })).toEqual(['in unknown-person'])
  expect(await said({ out: 'chen' })).toEqual(['rota.not-there'])
  expect(await said({ seat: 'nowhere' })).toEqual(['seat.not-found'])
  expect(await said({ in: undefined })).toEqual(['in missing'])
  expect(await said({ to: on('12-31 09:00').replace('2026', '2029') })).toEqual(['rota.too-long'])
  expect((await server.demo.outbox()).length).toBe(0)
  expect(lines(await server.api('gao', 'rota.shifts', { seat: 'hotline', ...day }))).toHaveLength(1)
})

it('is a town’s only in its own seats, and nobody’s who only stands in them', async () => {
  const server = await at('2026-10-11T10:00:00+08:00', { county: rotaCounty() })
  const own = { seat: 'town:150524100', from: day.from, to: day.to, kind: 'replace', out: 'batu', in: 'chen' } as const
  expect(wrongs(await server.ask('tang', 'rota.override', { ...nine, in: 'gong', why: '开庭' }))).toEqual([
    'seat.not-found',
  ])
  expect(wrongs(await server.ask('li', 'rota.override', { ...own, why: '开庭' }))).toEqual(['permission.role'])
  expect((await server.ask('tang', 'rota.override', { ...own, why: '开庭' })).status).toBe(200)
})

it('is decided on what the other of two at once has saved', async () => {
  const server = await at('2026-10-11T10:00:00+08:00', { county: rotaCounty() })
  // Chen can't come in twice: whoever is second is told, and one of the two stands.
  const town = { seat: 'town:150524100', from: nine.from, to: nine.to, kind: 'add', in: 'chen', why: '加人' } as const
  const both = await Promise.all([
    server.ask('gao', 'rota.override', { ...nine, in: 'chen', why: '开庭' }),
    server.ask('qin', 'rota.override', town),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
  expect(both.flatMap(wrongs)).toEqual(['rota.two-seats'])
})

it('is a take-over now, to the end of the shift, without naming a seat where it is plain', async () => {
  const server = await at('2026-10-12T09:30:00+08:00', { county: rotaCounty() })
  const which = await server.ask('chen', 'rota.takeOver', {})
  expect(wrongs(which)).toEqual(['rota.which-seat'])
  const taken = await server.api('wang', 'rota.takeOver', {})
  expect(taken).toMatchObject({ seat: 'hotline', in: { person: 'wang' }, out: { person: people.li.id } })
  expect(lines(await server.api('gao', 'rota.shifts', { seat: 'hotline', ...day }))).toEqual([
    '10-12 08:00–10-12 09:30 li',
    '10-12 09:30–10-12 20:00 wang',
  ])
  expect(wrongs(await server.ask('wang', 'rota.takeOver', { seat: 'hotline' }))).toEqual(['rota.already-there'])
})
