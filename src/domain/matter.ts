import type { Clock } from './clock'
import type { PersonRef } from './decider'
import type { ConsentCheck } from './forwarding-types'
import type { Instant } from './time'
import { earliest, NEVER } from './time'

/** A place as it is shown and as it is counted: the unit's code, its name, and the town it lies in. */
export type PlaceRef = { code: string; text: string; town: string }

/** What every kind of matter has, whatever else it is. */
export type MatterCore = {
  kind: string
  stage: string
  open: boolean
  createdAt: Instant
  place: PlaceRef
  topic: string
  /** The account of the person it is about; absent when a helper or a clerk entered it. */
  owner?: string
  /** The account of whoever entered it for another. */
  helper?: PersonRef
  /** Somebody else entered it, and she must be asked herself. */
  consentCheck?: ConsentCheck
  clocks: Clock[]
  /** Always one named person, as long as the matter is open. */
  responsible: PersonRef
  /** Its person had it forgotten; or the law keeps it, and nothing is done with it but keeping it. */
  shut?: { at: Instant; how: 'erased' | 'restricted' }
}

/** The clock that a list is sorted by: the running one that ends first. */
export const mostUrgent = (clocks: Clock[]): Clock | undefined =>
  clocks.filter((c) => c.state === 'running').sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]

/** When the first clock that still runs comes due; NEVER when none does. */
export const dueAt = (clocks: Clock[]): Instant => mostUrgent(clocks)?.dueAt ?? NEVER

/** When time next has something to do here. */
export const clocksWakeAt = (clocks: Clock[]): Instant =>
  earliest(...clocks.filter((c) => c.state === 'running' && !c.overdueNoted).map((c) => c.dueAt))

export const running = (clocks: Clock[], code: string): Clock | undefined =>
  clocks.find((c) => c.code === code && c.state !== 'stopped')

/** The generation that a clock of this code starts with next. */
export const nextGeneration = (clocks: Clock[], code: string): number =>
  Math.max(0, ...clocks.filter((c) => c.code === code).map((c) => c.generation)) + 1
