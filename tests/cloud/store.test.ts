import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { storeSuite } from './store-suite'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
let opened = 0
let cloud: CloudBase
beforeAll(async () => {
  cloud = await startCloudBase()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await cloud.stop()
})

storeSuite('embedded', async () => embeddedStore(join(folder, `${opened++}.db`)))
storeSuite('memory', async () => memoryStore(), { runs: 300 })
// The platform's own SDK against a loopback server of its wire format: each call is a request or several.
storeSuite('cloudbase', async () => cloudStore(cloud.fresh()))
