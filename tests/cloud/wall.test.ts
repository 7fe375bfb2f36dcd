import { describe, expect, it } from 'vitest'
import type { Aid, AidPersonal, Party } from '@/domain/aid-types'
import type { LawyerCard } from '@/domain/lawyer-card'
import { type Mark, marksOf } from '@/domain/wall'
import { counted } from '../../cloudfunctions/counted'
import { matterWrite, type Opened, openAid } from '../../cloudfunctions/matter-document'
import { adviserPointers, firmGuard, firmsOf, registerMarks, wallFor, withThemselves } from '../../cloudfunctions/wall'
import type { World } from '../../cloudfunctions/world'
import { application, county, type Given, reach, type Step, world } from '../given-world'

const employer = {
  role: 'opponent' as const,
  name: '某建筑有限公司',
  creditCode: '91350100M000100Y43',
  phone: '0475-4912345',
}
const worker = { name: '包某', phone: '13812345678', idNumber: '11010519491231002X' }
const other = { name: '吴某', phone: '13812345679' }

const opened = async (w: Given, id: string): Promise<Opened<Aid>> => {
  const doc = await w.store.get('matters', id)
  if (!doc) throw new Error(`no ${id}`)
  return openAid(doc, w.world.seal)
}
/** A matter of `li`'s as far as the step, findable under its people. */
async function matterOf(w: Given, step: Step, form: object): Promise<string> {
  const id = await reach(w, step, application(form))
  await registerMarks(w.world, id, marksOf((await opened(w, id)).state.personal))
  return id
}
/** What the wall says to a matter that is about to be assigned. */
const walledFrom = async (w: Given, people: Pick<AidPersonal, 'applicant' | 'parties'>, matter = 'aid:new') => {
  const { lawyers, units } = await wallFor(w.world, matter, marksOf(people))
  return { lawyers: Object.fromEntries(lawyers), units: Object.fromEntries(units) }
}
const nobody = { lawyers: {}, units: {} }
const lis = { lawyers: { li: 'conflict' }, units: { 'firm:1': 'conflict' } }
/** B sues A. */
const suesWorker = { applicant: other, parties: [{ role: 'opponent' as const, ...worker }] }

describe('who acts on the other side', () => {
  it('A’s lawyer and his house are kept out when B’s opponent is A', async () => {
    const w = await world()
    await matterOf(w, 'in-hand', { applicant: worker, parties: [employer] })
    expect(await walledFrom(w, suesWorker)).toEqual(lis)
  })
  it('and when the one he acts against applies himself', async () => {
    const w = await world()
    await matterOf(w, 'in-hand', { applicant: other, parties: [{ role: 'opponent', ...worker }] })
    expect(await walledFrom(w, { applicant: worker, parties: [] })).toEqual(lis)
  })
  it('two workers against one employer may share a lawyer: one side is no conflict', async () => {
    const w = await world()
    await matterOf(w, 'in-hand', { applicant: worker, parties: [employer] })
    expect(await walledFrom(w, { applicant: other, parties: [employer] })).toEqual(nobody)
    const together = { applicant: other, parties: [{ role: 'co-party' as const, ...worker }, employer] }
    expect(await walledFrom(w, together)).toEqual(nobody)
  })
  it('each mark alone is enough: number, telephone, name with year; a name without one is not', async () => {
    const w = await world()
    await matterOf(w, 'in-hand', { applicant: { ...worker, birth: '1949-12-31' }, parties: [employer] })
    const against = (party: object) =>
      walledFrom(w, { applicant: other, parties: [{ role: 'opponent', name: '老包', ...party }] })
    expect(await against({ idNumber: worker.idNumber })).toEqual(lis)
    expect(await against({ phone: worker.phone })).toEqual(lis)
    expect(await against({ name: '包某', idNumber: '110105194907310027' })).toEqual(lis)
    expect(await against({ name: '包某', idNumber: '110105195012310023' })).toEqual(nobody)
    expect(await against({ name: '包某' })).toEqual(nobody)
  })
  it('the matter itself says nothing against its own lawyer, even with one telephone on both sides', async () => {
    const w = await world()
    const family = { role: 'opponent' as const, name: '包夫', phone: worker.phone }
    const id = await matterOf(w, 'in-hand', { applicant: worker, parties: [family] })
    const { personal } = (await opened(w, id)).state
    expect(await walledFrom(w, personal, id)).toEqual(nobody)
    expect(await walledFrom(w, personal)).toEqual(lis)
  })
})

describe('what counts', () => {
  it('earlier matters: closed ones, and withdrawn ones that a lawyer had said yes to', async () => {
    const w = await world()
    const id = await matterOf(w, 'closed', { applicant: worker, parties: [employer] })
    expect((await opened(w, id)).state.open).toBe(false)
    expect(await walledFrom(w, suesWorker)).toEqual(lis)

    const again = await world()
    const taken = await matterOf(again, 'in-hand', { applicant: worker, parties: [employer] })
    await again.as('bao')('aid.withdraw', { id: taken })
    expect((await opened(again, taken)).state.stage).toBe('withdrawn')
    expect(await walledFrom(again, suesWorker)).toEqual(lis)
  })
  it('who was offered it and hasn’t answered yet; not a matter that nobody had', async () => {
    const w = await world()
    await matterOf(w, 'asked', { applicant: worker, parties: [employer] })
    expect(await walledFrom(w, suesWorker)).toEqual(lis)
    for (const step of ['submitted', 'withdrawn'] as const) {
      const untouched = await world()
      await matterOf(untouched, step, { applicant: worker, parties: [employer] })
      expect(await walledFrom(untouched, suesWorker)).toEqual(nobody)
    }
  })
  it('who was offered it, and lost it before he answered, no longer counts', async () => {
    const w = await world()
    const id = await matterOf(w, 'asked', { applicant: worker, parties: [employer] })
    await w.as('bao')('aid.withdraw', { id })
    expect(await walledFrom(w, suesWorker)).toEqual(nobody)
  })
  it('who said that he is bound is kept out himself, his house is not', async () => {
    const w = await world()
    const id = await matterOf(w, 'asked', { applicant: worker, parties: [employer] })
    await w.as('li')('aid.conflictAnswer', { id, conflict: 'yes', why: '亲戚' })
    const { state } = await opened(w, id)
    expect(state.lawyer?.ref.id).toBe('he')
    const both = { lawyers: { li: 'conflict', he: 'conflict' }, units: { 'firm:2': 'conflict' } }
    expect(await walledFrom(w, suesWorker)).toEqual(both)
  })
  it('a party that an edit removed no longer hits, although its pointer stays', async () => {
    const w = await world()
    const id = await matterOf(w, 'in-hand', { applicant: other, parties: [{ role: 'opponent', ...worker }] })
    const from = { applicant: worker, parties: [] }
    expect(await walledFrom(w, from)).toEqual(lis)

    const matter = await opened(w, id)
    const state = { ...matter.state, personal: { ...matter.state.personal, parties: [] } }
    expect(await w.store.save([matterWrite({ ...matter, state }, w.world, w.world.policy)])).toEqual({ ok: true })
    expect(await walledFrom(w, from)).toEqual(nobody)
    expect((await w.docs('parties')).some(({ keys }) => keys.matter === id && keys.side === 'theirs')).toBe(true)
  })
  it('a pointer whose matter was never saved is harmless, and doing it again changes nothing', async () => {
    const w = await world()
    const marks = marksOf({ applicant: worker, parties: [employer] })
    await registerMarks(w.world, 'aid:died', marks)
    expect(await walledFrom(w, suesWorker)).toEqual(nobody)
    const before = await w.docs('parties')
    await registerMarks(w.world, 'aid:died', marks)
    await registerMarks(w.world, 'aid:died', [...marks, ...marks])
    expect(await w.docs('parties')).toEqual(before)
    await registerMarks(w.world, 'aid:nobody', [])
  })
  it('goes on where a crash stopped it: more people than one save holds', async () => {
    const w = await world()
    const marks = Array.from({ length: 45 }, (_, n): Mark => ({ side: 'theirs', mark: `tel:139000001${n + 10}` }))
    let saves = 0
    w.hooks.pause = async (point) => {
      if (point === 'save.before') saves += 1
      if (saves === 2) throw new Error('died')
    }
    await expect(registerMarks(w.world, 'aid:many', marks)).rejects.toThrow('died')
    w.hooks.pause = undefined
    const mine = async () => (await w.docs('parties')).filter(({ keys }) => keys.matter === 'aid:many').length
    expect(await mine()).toBe(20)
    await registerMarks(w.world, 'aid:many', marks)
    expect(await mine()).toBe(45)
  })
})

describe('an adviser', () => {
  const advising = (...advises: string[]) => world({ county: county({ li: { advises }, he: {}, tao: {} }) })
  const against = (name: string, role: 'opponent' | 'third' | 'co-party' = 'opponent') => ({
    applicant: other,
    parties: [{ role, name }],
  })
  const advisers = { lawyers: { li: 'adviser' }, units: { 'firm:1': 'adviser' } }

  it('and his house never receive a matter against the village he advises, however it is written', async () => {
    const w = await advising('150524100200')
    for (const name of ['东嘎查村民委员会', '东嘎查', '甲镇东嘎查委员会', '示例旗甲镇东嘎查'])
      expect([name, await walledFrom(w, against(name))]).toEqual([name, advisers])
    expect(await walledFrom(w, against('东嘎查', 'third'))).toEqual(advisers)
  })
  it('may receive one against the neighbouring village, against its town, and the village’s own', async () => {
    const w = await advising('150524100200')
    for (const name of ['西嘎查村民委员会', '甲镇人民政府', '乙镇南嘎查'])
      expect([name, await walledFrom(w, against(name))]).toEqual([name, nobody])
    expect(await walledFrom(w, against('东嘎查村民委员会', 'co-party'))).toEqual(nobody)
  })
  it('advises a town, and villages, one of them named twice or not in the file', async () => {
    const w = await advising('150524100', '150524101200', '150524101200', '150524109999')
    expect(await walledFrom(w, against('甲镇人民政府'))).toEqual(advisers)
    expect(await walledFrom(w, against('南嘎查'))).toEqual(advisers)
    expect(await walledFrom(w, against('东嘎查'))).toEqual(nobody)
  })
  it('stays an adviser where he also acts for the other side, so that no policy lets his house in', async () => {
    const w = await advising('150524100200')
    await matterOf(w, 'in-hand', { applicant: worker, parties: [employer] })
    const parties = [...suesWorker.parties, ...against('东嘎查').parties]
    expect(await walledFrom(w, { ...suesWorker, parties })).toEqual(advisers)
  })
  it('is found before any number of matters, and a wall that read only some of them says so', async () => {
    const w = await advising('150524100200')
    const village = marksOf(against('东嘎查', 'co-party')).filter(({ mark }) => mark === 'body:东嘎查')
    for (let n = 0; n < 510; n += 1) await registerMarks(w.world, `aid:other-${n}`, village)
    expect(await walledFrom(w, against('东嘎查'))).toEqual(advisers)
    expect(w.logs).toEqual([
      { level: 'warn', what: 'wall: more pointers than are read', read: 500 },
      { level: 'warn', what: 'wall: more matters than are read', found: 499 },
    ])
  })
  it('may have the longest names that a county allows, and no house', async () => {
    const w = await world()
    const person = '长'.repeat(80)
    const writes = [
      ...adviserPointers(w.world, person, '所'.repeat(80), ['body:东嘎查']),
      ...adviserPointers(w.world, 'yin', '', ['body:东嘎查']),
    ]
    expect(await w.store.save(writes)).toEqual({ ok: true })
    expect(await walledFrom(w, against('东嘎查'))).toEqual({
      lawyers: { [person]: 'adviser', yin: 'adviser' },
      units: { ['所'.repeat(80)]: 'adviser' },
    })
  })
})

describe('what lies in the store', () => {
  it('no name, no number, no body: only keyed hashes', async () => {
    const w = await world({ county: county({ li: { advises: ['150524100200'] }, he: {}, tao: {} }) })
    await matterOf(w, 'in-hand', { applicant: { ...worker, birth: '1949-12-31' }, parties: [employer] })
    const pointers = await w.docs('parties')
    expect(pointers.length).toBeGreaterThan(6)
    const canaries = [worker.name, worker.phone, worker.idNumber, employer.name, employer.creditCode]
    for (const doc of pointers) {
      const text = JSON.stringify(doc)
      for (const canary of [...canaries, '4912345', '1949', '东嘎查', 'body:', 'tel:'])
        expect(text).not.toContain(canary)
      expect(doc.body).toBe('{}')
      if (!doc.id.startsWith('firm:')) expect(doc.keys.party).toMatch(/^[\w-]{32}$/)
    }
  })
})

describe('the other side himself', () => {
  const card = (more: Partial<LawyerCard> & { person: string }): LawyerCard => ({
    name: more.person,
    org: 'firm:1',
    orgName: '第一律师事务所',
    languages: ['zh'],
    licence: 'practising',
    since: '2015-03-01',
    subjects: ['labour'],
    capacity: 8,
    towns: [],
    advises: [],
    inService: true,
    matters: [],
    ...more,
  })
  const nobody = { lawyers: new Map(), units: new Map() }
  const cards = [
    card({ person: 'li', phone: '0475-4912345' }),
    card({ person: 'he', org: 'firm:2', orgName: '第二律师事务所' }),
  ]
  const against = (party: object) =>
    withThemselves(nobody, marksOf({ applicant: worker, parties: [{ role: 'opponent', ...party } as Party] }), cards)

  it('by his own telephone: he and his house are shut out, nobody else', () => {
    const { lawyers, units } = against({ name: '某人', phone: '04754912345' })
    expect([[...lawyers.keys()], [...units.keys()]]).toEqual([['li'], ['firm:1']])
    expect(against({ name: '某人', phone: '04754912346' }).lawyers.size).toBe(0)
  })
  it('his house by its name', () => {
    expect([...against({ name: '第一律师事务所' }).units.keys()]).toEqual(['firm:1'])
    expect(against({ name: '第三律师事务所' }).units.size).toBe(0)
  })
})

describe('the guard of an organisation', () => {
  it('lets one of two saves through: who comes second decides again', async () => {
    const w = await world()
    const read = () => firmsOf(w.world, ['firm:7'])
    const before = await read()
    const [first, second] = [firmGuard('firm:7', before), firmGuard('firm:7', before)]
    expect(await w.store.save([first])).toEqual({ ok: true })
    expect(await w.store.save([second])).toMatchObject({ ok: false, stale: [{ id: 'firm:firm:7' }] })
    expect(await w.store.save([firmGuard('firm:7', await read())])).toEqual({ ok: true })
    expect(await w.store.save([firmGuard('firm:8', before)])).toEqual({ ok: true })
  })
})

describe('what it costs', () => {
  it('reads no more beside 1,000 other matters than beside 10', async () => {
    const w = await world()
    const id = await matterOf(w, 'in-hand', { applicant: worker, parties: [employer] })
    const model = await opened(w, id)
    const fill = async (from: number, to: number) => {
      for (let n = from; n < to; n += 1) {
        const applicant = { name: `群众${n}`, phone: `1370000${String(n).padStart(4, '0')}` }
        const personal = { ...model.state.personal, applicant, parties: [employer] }
        const copy = { ...model, id: `aid:filled-${n}`, version: 0, state: { ...model.state, personal } }
        await registerMarks(w.world, copy.id, marksOf(personal))
        expect(await w.store.save([matterWrite(copy, w.world, w.world.policy)])).toEqual({ ok: true })
      }
    }
    const { store, counts, reset } = counted(w.store)
    const watched: World = { ...w.world, store }
    const cost = async () => {
      reset()
      const parties = [...suesWorker.parties, employer]
      const { lawyers } = await wallFor(watched, 'aid:new', marksOf({ applicant: other, parties }))
      expect(Object.fromEntries(lawyers)).toEqual({ li: 'conflict' })
      return counts()
    }
    await fill(0, 10)
    const few = await cost()
    await fill(10, 1000)
    expect(await cost()).toEqual(few)
    expect(few).toMatchObject({ saves: 0, gets: 1 })
    expect(few.lists).toBeLessThan(10)
  })
})
