import { normaliseCode } from './seal'
import type { World } from './world'

/** The four digits that she shows when they meet: of the matter and a key, kept nowhere. */
export function checkInOf(world: World, matter: string): string {
  const bytes = world.seal.digest('code', `${matter}|check-in`)
  return String(Buffer.from(bytes).readUInt32BE(0) % 10_000).padStart(4, '0')
}

/** What was typed at the door, in one spelling: digits of a Chinese keyboard are wide. */
export const typedDigits = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '')

export const isQueryCode = (typed: string): boolean => normaliseCode(typed) !== undefined
