import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subset from 'subset-font'

/** `npm run language -- font`: the letters of Mongolian out of Noto Sans Mongolian, with every shape they take. */

export const FONT = 'src/data/fonts'
export const FONT_MOST_BYTES = 120 * 1024

// Mongolian proper with the letters for foreign words, separators, digits and punctuation; not Todo, Sibe and Manchu.
const ranges: [number, number][] = [
  [0x20, 0x20],
  [0x1800, 0x180f],
  [0x1810, 0x1819],
  [0x1820, 0x1842],
  [0x200c, 0x200d],
  [0x202f, 0x202f],
  [0x3008, 0x300f],
]
const letters = ranges
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)))
  .join('')

/** WOFF, which older iPhones read as well as newer ones do. */
export async function smallFont(): Promise<Buffer> {
  const { resolve } = createRequire(import.meta.url)
  const files = join(dirname(resolve('@fontsource/noto-sans-mongolian/package.json')), 'files')
  const whole = readFileSync(join(files, 'noto-sans-mongolian-mongolian-400-normal.woff'))
  return subset(whole, letters, { targetFormat: 'woff' })
}

export async function writeFont(): Promise<number> {
  const { resolve } = createRequire(import.meta.url)
  const font = await smallFont()
  mkdirSync(FONT, { recursive: true })
  writeFileSync(join(FONT, 'mongolian.json'), `${JSON.stringify({ woff: font.toString('base64') })}\n`)
  copyFileSync(join(dirname(resolve('@fontsource/noto-sans-mongolian/package.json')), 'LICENSE'), join(FONT, 'OFL.txt'))
  return font.byteLength
}
