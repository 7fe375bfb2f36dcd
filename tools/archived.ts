import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { collections } from '../cloudfunctions/collections'
import type { Evidence } from './archive'

// What a backup writes and a restore expects. Apart from both programs, so that each can be bundled without the other.

/** `policy` comes last: a store without it is one that no county has been loaded into, until the last document is there. */
export const inOrder = [...Object.keys(collections).filter((name) => name !== 'policy'), 'policy']

/** The evidence on this disk, by its name in the folder; its bytes are copied by other means, see the handbook. */
export async function* evidenceIn(folder: string): AsyncGenerator<Evidence> {
  if (!existsSync(folder)) return
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  for (const file of names.sort()) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, file)), hash)
    yield { file, bytes: statSync(join(folder, file)).size, sha256: hash.digest('hex') }
  }
}
