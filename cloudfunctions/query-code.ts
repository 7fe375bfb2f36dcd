import type { Write } from './ports'
import { crockford13, normaliseCode } from './seal'
import type { World } from './world'

/** Derivable for whoever opened the matter, kept nowhere: the store only has a keyed hash of it. */
export const codeOf = (world: World, matter: string, person: string): string =>
  crockford13(world.seal.digest('code', `${matter}|${person}`))

export const codeId = (world: World, code: string): string => `code:${world.seal.lookup('lookup', code)}`

export const codeWrite = (world: World, matter: string, code: string): Write => ({
  collection: 'codes',
  id: codeId(world, code),
  expected: 0,
  keys: { matter },
  body: '{}',
})

export const normalised = (typed: string): string | undefined => normaliseCode(typed)

/** The matter behind a code as a person typed it; undefined where there is none, empty for a slip still blank. */
export async function matterByCode(world: World, typed: string): Promise<string | undefined> {
  const code = normaliseCode(typed)
  const doc = code && (await world.store.get('codes', codeId(world, code)))
  return doc ? String(doc.keys.matter) : undefined
}
