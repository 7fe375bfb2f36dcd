import { Secret, TOTP } from 'otpauth'
import { signInWords } from '@/words/sign-in'

// RFC 6238 as every authenticator app understands it: SHA-1, six digits, thirty seconds.
const PERIOD = 30
// One step early or late, for a telephone whose clock is off: RFC 6238 5.2.
const WINDOW = 1

const of = (secret: string, label = '') =>
  new TOTP({ issuer: signInWords.issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD })

/** 160 random bits as base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app scans. */
export const uriOf = (secret: string, login: string): string => of(secret, login).toString()

/** Which step of time a code is for, at a wall time in ms; undefined where it is no code of now. */
export function stepOf(secret: string, otp: string, wall: number): number | undefined {
  const delta = of(secret).validate({ token: otp, timestamp: wall, window: WINDOW })
  return delta === null ? undefined : Math.floor(wall / 1000 / PERIOD) + delta
}
