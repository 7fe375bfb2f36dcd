import type { Bounds, Cleaned } from './clean'
import { codecsIn } from './codecs'
import { dimensionsOf, scansOf } from './dimensions'
import { isOpaque, type Pixels, within } from './pixels'

// Several times what any encoder writes; the largest picture takes some 25 ms for each.
const MOST_SCANS = 64

/**
 * Takes pictures apart into pixels and puts them together again: what a camera wrote beside them (place, time, owner,
 * a second picture) and what somebody hung on behind is gone, and they stand upright.
 */
export function pictures(folder: string, { mostPixels, longestSide, mostBytes }: Bounds) {
  const codecs = codecsIn(folder)
  return async (bytes: Uint8Array, type: string): Promise<Cleaned> => {
    const open = codecs[type]
    if (!open) return { ok: true, type, bytes }
    const size = dimensionsOf(bytes, type)
    if (!size || size.width === 0 || size.height === 0) return { ok: false, code: 'unreadable' }
    if (size.width * size.height > mostPixels) return { ok: false, code: 'too-many-pixels' }
    if (type === 'image/jpeg' && scansOf(bytes) > MOST_SCANS) return { ok: false, code: 'unreadable' }
    const codec = await open()
    const picture = await codec.decode(bytes).catch(() => undefined)
    if (!picture) return { ok: false, code: 'unreadable' }
    return encoded(within(picture, longestSide), type)
  }

  async function encoded(picture: Pixels, type: string): Promise<Cleaned> {
    const bytes = await codecs[type]?.().then((codec) => codec.encode(picture))
    // A photo kept without loss outgrows what anybody may send; as a photo it doesn't.
    if (bytes && bytes.byteLength > mostBytes && type === 'image/png' && isOpaque(picture))
      return encoded(picture, 'image/jpeg')
    return bytes ? { ok: true, type, bytes } : { ok: false, code: 'unreadable' }
  }
}
