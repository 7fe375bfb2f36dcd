import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, inHand, may, plain, told, wages } from './given'

const PAPERS = ['aid.documentSigned', 'aid.renumber']
const monday = '2026-10-12T09:00:00+08:00'

/** Everything told about a matter since it was last asked. */
function hearing(county: TestServer, id: string) {
  let heard = 0
  return async () => {
    const rows = await county.demo.outbox(id)
    const fresh = told(rows).slice(heard)
    heard = rows.length
    return fresh
  }
}

describe('one wage claim from the application to the closed file', () => {
  it('passes through every hand, and each step tells exactly those whom it concerns', async () => {
    const county = await at(monday)
    const { id, stage } = await county.api('bao', 'aid.submit', wages())
    const heard = hearing(county, id)
    const steps: [stage: string, heard: string[]][] = [[stage, await heard()]]
    const act = acting(county, id)
    const step: typeof act = async (who, action, input) => {
      await county.demo.advance('PT1M')
      const matter = await act(who, action, input)
      steps.push([matter.stage, await heard()])
      return matter
    }
    await step('gao', 'aid.grant', {})
    await step('li', 'aid.conflictAnswer', { conflict: 'no' })
    await step('li', 'aid.take', {})
    await step('li', 'aid.contacted', { how: 'call', note: '约好周三见面' })
    await step('li', 'aid.signed', {})
    await step('li', 'aid.report', { change: false })
    await step('li', 'aid.report', { change: true, text: '仲裁已立案' })
    await step('li', 'aid.close', { result: 'award', text: '裁决支付三个月工资' })
    await step('qin', 'aid.reviewClose', { ok: false, why: '请补裁决书' })
    await step('li', 'aid.close', { result: 'award', text: '裁决支付三个月工资，附裁决书' })
    await step('qin', 'aid.reviewClose', { ok: true })

    expect(steps).toEqual([
      ['submitted', ['bao app aid.received', 'gao app aid.to-review']],
      [
        'assigned',
        [
          'bao app aid.assigned',
          'bao wechat aid.assigned',
          'fang app aid.assigned-to-house',
          'li app aid.assigned-to-you',
        ],
      ],
      ['assigned', []],
      ['in-hand', ['bao app aid.taken']],
      ['in-hand', []],
      ['in-hand', []],
      ['in-hand', []],
      ['in-hand', ['bao app aid.progress']],
      ['closing', ['bao app aid.closing', 'gao app aid.to-check']],
      ['in-hand', ['li app aid.close-returned']],
      ['closing', ['bao app aid.closing', 'gao app aid.to-check']],
      ['closed', ['bao app aid.closed', 'bao wechat aid.closed']],
    ])

    const whole = await county.api('bao', 'matter.get', { id })
    expect(whole.timeline.map(({ at, text, by }) => [at.slice(11, 16), plain(text), by ?? ''])).toEqual([
      ['09:00', '提交了法律援助申请', ''],
      ['09:01', '同意给予法律援助', '高审查'],
      ['09:01', '派给 李律 律师', '高审查'],
      ['09:02', '律师确认没有利害关系', '李律'],
      ['09:03', '律师接手办理', '李律'],
      ['09:04', '律师联系了申请人：打了电话', '李律'],
      ['09:05', '签好了委托手续', '李律'],
      ['09:06', '律师报：暂时没有变化', '李律'],
      ['09:07', '律师报了新进展：仲裁已立案', '李律'],
      ['09:08', '律师报结案：仲裁裁决', '李律'],
      ['09:09', '结案材料退回律师补充', '秦审查'],
      ['09:10', '律师报结案：仲裁裁决', '李律'],
      ['09:11', '结案审查通过，办结', '秦审查'],
    ])
    expect(whole.clocks.every(({ state, outcome }) => state === 'stopped' && outcome === 'kept')).toBe(true)
    expect(whole).toMatchObject({
      stageText: '已办结',
      can: [{ action: 'aid.rate' }],
      people: [{ role: 'lawyer', roleText: '律师', name: '李律' }],
    })
    expect(whole.detail.result).toEqual({ result: 'award', text: '裁决支付三个月工资，附裁决书' })
  })

  it('always has one named person responsible, with a number, and says who it is', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const responsible = async () => (await county.api('bao', 'matter.get', { id })).people[0]
    const centre = { role: 'responsible', roleText: '现在负责的人', id: 'gao', name: '高审查', phone: '04750000001' }
    const lawyer = {
      role: 'lawyer',
      roleText: '现在负责的人',
      id: 'li',
      name: '李律',
      org: '第一律师事务所',
      phone: '13900000001',
    }
    expect(await responsible()).toEqual(centre)
    await county.api('gao', 'aid.grant', { id })
    expect(await responsible()).toEqual(lawyer)
    await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await county.api('li', 'aid.take', { id })
    expect(await responsible()).toEqual(lawyer)
    await county.api('li', 'aid.close', { id, result: 'settled', text: '双方和解' })
    expect(await responsible()).toEqual(centre)
    await county.api('gao', 'aid.reviewClose', { id, ok: true })
    expect(await responsible()).toMatchObject({ roleText: '律师', name: '李律' })
  })
})

describe('the reviewer’s choice', () => {
  it('sees who is proposed with reasons, and who is left out by which rule', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    expect(await county.api('gao', 'aid.candidates', { id })).toEqual({
      proposed: [
        {
          lawyer: 'li',
          name: '李律',
          org: '第一律师事务所',
          score: 85,
          reasons: ['负责这个苏木乡镇', '擅长劳动', '手上 0 件，最多 8 件', '还没派过'],
        },
        {
          lawyer: 'wang',
          name: '王律',
          org: '第二律师事务所',
          score: 55,
          reasons: ['擅长劳动', '手上 0 件，最多 8 件', '还没派过'],
        },
      ],
      excluded: [{ lawyer: 'gong', name: '公证', rule: 'licence', text: '执业类别不办这类事' }],
    })
  })

  it('takes the second only with a reason, and an excluded one not at all', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const grant = async (more: { lawyer: string; why?: string }) => {
      const { status, body } = await county.ask('gao', 'aid.grant', { id, ...more })
      return [status, body.ok ? body.value.detail.lawyer?.name : 'refused' in body && body.refused]
    }
    expect(await grant({ lawyer: 'gong', why: '他有空' })).toEqual([422, 'aid.lawyer-excluded'])
    expect(await grant({ lawyer: 'nobody', why: '他有空' })).toEqual([422, 'aid.lawyer-unknown'])
    expect(await grant({ lawyer: 'wang' })).toEqual([422, 'aid.why-missing'])
    expect(await grant({ lawyer: 'wang', why: '上次就是他办的' })).toEqual([200, '王律'])
  })

  it('leads each desk to the next thing it may do, and to nothing else', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const offered = async (who: string) => {
      const steps = may(await county.api(who, 'matter.get', { id }))
      // Papers come back signed at any time.
      return steps.filter((action) => action.startsWith('aid.') && !PAPERS.includes(action))
    }
    expect(await offered('bao')).toEqual(['aid.complete', 'aid.parties', 'aid.withdraw'])
    expect(await offered('gao')).toEqual([
      'aid.complete',
      'aid.supplementList',
      'aid.parties',
      'aid.candidates',
      'aid.grant',
      'aid.refuse',
      'aid.transfer',
      'aid.provideFirst',
      'aid.falsePromise',
    ])
    // The first list is the centre's; a supervisor may stand in.
    expect(await offered('sun')).toEqual(['aid.supplementList'])
    await county.api('gao', 'aid.grant', { id })
    expect(await offered('gao')).toEqual(['aid.complete', 'aid.parties', 'aid.terminate', 'aid.falsePromise'])
    expect(await offered('fang')).toEqual(['aid.candidates', 'aid.confirm', 'aid.swapInside'])
    expect(await offered('li')).toEqual(['aid.conflictAnswer', 'aid.leave'])
    await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    expect(await offered('li')).toEqual(['aid.parties', 'aid.take', 'aid.contacted', 'aid.signed', 'aid.leave'])
    await county.api('li', 'aid.take', { id })
    const turns = ['aid.leave', 'aid.suspend', 'aid.ended']
    expect(await offered('li')).toEqual([
      ...['aid.parties', 'aid.contacted', 'aid.signed', 'aid.report', 'aid.close'],
      ...turns,
    ])
    await county.api('li', 'aid.contacted', { id, how: 'visit' })
    await county.api('li', 'aid.signed', { id })
    expect(await offered('li')).toEqual(['aid.parties', 'aid.report', 'aid.close', ...turns])
    await county.api('li', 'aid.close', { id, result: 'settled', text: '双方和解' })
    expect(await offered('li')).toEqual([])
    expect(await offered('qin')).toEqual(['aid.reviewClose', 'aid.falsePromise'])
    expect(await offered('bao')).toEqual([])
    await county.api('qin', 'aid.reviewClose', { id, ok: true })
    expect(await offered('bao')).toEqual(['aid.rate'])
    expect(await offered('li')).toEqual([])
  })
})

describe('a report is due every thirty days', () => {
  it('「无变化」 is one, starts a new thirty days, and is told to nobody', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id })
    await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    const taken = await county.api('li', 'aid.take', { id })
    // 11 November 2026 is a Wednesday.
    expect(clockOf(taken, 'aid.progress').dueAt).toBe('2026-11-12T00:00:00.000+08:00')
    await county.demo.to('2026-11-02T10:00:00+08:00')
    const before = told(await county.demo.outbox(id))
    const reported = await county.api('li', 'aid.report', { id, change: false })
    expect(clockOf(reported, 'aid.progress')).toMatchObject({ state: 'stopped', outcome: 'kept' })
    expect(clockOf(reported, 'aid.progress', 2).dueAt).toBe('2026-12-03T00:00:00.000+08:00')
    expect(told(await county.demo.outbox(id))).toEqual(before)
    const empty = await county.ask('li', 'aid.report', { id, change: true })
    expect([empty.status, empty.body]).toMatchObject([422, { refused: 'aid.report-empty' }])
  })

  it('two reports of one minute keep each its own words, and 「无变化」 has none', async () => {
    const county = await at(monday)
    const act = acting(county, await inHand(county))
    await act('li', 'aid.report', { change: true, text: '申请书已递交' })
    await act('li', 'aid.report', { change: false })
    const { timeline } = await act('li', 'aid.report', { change: true, text: '仲裁已立案' })
    expect(timeline.slice(-3).map(({ text }) => text)).toEqual([
      '律师报了新进展：申请书已递交',
      '律师报：暂时没有变化',
      '律师报了新进展：仲裁已立案',
    ])
  })
})
