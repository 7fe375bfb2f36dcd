import type { Consent, Source, Tell } from './aid-types'
import type { ClockEvent } from './clock'
import type { Circumstances, OnDuty, PersonRef } from './decider'
import type { MatterCore, PlaceRef } from './matter'
import type { Duration, Instant } from './time'
import type { Spoken } from './transcription-types'

/** How they meet. */
export const visitWays = ['office', 'phone', 'video', 'home'] as const
export type VisitWay = (typeof visitWays)[number]
export const visitStages = [
  'held',
  'booked',
  'confirmed',
  'set-out',
  'arrived',
  'done',
  'cancelled',
  'no-show',
] as const
export type VisitStage = (typeof visitStages)[number]
/** Who is visited at home, round the clock and within a day: 残疾人、行动不便的老人、留守儿童. */
export const visitNeeds = ['disabled', 'elder', 'left-behind-child'] as const
export type VisitNeed = (typeof visitNeeds)[number]
export type VisitSide = 'person' | 'staff'

/** One hour of one person, as it was offered: what `slot` names on the wire. At home `place` is where she lives. */
export type Hour = {
  slot: string
  way: VisitWay
  start: Instant
  end: Instant
  person: PersonRef
  place: PlaceRef
  /** How many may come in this hour. */
  capacity: number
}
/**
 * An hour that may still be booked; `sameTrip`: whoever comes is nearby on that day anyway; `provisional`: nobody has
 * said yet whether people work on that day.
 */
export type OfferedHour = Hour & { left: number; sameTrip?: true; provisional?: true }

/** Why an hour can't be had at all, whoever asks: it was never, or is no longer, one that is offered. */
export type HourProblem = 'in-the-past' | 'too-soon' | 'day-off' | 'not-in-plan' | 'away' | 'unreachable' | 'too-far'

/** Sealed wherever it lies. */
export type VisitPersonal = Spoken & {
  visitor: { name?: string; phone?: string }
  /** What it is about, in her words. */
  text?: string
  /** Where she lives, for a home visit. */
  address?: string
  /** The adult who is there when a child is visited. */
  companion?: { name: string; phone?: string; relation?: string }
  consent?: Consent
  kin?: { name: string; phone: string }
  /** What came of it. */
  note?: string
  cancelWhy?: string
  ratingText?: string
  notes: { at: Instant; by: PersonRef; text: string }[]
}
type Told = Omit<VisitPersonal, 'note' | 'cancelWhy' | 'ratingText' | 'notes' | 'transcription'>

/** What is said of it when it is booked. */
export type VisitForm = {
  place: PlaceRef
  topic: string
  language: 'zh' | 'mn'
  need?: VisitNeed
  /** She is under age: nobody visits her alone. */
  minor?: true
  owner?: string
  helper?: PersonRef
  tell: Tell[]
  source?: Source
}

export type Visit = MatterCore &
  VisitForm & {
    kind: 'visit'
    stage: VisitStage
    way: VisitWay
    /** Absent while nobody has an hour for a home visit: whoever is responsible must find one. */
    hour?: Hour
    /** Since when it has that hour: what should have been said before isn't said any more. */
    hourSince?: Instant
    /** Her promise of a home visit runs from here: when she pressed send, or when the call began. */
    sentAt: Instant
    /** A hold ends then, exclusive. Gone once it is booked: what still has it was never booked. */
    heldUntil?: Instant
    confirmed: { person?: Instant; staff?: { at: Instant; by: PersonRef } }
    /** How often it was moved to another hour. */
    moves: number
    /** She was asked to give up her hour for somebody at home (`matter`), and offered another one that is held for her. */
    asked?: { at: Instant; by: PersonRef; hour: Hour; matter: string; until: Instant }
    /** Letters that reminded of it, counted for the hour it has now. */
    reminded: number
    /** How often somebody was asked what became of that hour. */
    unmarked: number
    setOut?: { at: Instant; by: PersonRef }
    /** `checked`: by the code she showed. */
    arrived?: { at: Instant; by: PersonRef; checked: boolean }
    /** Stopped by bad weather: no clock runs until then. */
    weather?: { since: Instant; until: Instant; evidence: string[] }
    finished?: { at: Instant; by: PersonRef; next?: 'aid' | 'question' | 'grievance' }
    missed?: { at: Instant; by: PersonRef; who: VisitSide }
    cancelled?: { at: Instant; by: VisitSide | 'time' }
    rated?: { at: Instant; stars: number }
    calls: { at: Instant; by: PersonRef }[]
    personal: VisitPersonal
  }
export type VisitState = { stage: 'blank' } | Visit

export type VisitGiven = Circumstances & {
  /** Who answers for the centre's duty seat now. */
  duty: OnDuty
  /** Who stands for her town now, for a home visit that nobody has an hour for; the centre's duty person where none does. */
  local?: OnDuty
  /**
   * For HoldVisit, BookVisit, ConfirmVisit, MoveVisit, AskMove: the hour that was named, as the day's book stands.
   * `taken`: it is offered, and full; `mine`: this very matter holds it already. `yours`: another visit of the same
   * person's that has that very hour.
   */
  wanted?: { hour: Hour; room: 'free' | 'taken' | 'mine'; yours?: string } | { problem: HourProblem }
  /** The next three free hours like the one that was named, for whoever comes too late. */
  next: OfferedHour[]
  /** For AskMove: the home visit the hour is asked for. */
  waiting?: { open: boolean; way: VisitWay; responsible: PersonRef }
  /** Open bookings that she has besides, and how many she may have. */
  openOnes: number
}

export type VisitCommand =
  /** `slot` names the hour that the pipeline looks up: `given.wanted` is what was found. */
  | (Pick<VisitForm, 'place' | 'owner' | 'helper' | 'need'> & { type: 'HoldVisit'; slot: string })
  /** `way` without a wanted hour: a home visit that is owed within a day, whenever somebody can come. */
  | (VisitForm & { type: 'BookVisit'; way: VisitWay; slot?: string; callFrom?: Instant; personal: Told })
  | { type: 'ConfirmVisit' }
  /** To the hour that `given.wanted` names. */
  | { type: 'MoveVisit'; slot: string; why?: string }
  /** Would she give up her hour for somebody at home? `given.wanted` is what she is offered instead. */
  | { type: 'AskMove'; slot: string; matter: string }
  | { type: 'AnswerMove'; yes: boolean }
  /** Somebody gave up this hour for it (already turned into a home hour): it has it now, unless it got another meanwhile. */
  | { type: 'TakeRoom'; hour: Hour }
  | { type: 'CancelVisit'; why?: string }
  | { type: 'SetOut' }
  | { type: 'Arrive'; checked: boolean }
  | { type: 'SuspendVisit'; evidence: string[]; until?: Instant }
  | { type: 'ResumeVisit' }
  | { type: 'FinishVisit'; note: string; next?: 'aid' | 'question' | 'grievance' }
  | { type: 'NoShow'; who: VisitSide }
  | { type: 'RateVisit'; stars: number; text?: string }
  | { type: 'TakeNote'; text: string }
  | { type: 'Reassign'; to: PersonRef; why: string }
  | { type: 'RevealNumber' }
  /** Time goes on: holds run out, reminders fall due, what nobody marked is asked for. */
  | { type: 'Advance' }

type By = { at: Instant; by: PersonRef }

/** `personal` is sealed before an event is stored. `by` of what she does herself is her id. */
export type VisitEvent =
  | ClockEvent
  | (Pick<VisitForm, 'place' | 'owner' | 'helper' | 'need'> & {
      type: 'VisitHeld'
      at: Instant
      by: string
      hour: Hour
      until: Instant
    })
  | { type: 'HoldEnded'; at: Instant }
  | (VisitForm & {
      type: 'VisitBooked'
      at: Instant
      by: string
      way: VisitWay
      sentAt: Instant
      hour?: Hour
      responsible: PersonRef
      personal: Told
    })
  | { type: 'VisitConfirmed'; at: Instant; side: VisitSide; by: string | PersonRef }
  | {
      type: 'VisitMoved'
      at: Instant
      side: VisitSide
      by: string | PersonRef
      from?: Hour
      hour: Hour
      responsible: PersonRef
      personal: { why?: string }
    }
  | (By & { type: 'MoveAsked'; hour: Hour; matter: string; until: Instant })
  /** `gave`: the hour that she gave up, kept in the day's book for `matter` (`visit.askMinutes`) until that takes it. */
  | {
      type: 'MoveAnswered'
      at: Instant
      by: string
      asker: PersonRef
      yes: boolean
      matter: string
      gave?: Hour
      hour?: Hour
    }
  /** She said nothing in time: it stays as it was. */
  | { type: 'MoveLapsed'; at: Instant; asker: PersonRef }
  | { type: 'RoomTaken'; at: Instant; from?: Hour; hour: Hour; responsible: PersonRef }
  | {
      type: 'VisitCancelled'
      at: Instant
      side: VisitSide | 'time'
      by: string | PersonRef
      personal: { why?: string }
    }
  /** `nth`: 1 a day before, 2 shortly before. */
  | { type: 'VisitReminded'; at: Instant; lateBy?: Duration; nth: 1 | 2 }
  /** The machine slept over it: nobody is reminded of what has begun. */
  | { type: 'ReminderLost'; at: Instant; nth: 1 | 2 }
  /** It is over, and nobody said what became of it: whoever had it is asked, a day later the centre's duty person. */
  | { type: 'VisitUnmarked'; at: Instant; lateBy?: Duration; nth: 1 | 2; to: PersonRef }
  | (By & { type: 'SetOutNow' })
  | (By & { type: 'VisitorArrived'; checked: boolean })
  | (By & { type: 'VisitSuspended'; evidence: string[]; until: Instant })
  | { type: 'VisitResumed'; at: Instant; by?: PersonRef }
  | (By & { type: 'VisitDone'; next?: 'aid' | 'question' | 'grievance'; personal: { note: string } })
  /** `responsible`: where staff didn't come, who answers for it now. */
  | (By & { type: 'VisitMissed'; who: VisitSide; responsible?: PersonRef })
  /** `responsible`: on a bad rating, who rings her. */
  | { type: 'VisitRated'; at: Instant; by: string; stars: number; responsible?: PersonRef; personal: { text?: string } }
  | (By & { type: 'NoteTaken'; personal: { text: string } })
  | (By & { type: 'ResponsibleChanged'; to: PersonRef; from?: PersonRef; personal: { why: string } })
  | (By & { type: 'NumberRevealed' })
