import { describe, expect, it } from 'vitest'
import type { CountyInput } from '@/contract/county'
import { isEmpty, loadCounty, TRAVEL } from '../../cloudfunctions/county'
import { bureau } from '../../cloudfunctions/demo/bureau'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { planOf } from '../../cloudfunctions/plans'
import { type Doc, StoreBusy } from '../../cloudfunctions/ports'
import { readLawyer, readPerson, readPolicy, readRota, readUnit, writeLawyer } from '../../cloudfunctions/records'
import type { World } from '../../cloudfunctions/world'
import { small, worldAt } from './county-given'

const NOW = '2026-10-01T09:00:00.000+08:00'
const doc = async (world: World, collection: string, id: string): Promise<Doc> => {
  const found = await world.store.get(collection, id)
  if (!found) throw new Error(`no ${collection}/${id}`)
  return found
}
/** What the small county is refused for once it has been spoiled. */
const problemsOf = async (spoil: (county: ReturnType<typeof small> & Record<string, unknown>) => void) => {
  const county = small()
  spoil(county)
  const world = worldAt(NOW)
  const loaded = await loadCounty(world, county)
  expect(await isEmpty(world)).toBe(!loaded.ok)
  return loaded.ok ? [] : loaded.problems
}

describe('loading a county', () => {
  it('writes every document where the others look for it', async () => {
    const world = worldAt(NOW)
    expect(await isEmpty(world)).toBe(true)
    const loaded = await loadCounty(world, small())
    expect(loaded).toMatchObject({
      ok: true,
      counts: { units: 4, people: 2, lawyers: 1, seats: 2, layers: 2, festivals: 0 },
    })
    expect(await isEmpty(world)).toBe(false)

    expect(readUnit(await doc(world, 'units', '150524100200'))).toMatchObject({
      kind: 'village',
      parents: { legal: '150524100' },
    })
    const under = await world.store.list('units', { index: 'byParent', where: { legal: '150524100' }, limit: 10 })
    expect(under.docs.map(({ id }) => id)).toEqual(['150524100200'])

    const li = readPerson(world, await doc(world, 'people', 'p:li'))
    expect(li).toMatchObject({
      id: 'li',
      phone: '13900000001',
      birth: '1980-02-29',
      languages: ['zh', 'mn'],
      reachable: true,
      acting: {},
    })
    const lawyers = await world.store.list('people', { index: 'byRole', where: { role: 'lawyer:firm:1' }, limit: 10 })
    expect(lawyers.docs.map(({ id }) => id)).toEqual(['p:li'])

    const card = readLawyer(world, await doc(world, 'lawyers', 'lawyer:li'))
    expect(card).toMatchObject({
      person: 'li',
      org: 'firm:1',
      orgName: '律所',
      inService: true,
      matters: [],
      phone: '13900000001',
    })
    const near = await world.store.list('lawyers', {
      index: 'byTown',
      where: { town: '150524100', assignable: true },
      limit: 10,
    })
    expect(near.docs.map(({ id }) => id)).toEqual(['lawyer:li'])

    const policy = readPolicy(world, await world.store.get('policy', 'policy:county'))
    expect(policy).toMatchObject({ 'aid.cutoff': '15:30', 'aid.retryMinutes': 10, 'question.firstWave': 'PT90S' })
  })

  it('seals telephone and birth, in the person and in the lawyer’s card', async () => {
    const world = worldAt(NOW)
    await loadCounty(world, small())
    for (const [collection, id] of [
      ['people', 'p:li'],
      ['lawyers', 'lawyer:li'],
    ] as const) {
      const { body } = await doc(world, collection, id)
      expect(body).not.toContain('13900000001')
      expect(body).not.toContain('1980-02-29')
    }
  })

  it('counts a lawyer out of the assignable once his places are taken', async () => {
    const world = worldAt(NOW)
    await loadCounty(world, small())
    const found = await doc(world, 'lawyers', 'lawyer:li')
    const card = readLawyer(world, found)
    const full = writeLawyer(world, { ...card, capacity: 1, matters: ['aid:1'] }, found.version)
    expect(full.keys).toEqual({ assignable: false, town: ['150524100'], load: 1, lastOfferAt: '' })
  })

  it('names who answers when no seat does: the banner’s head, then supervisors, then the centre', async () => {
    const county = small() as Record<string, unknown> & ReturnType<typeof small>
    county.people.push({ id: 'yan', name: '严', roles: [{ role: 'supervisor' }] } as never)
    Object.assign(county.units[0] ?? {}, { head: 'li' })
    Object.assign(county.seats[1] ?? {}, { unit: 'firm:1' })
    const world = worldAt(NOW)
    await loadCounty(world, county)
    const rota = readRota(await world.store.get('rota', 'rota:standing'))
    expect(rota.leaders).toEqual(['li', 'yan', 'gao'])
    expect(rota.seats[1]).toMatchObject({ id: 'centre-duty', head: 'gao' })
  })

  it('keeps travel, gives each person her plans, and approves the overrides it was given', async () => {
    const travel = [{ from: '150524100', to: '150524101', minutes: 42 }]
    const plans = [
      { person: 'gao', kind: 'office', weekdays: [1, 3], from: '09:00', to: '11:30', minutes: 30, capacity: 1 },
    ]
    const overrides = [
      {
        seat: 'centre-duty',
        from: '2026-10-01T01:00:00Z',
        to: '2026-10-01T03:00:00Z',
        kind: 'add',
        in: 'li',
        why: '赶集日',
      },
    ]
    const world = worldAt(NOW)
    const loaded = await loadCounty(world, { ...small(), travel, plans, overrides })
    expect(loaded).toMatchObject({ ok: true, warnings: [{ field: 'travel.0.to', code: 'unknown-unit' }] })
    expect(JSON.parse((await doc(world, 'policy', TRAVEL)).body)).toEqual(travel)
    const { record, version } = await planOf(world, 'gao')
    const { person: _, kind, ...hours } = plans[0] as (typeof plans)[0]
    expect(record.plans).toEqual([{ ...hours, way: kind, id: 'loaded:0' }])
    expect(version).toBe(1)
    expect(loaded.ok && loaded.counts.plans).toBe(1)
    expect(readRota(await world.store.get('rota', 'rota:standing')).overrides).toEqual([
      {
        id: 'loaded:0',
        seat: 'centre-duty',
        from: '2026-10-01T09:00:00.000+08:00',
        to: '2026-10-01T11:00:00.000+08:00',
        kind: 'add',
        in: 'li',
        why: '赶集日',
        approvedAt: NOW,
      },
    ])
  })
})

describe('loading twice', () => {
  it('is refused, and changes nothing', async () => {
    const world = worldAt(NOW)
    await loadCounty(world, small())
    expect(await loadCounty(world, small())).toEqual({ ok: false, problems: [{ field: '', code: 'already-loaded' }] })
    expect((await doc(world, 'people', 'p:li')).version).toBe(1)
  })

  it('comes in smaller parts where the store is too busy for large ones, and leaves nothing out', async () => {
    const roomy = memoryStore()
    let refused = 0
    const save: typeof roomy.save = async (writes) => {
      if (writes.length <= 3) return roomy.save(writes)
      refused += 1
      throw new StoreBusy('too much at once')
    }
    const world = worldAt(NOW, { ...roomy, save })
    expect(await loadCounty(world, bureau)).toMatchObject({ ok: true })
    expect(refused).toBeGreaterThan(0)
    const found = await Promise.all(bureau.people.map(({ id }) => roomy.get('people', `p:${id}`)))
    expect(found.every((each) => each?.version === 1)).toBe(true)
    const units = await Promise.all(bureau.units.map(({ code }) => roomy.get('units', code)))
    expect(units.every((each) => each?.version === 1)).toBe(true)
  })

  it('says that the store is busy where not even one document goes in', async () => {
    const store = memoryStore()
    const save = async () => {
      throw new StoreBusy('too much at once')
    }
    await expect(loadCounty(worldAt(NOW, { ...store, save }), small())).rejects.toThrow(StoreBusy)
  })

  it('goes on where a crash stopped it, before or after any save, and leaves nothing out', async () => {
    const ids = bureau.units.map(({ code }) => code)
    const persons = bureau.people.map(({ id }) => `p:${id}`)
    const planned = [...new Set((bureau.plans ?? []).map(({ person }) => `plan:${person}`))]
    expect(planned.length).toBeGreaterThan(3)
    let died = 0
    for (let fatal = 1; ; fatal += 1) {
      let saves = 0
      let deadly = true
      const pause = async (point: string) => {
        if (point === 'save.before') saves += 1
        // Every other time the write was done, and only its answer lost.
        if (deadly && saves === fatal && point === (fatal % 2 ? 'save.before' : 'save.after')) throw new Error('died')
      }
      const store = memoryStore({ pause })
      const first = await loadCounty(worldAt(NOW, store), bureau).catch(() => undefined)
      if (first?.ok) break
      died += 1
      deadly = false
      const again = await loadCounty(worldAt(NOW, store), bureau)
      // Only whoever died after the last save of all has nothing left to do.
      if (!again.ok) expect(again.problems).toEqual([{ field: '', code: 'already-loaded' }])
      const there = async (collection: string, all: string[]) => {
        for (let n = 0; n < all.length; n += 50)
          expect(await store.getMany(collection, all.slice(n, n + 50))).toHaveLength(Math.min(50, all.length - n))
      }
      await there('units', ids)
      await there('people', persons)
      await there('rota', ['rota:standing'])
      await there('policy', ['policy:county', TRAVEL])
      await there('plans', planned)
    }
    expect(died).toBeGreaterThan(10)
  })

  it('refuses another county while one is half loaded', async () => {
    let saves = 0
    const pause = async (point: string) => {
      if (point === 'save.before') saves += 1
      if (saves === 2 && point === 'save.before') throw new Error('the machine died')
    }
    const store = memoryStore({ pause })
    const other = { ...small(), policy: {} }
    await expect(loadCounty(worldAt(NOW, store), small())).rejects.toThrow('died')
    expect(await loadCounty(worldAt(NOW, store), other)).toEqual({
      ok: false,
      problems: [{ field: '', code: 'another-half-loaded' }],
    })
    expect(await loadCounty(worldAt(NOW, store), small())).toMatchObject({ ok: true })
  })
})

describe('what is wrong with a county', () => {
  it('is named by path: a plan that ends before it begins', async () => {
    const plan = { person: 'gao', kind: 'office', weekdays: [1], minutes: 30, capacity: 1 }
    const spoiled = await problemsOf((county) => {
      const plans = [
        { ...plan, from: '09:00', to: '10:00' },
        { ...plan, from: '10:00', to: '10:00' },
      ]
      Object.assign(county, { plans })
    })
    expect(spoiled).toEqual([{ field: 'plans.1.to', code: 'ends-before-it-begins' }])
  })
  it('is named by path: seats and people that aren’t there', async () => {
    const unknown = await problemsOf((county) => {
      county.layers[0]?.people.push('nobody')
      Object.assign(county.layers[1] ?? {}, { seat: 'town:9' })
    })
    expect(unknown).toEqual([
      { field: 'layers.1.seat', code: 'unknown-seat' },
      { field: 'layers.0.people.1', code: 'unknown-person' },
    ])
  })

  it('is not a parent that comes later: villages may be loaded before their town, with a warning', async () => {
    const county = small()
    Object.assign(county.units[2] ?? {}, { parents: { legal: '150524109', grievance: '150524100' } })
    expect(await loadCounty(worldAt(NOW), county)).toMatchObject({
      ok: true,
      warnings: [{ field: 'units.2.parents.legal', code: 'unknown-unit' }],
    })
  })

  it('is an id given twice', async () => {
    const twice = await problemsOf((county) => {
      county.people.push({ ...county.people[1] } as never)
      county.units.push({ ...county.units[3] } as never)
    })
    expect(twice).toEqual([
      { field: 'units.4.code', code: 'duplicate' },
      { field: 'people.2.id', code: 'duplicate' },
    ])
  })

  it('is a span that ends before it begins, or an override without its people', async () => {
    const from = '2026-10-02T08:00:00+08:00'
    const to = '2026-10-01T08:00:00+08:00'
    const backwards = await problemsOf((county) => {
      county.festivals = [{ seat: 'centre-duty', from, to, shifts: [{ person: 'gao', from, to }] }]
      county.overrides = [{ seat: 'centre-duty', from: to, to: from, kind: 'replace', in: 'li', why: '开庭' }]
    })
    expect(backwards).toEqual([
      { field: 'festivals.0.to', code: 'ends-before-it-begins' },
      { field: 'festivals.0.shifts.0.to', code: 'ends-before-it-begins' },
      { field: 'overrides.0.out', code: 'missing' },
    ])
  })

  it('is a day, a time, a licence or a number that can’t be', async () => {
    const wrong = await problemsOf((county) => {
      Object.assign(county.layers[0] ?? {}, { anchor: '2026-02-30', handover: '25:00' })
      Object.assign(county.people[0]?.lawyer ?? {}, { licence: 'wizard', capacity: 1.5 })
      Object.assign(county.people[1] ?? {}, { phone: '12345' })
      Object.assign(county.policy, { 'aid.cutoff': 'four' })
    })
    expect(wrong).toEqual([
      { field: 'people.0.lawyer.licence', code: 'not-an-option' },
      { field: 'people.0.lawyer.capacity', code: 'wrong-type' },
      { field: 'people.1.phone', code: 'bad-phone' },
      { field: 'layers.0.handover', code: 'bad-time' },
      { field: 'layers.0.anchor', code: 'bad-day' },
      { field: 'policy.aid.cutoff', code: 'bad-time' },
    ])
  })

  it('is anything that isn’t a county at all', async () => {
    for (const body of [null, 7, 'county', [], {}])
      expect(await loadCounty(worldAt(NOW), body)).toMatchObject({ ok: false })
  })
})

it('loads the example that the contract gives, with the town it leaves out', async () => {
  const county: CountyInput = small() as CountyInput
  expect(await loadCounty(worldAt(NOW), county)).toMatchObject({ ok: true, warnings: [] })
})
