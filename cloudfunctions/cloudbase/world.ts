import type { Reply } from '@/contract/views'
import { instantOf } from '@/domain/time'
import { doorSentence } from '@/words/door'
import { facts } from '../facts'
import { masterKeys } from '../master-keys'
import { channelsFrom } from '../notifier/channels'
import type { Files, Log, Store } from '../ports'
import { type Sealer, sealer } from '../seal'
import type { World } from '../world'
import { cloudFiles, FONT_ID, namesBy } from './files'
import { cloudSettings } from './settings'
import { cloudStore } from './store'

// A world over a store alone: it has no place for evidence.
const nowhere: Files = {
  put: async () => {
    throw new Error('no place for files')
  },
  get: async () => undefined,
  remove: async () => {},
  size: async () => undefined,
}

type Env = Record<string, string | undefined>

/** One line of JSON a call; the platform keeps it by the function's request id. */
export const logLine: Log = (line) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))

/** The world of a cloud function over any store: real time, the shipped facts. */
export const worldOver = (store: Store, seal: Sealer, log: Log = logLine, files: Files = nowhere): World => ({
  store,
  seal,
  clock: { now: () => instantOf(Date.now()), wall: Date.now },
  files,
  log,
  ...facts,
})

/**
 * The world of a cloud function, from its environment variables; undefined where one is missing, and the log says
 * which. `SECRET` and its predecessors are ours to set; the rest the platform gives: `SCF_NAMESPACE` is the
 * environment the function runs in (the SDK itself reads `TCB_ENV || SCF_NAMESPACE`), and for each request the SDK
 * takes the function's own short-lived keys from `TENCENTCLOUD_SECRETID`, `_SECRETKEY` and `_SESSIONTOKEN`.
 */
export function cloudWorld(env: Env = process.env, log: Log = logLine): World | undefined {
  const settings = cloudSettings({ ...env, TCB_ENV: env.TCB_ENV || env.SCF_NAMESPACE })
  const secrets = masterKeys(env)
  const problems = [
    ...(settings ? [] : ['TCB_ENV is missing']),
    ...(settings?.keys || (env.TENCENTCLOUD_SECRETID && env.TENCENTCLOUD_SECRETKEY)
      ? []
      : ['TCB_SECRET_ID or TCB_SECRET_KEY is missing']),
    ...('problem' in secrets ? [secrets.problem] : []),
  ]
  if (settings && 'keys' in secrets && problems.length === 0) {
    const seal = sealer(secrets.keys)
    const files = cloudFiles(settings, namesBy(seal))
    const world = { ...worldOver(cloudStore(settings), seal, log, files), font: fontFrom(files) }
    const channels = channelsFrom(env)
    return 'wechat' in channels && channels.wechat ? { ...world, templates: channels.wechat.templates } : world
  }
  log({ level: 'error', what: 'settings', problems: problems.join('; ') })
  return undefined
}

/** Fetched by an instance's first paper, and kept for its next ones. */
function fontFrom(files: Files): () => Promise<Uint8Array | undefined> {
  let font: Promise<Uint8Array | undefined> | undefined
  return async () => {
    font ??= files.get(FONT_ID)
    const bytes = await font.catch(() => undefined)
    if (!bytes) font = undefined
    return bytes
  }
}

let made: World | undefined

/** This instance's world: made on its first call, so that loading the bundle reads no settings and opens nothing. */
export const instanceWorld = (): World | undefined => {
  // The SDK's warnings of slow requests are no JSON, and come seconds late, in the middle of somebody else's call.
  process.env.SILENCE = 'true'
  made ??= cloudWorld()
  return made
}

/** What every action answers while there is no store: a refusal, since nothing is broken and nothing is lost. */
export const notConfigured = () =>
  ({
    ok: false,
    now: instantOf(Date.now()),
    refused: 'store.not-configured',
    message: doorSentence('store.not-configured') ?? '',
  }) satisfies Reply<never>
