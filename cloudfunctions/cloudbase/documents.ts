import type { Shape } from '../checked'
import type { Doc, Keys, Write } from '../ports'

/** A document as it lies on the platform: flat, so that nothing in it can be merged by path. */
export type Flat = Record<string, unknown>

/**
 * The mark of the save that wrote it, by which a save whose answer got lost knows its own work from a rival's that
 * happens to say the same. No declared key can have an underscore, so it is never one of them.
 */
export const markKey = 'write_id'

/** All but `_id`. */
export const flatOf = ({ expected, keys, body }: Write, mark: string): Flat => ({
  ...keys,
  version: expected + 1,
  body,
  [markKey]: mark,
})

/** Reads only what is declared: a key dropped since is not seen, one declared since reads as empty. */
export function docOf(shape: Shape, flat: Flat): Doc {
  const { _id: id, version, body } = flat
  if (typeof id !== 'string' || typeof version !== 'number' || typeof body !== 'string')
    throw new Error(`${shape.name}: a document that no store wrote`)
  const keys: Keys = {}
  for (const [key, holds] of shape.keys)
    keys[key] = (flat[key] as Keys[string] | undefined) ?? (holds === 'many' ? [] : '')
  return { id, version, keys, body }
}
