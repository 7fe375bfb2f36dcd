import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../ports'

// No dot and no slash: an id is never a path, and never one of the temporary files, which begin with a dot.
const idPattern = /^[A-Za-z0-9][A-Za-z0-9:_-]{0,119}$/
const hour = 3_600_000

/** Bytes of evidence in a folder of the disk: a file is there whole or not at all, also after the power fails. */
export function embeddedFiles(folder: string): Files {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  sweepUnfinished(folder)
  // A colon is not allowed in a file's name everywhere; no id holds a plus.
  const pathOf = (id: string) => {
    if (typeof id !== 'string' || !idPattern.test(id)) throw new Error('files: not a file id')
    return join(folder, id.replaceAll(':', '+'))
  }
  return {
    async put(id, bytes) {
      const path = pathOf(id)
      const unfinished = join(folder, `.${randomBytes(12).toString('hex')}`)
      try {
        await writeDurably(unfinished, bytes)
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await syncFolder(folder)
    },
    async get(id) {
      const path = pathOf(id)
      try {
        return new Uint8Array(await readFile(path))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    async size(id) {
      const found = await stat(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      return found?.size
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// The rename itself lies in the folder; Windows cannot open one, and journals it by itself.
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// Left by a crash; a young one may be another process's, still being written.
function sweepUnfinished(folder: string) {
  for (const name of readdirSync(folder)) {
    if (!/^\.[0-9a-f]{24}$/.test(name)) continue
    const path = join(folder, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > hour) rmSync(path, { force: true })
  }
}
