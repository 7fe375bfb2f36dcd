import { aid, settleAid } from '@/domain/aid'
import type { AidCommand } from '@/domain/aid-commands'
import type { CaseNumber, NumberSeries } from '@/domain/aid-documents'
import { decidedIt } from '@/domain/aid-ending'
import type { AidEvent } from '@/domain/aid-events'
import type { Aid, AidGiven, AidState } from '@/domain/aid-types'
import { isRefusal, type OnDuty, type Refusal } from '@/domain/decider'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { Match } from '@/domain/matching'
import { mayOn } from '@/domain/permission'
import { after, at, HOUR, type Instant } from '@/domain/time'
import { matchFor } from '../../cloudfunctions/circumstances'
import { offerable } from '../../cloudfunctions/consider'
import { facts } from '../../cloudfunctions/facts'
import { aidKind } from '../../cloudfunctions/kinds/aid'
import { card, circumstances } from '../given'
import { actors, beginnings, never, type Try, tries, type Who } from './aid-life-acts'

/** Whole lives of legal aid as chance makes them, each step taken as the pipeline takes it. */

/** Li is three years in practice on 1 December 2026, in the middle of these lives; Tao doesn't know minors. */
export const lawyers: LawyerCard[] = [
  card({ person: 'li', name: '李律师', since: '2023-12-01', subjects: ['labour', 'criminal', 'minors'] }),
  card({ person: 'he', name: '何律师', org: 'firm:2', towns: [], subjects: ['labour', 'criminal', 'minors'] }),
  card({ person: 'tao', name: '陶律师', towns: [], subjects: ['labour', 'criminal'] }),
]

/** As many as there are lawyers, each a bit. */
export const ALL_FREE = 2 ** lawyers.length - 1

export type Move = {
  hours: number
  which: number
  /** Who may be had just then, a bit each. */
  free: number
  hit: boolean
  /** Takes the next that is open, rather than knocking at whatever door. */
  fits: boolean
  /** Somebody else knocks with it. */
  instead?: Who
  /** Time came by before; late, if not. */
  swept: boolean
}
export type Life = { begins: keyof typeof beginnings; moves: Move[] }

export const all = [...tries, ...never]
export type Chance = Pick<Move, 'free' | 'hit'>

/** One step: what it was made of, what came of it. `before`: as time had left it. */
export type Taken = {
  now: Instant
  was: AidState
  before: AidState
  state: Aid
  /** What time did, then what the command did. */
  events: AidEvent[]
  decided: AidEvent[]
  tried?: Try
  refusal?: Refusal
  /** Nobody of this role knocks here at all. */
  shut?: true
  /** Time came by, and nobody else. */
  passed?: true
  chance: Chance
  /** What the rule looked at, where one was asked. */
  given?: AidGiven
}

const ref = (who: Who, seat: string): OnDuty => ({ id: actors[who].id, name: actors[who].name, seat, gap: false })
const SERIES: Partial<Record<AidCommand['type'], NumberSeries>> = {
  GrantAid: 'grant',
  Regularise: 'grant',
  ConfirmRefusal: 'refusal',
  TerminateAid: 'termination',
  RuleObjection: 'objection',
  Renumber: 'grant',
}

export const stored = <S extends AidState>(state: S): S => JSON.parse(JSON.stringify(state)) as S
const evolved = (state: AidState, events: AidEvent[]): AidState => events.reduce<AidState>(aid.evolve, state)

function givenTo(state: AidState, now: Instant, { who, command }: Try, { free, hit }: Chance): AidGiven {
  const actor = actors[who]
  const partIn = state.stage === 'blank' ? [] : decidedIt(state)
  const above = (['sun', 'lan'] as const).find((each) => each !== actor.id && !partIn.includes(each))
  const cards = new Map(
    lawyers.filter((_, n) => free & (1 << n)).map((each) => [each.person, { card: each, version: 1 }]),
  )
  const series = SERIES[command.type]
  const no: CaseNumber | undefined = series && { series, year: 2026, n: Date.parse(now), text: `${series}${now}` }
  return {
    ...circumstances(now, actor),
    limitations: facts.limitations,
    ...(above && { above: ref(above, 'supervisor') }),
    ...(no && { no }),
    hit,
    draw: hit ? 0 : 1,
    // Looked for only where somebody asks.
    get match() {
      const none = { lawyers: new Map(), units: new Map() }
      const asks = state.stage === 'blank' ? undefined : offerable(state, command)
      return asks ? matchFor(facts, asks, cards, { policy: facts.policy, now }, none) : NOBODY
    },
  }
}
const NOBODY: Match = { proposed: [], ranked: [], excluded: [] }

/** As `commit` does it: time is settled, the door looks at who it is, the rule decides; what is stored is read back. */
export function step(was: AidState, now: Instant, tried: Try, chance: Chance): Taken {
  const took = { now, was, tried, chance }
  const nothing = { ...took, before: was, state: was as Aid, events: [], decided: [] }
  if (was.stage !== 'blank' && tried.action && !mayOn(tried.action, was, actors[tried.who]))
    return { ...nothing, shut: true }
  const settled = was.stage === 'blank' ? [] : settleAid(was, { now, calendar: facts.calendar })
  const before = evolved(was, settled)
  const given = givenTo(before, now, tried, chance)
  const decided = aid.decide(before, tried.command, given)
  if (isRefusal(decided)) return { ...nothing, given, refusal: decided }
  const state = stored(evolved(before, decided) as Aid)
  return { ...took, before, given, events: [...settled, ...decided], decided, state }
}

/** Time comes by: what it does of its own accord at this minute. */
export function sweep(was: Aid, now: Instant, chance: Chance): Taken {
  const system: Try = { who: 'system', action: '', command: { type: 'FindLawyerAgain' } }
  const settled = settleAid(was, { now, calendar: facts.calendar })
  const before = evolved(was, settled) as Aid
  const command = aidKind.timesOwn(before, givenTo(before, now, system, chance))
  const tried = { ...system, ...(command && { command }) }
  const given = givenTo(before, now, tried, chance)
  const decided = command ? aid.decide(before, command, given) : []
  if (isRefusal(decided)) throw new Error(`time is refused ${decided.refused}`)
  const state = stored(evolved(before, decided) as Aid)
  return { now, was, before, state, events: [...settled, ...decided], decided, tried, given, chance, passed: true }
}

export const wakesAt = (state: Aid): Instant => aidKind.wakeAt(state, facts.policy, facts.calendar, facts.limitations)

/** Lives it, and shows every step; gives back how it ended and all that happened. */
export function lived({ begins, moves }: Life, look: (taken: Taken) => void): { state: Aid; events: AidEvent[] } {
  let now = at('2026-09-29', '10:00')
  const begun = step(aid.initial, now, beginnings[begins], { free: ALL_FREE, hit: false })
  look(begun)
  let { state, events } = begun
  for (const { hours, which, free, hit, fits, instead, swept } of moves) {
    now = after(now, hours * HOUR)
    if (swept && wakesAt(state) <= now) {
      const passed = sweep(state, now, { free, hit })
      look(passed)
      state = passed.state
      events = [...events, ...passed.events]
    }
    const tried = (n: number): Taken => {
      const one = all[n % all.length] ?? all[0]
      if (!one) throw new Error('nothing to try')
      return step(state, now, instead ? { ...one, who: instead } : one, { free, hit })
    }
    let n = which
    let next = tried(n)
    while (fits && next.decided.length === 0 && n < which + all.length) next = tried(++n)
    look(next)
    state = next.state
    events = [...events, ...next.events]
  }
  return { state, events }
}
