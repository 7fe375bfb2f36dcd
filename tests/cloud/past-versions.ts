import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Declaration, shapeIn, shapesOf } from '../../cloudfunctions/checked'
import { collections } from '../../cloudfunctions/collections'
import type { Doc } from '../../cloudfunctions/ports'
import { asDeclared } from '../../cloudfunctions/walk'
import { type Given, type Stored, world } from '../given-world'

/** Documents as each past version's own code stored them; tools/fixtures.ts says how they were made. */

export const versions = ['spine', 'aid', 'platform', 'eight-minutes', 'grievances', 'visits', 'current'] as const
export type Version = (typeof versions)[number]

export type Past = {
  /** The product's time when they were left. */
  at: string
  /** A file that no matter names. */
  file: string
  /** A printed slip that is still blank. */
  blank?: string
  matters: Record<string, { id: string; code?: string; stage: string }>
  /** The collections as that version declared them. */
  declared: Declaration
  docs: (Doc & { collection: string })[]
}

export const past = (version: Version): Past =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../fixtures/documents/${version}.json`), 'utf8'))

export const timeOf = ({ at }: Past): string => at.slice(0, 16).replace('T', ' ')

const shapes = shapesOf(collections)

/** Today's code, on what that version left, at the minute it left it; `doctored` changes documents before. */
export function opened(left: Past, doctored: (doc: Past['docs'][number]) => Doc = (doc) => doc): Promise<Given> {
  const from = left.docs.map((doc): Stored => {
    const { collection } = doc
    return { collection, expected: 0, ...asDeclared(shapeIn(shapes, collection), doctored(doc)) }
  })
  return world({ at: timeOf(left), from })
}
