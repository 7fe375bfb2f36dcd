import type { AidCommand } from '@/domain/aid-commands'
import { type NumberSeries, numberOf } from '@/domain/aid-documents'
import { decidedIt } from '@/domain/aid-ending'
import { peopleAfter } from '@/domain/aid-papers'
import { type Aid, type AidGiven, type AidState, holdsLawyer } from '@/domain/aid-types'
import type { Circumstances, OnDuty } from '@/domain/decider'
import { type Match, nearHits, wallRule } from '@/domain/matching'
import { nearMarksOf } from '@/domain/near'
import { marksOf } from '@/domain/wall'
import { type NextNumber, nextNumber } from './aid-numbers'
import { type Cards, matchFor, readCard, readCards, secondPerson, supervisorBut } from './circumstances'
import type { Act } from './kinds/kind'
import type { Write } from './ports'
import { writeLawyer } from './records'
import { type Firms, firmGuard, firmsOf, registerMarks, soundsIn, wallFor, wallOf, withThemselves } from './wall'
import type { World } from './world'

/**
 * What one command looks at besides the circumstances, and the guards it was read under: cards and houses are read
 * before the wall, and written back with the versions they had then, so that nothing can pass in between.
 */
export type Considered = {
  facts: Pick<AidGiven, 'match' | 'hit' | 'near' | 'sounds' | 'second' | 'above' | 'draw' | 'no' | 'grantNo'>
  cards: Cards
  firms: Firms
  /** Of the papers that it makes. */
  nexts: readonly NextNumber[]
}
export const nothing: Considered = { facts: {}, cards: new Map(), firms: new Map(), nexts: [] }

/** As `lookedAt`, with the number of the paper that the command makes, where it makes one. */
export async function consider(
  world: World,
  act: Act,
  before: AidState,
  command: AidCommand,
  given: Circumstances & { duty: OnDuty },
): Promise<Considered> {
  const read = async (series: NumberSeries | undefined) => series && nextNumber(world, series, given)
  const [found, next, grant] = await Promise.all([
    lookedAt(world, act, before, command, given),
    read(seriesOf(before, command)),
    read(correctsRefusal(before, command) ? 'grant' : undefined),
  ])
  const facts = { ...found.facts, ...(next && { no: next.no }), ...(grant && { grantNo: grant.no }) }
  return { ...found, facts, nexts: [next, grant].filter((each) => each !== undefined) }
}

/** Its ruling is a decision to grant as well, and makes both papers. */
const correctsRefusal = (state: AidState, command: AidCommand): boolean =>
  command.type === 'RuleObjection' &&
  command.decision === 'correct' &&
  state.stage !== 'blank' &&
  state.objected?.first === 'refused'

function seriesOf(state: AidState, command: AidCommand): NumberSeries | undefined {
  switch (command.type) {
    case 'GrantAid':
    case 'Regularise':
      return 'grant'
    case 'TerminateAid':
      return 'termination'
    case 'RuleObjection':
      return 'objection'
    case 'ConfirmRefusal':
      return command.ok ? 'refusal' : undefined
    case 'Renumber':
      return command.document ?? (state.stage === 'blank' ? undefined : numberOf(state)?.series)
    default:
      return undefined
  }
}

async function lookedAt(
  world: World,
  { id, actor }: Act,
  before: AidState,
  command: AidCommand,
  given: Circumstances & { duty: OnDuty },
): Promise<Considered> {
  if (command.type === 'RefuseAid') {
    // Nor the one whose application it is.
    const owner = before.stage === 'blank' ? undefined : before.owner
    const second = await secondPerson(world, given.duty, [actor.id, ...(owner ? [owner] : [])])
    return { ...nothing, facts: second ? { second } : {} }
  }
  if (asksAbove(command, before)) {
    const above = await supervisorBut(world, [actor.id, ...partIn(before)])
    return { ...nothing, facts: above ? { above } : {} }
  }
  if (command.type === 'ReviewClose') return { ...nothing, facts: { draw: drawOf(world, id) } }
  if (before.stage !== 'blank' && assigns(command)) return lookForLawyer(world, id, before, command, given)
  return askTheWall(world, id, before, command, given)
}

async function lookForLawyer(
  world: World,
  id: string,
  state: Aid,
  command: AidCommand,
  given: Circumstances,
): Promise<Considered> {
  const cards = await cardsFor(world, state, command)
  const firms = await firmsOf(world, unitsOf(cards))
  const match = await matchBehindTheWall(world, id, offerable(state, command), cards, given)
  return { ...nothing, facts: { match }, cards, firms }
}

export const matchBehindTheWall = async (
  world: World,
  id: string,
  state: Aid,
  cards: Cards,
  given: Pick<Circumstances, 'policy' | 'now'>,
): Promise<Match> => matchFor(world, state, cards, given, await wallOf(world, id, state))

/** Whoever changes who stands on which side is findable first, and then asks whether the lawyer may stay. */
async function askTheWall(
  world: World,
  id: string,
  before: AidState,
  command: AidCommand,
  { policy }: Circumstances,
): Promise<Considered> {
  const people = peopleAfter(before, command)
  if (!people) return nothing
  const holder = holderOf(before)
  const found = holder === undefined ? undefined : await readCard(world, holder)
  const cards: Cards = found ? new Map([[found.card.person, found]]) : new Map()
  const firms = await firmsOf(world, unitsOf(cards))
  const marks = marksOf(people)
  const sounds = await soundsIn(world, people)
  const alike = { ...people, ...(sounds && { sounds }) }
  await registerMarks(world, id, [...marks, ...nearMarksOf(alike)])
  const facts = { ...(sounds && { sounds }) }
  if (!found) return { ...nothing, facts, cards, firms }
  const answers = before.stage === 'blank' ? [] : (before.nearAnswers ?? [])
  const walled = withThemselves(await wallFor(world, id, marks, { people: alike, answers }), marks, [found.card])
  const hit = wallRule({ walled }, found.card, policy) !== undefined
  return { ...nothing, facts: { ...facts, hit, near: nearHits({ walled }, found.card, policy) }, cards, firms }
}

const unitsOf = (cards: Cards): string[] => [...cards.values()].map(({ card }) => card.org)

/** From 0 up to 1, the same for the same matter whenever it is drawn. */
const drawOf = (world: World, id: string): number =>
  Buffer.from(world.seal.digest('lookup', `sample ${id}`)).readUIntBE(0, 6) / 2 ** 48

const ASSIGNING: readonly string[] = ['GrantAid', 'AssignAid', 'SwapLawyer', 'FindLawyerAgain', 'ProvideFirst']
const assigns = (command: AidCommand): boolean => ASSIGNING.includes(command.type) || releases(command)

/** After these the lawyer is gone, and the next is found in the same act. */
const releases = (command: AidCommand): boolean =>
  (command.type === 'AnswerConflict' && command.conflict) ||
  (command.type === 'RuleChange' && command.ok) ||
  (command.type === 'AnswerNear' && command.same) ||
  command.type === 'LeaveAid'

/** What a supervisor rules on who had no part in it. */
const asksAbove = (command: AidCommand, before: AidState): boolean =>
  command.type === 'ObjectToAid' ||
  command.type === 'DoubtPromise' ||
  (command.type === 'LeaveAid' && before.stage !== 'blank' && before.left !== undefined)

const partIn = (before: AidState): string[] =>
  before.stage === 'blank' ? [] : [...decidedIt(before), ...(before.owner ? [before.owner] : [])]

/** Everybody matching looks at, and the one who was asked for even where he is not among them. */
async function cardsFor(world: World, state: Aid, command: AidCommand): Promise<Cards> {
  const cards = await readCards(world, state.place.town)
  const named = 'lawyer' in command ? command.lawyer : undefined
  const extra = named && !cards.has(named) ? await readCard(world, named) : undefined
  return extra ? cards.set(extra.card.person, extra) : cards
}

/** Who has just left is not offered the matter again in the same breath. */
export const offerable = (state: Aid, command: AidCommand): Aid =>
  releases(command) && state.lawyer
    ? { ...state, offered: [...state.offered, state.lawyer.ref.id] }
    : { ...state, ...(command.type === 'GrantAid' && command.form && { form: command.form }) }

export const holderOf = (state: AidState | undefined): string | undefined =>
  state && state.stage !== 'blank' && holdsLawyer(state) ? state.lawyer?.ref.id : undefined

/**
 * The cards of whoever takes or leaves the matter, and his house's guard: written in the same save, so that neither
 * his capacity nor the wall can be overrun.
 */
export async function guardWrites(
  world: World,
  id: string,
  was: AidState | undefined,
  is: Aid,
  { cards, firms }: Considered,
  { now, edited }: { now: string; edited: boolean },
): Promise<Write[]> {
  const before = holderOf(was)
  const holder = holderOf(is)
  if (before === holder && !(holder && edited)) return []
  const writes: Write[] = []
  for (const person of new Set([before, holder])) {
    const found = person && (cards.get(person) ?? (await readCard(world, person)))
    if (!found) continue
    const { card, version } = found
    const others = card.matters.filter((held) => held !== id)
    const taken = { ...card, matters: [...others, id], ...(before !== holder && { lastOfferAt: now }) }
    writes.push(writeLawyer(world, person === holder ? taken : { ...card, matters: others }, version))
  }
  const unit = holder && is.lawyer?.ref.unit
  if (!unit) return writes
  // A report that is given back returns to who had it: nobody is chosen, so nothing was read before.
  return [...writes, firmGuard(unit, firms.has(unit) ? firms : await firmsOf(world, [unit]))]
}
