import type { Cleaned } from './clean'

/** Films and recordings in the boxes of ISO/IEC 14496-12 (mp4, m4a) or in those of QuickTime they came from (mov). */
const types: readonly string[] = ['video/mp4', 'video/quicktime', 'audio/mp4']
export const isBoxed = (type: string): boolean => types.includes(type)

/** What a player needs; every other box is what a phone or a program wrote beside it: place, model, owner, a preview. */
const needed: Record<string, readonly string[]> = {
  '': ['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'styp'],
  moov: ['mvhd', 'trak', 'mvex'],
  trak: ['tkhd', 'edts', 'mdia', 'tref', 'tapt', 'load'],
  mdia: ['mdhd', 'hdlr', 'minf'],
}
const HEAD = 8
const LONG_HEAD = 16
const FREE = [...'free'].map((letter) => letter.charCodeAt(0))

type Box = { type: string; from: number; inside: number; to: number }

/**
 * The same film without what stood beside its pictures and its sound: each such box becomes free space of the same
 * length, filled with nothing, so no picture moves and none is made anew. Read by hand because a library that writes
 * such boxes lays the whole film out again. `unreadable` where it is cut off.
 */
export function withoutPlace(film: Uint8Array, type: string): Cleaned {
  const bytes = Uint8Array.from(film)
  try {
    const end = clean(bytes, '', 0, bytes.length)
    return { ok: true, type, bytes: end === bytes.length ? bytes : bytes.slice(0, end) }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, code: 'unreadable' }
    throw error
  }
}

/** Cleans what lies between two places, and says where its last whole box ends. */
function clean(bytes: Uint8Array, parent: string, from: number, to: number): number {
  let at = from
  while (at + HEAD <= to) {
    const box = boxAt(bytes, at, to)
    // Something hung on behind that is no box at all: cut off. A film that is itself cut off isn't one.
    if (!box && parent === '' && !isNeeded(parent, typeAt(bytes, at))) return at
    if (!box) throw new RangeError('a box reaches beyond its end')
    if (!isNeeded(parent, box.type) || (box.type === 'trak' && !isSeenOrHeard(bytes, box))) blank(bytes, box)
    else if (box.type in needed) clean(bytes, box.type, box.inside, box.to)
    else if (dated.includes(box.type)) undate(bytes, box)
    at = box.to
  }
  return parent === '' && at > from ? at : to
}

const isNeeded = (parent: string, type: string): boolean => needed[parent]?.includes(type) ?? true
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const typeAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at + 4, at + HEAD))

function boxAt(bytes: Uint8Array, at: number, end: number): Box | undefined {
  const view = viewOf(bytes)
  const said = view.getUint32(at)
  const head = said === 1 ? LONG_HEAD : HEAD
  // 0: it reaches to the end.
  const size = said === 0 ? end - at : said === 1 ? Number(view.getBigUint64(at + HEAD)) : said
  if (size < head || at + size > end) return undefined
  return { type: typeAt(bytes, at), from: at, inside: at + head, to: at + size }
}

function blank(bytes: Uint8Array, { from, inside, to }: Box): void {
  bytes.set(FREE, from + 4)
  bytes.fill(0, inside, to)
}

/** A track of pictures or of sound; others note by the second where the phone was. */
function isSeenOrHeard(bytes: Uint8Array, trak: Box): boolean {
  const mdia = childOf(bytes, trak, 'mdia')
  const hdlr = mdia && childOf(bytes, mdia, 'hdlr')
  // Version and flags, then what QuickTime calls its component, then the kind.
  return hdlr !== undefined && ['vide', 'soun'].includes(typeAt(bytes, hdlr.inside + 4))
}

function childOf(bytes: Uint8Array, parent: Box, type: string): Box | undefined {
  for (let at = parent.inside; at + HEAD <= parent.to; ) {
    const box = boxAt(bytes, at, parent.to)
    if (!box || box.type === type) return box
    at = box.to
  }
  return undefined
}

/** Their first two numbers are when it was made and changed. */
const dated = ['mvhd', 'tkhd', 'mdhd']
const FLAGS = 4
const undate = (bytes: Uint8Array, { inside }: Box) =>
  bytes.fill(0, inside + FLAGS, inside + FLAGS + (bytes[inside] === 1 ? 16 : 8))
