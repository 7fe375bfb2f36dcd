import { collections } from '../../cloudfunctions/collections'
import { type CloudBase, type Seed, startCloudBase } from './cloudbase'

/**
 * The journeys run twice: on an SQLite file, and with JOURNEYS_ON=cloudbase on the platform's database, where now and
 * then a transaction loses, the database is busy, or it writes and says that it failed.
 */
const onCloudBase = process.env.JOURNEYS_ON === 'cloudbase'
const SEED = Number(process.env.JOURNEYS_SEED ?? 8)
const CHANCE = 0.03

let cloud: Promise<CloudBase> | undefined
// A server that starts again in the same folder finds the same documents.
const environments = new Map<string, Record<string, string>>()

/** What a server of this folder is told about its store, which begins with these documents. */
export async function storeIn(folder: string, docs?: Seed): Promise<Record<string, string>> {
  if (!onCloudBase) return {}
  const known = environments.get(folder)
  if (known) return known
  cloud ??= startCloudBase()
  const server = await cloud
  server.faults.chance(CHANCE, ['conflict', 'busy', 'limit', 'wrote-reset', 'wrote-system'], SEED)
  const { env, keys, url } = server.fresh(docs)
  const given = {
    TCB_ENV: env,
    TCB_SECRET_ID: keys?.secretId ?? '',
    TCB_SECRET_KEY: keys?.secretKey ?? '',
    TCB_URL: url ?? '',
  }
  environments.set(folder, given)
  return given
}

/** Every document of this folder's server, where they don't lie in the folder itself. */
export async function docsIn(folder: string): Promise<Seed | undefined> {
  const env = environments.get(folder)?.TCB_ENV
  if (!env || !cloud) return undefined
  const server = await cloud
  return Object.fromEntries(Object.keys(collections).map((name) => [name, server.documents(name, env)]))
}
