import type { Reply } from '@/contract/views'
import { instantOf } from '@/domain/time'
import { doorSentence } from '@/words/door'
import { facts } from '../facts'
import type { Files, Store } from '../ports'
import { sealer } from '../seal'
import type { World } from '../world'

// Evidence goes from the phone straight to the platform's storage; a function never carries its bytes.
const files: Files = {
  put: async () => {
    throw new Error('a cloud function carries no files')
  },
  get: async () => undefined,
  remove: async () => {},
  size: async () => undefined,
}

/**
 * The world of the cloud functions, from a store and `SECRET`. The adapter to the platform's database is not built
 * yet, so a deployed function gets no store and says so; tests hand in one of their own.
 */
export function cloudWorld(store?: Store, secret = process.env.SECRET): World | undefined {
  if (!store || !secret) return undefined
  const now = () => instantOf(Date.now())
  return {
    store,
    seal: sealer([{ id: 'k1', secret }]),
    clock: { now, wall: Date.now },
    files,
    log: (line) => console.log(JSON.stringify(line)),
    ...facts,
  }
}

/** What every action answers while there is no store: a refusal, since nothing is broken and nothing is lost. */
export const notConfigured = (): Reply<never> => ({
  ok: false,
  now: instantOf(Date.now()),
  refused: 'store.not-configured',
  message: doorSentence('store.not-configured') ?? '',
})
