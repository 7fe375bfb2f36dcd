import { existsSync } from 'node:fs'
import { shapeIn, shapesOf } from '../cloudfunctions/checked'
import { collections } from '../cloudfunctions/collections'
import { embeddedWalk } from '../cloudfunctions/embedded/walk'
import { asDeclared, type Walk, walked } from '../cloudfunctions/walk'
import { checkArchive, digestOf, documentsOf, type Evidence, type Header, type Stored } from './archive'
import { evidenceIn, inOrder } from './archived'
import { opens, type Place, placeFrom } from './place'

export type Restored = { header: Header; written: number; missing: string[] }

const AT_ONCE = 100

/**
 * Puts an archive's documents into an empty store, exactly as they were. Everything is checked before the first write:
 * the archive's counts and hash, that this program knows its collections, that SECRET opens it, and that the store holds
 * nothing but what an earlier attempt at the same archive has put there; then it goes on. `missing` names the evidence
 * that the archive lists and the files' folder lacks or holds differently.
 */
export async function restore(place: Place, path: string): Promise<Restored> {
  if (!existsSync(path)) throw new Error(`${path}: no such file`)
  const wanted = new Map<string, string>()
  const evidence: Evidence[] = []
  const header = await checkArchive(path, (entry) => {
    if ('file' in entry) evidence.push(entry)
    else if (entry.collection in collections) wanted.set(placeOf(entry), digestOf(today(entry)))
  })
  checkFits(path, header, place)
  const walk = await walkOf(place)
  try {
    const present = await compare(walk, wanted)
    let written = 0
    for await (const batch of batches(path, present)) {
      await walk.create(
        batch[0]?.collection ?? '',
        batch.map((stored) => today(stored).doc),
      )
      written += batch.length
    }
    const now = await compare(walk, wanted)
    if (now.size !== wanted.size) throw new Error(`${wanted.size - now.size} documents are still missing: run it again`)
    return { header, written, missing: place.cloud ? [] : await missingIn(place.files, evidence) }
  } finally {
    await walk.close()
  }
}

const shapes = shapesOf(collections)
// An archive may be older than the declaration.
const today = ({ collection, doc }: Stored): Stored => ({
  collection,
  doc: asDeclared(shapeIn(shapes, collection), doc),
})

const placeOf = ({ collection, doc }: Stored) => `${collection}/${doc.id}`

function checkFits(path: string, header: Header, place: Place) {
  const unknown = Object.keys(header.counts).filter((name) => !(name in collections))
  if (unknown.length > 0) throw new Error(`${path} holds ${unknown}: it was made by a newer program; upgrade first`)
  if (!opens(place.sealedBy, header.sealedBy))
    throw new Error(`${path} was sealed by another SECRET: with this one nothing in it could be read`)
}

async function walkOf(place: Place): Promise<Walk> {
  if (!place.cloud) return embeddedWalk(place.store)
  const { cloudWalk } = await import('../cloudfunctions/cloudbase/walk')
  return cloudWalk(place.cloud)
}

/** What is there already; throws at the first document that is not exactly one of the archive's. */
async function compare(walk: Walk, wanted: Map<string, string>): Promise<Set<string>> {
  const present = new Set<string>()
  for (const collection of inOrder)
    for await (const doc of walked(walk, collection)) {
      const place = placeOf({ collection, doc })
      if (wanted.get(place) !== digestOf({ collection, doc }))
        throw new Error(`the store is not empty: ${collection} holds documents that are not this archive's`)
      present.add(place)
    }
  return present
}

async function* batches(path: string, present: Set<string>): AsyncGenerator<Stored[]> {
  let batch: Stored[] = []
  for await (const stored of documentsOf(path)) {
    if (present.has(placeOf(stored))) continue
    if (batch.length === AT_ONCE || (batch[0] && batch[0].collection !== stored.collection)) {
      yield batch
      batch = []
    }
    batch.push(stored)
  }
  if (batch.length > 0) yield batch
}

async function missingIn(folder: string, listed: Evidence[]): Promise<string[]> {
  const there = new Map<string, string>()
  for await (const { file, sha256 } of evidenceIn(folder)) there.set(file, sha256)
  return listed.filter(({ file, sha256 }) => there.get(file) !== sha256).map(({ file }) => file)
}

async function main() {
  const path = process.argv[2]
  if (!path) throw new Error('Which archive? npm run restore -- .data/backups/county-….jsonl.gz')
  const read = placeFrom(process.env)
  if ('problem' in read) throw new Error(read.problem)
  const began = Date.now()
  const { header, written, missing } = await restore(read.place, path)
  const documents = Object.values(header.counts).reduce((sum, count) => sum + count, 0)
  console.log(
    `${documents} documents of ${header.at} are in ${read.place.cloud?.env ?? read.place.store}, ` +
      `${written} written now, ${((Date.now() - began) / 1000).toFixed(1)} s`,
  )
  if (missing.length > 0)
    console.log(
      `${missing.length} of ${header.files} evidence files are not in ${read.place.files}: copy that folder back too`,
    )
}

if (process.argv[1] === import.meta.filename)
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
