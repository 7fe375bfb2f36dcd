import { describe, expect, it } from 'vitest'
import type { ClockView } from '@/contract/views'
import { grievanceStages } from '@/domain/grievance-types'
import { nextStep } from '@/words/next-step'

const now = '2026-10-14T09:10:00.000+08:00'
const clock = (code: string, dueAt: string): ClockView => ({
  code,
  title: '',
  generation: 1,
  startedAt: now,
  dueAt,
  dueText: '',
  state: 'running',
  colour: 'green',
  word: '正常',
  provisional: false,
  explain: [],
})
const said = (stage: string, more: object = {}) =>
  nextStep({ kind: 'grievance', stage, clocks: [], detail: {}, ...more }, now)?.replaceAll('\u00a0', ' ')

describe('what she is told of what she reported', () => {
  it('says something at every stage', () => {
    for (const stage of grievanceStages) expect([stage, said(stage)]).toEqual([stage, expect.stringMatching(/。$/)])
  })
  it('by when she hears whether it is accepted, and that it is late once that has passed', () => {
    const at = (due: string) => said('submitted', { clocks: [clock('grievance.accept', due)] })
    expect(at('2026-10-14T09:25:00.000+08:00')).toBe('最晚今天 9:25 前告诉您受理没有。现在不用您做什么。')
    expect(at('2026-10-14T09:10:00.000+08:00')).toMatch(/对不起/)
  })
  it('never that somebody rings who is known to nobody', () => {
    expect(said('checked')).toMatch(/打电话/)
    expect(said('checked', { detail: { anonymity: 'full' } })).not.toMatch(/打电话/)
  })
  it('asks for a rating only whoever may give one', () => {
    expect(said('closed', { can: [{ action: 'grievance.rate' }] })).toMatch(/请您评一评/)
    expect(said('closed')).toBe('办完了。')
  })
  it('of another kind at the same stage says what it said before', () => {
    const aid = nextStep({ kind: 'aid', stage: 'submitted', clocks: [], detail: {} }, now)
    expect(aid).toMatch(/派律师/)
  })
})
