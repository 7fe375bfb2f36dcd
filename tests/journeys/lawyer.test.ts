import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { acting, at, clockOf, inHand, may, opens, story, told, uploaded, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'

describe('the first contact', () => {
  it('is a call from the page: the number is shown and logged, and saying so stops the clock that day', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await county.demo.to('2026-10-13T16:00:00+08:00')
    expect(await county.api('li', 'matter.callLog', { id })).toEqual({ name: '包群众', phone: '13900000011' })
    // Looking at the number is not speaking.
    expect(clockOf(await county.api('li', 'matter.get', { id }), 'aid.contact').state).toBe('running')
    await county.demo.advance('PT5M')
    const spoken = await act('li', 'aid.contacted', { how: 'call', note: '周四下午见面' })
    // Whoever speaks with her has it in hand.
    expect(spoken.stage).toBe('in-hand')
    expect(clockOf(spoken, 'aid.contact')).toMatchObject({
      outcome: 'kept',
      stoppedAt: '2026-10-13T16:05:00.000+08:00',
    })
    expect(clockOf(spoken, 'aid.progress').state).toBe('running')
    expect(story(await county.api('bao', 'matter.get', { id })).slice(-3)).toEqual([
      '李律 看了电话号码，准备打过去',
      '律师联系了申请人：打了电话',
      '律师接手办理',
    ])
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('bao app aid.taken')
  })

  it('that never came is overdue on Wednesday at midnight, with the lawyer, and he may still make it', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await county.demo.to('2026-10-14T08:00:00+08:00')
    expect((await county.demo.outbox(id)).at(-1)).toMatchObject({
      to: 'li',
      template: 'clock.overdue',
      at: '2026-10-14T00:00:00.000+08:00',
    })
    const late = await act('li', 'aid.contacted', { how: 'visit' })
    expect(clockOf(late, 'aid.contact')).toMatchObject({ outcome: 'missed', lateBy: 'PT8H' })
  })

  it('that came late in the thirty days is a report: the next thirty begin with it', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const act = acting(county, id)
    await county.demo.to('2026-10-13T10:00:00+08:00')
    const spoken = await act('li', 'aid.contacted', { how: 'message' })
    expect(clockOf(spoken, 'aid.progress')).toMatchObject({ outcome: 'kept' })
    // Thirty days from the 13th: Thursday 12 November.
    expect(clockOf(spoken, 'aid.progress', 2).dueAt).toBe('2026-11-13T00:00:00.000+08:00')
  })

  it('said by anybody but her lawyer counts for nothing', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    for (const [who, code] of [
      ['wang', 'aid.not-found'],
      ['bao', 'permission.role'],
      ['fang', 'permission.role'],
      ['gao', 'aid.nothing-to-rectify'],
    ] as const)
      expect([who, ...wrongs(await county.ask(who, 'aid.contacted', { id, how: 'call' }))]).toEqual([who, code])
    expect(clockOf(await county.api('gao', 'matter.get', { id }), 'aid.contact').state).toBe('running')
  })
})

describe('to the closing report', () => {
  it('mandate, progress, 「无变化」, the end with what was achieved and its papers, each seen by her', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const act = acting(county, id)
    await act('li', 'aid.contacted', { how: 'call' })
    expect(clockOf(await act('li', 'aid.signed', {}), 'aid.sign').outcome).toBe('kept')
    await county.demo.to('2026-11-11T10:00:00+08:00')
    await act('li', 'aid.report', { change: false })
    await county.demo.to('2026-11-30T10:00:00+08:00')
    await act('li', 'aid.report', { change: true, text: '开庭了，等裁决' })
    const paper = await uploaded(county, 'li', samples.pdf, '裁决书.pdf')
    expect(await opens(county, 'bao', paper)).toBe(false)
    await act('li', 'aid.close', { result: 'award', text: '裁决付 18600 元', papers: [paper] })
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail).toMatchObject({
      result: { result: 'award', text: '裁决付 18600 元' },
      reports: [{ change: false }, { change: true, text: '开庭了，等裁决' }],
    })
    expect(hers.papers).toEqual([{ id: paper, name: '结案材料 1' }])
    expect(await opens(county, 'bao', paper)).toBe(true)
    expect(await opens(county, 'wang', paper)).toBe(false)
    expect(hers.clocks.filter(({ outcome }) => outcome === 'missed')).toEqual([])
  })

  it('a report sent back is the lawyer’s again with all it needs, and her page says so', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const act = acting(county, id)
    await act('li', 'aid.close', { result: 'settled', text: '和解' })
    const back = await act('qin', 'aid.reviewClose', { ok: false, why: '请附和解协议' })
    expect(back).toMatchObject({ stage: 'in-hand', people: [{ name: '李律' }] })
    expect(clockOf(back, 'aid.progress', 2).state).toBe('running')
    expect(may(await county.api('li', 'matter.get', { id }))).toContain('aid.close')
    const { proposed } = await county.api('gao', 'aid.candidates', {
      id: (await county.api('wu', 'aid.submit', wages())).id,
    })
    expect(proposed.find(({ lawyer }) => lawyer === 'li')?.reasons).toContain('手上 1 件，最多 8 件')
  })

  it('a note of the lawyer is for those who work on it; a stranger leaves none', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    await county.api('li', 'matter.note', { id, text: '她说证人在外地' })
    expect((await county.api('gao', 'matter.get', { id })).detail.notes).toMatchObject([{ by: '李律' }])
    for (const who of ['wang', 'zhou', 'tang'])
      expect(wrongs(await county.ask(who, 'matter.note', { id, text: '看看' }))).toEqual(['aid.not-found'])
    expect(wrongs(await county.ask('li', 'matter.note', { id, text: ' ' }))).toEqual(['text missing'])
    await acting(county, id)('bao', 'aid.withdraw', {})
    expect(wrongs(await county.ask('gao', 'matter.note', { id, text: '晚了' }))).toEqual(['aid.already-closed'])
  })
})
