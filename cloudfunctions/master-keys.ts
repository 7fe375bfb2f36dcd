import type { MasterKey } from './seal'

const LEAST_BYTES = 32
const OLDER = ['SECRET_OLD', 'SECRET_OLD_2', 'SECRET_OLD_3']

/**
 * The master keys an environment names, newest first: `SECRET` seals and signs, `SECRET_OLD`, `SECRET_OLD_2` … are
 * those it replaced, the one before it first. The oldest is `k1` for ever, since ids and query codes are made of it.
 * `problem` names the variable that is missing or too short, never what is in it.
 */
export function masterKeys(env: Record<string, string | undefined>): { keys: MasterKey[] } | { problem: string } {
  const older = OLDER.flatMap((name) => (env[name] ? [name] : []))
  const gap = OLDER.slice(0, older.length).find((name) => !env[name])
  if (gap) return { problem: `${gap} is missing before ${older.at(-1)}` }
  const named = ['SECRET', ...older].map((name) => ({ name, secret: env[name] ?? '' }))
  if (!env.SECRET) return { problem: 'SECRET is missing' }
  const short = named.find(({ secret }) => Buffer.byteLength(secret) < LEAST_BYTES)
  if (short) return { problem: `${short.name} is shorter than ${LEAST_BYTES} bytes` }
  return { keys: named.map(({ secret }, at) => ({ id: `k${named.length - at}`, secret })) }
}
