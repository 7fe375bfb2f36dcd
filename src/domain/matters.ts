import type { AidEvent } from './aid-events'
import type { Aid } from './aid-types'
import type { ForwardingEvent } from './forwarding-types'
import type { Grievance, GrievanceEvent } from './grievance-types'
import type { Question, QuestionEvent } from './question-types'
import type { TranscriptionEvent } from './transcription-types'
import type { Visit, VisitEvent } from './visit-types'

/** Every kind of matter there is. */
export type Matter = Aid | Question | Grievance | Visit
export type MatterEvent = AidEvent | QuestionEvent | GrievanceEvent | VisitEvent | ForwardingEvent | TranscriptionEvent
