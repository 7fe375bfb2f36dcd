import { describe, expect, it } from 'vitest'
import { aid } from '@/domain/aid'
import type { AidCommand } from '@/domain/aid-types'
import { isRefusal } from '@/domain/decider'
import { type Act, circumstances, given, li, matching, people, submission, t } from '../given'
import {
  asked,
  clear,
  close,
  closed,
  closing,
  conflict,
  grant,
  inHand,
  report,
  review,
  searching,
  submitted,
  take,
  withdraw,
  withdrawn,
} from './aid-given'

type Row = [name: string, by: Act[1], command: AidCommand, answers: Record<string, string>]
const stages: Record<string, Act[]> = { submitted, searching, asked, clear, inHand, closing, closed, withdrawn }
const everywhere = (answer: string, but: Record<string, string> = {}) =>
  Object.fromEntries(Object.keys(stages).map((stage) => [stage, but[stage] ?? answer]))

const unassigned = 'aid.not-assigned'
const unanswered = 'aid.conflict-unanswered'
/** What each command comes to in each stage: its events, nothing to do, or its own refusal. */
const table: Row[] = [
  ['submit', 'bao', submission(), everywhere('aid.already-submitted')],
  [
    'grant',
    'gao',
    grant(),
    everywhere('nothing', { submitted: 'AidGranted LawyerAssigned', withdrawn: 'aid.not-awaiting-review' }),
  ],
  [
    'no conflict',
    'li',
    conflict(false),
    everywhere(unassigned, { asked: 'ConflictDenied', clear: 'nothing', inHand: 'nothing' }),
  ],
  [
    'conflict',
    'li',
    conflict(true),
    everywhere(unassigned, {
      asked: 'LawyerReleased LawyerAssigned',
      clear: 'aid.conflict-answered',
      inHand: 'aid.conflict-answered',
    }),
  ],
  ['take', 'li', take, everywhere(unassigned, { asked: unanswered, clear: 'AidTaken', inHand: 'nothing' })],
  [
    'contacted',
    'li',
    { type: 'ReportContact', how: 'call' },
    everywhere(unassigned, { asked: unanswered, clear: 'ClientContacted AidTaken', inHand: 'ClientContacted' }),
  ],
  [
    'signed',
    'li',
    { type: 'ReportMandate' },
    everywhere(unassigned, { asked: unanswered, clear: 'MandateSigned AidTaken', inHand: 'MandateSigned' }),
  ],
  ['report', 'li', report('开庭了'), everywhere('aid.not-in-hand', { inHand: 'ProgressReported' })],
  [
    'close',
    'li',
    close,
    everywhere('aid.not-in-hand', { inHand: 'AidClosed', closing: 'aid.already-closed', closed: 'aid.already-closed' }),
  ],
  ['review', 'gao', review(true), everywhere('aid.not-closing', { closing: 'CloseReviewed', closed: 'nothing' })],
  [
    'withdraw',
    'bao',
    withdraw,
    everywhere('AidWithdrawn', { closing: 'aid.already-closed', closed: 'aid.already-closed', withdrawn: 'nothing' }),
  ],
]

describe('every command in every stage', () => {
  for (const [name, by, command, answers] of table)
    it.each(Object.entries(answers))(`${name}, in %s: %s`, (stage, answer) => {
      const before = given(...(stages[stage] ?? []))
      const { refusal, events, state } = before.when('2026-10-21 11:00', by, command)
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
