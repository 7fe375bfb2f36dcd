import { describe, expect, it } from 'vitest'
import { type Actor, isRefusal } from '@/domain/decider'
import { grievance } from '@/domain/grievance'
import { isWithUnit } from '@/domain/grievance-people'
import { shutOut } from '@/domain/grievance-permission'
import type { Grievance, GrievanceCommand } from '@/domain/grievance-types'
import { can, mayEver, mayOn, permissions, standing } from '@/domain/permission'
import {
  accept,
  actor,
  dispatch,
  evolve,
  extend,
  giveBack,
  givenAt,
  passUp,
  report,
  resolve,
  respond,
  rule,
  sendDown,
  shi,
  sign,
  sun,
  suspend,
  t,
  tian,
  town,
  village,
  wang,
  water,
  zhen,
} from './grievance-given'
import {
  answerUp,
  at,
  callBack,
  contacted,
  decline,
  everybody,
  follow,
  handOver,
  object,
  rate,
  rectified,
  reopen,
  reveal,
  ruleObjection,
  stages,
  takeNote,
  unfollow,
  withdraw,
} from './grievance-stages-given'

/** Who may do what to a report, stage by stage: what a page offers is what the rules let through. */

const soon = '09-28 9:40'
type Made = (state: Grievance, by: Actor) => GrievanceCommand
const commands: Record<string, Made> = {
  'grievance.accept': () => accept(),
  'grievance.reclassify': () => ({ type: 'Reclassify', handling: 'consult', why: '只是问问' }),
  'grievance.sendBack': () => ({ type: 'SendBack', items: ['哪口井'] }),
  'grievance.complete': () => ({ type: 'CompleteGrievance', text: '村西', photos: [] }),
  'grievance.decline': () => decline,
  'grievance.handOver': () => handOver,
  'grievance.dispatch': () => dispatch(water, [], { brief: '请查一口井' }),
  'grievance.sign': () => sign,
  'grievance.return': () => giveBack,
  'grievance.ruleReturn': () => rule('keep'),
  'grievance.passUp': () => passUp,
  'grievance.sendDown': () => sendDown(village),
  'grievance.extend': () => extend(t('10-15 18:00')),
  'grievance.ruleExtend': () => ({ type: 'RuleExtension', ok: true }),
  'grievance.suspend': () => suspend(t('10-12 18:00')),
  'grievance.resume': () => ({ type: 'Resume' }),
  'grievance.respond': () => respond('今天去看'),
  'grievance.resolve': () => resolve({ without: '来不及' }),
  'grievance.check': () => ({ type: 'CheckResult', ok: true }),
  'grievance.callBack': () => callBack(true, true),
  'grievance.rate': () => rate(4),
  'grievance.contacted': () => contacted(),
  'grievance.rectified': () => rectified(),
  'grievance.object': () => object(),
  'grievance.ruleObjection': () => ruleObjection(true),
  'grievance.reopen': () => reopen(),
  'grievance.follow': () => follow(),
  'grievance.unfollow': () => unfollow,
  'grievance.withdraw': () => withdraw,
  'grievance.upperAnswer': () => answerUp(),
  'matter.callLog': () => reveal,
  'matter.note': () => takeNote,
  'matter.reassign': (state) => ({
    type: 'Reassign',
    to: isWithUnit(state) ? actor('wei', 'department') : actor('yun', 'command'),
    why: '病了',
  }),
}
// Whether she wants what another entered is asked around every kind (forwarding.ts), as what she said is written down
// (transcription.ts), and looking things up decides nothing.
const ELSEWHERE = ['grievance.advice', 'matter.consentChecked', 'matter.transcribe']
const named = Object.keys(permissions).filter(
  (name) => permissions[name]?.on?.stages && /^(grievance|matter)\./.test(name) && !ELSEWHERE.includes(name),
)

/** What the door does: first who may at all, then what the rules say of it now. */
function lets(state: Grievance, by: Actor, action: string): boolean {
  if (!mayOn(action, state, by)) return false
  const command = commands[action]?.(state, by)
  if (!command) throw new Error(`no command for ${action}`)
  const decided = grievance.decide(state, command, givenAt(t(soon), by))
  return !isRefusal(decided) && decided.length > 0
}

describe('what a view offers and what the rules let through', () => {
  it('every action on a report is asked here', () => {
    expect(named.filter((name) => !commands[name])).toEqual([])
    expect(named.length).toBeGreaterThan(30)
  })
  it.each(Object.keys(stages))('%s: are the same, for everybody', (stage) => {
    const { state } = at(stage)
    for (const by of everybody) {
      const offered = can(state, by).map(({ action }) => action)
      const let_ = named.filter((action) => lets(state, by, action))
      expect([by.role, by.id, offered.filter((action) => named.includes(action)).sort()]).toEqual([
        by.role,
        by.id,
        let_.sort(),
      ])
    }
  })
  it('every action is offered to somebody somewhere', () => {
    const seen = new Set(
      Object.keys(stages).flatMap((stage) =>
        everybody.flatMap((by) => can(at(stage).state, by).map(({ action }) => action)),
      ),
    )
    expect(named.filter((action) => !seen.has(action))).toEqual([])
  })
  it('a role that the table doesn’t name is offered nothing', () => {
    for (const by of everybody)
      for (const action of can(at('checked').state, by)) expect(mayEver(action.action, by.role)).toBe(true)
  })
})

describe('how somebody stands to it', () => {
  const stands = (state: Grievance, by: Actor) => standing(state, by)
  const inHand = at('in-hand').state
  it('she as the one who reported; nobody else of the public', () => {
    expect(stands(inHand, actor('bao', 'resident'))).toBe('applicant')
    expect(stands(inHand, actor('wu', 'resident'))).toBeUndefined()
  })
  it('her own report as nobody else, whatever she is besides', () => {
    for (const role of ['command', 'supervisor', 'centre'] as const)
      expect(stands(inHand, actor('bao', role))).toBeUndefined()
    expect(stands(inHand, actor('bao', 'department', 'dept:water'))).toBeUndefined()
    expect(stands(inHand, actor('bei', 'department', 'dept:water'))).toBe('handler')
  })
  it('a unit that has it, that helps, that had it; a unit that never had it not at all', () => {
    const moved = at('moved').state
    expect(stands(inHand, wang)).toBe('handler')
    expect(stands(inHand, actor('lin', 'department', 'dept:land'))).toBe('co-handler')
    expect(stands(moved, wang)).toBe('former')
    expect(stands(inHand, zhen)).toBeUndefined()
  })
  it('a unit that gave it back has it no more while it is ruled on', () => {
    expect(stands(at('returned').state, wang)).toBe('former')
  })
  it('whom she wants hidden from them, they don’t see; of what is told in secrecy they are told the brief', () => {
    expect(stands(at('dispatched, handler told nothing').state, wang)).toBe('blind-handler')
    expect(stands(at('dispatched in secret').state, wang)).toBe('briefed-handler')
    expect(stands(at('by office').state, wang)).toBe('blind-handler')
  })
  it('a unit it is against has no standing, though it were sent there by mistake or has entered it', () => {
    const main = { unit: water, at: t(soon), how: 'dispatched' as const }
    const against = { ...inHand, against: 'dept:water', main, helper: { id: 'wang', name: '王经办' } }
    expect(stands(against, wang)).toBeUndefined()
    expect(stands(against, actor('ding', 'guide', 'dept:water'))).toBeUndefined()
    expect(stands({ ...inHand, against: 'dept:land' }, actor('lin', 'department', 'dept:land'))).toBeUndefined()
  })
  it('what is said of a village’s cadres: neither village nor town, also where one of them entered it', () => {
    const helper = { id: 'zhen', name: '甄镇长' }
    const state = {
      ...inHand,
      topic: 'village-cadre',
      helper,
      main: { unit: town, at: t(soon), how: 'moved' as const },
    }
    expect(shutOut(state)).toEqual(['150524100200', '150524100'])
    expect(stands(state, zhen)).toBeUndefined()
    expect(stands(state, actor('mei', 'village', '150524100200'))).toBeUndefined()
    expect(stands(state, actor('ding', 'guide', '150524100200'))).toBeUndefined()
    expect(stands(state, sun)).toBe('supervisor')
    expect(stands(state, tian)).toBe('command')
  })
  it('a report that turns out to be 举报 is gone for whoever had it', () => {
    const { state } = at('moved')
    expect(stands({ ...state, type: 'report' }, wang)).toBeUndefined()
  })
  it('she who took it back while it goes on still reads it, and may do nothing more', () => {
    const { state } = at('by office')
    expect(stands(state, actor('bao', 'resident'))).toBe('applicant')
    expect(can(state, actor('bao', 'resident'))).toEqual([])
  })
})

describe('two people at once', () => {
  it('two of the command seat: the second is told who was first', () => {
    const { state } = at('resolved')
    const decided = grievance.decide(state, { type: 'CheckResult', ok: true }, givenAt(t(soon), shi))
    if (isRefusal(decided)) throw new Error(decided.refused)
    const second = grievance.decide(
      evolve(state, decided),
      { type: 'CheckResult', ok: true },
      givenAt(t(soon), actor('yun', 'command')),
    )
    expect(second).toEqual({ refused: 'matter.changed', detail: { by: '石指挥', at: t(soon) } })
  })
  it('nothing is offered on what hasn’t been reported', () => {
    expect(isRefusal(grievance.decide(grievance.initial, reopen(), givenAt(t(soon), tian)))).toBe(true)
    expect(report().type).toBe('SubmitGrievance')
  })
})
