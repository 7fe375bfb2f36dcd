import Taro from '@tarojs/taro'
import type { LanguageTable } from '@/contract/language-views'
import { mongolianIn } from '@/words/mongolian'
import { call } from './call'
import { useKnown } from './language'

/** The reviewed sentences, the letters and the prompts; loaded by whoever wants Mongolian, and by nobody else. */

const KEY = 'mongolian'
const FAMILY = 'Noto Sans Mongolian'

let knowing: Promise<void> | undefined

/** Once a start: first what this phone has kept, then whether there is something newer. */
export function knowMongolian(): Promise<void> {
  knowing ??= know().catch(() => {
    // Without signal it stays as it was; the next page tries again.
    knowing = undefined
  })
  return knowing
}

async function know(): Promise<void> {
  const kept = stored()
  if (kept) await take(kept)
  const answer = await call('language.table', kept ? { version: kept.version } : {})
  if (!answer.ok) throw new Error('not reached')
  if (!answer.value.rows) return
  Taro.setStorageSync(KEY, JSON.stringify(answer.value))
  await take(answer.value)
}

function stored(): LanguageTable | undefined {
  try {
    const table = JSON.parse(Taro.getStorageSync(KEY) || 'null') as LanguageTable | null
    return table?.rows ? table : undefined
  } catch {
    return undefined
  }
}

async function take({ rows = [], prompts = [], at = '' }: LanguageTable): Promise<void> {
  // Letters that the phone can't draw would be boxes: then the Chinese stands alone.
  const find = rows.length > 0 && (await hasLetters()) ? mongolianIn(rows) : undefined
  useKnown.setState({ find, prompts, at })
}

let letters: Promise<boolean> | undefined
const hasLetters = (): Promise<boolean> => {
  letters ??= loadLetters().catch(() => false)
  return letters
}

async function loadLetters(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const { default: font } = await import('@/data/fonts/mongolian.json')
    await showLetters(font.woff)
    return true
  }
  const kept = Taro.getFileSystemManager().readFileSync(fontFile(), 'base64')
  await showLetters(String(kept))
  return true
}

const fontFile = () => `${Taro.env.USER_DATA_PATH}/mongolian.woff`

/** `woff` is base64. */
async function showLetters(woff: string): Promise<void> {
  const source = `url("data:font/woff;base64,${woff}")`
  if (process.env.TARO_ENV === 'h5') {
    document.fonts.add(await new FontFace(FAMILY, source).load())
    return
  }
  await Taro.loadFontFace({ family: FAMILY, source, global: true })
}

/**
 * The letters out of the package of the language pages, for now and, in a mini-program, for every later start: no
 * other package carries them.
 */
export async function takeLetters(woff: string): Promise<void> {
  if (process.env.TARO_ENV !== 'h5') keepLetters(woff)
  letters = showLetters(woff).then(
    () => true,
    () => false,
  )
  if (await letters) {
    // What was read before they were there is drawn now.
    const kept = stored()
    if (kept) await take(kept)
  }
}

function keepLetters(woff: string) {
  try {
    Taro.getFileSystemManager().writeFileSync(fontFile(), woff, 'base64')
  } catch {
    // A phone that is full draws them now, and Chinese alone after its next start.
  }
}
