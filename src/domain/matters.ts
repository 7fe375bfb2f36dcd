import type { Aid, AidEvent } from './aid-types'
import type { Question, QuestionEvent } from './question-types'

/** Every kind of matter there is. */
export type Matter = Aid | Question
export type MatterEvent = AidEvent | QuestionEvent
