import { expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { at, wrongs } from './given'
import { lines, on, rotaCounty, town } from './rota-given'

/** Who stands where, to the minute, and who answers where nobody does. */

const who = async (server: TestServer, seat: string, at: string) =>
  (await server.api('sun', 'rota.whoIsOn', { seat, at })).items.map(({ person, gap }) =>
    gap ? `${person} 空岗` : person,
  )

it('at 20:00:00 it is the incoming one', async () => {
  const server = await at('2026-10-12T19:59:59+08:00', { county: rotaCounty() })
  expect(await who(server, 'hotline', '2026-10-12T19:59:59+08:00')).toEqual(['li'])
  expect(await who(server, 'hotline', '2026-10-12T20:00:00+08:00')).toEqual(['wang'])
  const { items } = await server.api('sun', 'rota.whoIsOn', { seat: 'hotline' })
  expect(items[0]).toMatchObject({ person: 'li', until: on('10-12 20:00'), gap: false, why: '轮值' })
  await server.demo.advance('PT1S')
  expect((await server.api('sun', 'rota.whoIsOn', { seat: 'hotline' })).items[0]).toMatchObject({
    person: 'wang',
    from: on('10-12 20:00'),
  })
})

it('a gap is answered by the centre’s duty seat, then by its leader, and says so', async () => {
  const layers = [
    {
      seat: 'centre-duty',
      people: ['qin'],
      every: 'day',
      handover: '08:00',
      anchor: '2026-09-01',
      from: '08:00',
      to: '20:00',
    },
  ]
  const server = await at('2026-10-12T10:00:00+08:00', { county: rotaCounty({ layers }) })
  const shifts = await server.api('sun', 'rota.shifts', { seat: 'hotline', from: '2026-10-12', to: '2026-10-13' })
  expect(lines(shifts)).toEqual([
    '10-12 00:00–10-12 08:00 gao 空岗',
    '10-12 08:00–10-12 20:00 qin 空岗',
    '10-12 20:00–10-13 00:00 gao 空岗',
  ])
  expect(shifts.map(({ why }) => why)).toEqual(['空岗', '空岗', '空岗'])
  expect(await who(server, 'hotline', '2026-10-12T21:00:00+08:00')).toEqual(['gao 空岗'])
})

it('a festival by name takes the place of the layers: a hole in it is a gap, and after it they count again', async () => {
  const server = await at('2026-09-20T10:00:00+08:00', { county: rotaCounty() })
  const festival = { seat: 'hotline', from: on('10-01 08:00'), to: on('10-02 08:00') }
  await server.api('gao', 'rota.saveFestival', {
    ...festival,
    shifts: [{ person: 'chen', from: on('10-01 08:00'), to: on('10-01 20:00') }],
  })
  const span = { seat: 'hotline', from: on('10-01 00:00'), to: on('10-02 12:00') }
  expect(lines(await server.api('gao', 'rota.shifts', span))).toEqual([
    '10-01 00:00–10-01 08:00 wang',
    '10-01 08:00–10-01 20:00 chen',
    '10-01 20:00–10-02 08:00 gao 空岗',
    '10-02 08:00–10-02 12:00 li',
  ])
  const said = async (shifts: { person: string; from: string; to: string }[]) =>
    wrongs(await server.ask('gao', 'rota.saveFestival', { ...festival, shifts }))
  expect(await said([])).toEqual(['shifts missing'])
  expect(await said([{ person: 'chen', from: on('10-01 20:00'), to: on('10-01 08:00') }])).toEqual([
    'shifts.0.to ends-before-it-starts',
  ])
  expect(await said([{ person: 'chen', from: on('10-01 08:00'), to: on('10-03 08:00') }])).toEqual([
    'shifts.0.from outside',
  ])
  expect(await said([{ person: 'nobody', from: on('10-01 08:00'), to: on('10-01 09:00') }])).toEqual([
    'shifts.0.person unknown-person',
  ])
  expect(await said([{ person: 'batu', from: on('10-01 08:00'), to: on('10-01 09:00') }])).toEqual(['rota.two-seats'])
})

it('seats and layers are made, changed and taken away; a town only in its own', async () => {
  const server = await at('2026-10-12T10:00:00+08:00', { county: rotaCounty() })
  const { seat } = await server.api('gao', 'rota.saveSeat', {
    seat: 'night',
    kind: 'night',
    name: '夜间双语',
    languages: ['mn'],
  })
  const layer = {
    seat,
    people: ['chen'],
    every: 'day' as const,
    handover: '20:00',
    anchor: '2026-10-12',
    from: '20:00',
    to: '08:00',
  }
  const made = await server.api('gao', 'rota.saveLayer', layer)
  const seats = async () => (await server.api('tang', 'rota.seats', {})).items
  expect((await seats()).find((one) => one.seat === 'night')).toMatchObject({
    name: '夜间双语',
    mine: false,
    layers: [{ layer: made.layer, people: [{ person: 'chen', name: '陈律' }] }],
  })
  expect((await seats()).find((one) => one.seat === town)).toMatchObject({ name: '甲镇值班律师', mine: true })

  await server.api('gao', 'rota.saveLayer', { ...layer, layer: made.layer, people: ['gong', 'chen'] })
  expect(await who(server, 'night', '2026-10-13T21:00:00+08:00')).toEqual(['chen'])
  await server.api('gao', 'rota.removeLayer', { layer: made.layer, why: '不设了' })
  expect(await who(server, 'night', '2026-10-13T21:00:00+08:00')).toEqual(['gao 空岗'])

  const said = async (as: string, input: object) =>
    wrongs(await server.ask(as, 'rota.saveLayer', { ...layer, ...input }))
  expect(await said('gao', { people: [] })).toEqual(['people missing'])
  expect(await said('gao', { people: ['nobody'] })).toEqual(['people.0 unknown-person'])
  expect(await said('gao', { from: '08:00', to: '08:00' })).toEqual(['to ends-before-it-starts'])
  expect(await said('gao', { people: ['wang'] })).toEqual(['rota.two-seats'])
  expect(await said('tang', {})).toEqual(['seat.not-found'])
  expect(await said('tang', { seat: town, layer: 'loaded:0' })).toEqual(['layer.not-found'])
  expect(
    wrongs(await server.ask('tang', 'rota.saveSeat', { seat: 'hotline', kind: 'town', unit: '150524100' })),
  ).toEqual(['seat.not-found'])
  expect(wrongs(await server.ask('tang', 'rota.removeLayer', { layer: 'loaded:0', why: '试试' }))).toEqual([
    'layer.not-found',
  ])
})

it('a lawyer reads his own line of the ledger, the centre everybody’s', async () => {
  const server = await at('2026-10-12T10:00:00+08:00', { county: rotaCounty() })
  const span = { from: '2026-10-12', to: '2026-10-13' }
  const own = await server.api('wang', 'rota.fairness', span)
  // A night of eight hours and one of four, each counted twice.
  expect(own.items).toMatchObject([{ person: 'wang', name: '王律', hours: 12, weighted: 24 }])
  expect(own.weights).toEqual({ night: 2, weekend: 2, holiday: 3 })
  const all = await server.api('gao', 'rota.fairness', span)
  expect(all.items.map(({ person }) => person).sort()).toEqual(['batu', 'gao', 'li', 'wang'])
  expect([own.average, own.gini]).toEqual([all.average, all.gini])
})
