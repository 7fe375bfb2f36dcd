import { existsSync, rmSync } from 'node:fs'
import { settingsFrom } from '../cloudfunctions/server/settings'

/** Forgets the demonstration: its database and its files. The next start furnishes a new one. */
function reset() {
  if (process.env.MODE === 'production') throw new Error('MODE=production: this deletes only a demonstration.')
  const read = settingsFrom(process.env)
  if (!read.ok) throw new Error(read.problem)
  const { store, files } = read.settings
  const gone = [store, `${store}-wal`, `${store}-shm`, files].filter((path) => existsSync(path))
  for (const path of gone) rmSync(path, { recursive: true })
  console.log(gone.length > 0 ? `Deleted ${gone.join(', ')}` : `Nothing to delete at ${store}`)
}

try {
  reset()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
