import type { ExportFile } from '@/contract/views'
import { type Refusal, refuse } from '@/domain/decider'
import { type Context, requestOf } from './actions/binding'
import { fileOf, fileWrite } from './evidence/file-records'
import { linkTo } from './evidence/links'
import { takeShare } from './throttle'
import type { World } from './world'

/** A spreadsheet behind a link, made once a request; and the journal of those that matter: who made which, and when. */

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const KEPT = 50
const TRIES = 12

export type Made<Entry> = { name: string; bytes: Uint8Array; entry: Entry }
type Entries<Entry> = (Entry & { fileId: string })[]

/** The newest entries of a journal, the newest last; none where nothing was ever made. */
export async function journal<Entry>(world: World, id: string): Promise<Entries<Entry>> {
  const doc = await world.store.get('counters', id)
  return doc ? (JSON.parse(doc.body) as Entries<Entry>) : []
}

/**
 * What this request made before, or what `make` makes now: the file and its entry are written in one save, so that
 * nothing is handed out that the journal doesn't know.
 */
export async function madeOnce<Entry>(
  context: Context,
  input: { requestId: string },
  log: string,
  make: () => Promise<Made<Entry> | Refusal>,
): Promise<{ file: ExportFile; entry: Entry } | Refusal> {
  const { world, actor } = context
  const { key, digest } = requestOf(context, input)
  const fileId = `f_${world.seal.lookup('request', `${key} ${digest} ledger`).slice(0, 22)}`
  const known = (await journal<Entry>(world, log)).find((each) => each.fileId === fileId)
  const before = known && (await handedOut(world, fileId))
  if (known && before) return { file: before, entry: known }
  const seconds = await takeShare(world, 'file', actor.id)
  if (seconds !== undefined) return refuse('throttle.files', { seconds })
  const made = await make()
  if ('refused' in made) return made
  // The bytes first: a record never points at nothing.
  await world.files.put(fileId, made.bytes, SHEET)
  const record = { id: fileId, owner: actor.id, type: SHEET, size: made.bytes.byteLength, name: made.name }
  if (!(await written(world, log, fileWrite(world, record, 0, { state: 'ready' }), { ...made.entry, fileId })))
    return refuse('matter.busy')
  const file = await handedOut(world, fileId)
  return file ? { file, entry: made.entry } : refuse('file.not-found')
}

async function written(world: World, log: string, file: ReturnType<typeof fileWrite>, entry: { fileId: string }) {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const doc = await world.store.get('counters', log)
    const entries = doc ? (JSON.parse(doc.body) as { fileId: string }[]) : []
    // The same request at the same moment: the other one was first, with the same.
    if (entries.some(({ fileId }) => fileId === entry.fileId)) return true
    const body = JSON.stringify([...entries, entry].slice(-KEPT))
    const kept = { collection: 'counters', id: log, expected: doc?.version ?? 0, keys: {}, body }
    if ((await world.store.save([file, kept])).ok) return true
  }
  return false
}

async function handedOut(world: World, fileId: string): Promise<ExportFile | undefined> {
  const [found, link] = await Promise.all([fileOf(world, fileId), linkTo(world, fileId)])
  if (!found || !link) return undefined
  const { name, type, size } = found.record
  return { fileId, name, type, size, url: link.url, expiresAt: link.expiresAt }
}
