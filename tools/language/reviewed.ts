import { readFileSync, writeFileSync } from 'node:fs'
import type { MongolianRow } from '@/words/mongolian'
import { wrongWith } from './checks'
import { isForStaff, titleOf } from './rooms'
import { hashOf, type Sentence } from './sentences'

/** What reviewers have said, joined with the sentences as they are today. */

export type Row = {
  key: string
  /** The Chinese that it was reviewed against, and its hash. */
  zh: string
  hash: string
  text: string
  status: 'draft' | 'reviewed'
  by: string
  /** YYYY-MM-DD */
  on: string
  note?: string
}
export type Standing = 'none' | 'draft' | 'reviewed' | 'stale' | 'wrong'

export const ROWS = 'src/words/mongolian.json'
export const SHOWN = 'src/words/mongolian-shown.json'

export const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
export const writeJson = (file: string, value: unknown) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

/** How a sentence stands: only `reviewed` may be shown. */
export function standingOf({ zh, hash }: Sentence, row: Row | undefined): Standing {
  if (!row) return 'none'
  if (row.hash !== hash || hashOf(row.zh) !== row.hash) return 'stale'
  if (wrongWith(row.text, zh).length > 0) return 'wrong'
  return row.status === 'reviewed' && row.by && row.on ? 'reviewed' : 'draft'
}

/**
 * What may be shown: a Chinese sentence that residents read in several places counts once all of them are reviewed
 * and say the same, for a page knows only the sentence.
 */
export function shownOf(sentences: readonly Sentence[], rows: readonly Row[]): MongolianRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const places = new Map<string, Set<string | undefined>>()
  for (const sentence of sentences) {
    if (isForStaff(sentence.room)) continue
    const row = byKey.get(sentence.key)
    const text = standingOf(sentence, row) === 'reviewed' ? row?.text : undefined
    places.set(sentence.zh, (places.get(sentence.zh) ?? new Set()).add(text))
  }
  const shown: MongolianRow[] = []
  for (const [zh, texts] of places) {
    const [text] = texts
    if (texts.size === 1 && text !== undefined) shown.push([zh, text])
  }
  return shown
}

export type RoomCoverage = {
  room: string
  title: string
  for: 'resident' | 'staff'
  sentences: number
  reviewed: number
  draft: number
  /** Reviewed once; the Chinese has changed since. */
  stale: number
  /** The first that nobody has reviewed. */
  waiting: string[]
}
const WAITING_SHOWN = 5

/** Counts by file of the words room, the residents' first. */
export function coverageOf(sentences: readonly Sentence[], rows: readonly Row[]): RoomCoverage[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const rooms = new Map<string, RoomCoverage>()
  for (const sentence of sentences) {
    const { room, zh, key } = sentence
    const known = rooms.get(room) ?? {
      ...{ room, title: titleOf(room), for: isForStaff(room) ? ('staff' as const) : ('resident' as const) },
      ...{ sentences: 0, reviewed: 0, draft: 0, stale: 0, waiting: [] },
    }
    const standing = standingOf(sentence, byKey.get(key))
    known.sentences += 1
    if (standing === 'reviewed') known.reviewed += 1
    if (standing === 'draft') known.draft += 1
    if (standing === 'stale') known.stale += 1
    if (standing !== 'reviewed' && known.for === 'resident' && known.waiting.length < WAITING_SHOWN)
      known.waiting.push(zh)
    rooms.set(room, known)
  }
  const order = ({ for: who, room }: RoomCoverage) => `${who} ${room}`
  return [...rooms.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Keys that no sentence has any more; they stay in the file until somebody takes them out. */
export const orphansOf = (sentences: readonly Sentence[], rows: readonly Row[]): string[] => {
  const keys = new Set(sentences.map(({ key }) => key))
  return rows.map(({ key }) => key).filter((key) => !keys.has(key))
}
