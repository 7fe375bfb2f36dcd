import type { Question, QuestionEvent } from '@/domain/question-types'
import { dayOf, type Instant } from '@/domain/time'
import type { Write } from './ports'

/** What figures are made of: one document a fact, named by its matter, so that it can't be counted twice. */
export type QuestionFact = {
  at: Instant
  village: string
  town: string
  topic: string
  language: string
  /** When she pressed send: figures count by the day and hour of her asking. */
  sentAt: Instant
  outcome?: 'kept' | 'missed' | 'cancelled'
  how?: 'answered' | 'routed' | 'nobody'
  yes?: boolean
}
export const questionFacts = [
  'question.asked',
  'question.answer',
  'question.callback',
  'question.answered',
  'question.helped',
] as const
export type FactName = (typeof questionFacts)[number]

/** The facts that these events add, written in the matter's own save. */
export function factWrites(matter: string, state: Question, events: QuestionEvent[]): Write[] {
  const { place, topic, language, sentAt } = state
  const shared = { village: place.code, town: place.town, topic, language, sentAt }
  const { stage, routed, clocks } = state
  const how = stage === 'answered' ? 'answered' : routed && !routed.nobody ? 'routed' : 'nobody'
  // Taken back after its time was over, it was missed all the same.
  const judged = ({ code, generation, at, outcome }: Extract<QuestionEvent, { type: 'ClockStopped' }>) =>
    clocks.some((clock) => clock.code === code && clock.generation === generation && clock.dueAt <= at)
      ? 'missed'
      : outcome
  return events.flatMap((event): Write[] => {
    const { at } = event
    const fact = (what: FactName, mark: string | number, more: Partial<QuestionFact> = {}): Write => ({
      collection: 'facts',
      id: `${matter}:${what}:${mark}`,
      expected: 0,
      keys: { what, day: dayOf(sentAt), unit: place.town, matter },
      body: JSON.stringify({ ...shared, at, ...more } satisfies QuestionFact),
    })
    switch (event.type) {
      case 'QuestionAsked':
        return [fact('question.asked', 1)]
      case 'QuestionAnswered':
        return [fact('question.answered', event.at)]
      case 'QuestionHelped':
        return [fact('question.helped', 1, { yes: event.yes })]
      case 'ClockStopped':
        if (event.code === 'question.answer')
          return [fact(event.code, event.generation, { outcome: judged(event), how })]
        if (event.code === 'question.callback') return [fact(event.code, event.generation, { outcome: judged(event) })]
        return []
      default:
        return []
    }
  })
}
