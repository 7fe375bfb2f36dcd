import { describe, expect, it } from 'vitest'
import { at, county as countyOf, may, people, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const forwarded = (more: object = {}) =>
  wages({
    for: 'other',
    applicant: { name: '乌群众', phone: '13900000077' },
    forwarded: { consent: { kind: 'witness', name: '邻居陈' }, tell: ['helper'], ...more },
  })

/** Stories a reader of the contract found; each broke once. */
describe('two reviewers who both read the page first', () => {
  it('one grants; the other learns who and when, though her page carried a version; the winner’s repeat succeeds', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const { version } = await county.api('gao', 'matter.get', { id })
    expect((await county.ask('gao', 'aid.grant', { id, version })).status).toBe(200)
    const second = await county.ask('qin', 'aid.grant', { id, version })
    expect([second.status, second.body]).toMatchObject([
      409,
      { refused: 'matter.changed', detail: { by: '高审查', at: '2026-10-12T09:00:00.000+08:00' } },
    ])
    expect((await county.ask('gao', 'aid.grant', { id, version })).status).toBe(200)
  })

  it('a clock that came due in between is nobody’s step: the page still acts', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const { version } = await county.api('gao', 'matter.get', { id })
    await county.demo.to('2026-10-13T00:05:00+08:00')
    expect((await county.ask('gao', 'aid.grant', { id, version })).status).toBe(200)
  })
})

describe('a lawyer with a matter of his own', () => {
  it('is not proposed for it, and the rule says why', async () => {
    const county = await at(monday)
    await county.api('li', 'session.actAs', { role: 'resident' })
    const { id } = await county.api('li', 'aid.submit', wages())
    const { proposed, excluded } = await county.api('gao', 'aid.candidates', { id })
    expect(proposed.map(({ lawyer }) => lawyer)).not.toContain('li')
    expect(excluded).toContainEqual(expect.objectContaining({ lawyer: 'li', rule: 'own-matter' }))
  })
})

describe('whoever holds two roles', () => {
  const both = { id: 'lu', name: '卢两职', roles: [{ role: 'centre' }, { role: 'village', unit: '150524100200' }] }
  const onDuty = () => {
    const county = countyOf({ people: [...Object.values(people), both] })
    return { ...county, layers: county.layers.map((layer) => ({ ...layer, people: ['lu'] })) }
  }
  it('finds nothing of the centre’s matters on the village’s desk', async () => {
    const county = await at(monday, { county: onDuty() })
    await county.api('bao', 'aid.submit', wages())
    expect((await county.api('lu', 'desk.list', { desk: 'centre' })).items).toHaveLength(1)
    await county.api('lu', 'session.actAs', { role: 'village' })
    expect((await county.api('lu', 'desk.list', { desk: 'village' })).items).toEqual([])
    expect((await county.api('lu', 'matter.list', {})).items).toEqual([])
  })
  it('keeps the role that each of twenty sessions chose', async () => {
    const county = await at(monday, { county: onDuty() })
    const tokens = await Promise.all(Array.from({ length: 20 }, () => county.demo.signIn('lu')))
    for (const token of tokens) await county.api(token, 'session.actAs', { role: 'village' })
    for (const token of tokens) expect((await county.api(token, 'session.me', {})).acting.role).toBe('village')
  })
})

describe('a desk', () => {
  it('of one stage sorts by newest too, and a search for words keeps to the page', async () => {
    const county = await at(monday)
    for (let n = 0; n < 12; n++) {
      await county.api('bao', 'aid.submit', wages())
      await county.demo.advance('PT1M')
    }
    const desk = { desk: 'centre', stage: 'submitted', sort: 'new' } as const
    const newest = (await county.api('gao', 'desk.list', { ...desk, limit: 3 })).items.map(({ createdAt }) => createdAt)
    expect(newest.map((at) => at.slice(11, 16))).toEqual(['09:11', '09:10', '09:09'])
    expect((await county.api('gao', 'desk.list', { desk: 'centre', text: '工钱', limit: 5 })).items).toHaveLength(5)
  })
})

describe('a matter of somebody without an account', () => {
  it('is taken back by whoever entered it, or by the centre', async () => {
    const county = await at(monday)
    const first = await county.api('zhou', 'aid.submit', forwarded())
    expect(may(first)).toContain('aid.withdraw')
    expect((await county.api('zhou', 'aid.withdraw', { id: first.id, why: '和解了' })).stage).toBe('withdrawn')
    const second = await county.api('zhou', 'aid.submit', forwarded())
    expect((await county.api('gao', 'aid.withdraw', { id: second.id, why: '本人来电' })).stage).toBe('withdrawn')
  })

  it('asks for kin where kin is to be told, and for a consent that is there and was given in the past', async () => {
    const county = await at(monday)
    const wrong = async (more: object) => {
      const { body } = await county.ask('zhou', 'aid.submit', forwarded(more))
      return !body.ok && 'invalid' in body ? body.invalid.map(({ field, code }) => `${field} ${code}`) : body
    }
    expect(await wrong({ tell: ['kin'] })).toEqual(['forwarded.kin missing'])
    expect(await wrong({ takenAt: '2030-01-01T00:00:00Z' })).toEqual(['forwarded.takenAt in-the-future'])
    expect(await wrong({ consent: { kind: 'voice', fileId: 'f_aaaaaaaaaaaaaaaaaaaaaa' } })).toEqual([
      'forwarded.consent.fileId unknown-file',
    ])
  })
})

describe('an application', () => {
  it('is still the same one when its first request comes again after forty others', async () => {
    const county = await at(monday)
    const first = { ...wages(), requestId: 'the-first-request' }
    const { id } = await county.api('bao', 'aid.submit', first)
    await county.api('gao', 'aid.grant', { id })
    await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await county.api('li', 'aid.take', { id })
    for (let n = 0; n < 40; n++) await county.api('li', 'aid.report', { id, change: false })
    expect((await county.api('bao', 'aid.submit', first)).id).toBe(id)
  })
})
