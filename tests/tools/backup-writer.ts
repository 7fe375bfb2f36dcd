import { embeddedStore } from '../../cloudfunctions/embedded/store'

// Run by backup.test.ts as another process: writes two documents in one save, again and again, until it is stopped.
const store = embeddedStore(process.argv[2] ?? '')

async function write() {
  for (let version = 0; ; version++) {
    const both = ['left', 'right'].map((id) => ({
      collection: 'rota',
      id,
      expected: version,
      keys: {},
      body: JSON.stringify({ version: version + 1, filler: 'x'.repeat(2000) }),
    }))
    const saved = await store.save(both)
    if (!saved.ok) throw new Error('somebody else writes')
    if (version === 0) process.stdout.write('begun\n')
  }
}

void write()
