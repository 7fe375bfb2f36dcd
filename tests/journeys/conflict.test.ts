import { describe, expect, it } from 'vitest'
import { readLawyer, writeLawyer } from '../../cloudfunctions/records'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, county as countyOf, people, story, told, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const { li, wang, notary } = people
const room = (person: typeof li, capacity: number) => ({ ...person, lawyer: { ...person.lawyer, capacity } })
const staffed = (...lawyers: object[]) => ({
  county: countyOf({ people: [people.gao, people.qin, people.sun, people.bao, people.wu, ...lawyers] }),
})
const loadOf = async (county: TestServer, id: string, lawyer: string) => {
  const { proposed, excluded } = await county.api('gao', 'aid.candidates', { id })
  const all = [...proposed, ...excluded.map((e) => ({ ...e, reasons: [e.text] }))]
  return all.find((c) => c.lawyer === lawyer)?.reasons.find((reason) => reason.startsWith('手上'))
}

describe('a lawyer who knows the other side', () => {
  it('is out at once, the next one is asked in the same breath, and the centre and the applicant are told', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    await county.demo.advance('PT5M')
    await act('li', 'aid.conflictAnswer', { conflict: 'yes', why: '对方是我的客户' })

    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: 'wang', conflict: 'asked' } } })
    expect(story(seen).slice(3)).toEqual(['李律 律师有利害关系，退出', '派给 王律 律师'])
    expect(told(await county.demo.outbox(id)).slice(6)).toEqual([
      'gao app aid.lawyer-left',
      'bao app aid.assigned',
      'bao wechat aid.assigned',
      'ma app aid.assigned-to-house',
      'wang app aid.assigned-to-you',
    ])
    // The first lawyer's clocks end cancelled; the second has his own full limits.
    expect(clockOf(seen, 'aid.contact').outcome).toBe('cancelled')
    expect(clockOf(seen, 'aid.contact', 2)).toMatchObject({ state: 'running', dueAt: '2026-10-14T00:00:00.000+08:00' })
    // The promise was kept when she first had a lawyer; the new gap has a clock of its own.
    expect(clockOf(seen, 'aid.promise').outcome).toBe('kept')
    expect(clockOf(seen, 'aid.assign', 2)).toMatchObject({ outcome: 'kept' })
  })

  it('has his place back, and is never proposed for this matter again', async () => {
    const county = await at(monday, staffed(room(li, 1), room(wang, 1)))
    const first = await county.api('bao', 'aid.submit', wages())
    const second = await county.api('wu', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id: first.id })
    expect((await county.api('gao', 'aid.candidates', { id: second.id })).excluded).toMatchObject([
      { lawyer: 'li', rule: 'full', text: '手上已满' },
    ])
    await county.api('li', 'aid.conflictAnswer', { id: first.id, conflict: 'yes' })
    expect(await loadOf(county, second.id, 'li')).toBe('手上 0 件，最多 1 件')
    // Wang has the first one now; he knows the other side too, and li is not asked twice.
    await county.api('wang', 'aid.conflictAnswer', { id: first.id, conflict: 'yes' })
    const { excluded } = await county.api('gao', 'aid.candidates', { id: first.id })
    expect(excluded.map(({ lawyer, rule }) => [lawyer, rule])).toEqual([
      ['li', 'offered-before'],
      ['wang', 'offered-before'],
    ])
  })

  it('cannot answer twice the other way: he stays out, or asks the centre', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    const { status, body } = await county.ask('li', 'aid.conflictAnswer', { id, conflict: 'yes' })
    expect([status, body]).toMatchObject([422, { refused: 'aid.conflict-answered' }])
  })
})

describe('when no lawyer is left', () => {
  /** Wang's only place is taken by Wu's matter; Li knows the other side of Bao's. */
  async function nobodyLeft() {
    const county = await at(monday, staffed(li, room(wang, 1), notary))
    const other = await county.api('wu', 'aid.submit', wages({ applicant: { name: '吴群众' } }))
    const held = acting(county, other.id)
    await held('gao', 'aid.grant', { lawyer: 'wang', why: '他熟悉' })
    await held('wang', 'aid.conflictAnswer', { conflict: 'no' })
    await held('wang', 'aid.take', {})
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    await act('li', 'aid.conflictAnswer', { conflict: 'yes' })
    return { county, id, held }
  }

  it('a named person must find one today, is told so, and the applicant knows who', async () => {
    const { county, id } = await nobodyLeft()
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers).toMatchObject({ stage: 'granted-unassigned', stageText: '已同意，正在找律师' })
    expect(hers.people).toMatchObject([{ role: 'responsible', name: '高审查', phone: '04750000001' }])
    expect(hers.detail.escalated).toEqual({ at: '2026-10-12T09:00:00.000+08:00', to: '高审查' })
    expect(clockOf(hers, 'aid.assign', 2)).toMatchObject({ state: 'running' })
    expect(told(await county.demo.outbox(id)).slice(5)).toEqual([
      'gao app aid.lawyer-left',
      'bao app aid.searching',
      'gao app aid.find-lawyer',
    ])
    expect((await county.api('gao', 'desk.list', { desk: 'centre', stage: 'granted-unassigned' })).items).toMatchObject(
      [{ id, responsible: '高审查' }],
    )
  })

  it('looks again every ten minutes, silently, and at once when a place is free', async () => {
    const { county, id, held } = await nobodyLeft()
    await county.demo.to('2026-10-12T09:25:00+08:00')
    expect(told(await county.demo.outbox(id))).toHaveLength(8)
    await held('wang', 'aid.close', { result: 'settled', text: '双方和解' })
    await county.demo.to('2026-10-12T11:00:00+08:00')

    const found = await county.api('gao', 'matter.get', { id })
    expect(found).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: 'wang' } } })
    expect(found.timeline.at(-1)).toMatchObject({ at: '2026-10-12T09:25:00.000+08:00', text: '派给 王律 律师' })
    expect(
      (await county.demo.outbox(id)).slice(8).map(({ at, to, template }) => [at.slice(11, 16), to, template]),
    ).toEqual([
      ['09:25', 'bao', 'aid.assigned'],
      ['09:25', 'bao', 'aid.assigned'],
      ['09:25', 'wang', 'aid.assigned-to-you'],
    ])
    expect(story(found).filter((line) => line.includes('今天负责找'))).toHaveLength(1)
  })

  it('everything on the way happens in order: the statute’s third day passes before a lawyer is free', async () => {
    const { county, id, held } = await nobodyLeft()
    await county.demo.to('2026-10-16T00:05:00+08:00')
    await held('wang', 'aid.close', { result: 'settled', text: '双方和解' })
    await county.demo.to('2026-10-16T08:00:00+08:00')
    const found = await county.api('gao', 'matter.get', { id })
    const [overdue, assigned] = found.timeline.slice(-2)
    expect(overdue).toMatchObject({ at: '2026-10-16T00:00:00.000+08:00', text: '到期还没办完：法定指派期限' })
    expect(assigned?.text).toBe('派给 王律 律师')
    expect(assigned?.at).toBe('2026-10-16T00:05:00.000+08:00')
    expect(clockOf(found, 'aid.assign', 2)).toMatchObject({ outcome: 'missed', stoppedAt: assigned?.at })
  })

  it('when everything slept: judged at its due time, told when it woke, and how late the telling was', async () => {
    const { county, id } = await nobodyLeft()
    await county.demo.to('2026-10-16T06:30:00+08:00', false)
    expect(told(await county.demo.outbox(id))).toHaveLength(8)
    const touched = await county.api('bao', 'matter.get', { id })
    expect(touched.timeline.at(-1)).toMatchObject({
      at: '2026-10-16T00:00:00.000+08:00',
      text: '到期还没办完：法定指派期限',
    })
    const since = async () => (await county.demo.outbox(id)).filter(({ template }) => template === 'clock.overdue')
    const overdue = await since()
    expect(overdue).toMatchObject([
      { to: 'gao', template: 'clock.overdue', at: '2026-10-16T06:30:00.000+08:00', lateBy: 'PT6H30M' },
    ])
    // The next tick has nothing left to say about it.
    await county.demo.advance('PT1M')
    expect(await since()).toEqual(overdue)
  })

  it('when everything slept: a lawyer found on waking is assigned now, not in the past, and says how late', async () => {
    const { county, id } = await nobodyLeft()
    // The centre gives him a place more; nobody frees one, so that only the next look can find it.
    const doc = await county.world.store.get('lawyers', 'lawyer:wang')
    if (!doc) throw new Error('no card')
    const card = readLawyer(county.world, doc)
    await county.world.store.save([writeLawyer(county.world, { ...card, capacity: card.capacity + 1 }, doc.version)])
    await county.demo.to('2026-10-12T14:00:00+08:00', false)
    await county.demo.advance('PT0S')
    const found = await county.api('gao', 'matter.get', { id })
    expect(found.timeline.at(-1)).toMatchObject({ at: '2026-10-12T14:00:00.000+08:00', text: '派给 王律 律师' })
    const said = (await county.demo.outbox(id)).filter(({ at }) => at.startsWith('2026-10-12T14:00'))
    expect(said.map(({ channel, template, lateBy }) => [channel, template, lateBy])).toEqual([
      ['app', 'aid.assigned', 'PT4H50M'],
      ['wechat', 'aid.assigned', 'PT4H50M'],
      ['app', 'aid.assigned-to-you', 'PT4H50M'],
    ])
  })

  it('granting with no lawyer at all is still a grant, and the promise goes on against whoever must find one', async () => {
    const county = await at(monday, staffed(notary))
    const { id } = await county.api('bao', 'aid.submit', wages())
    const granted = await county.api('gao', 'aid.grant', { id })
    expect(granted).toMatchObject({ stage: 'granted-unassigned' })
    expect(clockOf(granted, 'aid.decide').outcome).toBe('kept')
    expect(clockOf(granted, 'aid.promise').state).toBe('running')
    await county.demo.to('2026-10-13T00:00:00+08:00')
    expect((await county.demo.outbox(id)).slice(4)).toMatchObject([{ to: 'gao', template: 'clock.overdue' }])
  })
})
