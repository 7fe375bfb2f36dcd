import { type ConsentEntry, type ConsentKind, consentsNow, consentVersions, hasGiven } from '@/domain/consent'
import { StoreBusy } from './ports'
import type { World } from './world'

/** Every yes and every no to it: a document each, made once and never changed. */

const place = (id: string) => ({ collection: 'consents', id, field: 'entry' })
const PAGE = 100

/** Whose yes it is: hers, or her guardian's by name. */
export type KeptConsent = ConsentEntry & { by?: { name: string; relation: string } }

/** All that a person said, in the order she said it. */
export async function consentsOf(world: World, person: string): Promise<KeptConsent[]> {
  const entries: KeptConsent[] = []
  for (let after: string | undefined; ; ) {
    const query = { index: 'byPerson', where: { person }, limit: PAGE, ...(after && { after }) }
    const { docs, next } = await world.store.list('consents', query)
    for (const { id, body } of docs)
      entries.push(world.seal.unseal(place(id), (JSON.parse(body) as { sealed: string }).sealed) as KeptConsent)
    if (!next) return entries
    after = next
  }
}

const TRIES = 12

type Said = Pick<KeptConsent, 'what' | 'how' | 'yes' | 'by'> & { version?: string | undefined }

/** Adds one line, unless the log says so already. Throws StoreBusy where others keep writing. */
export async function keepConsent(world: World, person: string, said: Said): Promise<KeptConsent[]> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await consentsOf(world, person)
    const { what, how, yes, by, version = consentVersions[what] } = said
    const now = consentsNow(before).find((each) => each.what === what)
    if (yes ? now?.given && version === now.version : !now?.given && !now?.olderVersion) return before
    const entry: KeptConsent = { what, version, at: world.clock.now(), how, yes, ...(by && { by }) }
    const n = before.length + 1
    const id = `${person}:${String(n).padStart(6, '0')}`
    const body = JSON.stringify({ sealed: world.seal.seal(place(id), entry) })
    const saved = await world.store.save([{ collection: 'consents', id, expected: 0, keys: { person, n }, body }])
    if (saved.ok) return [...before, entry]
  }
  throw new StoreBusy('consents: somebody keeps writing')
}

export const agreed = async (world: World, person: string, what: ConsentKind): Promise<boolean> =>
  hasGiven(await consentsOf(world, person), what)
