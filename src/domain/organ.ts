import type { Organ } from './aid-turn-types'

// A county's file names its units as people call them; which of them handle criminal cases only their names tell.
const named: readonly (readonly [RegExp, Organ])[] = [
  [/法院|法庭/, 'court'],
  [/检察/, 'procuratorate'],
  [/公安|派出所|看守所/, 'police'],
]

/** Which organ of criminal cases a unit of this name is; undefined for every other department. */
export const organNamed = (name: string | undefined): Organ | undefined =>
  name ? named.find(([pattern]) => pattern.test(name))?.[1] : undefined
