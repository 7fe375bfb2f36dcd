import { describe, expect, it } from 'vitest'
import { at, clockOf, explained, plain, wages } from './given'

describe('an application of Monday 28 December 2026, while the holiday notice for 2027 is not out', () => {
  it('says of the limit that reaches into 2027 that it is provisional, and of the same day that it is certain', async () => {
    const county = await at('2026-12-28T10:00:00+08:00')
    const matter = await county.api('bao', 'aid.submit', wages())
    expect(clockOf(matter, 'aid.promise')).toMatchObject({ dueAt: '2026-12-29T00:00:00.000+08:00', provisional: false })
    const decide = clockOf(matter, 'aid.decide')
    expect(decide).toMatchObject({ dueAt: '2027-01-05T00:00:00.000+08:00', provisional: true })
    expect(plain(decide.dueText)).toBe('周一 2027 年 1 月 4 日 24:00 前（暂定）')
    expect(explained(matter, 'aid.decide')).toEqual([
      '12 月 28 日 周一：当天开始，不算',
      '12 月 29 日 周二：第 1 天',
      '12 月 30 日 周三：第 2 天',
      '12 月 31 日 周四：第 3 天',
      '1 月 1 日 周五，元旦：第 4 天（放假安排还没公布，暂按这样算）',
      '1 月 2 日 周六，周末：第 5 天（放假安排还没公布，暂按这样算）',
      '1 月 3 日 周日，周末：第 6 天（放假安排还没公布，暂按这样算）',
      '1 月 4 日 周一：第 7 天，24:00 到期（放假安排还没公布，暂按这样算）',
    ])
  })

  it('a week earlier nothing is provisional: 21 December plus seven days is the 28th', async () => {
    const county = await at('2026-12-21T10:00:00+08:00')
    const matter = await county.api('bao', 'aid.submit', wages())
    expect(clockOf(matter, 'aid.decide')).toMatchObject({ dueAt: '2026-12-29T00:00:00.000+08:00', provisional: false })
  })

  it('whoever tracks by code reads the same warning', async () => {
    const county = await at('2026-12-28T10:00:00+08:00')
    const { code = '' } = await county.api('bao', 'aid.submit', wages())
    const tracked = await county.api(undefined, 'matter.track', { code })
    expect(clockOf(tracked, 'aid.decide')).toMatchObject({
      provisional: true,
      dueText: expect.stringContaining('（暂定）'),
    })
  })
})
