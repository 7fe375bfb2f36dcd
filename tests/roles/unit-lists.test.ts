import { describe, expect, it } from 'vitest'
import { tabOf } from '@/roles/unit/desk/tab-of'
import { linesOf, mediationOf, unmediated } from '@/roles/unit/steps/mediated'

const row = (stage: string, ...actions: string[]) => ({ stage, can: actions.map((action) => ({ action })) })
const ours = ['notice.receive', 'matter.note']

describe('an open report stands under one tab of the unit’s desk', () => {
  it.each([
    ['dispatched', [...ours, 'grievance.sign'], 'sign'],
    ['passed-up', [...ours, 'grievance.sign'], 'sign'],
    ['in-hand', [...ours, 'grievance.resolve'], 'doing'],
    ['returned', ours, 'doing'],
    ['suspended', [...ours, 'grievance.resume'], 'suspended'],
    ['resolved', ours, 'done'],
    ['closed', [...ours, 'grievance.rectified'], 'doing'],
    ['dispatched', ['matter.note', 'grievance.respond'], 'help'],
  ] as const)('%s with %j under %s', (stage, actions, tab) => {
    expect(tabOf(row(stage, ...actions))).toBe(tab)
  })
  it('what it merely had, and what it helped with once there is a result, stands under none', () => {
    expect(tabOf(row('in-hand', 'notice.receive'))).toBeUndefined()
    expect(tabOf(row('resolved', 'matter.note'))).toBeUndefined()
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
