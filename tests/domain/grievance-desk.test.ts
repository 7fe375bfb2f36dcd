import { describe, expect, it } from 'vitest'
import { grievanceDesks } from '@/domain/grievance'
import { standsToGrievance } from '@/domain/grievance-permission'
import type { Grievance } from '@/domain/grievance-types'
import { actor, bao, reported, resolve, t, tian, town } from './grievance-given'
import { answerUp, at, ding, everybody, ruleObjection, stages, withdraw } from './grievance-stages-given'

/** In whose lists a report stands. */

const desks = (state: Grievance) => grievanceDesks(state).sort()
const of = (stage: string) => desks(at(stage).state)

describe('where it stands', () => {
  it('hers, the command seat’s, and whoever answers for it', () => {
    expect(of('submitted')).toEqual(['applicant:bao', 'person:tian', 'seat:command'])
    expect(of('submitted for her')).toEqual(['person:ding', 'person:tian', 'seat:command'])
    expect(of('submitted by code')).toEqual(['applicant:code:grievance:1', 'person:tian', 'seat:command'])
  })
  it('the unit that has it, the units that help, and the unit that had it', () => {
    expect(of('in-hand')).toEqual(['applicant:bao', 'person:wang', 'seat:command', 'unit:dept:land', 'unit:dept:water'])
    expect(of('moved')).toEqual(['applicant:bao', 'person:lin', 'seat:command', 'unit:dept:land', 'unit:dept:water'])
    expect(of('sent down')).toContain('unit:150524100')
    expect(of('sent down')).toContain('unit:150524100200')
  })
  it('what waits for somebody of the command seat', () => {
    expect(of('returned')).toContain('command:rulings')
    expect(of('extension-asked')).toContain('command:rulings')
    expect(of('checked')).toContain('command:callback')
    expect(of('closed badly')).toContain('command:rectify')
    for (const stage of ['in-hand', 'resolved', 'closed', 'rectified', 'objected'])
      expect([stage, of(stage).filter((key) => key.startsWith('command:'))]).toEqual([stage, []])
  })
  it('an order from above until it is answered upward, wherever it ended', () => {
    expect(of('submitted from above')).toContain('command:upper')
    expect(of('withdrawn from above')).toContain('command:upper')
    expect(desks(at('closed from above').does('09-28 15:00', tian, answerUp()).state)).not.toContain('command:upper')
  })
  it('an objection until a supervisor has ruled', () => {
    expect(of('objected')).toContain('supervisor:objections')
    const ruled = at('objected').does('09-28 15:00', actor('sun', 'supervisor'), ruleObjection(false))
    expect(desks(ruled.state)).not.toContain('supervisor:objections')
  })
  it('what it follows, so that it is answered too', () => {
    expect(of('following')).toContain('follows:grievance:2')
    expect(of('accepted')).not.toContain('follows:grievance:2')
  })
  it('when it is over nobody answers for it any more; she and the units still find it', () => {
    expect(of('closed')).toEqual(['applicant:bao', 'seat:command', 'unit:dept:land', 'unit:dept:water'])
    expect(desks(at('in-hand').does('09-28 15:00', bao, withdraw).state)).not.toContain('person:wang')
  })
  it('she who took it back while it goes on keeps it in her own list', () => {
    expect(of('by office')).toContain('applicant:bao')
  })
})

describe('secrecy is a missing key', () => {
  it('a unit it is against is never there, whatever it has to do with it', () => {
    const { state } = at('in-hand')
    for (const against of ['dept:water', 'dept:land'])
      expect(desks({ ...state, against })).not.toContain(`unit:${against}`)
    const had = { ...at('moved').state, against: 'dept:water' }
    expect(desks(had)).not.toContain('unit:dept:water')
  })
  it('what is said of a village’s cadres is in no list of its village or its town, also where one entered it', () => {
    const helper = { id: 'mei', name: '梅书记', unit: '150524100200' }
    const { state } = reported('09-28 9:00', { topic: 'village-cadre', owner: undefined, helper }, ding)
    expect(desks(state)).toEqual(['person:tian', 'seat:command'])
    const main = { unit: town, at: t('09-28 9:10'), how: 'moved' as const }
    expect(desks({ ...state, main }).filter((key) => key.startsWith('unit:'))).toEqual([])
  })
  it('of 举报 a unit that had it keeps nothing', () => {
    const { state } = at('moved')
    expect(desks({ ...state, type: 'report' })).toContain('unit:dept:land')
    expect(desks({ ...state, type: 'report' })).not.toContain('unit:dept:water')
  })
  it('whoever finds it in a unit’s list stands to it, and whoever stands to it as a unit finds it', () => {
    const secret = { topic: 'village-cadre', against: 'dept:land', type: 'report' as const }
    for (const stage of Object.keys(stages))
      for (const more of [{}, secret]) {
        const state: Grievance = { ...at(stage).state, ...more }
        for (const by of everybody.filter(({ unit, role }) => unit && role !== 'lawyer')) {
          const finds = grievanceDesks(state).includes(`unit:${by.unit}`)
          expect([stage, by.unit, finds]).toEqual([stage, by.unit, standsToGrievance(state, by) !== undefined])
        }
      }
  })
  it('a resolved one waits with the command seat and keeps its unit', () => {
    expect(
      desks(
        at('dispatched').does('09-28 15:00', actor('wang', 'department', 'dept:water'), resolve({ without: '急' }))
          .state,
      ),
    ).toContain('unit:dept:water')
  })
})
