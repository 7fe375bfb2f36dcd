import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip, gzipSync } from 'node:zlib'
import type { Doc } from '../cloudfunctions/ports'
import { type Walk, walked } from '../cloudfunctions/walk'

/**
 * An archive: gzipped lines of JSON, a header, then every document as it lies in the store, its personal data still
 * sealed, then the evidence files by name, size and hash. `sha256` is of all that follows the header.
 */
export type Header = {
  format: typeof FORMAT
  at: string
  /** Which secret sealed it: a keyed hash, equal for equal secrets. */
  sealedBy: string
  counts: Record<string, number>
  files: number
  sha256: string
}
export type Evidence = { file: string; bytes: number; sha256: string }
export type Stored = { collection: string; doc: Doc }

const FORMAT = 'law-circle-archive/1'

/** Writes the whole or nothing; a file that is there already is never overwritten. */
export async function writeArchive(
  path: string,
  from: { walk: Walk; collections: string[]; evidence: AsyncIterable<Evidence>; sealedBy: string; at: string },
): Promise<Header> {
  const counts: Record<string, number> = {}
  const hash = createHash('sha256')
  let files = 0
  async function* lines() {
    for (const collection of from.collections) {
      counts[collection] = 0
      for await (const doc of walked(from.walk, collection)) {
        counts[collection] += 1
        yield hashed({ collection, doc })
      }
    }
    for await (const file of from.evidence) {
      files += 1
      yield hashed(file)
    }
  }
  const hashed = (value: Stored | Evidence) => {
    const line = `${JSON.stringify(value)}\n`
    hash.update(line)
    return line
  }
  const [body, whole] = [`${path}.body`, `${path}.part`]
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(body, { mode: 0o600, flags: 'wx' }))
    const header: Header = {
      format: FORMAT,
      at: from.at,
      sealedBy: from.sealedBy,
      counts,
      files,
      sha256: hash.digest('hex'),
    }
    // Two gzip members one after the other are one gzip file; the header is known only now and still comes first.
    const out = createWriteStream(whole, { mode: 0o600, flags: 'wx' })
    out.write(gzipSync(`${JSON.stringify(header)}\n`))
    await pipeline(createReadStream(body), out)
    await settle(whole, path)
    return header
  } finally {
    for (const left of [body, whole]) await rm(left, { force: true })
  }
}

async function settle(from: string, to: string) {
  const file = await open(from, 'r')
  await file.sync()
  await file.close()
  const taken = await open(to, 'r').catch(() => undefined)
  if (taken) {
    await taken.close()
    throw new Error(`${to} is there already`)
  }
  await rename(from, to)
}

/** Reads all of it and throws unless it is exactly what was written; `see` gets every line on the way. */
export async function checkArchive(path: string, see: (entry: Stored | Evidence) => void = () => {}): Promise<Header> {
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  let files = 0
  let header: Header | undefined
  for await (const line of linesOf(path)) {
    if (!header) {
      header = headerOf(path, line)
      continue
    }
    hash.update(`${line}\n`)
    const entry = entryOf(path, line)
    if ('file' in entry) files += 1
    else counts[entry.collection] = (counts[entry.collection] ?? 0) + 1
    see(entry)
  }
  if (!header) throw new Error(`${path} is empty`)
  const names = new Set([...Object.keys(header.counts), ...Object.keys(counts)])
  const wrong = [...names].filter((name) => (header?.counts[name] ?? 0) !== (counts[name] ?? 0))
  if (wrong.length > 0 || files !== header.files)
    throw new Error(
      `${path} was cut or altered: not as many in ${[...wrong, ...(files !== header.files ? ['files'] : [])]}`,
    )
  if (hash.digest('hex') !== header.sha256) throw new Error(`${path} was altered: its hash is another`)
  return header
}

/** The documents in the order of the archive. */
export async function* documentsOf(path: string): AsyncGenerator<Stored> {
  let first = true
  for await (const line of linesOf(path)) {
    const entry = first ? undefined : entryOf(path, line)
    first = false
    if (entry && 'doc' in entry) yield entry
  }
}

/** A document's place and everything in it as one short text, for comparing. */
export const digestOf = ({ collection, doc: { id, version, keys, body } }: Stored): string =>
  createHash('sha256')
    .update(JSON.stringify([collection, id, version, Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)), body]))
    .digest('base64url')

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const text = source.pipe(createGunzip())
  // Heard here as well as by readline, which ends quietly where its stream breaks.
  let broken: Error | undefined
  text.on('error', (error) => {
    broken = error
  })
  source.on('error', (error) => text.destroy(error))
  try {
    yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    broken ??= error instanceof Error ? error : new Error(String(error))
  } finally {
    source.destroy()
    text.destroy()
  }
  if (broken) throw new Error(`${path} cannot be read to its end: ${broken.message}`)
}

function headerOf(path: string, line: string): Header {
  const header = parsed(path, line) as Partial<Header>
  if (header.format !== FORMAT || typeof header.sha256 !== 'string' || typeof header.counts !== 'object')
    throw new Error(`${path} is not an archive of this program (${FORMAT})`)
  return header as Header
}

function entryOf(path: string, line: string): Stored | Evidence {
  const entry = parsed(path, line) as Partial<Stored & Evidence>
  if (typeof entry.file === 'string') return entry as Evidence
  if (typeof entry.collection !== 'string' || typeof entry.doc?.id !== 'string')
    throw new Error(`${path} was altered: a line that is neither a document nor a file`)
  return entry as Stored
}

// An error of JSON.parse quotes the line, and a line holds a document.
function parsed(path: string, line: string): object {
  try {
    return Object(JSON.parse(line))
  } catch {
    throw new Error(`${path} was altered: a line that is no JSON`)
  }
}
