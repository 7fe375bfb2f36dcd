import { describe, expect, it } from 'vitest'
import { acting, at, clockOf, east, may, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const agency = { agency: '沈阳市铁西区法律援助中心', person: '郑主任', phone: '02425000000' }
const sonsWages = () =>
  wages({ where: { place: east, elsewhere: '沈阳铁西区的工地' }, groups: ['migrant-wage'], happened: '2026-09-01' })

describe('wages that are owed in another county', () => {
  it('are accepted like any other: a named person, both clocks, and her own words about where', async () => {
    const county = await at(monday)
    const hers = await county.api('bao', 'aid.submit', sonsWages())
    expect(hers).toMatchObject({
      stage: 'submitted',
      people: [{ role: 'responsible', name: '高审查', phone: '04750000001' }],
      place: { code: east },
      detail: { where: { elsewhere: '沈阳铁西区的工地' } },
    })
    expect(hers.clocks.map(({ code, state }) => [code, state])).toEqual([
      ['aid.promise', 'running'],
      ['aid.decide', 'running'],
    ])
    const reviewers = await county.api('gao', 'matter.get', { id: hers.id })
    expect(reviewers.detail.screening?.[0]).toMatchObject({
      check: 'jurisdiction',
      verdict: 'unlikely',
      articleName: '法律援助法第三十八条',
    })
  })

  it('are handed over on that day with a name and a number; the statute is kept and nothing counts on', async () => {
    const county = await at(monday)
    const { id, code = '' } = await county.api('bao', 'aid.submit', sonsWages())
    const act = acting(county, id)
    await county.demo.to('2026-10-12T15:20:00+08:00')
    // The call comes first: her number is asked for, and what was said is noted.
    await county.api('gao', 'matter.callLog', { id })
    await county.api('gao', 'matter.note', { id, text: '跟本人说好了，转沈阳铁西' })
    const before = (await county.demo.outbox(id)).length
    await act('gao', 'aid.transfer', { to: agency, why: '劳动合同履行地在铁西区' })

    const hers = await county.api('bao', 'matter.get', { id })
    // Whoever handed it over stays named, to be asked about it.
    const people = [{ roleText: '办这件事的人', name: '高审查', phone: '04750000001' }]
    expect(hers).toMatchObject({ stage: 'transferred', stageText: '已转交', can: [], people })
    expect(hers.detail.transfer).toEqual({
      at: '2026-10-12T15:20:00.000+08:00',
      by: '高审查',
      ...agency,
      why: '劳动合同履行地在铁西区',
    })
    expect(clockOf(hers, 'aid.decide')).toMatchObject({ outcome: 'kept', stoppedAt: '2026-10-12T15:20:00.000+08:00' })
    expect(hers.clocks.every(({ state }) => state === 'stopped')).toBe(true)
    expect(story(hers).at(-1)).toBe('转给了该办这件事的单位')
    const rows = (await county.demo.outbox(id)).slice(before)
    expect(told(rows)).toEqual(['bao app aid.transferred', 'bao wechat aid.transferred'])
    expect(rows[0]?.text).toBe('您的法律援助申请转给了沈阳市铁西区法律援助中心，找郑主任，电话 02425000000。')
    expect((await county.api(undefined, 'matter.track', { code })).stageText).toBe('已转交')
    await county.demo.to('2026-11-20T09:00:00+08:00')
    expect(told(await county.demo.outbox(id)).filter((row) => row.includes('overdue'))).toEqual([])
  })

  it('stay on nobody’s open desk, and the second reviewer learns who was first', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', sonsWages())
    await county.api('gao', 'aid.transfer', { id, to: agency, why: '归铁西' })
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toEqual([])
    expect((await county.api('gao', 'desk.list', { desk: 'centre', open: false })).items).toMatchObject([{ id }])
    expect((await county.ask('gao', 'aid.transfer', { id, to: agency, why: '归铁西' })).status).toBe(200)
    const second = await county.ask('qin', 'aid.transfer', { id, to: agency, why: '归铁西' })
    expect([second.status, second.body]).toMatchObject([409, { detail: { by: '高审查' } }])
    expect(wrongs(await county.ask('gao', 'aid.grant', { id }))).toEqual(['aid.not-awaiting-review'])
  })

  it('need a body and a reason; a lawyer, the village and she herself hand nothing over', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', sonsWages())
    expect(wrongs(await county.ask('gao', 'aid.transfer', { id, to: { agency: '' }, why: '归铁西' }))).toEqual([
      'to.agency missing',
    ])
    expect(wrongs(await county.ask('gao', 'aid.transfer', { id, to: agency, why: ' ' }))).toEqual(['why missing'])
    for (const who of ['bao', 'li', 'zhou', 'sun'])
      expect((await county.ask(who, 'aid.transfer', { id, to: agency, why: '归铁西' })).status).toBe(403)
    expect(may(await county.api('gao', 'matter.get', { id }))).toContain('aid.transfer')
  })

  it('may be granted all the same, where the reviewer finds that it belongs here', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', sonsWages())
    expect((await county.api('gao', 'aid.grant', { id })).stage).toBe('assigned')
  })
})
