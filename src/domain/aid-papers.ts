import { cancelling, pausing, resuming, start, stopping } from './aid-clocks'
import type { AidCommand } from './aid-commands'
import type { AidEvent } from './aid-events'
import { completedWith } from './aid-evolve'
import { askedNear } from './aid-near'
import { byActor, having, notToDecide } from './aid-review'
import {
  type Aid,
  type AidGiven,
  type AidPersonal,
  type AidState,
  holdsLawyer,
  isOver,
  owesLater,
  type PapersList,
  type Party,
} from './aid-types'
import { alarming } from './aid-urgency'
import { contradictions } from './contradictions'
import { type Refusal, refuse } from './decider'
import { running } from './matter'
import { keepingNumbers, sameAsApplicant } from './parties'

/** What is still owed or was told wrong: papers, one list of them; the rest of the form; who the other side is. */

type Command<T extends AidCommand['type']> = Extract<AidCommand, { type: T }>

/** All that is missing is listed once (法律援助法 43); a second list takes a supervisor's reason. */
export function listPapers(state: Aid, { items, why }: Command<'ListPapers'>, given: AidGiven): AidEvent[] | Refusal {
  const last = state.personal.lists.at(-1)
  const { actor, now } = given
  const owing = state.stage === 'supplementing'
  const later = owesLater(state)
  if (last && (owing || later) && last.by.id === actor.id && asksTheSame(last, items, why)) return []
  const boss = actor.role === 'supervisor'
  // Whoever listed before is told why not twice; whoever comes second, that somebody was first.
  if (owing && !boss && last?.by.id === actor.id) return refuse('aid.second-list', { article: '43' })
  const not = later || (owing && boss) ? undefined : notToDecide(state, given)
  if (not) return not
  if (state.timesAsked > 0 && !boss) return refuse('aid.second-list', { article: '43' })
  if (state.timesAsked > 0 && !why) return refuse('aid.why-missing')
  // What is still owed of the first list stays owed: there is one list to answer, and one clock.
  const still = owing
    ? (last?.items.filter(({ answered, key }) => !answered && !items.some((i) => i.key === key)) ?? [])
    : []
  const all = [...still.map(({ key, text }) => ({ key, text })), ...items]
  return [
    {
      type: 'PapersListed',
      at: now,
      by: byActor(given),
      count: all.length,
      nth: state.timesAsked + 1,
      personal: { items: all, ...(why && { why }) },
    },
    ...(later ? [] : pausing(state, now)),
    ...cancelling(state, now, ['aid.supplement']),
    start('aid.supplement', now, given, state),
  ]
}

/** Sent again; what was still owed of an earlier list stands in it as well, and then it has a reason. */
function asksTheSame(last: PapersList, items: { key: string; text: string }[], why?: string): boolean {
  const asked = last.items.map(listed)
  const within = items.every((item) => asked.includes(listed(item)))
  return within && last.why === why && (why !== undefined || asked.length === items.length)
}

const listed = ({ key, text }: { key: string; text: string }): string => JSON.stringify([key, text])

/** Photos or words, in one go or piece by piece; with the last of them the clocks go on. */
export function supplyPapers(state: Aid, { items }: Command<'SupplyPapers'>, given: AidGiven): AidEvent[] | Refusal {
  const list = state.personal.lists.at(-1)
  if (list && items.every((item) => alreadyIn(list, item))) return []
  if ((state.stage !== 'supplementing' && !owesLater(state)) || !list) return refuse('aid.nothing-owed')
  const stranger = items.find(({ key }) => !list.items.some((owed) => owed.key === key))
  if (stranger) return refuse('aid.paper-not-listed', { key: stranger.key })
  if (tooMuch(list, items)) return refuse('aid.too-many-words')
  const all = list.items.every(({ key, answered }) => answered || items.some((item) => item.key === key))
  return [
    { type: 'PapersSupplied', at: given.now, by: given.actor.id, count: items.length, all, personal: { items } },
    ...(all
      ? [
          ...stopping(state, ['aid.supplement'], given.now),
          ...(state.stage === 'supplementing' ? resuming(state, given) : []),
        ]
      : []),
  ]
}

/** A file that was named before anybody had looked at it, and that nobody can open: told once. */
export function tellUnreadable(
  { open, unreadable = [] }: Aid,
  { file, sender }: Command<'TellUnreadable'>,
  { now }: AidGiven,
): AidEvent[] {
  return !open || unreadable.includes(file) ? [] : [{ type: 'PaperUnreadable', at: now, file, sender }]
}

/** Sent again after a lost answer: the same words, the same photos. */
function alreadyIn({ items }: PapersList, { key, files, text }: Command<'SupplyPapers'>['items'][number]): boolean {
  const answered = items.find((owed) => owed.key === key)?.answered
  return answered !== undefined && answered.text === text && files.every((file) => answered.files.includes(file))
}

/** Nine photos of one paper, and a page or two of words in all: a matter is one document, and stays small. */
function tooMuch({ items: owed }: PapersList, items: Command<'SupplyPapers'>['items']): boolean {
  const came = owed.map(({ key, answered }) => {
    const item = items.find((each) => each.key === key)
    return {
      files: (answered?.files.length ?? 0) + (item?.files.length ?? 0),
      words: (item?.text ?? answered?.text ?? '').length,
    }
  })
  return (
    came.some(({ files }) => files > MOST_FOR_ONE_PAPER) || came.reduce((n, { words }) => n + words, 0) > MOST_WORDS
  )
}

/** No machine deems anything withdrawn: time is over, a person has rung, and signs for what was said. */
export function deemWithdrawn(state: Aid, { call }: Command<'DeemWithdrawn'>, given: AidGiven): AidEvent[] | Refusal {
  const first = state.deemedWithdrawn
  if (first) return first.by.id === given.actor.id ? [] : refuse('matter.changed', { by: first.by.name, at: first.at })
  if (state.stage === 'withdrawn') return refuse('aid.already-closed')
  const owed = running(state.clocks, 'aid.supplement')
  if (state.stage !== 'supplementing' || !owed) return refuse('aid.nothing-owed')
  if (state.owner === given.actor.id) return refuse('aid.own-application')
  if (given.now < owed.dueAt) return refuse('aid.supplement-not-over', { at: owed.dueAt })
  const rang = state.calls.some(({ at }) => at >= owed.dueAt)
  if (!rang && state.personal.applicant.phone) return refuse('aid.ring-first')
  return [
    { type: 'AidDeemedWithdrawn', at: given.now, by: byActor(given), personal: { call } },
    ...cancelling(state, given.now),
  ]
}

/** What a clerk left for later, or what was wrong. */
export function complete(state: Aid, command: Command<'CompleteAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { route, evidence, personal } = command
  if (isOver(state)) return refuse('aid.already-closed')
  const fields = [
    ...Object.keys(personal).filter((field) => field !== 'applicant'),
    ...Object.keys(personal.applicant ?? {}).map((field) => `applicant.${field}`),
    ...(route ? ['route'] : []),
    ...(evidence.length > 0 ? ['evidence'] : []),
  ]
  if (fields.length === 0) return []
  if (state.evidence.length + evidence.length > MOST_EVIDENCE) return refuse('aid.too-much-evidence')
  const completed: AidEvent = {
    type: 'AidCompleted',
    at: given.now,
    by: given.actor.id,
    fields,
    ...(route && { route }),
    evidence,
    personal: { ...personal, ...(given.sounds && { sounds: given.sounds }) },
  }
  const known = fields.some((field) => IDENTITY.includes(field))
  const after = having(state, [completed])
  const [against] = contradictions(after.personal)
  if (against) return refuse('aid.contradiction', against)
  if (!known) return [completed, ...alarming(after, given)]
  const [same] = sameAsApplicant(after.personal.applicant, after.personal.parties)
  if (same) return refuse('aid.party-is-applicant', same)
  // Another number is another person: the wall is asked again, as with a party.
  return [completed, ...askedAnew(after, given, false), ...alarming(after, given)]
}

const MOST_EVIDENCE = 30
const MOST_FOR_ONE_PAPER = 9
const MOST_WORDS = 3000
const IDENTITY = ['applicant.name', 'applicant.phone', 'applicant.idNumber', 'applicant.birth']

/** The other side told anew: who holds the matter answers again, and the wall comes first. */
export function changeParties(
  state: Aid,
  { parties: told }: Command<'ChangeParties'>,
  given: AidGiven,
): AidEvent[] | Refusal {
  if (isOver(state)) return refuse('aid.already-closed')
  const parties = keepingNumbers(state.personal.parties, told)
  const [same] = sameAsApplicant(state.personal.applicant, parties)
  if (same) return refuse('aid.party-is-applicant', same)
  const before = state.personal.parties.map(said)
  if (before.length === parties.length && parties.every((party, n) => said(party) === before[n])) return []
  const changed: AidEvent = {
    type: 'PartiesChanged',
    at: given.now,
    by: given.actor.id,
    count: parties.length,
    personal: { parties, ...(given.sounds && { sounds: given.sounds }) },
  }
  const someoneNew = parties.some((party) => !before.includes(said(party)))
  return [changed, ...askedAnew(having(state, [changed]), given, someoneNew)]
}

/** Whom the matter is about once this command is done; undefined where it changes nobody. */
export function peopleAfter(
  state: AidState,
  command: AidCommand,
): Pick<AidPersonal, 'applicant' | 'parties'> | undefined {
  if (command.type === 'SubmitAid' || command.type === 'ReceiveNotice') return command.personal
  if (state.stage === 'blank') return undefined
  if (command.type === 'ChangeParties')
    return { ...state.personal, parties: keepingNumbers(state.personal.parties, command.parties) }
  return command.type === 'CompleteAid' ? completedWith(state.personal, command.personal) : undefined
}

const said = ({ role, name, idNumber, creditCode, phone }: Party): string =>
  JSON.stringify([role, name, idNumber, creditCode, phone])

/** A hit freezes the lawyer and asks the reviewer; a name that is like one asks her; new names he is asked himself. */
function askedAnew(state: Aid, given: AidGiven, someoneNew: boolean): AidEvent[] {
  const { now, hit, duty } = given
  const { lawyer } = state
  if (!lawyer || !holdsLawyer(state)) return []
  const asked: AidEvent[] = []
  if (lawyer.conflict !== 'frozen') {
    if (hit) asked.push({ type: 'LawyerFrozen', at: now, lawyer: lawyer.ref, to: duty })
    else if (someoneNew && lawyer.conflict === 'clear')
      asked.push({ type: 'ConflictAskedAgain', at: now, lawyer: lawyer.ref })
  }
  return [...asked, ...askedNear(state, given)]
}
