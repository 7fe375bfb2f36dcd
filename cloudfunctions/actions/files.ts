import type { Problem } from '@/contract/check'
import { fileWrite, foundIn, stateOf } from '../evidence/file-records'
import type { Doc, Write } from '../ports'
import type { World } from '../world'
import type { Context } from './binding'

/**
 * The files that a command names: each must be there, be the sender's own and lie in no other matter; that it is still
 * being looked at is no hindrance. `writes` bind them to this one in the command's own save, so that whoever may see
 * the matter may see them, and nobody before. `owner`: whose they are from then on, where her account isn't to be kept.
 */
export async function filesNamed(
  { world, actor }: Context,
  ids: string[],
  field: string,
  matter: string,
  owner = actor.id,
) {
  const docs = ids.length > 0 ? await world.store.getMany('files', [...new Set(ids)]) : []
  // What was sent before under the same number is bound already, and no longer by her name.
  const own = docs.filter(({ keys }) =>
    keys.matter === matter ? [actor.id, owner].includes(String(keys.owner)) : keys.owner === actor.id && !keys.matter,
  )
  const wrong = new Map(own.map((doc) => [doc.id, wrongWith(doc)]))
  const problems: Problem[] = ids.flatMap((id, n) => {
    const code = wrong.has(id) ? wrong.get(id) : 'unknown-file'
    return code ? [{ field: `${field}.${n}`, code }] : []
  })
  const free = own.filter(({ id }) => !wrong.get(id))
  const writes = free.map(
    (doc): Write => (owner === actor.id ? bound(doc, matter) : handedTo(world, doc, matter, owner)),
  )
  return { problems, writes }
}

/**
 * The recording in which she says it, beside its field: her own, in no other matter, and sound. What is still being
 * looked at is taken at its word.
 */
export async function recordingNamed(context: Context, id: string | undefined, matter: string, owner?: string) {
  const { problems, writes } = await filesNamed(context, id ? [id] : [], 'voice', matter, owner)
  const [doc] = id && problems.length === 0 ? await context.world.store.getMany('files', [id]) : []
  const { type = '' } = doc ? foundIn(context.world, doc).record : {}
  const wrong = type !== '' && !SOUND.test(type) ? ['not-a-recording'] : problems.map(({ code }) => code)
  return { writes, problems: wrong.map((code): Problem => ({ field: 'voice', code })) }
}
// Some phones say video of what they record.
const SOUND = /^(audio\/|video\/mp4$)/

const bound = ({ id, version, keys, body }: Doc, matter: string): Write => ({
  collection: 'files',
  id,
  expected: version,
  keys: { ...keys, matter },
  body,
})

function handedTo(world: World, doc: Doc, matter: string, owner: string): Write {
  const { record, state, clearing, tries, claimed } = foundIn(world, doc)
  return fileWrite(world, { ...record, owner }, doc.version, { state, clearing, matter, tries, claimed })
}

function wrongWith(doc: Doc): string | undefined {
  const state = stateOf(doc)
  if (state === 'refused') return 'file-refused'
  return state === 'ready' || state === 'arrived' ? undefined : 'unknown-file'
}
