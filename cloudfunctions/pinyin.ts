/**
 * How a text sounds, syllable by syllable, without tones: `qian xin`. Asked only when something is saved, so that
 * whoever searches, and whoever starts, needs no dictionary.
 */
export async function soundOf(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  return syllables
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join(' ')
}

// 「查干巴拉」 is no 查 of three characters: a name of four or more is voiced as it is read.
const LONGEST_WITH_SURNAME = 3

/** How a person or a body is called, without tones: of a short name the first character as a surname, 单 as shan. */
export async function soundOfName(name: string, person: boolean): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  const surname = person && [...name].length <= LONGEST_WITH_SURNAME ? 'head' : 'off'
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    toneSandhi: false,
    surname,
  })
  return syllables.map((syllable) => syllable.toLowerCase()).join(' ')
}
