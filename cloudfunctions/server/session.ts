import { randomBytes } from 'node:crypto'
import { sign, verify } from 'hono/jwt'
import type { Identity } from '../ports'

const HOURS = 12

/** What a session says: who, by which kind of account, and for a login which of its generations. */
export type Claim = Pick<Identity, 'person' | 'account'> & { epoch?: number }
export type Known = Identity & { epoch?: number }

/** A session is a signed statement that lives in real time; nothing about it is stored. */
export type Sessions = {
  issue(claim: Claim): Promise<string>
  /** Who the token speaks for; `missing` also for one that says nothing we understand. */
  read(authorization: string | undefined): Promise<Known | undefined | 'missing' | 'expired'>
}

export function sessions(key: string, wall: () => number): Sessions {
  return {
    issue(claim) {
      const exp = Math.floor(wall() / 1000) + HOURS * 3600
      return sign({ ...claim, session: randomBytes(16).toString('base64url'), exp }, key, 'HS256')
    },
    async read(authorization) {
      if (authorization === undefined) return undefined
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization.trim())?.[1]
      // Time is compared here, not by the library, so that it is the same clock that issued it.
      const payload = token && (await verify(token, key, { alg: 'HS256', exp: false }).catch(() => undefined))
      if (!payload) return 'missing'
      const { person, session, exp, account, epoch } = payload
      if (typeof person !== 'string' || typeof session !== 'string' || typeof exp !== 'number') return 'missing'
      if (exp * 1000 <= wall()) return 'expired'
      if (account === 'wechat') return { person, session, account }
      if (account === 'login') return typeof epoch === 'number' ? { person, session, account, epoch } : 'missing'
      return account === undefined ? { person, session } : 'missing'
    },
  }
}
