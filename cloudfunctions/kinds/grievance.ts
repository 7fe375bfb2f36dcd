import {
  grievance,
  grievanceDesks,
  grievanceNotices,
  grievanceWakeAt,
  settleGrievance,
  timeIsUp,
} from '@/domain/grievance'
import { isSecret, isShutOut } from '@/domain/grievance-permission'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceGiven } from '@/domain/grievance-types'
import { earliest } from '@/domain/time'
import { peopleIn, refOf } from '../circumstances'
import { commandAt } from '../command-seat'
import { grievanceFacts } from '../grievance-facts'
import { likenessWrites } from '../likeness'
import { openMatter } from '../matter-document'
import { type Numbers, numbersNow, paperWrites } from '../papers'
import type { PersonRecord, RotaRecord } from '../records'
import { unitAbove, unitWith } from '../units'
import type { World } from '../world'
import type { Blank, Given, Kind } from './kind'

/** What people report, in the pipeline. */
type Facts = Pick<GrievanceGiven, 'command' | 'supervisor' | 'above' | 'numbers' | 'matter' | 'head'>
type Found = { facts: Facts; numbers?: Numbers; parent?: Extract<GrievanceCommand, { type: 'AnswerFromParent' }> }

export const grievanceKind: Kind<Grievance, GrievanceCommand, GrievanceEvent, Found> = {
  name: 'grievance',
  begins: ['SubmitGrievance'],
  ownerOf: (command) => (command.type === 'SubmitGrievance' ? command.owner : undefined),
  evolve: grievance.evolve,
  settle: settleGrievance,
  timesOwn: (state, given) => (timeIsUp(state, given) ? { type: 'Advance' } : undefined),
  wasDue: (state, { policy, now, calendar }) => earliest(grievanceWakeAt(state, policy, calendar), now),
  consider,
  decide: (_, state, command, given, { facts, parent }) => {
    const whole = { ...given, ...facts } satisfies GrievanceGiven
    // Whoever answered its parent and died before saying so here is caught up with.
    return grievance.decide(state, command.type === 'Advance' && parent ? parent : command, whole)
  },
  guards: async (world, { id, was, is, events }, { numbers }) => [
    ...(await paperWrites(world, id, was.stage === 'blank' ? [] : (was as Grievance).papers, is.papers, numbers)),
    ...grievanceFacts(world, id, is, events),
    ...(await likenessWrites(world, id, is, events)),
  ],
  afterwards: async (world, { id, is, events }, act) => {
    if (!events.some((event) => event.type === 'ResultChecked' && event.ok)) return
    const answer = answerOf(is)
    if (!answer) return
    for (const follower of await followersOf(world, id)) await act(follower, answer)
  },
  notices: grievanceNotices,
  desks: grievanceDesks,
  wakeAt: grievanceWakeAt,
}

async function consider(
  world: World,
  { id }: { id: string },
  state: Grievance | Blank,
  command: GrievanceCommand,
  given: Given & { rota: RotaRecord },
): Promise<Found> {
  const begun = state.stage === 'blank' ? undefined : (state as Grievance)
  const owner = command.type === 'SubmitGrievance' ? command.owner : begun?.owner
  const about = command.type === 'SubmitGrievance' ? command : begun
  const mayNot = ({ id, roles }: PersonRecord) =>
    id === owner || (about !== undefined && isShutOut(about, { units: roles.flatMap(({ unit }) => unit ?? []) }))
  const [command_, supervisors] = await Promise.all([commandAt(world, given, mayNot), peopleIn(world, 'supervisor')])
  const supervisor = supervisors.find((person) => !mayNot(person))
  // A county without a rota of its own has somebody at the centre: nothing resolves to nobody.
  const care = command_ ?? { on: given.duty, until: given.now }
  const facts: Facts = { command: care, ...(supervisor && { supervisor: refOf(supervisor) }) }
  if (!begun) return { facts }
  switch (command.type) {
    case 'PassUp': {
      const above = begun.main && (await unitAbove(world, begun.main.unit.code, owner))
      return { facts: above ? { ...facts, above } : facts }
    }
    case 'Advance': {
      const [ladder, parent] = await Promise.all([ladderFor(world, id, begun, given), parentsAnswer(world, begun)])
      return { facts: { ...facts, ...ladder.facts }, numbers: ladder.numbers, ...(parent && { parent }) }
    }
    case 'IssuePaper':
    case 'SignPaper': {
      const ladder = await ladderFor(world, id, begun, given)
      return { facts: { ...facts, ...ladder.facts }, numbers: ladder.numbers }
    }
    default:
      return { facts }
  }
}

/** What a paper is made with: the next numbers, the matter's id, the head of the unit that has it. */
async function ladderFor(world: World, id: string, { main, owner }: Grievance, { now }: Given) {
  const [numbers, unit] = await Promise.all([
    numbersNow(world, now),
    main && !main.leftAt ? unitWith(world, main.unit.code, owner) : undefined,
  ])
  const head = unit && unit !== 'nobody' ? { head: unit.person } : {}
  return { numbers, facts: { numbers: numbers.next, matter: id, ...head } }
}

const FOLLOWERS = 50

/** Reports that follow this one: it doesn't know of them. */
export async function followersOf(world: World, id: string): Promise<string[]> {
  const where = { desk: `follows:${id}` }
  const { docs } = await world.store.list('matters', { index: 'byDeskEver', where, limit: FOLLOWERS })
  return docs.map((doc) => doc.id)
}

/** What whoever follows it is answered. */
function answerOf({ resolved, personal, checked }: Grievance): Found['parent'] {
  if (!resolved || !checked) return undefined
  const { result, photos } = resolved
  return { type: 'AnswerFromParent', result, text: personal.result ?? '', photos }
}

const ANSWERED_LATER: readonly string[] = ['accepted', 'reopened']

async function parentsAnswer(world: World, { follows, stage }: Grievance): Promise<Found['parent']> {
  const doc = follows && ANSWERED_LATER.includes(stage) ? await world.store.get('matters', follows) : undefined
  const { state } = doc ? openMatter(doc, world.seal) : { state: undefined }
  return state?.kind === 'grievance' && !isSecret(state) ? answerOf(state) : undefined
}
