/** Why bytes were not kept, as a problem's code; words/problems.ts has the sentence. */
export type WhyRefused =
  | 'missing'
  | 'empty'
  | 'too-large'
  | 'not-allowed'
  | 'not-what-it-says'
  | 'heic'
  | 'too-many-pixels'
  | 'unreadable'

export type Cleaned = { ok: true; type: string; bytes: Uint8Array } | { ok: false; code: WhyRefused }

/** Gives the bytes back without anything but what they show; `type` is what they were found to be. May throw CleanerDied. */
export type Clean = (bytes: Uint8Array, type: string) => Promise<Cleaned>

/** Whoever took it apart died over it: the file may be the reason, or the machine. */
export class CleanerDied extends Error {
  override name = 'CleanerDied'
}

/** How many pixels are taken apart at all; how long the longest side and how many bytes what is kept should have. */
export type Bounds = { mostPixels: number; longestSide: number; mostBytes: number }
