import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, county as countyOf, may, people, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const a = { name: '包群众', phone: '13900000011', idNumber: '110101199003077539' }
const b = { name: '吴群众', phone: '13900000012', idNumber: '11010519491231002X' }
const opponent = (who: { name: string; phone: string }) => [{ role: 'opponent' as const, ...who }]
/** A against B, as Bao sends it; B against A, as Wu does. */
const aAgainstB = (more: object = {}) => wages({ applicant: a, parties: opponent(b), ...more })
const bAgainstA = (more: object = {}) => wages({ applicant: b, parties: opponent(a), ...more })

const excluded = async (county: TestServer, id: string) =>
  (await county.api('gao', 'aid.candidates', { id })).excluded.map(({ lawyer, rule }) => `${lawyer} ${rule}`)
/** Another lawyer in Li's house. */
const zhao = { ...people.li, id: 'zhao', name: '赵律', phone: '13900000004' }
const staffed = (...lawyers: object[]) => ({
  county: countyOf({ people: [...Object.values(people).filter(({ id }) => !['li', 'wang'].includes(id)), ...lawyers] }),
})

describe('A against B, and B against A', () => {
  it('never come to one lawyer, nor to one house; the reviewer reads by which rule', async () => {
    const county = await at(monday, staffed(people.li, zhao, people.wang))
    const first = await county.api('bao', 'aid.submit', aAgainstB())
    const held = await county.api('gao', 'aid.grant', { id: first.id })
    expect(held.detail.lawyer?.id).toBe('li')
    const second = await county.api('wu', 'aid.submit', bAgainstA())
    expect(await excluded(county, second.id)).toEqual(
      expect.arrayContaining(['li conflict', 'zhao conflict', 'gong licence']),
    )
    for (const lawyer of ['li', 'zhao'])
      expect(wrongs(await county.ask('gao', 'aid.grant', { id: second.id, lawyer, why: '他熟' }))).toEqual([
        'aid.lawyer-excluded',
      ])
    expect((await county.api('gao', 'aid.grant', { id: second.id })).detail.lawyer?.id).toBe('wang')
  })

  it('are recognised by number, by telephone, and by name with the year of birth; a bare name says nothing', async () => {
    const county = await at(monday)
    await county.api('gao', 'aid.grant', { id: (await county.api('bao', 'aid.submit', aAgainstB())).id })
    const stranger = { name: '孟群众', phone: '13900000013' }
    const shut = async (party: object) => {
      const parties = [{ role: 'opponent' as const, name: '老包', ...party }]
      const { id } = await county.api('wu', 'aid.submit', wages({ applicant: stranger, parties }))
      return (await excluded(county, id)).includes('li conflict')
    }
    expect(await shut({ idNumber: a.idNumber })).toBe(true)
    expect(await shut({ phone: '139-0000-0011' })).toBe(true)
    expect(await shut({ name: '包 群众', idNumber: '110101199003071110' })).toBe(true)
    expect(await shut({ name: '包群众' })).toBe(false)
  })

  it('a county with few lawyers may let another of the house act, by its policy, and never the same one', async () => {
    const policy = { 'conflict.sameOrganisation': 'allow' }
    const { county: given } = staffed(people.li, zhao)
    const county = await at(monday, { county: { ...given, policy: { ...given.policy, ...policy } } })
    const first = await county.api('bao', 'aid.submit', aAgainstB())
    const held = (await county.api('gao', 'aid.grant', { id: first.id })).detail.lawyer?.id
    const second = await county.api('wu', 'aid.submit', bAgainstA())
    const other = (await county.api('gao', 'aid.grant', { id: second.id })).detail.lawyer?.id
    expect([held, other].sort()).toEqual(['li', 'zhao'])
  })

  it('granted in the same instant, ten times over, never end on both sides of one house', async () => {
    const county = await at(monday, staffed(people.li, zhao, people.wang))
    await Promise.all(['gao', 'qin'].map((who) => county.tokenOf(who)))
    for (let n = 0; n < 10; n++) {
      const number = String(n).padStart(2, '0')
      const one = { name: '甲', phone: `138000001${number}` }
      const two = { name: '乙', phone: `138000002${number}` }
      const [first, second] = await Promise.all([
        county.api('bao', 'aid.submit', wages({ applicant: one, parties: opponent(two) })),
        county.api('wu', 'aid.submit', wages({ applicant: two, parties: opponent(one) })),
      ])
      const granted = await Promise.all([
        county.api('gao', 'aid.grant', { id: first.id }),
        county.api('qin', 'aid.grant', { id: second.id }),
      ])
      const houses = granted.map(({ detail }) => detail.lawyer?.org ?? 'nobody yet')
      expect(new Set(houses).size, houses.join()).toBe(2)
      for (const { people: named } of granted) expect(named[0]?.name).toBeTruthy()
      // Their places are free again for the next pair.
      await county.api('bao', 'aid.withdraw', { id: first.id })
      await county.api('wu', 'aid.withdraw', { id: second.id })
    }
  })
})

describe('the adviser of a village', () => {
  const adviser = { ...people.li, lawyer: { ...people.li.lawyer, advises: ['150524100200'] } }

  it('and his house never receive a matter against that village, however it is written', async () => {
    const county = await at(monday, staffed(adviser, zhao, people.wang))
    for (const name of ['东嘎查', '甲镇东嘎查', '示例旗甲镇东嘎查委员会']) {
      const parties = [{ role: 'opponent' as const, name }]
      const { id } = await county.api('bao', 'aid.submit', wages({ matter: 'land', parties }))
      expect(await excluded(county, id), name).toEqual(expect.arrayContaining(['li adviser', 'zhao adviser']))
    }
  })

  it('may act against the next village, and against anybody else', async () => {
    const county = await at(monday, staffed(adviser, zhao, people.wang))
    const parties = [{ role: 'opponent' as const, name: '西嘎查' }]
    const { id } = await county.api('bao', 'aid.submit', wages({ matter: 'land', parties }))
    expect(await excluded(county, id)).toEqual(['gong licence'])
  })
})

describe('parties told later', () => {
  /** Li acts for A against a builder, and said that nothing binds him; Wang acts for B. */
  async function both() {
    const county = await at(monday)
    const first = await county.api('bao', 'aid.submit', wages({ applicant: a }))
    const act = acting(county, first.id)
    await act('gao', 'aid.grant', {})
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await act('li', 'aid.take', {})
    return { county, id: first.id, act }
  }
  const third = { role: 'third' as const, name: '老赵', phone: '13900000055' }
  const builder = { role: 'opponent' as const, name: '某建筑公司', phone: '13900000099' }

  it('a new name asks the lawyer again, with the matter in his hand; until he answers he sees names only', async () => {
    const { county, id, act } = await both()
    await county.demo.to('2026-10-12T14:00:00+08:00')
    await act('bao', 'aid.parties', { parties: [builder, third] })
    const seen = await county.api('li', 'matter.get', { id })
    expect(seen).toMatchObject({ stage: 'in-hand' })
    expect(may(seen)).toEqual(['aid.conflictAnswer', 'aid.leave'])
    expect(seen.detail.parties).toEqual([
      { role: 'opponent', name: '某建筑公司' },
      { role: 'third', name: '老赵' },
    ])
    expect(seen.detail).not.toHaveProperty('story')
    expect(wrongs(await county.ask('li', 'aid.report', { id, change: false }))).toEqual(['aid.conflict-unanswered'])
    expect((await county.ask('li', 'matter.callLog', { id })).status).toBe(404)
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('li app aid.parties-changed')
    const again = await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    expect([again.stage, again.detail.story]).toEqual(['in-hand', '工地欠了我三个月的工资'])
    expect(story(again).slice(-3)).toEqual([
      '改了对方和相关的人',
      '对方有变化，请律师再看有没有利害关系',
      '律师确认没有利害关系',
    ])
  })

  it('one who knows the new name leaves, and the next is asked in the same breath', async () => {
    const { county, act } = await both()
    await act('bao', 'aid.parties', { parties: [builder, third] })
    await act('li', 'aid.conflictAnswer', { conflict: 'yes', why: '老赵是我的当事人' })
    const seen = await county.api('gao', 'matter.get', {
      id: (await county.api('bao', 'matter.list', {})).items[0]?.id ?? '',
    })
    expect(seen).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: 'wang', conflict: 'asked' } } })
  })

  it('the applicant’s own number, told later, asks the machine too', async () => {
    const county = await at(monday)
    const known = { name: '甲', idNumber: '110101199003077539' }
    const first = await county.api(
      'wu',
      'aid.submit',
      wages({ applicant: b, parties: [{ role: 'opponent', ...known }] }),
    )
    await county.api('gao', 'aid.grant', { id: first.id, lawyer: 'li', why: '他熟' })
    // Only a name: nothing to recognise him by, so Li may have his claim too.
    const { id } = await county.api('bao', 'aid.submit', wages({ applicant: { name: '甲' } }))
    await county.api('gao', 'aid.grant', { id, lawyer: 'li', why: '他熟' })
    await county.api('bao', 'aid.complete', { id, applicant: { idNumber: known.idNumber } })
    expect((await county.api('gao', 'matter.get', { id })).detail.lawyer).toMatchObject({ conflict: 'frozen' })
  })

  it('nothing new, or somebody fewer, asks nobody', async () => {
    const { county, id, act } = await both()
    const { version } = await county.api('gao', 'matter.get', { id })
    expect((await act('bao', 'aid.parties', { parties: [builder] })).version).toBe(version)
    await act('bao', 'aid.parties', { parties: [] })
    expect((await county.api('gao', 'matter.get', { id })).detail.lawyer?.conflict).toBe('clear')
  })

  it('a name that the machine knows freezes him: he sees names only and does nothing; a named person decides', async () => {
    const { county, id, act } = await frozen()
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.detail.lawyer).toMatchObject({ id: 'li', conflict: 'frozen' })
    expect(seen.people[0]).toMatchObject({ role: 'responsible', name: '高审查' })
    expect(may(seen)).toContain('aid.ruleChange')
    expect(story(seen).at(-1)).toBe('正在核对律师能不能接着办，由 高审查 负责')
    expect(told(await county.demo.outbox(id)).slice(-2)).toEqual(['gao app aid.conflict-found', 'li app aid.frozen'])
    const his = await county.api('li', 'matter.get', { id })
    expect([may(his), his.timeline, his.papers]).toEqual([[], [], []])
    expect(his.detail).not.toHaveProperty('story')
    for (const action of ['aid.contacted', 'aid.signed', 'aid.report', 'aid.close', 'aid.conflictAnswer'] as const) {
      const input = { how: 'call', change: false, result: 'settled', text: '和解', conflict: 'no' }
      expect([action, ...wrongs(await county.ask('li', action, { id, ...input } as never))]).toEqual([
        action,
        'aid.frozen',
      ])
    }
    expect(wrongs(await county.ask('fang', 'aid.swapInside', { id, lawyer: 'gong', why: '换' }))).toEqual([
      'aid.frozen',
    ])
    expect(wrongs(await county.ask('li', 'aid.ruleChange', { id, ok: false, why: '我留' }))).toEqual([
      'permission.role',
    ])
    expect(wrongs(await county.ask('gao', 'aid.ruleChange', { id, ok: false, why: '' }))).toEqual(['why missing'])
    await act('gao', 'aid.ruleChange', { ok: true, why: '他给吴群众办着另一件' })
  })

  it('replaced: the next one is assigned in the same act, with clocks of his own, and she is told', async () => {
    const { county, id, act } = await frozen()
    const ruled = await act('gao', 'aid.ruleChange', { ok: true, why: '他给吴群众办着另一件' })
    expect(ruled).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: 'wang', conflict: 'asked' } } })
    expect(clockOf(ruled, 'aid.contact', 2).state).toBe('running')
    expect(story(ruled).slice(-3)).toEqual(['核对完了，换一位律师', '李律 律师有利害关系，退出', '派给 王律 律师'])
    expect(told(await county.demo.outbox(id))).toEqual(
      expect.arrayContaining(['bao wechat aid.assigned', 'wang app aid.assigned-to-you']),
    )
    expect(await excluded(county, id)).toContain('li offered-before')
    expect((await county.ask('li', 'matter.get', { id })).status).toBe(404)
    expect((await county.ask('gao', 'aid.ruleChange', { id, ok: true, why: '他给吴群众办着另一件' })).status).toBe(200)
    expect(wrongs(await county.ask('qin', 'aid.ruleChange', { id, ok: false, why: '留' }))).toEqual(['matter.changed'])
  })

  it('stays: with a reason, and he answers the question himself before he goes on', async () => {
    const { county, id, act } = await frozen()
    const ruled = await act('gao', 'aid.ruleChange', { ok: false, why: '同名不同人，核对过身份证' })
    expect(ruled.detail.lawyer).toMatchObject({ id: 'li', conflict: 'asked' })
    expect(ruled.people[0]?.name).toBe('李律')
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('li app aid.stays')
    const his = await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    expect(may(his)).toContain('aid.report')
    expect((await act('li', 'aid.report', { change: false })).stage).toBe('in-hand')
  })

  it('edited and granted in the same instant, one house never stands on both sides unnoticed', async () => {
    for (let n = 0; n < 5; n++) {
      const county = await at(monday, staffed(people.li, zhao))
      const mine = await county.api('bao', 'aid.submit', wages({ applicant: a }))
      await county.api('gao', 'aid.grant', { id: mine.id })
      const hers = await county.api('wu', 'aid.submit', wages({ applicant: b }))
      await Promise.all([
        county.ask('bao', 'aid.parties', { id: mine.id, parties: opponent(b) }),
        county.ask('gao', 'aid.grant', { id: hers.id }),
      ])
      const [one, other] = await Promise.all([mine.id, hers.id].map((id) => county.api('gao', 'matter.get', { id })))
      const apart = other?.detail.lawyer === undefined || one?.detail.lawyer?.conflict === 'frozen'
      expect(apart, JSON.stringify([one?.detail.lawyer, other?.detail.lawyer])).toBe(true)
    }
  })

  /** Li has both: A's claim in hand, and B's. Then A says that B is the one who hired him. */
  async function frozen() {
    const { county, id, act } = await both()
    const other = await county.api('wu', 'aid.submit', wages({ applicant: b }))
    await county.api('gao', 'aid.grant', { id: other.id, lawyer: 'li', why: '他熟' })
    await county.api('li', 'aid.conflictAnswer', { id: other.id, conflict: 'no' })
    await act('bao', 'aid.parties', { parties: [builder, { role: 'opponent', ...b }] })
    return { county, id, act }
  }
})
