import { randomBytes } from 'node:crypto'
import { sign, verify } from 'hono/jwt'
import type { Identity } from '../ports'

const HOURS = 12

/** A session is a signed statement that lives in real time; nothing about it is stored. */
export type Sessions = {
  issue(person: string): Promise<string>
  /** Who the token speaks for; `missing` also for one that says nothing we understand. */
  read(authorization: string | undefined): Promise<Identity | undefined | 'missing' | 'expired'>
}

export function sessions(key: string, wall: () => number): Sessions {
  return {
    issue(person) {
      const exp = Math.floor(wall() / 1000) + HOURS * 3600
      return sign({ person, session: randomBytes(16).toString('base64url'), exp }, key, 'HS256')
    },
    async read(authorization) {
      if (authorization === undefined) return undefined
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization.trim())?.[1]
      // Time is compared here, not by the library, so that it is the same clock that issued it.
      const payload = token && (await verify(token, key, { alg: 'HS256', exp: false }).catch(() => undefined))
      if (!payload) return 'missing'
      const { person, session, exp } = payload
      if (typeof person !== 'string' || typeof session !== 'string' || typeof exp !== 'number') return 'missing'
      return exp * 1000 <= wall() ? 'expired' : { person, session }
    },
  }
}
