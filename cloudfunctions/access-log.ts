import type { Actor } from '@/domain/decider'
import type { Matter } from '@/domain/matters'
import { standing } from '@/domain/permission'
import { seesPart } from '@/domain/sight'
import { dayOf, type Instant } from '@/domain/time'
import { createAll } from './create'
import { logError } from './log'
import type { Opened } from './matter-document'
import type { Doc, Write } from './ports'
import type { World } from './world'

/**
 * Who read what a person sent: a document a matter, reader and day, written beside the read. What she reads of her own
 * isn't noted, nor what a query code shows.
 */

export type Access = { at: Instant; by: { id: string; name: string; role: string }; matter: string; why?: string }

const place = (id: string) => ({ collection: 'access', id, field: 'reader' })
const idOf = (matter: string, { id, role }: Actor, now: Instant, mark?: string) =>
  `${matter}:${dayOf(now)}:${role}:${id}${mark ? `:${mark}` : ''}`

// A page that polls asks the store once a day, not each three seconds.
const MOST_REMEMBERED = 5000
const noted = new WeakMap<World['store'], Set<string>>()

function remembered(world: World): Set<string> {
  const found = noted.get(world.store) ?? new Set<string>()
  if (found.size > MOST_REMEMBERED) found.clear()
  noted.set(world.store, found)
  return found
}

/** Whether what this reader sees of it says anything about its person. */
const readsOfHer = (matter: Matter, actor: Actor): boolean => {
  const reader = standing(matter, actor)
  if (!reader || matter.owner === actor.id || actor.role === 'visitor' || actor.role === 'system') return false
  return (['applicant-name', 'applicant-contact', 'story'] as const).some((part) => seesPart(reader, part, matter))
}

/** Never fails the read: what can't be noted is logged. */
export async function noteRead(world: World, id: string, matter: Matter, actor: Actor): Promise<void> {
  if (!readsOfHer(matter, actor)) return
  try {
    await kept(world, id, matter.owner, actor)
  } catch (error) {
    logError(world.log, 'access', error)
  }
}

async function kept(
  world: World,
  matter: string,
  owner: string | undefined,
  actor: Actor,
  why?: string,
  mark = why && 'why',
) {
  const at = world.clock.now()
  const id = idOf(matter, actor, at, mark)
  const before = remembered(world)
  if (before.has(id)) return
  // Of two at once one is second: that she read it today is there.
  await world.store.save([accessWrite(world, { id, matter, owner, actor, at, why })])
  before.add(id)
}

type Reading = {
  id: string
  matter: string
  owner: string | undefined
  actor: Actor
  at: Instant
  why: string | undefined
}
function accessWrite(world: World, { id, matter, owner, actor, at, why }: Reading): Write {
  const access: Access = { at, by: { id: actor.id, name: actor.name, role: actor.role }, matter, ...(why && { why }) }
  const keys = { owner: owner ?? '', matter, at }
  return {
    collection: 'access',
    id,
    expected: 0,
    keys,
    body: JSON.stringify({ sealed: world.seal.seal(place(id), access) }),
  }
}

/** A supervisor's stated reason for opening what is only kept: nothing is shown where it can't be kept. */
export async function stateReason(world: World, id: string, matter: Matter, actor: Actor, why: string): Promise<void> {
  await kept(world, id, matter.owner, actor, why)
}

/** A paper of it was made, with all that stands on it: nothing is handed out where that can't be kept. */
export async function notePaper(world: World, id: string, matter: Matter, actor: Actor, title: string): Promise<void> {
  if (readsOfHer(matter, actor)) await kept(world, id, matter.owner, actor, title, `paper:${title}`)
}

/** Many at once went out in one file: noted by day, each as a reading of its own; without that nothing is handed out. */
export async function noteExport(world: World, matters: readonly Opened[], actor: Actor, title: string): Promise<void> {
  const at = world.clock.now()
  const read = matters.filter(({ state }) => readsOfHer(state, actor))
  const write = ({ id: matter, state }: Opened): Write =>
    accessWrite(world, {
      id: idOf(matter, actor, at, `paper:${title}`),
      matter,
      owner: state.owner,
      actor,
      at,
      why: title,
    })
  await createAll(world, read.map(write))
}

/** Whether she gave her reason for it today. */
export const reasonToday = async (world: World, matter: string, actor: Actor): Promise<boolean> => {
  const id = idOf(matter, actor, world.clock.now(), 'why')
  return (await world.store.get('access', id)) !== undefined
}

const accessIn = (world: World, { id, body }: Doc): Access =>
  world.seal.unseal(place(id), (JSON.parse(body) as { sealed: string }).sealed) as Access

/** Who read what this person sent, newest first. */
export async function readsOf(
  world: World,
  owner: string,
  { after, limit = 20 }: { after?: string | undefined; limit?: number | undefined },
): Promise<{ items: Access[]; next?: string }> {
  const where = { index: 'byOwner', where: { owner }, order: 'descending' as const, limit }
  const { docs, next } = await world.store.list('access', { ...where, ...(after && { after }) })
  return { items: docs.map((doc) => accessIn(world, doc)), ...(next && { next }) }
}
