import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { acting, at, county as countyOf, inHand, opens, people, uploaded, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const zhao = { ...people.wang, id: 'zhao', name: '赵律', phone: '13900000005' }
const three = { county: countyOf({ people: [...Object.values(people), zhao] }) }

describe('what the desks see of the turns', () => {
  it('what is granted is somebody who acts, unless a document or help on duty is chosen', async () => {
    const county = await at(monday)
    const granted = async (form?: 'drafting' | 'duty-lawyer') => {
      const { id } = await county.api('bao', 'aid.submit', wages())
      return (await county.api('gao', 'aid.grant', { id, ...(form && { form }) })).detail.form
    }
    expect([await granted(), await granted('drafting'), await granted('duty-lawyer')]).toEqual([
      undefined,
      'drafting',
      'duty-lawyer',
    ])
  })

  it('who is first for a document is asked for as such, and is granted without a reason', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const first = async (form?: 'drafting') =>
      (await county.api('gao', 'aid.candidates', { id, ...(form && { form }) })).proposed[0]?.lawyer ?? ''
    expect(await first()).toBe('li')
    const lawyer = await first('drafting')
    expect(lawyer).not.toBe('li')
    expect((await county.ask('gao', 'aid.grant', { id, form: 'drafting', lawyer: 'li' })).status).toBe(422)
    expect((await county.api('gao', 'aid.grant', { id, form: 'drafting', lawyer })).detail.lawyer?.id).toBe(lawyer)
  })

  it('who went and why, and what proves it, staff see and may open; she and his successor don’t', async () => {
    const county = await at(monday, three)
    const id = await inHand(county)
    const act = acting(county, id)
    const paper = await uploaded(county, 'li', samples.jpeg, 'proof.jpg')
    await act('li', 'aid.leave', { cause: 'other', why: '调离本旗', evidence: [paper] })
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.detail.lastLeft).toMatchObject({ by: '李律', why: '调离本旗' })
    expect(seen.papers.map(({ name }) => name)).toContain('前一位律师退出的证明 1')
    for (const who of ['bao', 'wang']) {
      const other = await county.api(who, 'matter.get', { id })
      expect(other.detail).not.toHaveProperty('lastLeft')
      expect(JSON.stringify(other)).not.toMatch(/调离|退出的证明/)
      expect(await opens(county, who, paper)).toBe(false)
    }
    for (const who of ['gao', 'sun']) expect(await opens(county, who, paper)).toBe(true)
    // She knows that another takes it over.
    expect((await county.api('bao', 'matter.get', { id })).detail.replaced).toEqual({
      at: '2026-10-12T09:00:00.000+08:00',
    })
  })

  it('whoever asked to go a second time sees that he did; she doesn’t, and his words outlive the ruling', async () => {
    const county = await at(monday, three)
    const id = await inHand(county)
    const act = acting(county, id)
    await act('li', 'aid.leave', { cause: 'health' })
    await act('wang', 'aid.conflictAnswer', { conflict: 'no' })
    await act('wang', 'aid.take', {})
    const asked = await act('wang', 'aid.leave', { cause: 'recusal', why: '法官是亲属' })
    expect(asked.detail.leaving).toMatchObject({ cause: 'recusal', why: '法官是亲属' })
    expect((await county.api('bao', 'matter.get', { id })).detail).not.toHaveProperty('leaving')
    const ruled = await act('sun', 'aid.ruleChange', { ok: true, why: '应当回避' })
    expect(ruled.detail.lastLeft).toMatchObject({ by: '王律', why: '法官是亲属' })
  })

  it('that he has to stay isn’t an answer to her, who asked for nothing', async () => {
    const county = await at(monday, three)
    const id = await inHand(county)
    const act = acting(county, id)
    await act('li', 'aid.leave', { cause: 'health' })
    await act('wang', 'aid.conflictAnswer', { conflict: 'no' })
    await act('wang', 'aid.take', {})
    await act('wang', 'aid.leave', { cause: 'health' })
    await act('sun', 'aid.ruleChange', { ok: false, why: '还能办' })
    const hers = async () => (await county.api('bao', 'matter.get', { id })).detail.changeRuled
    expect(await hers()).toBeUndefined()
    await act('bao', 'aid.changeLawyer', { why: '不接电话' })
    await act('gao', 'aid.ruleChange', { ok: false, why: '接过三次' })
    expect(await hers()).toMatchObject({ ok: false, by: '高审查' })
  })

  it('an objection says what it is about', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const act = acting(county, id)
    expect((await county.api('sun', 'matter.get', { id })).detail).not.toHaveProperty('objectedTo')
    await act('gao', 'aid.terminate', { ground: '48-4', why: '家里有收入了' })
    await act('bao', 'aid.object', { why: '收入是借来的' })
    expect((await county.api('sun', 'matter.get', { id })).detail.objectedTo).toBe('terminated')
  })
})
