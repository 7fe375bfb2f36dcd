import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The characters of papers in PDF: Noto Serif SC, 30,920 glyphs (SIL OFL 1.1); a build lays it beside its bundle. */
export const PAPER_FONT = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'
export const PAPER_FONT_LICENCE = '@expo-google-fonts/noto-serif-sc/LICENSE_FONT'
/** Its name beside a bundle, and among the files of a platform whose functions can't carry it. */
export const FONT_FILE = 'papers.ttf'

/** Reads it from this folder, or from the packages, each time it is wanted: 15 MB aren't held for a paper a day. */
export const fontIn = (folder: string) => async (): Promise<Uint8Array | undefined> => {
  const beside = join(folder, FONT_FILE)
  if (existsSync(beside)) return readFile(beside)
  try {
    return await readFile(createRequire(beside).resolve(PAPER_FONT))
  } catch {
    return undefined
  }
}
