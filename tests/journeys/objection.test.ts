import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, inHand, may, story, told, wages, wrongs } from './given'

/** Refused on Thursday 8 October by Gao, confirmed by Qin. */
async function refused(): Promise<{ county: TestServer; id: string; act: ReturnType<typeof acting> }> {
  const county = await at('2026-10-08T09:00:00+08:00')
  const { id } = await county.api('bao', 'aid.submit', wages())
  const act = acting(county, id)
  await act('gao', 'aid.refuse', { article: '31-5', why: '没有劳动关系，是合伙分红' })
  await county.demo.to('2026-10-08T14:00:00+08:00')
  await act('qin', 'aid.confirmRefusal', {})
  return { county, id, act }
}
const objecting = { why: '我有工牌和工资表，是打工不是合伙' }

describe('an objection to a refusal (法律援助法 49)', () => {
  it('refused on Thursday the 8th, objected to on Friday: ruled on by the end of Wednesday the 14th', async () => {
    const { county, id, act } = await refused()
    await county.demo.to('2026-10-09T10:00:00+08:00')
    expect(may(await county.api('bao', 'matter.get', { id }))).toEqual(['aid.object'])
    const objected = await act('bao', 'aid.object', objecting)
    expect(objected).toMatchObject({
      stage: 'objected',
      stageText: '异议审查',
      people: [{ role: 'responsible', name: '孙督查' }],
    })
    expect(clockOf(objected, 'aid.objection').dueAt).toBe('2026-10-15T00:00:00.000+08:00')
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('sun app aid.to-rule')
    expect(objected.detail.objection).toEqual({ at: '2026-10-09T10:00:00.000+08:00', why: objecting.why })
    expect((await act('bao', 'aid.object', objecting)).clocks).toHaveLength(objected.clocks.length)
    await county.demo.to('2026-10-15T00:01:00+08:00')
    expect((await county.demo.outbox(id)).at(-1)).toMatchObject({ to: 'sun', template: 'clock.overdue' })
  })

  it('corrected: it is granted by the ruling, waits for its lawyer with three days for it, and she is told', async () => {
    const { county, id, act } = await refused()
    await act('bao', 'aid.object', objecting)
    const ruled = await act('sun', 'aid.rule', { decision: 'correct', why: '工资表能证明劳动关系' })
    expect(ruled).toMatchObject({ stage: 'granted-unassigned', people: [{ role: 'responsible', name: '高审查' }] })
    expect(clockOf(ruled, 'aid.objection').outcome).toBe('kept')
    expect(clockOf(ruled, 'aid.assign')).toMatchObject({ state: 'running', dueAt: '2026-10-13T00:00:00.000+08:00' })
    expect(told(await county.demo.outbox(id)).slice(-3)).toEqual([
      'bao app aid.ruled',
      'bao wechat aid.ruled',
      'gao app aid.find-lawyer',
    ])
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.ruling).toMatchObject({ decision: 'correct', by: '孙督查', why: '工资表能证明劳动关系' })
    expect(hers.detail.ruling).not.toHaveProperty('remedy')
    expect((await act('gao', 'aid.assign', {})).detail.lawyer?.id).toBe('li')
  })

  it('corrected: the ruling and the decision to grant each have a number of their own row; upheld, only the ruling', async () => {
    const { county, id, act } = await refused()
    await act('bao', 'aid.object', objecting)
    await act('sun', 'aid.rule', { decision: 'correct', why: '工资表能证明劳动关系' })
    const numbers = async (matter: string) =>
      (await county.api('gao', 'matter.get', { id: matter })).detail.documents?.flatMap(({ document, no }) =>
        ['grant', 'refusal', 'objection'].includes(document) ? [`${document} ${no}`] : [],
      )
    expect(await numbers(id)).toEqual([
      'grant （2026）援字第0001号',
      'refusal （2026）援不字第0001号',
      'objection （2026）援异字第0001号',
    ])
    const other = await county.api('bao', 'aid.submit', wages({ story: '工地又欠了我一个月' }))
    const on = acting(county, other.id)
    await on('gao', 'aid.refuse', { article: '31-5', why: '没有劳动关系' })
    await on('qin', 'aid.confirmRefusal', {})
    await on('bao', 'aid.object', objecting)
    await on('sun', 'aid.rule', { decision: 'uphold', why: '是合伙分红表' })
    expect(await numbers(other.id)).toEqual(['refusal （2026）援不字第0002号', 'objection （2026）援异字第0002号'])
    // Whoever is granted next has the next number: none was left out.
    const third = await county.api('bao', 'aid.submit', wages({ story: '第三件' }))
    await acting(county, third.id)('gao', 'aid.grant', {})
    expect(await numbers(third.id)).toEqual(['grant （2026）援字第0002号'])
  })

  it('upheld: she reads why and what is left to her, and may not object twice', async () => {
    const { county, id, act } = await refused()
    await act('bao', 'aid.object', objecting)
    await act('sun', 'aid.rule', { decision: 'uphold', why: '工资表是合伙分红表' })
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers).toMatchObject({ stage: 'refused', can: [] })
    expect(hers.detail.ruling).toMatchObject({
      decision: 'uphold',
      why: '工资表是合伙分红表',
      remedy: expect.stringMatching(/行政复议.*起诉/),
    })
    expect(wrongs(await county.ask('bao', 'aid.object', { id, why: '还是不同意' }))).toEqual(['aid.objected-before'])
    expect(story(hers).slice(-2)).toEqual(['提出异议，由 孙督查 审查', '异议审查完了，维持原决定'])
  })

  it('who refused or confirmed doesn’t rule on it; nobody else objects for somebody with an account', async () => {
    const { county, id, act } = await refused()
    expect((await county.ask('wu', 'aid.object', { id, ...objecting })).status).toBe(404)
    expect(wrongs(await county.ask('gao', 'aid.object', { id, ...objecting }))).toEqual(['aid.not-yours'])
    expect(wrongs(await county.ask('bao', 'aid.object', { id, why: ' ' }))).toEqual(['why missing'])
    await act('bao', 'aid.object', objecting)
    for (const who of ['gao', 'qin', 'li', 'bao'])
      expect((await county.ask(who, 'aid.rule', { id, decision: 'uphold', why: '维持' })).status).toBe(403)
    expect(wrongs(await county.ask('sun', 'aid.rule', { id, decision: 'uphold', why: '' }))).toEqual(['why missing'])
  })
})

describe('a termination (法律援助法 48)', () => {
  it('on one of the eight grounds: told within three days, the lawyer is free again', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const id = await inHand(county)
    const act = acting(county, id)
    const ended = await act('gao', 'aid.terminate', { ground: '48-6', why: '自己请了律师' })
    expect(ended).toMatchObject({
      stage: 'terminated',
      stageText: '已终止',
      people: [
        { role: 'responsible', name: '高审查' },
        { role: 'lawyer', name: '李律' },
      ],
    })
    expect(clockOf(ended, 'aid.terminate').dueAt).toBe('2026-10-16T00:00:00.000+08:00')
    expect(clockOf(ended, 'aid.progress').outcome).toBe('cancelled')
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.terminated).toMatchObject({
      article: '48-6',
      articleName: '法律援助法第四十八条第六项',
      why: '自己请了律师',
      remedy: expect.stringContaining('异议'),
    })
    expect(told(await county.demo.outbox(id)).slice(-4)).toEqual([
      'bao app aid.terminated',
      'bao wechat aid.terminated',
      'fang app aid.terminated-yours',
      'li app aid.terminated-yours',
    ])
    const other = await county.api('wu', 'aid.submit', wages({ applicant: { name: '吴群众' } }))
    const { proposed } = await county.api('gao', 'aid.candidates', { id: other.id })
    expect(proposed.find(({ lawyer }) => lawyer === 'li')?.reasons).toContain('手上 0 件，最多 8 件')
    const delivered = await act('gao', 'aid.terminationTold', { how: '当面送达，本人签收' })
    expect(clockOf(delivered, 'aid.terminate').outcome).toBe('kept')
    expect(delivered.detail.terminated?.told).toMatchObject({ by: '高审查' })
    expect((await county.ask('li', 'aid.report', { id, change: false })).status).toBe(422)
  })

  it('a ninth ground there isn’t, nor one before it was granted', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const { id } = await county.api('bao', 'aid.submit', wages())
    const end = async (ground: string) => wrongs(await county.ask('gao', 'aid.terminate', { id, ground, why: '理由' }))
    expect(await end('48-9')).toEqual(['ground not-an-option'])
    expect(await end('31-5')).toEqual(['ground not-an-option'])
    expect(await end('48-4')).toEqual(['aid.not-granted'])
  })

  it('objected to and corrected: it is granted again and waits for a lawyer', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const id = await inHand(county)
    const act = acting(county, id)
    await act('gao', 'aid.terminate', { ground: '48-4', why: '家里有收入了' })
    await act('bao', 'aid.object', { why: '收入是借来的' })
    const delivered = await act('gao', 'aid.terminationTold', { how: '电话' })
    expect(delivered.stage).toBe('objected')
    const ruled = await act('sun', 'aid.rule', { decision: 'correct', why: '借款不是收入' })
    expect(ruled.stage).toBe('granted-unassigned')
    expect((await act('gao', 'aid.assign', {})).stage).toBe('assigned')
    // The decision to grant is still the first one, with its number and its day.
    const { detail } = await county.api('gao', 'matter.get', { id })
    const grants = detail.documents?.filter(({ document }) => document === 'grant')
    expect(grants).toMatchObject([{ no: '（2026）援字第0001号' }])
  })

  it('that it was terminated is still whoever ended it’s to tell, while a supervisor looks and after', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const id = await inHand(county)
    const act = acting(county, id)
    await act('gao', 'aid.terminate', { ground: '48-4', why: '家里有收入了' })
    await act('bao', 'aid.object', { why: '收入是借来的' })
    await county.demo.to('2026-10-16T00:01:00+08:00')
    const late = (await county.demo.outbox(id)).filter(({ template }) => template === 'clock.overdue')
    expect(late.map(({ to, text }) => [to, text.includes('终止')])).toContainEqual(['gao', true])
    expect(told(late)).not.toContain('sun app clock.overdue')
    const ruled = await act('sun', 'aid.rule', { decision: 'uphold', why: '不是借的' })
    expect(ruled).toMatchObject({ stage: 'terminated', people: [{ role: 'responsible', name: '高审查' }, {}] })
    // Told, there is nothing left of it: who ruled stays to be asked why.
    await act('gao', 'aid.terminationTold', { how: '当面' })
    expect(clockOf(await county.api('gao', 'matter.get', { id }), 'aid.terminate').state).toBe('stopped')
  })

  it('who acted for her until it was terminated stays bound, whoever has it after the correction', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const id = await inHand(county, { parties: [{ role: 'opponent', name: '吴群众', phone: '13900000012' }] })
    const act = acting(county, id)
    expect((await county.api('gao', 'matter.get', { id })).detail.lawyer?.id).toBe('li')
    await act('gao', 'aid.terminate', { ground: '48-4', why: '家里有收入了' })
    await act('bao', 'aid.object', { why: '收入是借来的' })
    await act('sun', 'aid.rule', { decision: 'correct', why: '借款不是收入' })
    const against = wages({
      applicant: { name: '吴群众', phone: '13900000012' },
      parties: [{ role: 'opponent', name: '包群众', phone: '13900000011' }],
    })
    const other = await county.api('wu', 'aid.submit', against)
    const shut = async () => (await county.api('gao', 'aid.candidates', { id: other.id })).excluded
    // Nobody has it at this moment, and Wang after that.
    expect(await shut()).toContainEqual(expect.objectContaining({ lawyer: 'li', rule: 'conflict' }))
    // He left nothing: it may go back to him, or to another with a reason.
    expect((await county.api('gao', 'aid.candidates', { id })).proposed.map(({ lawyer }) => lawyer)).toContain('li')
    await act('gao', 'aid.assign', { lawyer: 'wang', why: '李律出差' })
    expect(await shut()).toContainEqual(expect.objectContaining({ lawyer: 'li', rule: 'conflict' }))
  })

  it('who has his file handed back at the same moment learns that it was terminated', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const id = await inHand(county)
    await Promise.all(['gao', 'li'].map((who) => county.tokenOf(who)))
    const answers = await Promise.all([
      county.ask('gao', 'aid.terminate', { id, ground: '48-6', why: '自己请了律师' }),
      county.ask('li', 'aid.close', { id, result: 'settled', text: '双方和解' }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})
