import { createHash } from 'node:crypto'
import { personless } from '../actor'
import { commit } from '../commit'
import type { World } from '../world'
import { type Clean, CleanerDied, type WhyRefused } from './clean'
import { FILE_BYTES, isAsNamed, kindOf } from './file-kinds'
import { type FileFound, type FileRecord, fileWrite, foundIn, incomingOf } from './file-records'

/** What became of a file: it may be shown, it may not and why, or somebody else is looking at it. */
export type Outcome = { state: 'ready' } | { state: 'refused'; code: WhyRefused } | { state: 'busy' }

type Verdict = { type: string; bytes: Uint8Array } | WhyRefused
const isNo = (verdict: Verdict): verdict is WhyRefused => typeof verdict === 'string'

// A file that brought down whoever looked at it so often is not looked at again.
const MOST_TRIES = 5
const SOMEBODY_ELSES_MS = 3 * 60_000
const AGAIN = 8

/** Takes a file in whose bytes already lie as incoming, claimed by whoever is about to inspect it. */
export async function keep(world: World, record: FileRecord, bytes: Uint8Array): Promise<void> {
  await world.files.put(incomingOf(record.id), bytes, 'application/octet-stream')
  const next = { state: 'arrived', tries: 1, claimed: world.clock.wall() } as const
  const saved = await world.store.save([fileWrite(world, record, 0, next)])
  if (!saved.ok) throw new Error('a file id came twice')
}

/**
 * Looks at a file that has arrived and settles it: size, content, name against content, then cleaned bytes, then the
 * record, then what was sent is removed. Each step may be done twice, and a crash between any two is made good by the
 * next look; of two who look at once, one settles it. `claimed`: by this caller, just now.
 */
export async function inspect(world: World, clean: Clean, id: string, claimed = false): Promise<Outcome | undefined> {
  const found = await read(world, id)
  if (!found || found.state === 'gone' || found.state === 'awaited') return undefined
  if (found.state !== 'arrived') return done(world, found)
  const tries = found.tries ?? 0
  if (!claimed && tries > 0 && world.clock.wall() - (found.claimed ?? 0) < SOMEBODY_ELSES_MS) return { state: 'busy' }
  if (!claimed && tries >= MOST_TRIES) return settle(world, id, 'unreadable')
  if (!claimed && !(await claim(world, found))) return { state: 'busy' }
  try {
    const verdict = await judge(world, clean, found.record)
    if (!isNo(verdict)) await world.files.put(id, verdict.bytes, verdict.type)
    return await settle(world, id, verdict)
  } catch (error) {
    if (!(error instanceof CleanerDied)) await release(world, id, tries)
    throw error
  }
}

async function read(world: World, id: string): Promise<FileFound | undefined> {
  const doc = await world.store.get('files', id)
  return doc && foundIn(world, doc)
}

async function claim(world: World, { doc, record, matter, tries = 0 }: FileFound): Promise<boolean> {
  const next = { state: 'arrived', matter, tries: tries + 1, claimed: world.clock.wall() } as const
  return (await world.store.save([fileWrite(world, record, doc.version, next)])).ok
}

/** A storage that is away is not the file's fault: the try doesn't count, and the next look need not wait. */
async function release(world: World, id: string, tries: number): Promise<void> {
  const found = await read(world, id)
  if (found?.state !== 'arrived') return
  const { doc, record, matter } = found
  await world.store.save([fileWrite(world, record, doc.version, { state: 'arrived', matter, tries, claimed: 0 })])
}

async function judge(world: World, clean: Clean, { id, name }: FileRecord): Promise<Verdict> {
  const size = await world.files.size(incomingOf(id))
  if (size === undefined) return 'missing'
  if (size === 0) return 'empty'
  if (size > FILE_BYTES) return 'too-large'
  const bytes = await world.files.get(incomingOf(id))
  if (!bytes) return 'missing'
  const type = await kindOf(bytes)
  if (!type) return 'not-allowed'
  if (!isAsNamed(name, type)) return 'not-what-it-says'
  // No free library takes it apart, and kept as it is it would say where it was taken.
  if (type === 'image/heic' || type === 'image/heif') return 'heic'
  const cleaned = await clean(bytes, type)
  return cleaned.ok ? cleaned : cleaned.code
}

/** Writes the verdict once, whoever comes first; a matter that named the file meanwhile keeps it. */
async function settle(world: World, id: string, verdict: Verdict): Promise<Outcome | undefined> {
  for (let attempt = 0; attempt < AGAIN; attempt++) {
    const found = await read(world, id)
    if (found?.state !== 'arrived') return found && done(world, found)
    const { doc, matter } = found
    const record: FileRecord = isNo(verdict)
      ? { ...found.record, why: verdict }
      : { ...found.record, type: verdict.type, size: verdict.bytes.byteLength, ...digestOf(world, verdict) }
    const state = isNo(verdict) ? 'refused' : 'ready'
    const saved = await world.store.save([fileWrite(world, record, doc.version, { state, matter, clearing: true })])
    if (saved.ok) return settled(world, id)
  }
  throw new Error('a file record is written all the time')
}

const digestOf = ({ seal }: World, { type, bytes }: { type: string; bytes: Uint8Array }) =>
  type.startsWith('image/')
    ? { digest: seal.lookup('lookup', `picture|${createHash('sha256').update(bytes).digest('base64url')}`) }
    : {}

async function settled(world: World, id: string): Promise<Outcome | undefined> {
  const found = await read(world, id)
  return found && done(world, found)
}

async function done(world: World, found: FileFound): Promise<Outcome | undefined> {
  if (found.clearing) await clear(world, found)
  // Somebody forgot it while it was looked at.
  else if (found.state === 'gone') await world.files.remove(found.id)
  if (found.state === 'refused') return { state: 'refused', code: found.record.why ?? 'unreadable' }
  return found.state === 'ready' ? { state: 'ready' } : undefined
}

/**
 * Tells whoever sent it where a matter already names what nobody can open, removes the bytes that are no longer wanted,
 * then says so. Each may be done twice: the matter knows whom it told.
 */
export async function clear(world: World, { doc, id, record, state, matter }: FileFound): Promise<void> {
  if (state === 'refused' && matter) {
    const command = () => ({ type: 'TellUnreadable' as const, file: id, sender: record.owner })
    await commit(world, { id: matter, actor: personless, command })
  }
  await world.files.remove(incomingOf(id))
  if (state !== 'ready') await world.files.remove(id)
  await world.store.save([fileWrite(world, record, doc.version, { state, matter })])
}
