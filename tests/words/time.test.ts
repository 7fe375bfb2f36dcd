import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '@/domain/clock'
import { after, DAY, HOUR, type Instant, instantOf, MINUTE } from '@/domain/time'
import { clockDueText, explainText } from '@/words/clock'
import { dayText, dueText, durationText, endText, momentText, nearDay, spanText, weekdayText } from '@/words/time'
import { calendar, paused, resumed, start, stopped, t } from '../domain/clock-given'

const NB = '\u00a0'
/** Ordinary spaces where a number and its unit must not be torn apart. */
const bound = (text: string) => text.replaceAll('_', NB)
const now = t('2026-09-30 10:00')

describe('a length of time', () => {
  it.each([
    [0, '不到 1_分钟'],
    [59_999, '不到 1_分钟'],
    [MINUTE, '1_分钟'],
    [59 * MINUTE + 59_999, '59_分钟'],
    [HOUR, '1_小时'],
    [HOUR + MINUTE, '1_小时 1_分'],
    [2 * HOUR + 10 * MINUTE, '2_小时 10_分'],
    [DAY - 1, '23_小时 59_分'],
    [DAY, '1_天'],
    [DAY + 59 * MINUTE, '1_天'],
    [3 * DAY + 2 * HOUR + 5 * MINUTE, '3_天 2_小时'],
  ])('%i ms: %s', (ms, text) => expect(spanText(ms)).toBe(bound(text)))
  it('the nine minutes of a missed promise', () => expect(durationText('PT9M')).toBe(`9${NB}分钟`))
})

describe('a day', () => {
  it.each([
    ['2026-09-30', '今天'],
    ['2026-10-01', '明天'],
    ['2026-09-29', '昨天'],
    ['2026-10-02', '周五 10_月_2_日'],
    ['2026-09-28', '周一 9_月_28_日'],
    ['2027-01-01', '周五 2027_年_1_月_1_日'],
  ])('%s: %s', (day, text) => expect(nearDay(day, now)).toBe(bound(text)))
  it('the day after 31 December is tomorrow, and this year needs no number', () => {
    expect(nearDay('2027-01-01', t('2026-12-31 23:59'))).toBe('明天')
    expect(dayText('2026-12-31', now)).toBe(bound('12_月_31_日'))
    expect(weekdayText('2026-10-10')).toBe('周六')
  })
})

describe('an end', () => {
  it.each([
    ['2026-10-01 00:00', '今天 24:00'],
    ['2026-10-02 00:00', '明天 24:00'],
    ['2026-10-01 12:00', '明天 12:00'],
    ['2026-09-30 09:05', '今天 9:05'],
    ['2026-10-09 00:00', '周四 10_月_8_日 24:00'],
    ['2027-01-01 00:00', '周四 12_月_31_日 24:00'],
  ])('%s: %s', (at, text) => expect(endText(t(at), now)).toBe(bound(text)))
  it('midnight itself is said as a moment, 0:00', () =>
    expect(momentText(t('2026-10-01 00:00'), now)).toBe('明天 0:00'))
})

describe('what is due', () => {
  it.each([
    ['2026-09-30 10:08', '还有 8_分钟'],
    ['2026-09-30 11:59', '还有 1_小时 59_分'],
    ['2026-09-30 12:00', '今天 12:00_前'],
    ['2026-10-01 00:00', '今天 24:00_前'],
    ['2026-10-01 12:00', '明天 12:00_前'],
    ['2026-10-09 00:00', '周四 10_月_8_日 24:00_前'],
  ])('%s: %s', (at, text) => expect(dueText(t(at), now)).toBe(bound(text)))
  it('in its last minute and less', () => expect(dueText(after(now, 59_000), now)).toBe(bound('还有 不到 1_分钟')))
})

const PLAIN = /\d[ ]?(年|月|日|天|小时|分钟|分|秒)/
const clocks = () => {
  const promise = start('aid.promise', '2026-09-30 23:58')
  return [
    promise,
    stopped(promise, '2026-10-01 00:09'),
    paused(promise, '2026-09-30 23:59'),
    resumed(paused(promise, '2026-09-30 23:59'), '2026-10-02 10:00'),
    start('aid.grace', '2026-09-30 23:58'),
    start('aid.decide', '2026-09-30 23:58'),
    start('aid.contact', '2026-09-30 10:05'),
    start('aid.progress', '2026-12-20 10:05'),
    start('question.answer', '2026-09-30 10:05'),
    start('grievance.quick', '2026-09-30 10:05'),
  ]
}

describe('a number and its unit are never torn apart', () => {
  it('whatever time is said', () => {
    const instant = fc
      .integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') })
      .map((ms) => instantOf(ms - (ms % MINUTE)))
    fc.assert(
      fc.property(instant, instant, (at: Instant, seen: Instant) => {
        for (const text of [
          endText(at, seen),
          dueText(at, seen),
          momentText(at, seen),
          spanText(Math.abs(Date.parse(at) - Date.parse(seen))),
        ])
          expect(text).not.toMatch(PLAIN)
      }),
      { numRuns: 500 },
    )
  })
  it('nor when a clock says when it is due, how it ended', () => {
    for (const clock of clocks())
      for (const seen of ['2026-09-30 23:58', '2026-10-01 00:00', '2026-10-14 09:30'])
        expect(clockDueText(clock, t(seen))).not.toMatch(PLAIN)
  })
  it('nor when it explains itself, day by day', () => {
    const lines = clocks().flatMap((clock) => explain(clock, calendar).map((line) => explainText(line, clock, now)))
    expect(lines.length).toBeGreaterThan(40)
    expect(lines.filter((line) => PLAIN.test(line))).toEqual([])
  })
})

describe('a clock says', () => {
  it('until when, and by how much it was missed', () => {
    const promise = start('aid.promise', '2026-09-30 23:58')
    expect(clockDueText(promise, t('2026-09-30 21:00'))).toBe(bound('今天 24:00_前'))
    expect(clockDueText(promise, t('2026-10-01 00:09'))).toBe(bound('超了 9_分钟'))
    expect(clockDueText(stopped(promise, '2026-10-01 00:09'), t('2026-10-02 09:00'))).toBe(
      bound('昨天 0:09，超了 9_分钟'),
    )
    expect(clockDueText(stopped(promise, '2026-09-30 23:59'), t('2026-09-30 23:59'))).toBe('今天 23:59')
    expect(clockDueText(paused(promise, '2026-09-30 23:59'), t('2026-10-05 10:00'))).toBe('等补齐再接着算')
  })
  it('that a date is uncertain while the notice of a year is not out', () => {
    expect(clockDueText(start('aid.progress', '2026-12-20 10:05'), t('2026-12-20 10:05'))).toContain('（暂定）')
  })
  it('why the statute ends on 8 October: the holiday’s last day rolls over', () => {
    const clock = start('aid.decide', '2026-09-30 23:58')
    const lines = explain(clock, calendar).map((line) => explainText(line, clock, now))
    expect(lines.some((line) => line.includes('国庆节') && line.includes('往后顺延'))).toBe(true)
    expect(lines.some((line) => line.includes('24:00 到期'))).toBe(true)
  })
})
