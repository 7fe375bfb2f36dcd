import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { acting, at, forOther, uploaded, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'

describe('what the law’s text suggests', () => {
  it('stands before the reviewer in the law’s order, each with its article; it decides nothing', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const { detail } = await county.api('gao', 'matter.get', { id })
    expect(detail.screening?.map(({ check, verdict, articleName }) => [check, verdict, articleName])).toEqual([
      ['jurisdiction', 'look', '法律援助法第三十八条'],
      ['standing', 'fits', '法律援助法第四十条'],
      ['scope', 'fits', '法律援助法第三十一条第五项'],
      ['hardship', 'fits', '法律援助法第四十一条'],
    ])
    for (const { text, articleText } of detail.screening ?? []) {
      expect(text).toMatch(/\p{Script=Han}/u)
      expect(articleText).toBeTruthy()
    }
  })

  it('is seen by the centre and the supervisor; never by her, her helper, the lawyer or his house', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forOther())
    const hers = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    const advised = async (who: string, matter = id) =>
      'screening' in (await county.api(who, 'matter.get', { id: matter })).detail
    expect([await advised('gao'), await advised('sun'), await advised('zhou')]).toEqual([true, true, false])
    expect(await advised('bao', hers.id)).toBe(false)
    await act('gao', 'aid.grant', {})
    expect([await advised('li'), await advised('fang')]).toEqual([false, false])
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    expect(await advised('li')).toBe(false)
  })

  it('an unlikely one may be granted, and a likely one refused: a person decides', async () => {
    const county = await at(monday)
    const far = await county.api('bao', 'aid.submit', wages({ where: { place: '150524', elsewhere: '沈阳' } }))
    expect((await county.api('gao', 'aid.grant', { id: far.id })).stage).toBe('assigned')
    const near = await county.api('wu', 'aid.submit', wages())
    const refused = await county.api('gao', 'aid.refuse', { id: near.id, article: '48-1', why: '同一件事已经有律师' })
    expect(refused.stage).toBe('refusal-unconfirmed')
  })

  it('changes with what is told later: a group of article 42 needs its paper, and then no means test', async () => {
    const county = await at(monday)
    const { route: _, ...least } = wages({ for: 'other', source: 'counter', groups: ['assistance'] })
    const { id } = await county.api('tang', 'aid.submit', least)
    const act = acting(county, id)
    const hardship = async () =>
      (await county.api('gao', 'matter.get', { id })).detail.screening?.find(({ check }) => check === 'hardship')
    expect(await hardship()).toMatchObject({ verdict: 'look', articleName: '法律援助法第四十一条' })
    const fileId = await uploaded(county, 'tang', samples.jpeg, '低保证.jpg')
    await act('tang', 'aid.complete', { evidence: [fileId] })
    expect(await hardship()).toMatchObject({ verdict: 'fits', articleName: '法律援助法第四十二条第二项' })
  })

  it('domestic violence is not asked for means', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages({ matter: 'violence', route: 'proof', parties: [] }))
    const { screening = [] } = (await county.api('gao', 'matter.get', { id })).detail
    expect(screening.find(({ check }) => check === 'hardship')).toMatchObject({
      verdict: 'fits',
      articleName: '法律援助法第三十二条第四项',
    })
  })
})
