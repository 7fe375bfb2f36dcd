import type { ActionName, Input, Output } from '@/contract/actions'
import type { Grievance } from '@/domain/grievance-types'
import { after, type Instant, MINUTE } from '@/domain/time'
import { loadCounty } from '../../cloudfunctions/county'
import { handle } from '../../cloudfunctions/handle'
import { openMatter, type StoredEvent } from '../../cloudfunctions/matter-document'
import { memoryStore } from '../../cloudfunctions/memory/store'
import type { World } from '../../cloudfunctions/world'
import { grievanceCounty } from '../journeys/grievance-given'
import { worldAt } from './county-given'

/** The three levels of the journeys' county in memory, with a clock that is moved by minutes. */
export async function reporting(start: Instant, more: Parameters<typeof grievanceCounty>[0] = {}) {
  let now = start
  let n = 0
  const store = memoryStore()
  const world: World = { ...worldAt(start, store), clock: { now: () => now, wall: Date.now } }
  const loaded = await loadCounty(world, grievanceCounty(more))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))

  const tried = async (who: string, action: ActionName, input: object) => {
    n += 1
    const asked = { requestId: `a-request-of-its-own-${n}`, ...input }
    return handle(world, action, asked, { person: who, session: who }, { source: 'test', trace: 'test' })
  }
  const act = async <A extends ActionName>(who: string, action: A, input: Omit<Input<A>, 'requestId'>) => {
    const { reply } = await tried(who, action, input)
    if (!reply.ok) throw new Error(`${who} ${action}: ${JSON.stringify(reply)}`)
    return reply.value as Output<A>
  }
  const opened = async (id: string) => {
    const doc = await store.get('matters', id)
    if (!doc) throw new Error(`no ${id}`)
    return openMatter(doc, world.seal)
  }
  return {
    world,
    store,
    tried,
    act,
    opened,
    now: () => now,
    pass: (minutes: number) => {
      now = after(now, minutes * MINUTE)
    },
    to: (instant: Instant) => {
      now = instant
    },
    /** Everything that ever happened to it, also what spilled out of the matter's own document. */
    history: async (id: string): Promise<{ state: Grievance; events: StoredEvent[] }> => {
      const { state, events } = await opened(id)
      const { docs } = await store.list('history', { index: 'byMatter', where: { matter: id }, limit: 100 })
      if (state.kind !== 'grievance') throw new Error(`${id} is no grievance`)
      return { state, events: [...docs.flatMap(({ body }) => JSON.parse(body) as StoredEvent[]), ...events] }
    },
    facts: async () => {
      const found = await Promise.all(
        FACTS.map((what) => store.list('facts', { index: 'byDay', where: { what: `grievance.${what}` }, limit: 100 })),
      )
      return found.flatMap(({ docs }) => docs)
    },
  }
}
const FACTS = [
  'submitted',
  'accepted',
  'dispatched',
  'passed',
  'responded',
  'resolved',
  'returned',
  'called-back',
  'rated',
  'paper',
  'reopened',
  'reclassified',
  'suspended',
  'closed',
]
export type Reporting = Awaited<ReturnType<typeof reporting>>

/** The report of a choked ditch; `more` changes what she says. */
export const ditch = (place: string, more: object = {}): Omit<Input<'grievance.submit'>, 'requestId'> => ({
  topic: 'water',
  place,
  text: '村西那条水渠从桥头到泵站都淤了',
  anonymity: 'none',
  ...more,
})
export const water = { main: 'dept:water', why: '水渠清淤归水务局' } as const
