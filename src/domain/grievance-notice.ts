import type { Grievance, GrievanceEvent } from './grievance-types'
import type { Made, Notice } from './notice'

export function grievanceNotices(_event: GrievanceEvent, _state: Grievance, _made: Made): Notice[] {
  return []
}
