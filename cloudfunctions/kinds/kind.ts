import type { AidCommand } from '@/domain/aid-commands'
import type { Calendar } from '@/domain/calendar'
import type { Actor, Circumstances, OnDuty, Refusal } from '@/domain/decider'
import type { ForwardingCommand } from '@/domain/forwarding-types'
import type { GrievanceCommand } from '@/domain/grievance-types'
import type { LimitationLaw } from '@/domain/limitation'
import type { Matter, MatterEvent } from '@/domain/matters'
import type { Made, Notice } from '@/domain/notice'
import type { Policy } from '@/domain/policy'
import type { QuestionCommand } from '@/domain/question-types'
import type { Instant } from '@/domain/time'
import type { TranscriptionCommand } from '@/domain/transcription-types'
import type { VisitCommand } from '@/domain/visit-types'
import type { Write } from '../ports'
import type { RotaRecord } from '../records'
import type { World } from '../world'

export type Command =
  | AidCommand
  | QuestionCommand
  | GrievanceCommand
  | VisitCommand
  | ForwardingCommand
  | TranscriptionCommand
export type Blank = { stage: 'blank' }
export type Given = Circumstances & { duty: OnDuty; rota: RotaRecord }
/** Who acts on which matter. */
export type Act = { id: string; actor: Actor }
/** What was read for a decision, and what its guards are written with. */
export type Found = { facts: object }
export type Step<S, E> = { id: string; was: S | Blank; is: S; events: E[]; now: Instant }

/**
 * What the pipeline has to know of one kind of matter; everything else is written once. The methods name their own
 * types: the pipeline hands each kind only what that kind made.
 */
export type Kind<S = Matter, C = Command, E = MatterEvent, F extends Found = Found> = {
  name: Matter['kind']
  /** The commands that make a matter of this kind. */
  begins: readonly string[]
  /** Whose matter a command makes. */
  ownerOf(command: C): string | undefined
  evolve(state: S | Blank, event: E): S | Blank
  settle(state: S, given: Pick<Circumstances, 'now' | 'calendar'>): E[]
  /** What time does by itself, at a sweep or a touch. */
  timesOwn(state: S, given: Circumstances): C | undefined
  /** When what time does now should have been done. */
  wasDue(state: S, given: Circumstances): Instant
  consider(world: World, act: Act, state: S | Blank, command: C, given: Given): Promise<F>
  decide(world: World, state: S | Blank, command: C, given: Given, found: F): E[] | Refusal
  /** What is written in the same save: cards, houses, facts. */
  guards(world: World, step: Step<S, E>, found: F): Promise<Write[]>
  /** Once it is saved: what it sets off in other matters. Lost with the process, the sweep comes by. */
  afterwards(world: World, step: Step<S, E>, act: (id: string, command: C) => Promise<unknown>): Promise<void>
  notices(event: E, state: S, made: Made): Notice[]
  desks(state: S): string[]
  wakeAt(state: S, policy: Policy, calendar: Calendar, limitations: LimitationLaw): Instant
}
