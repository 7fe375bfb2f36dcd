import { join } from 'node:path'
import encodeJpeg from '@jsquash/jpeg/encode.js'
import { codecsIn } from '../../cloudfunctions/evidence/codecs'
import type { Pixels } from '../../cloudfunctions/evidence/pixels'

/** Photographs as phones take them, made in the test so that what is in them is known to the byte. */

const codecs = codecsIn(join(import.meta.dirname, '../../cloudfunctions/evidence'))
type Kind = 'image/jpeg' | 'image/png' | 'image/webp'
async function codecOf(type: string) {
  const codec = await codecs[type]?.()
  if (!codec) throw new Error(`no codec for ${type}`)
  return codec
}
export const encoded = async (picture: Pixels, type: Kind = 'image/jpeg') => (await codecOf(type)).encode(picture)
export const decoded = async (bytes: Uint8Array, type: string = 'image/jpeg') => (await codecOf(type)).decode(bytes)

/** As many phones and most web pages save it: coarse first, then finer, in several scans. */
export async function progressive(picture: Pixels): Promise<Uint8Array> {
  await codecOf('image/jpeg')
  return new Uint8Array(await encodeJpeg(picture as never, { progressive: true }))
}

/** The left half red, the right half blue. */
export function redAndBlue(width = 32, height = 16): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let n = 0; n < width * height; n++)
    data.set(n % width < width / 2 ? [220, 20, 20, 255] : [20, 20, 220, 255], n * 4)
  return { data, width, height }
}

/** `red` or `blue` at a place given in parts of the whole. */
export function colourAt({ data, width, height }: Pixels, across: number, down: number): string {
  const at = (Math.floor(down * height) * width + Math.floor(across * width)) * 4
  const [red = 0, , blue = 0] = data.subarray(at, at + 3)
  return red > blue + 80 ? 'red' : blue > red + 80 ? 'blue' : 'neither'
}

// TIFF 6.0 and Exif 2.3: how the camera was held, and a second list of numbers for the place.
export const LATITUDE = Uint8Array.of(43, 0, 0, 0, 1, 0, 0, 0, 37, 0, 0, 0, 1, 0, 0, 0, 0x39, 0x30, 0, 0, 100, 0, 0, 0)
const short = (n: number) => [n & 255, n >> 8]
const long = (n: number) => [...short(n & 0xffff), ...short(n >>> 16)]
const entry = (tag: number, type: number, count: number, value: number[]) => [
  ...short(tag),
  ...short(type),
  ...long(count),
  ...value,
]
export function exif(orientation = 1): Uint8Array {
  const gpsAt = 8 + 2 + 2 * 12 + 4
  const numbersAt = gpsAt + 2 + 2 * 12 + 4
  const tiff = [
    ...Buffer.from('II*\0'),
    ...long(8),
    ...short(2),
    ...entry(0x0112, 3, 1, [...short(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, long(gpsAt)),
    ...long(0),
    ...short(2),
    ...entry(1, 2, 2, [...Buffer.from('N\0\0\0')]),
    ...entry(2, 5, 3, long(numbersAt)),
    ...long(0),
    ...LATITUDE,
  ]
  return Uint8Array.from([...Buffer.from('Exif\0\0'), ...tiff])
}

/** A JPEG with one more segment right behind its first two bytes. */
export function withSegment(jpeg: Uint8Array, marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2
  return Uint8Array.from([0xff, 0xd8, 0xff, marker, length >> 8, length & 255, ...content, ...jpeg.subarray(2)])
}

/** A photo with the place it was taken at, the way the camera was held, and a note of its maker. */
export const fromAPhone = async (orientation = 1, picture = redAndBlue()): Promise<Uint8Array> =>
  withSegment(
    withSegment(await encoded(picture), 0xe1, exif(orientation)),
    0xe1,
    Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>13900000001</x:xmpmeta>'),
  )

export const holds = (bytes: Uint8Array, what: string | Uint8Array): boolean =>
  Buffer.from(bytes).includes(typeof what === 'string' ? what : Buffer.from(what))

/** Headers that claim a picture of this size, and nothing behind them. */
export const claiming: Record<Kind, (width: number, height: number) => Uint8Array> = {
  'image/jpeg': (width, height) =>
    Uint8Array.from([
      ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xff, 0xc0, 0, 11, 8],
      ...[height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2],
    ]),
  'image/png': (width, height) => {
    const header = Buffer.alloc(64)
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header)
    header.writeUInt32BE(width, 16)
    header.writeUInt32BE(height, 20)
    Buffer.from('08060000000000000000000049444154', 'hex').copy(header, 24)
    return Uint8Array.from(header)
  },
  'image/webp': (width, height) => {
    const header = Buffer.alloc(64)
    header.write('RIFF')
    header.writeUInt32LE(56, 4)
    header.write('WEBPVP8X', 8)
    header.writeUInt32LE(10, 16)
    header.writeUIntLE(width - 1, 24, 3)
    header.writeUIntLE(height - 1, 27, 3)
    return Uint8Array.from(header)
  },
}
