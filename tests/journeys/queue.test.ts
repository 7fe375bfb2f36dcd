import { describe, expect, it } from 'vitest'
import { acting, at, clockOf, inHand, may, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'

describe('the centre’s queue', () => {
  it('is ordered by the time that is left, whoever sent it first', async () => {
    const county = await at('2026-10-09T20:00:00+08:00')
    const friday = await county.api('bao', 'aid.submit', wages())
    await county.demo.to(monday)
    const today = await county.api('wu', 'aid.submit', wages())
    const resting = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.supplementList', { id: resting.id, items: [{ key: 'a', text: '合同' }] })
    const queue = (await county.api('gao', 'desk.list', { desk: 'centre', sort: 'due' })).items
    expect(queue.map(({ id }) => id)).toEqual([friday.id, today.id, resting.id])
    expect(queue.map(({ clock }) => [clock?.code, clock?.colour])).toEqual([
      ['aid.promise', 'overdue'],
      ['aid.promise', 'green'],
      ['aid.supplement', 'green'],
    ])
    for (const { responsible } of queue) expect(responsible).toBe('高审查')
    expect((await county.api('gao', 'desk.list', { desk: 'centre', stage: 'supplementing' })).items).toMatchObject([
      { id: resting.id, stageText: '等补材料' },
    ])
  })
})

describe('an application in the night', () => {
  it('of Monday 23:10 goes to the telephone of whoever is on duty, and names him', async () => {
    const county = await at('2026-10-12T23:10:00+08:00')
    const hers = await county.api('bao', 'aid.submit', wages())
    expect(hers.people).toMatchObject([{ role: 'responsible', name: '高审查', phone: '04750000001' }])
    const rows = await county.demo.outbox(hers.id)
    expect(told(rows)).toEqual(['bao app aid.received', 'gao app aid.to-review', '04750000001 sms aid.to-review'])
    expect(rows[2]).toMatchObject({ state: 'waiting', text: '新的法律援助申请（工钱），请当天审查并派律师。' })
    expect(rows[0]?.text).toContain('高审查')
    expect(hers.clocks.map(({ code }) => code)).toEqual(['aid.promise', 'aid.grace', 'aid.decide'])
  })

  it('in office hours it rings nobody; on a day off it does, on a make-up Saturday it doesn’t', async () => {
    const rings = async (now: string) => {
      const county = await at(now)
      const { id } = await county.api('bao', 'aid.submit', wages())
      return told(await county.demo.outbox(id)).some((row) => row.includes(' sms '))
    }
    expect(await rings('2026-10-12T08:30:00+08:00')).toBe(false)
    expect(await rings('2026-10-12T08:29:00+08:00')).toBe(true)
    expect(await rings('2026-10-12T17:30:00+08:00')).toBe(true)
    expect(await rings('2026-10-10T10:00:00+08:00')).toBe(false)
    expect(await rings('2026-10-11T10:00:00+08:00')).toBe(true)
    expect(await rings('2026-10-01T10:00:00+08:00')).toBe(true)
  })
})

describe('a clerk is ill', () => {
  it('another of the centre takes it over, by name and with a reason; she sees who it is now', async () => {
    const county = await at(monday)
    const { id, code = '' } = await county.api('bao', 'aid.submit', wages())
    expect((await county.api('qin', 'matter.colleagues', { id })).items).toEqual([{ id: 'qin', name: '秦审查' }])
    await county.demo.to('2026-10-12T10:00:00+08:00')
    const moved = await county.api('qin', 'matter.reassign', { id, to: 'qin', why: '高审查病了' })
    expect(moved.people).toMatchObject([{ role: 'responsible', name: '秦审查' }])
    expect(story(moved).at(-1)).toBe('换成 秦审查 负责')
    expect((await county.api('bao', 'matter.get', { id })).people).toMatchObject([{ name: '秦审查' }])
    expect((await county.api(undefined, 'matter.track', { code })).people).toMatchObject([{ name: '秦审查' }])
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('qin app aid.yours-now')
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toMatchObject([{ responsible: '秦审查' }])
    // The clocks are the person's, not the clerk's.
    expect(clockOf(moved, 'aid.promise').startedAt).toBe('2026-10-12T09:00:00.000+08:00')
    await county.demo.to('2026-10-13T00:10:00+08:00')
    expect((await county.demo.outbox(id)).at(-1)).toMatchObject({ to: 'qin', template: 'clock.overdue' })
  })

  it('the supervisor may do it too; nobody else, to nobody else, and never without a reason', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const give = async (who: string, to: string, why = '换人') =>
      wrongs(await county.ask(who, 'matter.reassign', { id, to, why }))
    for (const to of ['li', 'bao', 'zhou', 'sun', 'nobody'])
      expect([to, ...(await give('gao', to))]).toEqual([to, 'to not-of-the-centre'])
    expect(await give('gao', 'qin', ' ')).toEqual(['why missing'])
    for (const who of ['bao', 'li', 'fang']) expect(await give(who, 'qin')).toEqual(['permission.role'])
    // A village gives on what people report, never an application.
    expect(await give('zhou', 'qin')).toEqual(['aid.not-found'])
    expect(await give('sun', 'qin')).toEqual([])
    // Given to whoever has it already: nothing happens, nobody is told again.
    const before = (await county.demo.outbox(id)).length
    expect(await give('sun', 'qin')).toEqual([])
    expect(await county.demo.outbox(id)).toHaveLength(before)
  })

  it('whoever must find a lawyer today may be another one; a lawyer’s matter isn’t given away like that', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    expect(wrongs(await county.ask('gao', 'matter.reassign', { id, to: 'qin', why: '换' }))).toEqual([
      'aid.with-the-lawyer',
    ])
    expect(may(await county.api('gao', 'matter.get', { id }))).not.toContain('matter.reassign')
    const other = await county.api('wu', 'aid.submit', wages())
    const act = acting(county, other.id)
    await act('gao', 'aid.grant', { lawyer: 'wang', why: '他熟' })
    await act('wang', 'aid.conflictAnswer', { conflict: 'yes' })
    await act('li', 'aid.conflictAnswer', { conflict: 'yes' })
    const given = await county.api('gao', 'matter.reassign', { id: other.id, to: 'qin', why: '我下班了' })
    expect(given).toMatchObject({ stage: 'granted-unassigned', detail: { escalated: { to: '秦审查' } } })
    expect(given.people).toMatchObject([{ name: '秦审查' }])
  })

  it('a refusal isn’t given to the one who proposed it', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.refuse', { id, article: '48-1', why: '重复申请' })
    expect(wrongs(await county.ask('sun', 'matter.reassign', { id, to: 'gao', why: '换' }))).toEqual([
      'aid.second-person',
    ])
  })
})
