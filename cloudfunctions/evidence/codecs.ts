import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import decodeJpeg, { init as jpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as jpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePng, { init as pngDecoder } from '@jsquash/png/decode.js'
import encodePng, { init as pngEncoder } from '@jsquash/png/encode.js'
import decodeWebp, { init as webpDecoder } from '@jsquash/webp/decode.js'
import encodeWebp, { init as webpEncoder } from '@jsquash/webp/encode.js'
import type { Pixels } from './pixels'
import { wasmFiles } from './wasm-files'

/** Takes a kind of picture apart and puts it together again; `decode` throws at what is broken or cut off. */
export type Codec = {
  decode(bytes: Uint8Array): Promise<Pixels>
  encode(picture: Pixels): Promise<Uint8Array>
}

// What the codecs build their answer of; Node has none.
globalThis.ImageData ??= class {
  readonly colorSpace = 'srgb'
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
} as never

const QUALITY = 80

/** Reads the codecs' code from beside the bundle, each only once it is wanted. */
export function codecsIn(folder: string): Record<string, () => Promise<Codec>> {
  const codeOf = (file: string) => {
    const beside = join(folder, basename(file))
    return readFile(existsSync(beside) ? beside : createRequire(beside).resolve(file))
  }
  const moduleOf = async (file: string) => WebAssembly.compile(await codeOf(file))
  return {
    'image/jpeg': once(async () => {
      const said: string[] = []
      // A cut-off photo is filled up with grey and a warning, which here counts as what it is.
      await started(jpegDecoder, await moduleOf(wasmFiles.jpegIn), { printErr: (line: string) => said.push(line) })
      await started(jpegEncoder, await moduleOf(wasmFiles.jpegOut))
      return {
        async decode(bytes) {
          said.length = 0
          const picture = await decodeJpeg(owned(bytes), { preserveOrientation: true })
          if (said.some((line) => line.startsWith('Premature end'))) throw new Error('jpeg: cut off')
          return picture
        },
        encode: async (picture) =>
          new Uint8Array(await encodeJpeg(imageOf(picture), { quality: QUALITY, progressive: false })),
      }
    }),
    'image/png': once(async () => {
      const code = await moduleOf(wasmFiles.png)
      await pngDecoder(code)
      await pngEncoder(code)
      return {
        decode: (bytes) => decodePng(owned(bytes)),
        encode: async (picture) => new Uint8Array(await encodePng(imageOf(picture))),
      }
    }),
    'image/webp': once(async () => {
      await started(webpDecoder, await moduleOf(wasmFiles.webpIn))
      // The package chooses by the same question: whether this processor knows the faster code.
      const fast = WebAssembly.validate(await codeOf(wasmFiles.webpOutFast))
      await started(webpEncoder, await moduleOf(fast ? wasmFiles.webpOutFast : wasmFiles.webpOut))
      return {
        decode: (bytes) => decodeWebp(owned(bytes)),
        encode: async (picture) => new Uint8Array(await encodeWebp(imageOf(picture), { quality: QUALITY, method: 2 })),
      }
    }),
  }
}

/** Their `init` takes a module before its options, which its types leave out. */
const started = (init: unknown, code: WebAssembly.Module, options: object = {}) =>
  (init as (code: WebAssembly.Module, options: object) => Promise<unknown>)(code, options)

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const owned = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const imageOf = ({ data, width, height }: Pixels): ImageData => new ImageData(data as never, width, height)
