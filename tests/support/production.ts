import { onTestFinished } from 'vitest'
import { invite } from '../../cloudfunctions/accounts'
import { loadCounty } from '../../cloudfunctions/county'
import { county } from '../journeys/given'
import { startServer } from './server'

export const SECRET = 'a secret of this county alone, long enough for anybody'

const HOUR = 60 * 60_000

/** A production server with the small county in it; its wall clock stands, and moves by `wait`. */
export async function production(env: Record<string, string> = {}, options: { tick?: boolean } = {}) {
  const server = await startServer({
    cost: { N: 2 ** 10, r: 8, p: 1 },
    ...options,
    env: { MODE: 'production', SECRET, ...env },
  })
  onTestFinished(() => server.stop())
  const loaded = await loadCounty(server.world, county())
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const { clock } = server.world
  // Ten minutes past an hour, so that no window of a throttle and no one-time code ends in the middle of a test.
  let wall = Math.floor(Date.now() / HOUR) * HOUR + HOUR / 6
  clock.wall = () => wall
  return {
    ...server,
    wait: (ms: number) => {
      wall += ms
    },
    inviteFor: async (person: string): Promise<string> => {
      const made = await invite(server.world, person)
      if ('refused' in made) throw new Error(made.refused)
      return made.code
    },
    post: <T = unknown>(path: string, body: unknown, token?: string) => server.http<T>('POST', path, body, token),
  }
}
export type Production = Awaited<ReturnType<typeof production>>

/** What an answer says: nothing where it was done, else `field code` or the refusal. */
export const said = ({ status, body }: Awaited<ReturnType<Production['post']>>): string => {
  if (body.ok) return 'ok'
  if ('invalid' in body) return body.invalid.map(({ field, code }) => `${field} ${code}`).join(', ')
  return 'refused' in body ? `${status} ${body.refused}` : `${status} fault`
}
