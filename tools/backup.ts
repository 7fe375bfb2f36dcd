import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { copyAtOnce, embeddedWalk } from '../cloudfunctions/embedded/walk'
import type { Walk } from '../cloudfunctions/walk'
import { type Evidence, type Header, writeArchive } from './archive'
import { evidenceIn, inOrder } from './archived'
import { type Place, placeFrom } from './place'

/**
 * Writes all documents of a store into `path`. A store's file is copied at one instant first, so that the archive holds
 * no half of a save; on the platform each document is whole, but two that were saved together may be minutes apart.
 */
export async function backup(place: Place, path: string): Promise<Header> {
  mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 })
  if (existsSync(path)) throw new Error(`${path} is there already`)
  const from = { collections: inOrder, sealedBy: place.sealedBy, at: new Date().toISOString() }
  if (place.cloud) {
    const { cloudWalk } = await import('../cloudfunctions/cloudbase/walk')
    return await closing(cloudWalk(place.cloud), (walk) => writeArchive(path, { ...from, walk, evidence: none() }))
  }
  const folder = mkdtempSync(`${resolve(path)}.copy-`)
  try {
    copyAtOnce(place.store, join(folder, 'county.db'))
    return await closing(await embeddedWalk(join(folder, 'county.db')), (walk) =>
      writeArchive(path, { ...from, walk, evidence: evidenceIn(place.files) }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function closing<T>(walk: Walk, work: (walk: Walk) => Promise<T>): Promise<T> {
  try {
    return await work(walk)
  } finally {
    await walk.close()
  }
}

async function* none(): AsyncGenerator<Evidence> {}

const named = /^county-\d{8}T\d{6}Z\.jsonl\.gz$/

/** Deletes the oldest archives of a folder; only those that were named here, and never one that a person named. */
export function keepNewest(folder: string, keep: number): string[] {
  const old = readdirSync(folder)
    .filter((name) => named.test(name))
    .sort()
    .reverse()
    .slice(keep)
  for (const name of old) rmSync(join(folder, name))
  return old
}

const nameAt = (at: Date) => `county-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.jsonl.gz`

async function main() {
  const read = placeFrom(process.env)
  if ('problem' in read) throw new Error(read.problem)
  const folder = process.env.BACKUPS || '.data/backups'
  const keep = Number(process.env.BACKUPS_KEEP || 30)
  if (!Number.isInteger(keep) || keep < 1) throw new Error('BACKUPS_KEEP is how many archives to keep: 1 or more.')
  const given = process.argv[2]
  const path = given ?? join(folder, nameAt(new Date()))
  const began = Date.now()
  const header = await backup(read.place, path)
  const documents = Object.values(header.counts).reduce((sum, count) => sum + count, 0)
  const seconds = (Date.now() - began) / 1000
  console.log(
    `${path}: ${documents} documents, ${header.files} evidence files listed, ` +
      `${(statSync(path).size / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`,
  )
  if (!given) for (const name of keepNewest(folder, keep)) console.log(`deleted ${name}, ${keep} are kept`)
}

if (process.argv[1] === import.meta.filename)
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
