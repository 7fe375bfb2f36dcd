import type { Role } from './decider'
import type { Standing } from './permission'

/** Who may name an action, and on which matters. */
export type PermissionRow = {
  roles: readonly Role[]
  /** On a matter: from which standing and in which stages. Without it the action needs no matter. */
  on?: { standing: readonly Standing[]; stages?: readonly string[] }
  /** A visitor may only with the query code of the matter, which stands for the person. */
  byCode?: true
}
