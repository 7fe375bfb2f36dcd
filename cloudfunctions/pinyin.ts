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
