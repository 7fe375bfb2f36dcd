import type { OnDuty } from '@/domain/decider'
import { question, questionDesks, questionNotices, questionWakeAt, settleQuestion, timeIsUp } from '@/domain/question'
import { isLive } from '@/domain/question-offers'
import type { Question, QuestionCommand, QuestionEvent, QuestionGiven } from '@/domain/question-types'
import { earliest, type Instant } from '@/domain/time'
import { type Cards, readCard } from '../circumstances'
import { centreAt, dutyPerson, isWalled, rollFor } from '../duty-roll'
import { factWrites } from '../kept-facts'
import type { Write } from '../ports'
import { type RotaRecord, writeLawyer } from '../records'
import { rotaAt } from '../rota-records'
import type { World } from '../world'
import type { Blank, Given, Kind } from './kind'

/** A question in the pipeline. */
type Facts = Pick<QuestionGiven, 'roll' | 'self' | 'later' | 'unfit'>
type Found = { facts: Facts; cards: Cards }
const nothing: Found = { facts: {}, cards: new Map() }

export const questionKind: Kind<Question, QuestionCommand, QuestionEvent, Found> = {
  name: 'question',
  begins: ['AskQuestion'],
  ownerOf: (command) => (command.type === 'AskQuestion' ? command.owner : undefined),
  evolve: question.evolve,
  settle: settleQuestion,
  timesOwn: (state, { policy, now }) => (timeIsUp(state, policy, now) ? { type: 'Advance' } : undefined),
  wasDue: (state, { policy, now }) => {
    const due = questionWakeAt(state, policy)
    return earliest(due, now)
  },
  consider,
  decide: (world, state, command, given, { facts }) =>
    question.decide(state, command, {
      ...given,
      ...facts,
      licences: world.licences,
      topics: world.topics,
    } satisfies QuestionGiven),
  guards: async (world, { id, was, is, events, now }, { cards }) => [
    ...(await cardWrites(world, id, was, is, { now, cards, events })),
    ...factWrites(id, is, events),
  ],
  afterwards: async () => {},
  notices: questionNotices,
  desks: questionDesks,
  wakeAt: questionWakeAt,
}

async function consider(
  world: World,
  { id, actor }: { id: string; actor: { id: string } },
  state: Question | Blank,
  command: QuestionCommand,
  given: Given & { rota: RotaRecord },
): Promise<Found> {
  if (command.type === 'AskQuestion') {
    const { roll, cards } = await rollFor(world, id, command, given)
    return { facts: { roll }, cards }
  }
  if (state.stage === 'blank') return nothing
  switch (command.type) {
    case 'Advance':
    case 'PassQuestion': {
      const { roll, cards } = await rollFor(world, id, state as Question, given)
      return { facts: { roll }, cards }
    }
    case 'TakeQuestion': {
      const asked = (state as Question).offers.some((offer) => offer.to.id === actor.id && isLive(offer))
      const self = asked ? undefined : await dutyPerson(world, id, state as Question, actor.id, given)
      return { ...nothing, facts: self ? { self } : {} }
    }
    case 'RouteQuestion':
    case 'Reassign': {
      const unfit = await unfitFor(world, id, state as Question, command, given)
      return { ...nothing, facts: unfit ? { unfit } : {} }
    }
    case 'RingLater': {
      // The rota reaches as far as the hour she chose.
      const named = await centreAt(world, await rotaAt(world, command.at), command.at)
      const later = named && (await isWalled(world, id, state as Question, named.id, given)) ? undefined : named
      return {
        ...nothing,
        facts: later ? { later: { ...later, seat: given.duty.seat, gap: false } satisfies OnDuty } : {},
      }
    }
    default:
      return nothing
  }
}

const latest = (one: Instant, other: Instant): Instant => (one < other ? other : one)

/** Why this person can't ring her then: the wall, or he is away at that hour. */
async function unfitFor(
  world: World,
  id: string,
  state: Question,
  command: Extract<QuestionCommand, { type: 'RouteQuestion' | 'Reassign' }>,
  given: Given & { rota: RotaRecord },
): Promise<QuestionGiven['unfit']> {
  const promised = command.type === 'RouteQuestion' ? command.callBackAt : (state.routed?.callBackAt ?? given.now)
  const at = latest(promised, given.now)
  const { absences = [] } = await rotaAt(world, at)
  if (await isWalled(world, id, state, command.to.id, given)) return 'person-conflict'
  return absences.some(({ person, from, to }) => person === command.to.id && from <= at && at < to)
    ? 'person-away'
    : undefined
}

const holderOf = (state: Question | Blank): string | undefined =>
  state.stage === 'taken' ? (state as Question).taker?.ref.id : undefined

/** So many of a wave's people have it noted when they were last asked; a wave to everybody says nothing of turns. */
const NOTED = 6

/** The cards of whoever takes or leaves the question, and of the few whose turn it was. */
async function cardWrites(
  world: World,
  id: string,
  was: Question | Blank,
  is: Question,
  { now, cards, events }: { now: string; cards: Cards; events: QuestionEvent[] },
): Promise<Write[]> {
  const [before, holder] = [holderOf(was), holderOf(is)]
  const asked = events.flatMap((event) => (event.type === 'WaveBegun' ? event.offers.map(({ to }) => to.id) : []))
  const turned = asked.length <= NOTED ? asked : []
  const writes: Write[] = []
  for (const person of new Set([...(before === holder ? [] : [before, holder]), ...turned])) {
    const found = person && (cards.get(person) ?? (await readCard(world, person)))
    if (!found) continue
    const { card, version } = found
    const others = (card.questions ?? []).filter((held) => held !== id)
    const questions = person === holder ? [...others, id] : others
    const noted = turned.includes(person) || person === holder
    writes.push(writeLawyer(world, { ...card, questions, ...(noted && { lastOfferAt: now }) }, version))
  }
  return writes
}
