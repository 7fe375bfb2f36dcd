import { randomBytes } from 'node:crypto'
import { instantOf } from '@/domain/time'
import type { World } from '../world'

export type FileRecord = { id: string; owner: string; type: string; size: number; name: string }

const LINK_MS = 5 * 60_000
const placeOf = (id: string) => ({ collection: 'files', id, field: 'file' })

/** Bytes first, then the record: a crash between them leaves bytes nobody can ask for, never a record without them. */
export async function keepFile(
  world: World,
  file: Omit<FileRecord, 'id' | 'size'>,
  bytes: Uint8Array,
): Promise<string> {
  const id = `f_${randomBytes(17).toString('base64url').slice(0, 22)}`
  const record: FileRecord = { ...file, id, size: bytes.byteLength }
  await world.files.put(id, bytes, file.type)
  const body = JSON.stringify({ sealed: world.seal.seal(placeOf(id), record) })
  const keys = { owner: file.owner, matter: '', state: 'ready', at: world.clock.now() }
  const saved = await world.store.save([{ collection: 'files', id, expected: 0, keys, body }])
  if (!saved.ok) throw new Error('a file id came twice')
  return id
}

/** The record, and the matter it was named in, if any. */
export async function fileOf(world: World, id: string): Promise<{ record: FileRecord; matter: string } | undefined> {
  if (!/^f_[\w-]{22}$/.test(id)) return undefined
  const doc = await world.store.get('files', id)
  if (!doc) return undefined
  const { sealed } = JSON.parse(doc.body) as { sealed: string }
  return { record: world.seal.unseal(placeOf(id), sealed) as FileRecord, matter: String(doc.keys.matter ?? '') }
}

/** A link that opens one file for five minutes of real time, for whoever holds it. */
export function linkTo(world: World, id: string): { url: string; expiresAt: string } {
  const until = world.clock.wall() + LINK_MS
  const mark = world.seal.lookup('link', `file ${id} ${until}`)
  return { url: `/files/${id}/bytes?until=${until}&mark=${mark}`, expiresAt: instantOf(until) }
}

export function linkHolds(world: World, id: string, until: string, mark: string): boolean {
  const wall = world.clock.wall()
  const inTime = /^\d{13}$/.test(until) && Number(until) > wall && Number(until) <= wall + LINK_MS
  return inTime && world.seal.matches('link', `file ${id} ${until}`, mark)
}
