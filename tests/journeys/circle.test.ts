import { describe, expect, it } from 'vitest'
import { wrongs } from './given'
import { duty, dutyCounty, onDuty, south } from './question-given'

const east = '150524100200'
const surveyed = (lng: number) => ({ lng, lat: 42.7, source: '测绘院 2025' })
type Unit = { code: string; kind: string; name: string; parents?: { legal: string }; at?: object }

/** The county with surveyed points: the eastern village, both towns, a station in each; and one station unsurveyed. */
const county = () => {
  const plain = dutyCounty()
  const station = (code: string, town: string, lng?: number): Unit => ({
    code,
    kind: 'station',
    name: `${code}站`,
    parents: { legal: town },
    ...(lng !== undefined && { at: surveyed(lng) }),
  })
  const places: Record<string, object> = { [east]: surveyed(121.8), '150524100': surveyed(121.9) }
  const units: Unit[] = [
    ...plain.units.map((unit) => ({ ...unit, ...(places[unit.code] && { at: places[unit.code] }) })),
    station('s1', '150524100', 121.81),
    station('s2', '150524101', 122.4),
    station('s3', '150524100'),
  ]
  const travel = [{ from: '150524100', to: '150524101', minutes: 55 }]
  const { gu } = duty
  const adviser = { ...gu, lawyer: { ...gu.lawyer, advises: [east] } }
  const people = plain.people.map((person) => (person === gu ? adviser : person))
  return { ...plain, units, travel, people }
}

describe('around a village', () => {
  it('the nearest surveyed points stand first, with minutes only where the county’s table has the way', async () => {
    const server = await onDuty('09:00:00', { county: county() })
    const { points } = await server.api(undefined, 'circle.show', { village: east })
    expect(points?.map(({ code }) => code)).toEqual(['s1', '150524100', 's2'])
    expect(points?.map(({ travelMinutes }) => travelMinutes)).toEqual([undefined, undefined, 55])
    expect(points?.[0]).toMatchObject({ name: 's1站', kind: 'station', source: '测绘院 2025' })
    expect(points?.[0]?.metres).toBeGreaterThan(800)
    expect(points?.[0]?.metres).toBeLessThan(830)
  })
  it('whoever answers stands there by the name of his town, as on the rota', async () => {
    const server = await onDuty('09:00:00', { county: county() })
    const { onDuty: standing } = await server.api(undefined, 'circle.show', { village: east })
    expect(standing.map(({ seatText }) => seatText)).toContain('甲镇值班律师')
  })
  it('a village that nobody surveyed has no points, however many stations were', async () => {
    const server = await onDuty('09:00:00', { county: county() })
    expect(await server.api(undefined, 'circle.show', { village: south })).not.toHaveProperty('points')
  })
  it('its adviser is named with his organisation and number; a village without one names nobody', async () => {
    const server = await onDuty('09:00:00', { county: county() })
    const { adviser } = await server.api(undefined, 'circle.show', { village: east })
    expect(adviser).toEqual({ name: '顾律', org: '第一律师事务所', phone: '13900000005' })
    expect(await server.api(undefined, 'circle.show', { village: south })).not.toHaveProperty('adviser')
  })
  it('an adviser of a village of the same name in another town isn’t this one’s', async () => {
    const given = county()
    const twin = { code: '150524101201', kind: 'village', name: '东嘎查', parents: { legal: '150524101' } }
    const server = await onDuty('09:00:00', { county: { ...given, units: [...given.units, twin] } })
    expect(await server.api(undefined, 'circle.show', { village: twin.code })).not.toHaveProperty('adviser')
    expect((await server.api(undefined, 'circle.show', { village: east })).adviser?.name).toBe('顾律')
  })
})

describe('a door plate', () => {
  it('names the place, its adviser, today’s duty and the address that its code opens', async () => {
    const server = await onDuty('09:00:00', { county: county() })
    const plate = await server.api('zhou', 'circle.plate', { village: east })
    expect(plate).toMatchObject({
      village: { code: east, text: '甲镇 东嘎查' },
      town: { text: '甲镇' },
      adviser: { name: '顾律' },
      hotline: '12348',
      url: `/#/pages/circle/index?village=${east}`,
      printedAt: '2026-10-14T09:00:00.000+08:00',
    })
    expect(plate.duty.map(({ name }) => name)).toContain('李律')
  })
  it('is printed by staff, for a place that is there; a resident and a visitor are told no', async () => {
    const server = await onDuty('09:00:00')
    expect(wrongs(await server.ask('sun', 'circle.plate', { village: east }))).toEqual([])
    expect(wrongs(await server.ask('sun', 'circle.plate', { village: 'nowhere' }))).toEqual(['unit.not-found'])
    expect(wrongs(await server.ask('bao', 'circle.plate', { village: east }))).toEqual(['permission.role'])
    expect(wrongs(await server.ask(undefined, 'circle.plate', { village: east }))).toEqual(['session.missing'])
  })
})
