import { beforeAll, describe, vi } from 'vitest'
import { cloudApp } from '../../cloudfunctions/cloudbase/app'
import { cloudSettings } from '../../cloudfunctions/cloudbase/settings'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { collections } from '../../cloudfunctions/collections'
import type { Store } from '../../cloudfunctions/ports'
import { storeSuite } from './store-suite'
import { platformSuite } from './suite/platform'

/**
 * The same suite against a real environment, which it empties: only where TCB_ENV and its keys are given and
 * TCB_CONFORMANCE says `empty-me`. docs/handbook/云开发对接检验.md says how, and how to read the outcome.
 */

const settings = cloudSettings(process.env)
const allowed = settings?.keys && process.env.TCB_CONFORMANCE === 'empty-me'
const real = allowed ? settings : undefined
const why = !settings
  ? 'skipped: TCB_ENV is not set'
  : !settings.keys
    ? 'skipped: TCB_SECRET_ID and TCB_SECRET_KEY are not set'
    : 'skipped: TCB_CONFORMANCE is not "empty-me"'

// Over the internet a call takes some tens of milliseconds, and some tests make hundreds of them.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

describe.skipIf(!real)(`a real environment${real ? '' : ` (${why})`}`, () => {
  const given = real ?? { env: '' }
  const db = () => cloudApp(given, 30_000).database()
  const used = new Set<string>(Object.keys(collections))
  const empty = async () => {
    const database = db()
    for (const name of used)
      await database
        .collection(name)
        .options({ raw: true })
        .where({ _id: { $exists: true } })
        .remove()
    used.clear()
  }
  beforeAll(async () => {
    // Those that are there already refuse, whatever the code; one that could not be made shows at the first write.
    for (const name of used)
      await db()
        .createCollection(name)
        .catch(() => {})
    await empty()
  })

  /** Remembers what it writes to, so that only that is emptied for the next test. */
  const opened = async (): Promise<Store> => {
    await empty()
    const store = cloudStore(given)
    return {
      ...store,
      save: (writes) => {
        for (const { collection } of writes) if (Object.hasOwn(collections, collection)) used.add(collection)
        return store.save(writes)
      },
    }
  }

  platformSuite(
    'CloudBase',
    async () => {
      for (const name of ['rota', 'matters']) used.add(name)
      return given
    },
    (what, answer) => console.log(`[云开发] ${what}: ${String(answer)}`),
  )
  storeSuite('cloudbase, a real environment', opened, { runs: 5 })
})
