import { fateOf, type KeepingRow, shutMatter, withoutAccount } from '@/domain/erasure'
import { holderOf } from './code-holder'
import { fileWrite, foundIn } from './evidence/file-records'
import { clear } from './evidence/inspect'
import { matterWrite, type Opened, openMatter, type StoredEvent, withoutSealed } from './matter-document'
import { write as noticeWrite, readNotice } from './outbox'
import { type Doc, StoreBusy, type Write } from './ports'
import { POLICY, readPolicy } from './records'
import type { World } from './world'

/**
 * Forgetting a matter. The matter itself first: from that write on nobody opens it and nothing is added. What lies beside
 * it follows; each step finds only what is still to be done, so whoever died in between is followed by the next.
 */

type How = 'erased' | 'restricted'
const TRIES = 24
const PAGE = 50
const SAVE_AT_ONCE = 20

/** What has become of it, and what is still to come where it was shut now or before. */
export async function eraseMatter(
  world: World,
  id: string,
  person: string,
  rows: readonly KeepingRow[],
): Promise<How | 'open' | 'gone'> {
  const how = await shut(world, id, person, rows)
  if (how === 'erased' || how === 'restricted') await cleared(world, id, person, how)
  return how
}

/** `gone`: there is no such matter of hers. */
async function shut(
  world: World,
  id: string,
  person: string,
  rows: readonly KeepingRow[],
): Promise<How | 'open' | 'gone'> {
  return changed(world, id, (matter) => {
    if (matter.state.shut) return matter.state.shut.how
    if (matter.state.owner !== person) return 'gone'
    const { how } = fateOf(matter.state, rows)
    if (how === 'open') return how
    const state = shutMatter(matter.state, how, world.clock.now())
    const emptied = { ...matter, state, events: matter.events.map(withoutSealed), outbox: [] }
    return { next: how === 'erased' ? emptied : { ...matter, state, outbox: [] }, answer: how }
  })
}

/** An open matter leaves a closed account and goes on by its query code. */
export const handOver = (world: World, id: string, person: string): Promise<'handed-over' | 'gone'> =>
  changed(world, id, (matter) =>
    matter.state.owner === person
      ? { next: { ...matter, state: withoutAccount(matter.state, holderOf(id)) }, answer: 'handed-over' as const }
      : 'gone',
  )

async function changed<A extends string>(
  world: World,
  id: string,
  change: (matter: Opened) => A | { next: Opened; answer: A },
): Promise<A | 'gone'> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [doc, county] = await Promise.all([world.store.get('matters', id), world.store.get('policy', POLICY)])
    if (!doc) return 'gone'
    const next = change(openMatter(doc, world.seal))
    if (typeof next === 'string') return next
    const saved = await world.store.save([matterWrite(next.next, world, readPolicy(world, county))])
    if (saved.ok) return next.answer
  }
  throw new StoreBusy(`erase: ${id} is written all the time`)
}

async function cleared(world: World, id: string, person: string, how: How): Promise<void> {
  const erased = how === 'erased'
  const hers = (doc: Doc) => (erased || doc.keys.to === person ? blankNotice(world, doc) : undefined)
  await rewritten(world, 'notices', id, hers)
  await forgotten(world, id, (doc) => (erased ? goneFile(world, doc) : ownerless(world, doc)))
  if (!erased) return
  await rewritten(world, 'history', id, blankPage)
  await rewritten(world, 'messages', id, (doc) => blankMessage(world, doc))
  const likeness = await world.store.get('likeness', id)
  if (likeness && likeness.body !== '{}')
    await world.store.save([
      { collection: 'likeness', id, expected: likeness.version, keys: { band: [], at: '' }, body: '{}' },
    ])
}

/** Every document of a matter in one collection, changed where there is something to change. */
async function rewritten(
  world: World,
  collection: 'notices' | 'history' | 'messages',
  matter: string,
  change: (doc: Doc) => Write | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const docs = await allOf(world, collection, { matter })
    const writes = docs.flatMap((doc) => change(doc) ?? [])
    let lost = false
    for (let n = 0; n < writes.length; n += SAVE_AT_ONCE)
      lost = !(await world.store.save(writes.slice(n, n + SAVE_AT_ONCE))).ok || lost
    if (!lost) return
  }
  throw new StoreBusy(`erase: ${collection} of ${matter}`)
}

async function allOf(world: World, collection: string, where: { matter: string }): Promise<Doc[]> {
  const found: Doc[] = []
  for (let after: string | undefined; ; ) {
    const page = await world.store.list(collection, { index: 'byMatter', where, limit: PAGE, ...(after && { after }) })
    found.push(...page.docs)
    if (!page.next) return found
    after = page.next
  }
}

function blankNotice(world: World, doc: Doc): Write | undefined {
  const notice = readNotice(world, doc)
  if (notice.text === '' && notice.to === '') return undefined
  const { params: _, more: _more, rang: _rang, ...rest } = notice
  // What still waited to leave never does.
  const state = notice.state === 'waiting' ? ({ state: 'failed', why: 'expired' } as const) : {}
  return noticeWrite(world, { ...rest, ...state, seen: true, to: '', text: '' }, doc.version)
}

function blankPage({ id, version, keys, body }: Doc): Write | undefined {
  const events = JSON.parse(body) as StoredEvent[]
  if (!events.some(({ sealed }) => sealed)) return undefined
  return {
    collection: 'history',
    id,
    expected: version,
    keys,
    body: JSON.stringify(events.map(withoutSealed)),
  }
}

const wordsOf = (id: string) => ({ collection: 'messages', id, field: 'words' })

function blankMessage(world: World, { id, version, keys, body }: Doc): Write | undefined {
  const { sealed } = JSON.parse(body) as { sealed: string }
  const { at, side, by } = world.seal.unseal(wordsOf(id), sealed) as { at: string; side: string; by: string }
  if (by === '') return undefined
  const blank = { at, side, by: '', name: '', files: [] }
  return {
    collection: 'messages',
    id,
    expected: version,
    keys,
    body: JSON.stringify({ sealed: world.seal.seal(wordsOf(id), blank) }),
  }
}

/** So many of its files are freed in the very save of her no; a matter with its guards leaves room for no more. */
const FREED_AT_ONCE = 8

/** She said that it was never hers: these files open to nobody from this save on, whoever tends files removes them. */
export async function filesFreed(world: World, matter: string): Promise<Write[]> {
  const { docs } = await world.store.list('files', { index: 'byMatter', where: { matter }, limit: FREED_AT_ONCE })
  return docs.flatMap((doc) => goneFile(world, doc) ?? [])
}

/** What is left beside a matter that was never hers: its other files, older events, what was written in it. */
export async function forgetBeside(world: World, matter: string): Promise<void> {
  await forgotten(world, matter, (doc) => goneFile(world, doc))
  await rewritten(world, 'history', matter, blankPage)
  await rewritten(world, 'messages', matter, (doc) => blankMessage(world, doc))
}

type Files = (doc: Doc) => Write | undefined
const goneFile: (world: World, doc: Doc) => Write | undefined = (world, doc) =>
  doc.keys.state === 'gone'
    ? undefined
    : fileWrite(world, foundIn(world, doc).record, doc.version, { state: 'gone', clearing: true })

/** A file that is only kept opens to nobody by its being hers. */
function ownerless(world: World, doc: Doc): Write | undefined {
  const { record, state, clearing, matter, tries, claimed } = foundIn(world, doc)
  if (record.owner === '') return undefined
  return fileWrite(world, { ...record, owner: '' }, doc.version, { state, clearing, matter, tries, claimed })
}

/** The record first, then the bytes; what dies in between is finished by whoever tends the files. */
async function forgotten(world: World, matter: string, change: Files, mine: (doc: Doc) => boolean = () => true) {
  for (const doc of (await allOf(world, 'files', { matter })).filter(mine)) await changeFile(world, doc.id, change)
}

async function changeFile(world: World, id: string, change: Files): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const doc = await world.store.get('files', id)
    const write = doc && change(doc)
    if (!doc || !write) return
    if (!(await world.store.save([write])).ok) continue
    const after = await world.store.get('files', id)
    if (after?.keys.state === 'clearing') await clear(world, foundIn(world, after))
    return
  }
  throw new StoreBusy('erase: a file record is written all the time')
}

/** What she sent and named in nothing. */
export const eraseUnsent = (world: World, person: string): Promise<void> =>
  forgotten(
    world,
    '',
    (doc) => goneFile(world, doc),
    ({ keys }) => keys.owner === person,
  )
