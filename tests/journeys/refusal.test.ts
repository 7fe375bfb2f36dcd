import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, county as countyOf, may, people, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const reasons = { article: '31-5', why: '没有劳动关系，是合伙分红' }

/** Bao's claim; Gao would refuse it at 10:00. */
async function proposed(): Promise<{ county: TestServer; id: string; code: string; act: ReturnType<typeof acting> }> {
  const county = await at(monday)
  const { id, code = '' } = await county.api('bao', 'aid.submit', wages())
  await county.demo.to('2026-10-12T10:00:00+08:00')
  const act = acting(county, id)
  await act('gao', 'aid.refuse', reasons)
  return { county, id, code, act }
}

describe('a refusal takes two people', () => {
  it('is proposed by one with article and reasons, and lies with another by name; she isn’t told yet', async () => {
    const { county, id, code } = await proposed()
    const seen = await county.api('qin', 'matter.get', { id })
    expect(seen).toMatchObject({ stage: 'refusal-unconfirmed', people: [{ role: 'responsible', name: '秦审查' }] })
    expect(seen.detail.refusal).toMatchObject({
      by: '高审查',
      article: '31-5',
      articleName: '法律援助法第三十一条第五项',
      why: '没有劳动关系，是合伙分红',
    })
    expect(may(seen)).toContain('aid.confirmRefusal')
    expect(may(await county.api('gao', 'matter.get', { id }))).not.toContain('aid.confirmRefusal')
    expect(told(await county.demo.outbox(id)).slice(2)).toEqual(['qin app aid.to-confirm'])
    expect(clockOf(seen, 'aid.promise').state).toBe('running')
    expect((await county.api(undefined, 'matter.track', { code })).people).toMatchObject([{ name: '秦审查' }])
    expect((await county.api('qin', 'matter.list', {})).items).toMatchObject([{ id }])
  })

  it('is no decision yet: she reads that it is being looked at, and neither reasons nor remedy', async () => {
    const { county, id, code } = await proposed()
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.stageText).toBe('审查中，正在复核')
    expect(hers.detail).not.toHaveProperty('refusal')
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen).toMatchObject({ stageText: '拟不予援助，待复核', detail: { refusal: { why: reasons.why } } })
    expect(seen.detail.refusal).not.toHaveProperty('confirmed')
    expect(JSON.stringify(await county.api(undefined, 'matter.track', { code }))).not.toContain('合伙')
  })

  it('confirmed by the other: she reads article, reasons and what she can do; both clocks end', async () => {
    const { county, id, code, act } = await proposed()
    await county.demo.to('2026-10-12T14:00:00+08:00')
    await act('qin', 'aid.confirmRefusal', {})
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers).toMatchObject({
      stage: 'refused',
      stageText: '不予援助',
      can: [{ action: 'aid.object' }],
      people: [{ name: '秦审查' }],
    })
    expect(hers.detail.refusal).toMatchObject({
      at: '2026-10-12T10:00:00.000+08:00',
      by: '高审查',
      articleText: expect.stringContaining('劳动报酬'),
      why: '没有劳动关系，是合伙分红',
      confirmed: { at: '2026-10-12T14:00:00.000+08:00', by: '秦审查' },
      remedy: expect.stringMatching(/异议.*行政复议/s),
    })
    for (const clock of ['aid.promise', 'aid.decide'])
      expect(clockOf(hers, clock)).toMatchObject({ outcome: 'kept', stoppedAt: '2026-10-12T14:00:00.000+08:00' })
    expect(told(await county.demo.outbox(id)).slice(3)).toEqual(['bao app aid.refused', 'bao wechat aid.refused'])
    const tracked = await county.api(undefined, 'matter.track', { code })
    expect(tracked).toMatchObject({ stage: 'refused', people: [{ name: '秦审查' }] })
    expect(JSON.stringify(tracked)).not.toMatch(/合伙|包群众/)
  })

  it('sent back with a reason it is the proposer’s again, and he may still grant it that day', async () => {
    const { county, id, act } = await proposed()
    expect(wrongs(await county.ask('qin', 'aid.confirmRefusal', { id, ok: false }))).toEqual(['aid.why-missing'])
    const back = await act('qin', 'aid.confirmRefusal', { ok: false, why: '有工牌，是劳动关系' })
    expect(back).toMatchObject({ stage: 'submitted', people: [{ name: '高审查' }] })
    expect(back.detail).not.toHaveProperty('refusal')
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('gao app aid.refusal-returned')
    const granted = await act('gao', 'aid.grant', {})
    expect([granted.stage, clockOf(granted, 'aid.promise').outcome]).toEqual(['assigned', 'kept'])
    expect(story(granted).slice(1, 4)).toEqual([
      '有了审查意见，请 秦审查 复核',
      '复核没有通过，重新审查',
      '同意给予法律援助',
    ])
  })

  it('nobody confirms his own, and nobody refuses without an article and reasons', async () => {
    const { county, id } = await proposed()
    expect(wrongs(await county.ask('gao', 'aid.confirmRefusal', { id }))).toEqual(['aid.second-person'])
    const other = await county.api('wu', 'aid.submit', wages())
    const refuse = async (input: object) =>
      wrongs(await county.ask('gao', 'aid.refuse', { id: other.id, ...reasons, ...input }))
    expect(await refuse({ article: '' })).toEqual(['article not-an-article'])
    expect(await refuse({ article: '第31条' })).toEqual(['article not-an-article'])
    // The law ends with article 71.
    expect(await refuse({ article: '99' })).toEqual(['article unknown-article'])
    expect(await refuse({ why: '  ' })).toEqual(['why missing'])
    for (const who of ['bao', 'li', 'zhou', 'sun'])
      expect((await county.ask(who, 'aid.refuse', { id: other.id, ...reasons })).status).toBe(403)
  })

  it('two who confirm at once: one does, the other learns who was first', async () => {
    const { county, id } = await proposed()
    await Promise.all(['qin', 'sun'].map((who) => county.tokenOf(who)))
    const answers = await Promise.all(['qin', 'sun'].map((who) => county.ask(who, 'aid.confirmRefusal', { id })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = answers[0]?.status === 200 ? '秦审查' : '孙督查'
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ detail: { by: winner } })
    expect(told(await county.demo.outbox(id)).filter((row) => row.endsWith('aid.refused'))).toHaveLength(2)
    expect((await county.api('bao', 'matter.get', { id })).detail.refusal?.confirmed?.by).toBe(winner)
  })

  it('one confirms while the other sends it back: never both', async () => {
    for (let n = 0; n < 3; n++) {
      const { county, id } = await proposed()
      const answers = await Promise.all([
        county.ask('qin', 'aid.confirmRefusal', { id }),
        county.ask('sun', 'aid.confirmRefusal', { id, ok: false, why: '再看看' }),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const { stage } = await county.api('gao', 'matter.get', { id })
      expect(stage).toBe(answers[0]?.status === 200 ? 'refused' : 'submitted')
    }
  })

  it('where the centre is one person the supervisor confirms; where there is nobody it isn’t refused', async () => {
    const { gao, sun, bao } = people
    const small = await at(monday, { county: countyOf({ people: [gao, sun, bao] }) })
    const first = await small.api('bao', 'aid.submit', wages())
    const lying = await small.api('gao', 'aid.refuse', { id: first.id, ...reasons })
    expect(lying.people).toMatchObject([{ name: '孙督查' }])
    expect((await small.api('sun', 'aid.confirmRefusal', { id: first.id })).stage).toBe('refused')
    const alone = await at(monday, { county: countyOf({ people: [gao, bao] }) })
    const { id } = await alone.api('bao', 'aid.submit', wages())
    expect(wrongs(await alone.ask('gao', 'aid.refuse', { id, ...reasons }))).toEqual(['aid.no-second-person'])
    expect((await alone.api('gao', 'matter.get', { id })).stage).toBe('submitted')
  })

  it('left unconfirmed overnight is overdue with the one who should have confirmed', async () => {
    const { county, id } = await proposed()
    await county.demo.to('2026-10-13T00:10:00+08:00')
    expect((await county.demo.outbox(id)).slice(3)).toMatchObject([{ to: 'qin', template: 'clock.overdue' }])
  })

  it('she may withdraw before it is confirmed, and then nothing is refused', async () => {
    const { county, id, act } = await proposed()
    expect((await act('bao', 'aid.withdraw', { why: '先不办了' })).stage).toBe('withdrawn')
    expect(wrongs(await county.ask('qin', 'aid.confirmRefusal', { id }))).toEqual(['aid.no-refusal-to-confirm'])
  })
})
