import { alike } from './likeness'
import type { Day } from './time'

/** Questions and answers, found by words, by pinyin or by its first letters. */

/** What is searched: everything of an entry but its answer. */
export type KnowledgeEntry = {
  id: string
  topic: string
  question: string
  keywords: readonly string[]
  /** The question and then each keyword in pinyin, syllable by syllable: `qian xin`. */
  sounds: readonly string[]
  reviewAt: Day
  forStaff: boolean
  /** Nobody of the bureau has confirmed it. */
  unconfirmed?: true
}

/** Somebody has to look at it again: today is the day, or it is past. */
export const isDue = ({ reviewAt }: Pick<KnowledgeEntry, 'reviewAt'>, today: Day): boolean => reviewAt <= today

const MOST = 50
const LIKE_ENOUGH = 0.3
const POINTS = { question: 100, keyword: 80, sound: 60, initials: 50, like: 40 }

/** What fits best first; with nothing to look for, all of them by topic and question. */
export function findKnowledge(entries: readonly KnowledgeEntry[], text: string): KnowledgeEntry[] {
  const asked = text.normalize('NFKC').toLowerCase().trim()
  const found = entries
    .map((entry) => ({ entry, points: asked ? pointsFor(entry, asked) : 1 }))
    .filter(({ points }) => points > 0)
  return found
    .sort((a, b) => b.points - a.points || (orderOf(a.entry) < orderOf(b.entry) ? -1 : 1))
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

const orderOf = ({ topic, question, id }: KnowledgeEntry): string => `${topic}|${question}|${id}`

function pointsFor({ question, keywords, sounds }: KnowledgeEntry, asked: string): number {
  // Letters with or without gaps, as a keyboard for pinyin leaves them.
  if (/^[a-z\s']+$/.test(asked)) {
    const letters = asked.replace(/[^a-z]/g, '')
    if (sounds.some((sound) => soundsLike(sound, letters))) return POINTS.sound
    return sounds.some((sound) => initialsOf(sound).includes(letters)) && letters.length > 1 ? POINTS.initials : 0
  }
  const words = asked.split(/[\s,，。、?？!！]+/).filter(Boolean)
  const inQuestion = words.filter((word) => question.includes(word)).length
  const inKeywords = words.filter((word) => keywords.some((key) => key.includes(word) || word.includes(key))).length
  const all = words.length
  const said = Math.max((inQuestion / all) * POINTS.question, (inKeywords / all) * POINTS.keyword)
  const like = alike(asked, [question, ...keywords].join(' '))
  return Math.max(said, like >= LIKE_ENOUGH ? like * POINTS.like : 0)
}

const initialsOf = (sound: string): string =>
  sound
    .split(' ')
    .map((syllable) => syllable.slice(0, 1))
    .join('')

/** From the beginning of any syllable on; the last one may be half typed. */
function soundsLike(sound: string, letters: string): boolean {
  const syllables = sound.split(' ')
  return syllables.some((_, n) => syllables.slice(n).join('').startsWith(letters))
}
