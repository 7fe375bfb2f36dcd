export type Dimensions = { width: number; height: number }

/**
 * What a picture's own header says of its size; undefined where it says nothing. Read by hand because the codecs tell
 * a size only once they have taken the memory for it, and ten megabytes may claim billions of pixels.
 */
export function dimensionsOf(bytes: Uint8Array, type: string): Dimensions | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readers[type]?.(view)
  } catch (error) {
    // Reading past the end: the header is cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const readers: Record<string, (view: DataView) => Dimensions | undefined> = {
  'image/jpeg': jpeg,
  // ISO/IEC 15948: IHDR is the first chunk.
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/webp': webp,
}

const START_OF_SCAN = 0xda
const END = 0xd9
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** ITU-T T.81 B.1: segments up to the frame header, what lies between them passed over, as the decoder does. */
function jpeg(view: DataView): Dimensions | undefined {
  let at = 2
  for (;;) {
    while (view.getUint8(at) !== 0xff) at += 1
    while (view.getUint8(at) === 0xff) at += 1
    const marker = view.getUint8(at)
    at += 1
    if (marker === START_OF_SCAN || marker === END) return undefined
    if (marker === 0 || isAlone(marker)) continue
    if (isFrame(marker)) return { width: view.getUint16(at + 5), height: view.getUint16(at + 3) }
    at += view.getUint16(at)
  }
}

/**
 * How often a JPEG goes over its picture, from its beginning to its end. A progressive photo does so some ten times; one
 * that does it a thousand times is small to send and keeps a processor busy for minutes.
 */
export function scansOf(jpeg: Uint8Array): number {
  let scans = 0
  for (let at = jpeg.indexOf(0xff, 2); at >= 0 && at + 3 < jpeg.length; at = jpeg.indexOf(0xff, at)) {
    const marker = jpeg[at + 1] ?? END
    at += marker === 0xff ? 1 : 2
    if (marker === END) break
    // Bytes of the picture itself, or nothing behind it.
    if (marker === 0 || marker === 0xff || isAlone(marker)) continue
    if (marker === START_OF_SCAN) scans += 1
    at += ((jpeg[at] ?? 0) << 8) | (jpeg[at + 1] ?? 0)
  }
  return scans
}

// RFC 9649: a lossy frame, a lossless one, or a canvas that the frames inside must fit.
function webp(view: DataView): Dimensions | undefined {
  const little = true
  const chunk = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
  if (chunk === 'VP8 ')
    return { width: view.getUint16(26, little) & 0x3fff, height: view.getUint16(28, little) & 0x3fff }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, little)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (chunk !== 'VP8X') return undefined
  const side = (at: number) => view.getUint16(at, little) + (view.getUint8(at + 2) << 16) + 1
  return { width: side(24), height: side(27) }
}
