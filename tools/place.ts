import type { CloudSettings } from '../cloudfunctions/cloudbase/settings'
import { sealer } from '../cloudfunctions/seal'
import { settingsFrom } from '../cloudfunctions/server/settings'

/** Where the documents are that a backup or a restore is about, and a mark of the secret that seals them. */
export type Place = { store: string; files: string; cloud?: CloudSettings; sealedBy: string }

/** From the variables the server itself reads: TCB_ENV and its keys, or STORE; and SECRET. */
export function placeFrom(env: Record<string, string | undefined>): { place: Place } | { problem: string } {
  const read = settingsFrom(env)
  if (!read.ok) return { problem: read.problem }
  const { store, files, cloud, secret } = read.settings
  if (cloud && !cloud.keys && !cloud.url)
    return { problem: `TCB_ENV is ${cloud.env}, but TCB_SECRET_ID or TCB_SECRET_KEY is not set.` }
  return { place: { store, files, cloud, sealedBy: sealedBy(secret) } }
}

/** Says whether two secrets are one, and nothing about either. */
export const sealedBy = (secret: string) => sealer([{ id: 'k1', secret }]).lookup('lookup', 'archive')
