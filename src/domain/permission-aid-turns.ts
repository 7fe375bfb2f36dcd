import type { PermissionRow } from './permission-row'

const clerks = ['town', 'department', 'centre'] as const
/** Whoever may enter an application says for her, too, what she wants of it. */
const enterers = ['resident', 'village', 'guide', ...clerks] as const
const hers = ['applicant', 'helper', 'centre'] as const
const held = ['assigned', 'in-hand'] as const
const granted = ['granted-unassigned', ...held] as const
const undecided = ['submitted', 'supplementing', 'refusal-unconfirmed'] as const

/** Wherever her promise still carries something. */
const promised = [
  ...undecided,
  ...granted,
  'closing',
  'closed',
  'objected',
  'refused',
  'terminated',
  'withdrawn',
] as const

/** What turns the course of legal aid. */
export const aidTurnPermissions: Record<string, PermissionRow> = {
  'aid.criminalNotice': { roles: ['centre', 'department'] },
  'aid.organTold': { roles: ['centre'], on: { standing: ['centre'], stages: held } },
  'aid.provideFirst': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted', 'supplementing'] } },
  'aid.regularise': { roles: ['centre'], on: { standing: ['centre'], stages: [...granted, 'closing'] } },
  'aid.leave': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: held } },
  'aid.changeLawyer': { roles: enterers, on: { standing: hers, stages: held } },
  'aid.ruleChange': { roles: ['centre', 'supervisor'], on: { standing: ['centre', 'supervisor'], stages: held } },
  'aid.nearAnswer': { roles: ['centre'], on: { standing: ['centre'], stages: held } },
  'aid.suspend': { roles: ['lawyer'], on: { standing: ['lawyer'], stages: ['in-hand'] } },
  'aid.resume': { roles: ['lawyer'], on: { standing: ['lawyer'], stages: ['in-hand'] } },
  'aid.ended': { roles: ['lawyer'], on: { standing: ['lawyer'], stages: ['in-hand'] } },
  'aid.terminate': { roles: ['centre'], on: { standing: ['centre'], stages: granted } },
  'aid.terminationTold': { roles: ['centre'], on: { standing: ['centre'], stages: ['terminated', 'objected'] } },
  'aid.object': { roles: enterers, on: { standing: hers, stages: ['refused', 'terminated'] } },
  'aid.rule': { roles: ['supervisor'], on: { standing: ['supervisor'], stages: ['objected'] } },
  'aid.falsePromise': { roles: ['centre'], on: { standing: ['centre'], stages: promised } },
  'aid.ruleFalsePromise': { roles: ['supervisor'], on: { standing: ['supervisor'], stages: promised } },
}
