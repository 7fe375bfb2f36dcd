import type { Message } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { type Context, requestOf } from './actions/binding'
import { fileOf } from './evidence/file-records'
import type { Doc, Write } from './ports'
import type { World } from './world'

/**
 * The conversation of a question, a document a message, named by its request: sent twice it is there once. Each is
 * written in the save that counts it, so its number is its place.
 */

type Kept = { at: Instant; by: string; name: string; side: Message['side']; text?: string; files: string[] }
const place = (id: string) => ({ collection: 'messages', id, field: 'words' })

/** Whether this very message was said before, however long ago. */
export async function isSaid(context: Context, input: { id: string; requestId: string }): Promise<boolean> {
  const id = `${input.id}:${requestOf(context, input).key}`
  return (await context.world.store.get('messages', id)) !== undefined
}

export function messageWrite(
  context: Context,
  input: { id: string; requestId: string; text?: string; files: string[] },
  n: number,
): Write {
  const { world, actor } = context
  const id = `${input.id}:${requestOf(context, input).key}`
  const asker = actor.role === 'resident' || actor.role === 'visitor'
  const kept: Kept = {
    at: world.clock.now(),
    by: actor.id,
    name: actor.name,
    side: asker ? 'asker' : 'staff',
    ...(input.text && { text: input.text }),
    files: [...new Set(input.files)],
  }
  const body = JSON.stringify({ sealed: world.seal.seal(place(id), kept) })
  return { collection: 'messages', id, expected: 0, keys: { matter: input.id, n }, body }
}

const PAGE = 50

/** In the order they were said, behind the one whose id is `after`; `next` names the last one where more follow. */
export async function messagesOf(
  world: World,
  matter: string,
  side: Message['side'],
  reader: string,
  { after = '0', limit = PAGE }: { after?: string; limit?: number },
): Promise<{ items: Message[]; next?: string }> {
  const from = Number.parseInt(after, 10) + 1
  const { docs, next } = await world.store.list('messages', {
    index: 'byMatter',
    where: { matter },
    range: { from: Number.isSafeInteger(from) ? from : 1 },
    limit,
  })
  const items = await Promise.all(docs.map((doc) => messageOf(world, doc, side, reader)))
  const last = items.at(-1)?.id
  return { items, ...(next && last && { next: last }) }
}

async function messageOf(world: World, doc: Doc, side: Message['side'], reader: string): Promise<Message> {
  const { sealed } = JSON.parse(doc.body) as { sealed: string }
  const kept = world.seal.unseal(place(doc.id), sealed) as Kept
  const files = await Promise.all(kept.files.map((id) => fileView(world, id)))
  return {
    id: String(doc.keys.n),
    at: kept.at,
    side: kept.side,
    mine: kept.side === side && (side === 'asker' || kept.by === reader),
    by: kept.side === 'staff' ? kept.name : '',
    ...(kept.text && { text: kept.text }),
    files,
  }
}

async function fileView(world: World, id: string): Promise<Message['files'][number]> {
  const found = await fileOf(world, id)
  const type = found?.record.type ?? ''
  const kind = type.startsWith('image/') ? 'image' : type.startsWith('audio/') ? 'audio' : 'other'
  const shut = !found || found.state === 'refused' ? 'refused' : found.state === 'ready' ? undefined : 'checking'
  return { id, kind, ...(shut && { state: shut }) }
}
