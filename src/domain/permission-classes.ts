import { personRoles } from './decider'
import type { PermissionRow } from './permission-row'

const everybody = [...personRoles, 'visitor'] as const
const hosts = ['centre', 'supervisor', 'town'] as const

/** Law classes: everybody may look and ask, who has an account is reminded; a town keeps its own, the centre all. */
export const classPermissions: Record<string, PermissionRow> = {
  'class.list': { roles: everybody },
  'class.get': { roles: everybody },
  'class.calendar': { roles: everybody },
  'class.ask': { roles: everybody },
  'class.remind': { roles: personRoles },
  'class.dates': { roles: hosts },
  'class.save': { roles: hosts },
  'class.change': { roles: hosts },
  'class.questions': { roles: hosts },
  'class.mark': { roles: hosts },
}
