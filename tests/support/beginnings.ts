import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Seed } from './cloudbase'

/** What a server begins with, as it lay in its store once it was loaded: its files, and on CloudBase its documents. */
export type Beginning = { files: { path: string; bytes: Buffer }[]; docs?: Seed }

// To load a county takes longer than most stories told in it, and the same one is loaded for many.
const known = new Map<string, Beginning>()
export const beginningOf = (key: string | undefined): Beginning | undefined =>
  key === undefined ? undefined : known.get(key)

/** To be called while nobody writes; what SQLite has not yet folded into its file lies in its log beside it. */
export function keepBeginning(key: string, folder: string, docs: Seed | undefined) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths
    .filter((path) => !path.endsWith('-shm'))
    .map((path) => ({ path: relative(folder, path), bytes: readFileSync(path) }))
  known.set(key, { files, docs })
}

export function layInto(folder: string, { files }: Beginning) {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}
