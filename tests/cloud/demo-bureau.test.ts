import { describe, expect, it } from 'vitest'
import divisions from '@/data/divisions.json'
import { gaps, shifts, whoIsOn } from '@/domain/rota'
import { HOUR, msBetween } from '@/domain/time'
import { loadCounty } from '../../cloudfunctions/county'
import { bureau } from '../../cloudfunctions/demo/bureau'
import { playSamples } from '../../cloudfunctions/demo/sample-matters'
import { handle } from '../../cloudfunctions/handle'
import { type RotaRecord, readRota, readUnit } from '../../cloudfunctions/records'
import type { World } from '../../cloudfunctions/world'
import { worldAt } from './county-given'

const loaded = async (now = '2026-11-23T10:00:00.000+08:00'): Promise<World> => {
  const world = worldAt(now)
  const result = await loadCounty(world, bureau)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  expect(result.warnings).toEqual([])
  return world
}
const rotaOf = async (world: World): Promise<RotaRecord> => readRota(await world.store.get('rota', 'rota:standing'))

const FROM = '2026-11-01T00:00:00.000+08:00'
const TO = '2027-01-05T00:00:00.000+08:00'

describe('the demonstration bureau', () => {
  it('has the 9 towns and the 196 villages of the banner, and says in its unit that it is a demonstration', async () => {
    const world = await loaded()
    expect(divisions.towns).toHaveLength(9)
    expect(divisions.villages).toHaveLength(196)
    for (const { code, parent } of divisions.villages) expect(code.slice(0, 9)).toBe(parent)
    const banner = await world.store.get('units', '150524')
    expect(banner && readUnit(banner)).toMatchObject({ demo: true, name: '库伦旗(演示数据)' })
  })

  it('invents its people: every number begins with 1390000, and nobody shares one', () => {
    const phones = bureau.people.map(({ phone }) => phone)
    for (const phone of phones) expect(phone).toMatch(/^1390000\d{4}$/)
    expect(new Set(phones).size).toBe(bureau.people.length)
  })

  it('covers every seat at every minute of November, December and New Year', async () => {
    const world = await loaded()
    const rota = await rotaOf(world)
    for (const { id } of rota.seats) expect([id, gaps(rota, id, FROM, TO, world.calendar)]).toEqual([id, []])
  })

  it('has a Mongolian-speaking person on duty at every minute', async () => {
    const world = await loaded()
    const rota = await rotaOf(world)
    const speakers = new Set(bureau.people.filter((p) => p.languages?.includes('mn')).map(({ id }) => id))
    for (const { id, languages } of rota.seats.filter((seat) => seat.languages?.includes('mn'))) {
      expect(languages).toEqual(['mn'])
      for (const { person } of shifts(rota, id, FROM, TO, world.calendar)) expect(speakers).toContain(person)
    }
    expect(rota.seats.some((seat) => seat.languages?.includes('mn'))).toBe(true)
  })

  it('sends nobody from a night into a day seat without ten hours of rest', async () => {
    const world = await loaded()
    const rota = await rotaOf(world)
    const all = rota.seats.flatMap(({ id }) => shifts(rota, id, FROM, TO, world.calendar))
    const night = (at: string) => at.slice(11, 16) >= '20:00' || at.slice(11, 16) < '08:00'
    const daily = all.filter(({ from }) => !night(from))
    for (const { person, from, until } of all.filter(({ from }) => night(from)))
      for (const other of daily.filter((d) => d.person === person)) {
        const rested = msBetween(until, other.from) >= 10 * HOUR || msBetween(other.until, from) >= 10 * HOUR
        expect([person, from, other.from, rested]).toEqual([person, from, other.from, true])
      }
  })

  it('puts a town’s own lawyers into its seat by day', async () => {
    const world = await loaded()
    const rota = await rotaOf(world)
    for (const { code } of divisions.towns) {
      const [standing] = whoIsOn(rota, `town:${code}`, '2026-11-24T10:00:00.000+08:00', world.calendar)
      const person = bureau.people.find(({ id }) => id === standing?.person)
      expect(person?.lawyer?.towns).toContain(code)
    }
  })
})

describe('the sample matters', () => {
  const play = (world: World) =>
    playSamples(async (person, action, input) => {
      const { reply } = await handle(
        world,
        action,
        input,
        { person, session: 'sample' },
        { source: 'sample', trace: 't' },
      )
      return reply
    })

  it('come in by the product’s own door and end in the stages they are meant for', async () => {
    expect(await play(await loaded())).toEqual([
      { label: 'wages', matter: expect.any(String), stage: 'in-hand' },
      { label: 'pasture', matter: expect.any(String), stage: 'submitted' },
      { label: 'injury', matter: expect.any(String), stage: 'assigned' },
      { label: 'support', matter: expect.any(String), stage: 'closing' },
      { label: 'violence', matter: expect.any(String), stage: 'closed' },
      { label: 'debt', matter: expect.any(String), stage: 'withdrawn' },
      { label: 'criminal', matter: expect.any(String), stage: 'granted-unassigned' },
      { label: 'traffic', matter: expect.any(String), stage: 'submitted' },
      { label: 'inheritance', matter: expect.any(String), stage: 'supplementing' },
      { label: 'company-debt', matter: expect.any(String), stage: 'refusal-unconfirmed' },
      { label: 'wages-elsewhere', matter: expect.any(String), stage: 'transferred' },
      { label: 'subsidy', matter: expect.any(String), stage: 'closed' },
      { label: 'question-wages', matter: expect.any(String), stage: 'closed' },
      { label: 'question-pasture', matter: expect.any(String), stage: 'answered' },
      { label: 'question-call', matter: expect.any(String), stage: 'answered' },
    ])
  })

  it('come out the same at night and on a day off', async () => {
    const stages = async (now: string) => (await play(await loaded(now))).map(({ stage }) => stage)
    expect(await stages('2026-10-03T02:30:00.000+08:00')).toEqual(await stages('2026-11-23T10:00:00.000+08:00'))
  })

  it('told twice are told once', async () => {
    const world = await loaded()
    const first = await play(world)
    const second = await play(world)
    expect(second.map(({ matter }) => matter)).toEqual(first.map(({ matter }) => matter))
  })

  it('end where a step is refused instead of stopping the server', async () => {
    const told = await playSamples(async () => ({ ok: false, now: FROM, refused: 'matter.busy', message: '' }))
    expect(told[0]).toEqual({ label: 'wages', stopped: { action: 'aid.submit', by: 'matter.busy' } })
  })
})
