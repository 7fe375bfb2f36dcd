import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { storeSuite } from './store-suite'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
let opened = 0
afterAll(() => rmSync(folder, { recursive: true }))

storeSuite('embedded', async () => embeddedStore(join(folder, `${opened++}.db`)))
storeSuite('memory', async () => memoryStore(), { runs: 300 })
