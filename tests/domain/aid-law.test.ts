import { describe, expect, it } from 'vitest'
import { leaveCauses, noticeGrounds } from '@/domain/aid-turn-types'
import { facts } from '../../cloudfunctions/facts'

const { aidLaw, limitations } = facts

describe('what the statute asks where legal aid takes a turn', () => {
  it('every ground of a notice and every cause to leave has its article, and says whether it was compared', () => {
    expect(Object.keys(aidLaw.notices)).toEqual([...noticeGrounds])
    expect(Object.keys(aidLaw.leaves)).toEqual([...leaveCauses])
    const { urgent, practice, minors, notices, leaves } = aidLaw
    for (const row of [urgent, practice, minors, ...Object.values(notices), ...Object.values(leaves)]) {
      expect(row.source).toMatch(/第.+条/)
      expect(['verified', 'memory']).toContain(row.certainty)
    }
  })
  it('three years on life or death (26), under eighteen somebody who knows minors, fewer than seven days (44)', () => {
    expect(aidLaw.practice).toMatchObject({ years: 3, grounds: ['life-or-death', 'review'] })
    expect(aidLaw.minors.under).toBe(18)
    expect(limitations.fewerThanDays).toBe(7)
  })
  it('what is a just cause (46) is from memory, and so marked', () => {
    expect(Object.values(aidLaw.leaves).map(({ certainty }) => certainty)).toEqual(leaveCauses.map(() => 'memory'))
  })
})
