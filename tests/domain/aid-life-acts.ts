import type { AidCommand } from '@/domain/aid-commands'
import type { Actor } from '@/domain/decider'
import { people, submission } from '../given'
import {
  callBack,
  close,
  confirmRefusal,
  conflict,
  contact,
  deem,
  grant,
  list,
  mandate,
  note,
  parties,
  rate,
  reassign,
  rectified,
  refusing,
  report,
  review,
  ring,
  rule,
  supply,
  swap,
  take,
  transfer,
  withdraw,
} from './aid-given'

/** Every command of legal aid, by somebody who may give it, with the action by which it knocks; time's own have none. */

/** Gao holds two roles: in the second he would rule on what he decided in the first. */
const alsoSupervisor: Actor = { ...people.gao, role: 'supervisor' }
const lan: Actor = { id: 'lan', name: '兰督查', role: 'supervisor' }
export const actors = { ...people, lan, gaoAbove: alsoSupervisor }
export type Who = keyof typeof actors
export type Try = { who: Who; action: string; command: AidCommand }

const why = '密语：不能让人知道的缘由'
const acts: [action: string, command: AidCommand, ...who: Who[]][] = [
  ['aid.grant', grant(), 'gao', 'ma'],
  ['aid.grant', grant('he', why), 'gao'],
  ['aid.grant', { type: 'GrantAid', form: 'drafting' }, 'gao'],
  ['', { type: 'FindLawyerAgain' }, 'system'],
  ['', { type: 'LookAtUrgency' }, 'system'],
  ['', { type: 'TellUnreadable', file: 'f1', sender: 'bao' }, 'system'],
  ['aid.conflictAnswer', conflict(false), 'li', 'he', 'tao'],
  ['aid.conflictAnswer', conflict(true), 'li', 'he'],
  ['aid.take', take, 'li', 'he', 'tao'],
  ['aid.contacted', { type: 'ReportContact', how: 'visit' }, 'li'],
  ['aid.contacted', contact, 'tao', 'gao'],
  ['aid.signed', mandate, 'li', 'tao'],
  ['aid.report', report(why), 'li', 'he'],
  ['aid.report', report('', false), 'li'],
  ['aid.close', close, 'li', 'he'],
  ['aid.reviewClose', review(true), 'gao'],
  ['aid.reviewClose', review(false, why), 'ma'],
  ['aid.withdraw', withdraw, 'bao'],
  ['aid.supplementList', list(), 'gao'],
  ['aid.supplementList', list(['photo'], why), 'sun'],
  ['aid.supplement', supply('id'), 'bao'],
  ['aid.supplement', supply('contract'), 'gao'],
  ['aid.supplement', supply('photo'), 'bao'],
  ['matter.callLog', ring, 'gao'],
  ['aid.deemedWithdrawn', deem, 'gao'],
  ['aid.refuse', refusing, 'gao'],
  ['aid.confirmRefusal', confirmRefusal(true), 'ma'],
  ['aid.confirmRefusal', confirmRefusal(false, why), 'ma'],
  ['aid.transfer', transfer, 'ma'],
  ['aid.assign', { type: 'AssignAid' }, 'ma'],
  ['aid.assign', { type: 'AssignAid', lawyer: 'li', why }, 'ma'],
  ['aid.parties', parties('某公司'), 'bao'],
  ['aid.parties', parties('某公司', '某老板'), 'li'],
  ['aid.complete', { type: 'CompleteAid', evidence: [], personal: { applicant: { phone: '13900000009' } } }, 'gao'],
  ['aid.complete', { type: 'CompleteAid', evidence: [], personal: { deadline: '2026-10-12' } }, 'gao', 'bao'],
  ['aid.ruleChange', rule(true), 'gao', 'sun'],
  ['aid.ruleChange', rule(false), 'ma', 'sun'],
  ['aid.confirm', { type: 'ConfirmAssignment' }, 'zhou'],
  ['aid.swapInside', swap('tao'), 'zhou'],
  ['aid.swapInside', swap('li'), 'zhou'],
  ['aid.rate', rate(1, why), 'bao'],
  ['aid.rate', rate(5), 'bao'],
  ['aid.rectified', rectified, 'gao'],
  ['aid.calledBack', callBack(true, 2), 'ma'],
  ['aid.calledBack', callBack(false), 'sun'],
  ['matter.note', note, 'gao'],
  ['matter.reassign', reassign('ma'), 'sun'],
  ['matter.reassign', reassign('gao', '高审查'), 'sun'],
  ['aid.organTold', { type: 'TellOrgan', how: why }, 'gao'],
  ['aid.provideFirst', { type: 'ProvideFirst', ground: 'limitation', why }, 'gao'],
  ['aid.provideFirst', { type: 'ProvideFirst', ground: 'preservation', why, lawyer: 'he' }, 'ma'],
  ['aid.regularise', { type: 'Regularise' }, 'gao'],
  ['aid.leave', { type: 'LeaveAid', cause: 'health', files: [], why }, 'li', 'he'],
  ['aid.leave', { type: 'LeaveAid', cause: 'other', files: ['f2'], why }, 'tao'],
  ['aid.changeLawyer', { type: 'AskForChange', why }, 'bao'],
  ['aid.suspend', { type: 'SuspendAid', files: ['f3'], until: '2026-10-20' }, 'li'],
  ['aid.suspend', { type: 'SuspendAid', files: ['f3'] }, 'li', 'he'],
  ['aid.resume', { type: 'ResumeAid' }, 'li'],
  ['aid.ended', { type: 'EndCase', on: '2026-09-29' }, 'li', 'he'],
  ['aid.terminate', { type: 'TerminateAid', article: '48-6', why }, 'gao', 'ma'],
  ['aid.terminationTold', { type: 'TellTermination', how: why }, 'gao'],
  ['aid.object', { type: 'ObjectToAid', why }, 'bao'],
  ['aid.rule', { type: 'RuleObjection', decision: 'uphold', why }, 'sun'],
  ['aid.rule', { type: 'RuleObjection', decision: 'correct', why }, 'sun'],
  ['aid.falsePromise', { type: 'DoubtPromise', what: why }, 'gao'],
  ['aid.ruleFalsePromise', { type: 'RuleDoubt', found: true, why }, 'sun'],
  ['aid.documentSigned', { type: 'FileSigned', document: 'mandate', files: ['f4'] }, 'gao'],
  ['aid.renumber', { type: 'Renumber', why }, 'gao'],
]
export const tries: Try[] = acts.flatMap(([action, command, ...who]) => who.map((who) => ({ who, action, command })))

/** Commands that the rules refuse from whoever gives them here, however far the matter is. */
export const never: Try[] = [
  { who: 'gaoAbove', action: 'aid.rule', command: { type: 'RuleObjection', decision: 'correct', why } },
  { who: 'li', action: 'aid.leave', command: { type: 'LeaveAid', cause: 'other', files: [], why } },
  { who: 'li', action: 'aid.suspend', command: { type: 'SuspendAid', files: [] } },
  { who: 'li', action: 'aid.ended', command: { type: 'EndCase', on: '2026-09-28' } },
  { who: 'wu', action: 'aid.object', command: { type: 'ObjectToAid', why } },
  { who: 'wu', action: 'aid.changeLawyer', command: { type: 'AskForChange', why } },
  { who: 'gao', action: 'aid.ruleFalsePromise', command: { type: 'RuleDoubt', found: true, why } },
  { who: 'sun', action: 'aid.terminate', command: { type: 'TerminateAid', article: '48-6', why } },
]

const person = (birth?: string) => ({
  applicant: { name: '包某', phone: '13812345678', ...(birth && { birth }) },
  story: '密语：事情的经过',
  parties: [],
  groups: [],
})
const { place, tell } = submission() as Extract<AidCommand, { type: 'SubmitAid' }>
const notice = (ground: 'minor' | 'life-or-death', birth?: string): Try => ({
  who: 'gao',
  action: 'aid.criminalNotice',
  command: {
    type: 'ReceiveNotice',
    for: 'other',
    place,
    topic: 'criminal',
    evidence: [],
    helper: { id: 'gao', name: '高审查' },
    tell,
    organ: 'court',
    ground,
    receivedAt: '2026-09-28T15:00:00.000+08:00',
    personal: { ...person(birth), criminal: { organName: '旗法院', offence: '密语：罪名' } },
  },
})
const asks = (more: object = {}): Try => ({ who: 'bao', action: 'aid.submit', command: submission(more) })

/** How a matter may begin. */
export const beginnings = {
  plain: asks({ personal: person() }),
  urgent: asks({ personal: { ...person(), deadline: '2026-10-02' } }),
  later: asks({ personal: { ...person(), employment: { ended: '2025-10-20' } } }),
  custody: asks({ custody: { askedAt: '2026-09-28T11:00:00.000+08:00', through: 'organ' }, personal: person() }),
  minor: notice('minor', '2010-05-01'),
  gravest: notice('life-or-death'),
}
