import { randomBytes } from 'node:crypto'
import type { Doc, Write } from '../ports'
import type { World } from '../world'
import type { WhyRefused } from './clean'

/**
 * `awaited`: announced, the phone is to send it. `arrived`: its bytes lie as `incoming:f_…`. `ready`: looked at, cleaned
 * bytes lie as `f_…`. `refused`: no bytes. `gone`: forgotten.
 */
export type FileState = 'awaited' | 'arrived' | 'ready' | 'refused' | 'gone'
export type FileRecord = {
  id: string
  owner: string
  type: string
  size: number
  name: string
  why?: WhyRefused
  /** Of a cleaned picture: the keyed digest of its bytes, by which the same one is known again. */
  digest?: string
}

/** What stands in the open beside the sealed record: who looks at it since when (wall ms), and how often it was tried. */
type Looks = { tries?: number; claimed?: number }
export type FileFound = Looks & {
  doc: Doc
  id: string
  matter: string
  record: FileRecord
  state: FileState
  /** It is decided; bytes that are no longer wanted are still to be removed. */
  clearing: boolean
}
type Body = Looks & { sealed: string; becomes?: FileState }

const placeOf = (id: string) => ({ collection: 'files', id, field: 'file' })
const NEXT_TO_NOTHING = '-'

export const isFileId = (id: string): boolean => /^f_[\w-]{22}$/.test(id)
export const newFileId = (): string => `f_${randomBytes(17).toString('base64url').slice(0, 22)}`
export const incomingOf = (id: string): string => `incoming:${id}`

// A file of an earlier version has no state: it was looked at as it came in.
const stateIn = (key: unknown, becomes: FileState | undefined): FileState =>
  key === 'clearing' ? (becomes ?? 'gone') : ((key || 'ready') as FileState)

/** What a file's document says without opening its record. */
export function stateOf({ keys, body }: Doc): FileState {
  return stateIn(keys.state, keys.state === 'clearing' ? (JSON.parse(body) as Body).becomes : undefined)
}

/** The file by its id, undefined where there is none, or no longer. */
export async function fileOf(world: World, id: string): Promise<FileFound | undefined> {
  const doc = isFileId(id) ? await world.store.get('files', id) : undefined
  const found = doc && foundIn(world, doc)
  return found?.state === 'gone' ? undefined : found
}

export function foundIn(world: World, doc: Doc): FileFound {
  const { sealed, becomes, ...looks } = JSON.parse(doc.body) as Body
  return {
    ...looks,
    doc,
    id: doc.id,
    matter: String(doc.keys.matter ?? ''),
    record: world.seal.unseal(placeOf(doc.id), sealed) as FileRecord,
    state: stateIn(doc.keys.state, becomes),
    clearing: doc.keys.state === 'clearing',
  }
}

type Next = Looks & { state: FileState; clearing?: boolean; matter?: string }

/** The write that makes a file's record what it is now; `expected` 0 is a new one. */
export function fileWrite(world: World, record: FileRecord, expected: number, next: Next): Write {
  const { state, clearing = false, matter = '', tries, claimed } = next
  const gone = state === 'gone'
  const body: Body = {
    sealed: world.seal.seal(placeOf(record.id), gone ? { id: record.id } : record),
    ...(tries !== undefined && { tries }),
    ...(claimed !== undefined && { claimed }),
    ...(clearing && { becomes: state }),
  }
  const keys = {
    owner: gone ? '' : record.owner,
    // No empty key: what is forgotten isn't among the files that wait to be named.
    matter: gone ? NEXT_TO_NOTHING : matter,
    state: clearing ? 'clearing' : state,
    at: world.clock.now(),
  }
  return { collection: 'files', id: record.id, expected, keys, body: JSON.stringify(body) }
}

// A name is only ever shown; whatever could be a path, a header or a disguise is taken out of it.
export function nameOf(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}"'*;]/gu, '').trim()
  return [...plain].slice(-80).join('') || 'file'
}
