import { writeSync } from 'node:fs'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import type { Store } from '../../cloudfunctions/ports'
import { write } from './suite/desk'

// The child of kill.test.ts. Standard output is written at once, so that what was said was said before the kill.
const say = (text: string) => writeSync(1, `${text}\n`)

/** One step of a matter: four documents in one save, all of which carry the step's number. */
export const step = (number: number) => [
  write('matters', 'm', number - 1, { desk: ['all', `desk${number % 3}`], open: true, dueAt: number }, `${number}`),
  write('lawyers', 'guard', number - 1, { assignable: true, load: number }, `${number}`),
  write('history', `h${number}`, 0, { matter: 'm', page: number }, 'x'.repeat(number % 7) + number),
  write('rota', 'r', number - 1, {}, `${number}`.padStart(4000, '0')),
]

async function writeUntilKilled(store: Store) {
  for (let number = ((await store.get('matters', 'm'))?.version ?? 0) + 1; ; number++) {
    const saved = await store.save(step(number))
    if (!saved.ok) throw new Error(`stale ${JSON.stringify(saved.stale)}`)
    say(`${number}`)
  }
}

/** Takes turns of one document against other processes until it has won `count` of them; says which. */
async function race(store: Store, count: number) {
  const won: number[] = []
  let lost = 0
  while (won.length < count) {
    const version = (await store.get('rota', 'prize'))?.version ?? 0
    const saved = await store.save([write('rota', 'prize', version), write('history', `turn${version + 1}`)])
    if (saved.ok) won.push(version + 1)
    else lost++
  }
  say(JSON.stringify({ won, lost }))
}

async function main(mode: string, path: string, count: number) {
  say('opening')
  const store = embeddedStore(path)
  if (mode === 'write') return writeUntilKilled(store)
  say('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  await race(store, count)
  process.exit(0)
}

// The test imports `step`, and must not become a writer itself.
const [, script, mode, path, count] = process.argv
if (/kill-writer\.(ts|cjs)$/.test(script ?? '') && mode && path) void main(mode, path, Number(count))
