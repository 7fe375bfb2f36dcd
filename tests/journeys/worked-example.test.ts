import { describe, expect, it } from 'vitest'
import { at, clockOf, explained, plain, told, wages } from './given'

const lateEvening = '2026-09-30T23:58:00+08:00'

describe('an application of Wednesday 30 September 2026, 23:58, before the National Day holiday', () => {
  it('is promised today, by noon tomorrow, and by the statute’s seventh day, each on its own clock', async () => {
    const county = await at(lateEvening)
    const matter = await county.api('bao', 'aid.submit', wages())
    expect(matter.clocks.map(({ code, dueAt, state, provisional }) => ({ code, dueAt, state, provisional }))).toEqual([
      { code: 'aid.promise', dueAt: '2026-10-01T00:00:00.000+08:00', state: 'running', provisional: false },
      { code: 'aid.grace', dueAt: '2026-10-01T12:00:00.000+08:00', state: 'running', provisional: false },
      { code: 'aid.decide', dueAt: '2026-10-09T00:00:00.000+08:00', state: 'running', provisional: false },
    ])
    expect(matter.clocks.map(({ dueText }) => plain(dueText))).toEqual([
      '还有 2 分钟',
      '明天 12:00 前',
      '周四 10 月 8 日 24:00 前',
    ])
  })

  it('explains the decision limit day by day: the seventh day is a holiday, so it ends on Thursday the 8th', async () => {
    const county = await at(lateEvening)
    const matter = await county.api('bao', 'aid.submit', wages())
    expect(explained(matter, 'aid.decide')).toEqual([
      '9 月 30 日 周三：当天开始，不算',
      '10 月 1 日 周四，国庆节：第 1 天',
      '10 月 2 日 周五，国庆节：第 2 天',
      '10 月 3 日 周六，国庆节：第 3 天',
      '10 月 4 日 周日，国庆节：第 4 天',
      '10 月 5 日 周一，国庆节：第 5 天',
      '10 月 6 日 周二，国庆节：第 6 天',
      '10 月 7 日 周三，国庆节：第 7 天，赶上休息，往后顺延',
      '10 月 8 日 周四：24:00 到期',
    ])
    expect(explained(matter, 'aid.promise')).toEqual(['今天 23:58 开始算', '今天 24:00 到期：承诺 9 月 30 日当天办'])
  })

  it('granted at 00:09 has missed the promise by nine minutes and kept noon and the statute; nothing is hidden', async () => {
    const county = await at(lateEvening)
    const { id } = await county.api('bao', 'aid.submit', wages())
    expect(await county.demo.to('2026-10-01T00:09:00+08:00')).toBe('2026-10-01T00:09:00.000+08:00')
    await county.api('gao', 'aid.grant', { id })

    const hers = await county.api('bao', 'matter.get', { id })
    const shown = hers.clocks.slice(0, 4).map((clock) => ({ ...clock, dueText: plain(clock.dueText) }))
    expect(shown).toMatchObject([
      { code: 'aid.promise', outcome: 'missed', lateBy: 'PT9M', word: '超时', dueText: '今天 0:09，超了 9 分钟' },
      { code: 'aid.grace', outcome: 'kept', word: '按时办结', dueText: '今天 0:09' },
      { code: 'aid.decide', outcome: 'kept', word: '按时办结', dueText: '今天 0:09' },
      { code: 'aid.assign', outcome: 'kept', word: '按时办结', dueText: '今天 0:09' },
    ])
    for (const { stoppedAt } of shown) expect(stoppedAt).toBe('2026-10-01T00:09:00.000+08:00')
    expect(clockOf(hers, 'aid.promise').colour).toBe('overdue')
    expect(clockOf(hers, 'aid.grace')).not.toHaveProperty('lateBy')
    // Whoever works on it reads the same result in the staff's words.
    const staff = await county.api('gao', 'matter.get', { id })
    expect(clockOf(staff, 'aid.promise')).toMatchObject({ outcome: 'missed', lateBy: 'PT9M', word: '已超期' })
  })

  it('granted at 23:59:59.999 has kept the promise; granted at 24:00 it is late', async () => {
    const county = await at(lateEvening)
    const first = await county.api('bao', 'aid.submit', wages())
    const second = await county.api('bao', 'aid.submit', wages())
    await county.demo.to('2026-09-30T23:59:59.999+08:00')
    expect(clockOf(await county.api('gao', 'aid.grant', { id: first.id }), 'aid.promise').outcome).toBe('kept')
    await county.demo.to('2026-10-01T00:00:00+08:00')
    const late = await county.api('gao', 'aid.grant', { id: second.id })
    expect(clockOf(late, 'aid.promise')).toMatchObject({ outcome: 'missed', lateBy: 'PT0S' })
  })

  it('tells the responsible person once that the promise is overdue, at midnight, however often somebody looks', async () => {
    const county = await at(lateEvening)
    const { id, code } = await county.api('bao', 'aid.submit', wages())
    await county.demo.to('2026-10-01T00:09:00+08:00')
    await Promise.all([
      ...['bao', 'gao', 'qin', 'sun'].map((who) => county.api(who, 'matter.get', { id })),
      county.api(undefined, 'matter.track', { code: code ?? '' }),
      county.api('gao', 'desk.list', { desk: 'centre' }),
    ])
    await county.demo.advance('PT20M')
    const overdue = (await county.demo.outbox(id)).filter(({ template }) => template === 'clock.overdue')
    expect(overdue).toMatchObject([
      { to: 'gao', at: '2026-10-01T00:00:00.000+08:00', text: '到期还没办完：当天派律师（工钱）。' },
    ])
    expect(overdue[0]).not.toHaveProperty('lateBy')
  })

  it('left lying is overdue a second time at noon and a third time after the 8th, each told once, at its own time', async () => {
    const county = await at(lateEvening)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const sent = (await county.demo.outbox(id)).length
    await county.demo.to('2026-10-20T09:00:00+08:00')
    const rows = (await county.demo.outbox(id)).slice(sent)
    expect(told(rows)).toEqual(Array(3).fill('gao app clock.overdue'))
    expect(rows.map((row) => row.at)).toEqual([
      '2026-10-01T00:00:00.000+08:00',
      '2026-10-01T12:00:00.000+08:00',
      '2026-10-09T00:00:00.000+08:00',
    ])
  })
})

describe('the make-up Saturday 10 October 2026', () => {
  const submittedAt = async (now: string) => {
    const county = await at(now)
    const matter = await county.api('bao', 'aid.submit', wages())
    return { matter, codes: matter.clocks.map(({ code }) => code) }
  }

  it('is an ordinary working day: at 10:00 and at 15:59 the same day is promised and nothing milder', async () => {
    for (const now of ['2026-10-10T10:00:00+08:00', '2026-10-10T15:59:59.999+08:00']) {
      const { matter, codes } = await submittedAt(now)
      expect(codes).toEqual(['aid.promise', 'aid.decide'])
      expect(clockOf(matter, 'aid.promise').dueAt).toBe('2026-10-11T00:00:00.000+08:00')
    }
  })

  it('from 16:00 noon on Sunday is promised beside the same day', async () => {
    const { matter } = await submittedAt('2026-10-10T16:00:00+08:00')
    expect(clockOf(matter, 'aid.grace').dueAt).toBe('2026-10-11T12:00:00.000+08:00')
    expect(clockOf(matter, 'aid.promise').dueAt).toBe('2026-10-11T00:00:00.000+08:00')
  })

  it('the Sunday after it is a day off: noon on Monday is promised from its first minute', async () => {
    const { matter } = await submittedAt('2026-10-11T00:00:00+08:00')
    expect(clockOf(matter, 'aid.grace').dueAt).toBe('2026-10-12T12:00:00.000+08:00')
  })

  it('ends a decision limit whose seventh day it is, without rolling over', async () => {
    const { matter } = await submittedAt('2026-10-03T10:00:00+08:00')
    expect(clockOf(matter, 'aid.decide').dueAt).toBe('2026-10-11T00:00:00.000+08:00')
    expect(explained(matter, 'aid.decide').slice(-2)).toEqual([
      '10 月 9 日 周五：第 6 天',
      '10 月 10 日 周六，调休上班：第 7 天，24:00 到期',
    ])
  })

  it('does not count on the day it starts: seven days later is Saturday the 17th, which rolls to Monday', async () => {
    const { matter } = await submittedAt('2026-10-10T10:00:00+08:00')
    expect(clockOf(matter, 'aid.decide').dueAt).toBe('2026-10-20T00:00:00.000+08:00')
    expect(explained(matter, 'aid.decide')[0]).toBe('10 月 10 日 周六，调休上班：当天开始，不算')
    expect(explained(matter, 'aid.decide').slice(-3)).toEqual([
      '10 月 17 日 周六，周末：第 7 天，赶上休息，往后顺延',
      '10 月 18 日 周日，周末：休息，顺延',
      '10 月 19 日 周一：24:00 到期',
    ])
  })

  it('is the one working day in which a lawyer assigned on Friday the 9th must speak with the person', async () => {
    const county = await at('2026-10-09T10:00:00+08:00')
    const { id } = await county.api('bao', 'aid.submit', wages())
    const granted = await county.api('gao', 'aid.grant', { id })
    expect(clockOf(granted, 'aid.contact').dueAt).toBe('2026-10-11T00:00:00.000+08:00')
  })
})
