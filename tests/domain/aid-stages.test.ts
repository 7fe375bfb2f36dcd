import { describe, expect, it } from 'vitest'
import { aid } from '@/domain/aid'
import type { AidCommand } from '@/domain/aid-commands'
import { isRefusal } from '@/domain/decider'
import { type Act, circumstances, given, he, li, matching, people, submission, t, tao } from '../given'
import {
  asked,
  callBack,
  clear,
  close,
  closed,
  closing,
  confirmRefusal,
  conflict,
  contact,
  deem,
  frozen,
  grant,
  inHand,
  list,
  mandate,
  note,
  owing,
  parties,
  rate,
  rated,
  reassign,
  rectified,
  refused,
  refusing,
  report,
  review,
  ring,
  rule,
  searching,
  submitted,
  supply,
  swap,
  take,
  transfer,
  transferred,
  unconfirmed,
  withdraw,
  withdrawn,
} from './aid-given'

type Row = [name: string, by: Act[1], command: AidCommand, answers: Record<string, string>]
const stages: Record<string, Act[]> = {
  submitted,
  owing,
  unconfirmed,
  searching,
  asked,
  clear,
  inHand,
  frozen,
  closing,
  closed,
  rated,
  refused,
  transferred,
  withdrawn,
}
const everywhere = (answer: string, but: Record<string, string> = {}) =>
  Object.fromEntries(Object.keys(stages).map((stage) => [stage, but[stage] ?? answer]))
const same = (answer: string, ...which: string[]) => Object.fromEntries(which.map((stage) => [stage, answer]))

const unassigned = 'aid.not-assigned'
const unanswered = 'aid.conflict-unanswered'
const undecided = 'aid.not-awaiting-review'
const over = 'aid.already-closed'
const decided = ['searching', 'asked', 'clear', 'inHand', 'frozen', 'closing', 'closed', 'rated']
const ended = ['closed', 'rated', 'refused', 'transferred', 'withdrawn']
/** Somebody else decided on it: a lost race, which tells who was first. */
const lost = same('matter.changed', 'owing', 'unconfirmed', ...decided, 'refused', 'transferred')
/** What each command comes to in each stage: its events, nothing to do, or its own refusal. */
const table: Row[] = [
  ['submit', 'bao', submission(), everywhere('aid.already-submitted')],
  [
    'grant',
    'gao',
    grant(),
    everywhere(undecided, {
      submitted: 'AidGranted LawyerAssigned',
      ...same('nothing', ...decided),
    }),
  ],
  ['list', 'ma', list(), everywhere(undecided, { submitted: 'PapersListed', ...lost })],
  ['supply', 'bao', supply('id', 'contract'), everywhere('aid.nothing-owed', { owing: 'PapersSupplied' })],
  ['deem withdrawn', 'gao', deem, everywhere('aid.nothing-owed', { owing: 'aid.ring-first', withdrawn: over })],
  ['refuse', 'ma', refusing, everywhere(undecided, { submitted: 'RefusalProposed', ...lost })],
  [
    'confirm the refusal',
    'sun',
    confirmRefusal(true),
    everywhere('aid.no-refusal-to-confirm', { unconfirmed: 'AidRefused', refused: 'matter.changed' }),
  ],
  [
    'hand over',
    'ma',
    transfer,
    everywhere(undecided, { submitted: 'AidTransferred', ...lost, owing: 'AidTransferred' }),
  ],
  [
    'assign',
    'ma',
    { type: 'AssignAid' },
    everywhere('aid.not-waiting-for-a-lawyer', {
      searching: 'LawyerAssigned',
      ...same('matter.changed', 'asked', 'clear', 'inHand', 'frozen'),
    }),
  ],
  [
    'rule on the change',
    'ma',
    rule(true),
    everywhere('aid.no-change-asked', { frozen: 'ChangeRuled LawyerReleased LawyerAssigned' }),
  ],
  [
    'other parties',
    'bao',
    parties('另一家'),
    everywhere('PartiesChanged', {
      ...same('PartiesChanged ConflictAskedAgain', 'clear', 'inHand'),
      ...same(over, 'closing', ...ended),
    }),
  ],
  [
    'fill in',
    'bao',
    { type: 'CompleteAid', evidence: [], personal: { body: '法院' } },
    everywhere('AidCompleted', same(over, 'closing', ...ended)),
  ],
  [
    'no conflict',
    'li',
    conflict(false),
    everywhere(unassigned, { asked: 'ConflictDenied', ...same('nothing', 'clear', 'inHand'), frozen: 'aid.frozen' }),
  ],
  [
    'conflict',
    'li',
    conflict(true),
    everywhere(unassigned, {
      asked: 'LawyerReleased LawyerAssigned',
      ...same('aid.conflict-answered', 'clear', 'inHand'),
      frozen: 'aid.frozen',
    }),
  ],
  [
    'confirm',
    'zhou',
    { type: 'ConfirmAssignment' },
    everywhere(unassigned, { ...same('AssignmentConfirmed', 'asked', 'clear', 'inHand'), frozen: 'aid.frozen' }),
  ],
  [
    'swap',
    'zhou',
    swap('tao'),
    everywhere(unassigned, { ...same('LawyerSwapped', 'asked', 'clear', 'inHand'), frozen: 'aid.frozen' }),
  ],
  [
    'take',
    'li',
    take,
    everywhere(unassigned, { asked: unanswered, clear: 'AidTaken', ...same('nothing', 'inHand', 'frozen') }),
  ],
  [
    'contacted',
    'li',
    contact,
    everywhere(unassigned, {
      asked: unanswered,
      clear: 'ClientContacted AidTaken',
      inHand: 'ClientContacted',
      frozen: 'aid.frozen',
    }),
  ],
  ['contacted by the centre', 'gao', contact, everywhere('aid.nothing-to-rectify', { rated: 'ClientContacted' })],
  [
    'signed',
    'li',
    mandate,
    everywhere(unassigned, {
      asked: unanswered,
      clear: 'MandateSigned AidTaken',
      inHand: 'MandateSigned',
      frozen: 'aid.frozen',
    }),
  ],
  [
    'report',
    'li',
    report('开庭了'),
    everywhere('aid.not-in-hand', { inHand: 'ProgressReported', frozen: 'aid.frozen' }),
  ],
  [
    'close',
    'li',
    close,
    everywhere('aid.not-in-hand', {
      inHand: 'AidClosed',
      frozen: 'aid.frozen',
      closing: 'nothing',
      ...same(over, 'closed', 'rated'),
    }),
  ],
  [
    'review',
    'gao',
    review(true),
    everywhere('aid.not-closing', { closing: 'CloseReviewed', ...same('nothing', 'closed', 'rated') }),
  ],
  ['rate', 'bao', rate(5), everywhere('aid.not-closed-yet', { closed: 'AidRated', rated: 'aid.already-rated' })],
  ['call back', 'ma', callBack(true, 5), everywhere('aid.no-call-back')],
  ['put right', 'gao', rectified, everywhere('aid.nothing-to-rectify', { rated: 'aid.speak-first' })],
  [
    'reassign',
    'sun',
    reassign('sun', '孙督查'),
    everywhere('ResponsibleChanged', {
      ...same('aid.with-the-lawyer', 'asked', 'clear', 'inHand'),
      ...same(over, ...ended),
      rated: 'ResponsibleChanged',
    }),
  ],
  ['note', 'gao', note, everywhere('NoteTaken', { ...same(over, ...ended), rated: 'NoteTaken' })],
  ['ring', 'gao', ring, everywhere('NumberRevealed', { ...same(over, ...ended), rated: 'NumberRevealed' })],
  [
    'withdraw',
    'bao',
    withdraw,
    everywhere('AidWithdrawn', { ...same(over, 'closing', ...ended), withdrawn: 'nothing' }),
  ],
]

describe('every command in every stage', () => {
  for (const [name, by, command, answers] of table)
    it.each(Object.entries(answers))(`${name}, in %s: %s`, (stage, answer) => {
      const before = given(...(stages[stage] ?? []))
      const { refusal, events, state } = before.when('2026-10-23 11:00', by, command, [li, he, tao])
      const own = events.map(({ type }) => type).filter((type) => !type.startsWith('Clock'))
      expect(refusal?.refused ?? (own.join(' ') || 'nothing')).toBe(answer)
      if (refusal) expect(state).toBe(before.state)
    })
  it('before there is a matter everything but a submission is not found', () => {
    for (const [name, by, command] of table.slice(1)) {
      const decided = aid.decide(aid.initial, command, circumstances(t('2026-09-30 10:00'), people[by], matching([li])))
      expect(isRefusal(decided) && decided.refused, name).toBe('aid.not-found')
    }
  })
})
