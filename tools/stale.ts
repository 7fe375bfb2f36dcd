import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something that is built: what it comes from, and the file that shows it is there. */
export type Built = { name: string; from: string[]; shown: string }

export const h5: Built = {
  name: 'h5',
  from: ['src', 'config', 'babel.config.js', 'package-lock.json', 'tsconfig.json'],
  shown: 'dist/h5/index.html',
}
export const weapp: Built = { ...h5, name: 'weapp', shown: 'dist/weapp/app.json' }
export const server: Built = {
  name: 'server',
  from: ['src', 'cloudfunctions', 'config/server.ts', 'config/cleaner.ts', 'package-lock.json', 'tsconfig.json'],
  shown: 'dist/server/index.mjs',
}

// Outside dist/h5, which the build empties.
const stampFile = ({ name }: Built) => join('dist', 'stamps', name)

/** Whether it must be built again: by what the sources say, not by when somebody touched them. */
export function isStale(built: Built): boolean {
  const file = stampFile(built)
  return !existsSync(built.shown) || !existsSync(file) || readFileSync(file, 'utf8') !== stampOf(built)
}

export const stampOf = (built: Built): string => {
  const hash = createHash('sha256')
  for (const path of built.from.flatMap(filesIn).sort())
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** To be called with the stamp from before the build: what changed meanwhile is not in it. */
export function markBuilt(built: Built, stamp: string) {
  mkdirSync(join('dist', 'stamps'), { recursive: true })
  writeFileSync(stampFile(built), stamp)
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}
