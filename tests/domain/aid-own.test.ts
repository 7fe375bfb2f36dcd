import { describe, expect, it } from 'vitest'
import { type Act, given, submission } from '../given'
import { close, conflict, grant, review, take } from './aid-given'

describe('nobody decides on her own application', () => {
  const own: Act[] = [['2026-09-30 10:00', 'gao', submission({ owner: 'gao' })]]
  it('neither the grant', () => {
    expect(given(...own).when('2026-09-30 10:05', 'gao', grant()).refusal?.refused).toBe('aid.own-application')
    expect(given(...own).when('2026-09-30 10:05', 'ma', grant()).refusal).toBeUndefined()
  })
  it('nor the closing', () => {
    const closing: Act[] = [
      ...own,
      ['2026-09-30 10:05', 'ma', grant()],
      ['2026-09-30 10:06', 'li', conflict(false)],
      ['2026-09-30 10:07', 'li', take],
      ['2026-10-20 10:00', 'li', close],
    ]
    expect(given(...closing).when('2026-10-21 10:00', 'gao', review(true)).refusal?.refused).toBe('aid.own-application')
    expect(given(...closing).when('2026-10-21 10:00', 'ma', review(true)).refusal).toBeUndefined()
  })
})
