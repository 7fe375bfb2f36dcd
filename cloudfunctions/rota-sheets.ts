import type { HandOver, Publication } from '@/domain/rota-types'
import type { Day, Instant } from '@/domain/time'
import { numbered, upToDate } from './migrations'
import type { Write } from './ports'
import type { World } from './world'

/** What belongs to the rota and says nothing about who stands where: notes, wishes, what was published. Sealed whole. */

/** `by` is whoever published it, `told` when everybody in it was. */
export type PublicationKept = Publication & { id: string; draft?: string }
/** `toldAt`: when a leader heard that nobody acknowledged it. */
export type NoteKept = HandOver & { toldAt?: Instant }
export type Wish = { id: string; person: string; day: Day; rather: boolean; note?: string; at: Instant }

export type Sheet<T> = { id: string; items: T[]; version: number }

export const publicationsId = 'rota:publications'
export const notesId = (seat: string): string => `rota:notes:${seat}`
export const wishesId = (month: string): string => `rota:wishes:${month}`

const place = (id: string) => ({ collection: 'rota', id, field: 'sheet' })

/** These sheets in the order asked; one that nobody has written yet is empty. Up to 50. */
export async function readSheets<T>(world: World, ids: string[]): Promise<Sheet<T>[]> {
  const docs = ids.length > 0 ? await world.store.getMany('rota', ids) : []
  const known = new Map(docs.map((doc) => [doc.id, doc]))
  return ids.map((id) => {
    const doc = known.get(id)
    const { sealed } = doc ? upToDate('rota', JSON.parse(doc.body)) : { sealed: undefined }
    return {
      id,
      items: sealed === undefined ? [] : (world.seal.unseal(place(id), String(sealed)) as T[]),
      version: doc?.version ?? 0,
    }
  })
}

export async function readSheet<T>(world: World, id: string): Promise<Sheet<T>> {
  const [sheet] = await readSheets<T>(world, [id])
  return sheet ?? { id, items: [], version: 0 }
}

/** The latest `most` of them are kept. */
export const sheetWrite = <T>(world: World, { id, version }: Sheet<T>, items: T[], most: number): Write => ({
  collection: 'rota',
  id,
  expected: version,
  keys: {},
  body: JSON.stringify(numbered('rota', { sealed: world.seal.seal(place(id), items.slice(-most)) })),
})
