import type { Profile } from '@/contract/views'
import type { Instant } from '@/domain/time'
import type { Write } from './ports'
import type { World } from './world'

/** What a person told of herself outside any matter, and who answers for a child: sealed, a document each. */

const place = (collection: 'profiles' | 'wards', id: string) => ({ collection, id, field: 'words' })

export type Kept<T> = { record: T; version: number }

async function read<T>(world: World, collection: 'profiles' | 'wards', id: string): Promise<Kept<T | undefined>> {
  const doc = await world.store.get(collection, id)
  if (!doc) return { record: undefined, version: 0 }
  const { sealed } = JSON.parse(doc.body) as { sealed: string }
  return { record: world.seal.unseal(place(collection, id), sealed) as T, version: doc.version }
}

export const profileOf = async (world: World, person: string): Promise<Kept<Profile>> => {
  const { record, version } = await read<Profile>(world, 'profiles', person)
  return { record: record ?? {}, version }
}

export const profileWrite = (world: World, person: string, record: Profile, expected: number): Write => ({
  collection: 'profiles',
  id: person,
  expected,
  keys: {},
  body: JSON.stringify({ sealed: world.seal.seal(place('profiles', person), record) }),
})

/** Who answers for a child's account. */
export type Guard = { guardian: string; name: string; relation: string; birth: string; childName: string; at: Instant }

const wardId = (child: string) => `ward:${child}`

export const guardOf = async (world: World, child: string): Promise<Kept<Guard | undefined>> =>
  read<Guard>(world, 'wards', wardId(child))

export const guardWrite = (world: World, child: string, record: Guard, expected: number): Write => ({
  collection: 'wards',
  id: wardId(child),
  expected,
  keys: { guardian: record.guardian, at: record.at },
  body: JSON.stringify({ sealed: world.seal.seal(place('wards', wardId(child)), record) }),
})

const WARDS = 20

/** The children a person answers for, by id. */
export async function wardsOf(world: World, guardian: string): Promise<{ child: string; guard: Guard }[]> {
  const { docs } = await world.store.list('wards', { index: 'byGuardian', where: { guardian }, limit: WARDS })
  return docs.map(({ id, body }) => ({
    child: id.slice('ward:'.length),
    guard: world.seal.unseal(place('wards', id), (JSON.parse(body) as { sealed: string }).sealed) as Guard,
  }))
}
