import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import common from '@/data/common-passwords.json'

/** A password as it is kept: what scrypt made of it, with the salt and the cost it was made with. */
export type Cost = { N: number; r: number; p: number }
export type PasswordHash = { salt: string; hash: string; cost: Cost }

// OWASP Password Storage Cheat Sheet, scrypt: one of its equal settings, 32 MB a try so that a small machine bears it.
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 }
const BYTES = 32

const derived = (password: string, salt: Buffer, cost: Cost): Promise<Buffer> =>
  new Promise((done, failed) => {
    const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r }
    scrypt(plain(password), salt, BYTES, options, (error, key) => (error ? failed(error) : done(key)))
  })

// NIST SP 800-63B-4 3.1.1.2: one spelling for what a keyboard may write in several.
const plain = (password: string) => password.normalize('NFKC')

export async function hashOf(password: string, cost: Cost = COST): Promise<PasswordHash> {
  const salt = randomBytes(16)
  const hash = await derived(password, salt, cost)
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost }
}

export async function holdsFor(password: string, { salt, hash, cost }: PasswordHash): Promise<boolean> {
  const own = Buffer.from(hash, 'base64')
  const given = await derived(password, Buffer.from(salt, 'base64'), cost)
  return own.length === given.length && timingSafeEqual(own, given)
}

/** Nobody's password: compared with where a login is unknown, so that it costs the same work and tells nothing. */
export const nobodys = (cost: Cost = COST): PasswordHash => ({
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(BYTES).toString('base64'),
  cost,
})

export const LEAST = 12
export const MOST = 128

/** Short, everybody's, or made of the login: NIST SP 800-63B-4 3.1.1.2, which asks for no mixture of characters. */
export function passwordProblem(password: string, login: string): string | undefined {
  const text = plain(password).toLowerCase()
  const length = [...text].length
  if (length < LEAST) return 'password-short'
  if (length > MOST) return 'too-long'
  // One to four characters over and over.
  if (/^(.{1,4})\1+.{0,3}$/su.test(text)) return 'password-common'
  const rest = text.replaceAll(login, '')
  return common.values.includes(text) || [...rest].length < LEAST / 2 ? 'password-common' : undefined
}
