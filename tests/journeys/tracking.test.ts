import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, county as countyOf, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const items = [{ key: 'a', text: '劳动合同' }]
type Act = ReturnType<typeof acting>
const held = async (act: Act) => {
  await act('gao', 'aid.grant', {})
  await act('li', 'aid.conflictAnswer', { conflict: 'no' })
  await act('li', 'aid.take', {})
}
const ended = async (act: Act) => {
  await held(act)
  await act('li', 'aid.close', { result: 'settled', text: '秘密和解' })
  await act('qin', 'aid.reviewClose', { ok: true })
}

/** How a matter comes into each stage, what the code shows there, and who answers for it. */
const stages: [stage: string, text: string, who: string[], way: (act: Act, county: TestServer) => Promise<unknown>][] =
  [
    ['supplementing', '等补材料', ['高审查'], (act) => act('gao', 'aid.supplementList', { items })],
    [
      'refusal-unconfirmed',
      '审查中，正在复核',
      ['秦审查'],
      (act) => act('gao', 'aid.refuse', { article: '48-1', why: '秘密理由' }),
    ],
    [
      'refused',
      '不予援助',
      ['秦审查'],
      async (act) => {
        await act('gao', 'aid.refuse', { article: '48-1', why: '秘密理由' })
        await act('qin', 'aid.confirmRefusal', {})
      },
    ],
    [
      'transferred',
      '已转交',
      ['高审查'],
      (act) => act('gao', 'aid.transfer', { to: { agency: '铁西区法律援助中心' }, why: '秘密理由' }),
    ],
    [
      'withdrawn',
      '已撤回',
      [],
      async (act, county) => {
        await act('gao', 'aid.supplementList', { items })
        await county.demo.to('2026-10-20T09:00:00+08:00')
        await county.api('gao', 'matter.callLog', {
          id: (await county.api('bao', 'matter.list', {})).items[0]?.id ?? '',
        })
        await act('gao', 'aid.deemedWithdrawn', { call: '秘密的话' })
      },
    ],
    ['in-hand', '律师办理中', ['李律'], held],
    [
      'in-hand',
      '律师办理中',
      ['高审查', '李律'],
      async (act, county) => {
        await held(act)
        // Wu comes to Li too; then Bao names Wu, and Li is frozen.
        const wu = { name: '吴群众', phone: '13900000012' }
        const { id } = await county.api('wu', 'aid.submit', wages({ applicant: wu }))
        await county.api('gao', 'aid.grant', { id, lawyer: 'li', why: '他熟' })
        await act('bao', 'aid.parties', { parties: [{ role: 'opponent', ...wu }] })
      },
    ],
    ['closed', '已办结', ['李律'], ended],
    [
      'closed',
      '已办结',
      ['高审查', '李律'],
      async (act) => {
        await ended(act)
        await act('bao', 'aid.rate', { stars: 1, text: '秘密的不满' })
      },
    ],
  ]

describe('a query code, in every stage', () => {
  it.each(stages)('%s: 「%s」 and who answers for it, %j', async (stage, text, who, way) => {
    const county = await at(monday, { county: countyOf() })
    const { id, code = '' } = await county.api('bao', 'aid.submit', wages())
    await way(acting(county, id), county)
    const tracked = await county.api(undefined, 'matter.track', { code })
    expect([tracked.stage, tracked.stageText, tracked.people.map(({ name }) => name)]).toEqual([stage, text, who])
    expect(Object.keys(tracked).sort()).toEqual(
      ['clocks', 'createdAt', 'kind', 'people', 'place', 'stage', 'stageText', 'title']
        .concat('papersAsked' in tracked ? 'papersAsked' : [])
        .sort(),
    )
    expect(JSON.stringify(tracked)).not.toMatch(/包群众|吴群众|建筑公司|工地欠了|秘密|劳动合同|0011|7539/)
    expect(JSON.stringify(tracked)).not.toContain(id)
  })

  it('shows a clock that rests as resting, and one that came late as late', async () => {
    const county = await at(monday)
    const { id, code = '' } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.supplementList', { id, items })
    const word = async () =>
      (await county.api(undefined, 'matter.track', { code })).clocks.map((clock) => `${clock.title} ${clock.word}`)
    expect(await word()).toEqual(['当天派律师 已暂停', '法定审查期限 已暂停', expect.stringMatching(/^补材料 /)])
    await county.api('bao', 'aid.supplement', { id, items: [{ key: 'a', text: '没有' }] })
    await county.demo.to('2026-10-13T09:00:00+08:00')
    expect((await word())[0]).toMatch(/^当天派律师 (超时|已超期)$/)
  })
})
