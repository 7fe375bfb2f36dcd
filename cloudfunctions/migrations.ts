import type { Day } from '@/domain/time'
import type { Collection } from './collections'

/**
 * How a document of an earlier version becomes one of ours. It happens when a document is opened and is written back
 * only when it is saved anyway, so an upgrade rewrites nothing by itself.
 *
 * A body's `shape` counts the steps behind it; without one it is of shape 1. A step keeps whatever is there already:
 * code of the shape before may have written a document after newer code did, and then the step runs again.
 */
export type Body = Record<string, unknown>
export type Step = {
  since: Day
  why: string
  /** Code of the shape before may go on reading and writing: what it doesn't know it keeps. */
  alike?: true
  /** From a body with its sealed parts open. */
  up: (body: Body) => Body
}

const inside = (body: Body, name: string): Body => body[name] as Body

export const migrations: Partial<Record<Collection, readonly Step[]>> = {
  matters: [
    {
      since: '2026-11-22',
      why: 'Papers can be asked for, notes taken, people rung: a matter from before has none of these.',
      up: (body) => {
        const state = inside(body, 'state')
        const personal = { lists: [], notes: [], tries: [], ...inside(state, 'personal') }
        return { ...body, state: { calls: [], timesAsked: 0, ...state, personal } }
      },
    },
    {
      since: '2026-11-23',
      why: 'Questions are matters too: legal aid is as it was, and says so; a question says that older code cannot open it.',
      alike: true,
      up: (body) => body,
    },
    {
      since: '2026-11-23',
      why: 'What people report is a matter too: the other kinds are as they were; a grievance says that older code cannot open it.',
      alike: true,
      up: (body) => body,
    },
    {
      since: '2026-11-23',
      why: 'Visits are matters too, and a matter may be shut, forgotten or only kept: one that is says that older code cannot open it.',
      alike: true,
      up: (body) => body,
    },
  ],
}

/** Written by code that is newer than this one and not alike: neither read nor overwritten here. */
export class WrittenByNewer extends Error {
  override name = 'WrittenByNewer'
}

const stepsOf = (collection: Collection): readonly Step[] => migrations[collection] ?? []

/**
 * The body as this code knows it, without its number; fields that it doesn't know are still there. `unsealed` opens the
 * sealed parts, after it is known that this code may. Throws WrittenByNewer.
 */
export function upToDate(
  collection: Collection,
  body: Body,
  unsealed: (body: Body) => Body = (same) => same,
  steps = stepsOf(collection),
): Body {
  const { shape = 1, opensFrom = shape, ...rest } = body
  const ours = steps.length + 1
  if (!isShape(shape) || !isShape(opensFrom)) throw new Error(`${collection}: a shape that is no number`)
  if (opensFrom > ours) throw new WrittenByNewer(`${collection}: opens from shape ${opensFrom}, here is ${ours}`)
  return steps.slice(shape - 1).reduce((now, { up }) => up(now), unsealed(rest))
}

const isShape = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1

/** The body with the number of the shape that this code writes, and of the oldest whose code may open it. */
export function numbered(collection: Collection, body: Body, steps = stepsOf(collection)): Body {
  const shape = steps.length + 1
  const opensFrom = steps.findLastIndex(({ alike }) => !alike) + 2
  return { ...(shape > 1 && { shape }), ...(opensFrom < shape && { opensFrom }), ...body }
}
