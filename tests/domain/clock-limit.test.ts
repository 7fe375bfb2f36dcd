import { describe, expect, it } from 'vitest'
import { type Limit, limitOn, mayPause } from '@/domain/clock'
import { countsDays } from '@/domain/clock-limit'
import { isDay, msOfDuration } from '@/domain/time'
import { limit, limits } from './clock-given'

/** The table of promises as it was agreed; a change of it is a new dated row, and a new line here. */
const agreed: Record<string, [unit: string, count: number | null, pauses: string]> = {
  'question.answer': ['minutes', 8, 'never'],
  'question.callback': ['until', null, 'never'],
  'aid.promise': ['same-day', null, 'papers'],
  'aid.grace': ['until', null, 'papers'],
  'aid.decide': ['natural-days', 7, 'papers'],
  'aid.assign': ['natural-days', 3, 'never'],
  'aid.supplement': ['working-days', 5, 'never'],
  'aid.contact': ['working-days', 1, 'never'],
  'aid.sign': ['natural-days', 5, 'never'],
  'aid.objection': ['natural-days', 5, 'never'],
  'aid.progress': ['natural-days', 30, 'court-stay'],
  'aid.notify': ['natural-days', 3, 'never'],
  'aid.handover': ['hours', 24, 'never'],
  'aid.regularise': ['natural-days', null, 'never'],
  'aid.change': ['working-days', 5, 'never'],
  'aid.terminate': ['natural-days', 3, 'never'],
  'aid.file': ['natural-days', 30, 'never'],
  'aid.review': ['natural-days', 30, 'never'],
  'visit.home': ['hours', 24, 'weather'],
  'grievance.accept': ['minutes', 15, 'never'],
  'grievance.consult': ['hours', 12, 'reporter'],
  'grievance.quick': ['hours', 24, 'reporter third-party'],
  'grievance.escalate': ['hours', 12, 'never'],
  'grievance.respond': ['working-days', 1, 'third-party'],
  'grievance.resolve': ['working-days', 5, 'third-party'],
  'grievance.ruling': ['minutes', 30, 'never'],
  'grievance.callback': ['hours', 24, 'never'],
  'grievance.rectify.contact': ['working-days', 1, 'never'],
  'grievance.rectify': ['working-days', 15, 'never'],
  'grievance.upper': ['until', null, 'as-source-says'],
  'mediation.confirm': ['natural-days', 30, 'never'],
  'project.item': ['working-days', null, 'third-party public-notice papers'],
}

const grounds = (row: Limit) => [row.pauses, ...(row.alsoPauses ?? [])].join(' ')

describe('the table of promises', () => {
  it('has every clock once, with the number, unit and pauses agreed', () => {
    expect(limits).toHaveLength(Object.keys(agreed).length)
    expect(Object.fromEntries(limits.map((row) => [row.code, [row.unit, row.count ?? null, grounds(row)]]))).toEqual(
      agreed,
    )
  })

  it.each(limits.map((row) => [row.code, row] as const))(
    '%s says its source, since when, and how sure we are',
    (_, row) => {
      expect(isDay(row.since)).toBe(true)
      expect(row.source).not.toBe('')
      expect(['verified', 'account', 'policy', 'memory']).toContain(row.certainty)
      expect(row.stops.length).toBeGreaterThan(0)
      // What is only remembered, or counts natural days by a reading of the law, is marked for a person to confirm.
      if (row.certainty === 'memory' || row.count === null) expect(row.toConfirm).toBeTruthy()
    },
  )

  it.each(limits.map((row) => [row.code, row] as const))('%s has the colours of its unit', (_, row) => {
    const days = [{ workingDaysLeft: 2, longerThan: 2 }, { workingDaysLeft: 0 }]
    expect([row.yellow, row.red]).toEqual(countsDays(row) ? days : [{ elapsedPercent: 50 }, { elapsedPercent: 80 }])
  })

  it('rests on the Legal Aid Act since 2022 and on Order 148 since September 2023, the latter from memory', () => {
    const bySource = (text: string) => limits.filter((row) => row.source.startsWith(text))
    expect(new Set(bySource('法律援助法').map((row) => row.since))).toEqual(new Set(['2022-01-01']))
    expect(bySource('法律援助法').map((row) => row.code)).toContain('aid.decide')
    expect(bySource('司法部令148').every((row) => row.since === '2023-09-01' && row.certainty === 'memory')).toBe(true)
  })

  it('only the decision ends with a transfer; every other clock is cancelled by it', () => {
    expect(limits.filter((row) => row.stopsOnTransfer).map((row) => row.code)).toEqual(['aid.decide'])
    expect(limit('aid.decide').stops).toContain('transferred')
  })

  it('the promise resumes to the end of the day, the grace to noon after', () => {
    expect(limit('aid.promise').afterPause).toBe('end-of-day')
    expect(limit('aid.grace')).toMatchObject({ afterPause: 'until', until: '12:00' })
    expect(limits.filter((row) => row.unit === 'same-day').every((row) => row.afterPause === 'end-of-day')).toBe(true)
  })

  it('a reporter may hold up a clock for a day, written as a duration', () => {
    const held = limits.filter((row) => mayPause(row, 'reporter'))
    expect(held.map((row) => row.code)).toEqual(['grievance.consult', 'grievance.quick'])
    expect(held.every((row) => msOfDuration(row.longestPause?.reporter ?? '') === 86_400_000)).toBe(true)
  })
})

describe('the row in force', () => {
  const old = { ...limit('aid.supplement'), since: '2024-01-01', count: 5 }
  const renewed = { ...old, since: '2026-10-01', count: 7 }

  it('is the latest that has begun: 30 September by the old one, 1 October by the new, in whatever order they lie', () => {
    for (const rows of [
      [old, renewed],
      [renewed, old],
    ]) {
      expect(limitOn(rows, 'aid.supplement', '2026-09-30').count).toBe(5)
      expect(limitOn(rows, 'aid.supplement', '2026-10-01').count).toBe(7)
    }
  })

  it('is missing before the law was in force, and then no clock may start', () => {
    expect(() => limitOn(limits, 'aid.decide', '2021-12-31')).toThrow('no limit aid.decide in force on 2021-12-31')
    expect(() => limitOn(limits, 'aid.unheard-of', '2026-10-01')).toThrow('aid.unheard-of')
    expect(limitOn(limits, 'aid.decide', '2022-01-01').count).toBe(7)
  })
})
