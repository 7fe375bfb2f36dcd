import type { Actor } from '@/domain/decider'
import { grievance, grievanceNotices } from '@/domain/grievance'
import type { GrievanceCommand, GrievanceState } from '@/domain/grievance-types'
import type { Notice } from '@/domain/notice'
import {
  accept,
  actor,
  check,
  dispatch,
  extend,
  giveBack,
  land,
  otherVillage,
  passUp,
  reported,
  resolve,
  respond,
  rule,
  type Story,
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

/** What happened up to each stage, on Monday 28 September 2026; and every actor who might want something of it. */

export const callBack = (reached: boolean, satisfied?: boolean, note = '问过了'): GrievanceCommand => ({
  type: 'CallBack',
  reached,
  ...(satisfied !== undefined && { satisfied }),
  note,
})
export const rate = (stars: number, text?: string): GrievanceCommand => ({ type: 'Rate', stars, ...(text && { text }) })
export const contacted = (note = '问了哪里不满意'): GrievanceCommand => ({ type: 'ContactReporter', note })
export const rectified = (text = '重新接了水管'): GrievanceCommand => ({ type: 'Rectify', text })
export const object = (why = '还是没水'): GrievanceCommand => ({ type: 'ObjectToResult', why })
export const ruleObjection = (reopen: boolean): GrievanceCommand => ({ type: 'RuleObjection', reopen, why: '看过现场' })
export const reopen = (why = '又停了'): GrievanceCommand => ({ type: 'Reopen', why })
export const withdraw: GrievanceCommand = { type: 'WithdrawGrievance' }
export const follow = (parent = 'grievance:2', more: object = {}): GrievanceCommand => ({
  type: 'Follow',
  parent,
  ...more,
})
export const unfollow: GrievanceCommand = { type: 'Unfollow' }
export const answerUp = (text = '已办结'): GrievanceCommand => ({ type: 'AnswerUpward', text })
export const takeNote: GrievanceCommand = { type: 'TakeNote', text: '记一笔' }
export const reveal: GrievanceCommand = { type: 'RevealNumber' }
export const decline: GrievanceCommand = {
  type: 'DeclineGrievance',
  reason: 'litigation',
  channel: '旗人民法院',
  seen: true,
}
export const handOver: GrievanceCommand = { type: 'HandOver', to: '旗纪委监委', record: '当面移交' }

export const ding = actor('ding', 'guide')
export const byCode = actor('code:grievance:1', 'visitor')
/** Everybody who could try. */
export const everybody: Actor[] = [
  actor('bao', 'resident'),
  actor('wu', 'resident'),
  byCode,
  ding,
  actor('mei', 'village', '150524100200'),
  actor('nan', 'village', '150524100201'),
  zhen,
  wang,
  actor('wei', 'department', 'dept:water'),
  actor('lin', 'department', 'dept:land'),
  actor('gao', 'centre'),
  tian,
  shi,
  sun,
  actor('li', 'lawyer', 'firm:1'),
  actor('guan', 'admin'),
]

type Did = [by: Actor, command: GrievanceCommand]
const taken: Did[] = [[tian, accept('quick')]]
const sent: Did[] = [...taken, [tian, dispatch(water, [land])]]
const held: Did[] = [...sent, [wang, sign]]
const handedIn: Did[] = [...held, [wang, resolve({ without: '来不及' })]]
const looked: Did[] = [...handedIn, [shi, check()]]
const ended: Did[] = [...looked, [shi, callBack(true, true)]]
const bad: Did[] = [...looked, [shi, callBack(true, false)]]
const upper = { source: 'upper', upperDue: t('10-20 18:00') }

/** Where it stands, what was reported, and what was done in order, a minute apart. */
export const stages: Record<string, { more?: object; did: Did[] }> = {
  submitted: { did: [] },
  'submitted for her': { more: { owner: undefined, helper: { id: 'ding', name: '丁明白' } }, did: [] },
  'submitted by code': { more: { owner: 'code:grievance:1' }, did: [] },
  'submitted from above': { more: upper, did: [] },
  incomplete: { did: [[tian, { type: 'SendBack', items: ['哪口井'] }]] },
  completed: {
    did: [
      [tian, { type: 'SendBack', items: ['哪口井'] }],
      [actor('bao', 'resident'), { type: 'CompleteGrievance', text: '村西', photos: [] }],
    ],
  },
  accepted: { did: taken },
  'accepted from above': { more: upper, did: taken },
  'accepted in secret': { more: { against: 'dept:roads' }, did: taken },
  following: { did: [...taken, [actor('bao', 'resident'), follow()]] },
  dispatched: { did: sent },
  'dispatched to a town': { did: [...taken, [tian, dispatch(town)]] },
  'dispatched in secret': {
    more: { against: 'dept:land' },
    did: [...taken, [tian, dispatch(water, [], { brief: '请查一口井' })]],
  },
  'dispatched, handler told nothing': { more: { anonymity: 'handler' }, did: sent },
  'sent down': { did: [...taken, [tian, dispatch(town)], [zhen, sendDown(village)]] },
  'sent down elsewhere': { did: [...taken, [tian, dispatch(town)], [zhen, sendDown(otherVillage)]] },
  'in-hand': { did: held },
  'in-hand, answered': { did: [...held, [wang, respond('去看了')]] },
  escalated: {
    did: [
      [tian, accept('escalate')],
      [tian, dispatch(town)],
      [zhen, sign],
    ],
  },
  'passed-up': {
    did: [
      [tian, accept('escalate')],
      [tian, dispatch(town)],
      [zhen, passUp],
    ],
  },
  returned: { did: [...sent, [wang, giveBack]] },
  moved: { did: [...sent, [wang, giveBack], [shi, rule('move', land)]] },
  forced: { did: [...sent, [wang, giveBack], [shi, rule('force')]] },
  'extension-asked': { did: [...held, [wang, extend(t('10-14 18:00'))]] },
  extended: { did: [...held, [wang, extend(t('10-14 18:00'))], [shi, { type: 'RuleExtension', ok: true }]] },
  suspended: { did: [...held, [wang, suspend(t('10-09 18:00'))]] },
  resolved: { did: handedIn },
  'resolved by the seat': { did: [...taken, [tian, resolve()]] },
  failed: { did: [...handedIn, [shi, check(false)]] },
  checked: { did: looked },
  'checked and rated': { did: [...looked, [actor('bao', 'resident'), rate(5)]] },
  'checked and rated badly': { did: [...looked, [actor('bao', 'resident'), rate(1)]] },
  'closed by code': { more: { anonymity: 'full', owner: 'code:grievance:1' }, did: looked },
  closed: { did: ended },
  'closed from above': { more: upper, did: ended },
  'closed badly': { did: bad },
  spoken: { did: [...bad, [wang, contacted()]] },
  rectified: { did: [...bad, [wang, contacted()], [wang, rectified()]] },
  objected: { did: [...ended, [actor('bao', 'resident'), object()]] },
  'objection refused': { did: [...ended, [actor('bao', 'resident'), object()], [sun, ruleObjection(false)]] },
  reopened: { did: [...ended, [shi, reopen()]] },
  declined: { did: [[tian, decline]] },
  withdrawn: { did: [...held, [actor('bao', 'resident'), withdraw]] },
  'withdrawn from above': { more: upper, did: [...held, [actor('bao', 'resident'), withdraw]] },
  'by office': {
    did: [
      [tian, accept('quick', { publicSafety: true })],
      [tian, dispatch()],
      [actor('bao', 'resident'), withdraw],
    ],
  },
  'handed-over': { did: [...taken, [tian, handOver]] },
}

export const minute = (n: number): string => `09-28 9:${String(n).padStart(2, '0')}`
export function at(stage: string): Story {
  const { more = {}, did } = stages[stage] ?? { did: [] }
  return did.reduce((story, [by, command], n) => story.does(minute(n + 1), by, command), reported('09-28 9:00', more))
}

/** Every letter of a story, told of the report as it stood then. */
export function letters({ events }: Story): Notice[] {
  let state: GrievanceState = grievance.initial
  return events.flatMap((event) => {
    state = grievance.evolve(state, event)
    if (state.stage === 'blank') throw new Error('blank')
    return grievanceNotices(event, state, { now: event.at, due: event.at })
  })
}
