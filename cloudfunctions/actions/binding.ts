import type { ActionName, Output, Parsed } from '@/contract/actions'
import type { Problem } from '@/contract/check'
import type { MatterView } from '@/contract/views'
import type { Actor, Refusal } from '@/domain/decider'
import { accusedOf } from '@/domain/grievance-permission'
import type { Matter } from '@/domain/matters'
import { mayOn } from '@/domain/permission'
import type { Policy } from '@/domain/policy'
import type { Caller } from '../actor'
import { catalogueNow } from '../catalogue'
import { commit, type Intent } from '../commit'
import { stateOf } from '../evidence/file-records'
import type { Origin } from '../handle'
import { type Blank, type Command, kindOfState } from '../kinds'
import { type Opened, openMatter, type StoredEvent } from '../matter-document'
import { isInApp, recipientKey } from '../outbox'
import { matterView } from '../present'
import { papersOf } from '../present-kinds'
import { codeOf } from '../query-code'
import { POLICY, readPolicy } from '../records'
import { findUnit } from '../units'
import type { World } from '../world'

/** What an action has at hand once it is known who asks. */
export type Context = Caller & { world: World; now: string; origin: Origin; action: ActionName }
export type Result<T> = Promise<T | Refusal | { invalid: Problem[] }>
export type Binding<A extends ActionName> = (context: Context, input: Parsed<A>) => Result<Output<A>>

/** The keyed name of a request and the digest of its body: who may repeat it, and what counts as the same. */
export function requestOf(
  { world, actor, action }: Context,
  input: { requestId: string },
): NonNullable<Intent['request']> {
  const key = world.seal.lookup('request', `${actor.id}|${input.requestId}`).slice(0, 22)
  const digest = world.seal.lookup('request', `${action}|${stable(input)}`).slice(0, 22)
  return { key, digest }
}

/** The same text for the same content, whatever the order of its fields. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

type OnMatter = { id: string; version?: number; requestId: string }

/** Most actions: one command on one matter, and its view back. */
export const onMatter =
  <I extends OnMatter>(command: (input: I) => Command, beside?: Intent['beside']) =>
  async (context: Context, input: I): Result<MatterView> => {
    const { world, actor, action } = context
    const outcome = await commit(world, {
      id: input.id,
      actor,
      command: () => command(input),
      request: requestOf(context, input),
      permit: (state) => mayOn(action, state, actor),
      ...(beside && { beside }),
      ...(input.version !== undefined && { version: input.version }),
    })
    return 'matter' in outcome ? viewOf(context, outcome.matter) : outcome
  }

/** The reply is the page: the matter as this actor sees it, with all of its history and what he hasn't read. */
export async function viewOf(context: Context, matter: Opened, code?: string): Promise<MatterView> {
  const { world, actor } = context
  // Her account, or her code: it is told to nobody else.
  const own = matter.state.owner === actor.id && (actor.role === 'resident' || actor.role === 'visitor')
  const [events, unread, closed, policy, names] = await Promise.all([
    fullHistory(world, matter),
    unreadOf(world, actor.id, matter.id),
    closedFiles(world, matter.state),
    countyPolicy(world, matter.state),
    namesIn(world, matter.state, actor),
  ])
  const shown = code ?? (own ? codeOf(world, matter.id, actor.id) : undefined)
  return matterView(world, matter, actor, world.clock.now(), {
    events,
    unread,
    closed,
    policy,
    names,
    ...(shown && { code: shown }),
  })
}

/** What comes next, and when, is the county's to say while a question waits. */
const countyPolicy = async (world: World, { kind, open }: Matter): Promise<Policy> =>
  kind === 'question' && open ? readPolicy(world, await world.store.get('policy', POLICY)) : world.policy

/** What codes in it are called, for the command seat: the row of the catalogue, the unit it is against. */
async function namesIn(world: World, state: Matter, { role }: Actor): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (state.kind !== 'grievance' || (role !== 'command' && role !== 'supervisor')) return names
  const [accused] = accusedOf(state)
  const unit = accused ? await findUnit(world, accused) : undefined
  if (unit) names.set(unit.code, unit.name)
  const item = state.item && (await catalogueNow(world)).items.find(({ code }) => code === state.item)
  if (item) names.set(item.code, item.name)
  return names
}

const FILES_READ = 50

/** Which of its papers can't be opened yet, or ever. */
async function closedFiles(world: World, state: Matter): Promise<Map<string, 'checking' | 'refused'>> {
  const ids = [...new Set(papersOf(state).map(({ id }) => id))]
  const pages = Array.from({ length: Math.ceil(ids.length / FILES_READ) }, (_, n) =>
    world.store.getMany('files', ids.slice(n * FILES_READ, (n + 1) * FILES_READ)),
  )
  const docs = (await Promise.all(pages)).flat()
  return new Map(
    docs.flatMap((doc) => {
      const state = stateOf(doc)
      if (state === 'ready') return []
      return [[doc.id, state === 'arrived' || state === 'awaited' ? 'checking' : 'refused'] as const]
    }),
  )
}

const PAGES_READ = 100

/** The events that the matter still carries, behind those that spilled over into history. */
async function fullHistory(world: World, matter: Opened): Promise<StoredEvent[]> {
  if (matter.events.length === matter.seq) return matter.events
  const { docs } = await world.store.list('history', {
    index: 'byMatter',
    where: { matter: matter.id },
    limit: PAGES_READ,
  })
  return [...docs.flatMap(({ body }) => JSON.parse(body) as StoredEvent[]), ...matter.events]
}

const UNREAD_COUNTED = 100

export async function unreadOf(world: World, person: string, matter?: string): Promise<number> {
  const where = { to: recipientKey(world, person), seen: false }
  const { docs } = await world.store.list('notices', { index: 'byUnseen', where, limit: UNREAD_COUNTED })
  const own = docs.filter(isInApp)
  return matter ? own.filter(({ keys }) => keys.matter === matter).length : own.length
}

/** Lists never write: what time has done since is settled in memory. */
export const openedFrom =
  ({ seal, calendar }: World, now: string) =>
  (doc: Parameters<typeof openMatter>[0]): Opened => {
    const matter = openMatter(doc, seal)
    const kind = kindOfState(matter.state)
    const settled = kind.settle(matter.state, { now, calendar })
    return { ...matter, state: settled.reduce<Matter | Blank>(kind.evolve, matter.state) as Matter }
  }
