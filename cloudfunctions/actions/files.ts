import type { Problem } from '@/contract/check'
import { stateOf } from '../evidence/file-records'
import type { Doc, Write } from '../ports'
import type { Context } from './binding'

/**
 * The files that a command names: each must be there, be the sender's own and lie in no other matter; that it is still
 * being looked at is no hindrance. `writes` bind them to this one in the command's own save, so that whoever may see
 * the matter may see them, and nobody before.
 */
export async function filesNamed({ world, actor }: Context, ids: string[], field: string, matter: string) {
  const docs = ids.length > 0 ? await world.store.getMany('files', [...new Set(ids)]) : []
  const own = docs.filter(({ keys }) => keys.owner === actor.id && (keys.matter === '' || keys.matter === matter))
  const wrong = new Map(own.map((doc) => [doc.id, wrongWith(doc)]))
  const problems: Problem[] = ids.flatMap((id, n) => {
    const code = wrong.has(id) ? wrong.get(id) : 'unknown-file'
    return code ? [{ field: `${field}.${n}`, code }] : []
  })
  const free = own.filter(({ id }) => !wrong.get(id))
  const writes: Write[] = free.map(({ id, version, keys, body }) => ({
    collection: 'files',
    id,
    expected: version,
    keys: { ...keys, matter },
    body,
  }))
  return { problems, writes }
}

function wrongWith(doc: Doc): string | undefined {
  const state = stateOf(doc)
  if (state === 'refused') return 'file-refused'
  return state === 'ready' || state === 'arrived' ? undefined : 'unknown-file'
}
