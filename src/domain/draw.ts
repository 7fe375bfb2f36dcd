/** A number in [0, 1) that depends on the whole text and on the seed, and on nothing else: a draw that can be repeated. */
export function draw(text: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 16777619) >>> 0
  // FNV-1a alone leaves its upper bits alike for texts that differ in their last letters.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296
}

/** One of them, each as likely; undefined from none. */
export const drawn = <T>(from: readonly T[], text: string, seed: number): T | undefined =>
  from[Math.floor(draw(text, seed) * from.length)]
