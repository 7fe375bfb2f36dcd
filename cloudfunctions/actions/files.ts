import type { Problem } from '@/contract/check'
import type { Write } from '../ports'
import type { Context } from './binding'

/**
 * The files that a command names: each must be there, be the sender's own and lie in no other matter. `writes` bind
 * them to this one in the command's own save, so that whoever may see the matter may see them, and nobody before.
 */
export async function filesNamed({ world, actor }: Context, ids: string[], field: string, matter: string) {
  const docs = ids.length > 0 ? await world.store.getMany('files', [...new Set(ids)]) : []
  const free = docs.filter(({ keys }) => keys.owner === actor.id && (keys.matter === '' || keys.matter === matter))
  const known = new Set(free.map(({ id }) => id))
  const problems: Problem[] = ids.flatMap((id, n) =>
    known.has(id) ? [] : [{ field: `${field}.${n}`, code: 'unknown-file' }],
  )
  const writes: Write[] = free.map(({ id, version, keys, body }) => ({
    collection: 'files',
    id,
    expected: version,
    keys: { ...keys, matter },
    body,
  }))
  return { problems, writes }
}
