import { describe, expect, it } from 'vitest'
import { acting, at, clockOf, county as countyOf, forOther, inHand, may, plain, story, told, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const wednesday = '2026-10-14T10:00:00+08:00'
const oneIn = (n: number) => ({ county: countyOf({ policy: { 'aid.sampleOneIn': n } }) })

/** Bao's claim, closed by Li and passed by Qin; it is Wednesday 14 October 2026, 10:00. */
async function closed(options: Parameters<typeof at>[1] = {}) {
  const county = await at(monday, options)
  const id = await inHand(county)
  const act = acting(county, id)
  await act('li', 'aid.contacted', { how: 'call' })
  await act('li', 'aid.close', { result: 'settled', text: '和解' })
  await act('qin', 'aid.reviewClose', { ok: true })
  await county.demo.to(wednesday)
  return { county, id, act }
}

describe('her rating', () => {
  it('has five levels; three to five are said and nothing more is owed', async () => {
    for (const [stars, word] of [
      [3, '一般'],
      [4, '满意'],
      [5, '很满意'],
    ] as const) {
      const { county, id, act } = await closed()
      expect(may(await county.api('bao', 'matter.get', { id }))).toContain('aid.rate')
      const rated = await act('bao', 'aid.rate', { stars, text: '律师很耐心' })
      expect(rated.detail.rating).toEqual({
        at: '2026-10-14T10:00:00.000+08:00',
        stars,
        text: '律师很耐心',
        how: 'self',
      })
      expect(story(rated).at(-1)).toBe(`申请人评价：${word}`)
      expect(rated.clocks.filter(({ state }) => state === 'running')).toEqual([])
      expect(may(rated)).not.toContain('aid.rate')
      expect((await county.api('gao', 'desk.list', { desk: 'rectify' })).items).toEqual([])
    }
  })

  it('is hers alone, once, and only when it is closed', async () => {
    const county = await at(monday)
    const open = await inHand(county)
    expect(wrongs(await county.ask('bao', 'aid.rate', { id: open, stars: 5 }))).toEqual(['aid.not-closed-yet'])
    const { county: later, id, act } = await closed()
    for (const stars of [0, 6, 2.5, '5'])
      expect((await later.ask('bao', 'aid.rate', { id, stars: stars as number })).status).toBe(400)
    for (const who of ['li', 'gao', 'fang', 'zhou'])
      expect(wrongs(await later.ask(who, 'aid.rate', { id, stars: 5 }))).toEqual(['permission.role'])
    expect(wrongs(await later.ask('wu', 'aid.rate', { id, stars: 1 }))).toEqual(['aid.not-found'])
    await act('bao', 'aid.rate', { stars: 4 })
    expect((await later.ask('bao', 'aid.rate', { id, stars: 4 })).status).toBe(200)
    expect(wrongs(await later.ask('bao', 'aid.rate', { id, stars: 1 }))).toEqual(['aid.already-rated'])
  })

  it('a helper rates nothing for her', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forOther())
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await act('li', 'aid.take', {})
    await act('li', 'aid.close', { result: 'settled', text: '和解' })
    await act('gao', 'aid.reviewClose', { ok: true })
    expect(may(await county.api('zhou', 'matter.get', { id }))).not.toContain('aid.rate')
    expect(wrongs(await county.ask('zhou', 'aid.rate', { id, stars: 5 }))).toEqual(['permission.role'])
    await county.api('zhou', 'session.actAs', { role: 'resident' })
    expect(wrongs(await county.ask('zhou', 'aid.rate', { id, stars: 5 }))).toEqual(['aid.not-found'])
  })
})

describe('a bad one, of Wednesday 14 October 2026', () => {
  it('lies on the centre’s desk, with a named person: a call by Thursday, put right in fifteen working days', async () => {
    const { county, id, act } = await closed()
    const rated = await act('bao', 'aid.rate', { stars: 2, text: '没跟我说和解多少钱' })
    expect(clockOf(rated, 'grievance.rectify.contact').dueAt).toBe('2026-10-16T00:00:00.000+08:00')
    // 15 to 30 October are twelve working days, 2 to 4 November three.
    expect(clockOf(rated, 'grievance.rectify').dueAt).toBe('2026-11-05T00:00:00.000+08:00')
    expect(rated.people).toMatchObject([{ roleText: '现在负责的人', name: '高审查' }, { name: '李律' }])
    const [row] = (await county.api('gao', 'desk.list', { desk: 'rectify' })).items
    expect(row).toMatchObject({ id, responsible: '高审查', clock: { code: 'grievance.rectify.contact' } })
    const rows = await county.demo.outbox(id)
    expect(rows.at(-1)).toMatchObject({ to: 'gao', template: 'aid.bad-rating' })
    expect(plain(rows.at(-1)?.text ?? '')).toContain('请 1 个工作日内联系本人')
    expect(may(await county.api('gao', 'matter.get', { id }))).toEqual(
      expect.arrayContaining(['aid.contacted', 'matter.callLog', 'matter.note', 'matter.reassign']),
    )
    expect((await county.ask('li', 'desk.list', { desk: 'rectify' })).status).toBe(403)
  })

  it('first somebody speaks with her, then it is put right, and she reads what was done', async () => {
    const { county, id, act } = await closed()
    await act('bao', 'aid.rate', { stars: 1 })
    expect(wrongs(await county.ask('gao', 'aid.rectified', { id, text: '道歉了' }))).toEqual(['aid.speak-first'])
    await county.demo.to('2026-10-15T15:00:00+08:00')
    expect(await county.api('gao', 'matter.callLog', { id })).toMatchObject({ phone: '13900000011' })
    const spoken = await act('gao', 'aid.contacted', { how: 'call', note: '她要看协议' })
    expect(clockOf(spoken, 'grievance.rectify.contact').outcome).toBe('kept')
    expect(spoken.timeline.at(-1)).toMatchObject({ text: '中心联系了申请人：打了电话', by: '高审查' })
    await county.demo.to('2026-10-20T11:00:00+08:00')
    await act('gao', 'aid.rectified', { text: '律师把协议逐条讲了一遍' })
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.rectified).toEqual({
      at: '2026-10-20T11:00:00.000+08:00',
      by: '高审查',
      text: '律师把协议逐条讲了一遍',
    })
    expect(clockOf(hers, 'grievance.rectify').outcome).toBe('kept')
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('bao app aid.rectified')
    expect((await county.api('gao', 'desk.list', { desk: 'rectify' })).items).toEqual([])
    expect(wrongs(await county.ask('qin', 'aid.rectified', { id, text: '我也写' }))).toEqual(['matter.changed'])
  })

  it('left lying is overdue on Friday and on Thursday 5 November, each told once to whoever is responsible', async () => {
    const { county, id, act } = await closed()
    await act('bao', 'aid.rate', { stars: 1 })
    await county.api('sun', 'matter.reassign', { id, to: 'qin', why: '高审查外出' })
    const before = (await county.demo.outbox(id)).length
    await county.demo.to('2026-11-20T09:00:00+08:00')
    expect((await county.demo.outbox(id)).slice(before)).toMatchObject([
      { to: 'qin', template: 'clock.overdue', at: '2026-10-16T00:00:00.000+08:00' },
      { to: 'qin', template: 'clock.overdue', at: '2026-11-05T00:00:00.000+08:00' },
    ])
  })

  it('the lawyer’s place stays free: it is the centre’s to put right', async () => {
    const { county, id, act } = await closed()
    await act('bao', 'aid.rate', { stars: 1 })
    expect(may(await county.api('li', 'matter.get', { id }))).not.toContain('aid.contacted')
    expect(wrongs(await county.ask('li', 'aid.contacted', { id, how: 'call' }))).toEqual(['aid.not-assigned'])
    expect(wrongs(await county.ask('bao', 'aid.withdraw', { id }))).toEqual(['aid.already-closed'])
  })
})

describe('the sample that is rung', () => {
  it('lies on its own desk; of those with an account one in so many, of those without one all', async () => {
    const { county, id } = await closed(oneIn(1))
    const list = { desk: 'callback', open: false } as const
    expect((await county.api('qin', 'desk.list', list)).items).toMatchObject([{ id }])
    expect((await county.api('sun', 'desk.list', list)).items).toHaveLength(1)
    expect((await county.ask('li', 'desk.list', list)).status).toBe(403)
    const none = await closed(oneIn(1000))
    expect((await none.county.api('qin', 'desk.list', list)).items).toEqual([])
    expect(wrongs(await none.county.ask('gao', 'aid.calledBack', { id: none.id, reached: false }))).toEqual([
      'aid.no-call-back',
    ])
  })

  it('is rung by another than whoever passed the report; three tries, or once reached', async () => {
    const { county, id, act } = await closed(oneIn(1))
    expect(may(await county.api('qin', 'matter.get', { id }))).not.toContain('aid.calledBack')
    expect(wrongs(await county.ask('qin', 'aid.calledBack', { id, reached: true, stars: 4 }))).toEqual([
      'aid.another-calls-back',
    ])
    expect(wrongs(await county.ask('gao', 'aid.calledBack', { id, reached: true }))).toEqual(['stars missing'])
    expect(await county.api('gao', 'matter.callLog', { id })).toMatchObject({ phone: '13900000011' })
    await act('gao', 'aid.calledBack', { reached: false, note: '没人接' })
    await county.demo.to('2026-10-15T18:00:00+08:00')
    const reached = await act('gao', 'aid.calledBack', { reached: true, stars: 4, note: '说谢谢' })
    expect(reached.detail).toMatchObject({
      rating: { stars: 4, how: 'call', text: '说谢谢' },
      callBack: {
        done: true,
        tries: [
          { by: '高审查', reached: false, note: '没人接' },
          { by: '高审查', reached: true, at: '2026-10-15T18:00:00.000+08:00' },
        ],
      },
    })
    expect(story(reached).slice(-3)).toEqual(['打电话回访，没打通', '回访了申请人', '申请人评价：满意'])
    expect((await county.api('gao', 'desk.list', { desk: 'callback', open: false })).items).toEqual([])
    expect(wrongs(await county.ask('gao', 'aid.calledBack', { id, reached: false }))).toEqual(['matter.changed'])
    // What she says herself afterwards still counts.
    expect((await act('bao', 'aid.rate', { stars: 5 })).detail.rating).toMatchObject({ stars: 5, how: 'self' })
  })

  it('a bad word on the telephone starts the same clocks; her own earlier rating stands', async () => {
    const bad = await closed(oneIn(1))
    const said = await bad.act('gao', 'aid.calledBack', { reached: true, stars: 1 })
    expect(clockOf(said, 'grievance.rectify').dueAt).toBe('2026-11-05T00:00:00.000+08:00')
    expect((await bad.county.api('gao', 'desk.list', { desk: 'rectify' })).items).toMatchObject([{ id: bad.id }])
    const own = await closed(oneIn(1))
    await own.act('bao', 'aid.rate', { stars: 5 })
    const rung = await own.act('gao', 'aid.calledBack', { reached: true, stars: 1 })
    expect(rung.detail.rating).toMatchObject({ stars: 5, how: 'self' })
  })

  it('three times not reached is enough', async () => {
    const { county, id, act } = await closed(oneIn(1))
    for (let n = 0; n < 3; n++) {
      await act('gao', 'aid.calledBack', { reached: false })
      await county.demo.advance('PT24H')
    }
    expect((await county.api('gao', 'desk.list', { desk: 'callback', open: false })).items).toEqual([])
    expect(may(await county.api('gao', 'matter.get', { id }))).not.toContain('aid.calledBack')
    expect(wrongs(await county.ask('gao', 'aid.calledBack', { id, reached: false }))).not.toEqual([])
  })
})
