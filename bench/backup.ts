import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantOf } from '@/domain/time'
import { collections } from '../cloudfunctions/collections'
import { loadCounty } from '../cloudfunctions/county'
import { bureau } from '../cloudfunctions/demo/bureau'
import { embeddedStore } from '../cloudfunctions/embedded/store'
import { embeddedWalk } from '../cloudfunctions/embedded/walk'
import { facts } from '../cloudfunctions/facts'
import { handle } from '../cloudfunctions/handle'
import { sealer } from '../cloudfunctions/seal'
import { walked } from '../cloudfunctions/walk'
import { backup } from '../tools/backup'
import { sealedBy } from '../tools/place'
import { restore } from '../tools/restore'

/** How long a backup and a restore take, and how big the archive is: `MATTERS` (10,000) as the pipeline wrote them. */
const MATTERS = Number(process.env.MATTERS ?? 10_000)
const ORIGINALS = 100
const secret = 'a secret for the bench only, 32 bytes and more'
const folder = mkdtempSync(join(tmpdir(), 'bench-backup-'))
const place = (name: string) => ({
  store: join(folder, name),
  files: join(folder, 'files'),
  sealedBy: sealedBy(secret),
})

/** Real applications, then copies of all they wrote under other ids: sealed texts, so nothing shrinks by repetition within reach of gzip. */
async function furnish(path: string) {
  const store = embeddedStore(path)
  const now = Date.parse('2026-10-12T09:00:00+08:00')
  const world = {
    ...facts,
    store,
    seal: sealer([{ id: 'k1', secret }]),
    clock: { now: () => instantOf(now), wall: () => now },
    files: { put: async () => {}, get: async () => undefined, remove: async () => {}, size: async () => undefined },
    log: (line: object) => console.error(line),
  }
  await loadCounty(world, bureau)
  const person = bureau.people.find(({ roles }) => roles?.[0]?.role === 'resident')?.id ?? ''
  const village = bureau.units.find(({ kind }) => kind === 'village')?.code
  for (let n = 0; n < ORIGINALS; n++) {
    const input = {
      requestId: `backup-bench-${n}`,
      for: 'self',
      applicant: { name: '测试的人', phone: `139${String(n).padStart(8, '0')}` },
      where: { place: village },
      matter: 'wages',
      story: '干了四个月活，工钱一直没给。'.repeat(5),
      route: 'promise',
      parties: [{ role: 'opponent', name: `某工地${n}` }],
    }
    const who = { person, session: 'bench' }
    const { reply } = await handle(world, 'aid.submit', input, who, { source: `s${n}`, trace: 'bench' })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
  }
  await store.close()
  const walk = await embeddedWalk(path)
  for (const collection of ['matters', 'codes', 'notices', 'parties'] as const) {
    const docs = []
    for await (const doc of walked(walk, collection)) docs.push(doc)
    for (let copy = 1; copy < MATTERS / ORIGINALS; copy++)
      await walk.create(
        collection,
        docs.map((doc) => ({ ...doc, id: `${String(copy).padStart(4, '0')}~${doc.id}` })),
      )
  }
  await walk.close()
}

async function main() {
  const from = place('from.db')
  await furnish(from.store)
  const path = join(folder, 'a.jsonl.gz')
  let began = performance.now()
  const { counts } = await backup(from, path)
  const backupSeconds = (performance.now() - began) / 1000
  began = performance.now()
  await restore(place('into.db'), path)
  const restoreSeconds = (performance.now() - began) / 1000
  const documents = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const mb = (file: string) => (statSync(file).size / 1e6).toFixed(1)
  const rate = (seconds: number) => `${seconds.toFixed(1)} s, ${Math.round(documents / seconds)} documents/s`
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  const told = Object.keys(collections).map((name) => `${name} ${counts[name]}`)
  console.log(`${documents} documents (${told.join(', ')}); file ${mb(from.store)} MB, archive ${mb(path)} MB`)
  console.log(`backup ${rate(backupSeconds)}; restore ${rate(restoreSeconds)}`)
  rmSync(folder, { recursive: true })
}

void main()
