import type { GrievanceType, Handling, ResultType, SuspensionGround } from './grievance-types'
import type { Rung } from './ladder-types'
import type { Instant } from './time'

/** What happened once to one report at one unit, and what that makes of its time there: the matter of the bulletin. */

export const factNames = [
  'grievance.submitted',
  'grievance.accepted',
  'grievance.dispatched',
  'grievance.passed',
  'grievance.responded',
  'grievance.resolved',
  'grievance.returned',
  'grievance.called-back',
  'grievance.rated',
  'grievance.paper',
  'grievance.reopened',
  'grievance.reclassified',
  'grievance.suspended',
  'grievance.closed',
] as const
export type FactName = (typeof factNames)[number]

/** The command seat, and whatever must not stand under a village or a town. */
export const BANNER = 'banner'

export type GrievanceFact = {
  what: FactName
  matter: string
  unit: string
  at: Instant
  /** When she pressed send: figures count by the month of her report. */
  sentAt: Instant
  generation: number
  /** 举报: it counts for the banner alone. */
  secret?: true
  village?: string
  town?: string
  topic?: string
  item?: string
  type?: GrievanceType
  handling?: Handling
  /** The class it was in before. */
  was?: string
  channel?: string
  outcome?: 'kept' | 'missed'
  /** How much of the tightest clock was used by then, in percent. */
  used?: number
  result?: ResultType
  /** Who acted for the unit; never the reporter. */
  person?: string
  /** The same words have the same mark. */
  digest?: string
  how?: string
  nth?: number
  reached?: boolean
  satisfied?: boolean
  stars?: number
  /** The mark of the account that rated it by itself. */
  rater?: string
  /** It was rated by the account of somebody who handled it, or entered it. */
  own?: true
  rungs?: Rung[]
  ground?: SuspensionGround
  /** How many files prove the pause. */
  evidence?: number
}

/** What facts don't tell yet: where it lies, and which of its clocks have run out without anybody having stopped them. */
export type Unsettled = { unit: string; secret: boolean; accepted: boolean; late: readonly Promised[] }
/** Accepted in 15 minutes, passed on in 12 hours, answered in a working day, resolved in its time. */
export const promises = ['accepted', 'passed', 'responded', 'resolved'] as const
export type Promised = (typeof promises)[number]
export type Verdict = 'kept' | 'missed'

/** One report at one unit. */
export type Held = {
  matter: string
  sentAt: Instant
  unit: string
  secret: boolean
  /** It was this unit's to answer, not only to accept. */
  held: boolean
  verdicts: Partial<Record<Promised, Verdict>>
  returned: boolean
  rungs: readonly Rung[]
  satisfied?: boolean
  /** Nobody could be reached at any try · it was answered under a code. */
  ended?: 'unreached' | 'by-code'
}

const GIVES: Partial<Record<FactName, Promised>> = {
  'grievance.accepted': 'accepted',
  'grievance.passed': 'passed',
  'grievance.responded': 'responded',
  'grievance.resolved': 'resolved',
  'grievance.closed': 'resolved',
}
const HELD: readonly FactName[] = [
  'grievance.dispatched',
  'grievance.responded',
  'grievance.resolved',
  'grievance.returned',
  'grievance.paper',
]
/** Of five levels the upper three are no complaint. */
const CONTENT_FROM = 3

/** Facts by their matter; of 举报 all of them stand at the banner, also what was written before it was known for one. */
export function byMatter(facts: readonly GrievanceFact[]): Map<string, GrievanceFact[]> {
  const about = new Map<string, GrievanceFact[]>()
  for (const fact of facts) {
    const known = about.get(fact.matter)
    if (known) known.push(fact)
    else about.set(fact.matter, [fact])
  }
  for (const [matter, all] of about)
    if (all.some(({ secret }) => secret))
      about.set(
        matter,
        all.map((fact) => ({ ...fact, unit: BANNER, secret: true })),
      )
  return about
}

/** Whose end no fact tells of yet: neither resolved nor closed since it was last begun. */
export function isUnsettled(facts: readonly GrievanceFact[]): boolean {
  const generation = Math.max(...facts.map((fact) => fact.generation))
  return !facts.some(
    (fact) => fact.generation === generation && ['grievance.resolved', 'grievance.closed'].includes(fact.what),
  )
}

/** Every report at every unit that had it; `open`: what is true now of those without an end. */
export function heldIn(facts: readonly GrievanceFact[], open: ReadonlyMap<string, Unsettled>): Held[] {
  return [...byMatter(facts).entries()].flatMap(([matter, all]) => {
    const now = open.get(matter)
    const secret = now?.secret === true || all.some((fact) => fact.secret)
    const placed = secret ? all.map((fact) => ({ ...fact, unit: BANNER })) : all
    const units = new Set([...placed.map(({ unit }) => unit), ...(now ? [now.unit] : [])])
    return [...units].map((unit) =>
      heldAt(
        unit,
        placed.filter((fact) => fact.unit === unit),
        { all: placed, secret, matter, ...(now?.unit === unit && { now }), acceptLate: lateToAccept(now, unit) },
      ),
    )
  })
}

/** Accepting is the command seat's, wherever it lies. */
const lateToAccept = (now: Unsettled | undefined, unit: string) =>
  unit === BANNER && now?.late.includes('accepted') === true

/** Every report once, whichever units had it: what a total is counted from. */
export function heldTogether(facts: readonly GrievanceFact[], open: ReadonlyMap<string, Unsettled>): Held[] {
  return [...byMatter(facts).entries()].map(([matter, all]) => {
    const now = open.get(matter)
    const secret = now?.secret === true || all.some((fact) => fact.secret)
    const acceptLate = now?.late.includes('accepted') === true
    return heldAt('', all, { all, secret, matter, ...(now && { now }), acceptLate })
  })
}

type Whole = { all: readonly GrievanceFact[]; secret: boolean; matter: string; now?: Unsettled; acceptLate: boolean }

function heldAt(unit: string, here: readonly GrievanceFact[], { all, secret, matter, now, acceptLate }: Whole): Held {
  const generation = Math.max(...all.map((fact) => fact.generation))
  const verdict = (promised: Promised): Verdict | undefined => {
    const said = here.filter(({ what, outcome }) => outcome && GIVES[what] === promised)
    const late = promised === 'accepted' ? acceptLate : now?.late.includes(promised)
    if (late || said.some(({ outcome }) => outcome === 'missed')) return 'missed'
    // What was begun anew isn't resolved, whatever was said of it before.
    const counts = said.filter((fact) => promised !== 'resolved' || fact.generation === generation)
    return counts.some(({ what }) => what !== 'grievance.closed') ? 'kept' : undefined
  }
  const verdicts = Object.fromEntries(
    promises.flatMap((promised) => {
      const is = verdict(promised)
      return is ? [[promised, is]] : []
    }),
  )
  const ended = latest(here.filter(({ what, how }) => what === 'grievance.closed' && how && APART.includes(how)))?.how
  const content = contentIn(here)
  return {
    matter,
    sentAt: all[0]?.sentAt ?? '',
    unit,
    secret,
    held: here.some(({ what }) => HELD.includes(what)) || now?.accepted === true,
    verdicts,
    returned: here.some(({ what }) => what === 'grievance.returned'),
    rungs: here.flatMap(({ rungs = [] }) => rungs),
    ...(content !== undefined && { satisfied: content }),
    ...(ended && { ended: ended as 'unreached' | 'by-code' }),
  }
}

const APART: readonly string[] = ['unreached', 'by-code']

const latest = (facts: readonly GrievanceFact[]): GrievanceFact | undefined =>
  [...facts].sort((a, b) => a.generation - b.generation || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).at(-1)

/** Her own rating, else what she said when she was rung; undefined where she said nothing. */
function contentIn(here: readonly GrievanceFact[]): boolean | undefined {
  const rated = latest(here.filter(({ what }) => what === 'grievance.rated'))
  const rung = latest(here.filter(({ what, satisfied }) => what === 'grievance.called-back' && satisfied !== undefined))
  const newer = rated && rung && rung.generation > rated.generation ? undefined : rated
  return newer?.stars === undefined ? rung?.satisfied : newer.stars >= CONTENT_FROM
}
