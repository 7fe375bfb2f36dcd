import { personRoles } from './decider'
import { aidTurnPermissions } from './permission-aid-turns'
import { classPermissions } from './permission-classes'
import { grievancePermissions, helping, holders, reported, unitRoles } from './permission-grievance'
import { privacyPermissions } from './permission-privacy'
import type { PermissionRow } from './permission-row'
import { visited, visitPermissions, visitStanding } from './permission-visit'

const people = personRoles
const everybody = [...people, 'visitor'] as const
const clerks = ['town', 'department', 'centre'] as const
const enterers = ['resident', 'village', 'guide', ...clerks] as const
const open = ['submitted', 'supplementing', 'refusal-unconfirmed', 'granted-unassigned', 'assigned', 'in-hand'] as const
/** Papers come back signed after the end too, but not where nothing came of it here. */
const ever = [...open, 'closing', 'closed', 'archived', 'refused', 'objected', 'terminated'] as const
const held = ['assigned', 'in-hand'] as const
/** Over for the lawyer; for the centre something is still to do. */
const ended = ['closed', 'terminated', 'objected'] as const
const granted = ['granted-unassigned', ...held] as const
const readers = [
  'applicant',
  'helper',
  'unsure-helper',
  'proposed',
  'lawyer',
  'organisation',
  'centre',
  'supervisor',
] as const
const questionReaders = ['offered', 'taker', 'caller'] as const
/** Who answers questions: a lawyer, or whoever of a town or the centre stands in a seat. */
const answerers = ['lawyer', 'town', 'centre'] as const
const askers = ['resident', 'visitor', 'village', 'guide', ...clerks] as const
const asking = ['applicant', 'helper', 'centre'] as const
const unanswered = ['open', 'taken', 'routed'] as const
const managers = ['centre', 'town'] as const
/** Who telephones where no letter reached her. */
const ringers = ['village', 'town', 'centre', 'command'] as const
const grievanceReaders = ['command', 'former', ...holders, ...helping] as const
const rostered = ['lawyer', 'village', 'guide', 'town', 'centre', 'command'] as const

/** The one table: the door guards with it, every view's `can` is read from it, the API description quotes it. */
export const permissions: Record<string, PermissionRow> = {
  ...privacyPermissions,
  ...classPermissions,
  'session.me': { roles: people },
  'session.actAs': { roles: people },
  'session.bind': { roles: people },
  'file.begin': { roles: people },
  'file.arrived': { roles: people },
  'file.link': { roles: everybody, byCode: true },
  'unit.list': { roles: everybody },
  'circle.show': { roles: everybody },
  'language.table': { roles: everybody },
  'circle.plate': { roles: [...rostered, 'supervisor', 'admin'] },
  'rota.whoIsOn': { roles: [...rostered, 'supervisor', 'admin'] },
  'rota.shifts': { roles: [...rostered, 'supervisor', 'admin'] },
  'rota.seats': { roles: [...rostered, 'supervisor', 'admin'] },
  'rota.board': { roles: [...managers, 'supervisor', 'admin'] },
  'rota.saveSeat': { roles: managers },
  'rota.saveLayer': { roles: managers },
  'rota.removeLayer': { roles: managers },
  'rota.saveFestival': { roles: managers },
  'rota.override': { roles: managers },
  'rota.cancelOverride': { roles: managers },
  'rota.preview': { roles: managers },
  'rota.publish': { roles: managers },
  'rota.publications': { roles: [...managers, 'supervisor'] },
  'rota.draft': { roles: ['centre'] },
  'rota.draftGet': { roles: ['centre', 'supervisor'] },
  'rota.draftChange': { roles: ['centre'] },
  'rota.rehearse': { roles: ['centre', 'supervisor'] },
  'rota.leave': { roles: rostered },
  'rota.leaveBack': { roles: rostered },
  'rota.away': { roles: rostered },
  'rota.swapAsk': { roles: rostered },
  'rota.swapAnswer': { roles: rostered },
  'rota.mine': { roles: rostered },
  'rota.takeOver': { roles: rostered },
  'rota.handOver': { roles: rostered },
  'rota.handOverSeen': { roles: rostered },
  'rota.wish': { roles: rostered },
  'rota.fairness': { roles: [...rostered, 'supervisor'] },
  'rota.calendarLink': { roles: rostered },
  'figures.eight': { roles: ['centre', 'supervisor'] },
  'figures.coverage': { roles: ['centre', 'supervisor'] },
  'notice.list': { roles: people },
  'notice.templates': { roles: people },
  'notice.agree': { roles: people },
  'notice.seen': { roles: people },
  'notice.of': { roles: everybody, byCode: true },
  'notice.calls': { roles: ringers },
  'notice.ring': { roles: ringers },
  'notice.rung': { roles: ringers },
  'matter.get': {
    roles: everybody,
    on: { standing: [...readers, ...questionReaders, ...grievanceReaders, ...visitStanding] },
    byCode: true,
  },
  'matter.list': { roles: people },
  'matter.track': { roles: everybody },
  'desk.list': {
    roles: ['lawyer', 'organisation', 'village', 'guide', 'town', 'department', 'centre', 'command', 'supervisor'],
  },
  'slip.print': { roles: ['village', 'town', 'centre'] },
  'aid.submit': { roles: enterers },
  'aid.submitGroup': { roles: clerks },
  'aid.group': { roles: [...clerks, 'supervisor'], on: { standing: ['centre', 'supervisor', 'helper'] } },
  'aid.complete': { roles: enterers, on: { standing: ['applicant', 'helper', 'centre'], stages: open } },
  // Provided first, it is held while its papers are still asked for.
  'aid.supplementList': {
    roles: ['centre', 'supervisor'],
    on: { standing: ['centre', 'supervisor'], stages: ['submitted', 'supplementing', ...granted] },
  },
  'aid.supplement': {
    roles: enterers,
    on: { standing: ['applicant', 'helper', 'centre'], stages: ['supplementing', ...granted] },
  },
  'aid.deemedWithdrawn': { roles: ['centre'], on: { standing: ['centre'], stages: ['supplementing'] } },
  'aid.parties': {
    roles: [...enterers, 'lawyer'],
    on: { standing: ['applicant', 'helper', 'centre', 'lawyer'], stages: open },
  },
  'aid.candidates': {
    roles: ['centre', 'organisation'],
    on: { standing: ['centre', 'organisation'], stages: ['submitted', 'granted-unassigned', ...held] },
  },
  'aid.grant': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted'] } },
  'aid.refuse': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted'] } },
  'aid.confirmRefusal': {
    roles: ['centre', 'supervisor'],
    on: { standing: ['centre', 'supervisor'], stages: ['refusal-unconfirmed'] },
  },
  'aid.transfer': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted', 'supplementing'] } },
  'aid.assign': { roles: ['centre'], on: { standing: ['centre'], stages: ['granted-unassigned'] } },
  'ledger.allowances': { roles: ['centre', 'supervisor'] },
  'ledger.allowanceSheet': { roles: ['centre', 'supervisor'] },
  'ledger.numbers': { roles: ['centre', 'supervisor'] },
  'ledger.numbersSheet': { roles: ['centre', 'supervisor'] },
  'ledger.mapping': { roles: ['centre', 'supervisor'] },
  'ledger.export': { roles: ['centre', 'supervisor'] },
  'aid.batch': { roles: ['centre', 'supervisor'] },
  'aid.batchAssign': { roles: ['centre'] },
  'aid.conflictAnswer': { roles: ['lawyer'], on: { standing: ['proposed', 'lawyer'], stages: held } },
  'aid.confirm': { roles: ['organisation'], on: { standing: ['organisation'], stages: held } },
  'aid.swapInside': { roles: ['organisation'], on: { standing: ['organisation'], stages: held } },
  'aid.take': { roles: ['lawyer'], on: { standing: ['proposed', 'lawyer'], stages: ['assigned'] } },
  'aid.contacted': {
    roles: ['lawyer', 'centre'],
    on: { standing: ['lawyer', 'proposed', 'centre'], stages: [...held, 'closed'] },
  },
  'aid.signed': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['assigned', 'in-hand'] } },
  'aid.report': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['in-hand'] } },
  'aid.close': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['in-hand'] } },
  'aid.reviewClose': { roles: ['centre'], on: { standing: ['centre'], stages: ['closing'] } },
  // By the person herself, never on the helper's or the lawyer's phone.
  'aid.rate': { roles: ['resident'], on: { standing: ['applicant'], stages: ['closed'] } },
  'aid.calledBack': { roles: ['centre', 'supervisor'], on: { standing: ['centre', 'supervisor'], stages: ['closed'] } },
  'aid.rectified': { roles: ['centre'], on: { standing: ['centre'], stages: ['closed'] } },
  // Who has no account says it to whoever entered it, or to the centre.
  'aid.withdraw': {
    roles: enterers,
    on: { standing: ['applicant', 'helper', 'centre'], stages: open },
  },
  ...aidTurnPermissions,
  // Which papers, and when, stands in aid-documents.ts.
  'aid.document': {
    roles: ['resident', 'lawyer', 'organisation', 'centre', 'supervisor'],
    on: { standing: ['applicant', 'lawyer', 'organisation', 'centre', 'supervisor'] },
  },
  'aid.documentSigned': {
    roles: ['resident', 'lawyer', 'centre', 'supervisor'],
    on: { standing: ['applicant', 'lawyer', 'centre', 'supervisor'], stages: ever },
  },
  'aid.renumber': { roles: ['centre'], on: { standing: ['centre'], stages: ever } },
  'question.ask': { roles: askers },
  // Whoever of the people on duty comes first; who isn't asked and isn't on duty is told so.
  'question.take': {
    roles: answerers,
    on: { standing: ['offered', 'centre', 'colleague', 'taker'], stages: ['open', 'taken'] },
  },
  // Who says it twice, or after somebody took it, is told who has it.
  'question.pass': {
    roles: answerers,
    on: { standing: ['offered', 'taker', 'centre', 'colleague'], stages: ['open', 'taken'] },
  },
  'question.card': { roles: [...answerers, 'village', 'guide', 'supervisor', 'command'] },
  'question.messages': {
    roles: everybody,
    on: { standing: ['applicant', 'helper', 'taker', 'caller', 'centre', 'supervisor'] },
    byCode: true,
  },
  'question.message': {
    roles: everybody,
    on: { standing: ['applicant', 'taker', 'caller'], stages: ['open', 'taken', 'routed', 'answered'] },
    byCode: true,
  },
  'question.answer': {
    roles: answerers,
    on: { standing: ['taker', 'caller', 'centre', 'colleague'], stages: ['taken', 'routed'] },
  },
  'question.declareHire': {
    roles: answerers,
    on: { standing: ['taker', 'caller'], stages: ['taken', 'routed', 'answered'] },
  },
  'question.route': { roles: answerers, on: { standing: ['taker', 'caller', 'centre'], stages: unanswered } },
  'question.ringLater': { roles: askers, on: { standing: asking, stages: unanswered }, byCode: true },
  'question.calledBack': {
    roles: [...answerers, 'command', 'supervisor'],
    on: { standing: ['caller', 'centre'], stages: ['routed'] },
  },
  // By herself, never on the phone of whoever helped her; who has no account says it to the centre.
  'question.helped': {
    roles: askers,
    on: { standing: ['applicant', 'centre'], stages: ['answered'] },
    byCode: true,
  },
  // Who has no account says it to whoever entered it, or to the centre.
  'question.withdraw': { roles: askers, on: { standing: asking, stages: unanswered }, byCode: true },
  ...grievancePermissions,
  ...visitPermissions,
  'notice.papers': { roles: [...unitRoles, 'command', 'supervisor'] },
  'notice.paper': { roles: [...unitRoles, 'command', 'supervisor'] },
  'notice.document': {
    roles: [...unitRoles, 'command', 'supervisor'],
    on: { standing: [...holders, 'command', 'supervisor', 'former'] },
  },
  'catalogue.get': { roles: [...unitRoles, 'command', 'supervisor', 'admin'] },
  'catalogue.save': { roles: ['command', 'supervisor', 'admin'] },
  'catalogue.units': { roles: ['town', 'command', 'supervisor', 'admin'] },
  'knowledge.search': { roles: everybody },
  'knowledge.get': { roles: everybody },
  'knowledge.save': { roles: ['centre', 'command', 'supervisor', 'admin'] },
  'knowledge.remove': { roles: ['centre', 'command', 'supervisor', 'admin'] },
  'figures.bulletin': { roles: [...unitRoles, 'command', 'supervisor'] },
  'figures.bulletinMatters': { roles: ['command', 'supervisor'] },
  'figures.bulletinSheet': { roles: ['command', 'supervisor'] },
  'figures.gaming': { roles: ['supervisor'] },
  'figures.clusters': { roles: ['town', 'command', 'centre', 'supervisor'] },
  'figures.mediationDay': { roles: ['town', 'command', 'centre', 'supervisor'] },
  // Whoever has to speak with the person, and nobody before the conflict question.
  'matter.callLog': {
    roles: ['lawyer', 'guide', ...unitRoles, 'centre', 'command', 'supervisor'],
    on: {
      standing: ['lawyer', 'taker', 'caller', 'centre', 'supervisor', 'command', 'handler', ...visitStanding],
      stages: [...open, 'closing', ...ended, ...unanswered, 'answered', ...reported, ...visited],
    },
  },
  // By whoever has it or leads it, never by whoever entered it.
  'matter.consentChecked': {
    roles: ['lawyer', 'town', 'department', 'centre', 'command', 'supervisor'],
    on: {
      standing: ['centre', 'supervisor', 'lawyer', 'taker', 'caller', 'command', ...visitStanding],
      stages: [...open, 'closing', ...ended, ...unanswered, 'answered', ...reported, ...visited],
    },
  },
  // What she said is written down by whoever has it, or whose desk it lies on, and may hear her.
  'matter.transcribe': {
    roles: ['lawyer', 'guide', ...unitRoles, 'centre', 'command'],
    on: {
      standing: ['centre', 'lawyer', 'taker', 'caller', 'command', 'handler', ...visitStanding],
      // What she took back is nobody's to write down.
      stages: [...open, 'closing', 'closed', ...unanswered, 'answered', ...reported, ...visited].filter(
        (stage) => stage !== 'withdrawn',
      ),
    },
  },
  'matter.note': {
    roles: ['centre', 'supervisor', 'lawyer', 'village', 'guide', 'town', 'department', 'command'],
    on: {
      standing: [
        'centre',
        'supervisor',
        'lawyer',
        'helper',
        'taker',
        'caller',
        'command',
        ...holders,
        ...helping,
        ...visitStanding,
      ],
      stages: [...open, 'closing', ...ended, ...unanswered, 'answered', ...reported, ...visited],
    },
  },
  'matter.colleagues': {
    roles: ['centre', 'supervisor', 'command', ...unitRoles],
    on: { standing: ['centre', 'supervisor', 'caller', 'command', ...holders, ...visitStanding] },
  },
  'matter.reassign': {
    roles: ['centre', 'supervisor', 'command', ...unitRoles],
    // Who is to ring may find that he can't.
    on: {
      standing: ['centre', 'supervisor', 'caller', 'command', ...holders],
      stages: [...open, 'closing', ...ended, 'routed', ...reported, ...visited],
    },
  },
}
