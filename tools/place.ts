import type { CloudSettings } from '../cloudfunctions/cloudbase/settings'
import { type MasterKey, sealer } from '../cloudfunctions/seal'
import { settingsFrom } from '../cloudfunctions/server/settings'

/** Where the documents are that a backup or a restore is about, and marks of the secrets that seal them. */
export type Place = { store: string; files: string; cloud?: CloudSettings; sealedBy: string }

/** From the variables the server itself reads: TCB_ENV and its keys, or STORE; and SECRET. */
export function placeFrom(env: Record<string, string | undefined>): { place: Place } | { problem: string } {
  // On CloudBase a forgotten MODE must not mark an archive by the demonstration's secret.
  const read = settingsFrom(env.TCB_ENV ? { ...env, MODE: env.MODE || 'production' } : env)
  if (!read.ok) return { problem: read.problem }
  const { store, files, cloud, keys } = read.settings
  if (cloud && !cloud.keys && !cloud.url)
    return { problem: `TCB_ENV is ${cloud.env}, but TCB_SECRET_ID or TCB_SECRET_KEY is not set.` }
  return { place: { store, files, cloud, sealedBy: sealedBy(...keys.map(({ secret }) => secret)) } }
}

/** A mark for each secret, newest first: says whether two secrets are one, and nothing about either. */
export const sealedBy = (...secrets: MasterKey['secret'][]): string =>
  secrets.map((secret) => sealer([{ id: 'k1', secret }]).lookup('lookup', 'archive')).join('.')

/** Whether all that an archive may hold can be read here: secrets are only ever added, so its marks end ours. */
export const opens = (here: string, archive: string): boolean => `.${here}`.endsWith(`.${archive}`)
