import { describe, expect, it } from 'vitest'
import { tabOf } from '@/roles/unit/desk/tab-of'
import { linesOf, mediationOf, unmediated } from '@/roles/unit/steps/mediated'

type Row = Parameters<typeof tabOf>[0]
const row = (asUnit: Row['asUnit'], stage: string, ...actions: string[]): Row => ({
  stage,
  can: actions.map((action) => ({ action })),
  ...(asUnit && { asUnit }),
})

describe('an open report stands under one tab of the unit’s desk', () => {
  it.each([
    ['main', 'dispatched', 'grievance.sign', 'sign'],
    ['main', 'passed-up', 'grievance.sign', 'sign'],
    ['main', 'in-hand', 'grievance.resolve', 'doing'],
    ['main', 'returned', 'grievance.respond', 'doing'],
    ['main', 'suspended', 'grievance.resume', 'suspended'],
    ['main', 'resolved', 'matter.note', 'done'],
    ['main', 'closed', 'grievance.rectified', 'doing'],
    ['with', 'dispatched', 'grievance.respond', 'help'],
  ] as const)('%s, %s, %s: under %s', (asUnit, stage, action, tab) => {
    expect(tabOf(row(asUnit, stage, action))).toBe(tab)
  })
  it('what it merely had, and what it helped with once there is a result, stands under none', () => {
    expect(tabOf(row('former', 'in-hand'))).toBeUndefined()
    expect(tabOf(row('with', 'resolved', 'matter.note'))).toBeUndefined()
    expect(tabOf(row(undefined, 'in-hand', 'grievance.withdraw'))).toBeUndefined()
  })
})

describe('a mediation is written one name a line', () => {
  const whole = { ...unmediated, parties: '甲\n\n 乙 ', mediators: '丙', record: '谈了', agreement: '以树为界' }
  it('without empty lines, and its place only where it is said', () => {
    expect(linesOf(' 甲 \n\n乙')).toEqual(['甲', '乙'])
    expect(mediationOf(whole)).toEqual({
      parties: ['甲', '乙'],
      mediators: ['丙'],
      record: '谈了',
      agreement: '以树为界',
    })
    expect(mediationOf({ ...whole, where: '村部' })?.place).toBe('村部')
  })
  it.each(['parties', 'mediators', 'record', 'agreement'] as const)('and is not sent without %s', (field) => {
    expect(mediationOf({ ...whole, [field]: field === 'parties' ? '甲' : ' ' })).toBeUndefined()
  })
})
