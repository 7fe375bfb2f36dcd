import type { Problem } from '@/contract/check'
import type { Context } from './binding'

/** Files named in a command must be there and be the sender's own; each that isn't is told by its place in the list. */
export async function unknownFiles({ world, actor }: Context, ids: string[], field: string): Promise<Problem[]> {
  if (ids.length === 0) return []
  const docs = await world.store.getMany('files', [...new Set(ids)])
  const own = new Set(docs.filter(({ keys }) => keys.owner === actor.id).map(({ id }) => id))
  return ids.flatMap((id, n) => (own.has(id) ? [] : [{ field: `${field}.${n}`, code: 'unknown-file' }]))
}
