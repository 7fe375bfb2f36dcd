import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** A master secret, at least 32 bytes; its id (`k1`, `k2` …) stands in front of everything it sealed. */
export type MasterKey = { id: string; secret: Uint8Array | string }
/** Where a sealed text lies; moved anywhere else it no longer opens. */
export type Place = { collection: string; id: string; field: string }
/** What a keyed hash is for: the same text gives unrelated hashes for two purposes. */
export type Purpose = 'lookup' | 'code' | 'request' | 'session' | 'link'

export type Sealer = {
  /** A JSON value to text: `k1.<iv>.<ciphertext>.<tag>`, different each time. */
  seal(place: Place, value: unknown): string
  /** Back again; throws where key, place or text is wrong, and never says what was in it. */
  unseal(place: Place, text: string): unknown
  /** 32 bytes as 43 characters of base64url: document ids, tokens. */
  lookup(purpose: Purpose, text: string): string
  /** The same 32 bytes, raw: `crockford13` makes a query code of them. */
  digest(purpose: Purpose, text: string): Uint8Array
  /** Whether `mark` is what `lookup` made of `text`, by any of the keys, in constant time. */
  matches(purpose: Purpose, text: string, mark: string): boolean
}

type Keys = Record<Purpose | 'seal', Buffer>

const purposes = ['seal', 'lookup', 'code', 'request', 'session', 'link'] as const
// Ids and codes are made of these: they must come out the same after a rotation, so the oldest secret makes them.
const lasting: Purpose[] = ['lookup', 'code', 'request']

/** `masterKeys` newest first: the newest seals and signs, every one of them unseals and verifies. */
export function sealer(masterKeys: MasterKey[]): Sealer {
  const keys = new Map(masterKeys.map(({ id, secret }) => [id, keysOf(id, secret)]))
  if (keys.size < masterKeys.length) throw new Error('sealer: two master keys with one id')
  const newest = masterKeys[0]
  const oldest = masterKeys.at(-1)
  if (!newest || !oldest) throw new Error('sealer: no master key')
  const keyFor = (id: string) => {
    const found = keys.get(id)
    if (!found) throw new Error(`sealer: no master key ${id}`)
    return found
  }
  const digest = (purpose: Purpose, text: string) =>
    hmac(keyFor(lasting.includes(purpose) ? oldest.id : newest.id)[purpose], text)

  return {
    seal: (place, value) => `${newest.id}.${encrypt(keyFor(newest.id).seal, place, value)}`,
    unseal: (place, text) => {
      const where = placeText(place)
      const [id = '', ...parts] = typeof text === 'string' ? text.split('.') : []
      const key = keys.get(id)
      if (!key) throw new Error(`unseal ${where}: sealed by a key that is not here`)
      return decrypt(key.seal, where, parts)
    },
    digest,
    lookup: (purpose, text) => digest(purpose, text).toString('base64url'),
    matches: (purpose, text, mark) => {
      const given = Buffer.from(mark)
      const marks = [...keys.values()].map((key) => Buffer.from(hmac(key[purpose], text).toString('base64url')))
      return marks.filter((own) => own.length === given.length && timingSafeEqual(own, given)).length > 0
    },
  }
}

function keysOf(id: string, secret: Uint8Array | string): Keys {
  if (!/^k\d+$/.test(id)) throw new Error('sealer: a master key is called k1, k2 …')
  const bytes = Buffer.from(secret)
  if (bytes.length < 32) throw new Error(`sealer: master key ${id} is shorter than 32 bytes`)
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', bytes, '', `law-circle/${purpose}`, 32))
  return Object.fromEntries(purposes.map((purpose) => [purpose, derive(purpose)])) as Keys
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

// Only the id may hold a slash; with one in the ends, two places could read the same.
function placeText({ collection, id, field }: Place): string {
  if (!/^[^/]+$/.test(collection) || !id || !/^[^/]+$/.test(field)) throw new Error('sealer: not a place')
  return `${collection}/${id}/${field}`
}

function encrypt(key: Buffer, place: Place, value: unknown): string {
  const where = placeText(place)
  const text = JSON.stringify(value)
  if (text === undefined) throw new Error(`seal ${where}: not a JSON value`)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(where))
  const ciphertext = Buffer.concat([cipher.update(packed(text)), cipher.final()])
  return [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.')
}

function decrypt(key: Buffer, where: string, parts: string[]): unknown {
  const [iv, ciphertext, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  // Base64 has several spellings of the same bytes; only the one that was written is taken.
  const exact = [iv, ciphertext, tag].every((bytes, at) => bytes?.toString('base64url') === parts[at])
  if (parts.length !== 3 || !exact || !iv || !ciphertext || !tag || iv.length !== 12 || tag.length !== 16)
    throw new Error(`unseal ${where}: not a sealed text`)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(where)).setAuthTag(tag)
  let bytes: Buffer
  try {
    bytes = Buffer.concat([decipher.update(ciphertext), decipher.final()])
  } catch {
    throw new Error(`unseal ${where}: wrong key, wrong place or altered text`)
  }
  return JSON.parse(unpacked(bytes))
}

// Long texts are made smaller before they are sealed: a matter is one document of at most 64 KB. No JSON begins with 0.
const LONG_BYTES = 2048
const PACKED = 0

function packed(text: string): Buffer {
  const bytes = Buffer.from(text)
  return bytes.length > LONG_BYTES ? Buffer.concat([Buffer.of(PACKED), deflateRawSync(bytes)]) : bytes
}

const unpacked = (bytes: Buffer): string =>
  (bytes[0] === PACKED ? inflateRawSync(bytes.subarray(1)) : bytes).toString('utf8')

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first 65 bits as 13 characters without I, L, O and U: a query code that can be read out on a telephone. */
export function crockford13(bytes: Uint8Array): string {
  if (bytes.length < 9) throw new Error('crockford13: 9 bytes or more')
  const bits = [...bytes.subarray(0, 9)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: 13 }, (_, at) => crockford[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('')
}

/** What a person typed as a query code, in its one spelling; undefined where it cannot be a code. */
export function normaliseCode(text: string): string | undefined {
  // NFKC turns the full-width letters and hyphens of a Chinese keyboard into plain ones.
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
  const code = plain.replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{13}$/.test(code) ? code : undefined
}
