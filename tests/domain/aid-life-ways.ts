import fc from 'fast-check'
import type { AidCommand } from '@/domain/aid-commands'
import { reassign, supply } from './aid-given'
import { actors, type Try, type Who } from './aid-life-acts'
import { ALL_FREE, all, type Life, type Move } from './aid-lives'

/** Which lives chance makes: the beginning of a usual way, and then anything. */

const whos = Object.keys(actors) as Who[]
const move: fc.Arbitrary<Move> = fc
  .record({
    hours: fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(900) }),
    which: fc.nat(all.length - 1),
    free: fc.nat(ALL_FREE),
    hit: fc.boolean(),
    fits: fc.boolean(),
    wrong: fc.option(fc.constantFrom(...whos), { freq: 6 }),
    swept: fc.boolean(),
  })
  .map(({ wrong, ...rest }) => ({ ...rest, ...(wrong && { instead: wrong }) }))

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
/** A usual step: the command of this type by this person, with whatever else is said of it. */
const did = (who: Who, type: AidCommand['type'], more: Partial<Move> = {}, said: object = {}): Move => {
  const is = ({ who: by, command }: Try) =>
    by === who &&
    command.type === type &&
    Object.entries(said).every(([key, value]) => same(command[key as never], value))
  const which = all.findIndex(is)
  if (which < 0) throw new Error(`${who} never gives ${type}`)
  return {
    which,
    hours: 1,
    free: ALL_FREE,
    hit: false,
    fits: false,
    swept: true,
    ...more,
  }
}
const worked = [did('gao', 'GrantAid'), did('li', 'AnswerConflict'), did('li', 'TakeAid')]
const over = [...worked, did('li', 'CloseAid'), did('gao', 'ReviewClose', { hit: true })]
const objected = [did('bao', 'ObjectToAid'), did('sun', 'RuleObjection', {}, { decision: 'correct' })]
const refused = [did('gao', 'RefuseAid'), did('ma', 'ConfirmRefusal')]
const first = did('gao', 'ProvideFirst')
const left = [...worked, did('li', 'LeaveAid')]
const hes = [did('he', 'AnswerConflict'), did('he', 'TakeAid')]
const resting = did('li', 'SuspendAid', {}, { until: '2026-10-20' })
/** The usual ways, each from its beginning. */
const ways: [Life['begins'], Move[]][] = [
  ['plain', [...over, did('bao', 'RateAid'), did('gao', 'ReportContact'), did('gao', 'ReportRectified')]],
  ['plain', [...over, did('ma', 'ReportCallBack'), did('gao', 'ReportContact')]],
  ['plain', [...worked, did('li', 'ReportMandate'), did('li', 'ReportContact'), did('zhou', 'SwapLawyer')]],
  ['plain', [...worked, did('bao', 'ChangeParties', { hit: true }), did('ma', 'RuleChange')]],
  [
    'plain',
    [
      did('gao', 'ListPapers'),
      did('bao', 'SupplyPapers'),
      did('gao', 'SupplyPapers'),
      did('sun', 'ListPapers'),
      did('bao', 'SupplyPapers', {}, supply('photo')),
    ],
  ],
  ['plain', [did('gao', 'ListPapers'), did('gao', 'RevealNumber', { hours: 900 }), did('gao', 'DeemWithdrawn')]],
  ['later', [did('gao', 'RefuseAid'), did('sun', 'Reassign', { hours: 800 })]],
  ['plain', [did('sun', 'Reassign', {}, reassign('ma')), did('sun', 'Reassign', {}, reassign('gao', '高审查'))]],
  ['plain', [did('gao', 'GrantAid', { free: 0 }), did('ma', 'AssignAid')]],
  [
    'plain',
    [did('gao', 'GrantAid', { free: 0 }), did('gao', 'TerminateAid'), did('bao', 'ObjectToAid', { hours: 300 })],
  ],
  [
    'urgent',
    [first, did('gao', 'ListPapers'), did('bao', 'SupplyPapers'), did('gao', 'SupplyPapers'), did('gao', 'Regularise')],
  ],
  ['urgent', [did('gao', 'ListPapers'), { ...first, free: 0 }, did('ma', 'AssignAid'), did('gao', 'TerminateAid')]],
  [
    'urgent',
    [first, did('li', 'AnswerConflict'), did('li', 'TakeAid'), did('li', 'CloseAid'), did('gao', 'ReviewClose')],
  ],
  ['plain', [...left, ...hes, did('he', 'LeaveAid'), did('sun', 'RuleChange')]],
  [
    'plain',
    [...left, ...hes, did('he', 'LeaveAid'), did('bao', 'AskForChange'), did('sun', 'RuleChange', {}, { ok: false })],
  ],
  [
    'plain',
    [...worked, did('bao', 'AskForChange'), did('bao', 'ChangeParties', { hit: true }), did('ma', 'RuleChange')],
  ],
  ['plain', [...worked, did('bao', 'AskForChange'), did('li', 'CloseAid'), did('ma', 'ReviewClose')]],
  [
    'plain',
    [
      ...worked,
      did('bao', 'AskForChange'),
      did('zhou', 'SwapLawyer'),
      did('tao', 'AnswerConflict'),
      did('tao', 'LeaveAid'),
    ],
  ],
  [
    'plain',
    [
      ...worked,
      resting,
      did('li', 'ReportProgress'),
      did('li', 'ResumeAid'),
      did('li', 'EndCase'),
      did('li', 'CloseAid'),
    ],
  ],
  ['plain', [...worked, resting, did('zhou', 'SwapLawyer'), did('tao', 'ReportContact'), did('gao', 'TerminateAid')]],
  ['plain', [...worked, resting, did('li', 'CloseAid'), did('ma', 'ReviewClose'), did('li', 'EndCase')]],
  ['plain', [...worked, did('li', 'EndCase'), did('li', 'ReportProgress'), did('li', 'LeaveAid')]],
  [
    'plain',
    [...worked, did('gao', 'TerminateAid'), did('gao', 'TellTermination'), ...objected, did('ma', 'AssignAid')],
  ],
  [
    'plain',
    [
      ...worked,
      did('gao', 'TerminateAid'),
      ...objected,
      did('gao', 'TellTermination'),
      did('ma', 'TerminateAid'),
      did('bao', 'ObjectToAid'),
    ],
  ],
  ['plain', [...refused, ...objected, did('ma', 'AssignAid'), did('gao', 'TerminateAid'), did('bao', 'ObjectToAid')]],
  [
    'plain',
    [
      ...refused,
      did('bao', 'ObjectToAid'),
      did('gaoAbove', 'RuleObjection'),
      did('sun', 'RuleObjection'),
      did('bao', 'ObjectToAid'),
    ],
  ],
  [
    'plain',
    [
      did('gao', 'DoubtPromise'),
      did('gao', 'GrantAid'),
      did('gao', 'RuleDoubt'),
      did('sun', 'RuleDoubt'),
      did('gao', 'Renumber'),
    ],
  ],
  ['minor', [did('ma', 'AssignAid'), did('gao', 'TellOrgan'), did('he', 'AnswerConflict', {}, { conflict: true })]],
  [
    'gravest',
    [
      did('ma', 'AssignAid', { hours: 900 }, { lawyer: 'li' }),
      did('ma', 'AssignAid', { hours: 900 }, { lawyer: 'li' }),
    ],
  ],
  ['gravest', [did('ma', 'AssignAid', { free: 1 }), did('ma', 'AssignAid'), did('gao', 'TellOrgan')]],
  ['urgent', [did('ma', 'ProvideFirst'), did('he', 'AnswerConflict')]],
  ['gravest', [did('ma', 'AssignAid'), did('he', 'AnswerConflict'), did('he', 'TakeAid'), did('gao', 'TellOrgan')]],
  [
    'gravest',
    [did('gao', 'TakeNote', { hours: 1600 }), did('ma', 'AssignAid', {}, { lawyer: 'li' }), did('zhou', 'SwapLawyer')],
  ],
  [
    'plain',
    [
      did('ma', 'GrantAid'),
      did('li', 'AnswerConflict'),
      did('li', 'TakeAid'),
      did('li', 'SuspendAid', {}, { until: undefined }),
    ],
  ],
  ['plain', [did('gao', 'GrantAid', {}, { form: 'drafting' }), did('li', 'AnswerConflict'), did('li', 'TakeAid')]],
  ['plain', [did('ma', 'TransferAid')]],
  ['plain', [did('gao', 'GrantAid', {}, { lawyer: 'he' }), ...hes]],
  ['plain', [...worked, did('li', 'ChangeParties'), did('bao', 'WithdrawAid')]],
  ['custody', [...worked, did('li', 'ReportProgress', {}, { change: false })]],
  ['custody', [...over, did('bao', 'RateAid', {}, { stars: 5 })]],
  ['plain', [...left, ...hes, did('he', 'ReportProgress'), did('he', 'SuspendAid'), did('he', 'EndCase')]],
  ['plain', [...over, did('sun', 'ReportCallBack')]],
  [
    'plain',
    [
      did('gao', 'GrantAid', { free: 4 }),
      did('tao', 'AnswerConflict'),
      did('tao', 'TakeAid'),
      did('tao', 'ReportContact'),
      did('tao', 'ReportMandate'),
    ],
  ],
  ['plain', [did('gao', 'GrantAid', { free: 4 }), did('zhou', 'SwapLawyer', {}, { lawyer: 'li' })]],
  ['plain', [...left, did('he', 'AnswerConflict', {}, { conflict: true })]],
  ['plain', [...left, ...hes, did('he', 'CloseAid'), did('gao', 'ReviewClose')]],
  ['plain', [did('gao', 'RefuseAid'), did('ma', 'ConfirmRefusal', {}, { ok: false })]],
  ['plain', [...worked, did('bao', 'ChangeParties', { hit: true }), did('gao', 'RuleChange', {}, { ok: true })]],
  ['later', [did('system', 'LookAtUrgency', { hours: 500, swept: false })]],
]

/** Each usual way to its end, and nothing besides. */
export const usual: Life[] = ways.map(([begins, moves]) => ({ begins, moves }))

/** Some of a usual way, then anything: half of it knocks at whatever door, half takes the next that is open. */
export const life: fc.Arbitrary<Life> = fc
  .tuple(fc.constantFrom(...ways), fc.oneof(fc.nat(9), fc.constant(9)), fc.array(move, { maxLength: 8, size: 'max' }))
  .map(([[begins, way], far, moves]) => ({ begins, moves: [...way.slice(0, far), ...moves] }))
