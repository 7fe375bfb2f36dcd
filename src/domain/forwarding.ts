import { isUnder18 } from './consent'
import { type Actor, type PersonRef, type Refusal, refuse } from './decider'
import { blankPersonal } from './erasure'
import type { CheckConsent, ConsentCheck, ForwardingEvent, SensitiveRow } from './forwarding-types'
import { isAccused } from './grievance-permission'
import { birthOf } from './identity-number'
import type { Matter } from './matters'
import { type Day, dayOf, type Instant } from './time'

/** 帮人办: what holds for a matter that somebody else entered, whatever kind it is. */

type Known = { name: string; phone?: string | undefined }
type Said = {
  applicant?: { birth?: Day; idNumber?: string; phone?: string }
  groups?: readonly string[]
  parties?: readonly Known[]
  kin?: Known
  consent?: { opponentIsKin?: boolean }
}
/** The parts of a new matter that these rules look at, as each kind has them or hasn't. */
export type Entered = {
  topic: string
  place: { code: string; town: string }
  against?: string
  helper?: PersonRef
  minor?: boolean
  need?: string
  personal: Said
}

/**
 * Why she must be asked herself: the row's `about`. Undefined where it is hers to begin with, where whoever entered it
 * only wrote down what she said, and where nothing in it is sensitive.
 */
export function mustAsk(entered: Entered, rows: readonly SensitiveRow[], now: Instant): string | undefined {
  if (!entered.helper || !entered.personal.consent) return undefined
  const about = [entered.topic, ...(isOfMinor(entered, dayOf(now)) ? ['minor'] : [])]
  return rows.find((row) => row.since <= dayOf(now) && about.includes(row.about))?.about
}

function isOfMinor({ minor, need, personal: { applicant, groups = [] } }: Entered, today: Day): boolean {
  const birth = applicant?.birth ?? (applicant?.idNumber && birthOf(applicant.idNumber))
  const young = birth !== undefined && birth !== '' && isUnder18(birth, today)
  return minor === true || need === 'left-behind-child' || young || groups.includes('no-income-minor')
}

/** Whether nobody may enter this for another: it is against his own committee, himself, or his kin. */
export function againstOwn(entered: Entered, actor: Pick<Actor, 'role' | 'unit' | 'units'>): boolean {
  const { topic, place, against, helper, personal } = entered
  if (!helper) return false
  return (
    isAccused({ topic, place, ...(against && { against }) } as Parameters<typeof isAccused>[0], actor) ||
    personal.consent?.opponentIsKin === true ||
    isOwnParty(helper, personal)
  )
}

/** The other side is whoever entered it, or the kin that would be told of every step. */
export const isOwnParty = (helper: Known, { parties = [], kin }: Pick<Said, 'parties' | 'kin'>): boolean =>
  parties.some((party) => isSame(helper, party) || (kin !== undefined && isSame(kin, party)))

/** The same number; the same name only where no number tells the two apart. */
const isSame = (one: Known, other: Known): boolean =>
  one.phone && other.phone ? one.phone === other.phone : one.name.trim() === other.name.trim()

/** Until she said yes herself, whoever entered it sees no more of it than that it is there; after a no, for good. */
export const isUnsure = ({ consentCheck }: Pick<Matter, 'consentCheck'>): boolean =>
  consentCheck !== undefined && consentCheck.said?.yes !== true

/** Whether she is still to be asked. */
export const isToAsk = ({ consentCheck, open }: Pick<Matter, 'consentCheck' | 'open'>): boolean =>
  open && consentCheck !== undefined && consentCheck.said === undefined

/**
 * She was rung: `withdrawn` is what her no makes of the matter, by its own rules. Refusals: `matter.nothing-to-ask`,
 * `matter.ask-by-another` (never by whoever entered it), `matter.changed` where somebody heard her answer before.
 */
export function checkConsent<E>(
  matter: Pick<Matter, 'consentCheck' | 'helper'>,
  { reached, agrees, note }: CheckConsent,
  { now, actor }: { now: Instant; actor: Pick<Actor, 'id' | 'name'> },
  withdrawn: () => E[] | Refusal,
): (E | ForwardingEvent)[] | Refusal {
  const { consentCheck: check, helper } = matter
  if (!check) return refuse('matter.nothing-to-ask')
  if (helper?.id === actor.id) return refuse('matter.ask-by-another')
  if (check.said) {
    const same = reached && check.said.by.id === actor.id && check.said.yes === agrees
    return same ? [] : refuse('matter.changed', { by: check.said.by.name, at: check.said.at })
  }
  const asked: ForwardingEvent = {
    type: 'ConsentChecked',
    at: now,
    by: { id: actor.id, name: actor.name },
    reached,
    ...(reached && agrees !== undefined && { agrees }),
    personal: note ? { note } : {},
  }
  if (!reached || agrees !== false) return [asked]
  const ended = withdrawn()
  // What is past withdrawing still keeps her word.
  return Array.isArray(ended) ? [...ended, asked] : [asked]
}

export const isForwarding = (event: { type: string }): event is ForwardingEvent => ofForwarding.includes(event.type)
const ofForwarding: readonly string[] = [
  'ConsentToCheck',
  'ConsentReminded',
  'ConsentPassedOn',
  'ConsentChecked',
] satisfies ForwardingEvent['type'][]

const TRIES_KEPT = 12
const NOTES_KEPT = 20

/** After her no nothing of her is left in it but the note of whoever asked: it was never hers. */
export function evolveForwarding<M extends Matter>(matter: M, event: ForwardingEvent): M {
  if (event.type === 'ConsentToCheck') {
    const { about, at, to, dueAt } = event
    return { ...matter, consentCheck: { about, at, to, ...(dueAt && { dueAt }), tries: [] } satisfies ConsentCheck }
  }
  const check = matter.consentCheck
  if (!check) return matter
  if (event.type === 'ConsentReminded') return { ...matter, consentCheck: { ...check, remindedAt: event.at } }
  if (event.type === 'ConsentPassedOn')
    return { ...matter, consentCheck: { ...check, to: event.to, passedOnAt: event.at } }
  const { at, by, reached, agrees } = event
  const tries = [...check.tries, { at, by, reached }].slice(-TRIES_KEPT)
  const said = agrees === undefined ? {} : { said: { at, by, yes: agrees } }
  const { note } = event.personal
  const notes = [...matter.personal.notes, ...(note ? [{ at, by, text: note }] : [])].slice(-NOTES_KEPT)
  const kept = isDisowned(matter, event) ? blankPersonal(matter.kind) : matter.personal
  return { ...matter, consentCheck: { ...check, tries, ...said }, personal: { ...kept, notes } }
}

/** She said that it isn't hers, and it has ended. */
export const isDisowned = ({ open }: Pick<Matter, 'open'>, event: { type: string }): boolean =>
  event.type === 'ConsentChecked' && (event as { agrees?: boolean }).agrees === false && !open

/** The same of a matter as it stands: nothing that was taken down in her name is shown to anybody. */
export const wasNeverHers = ({ consentCheck, open }: Pick<Matter, 'consentCheck' | 'open'>): boolean =>
  !open && consentCheck?.said?.yes === false
