import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, county as countyOf, inHand, may, people, story, told, uploaded, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
/** A third lawyer, so that somebody is left after two have gone. */
const zhao = { ...people.wang, id: 'zhao', name: '赵律', phone: '13900000005' }
const three = { county: countyOf({ people: [...Object.values(people), zhao] }) }
const inHands = async (): Promise<{ county: TestServer; id: string; act: ReturnType<typeof acting> }> => {
  const county = await at(monday, three)
  const id = await inHand(county)
  return { county, id, act: acting(county, id) }
}

describe('a lawyer who asks to go (法律援助法 46, 62, 63)', () => {
  it('for just cause is out at once; the next is found in the same act and the promise isn’t begun anew', async () => {
    const { county, id, act } = await inHands()
    await county.demo.advance('PT2H')
    const before = (await county.demo.outbox(id)).length
    await act('li', 'aid.leave', { cause: 'health', why: '住院手术' })
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: 'wang', conflict: 'asked' } } })
    expect(story(seen).slice(-2)).toEqual(['李律 律师不能接着办，正在找新的律师', '派给 王律 律师'])
    expect(clockOf(seen, 'aid.promise')).toMatchObject({ outcome: 'kept' })
    expect(seen.clocks.filter(({ code }) => code === 'aid.promise')).toHaveLength(1)
    expect(told((await county.demo.outbox(id)).slice(before)).slice(0, 4)).toEqual([
      'bao app aid.lawyer-changes',
      'gao app aid.lawyer-left',
      'bao app aid.assigned',
      'bao wechat aid.assigned',
    ])
  })

  it('she reads that a new lawyer is coming, and nowhere why', async () => {
    const { county, id, act } = await inHands()
    await act('li', 'aid.leave', { cause: 'health', why: '住院手术' })
    const all = JSON.stringify([await county.api('bao', 'matter.get', { id }), await county.demo.outbox(id)])
    expect(all).not.toMatch(/住院|health/)
  })

  it('for another cause only with a document', async () => {
    const { county, id, act } = await inHands()
    expect(wrongs(await county.ask('li', 'aid.leave', { id, cause: 'other', why: '太忙' }))).toEqual([
      'evidence missing',
    ])
    expect(wrongs(await county.ask('li', 'aid.leave', { id, cause: 'busy' as never }))).toEqual(['cause not-an-option'])
    const paper = await uploaded(county, 'li', samples.jpeg, 'proof.jpg')
    await act('li', 'aid.leave', { cause: 'other', why: '调离本旗', evidence: [paper] })
    expect((await county.api('gao', 'matter.get', { id })).detail.lawyer?.id).toBe('wang')
  })

  it('the second request on one matter is a supervisor’s to rule on; until then he has it', async () => {
    const { county, id, act } = await inHands()
    await act('li', 'aid.leave', { cause: 'health' })
    await act('wang', 'aid.conflictAnswer', { conflict: 'no' })
    await act('wang', 'aid.take', {})
    const asked = await act('wang', 'aid.leave', { cause: 'recusal', why: '对方的法官是亲属' })
    expect(asked).toMatchObject({
      stage: 'in-hand',
      people: expect.arrayContaining([expect.objectContaining({ role: 'responsible', name: '孙督查' })]),
    })
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('sun app aid.leave-to-rule')
    const hers = await county.api('bao', 'matter.get', { id })
    expect(JSON.stringify(hers.timeline)).not.toContain('退出')
    expect(hers.detail).not.toHaveProperty('leaving')
    expect(wrongs(await county.ask('gao', 'aid.ruleChange', { id, ok: true, why: '同意' }))).toEqual([
      'aid.another-rules',
    ])
    expect(may(await county.api('sun', 'matter.get', { id }))).toContain('aid.ruleChange')
    await act('sun', 'aid.ruleChange', { ok: true, why: '应当回避' })
    const after = await county.api('gao', 'matter.get', { id })
    expect(after.detail.lawyer?.id).toBe('zhao')
    expect((await county.ask('wang', 'aid.report', { id, change: false })).status).toBe(404)
  })

  it('refused by the supervisor he goes on, with nothing begun anew', async () => {
    const { county, id, act } = await inHands()
    await act('li', 'aid.leave', { cause: 'health' })
    await act('wang', 'aid.conflictAnswer', { conflict: 'no' })
    await act('wang', 'aid.take', {})
    await act('wang', 'aid.leave', { cause: 'health' })
    const stays = await act('sun', 'aid.ruleChange', { ok: false, why: '还能办' })
    expect(stays).toMatchObject({ stage: 'in-hand', detail: { lawyer: { id: 'wang', conflict: 'clear' } } })
    expect(stays.people[0]).toMatchObject({ role: 'lawyer', name: '王律' })
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('wang app aid.goes-on')
    expect((await act('wang', 'aid.report', { change: true, text: '立案了' })).stage).toBe('in-hand')
  })
})

describe('she asks for another lawyer (法律援助法 55)', () => {
  it('is ruled on within five working days by the centre; the lawyer goes on meanwhile', async () => {
    const { county, id, act } = await inHands()
    const asked = await act('bao', 'aid.changeLawyer', { why: '两个月没给我打过电话' })
    // Five working days from Monday the 12th: the 13th to the 19th.
    expect(clockOf(asked, 'aid.change').dueAt).toBe('2026-10-20T00:00:00.000+08:00')
    expect(asked.people[0]).toMatchObject({ role: 'responsible', name: '高审查' })
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('gao app aid.change-to-rule')
    const his = await county.api('li', 'matter.get', { id })
    expect(his.detail).not.toHaveProperty('changeAsked')
    expect((await act('li', 'aid.report', { change: true, text: '约了仲裁' })).stage).toBe('in-hand')
    const ruled = await act('gao', 'aid.ruleChange', { ok: true, why: '确实没联系' })
    expect(ruled.detail.lawyer?.id).toBe('wang')
    expect(clockOf(ruled, 'aid.change').outcome).toBe('kept')
    expect(ruled.clocks.filter(({ code }) => code === 'aid.promise')).toHaveLength(1)
  })

  it('refused: she is told, and may ask again with something new', async () => {
    const { county, id, act } = await inHands()
    await act('bao', 'aid.changeLawyer', {})
    await act('gao', 'aid.ruleChange', { ok: false, why: '律师每周都联系' })
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.changeRuled).toMatchObject({ ok: false, by: '高审查' })
    expect(told(await county.demo.outbox(id)).slice(-2)).toEqual(['bao app aid.change-refused', 'li app aid.goes-on'])
    expect(may(hers)).toContain('aid.changeLawyer')
    expect((await county.ask('wu', 'aid.changeLawyer', { id })).status).toBe(404)
    expect((await county.ask('gao', 'aid.changeLawyer', { id })).status).toBe(422)
  })
})

describe('a court that lets it rest', () => {
  it('takes the document, asks for no report meanwhile, and goes on by itself on the day that was given', async () => {
    const { county, id, act } = await inHands()
    expect(wrongs(await county.ask('li', 'aid.suspend', { id, ground: 'court', evidence: [] }))).toEqual([
      'evidence missing',
    ])
    const paper = await uploaded(county, 'li', samples.jpeg, 'stay.jpg')
    const rests = await act('li', 'aid.suspend', { ground: 'court', evidence: [paper], until: '2026-12-01' })
    expect(clockOf(rests, 'aid.progress').state).toBe('paused')
    await county.demo.to('2026-11-30T23:00:00+08:00')
    expect(clockOf(await county.api('gao', 'matter.get', { id }), 'aid.progress').state).toBe('paused')
    await county.demo.to('2026-12-01T00:05:00+08:00')
    const goesOn = await county.api('gao', 'matter.get', { id })
    expect(clockOf(goesOn, 'aid.progress').state).toBe('running')
    expect(goesOn.timeline.at(-1)).toMatchObject({ at: '2026-12-01T00:00:00.000+08:00', text: '恢复审理，接着办' })
  })

  it('is resumed by the lawyer’s word before that', async () => {
    const { county, act } = await inHands()
    const paper = await uploaded(county, 'li', samples.jpeg, 'stay.jpg')
    await act('li', 'aid.suspend', { ground: 'court', evidence: [paper] })
    await county.demo.to('2026-10-20T09:00:00+08:00')
    const goesOn = await act('li', 'aid.resume', {})
    // Thirty days from the 12th, and the seven nights on which it stood still.
    expect(clockOf(goesOn, 'aid.progress')).toMatchObject({ state: 'running', dueAt: '2026-11-19T00:00:00.000+08:00' })
  })
})

describe('a case that has ended', () => {
  it('owes its file within thirty days from that day, and the centre thirty days to look at it', async () => {
    const { county, id, act } = await inHands()
    await county.demo.to('2026-11-02T10:00:00+08:00')
    expect(wrongs(await county.ask('li', 'aid.ended', { id, on: '2026-11-03' }))).toEqual(['on in-the-future'])
    expect(wrongs(await county.ask('li', 'aid.ended', { id, on: '2026-10-11' }))).toEqual(['aid.ended-when'])
    const ended = await act('li', 'aid.ended', { on: '2026-10-30' })
    expect(clockOf(ended, 'aid.file').dueAt).toBe('2026-12-01T00:00:00.000+08:00')
    await county.demo.to('2026-11-20T10:00:00+08:00')
    const filed = await act('li', 'aid.close', { result: 'award', text: '仲裁裁决支付 2 万元' })
    expect(clockOf(filed, 'aid.file').outcome).toBe('kept')
    expect(clockOf(filed, 'aid.review').dueAt).toBe('2026-12-22T00:00:00.000+08:00')
  })
})
