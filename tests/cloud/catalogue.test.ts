import { describe, expect, it } from 'vitest'
import type { Catalogue, DispatchAdvice, MatterView, UnitRow } from '@/contract/views'
import { county, type Given, no, value, world } from '../given-world'

/** The responsibility catalogue: what it ships with, how it is changed, what it advises. */

const given = () => world({ at: '2026-10-03 02:10' })
const get = async ({ as }: Given, who = 'kong') => value<Catalogue>(await as(who)('catalogue.get'))
const row = (more: object = {}) => ({
  code: 'well',
  name: '机井',
  topic: 'water',
  unit: 'dept:land',
  keywords: ['井'],
  ...more,
})
const save = ({ as }: Given, was: number, items: object[], more: object = {}, who = 'kong') =>
  as(who)('catalogue.save', { was, why: '按权责清单核对', items, ...more })
const submit = async ({ as }: Given, more: object = {}) =>
  value<MatterView>(
    await as('bao')('grievance.submit', { topic: 'water', place: '150524100200', text: '井里没水了', ...more }),
  ).id
const advice = async ({ as }: Given, id: string) => value<DispatchAdvice>(await as('kong')('grievance.advice', { id }))

describe('version 0', () => {
  it('is what the product ships with: nobody has confirmed it, and departments are found by their names', async () => {
    const { version, confirmed, items } = await get(await given())
    expect({ version, confirmed }).toEqual({ version: 0, confirmed: false })
    const of = (code: string) => items.find((item) => item.code === code)
    expect(of('land-taking')).toMatchObject({ unit: 'dept:land', unitName: '自然资源局' })
    expect(of('land-contract')).toMatchObject({ unit: 'town', unitName: '所在苏木乡镇' })
  })
  it('says of what this county has no department for that nobody has it yet', async () => {
    const { items } = await get(await given())
    expect(items.find(({ code }) => code === 'power-cut')).toMatchObject({ unit: 'none', unitName: '还没有定' })
  })
})

describe('a change', () => {
  it('is a new version with its reason; the one before stays', async () => {
    const it = await given()
    const saved = value<Catalogue>(await save(it, 0, [row()]))
    expect(saved).toMatchObject({ version: 1, confirmed: true, savedBy: '孔调度', why: '按权责清单核对' })
    expect(saved.items).toEqual([{ ...row(), unitName: '自然资源局', places: [], with: [] }])
    value(await save(it, 1, [row(), row({ code: 'other' })]))
    expect((await get(it)).items).toHaveLength(2)
    expect((await it.docs('policy')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['catalogue:1', 'catalogue:2', 'catalogue']),
    )
  })
  it('names the unit that isn’t there at its row, the place, and the code that comes twice; nothing is stored', async () => {
    const it = await given()
    const wrong = [
      row(),
      row({ code: 'b', unit: 'dept:nobody' }),
      row({ code: 'c', unit: 'firm:1' }),
      row({ code: 'd', with: ['dept:land', 'dept:nobody'], places: ['150524999'] }),
      row(),
    ]
    expect(no(await save(it, 0, wrong))).toEqual({
      status: 400,
      invalid: [
        'items.1.unit unknown-unit',
        'items.2.unit unknown-unit',
        'items.3.with.1 unknown-unit',
        'items.3.places.0 unknown-place',
        'items.4.code duplicate',
      ],
    })
    expect((await get(it)).version).toBe(0)
  })
  it('may leave a row to nobody yet, and give it to the place’s own town or village', async () => {
    const items = ['none', 'town', 'village'].map((unit) => row({ code: unit, unit }))
    expect(value<Catalogue>(await save(await given(), 0, items)).version).toBe(1)
  })
  it('too large for a document is refused in words, not by a fault', async () => {
    const items = Array.from({ length: 600 }, (_, n) => row({ code: `c${n}`, basis: '第'.repeat(300) }))
    expect(no(await save(await given(), 0, items))).toEqual({ status: 400, invalid: ['items catalogue-too-large'] })
  })
  it('of two at once one is kept; the other is told by whom and when, and hers is not lost in between', async () => {
    const it = await given()
    const both = await Promise.all([save(it, 0, [row()]), save(it, 0, [row({ name: '水井' })], {}, 'sun')])
    const lost = both.find(({ reply }) => !reply.ok)
    expect(both.filter(({ reply }) => reply.ok)).toHaveLength(1)
    const { savedBy, version } = await get(it)
    expect(version).toBe(1)
    expect(lost && no(lost)).toMatchObject({ status: 409, refused: 'matter.changed', detail: { by: savedBy, version } })
  })
  it('sent again by the same request is saved once; the same request with another body is refused', async () => {
    const it = await given()
    const requestId = 'catalogue-request-1'
    value(await save(it, 0, [row()], { requestId }))
    expect(value<Catalogue>(await save(it, 0, [row()], { requestId })).version).toBe(1)
    expect(no(await save(it, 0, [row({ name: '别的' })], { requestId }))).toMatchObject({ refused: 'request.reused' })
  })
  it('is for command, supervisor and admin; a department reads, a resident doesn’t', async () => {
    const it = await given()
    expect(no(await save(it, 0, [row()], {}, 'ke'))).toMatchObject({ status: 403 })
    expect((await get(it, 'ke')).version).toBe(0)
    expect(no(await it.as('bao')('catalogue.get'))).toMatchObject({ status: 403 })
  })
})

describe('units that may have something', () => {
  it('are found by words of their name, departments first; firms never', async () => {
    const it = await given()
    const named = async (text?: string) =>
      value<{ items: UnitRow[] }>(await it.as('kong')('catalogue.units', text ? { text } : {})).items
    expect((await named()).map(({ code }) => code)).toEqual([
      'dept:land',
      '150524101',
      '150524100',
      '150524100200',
      '150524101200',
      '150524100201',
    ])
    expect((await named('东')).map(({ code }) => code)).toEqual(['150524100200'])
    expect(await named('律师')).toEqual([])
  })
})

describe('advice to the dispatcher', () => {
  it('names the unit, its level, who helps and why, from the version in force', async () => {
    const it = await given()
    value(await save(it, 0, [row({ with: ['town'], handling: 'quick' })]))
    const { units, catalogueVersion } = await advice(it, await submit(it))
    expect(catalogueVersion).toBe(1)
    expect(units).toEqual([
      {
        code: 'dept:land',
        name: '自然资源局',
        level: 'department',
        item: { code: 'well', name: '机井' },
        with: [{ code: '150524100', name: '甲镇' }],
        handling: 'quick',
        reasons: [
          { good: true, text: '事权清单：机井' },
          { good: true, text: '说的话里有「井」' },
        ],
      },
    ])
  })
  it('where the catalogue has nothing is the town', async () => {
    const it = await given()
    value(await save(it, 0, [row({ unit: 'none' })]))
    const { units } = await advice(it, await submit(it))
    expect(units.map(({ code }) => code)).toEqual(['150524100'])
  })
  it('tells what came back from a unit in the last 90 days, and no longer after them', async () => {
    const it = await given()
    value(await save(it, 0, [row()]))
    const before = await submit(it, { text: '井坏了' })
    for (const [action, input, who] of [
      ['grievance.accept', { type: 'help', handling: 'quick', item: 'well' }, 'kong'],
      ['grievance.dispatch', { main: 'dept:land', why: '清单' }, 'kong'],
      ['grievance.return', { why: '不归我们', basis: '三定规定' }, 'ke'],
    ] as const)
      value(await it.as(who)(action, { id: before, ...input }))
    const reasons = async () => (await advice(it, await submit(it))).units[0]?.reasons ?? []
    expect(await reasons()).toContainEqual({ good: false, text: '近\u00a090\u00a0天退回过\u00a01\u00a0件同类的事' })
    it.set('2027-01-03 02:10')
    expect((await reasons()).filter(({ good }) => !good)).toEqual([])
  })
  it('shows what may be the same thing beside it', async () => {
    const it = await given()
    const text = '村西的机井抽不上水来，浇不了地'
    const first = await submit(it, { text })
    const { similar } = await advice(it, await submit(it, { text }))
    expect(similar.map(({ id }) => id)).toEqual([first])
  })
  it('of what is said against a unit never names it, shows nothing similar, and of village cadres not their town', async () => {
    const it = await given()
    value(await save(it, 0, [row(), row({ code: 'town', unit: 'town' }), row({ code: 'village', unit: 'village' })]))
    const against = await advice(it, await submit(it, { against: 'dept:land' }))
    expect(against.units.map(({ code }) => code)).not.toContain('dept:land')
    expect(against.similar).toEqual([])
    const cadre = await advice(it, await submit(it, { topic: 'village-cadre', text: '井 水' }))
    expect(cadre.units).toEqual([])
  })
  it('is for the command seat, on a report that is there', async () => {
    const it = await given()
    const id = await submit(it)
    expect(no(await it.as('ke')('grievance.advice', { id }))).toMatchObject({ status: 403 })
    expect(no(await it.as('kong')('grievance.advice', { id: 'grievance:nothing' }))).toMatchObject({ status: 404 })
  })
})

describe('a larger county', () => {
  it('costs no more reads for a row than one for all units it names', async () => {
    const base = county()
    const more = Array.from({ length: 60 }, (_, n) => ({
      code: `dept:d${n}`,
      kind: 'department',
      name: `第${n}局`,
      parents: { legal: '150524', grievance: '150524' },
    }))
    const it = await world({ at: '2026-10-03 02:10', county: { ...base, units: [...base.units, ...more] } })
    const items = more.map(({ code }, n) => row({ code: `c${n}`, unit: code }))
    const saved = value<Catalogue>(await save(it, 0, items))
    expect(saved.items.map(({ unitName }) => unitName)).toEqual(more.map(({ name }) => name))
  })
})
