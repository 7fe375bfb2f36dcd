import type { Aid, AidEvent } from './aid-types'
import type { Grievance, GrievanceEvent } from './grievance-types'
import type { Question, QuestionEvent } from './question-types'

/** Every kind of matter there is. */
export type Matter = Aid | Question | Grievance
export type MatterEvent = AidEvent | QuestionEvent | GrievanceEvent
