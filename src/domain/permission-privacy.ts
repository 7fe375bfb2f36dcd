import { personRoles } from './decider'
import type { PermissionRow } from './permission-row'

/** One's own data everybody may ask for; whoever is responsible for a matter answers what is asked about it. */
const own: PermissionRow = { roles: personRoles }
const answering: PermissionRow = {
  roles: ['lawyer', 'organisation', 'guide', 'village', 'town', 'department', 'centre', 'command', 'supervisor'],
}

export const privacyPermissions: Record<string, PermissionRow> = {
  'me.profile': own,
  'me.save': own,
  'me.consents': own,
  'me.consent': own,
  'me.accesses': own,
  'me.export': own,
  'me.erase': own,
  'me.correct': own,
  'me.requests': own,
  'me.close': own,
  'me.guardCode': own,
  'me.guard': own,
  'request.list': answering,
  'request.answer': answering,
}
