import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, county as countyOf, may, people, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00.000+08:00'
const bao = { name: '包群众', phone: '13900000011' }
const opponent = (name: string, more: object = {}) => [{ role: 'opponent' as const, name, ...more }]
const compared = { notSame: true, why: '电话问过，两个人，身份证不一样' }

/** Li acts for Bao against somebody of this name. */
async function againstHer(name: string, more: object = {}, county?: TestServer) {
  const server = county ?? (await at(monday))
  const form = wages({ applicant: bao, parties: opponent(name, more) })
  const { id } = await server.api('bao', 'aid.submit', form)
  const act = acting(server, id)
  await act('gao', 'aid.grant', { lawyer: 'li' })
  await act('li', 'aid.conflictAnswer', { conflict: 'no' })
  await act('li', 'aid.take', {})
  return { county: server, id, act }
}
/** Whoever is called so wants aid against somebody of whom nothing is known. */
const applies = async (county: TestServer, applicant: { name: string; phone?: string; birth?: string }) =>
  (
    await county.api(
      'wu',
      'aid.submit',
      wages({ applicant: { phone: '13900000012', ...applicant }, parties: opponent('某砖厂') }),
    )
  ).id
const proposed = async (county: TestServer, id: string, who = 'gao') =>
  (await county.api(who, 'aid.candidates', { id })).proposed
const nearLawyers = async (county: TestServer, id: string) =>
  (await proposed(county, id)).flatMap(({ lawyer, near }) => (near ? [`${lawyer} ${near.text.slice(0, 2)}`] : []))

describe('a name like one on the other side', () => {
  it('王方 applies while 李律 acts against 王芳: he stands in the list, behind whoever nobody has to look at', async () => {
    const { county, id: first } = await againstHer('王芳')
    const id = await applies(county, { name: '王方' })
    const all = await proposed(county, id)
    expect(all.map(({ lawyer, near }) => [lawyer, near !== undefined])).toEqual([
      ['wang', false],
      ['li', true],
    ])
    expect(all[1]?.near).toEqual({ text: expect.stringMatching(/^同音，请核对/), matters: [first] })
    expect(JSON.stringify(all)).not.toContain('王芳')
    expect((await county.api('gao', 'aid.grant', { id })).detail.lawyer?.id).toBe('wang')
  })

  it('he is chosen only by somebody who says that they are two, and who said it stands in the history', async () => {
    const { county } = await againstHer('王芳')
    const id = await applies(county, { name: '王方' })
    const why = '他熟'
    expect(wrongs(await county.ask('gao', 'aid.grant', { id, lawyer: 'li', why }))).toEqual(['aid.near-unchecked'])
    expect((await county.api('gao', 'matter.get', { id })).stage).toBe('submitted')
    const granted = await county.api('gao', 'aid.grant', { id, lawyer: 'li', ...compared })
    expect(granted.detail.lawyer?.id).toBe('li')
    expect(story(granted)).toContain('名字很像的核对过了：不是同一个人')
    const { timeline } = granted
    expect(timeline.find(({ text }) => text.startsWith('名字很像'))).toMatchObject({ by: '高审查', at: monday })
    for (const who of ['wu', 'li'])
      expect(story(await county.api(who, 'matter.get', { id })).join()).not.toContain('很像')
  })

  it('where there is nobody else, nobody is assigned by a machine: a named person finds one and compares', async () => {
    const staff = Object.values(people).filter(({ id }) => id !== 'wang')
    const county = await at(monday, { county: countyOf({ people: staff }) })
    await againstHer('王芳', {}, county)
    const id = await applies(county, { name: '王方' })
    const granted = await county.api('gao', 'aid.grant', { id })
    expect(granted).toMatchObject({ stage: 'granted-unassigned', detail: { escalated: { to: '高审查' } } })
    await county.demo.to('2026-10-12T10:00:00+08:00')
    expect((await county.api('gao', 'matter.get', { id })).stage).toBe('granted-unassigned')
    expect(wrongs(await county.ask('gao', 'aid.assign', { id, lawyer: 'li' }))).toEqual(['aid.near-unchecked'])
    expect((await county.api('gao', 'aid.assign', { id, lawyer: 'li', ...compared })).detail.lawyer?.id).toBe('li')
  })

  it('is told by sound and by characters, of bodies too; years and numbers that differ say that they are two', async () => {
    const born = (year: number) => ({ idNumber: year === 1990 ? '110101199003077539' : '11010519491231002X' })
    const cases: [string, object, { name: string; birth?: string; idNumber?: string }, string[]][] = [
      ['王芳', {}, { name: '王芳' }, ['li 同字']],
      ['巴特尔', {}, { name: '巴特儿' }, ['li 同音']],
      ['单晓', {}, { name: '山晓' }, ['li 同音']],
      ['单晓', {}, { name: '丹晓' }, []],
      ['王芳', born(1990), { name: '王方' }, ['li 同音']],
      ['王芳', born(1990), { name: '王方', birth: '1990-05-01' }, ['li 同音']],
      ['王芳', born(1990), { name: '王方', birth: '1991-05-01' }, []],
      ['王芳', born(1990), { name: '王方', ...born(1949) }, []],
      ['王某', {}, { name: '王某' }, []],
    ]
    for (const [theirs, more, applicant, expected] of cases) {
      const { county } = await againstHer(theirs, more)
      expect([theirs, applicant.name, await nearLawyers(county, await applies(county, applicant))]).toEqual([
        theirs,
        applicant.name,
        expected,
      ])
    }
    const { county } = await againstHer('赵大有')
    const company = wages({
      applicant: { name: '宏达劳务有限公司', phone: '13900000066' },
      parties: opponent('钱小二'),
    })
    await county.api('gao', 'aid.grant', { id: (await county.api('bao', 'aid.submit', company)).id, lawyer: 'li' })
    const parties = opponent('通辽市鸿达建设有限责任公司')
    const { id } = await county.api('wu', 'aid.submit', wages({ applicant: { name: '孟群众' }, parties }))
    expect(await nearLawyers(county, id)).toEqual(['li 同音'])
  })

  it('is not proposed for in a batch, and the page says why', async () => {
    const staff = Object.values(people).filter(({ id }) => id !== 'wang')
    const county = await at(monday, { county: countyOf({ people: staff }) })
    await againstHer('王芳', {}, county)
    const id = await applies(county, { name: '王方' })
    const { items, left } = await county.api('gao', 'aid.batch', { also: [id] })
    expect(items).toEqual([])
    expect(left.map(({ matter, reasons }) => [matter.id, reasons.join()])).toEqual([
      [id, expect.stringContaining('有名字很像的人，要先核对')],
    ])
    const sent = await county.api('gao', 'aid.batchAssign', {
      items: [{ id, lawyer: 'li', grant: true }],
      why: '符合条件',
    })
    expect(sent.items).toMatchObject([{ id, done: false, refused: 'aid.near-unchecked' }])
  })
})

describe('a name told once he has the matter', () => {
  /** Li acts for Bao against 王芳, and for 乌兰; then 乌兰 says that 王方 works with her. */
  async function toldLater() {
    const first = await againstHer('王芳')
    const { county } = first
    const id = await applies(county, { name: '乌兰' })
    const act = acting(county, id)
    await act('gao', 'aid.grant', { lawyer: 'li', why: '就近' })
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await act('li', 'aid.take', {})
    const parties = [...opponent('某砖厂'), { role: 'co-party' as const, name: '王方' }]
    await act('wu', 'aid.parties', { parties })
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    return { county, first, id, act, parties }
  }

  it('asks the reviewer and freezes nobody; who may not open the other matter reads no number and no name', async () => {
    const { county, first, id, act } = await toldLater()
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen).toMatchObject({ stage: 'in-hand', detail: { lawyer: { id: 'li', conflict: 'clear' } } })
    expect(seen.detail.near).toMatchObject({ to: '高审查', matters: [first.id], text: expect.stringContaining('同音') })
    expect(may(seen)).toContain('aid.nearAnswer')
    expect(told(await county.demo.outbox(id))).toContain('gao app aid.near-to-check')
    const his = await county.api('li', 'matter.get', { id })
    expect(his.detail.near).toEqual({ at: monday, text: expect.stringContaining('您照常办') })
    expect(may(his)).toContain('aid.report')
    expect((await act('li', 'aid.report', { change: false })).stage).toBe('in-hand')
    for (const who of ['wu', 'fang']) {
      const hers = await county.api(who, 'matter.get', { id })
      expect([who, hers.detail.near, story(hers).join().includes('很像')]).toEqual([who, undefined, false])
    }
    for (const who of ['gao', 'li', 'wu', 'fang'])
      expect(JSON.stringify(await county.api(who, 'matter.get', { id }))).not.toContain('王芳')
    expect(wrongs(await county.ask('li', 'aid.nearAnswer', { id, same: false, why: '我认识' }))).toEqual([
      'permission.role',
    ])
    expect(wrongs(await county.ask('gao', 'aid.nearAnswer', { id, same: false, why: '' }))).toEqual(['why missing'])
  })

  it('two people: recorded, and not asked again, in this matter or in the other', async () => {
    const { county, first, id, act, parties } = await toldLater()
    const why = '出生年月不一样'
    const after = await act('gao', 'aid.nearAnswer', { same: false, why })
    expect([after.detail.near, after.detail.lawyer?.id, may(after).includes('aid.nearAnswer')]).toEqual([
      undefined,
      'li',
      false,
    ])
    expect(story(after).at(-1)).toBe('名字很像的核对过了：不是同一个人')
    expect((await county.ask('gao', 'aid.nearAnswer', { id, same: false, why })).status).toBe(200)
    expect(wrongs(await county.ask('qin', 'aid.nearAnswer', { id, same: true, why }))).toEqual(['matter.changed'])

    await act('wu', 'aid.parties', { parties: [...parties, ...opponent('赵大有')] })
    expect((await county.api('gao', 'matter.get', { id })).detail.near).toBeUndefined()
    await first.act('bao', 'aid.parties', { parties: [...opponent('王芳'), ...opponent('赵大有')] })
    expect((await county.api('gao', 'matter.get', { id: first.id })).detail.near).toBeUndefined()
    // Another name is another question.
    await act('wu', 'aid.parties', { parties: [...parties, { role: 'co-party', name: '赵大友' }] })
    expect((await county.api('gao', 'matter.get', { id })).detail.near?.matters).toEqual([first.id])
  })

  it('one person: a conflict; he goes in the same act, and neither matter’s pair is proposed to him again', async () => {
    const { county, id, act } = await toldLater()
    const after = await act('gao', 'aid.nearAnswer', { same: true, why: '身份证一样' })
    expect(after).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: 'wang', conflict: 'asked' } } })
    expect(after.detail.near).toBeUndefined()
    expect(story(after).slice(-3)).toEqual([
      '名字很像的核对过了：是同一个人',
      '李律 律师有利害关系，退出',
      '派给 王律 律师',
    ])
    expect(told(await county.demo.outbox(id))).toContain('li app aid.replaced')
    expect((await county.ask('li', 'matter.get', { id })).status).toBe(404)
  })

  it('an organisation may give it to another of its own, and the centre is asked about him', async () => {
    const zhao = { ...people.li, id: 'zhao', name: '赵律', phone: '13900000004' }
    const staff = [...Object.values(people), zhao]
    const county = await at(monday, { county: countyOf({ people: staff }) })
    const first = await againstHer('王芳', {}, county)
    const id = await applies(county, { name: '王方' })
    await county.api('gao', 'aid.grant', { id, lawyer: 'li', ...compared })
    await county.api('fang', 'aid.swapInside', { id, lawyer: 'zhao', why: '李律生病' })
    // The two were compared before: nothing is asked twice.
    expect((await county.api('gao', 'matter.get', { id })).detail.near).toBeUndefined()
    const other = await applies(county, { name: '王放' })
    await county.api('gao', 'aid.grant', { id: other, lawyer: 'zhao', ...compared })
    await county.api('wu', 'aid.parties', { id: other, parties: [{ role: 'co-party', name: '汪芳' }] })
    const [choice] = await proposed(county, other, 'fang')
    expect(choice?.near).toEqual({ text: expect.stringMatching(/^同音/) })
    await county.api('fang', 'aid.swapInside', { id: other, lawyer: 'li', why: '赵律生病' })
    const seen = await county.api('gao', 'matter.get', { id: other })
    expect(seen.detail.lawyer?.id).toBe('li')
    expect(seen.detail.near?.matters).toEqual([first.id])
  })
})

describe('an exact hit', () => {
  it('freezes him when somebody’s role changes: who stood beside her stands against her', async () => {
    const county = await at(monday)
    const friend = { name: '吴群众', phone: '13900000012' }
    const { id } = await county.api('bao', 'aid.submit', wages({ parties: [{ role: 'co-party', ...friend }] }))
    const act = acting(county, id)
    await act('gao', 'aid.grant', { lawyer: 'li' })
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    const hers = await applies(county, friend)
    await county.api('gao', 'aid.grant', { id: hers, lawyer: 'li' })
    expect((await county.api('gao', 'matter.get', { id })).detail.lawyer?.conflict).toBe('clear')
    await act('bao', 'aid.parties', { parties: [{ role: 'opponent', ...friend }] })
    expect((await county.api('gao', 'matter.get', { id })).detail.lawyer?.conflict).toBe('frozen')
  })

  it('binds who defends by notice, as if she had applied herself', async () => {
    const county = await at(monday)
    const accused = { name: '孟被告', idNumber: '110101199003077539' }
    const { id } = await county.api('gao', 'aid.criminalNotice', {
      organ: 'court',
      organName: '示例旗人民法院',
      person: accused,
      ground: 'disabled',
      offence: '故意伤害',
      receivedAt: monday,
    })
    await county.api('gao', 'aid.assign', { id, lawyer: 'li', why: '就近' })
    const victim = await county.api(
      'wu',
      'aid.submit',
      wages({ applicant: { name: '吴群众' }, matter: 'traffic', parties: opponent('老孟', accused) }),
    )
    const { excluded } = await county.api('gao', 'aid.candidates', { id: victim.id })
    expect(excluded.map(({ lawyer, rule }) => `${lawyer} ${rule}`)).toContain('li conflict')
  })
})
