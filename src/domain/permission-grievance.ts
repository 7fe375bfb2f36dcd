import type { PermissionRow } from './permission-row'

/** The rows of what people report, in the one table of permission-table. */

export const unitRoles = ['village', 'town', 'department'] as const
const reporters = ['resident', 'visitor', 'village', 'guide', 'town', 'department', 'centre', 'command'] as const
/** Its main unit: as it is, with her hidden, or told no more than the brief. */
export const holders = ['handler', 'blind-handler', 'briefed-handler'] as const
export const helping = ['co-handler', 'blind-co-handler', 'briefed-co-handler'] as const
const atUnits = ['dispatched', 'passed-up', 'in-hand', 'returned', 'extension-asked', 'suspended'] as const
const unsettled = ['submitted', 'accepted', ...atUnits, 'reopened'] as const
/** While it is open: what ended without a result is so until the line above, where it came from, has its answer. */
export const reported = [
  ...unsettled,
  'incomplete',
  'resolved',
  'checked',
  'closed',
  'declined',
  'withdrawn',
  'handed-over',
] as const

export const grievancePermissions: Record<string, PermissionRow> = {
  'grievance.similar': { roles: reporters },
  'grievance.submit': { roles: reporters },
  'grievance.accept': { roles: ['command'], on: { standing: ['command'], stages: ['submitted'] } },
  'grievance.reclassify': {
    roles: ['command'],
    on: { standing: ['command'], stages: ['accepted', 'dispatched', 'passed-up', 'in-hand', 'reopened'] },
  },
  'grievance.sendBack': { roles: ['command'], on: { standing: ['command'], stages: ['submitted'] } },
  'grievance.complete': {
    roles: reporters,
    on: { standing: ['applicant', 'helper', 'command'], stages: ['incomplete'] },
    byCode: true,
  },
  'grievance.decline': {
    roles: ['command'],
    on: { standing: ['command'], stages: ['submitted', 'incomplete', 'accepted'] },
  },
  'grievance.handOver': {
    roles: ['command'],
    on: { standing: ['command'], stages: ['submitted', 'accepted', ...atUnits, 'reopened'] },
  },
  'grievance.advice': {
    roles: ['command'],
    on: { standing: ['command'], stages: ['submitted', 'accepted', 'returned', 'passed-up', 'reopened'] },
  },
  'grievance.dispatch': {
    roles: ['command'],
    on: { standing: ['command'], stages: ['accepted', 'passed-up', 'reopened'] },
  },
  'grievance.sign': { roles: unitRoles, on: { standing: holders, stages: ['dispatched', 'passed-up'] } },
  'grievance.return': { roles: unitRoles, on: { standing: holders, stages: ['dispatched', 'passed-up', 'in-hand'] } },
  'grievance.ruleReturn': { roles: ['command'], on: { standing: ['command'], stages: ['returned'] } },
  'grievance.passUp': {
    roles: ['village', 'town'],
    on: { standing: holders, stages: ['dispatched', 'passed-up', 'in-hand'] },
  },
  'grievance.sendDown': {
    roles: ['town'],
    on: { standing: holders, stages: ['dispatched', 'passed-up', 'in-hand'] },
  },
  'grievance.extend': { roles: unitRoles, on: { standing: holders, stages: ['dispatched', 'in-hand'] } },
  'grievance.ruleExtend': { roles: ['command'], on: { standing: ['command'], stages: ['extension-asked'] } },
  'grievance.suspend': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, 'command'], stages: ['dispatched', 'in-hand'] },
  },
  'grievance.resume': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, 'command'], stages: ['suspended'] },
  },
  'grievance.respond': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, ...helping, 'command'], stages: ['accepted', ...atUnits, 'reopened'] },
  },
  // What is merely asked the command seat answers itself.
  'grievance.resolve': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, 'command'], stages: ['accepted', 'dispatched', 'passed-up', 'in-hand', 'reopened'] },
  },
  'grievance.check': { roles: ['command'], on: { standing: ['command'], stages: ['resolved'] } },
  'grievance.callBack': { roles: ['command'], on: { standing: ['command'], stages: ['checked'] } },
  // By herself; never on the phone of whoever handled it.
  'grievance.rate': {
    roles: ['resident', 'visitor'],
    on: { standing: ['applicant'], stages: ['checked', 'closed'] },
    byCode: true,
  },
  'grievance.contacted': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, 'command'], stages: ['checked', 'closed'] },
  },
  'grievance.rectified': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, 'command'], stages: ['closed'] },
  },
  'grievance.object': {
    roles: reporters,
    on: { standing: ['applicant', 'helper', 'command'], stages: ['checked', 'closed', 'declined'] },
    byCode: true,
  },
  'grievance.ruleObjection': {
    roles: ['supervisor'],
    on: { standing: ['supervisor'], stages: ['checked', 'closed', 'declined', 'archived'] },
  },
  'grievance.reopen': {
    roles: ['command', 'supervisor'],
    on: { standing: ['command', 'supervisor'], stages: ['checked', 'closed', 'declined', 'archived'] },
  },
  'grievance.follow': {
    roles: reporters,
    on: { standing: ['applicant', 'helper', 'command'], stages: ['submitted', 'accepted'] },
    byCode: true,
  },
  'grievance.unfollow': {
    roles: reporters,
    on: { standing: ['applicant', 'helper', 'command'], stages: ['submitted', 'accepted'] },
    byCode: true,
  },
  'grievance.withdraw': {
    roles: reporters,
    on: { standing: ['applicant', 'helper', 'command'], stages: [...unsettled, 'incomplete'] },
    byCode: true,
  },
  'grievance.upperAnswer': {
    roles: ['command'],
    on: {
      standing: ['command'],
      stages: [
        'accepted',
        ...atUnits,
        'resolved',
        'checked',
        'closed',
        'reopened',
        // The line above is answered also where it ended without a result.
        'declined',
        'withdrawn',
        'handed-over',
      ],
    },
  },
  'notice.issue': {
    roles: ['command', 'supervisor'],
    on: { standing: ['command', 'supervisor'], stages: [...unsettled, 'resolved', 'checked', 'closed'] },
  },
  'notice.sign': {
    roles: ['supervisor'],
    on: { standing: ['supervisor'], stages: [...unsettled, 'resolved', 'checked', 'closed'] },
  },
  'notice.receive': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, 'command', 'former'] },
  },
  'notice.reply': {
    roles: [...unitRoles, 'command'],
    on: { standing: [...holders, 'command', 'former'] },
  },
  'notice.cancel': { roles: ['command', 'supervisor'], on: { standing: ['command', 'supervisor'] } },
}
