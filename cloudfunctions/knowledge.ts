import type { Knowledge, KnowledgeRow } from '@/contract/views'
import shippedKnowledge from '@/data/knowledge.json'
import { isDue, type KnowledgeEntry } from '@/domain/knowledge'
import type { Day, Instant } from '@/domain/time'
import { topicText } from '@/words/aid'
import { knowledgeWords } from '@/words/knowledge'
import type { Doc, Write } from './ports'
import type { World } from './world'

/**
 * Questions and answers: a document each, and one a topic with what is searched of them, written in the same save. What
 * the product ships with stands beside them until somebody saves or removes it.
 */

export type KnowledgeRecord = KnowledgeEntry & {
  answer: string
  source?: string
  savedBy: string
  savedAt: Instant
  removed?: { at: Instant; by: string; why: string }
  /** The keyed name and digest of the request that wrote it last. */
  request?: { key: string; digest: string }
}
/** As it lies in its topic: an entry, or that one we ship with is no longer there. */
type Row = KnowledgeEntry | { id: string; gone: true }
type Found = { record: KnowledgeRecord; version: number }

const COLLECTION = 'knowledge'
const entryId = (id: string) => `entry:${id}`
const topicId = (topic: string) => `topic:${topic}`
// Of the 256 KB that a document may have.
const MOST_BYTES = 200 * 1024

type Shipped = Omit<KnowledgeEntry, 'forStaff'> & {
  answer: string
  source: string
  certainty: string
  forStaff?: boolean
}
const shipped: KnowledgeRecord[] = (shippedKnowledge.items as Shipped[]).map(({ certainty, forStaff, ...entry }) => ({
  ...entry,
  forStaff: forStaff ?? false,
  ...(certainty === 'verified' ? {} : { unconfirmed: true as const }),
  savedBy: knowledgeWords.shippedBy,
  savedAt: `${shippedKnowledge.since}T00:00:00.000+08:00`,
}))

const rowOf = ({
  answer: _,
  source: _source,
  savedBy: _by,
  savedAt: _at,
  request: _request,
  ...entry
}: KnowledgeRecord) => entry

/** Of one topic, or of these: what may be searched now. One read, however many there are. */
export async function entriesOf(world: World, topics: readonly string[]): Promise<KnowledgeEntry[]> {
  const docs = await world.store.getMany(COLLECTION, topics.map(topicId))
  const rows = docs.flatMap(rowsIn)
  const touched = new Set(rows.map(({ id }) => id))
  const own = rows.filter((row): row is KnowledgeEntry => !('gone' in row))
  return [...own, ...shipped.filter(({ id, topic }) => topics.includes(topic) && !touched.has(id)).map(rowOf)]
}

const rowsIn = (doc: Doc): Row[] => (JSON.parse(doc.body) as { rows: Row[] }).rows

/** Version 0 is what we ship with. Undefined where there is none, or no longer. */
export async function knowledgeOf(world: World, id: string): Promise<Found | undefined> {
  const doc = await world.store.get(COLLECTION, entryId(id))
  if (doc) return { record: JSON.parse(doc.body) as KnowledgeRecord, version: doc.version }
  const record = shipped.find((entry) => entry.id === id)
  return record && { record, version: 0 }
}

/** Writes an entry and what is searched of it; `stale` where somebody was first, `full` where its topic holds no more. */
export async function keepKnowledge(
  world: World,
  next: KnowledgeRecord,
  was: Found | undefined,
): Promise<'kept' | 'stale' | 'full'> {
  const topics = [...new Set([next.topic, ...(was ? [was.record.topic] : [])])]
  const docs = new Map((await world.store.getMany(COLLECTION, topics.map(topicId))).map((doc) => [doc.id, doc]))
  const pages = topics.map((topic) => {
    const doc = docs.get(topicId(topic))
    const others = (doc ? rowsIn(doc) : []).filter(({ id }) => id !== next.id)
    const rows = topic === next.topic && !next.removed ? [...others, rowOf(next)] : [...others, ...tombstone(next.id)]
    return writeOf(topicId(topic), { rows }, doc?.version ?? 0)
  })
  const entry = writeOf(entryId(next.id), next, was?.version ?? 0)
  if ([entry, ...pages].some(({ body }) => Buffer.byteLength(body) > MOST_BYTES)) return 'full'
  return (await world.store.save([entry, ...pages])).ok ? 'kept' : 'stale'
}

const tombstone = (id: string): Row[] => (shipped.some((entry) => entry.id === id) ? [{ id, gone: true }] : [])

const writeOf = (id: string, body: object, expected: number): Write => ({
  collection: COLLECTION,
  id,
  expected,
  keys: {},
  body: JSON.stringify(body),
})

/** What is past its day or unconfirmed is never shown as certain. */
export const knowledgeRow = (entry: KnowledgeEntry, today: Day): KnowledgeRow => {
  const due = isDue(entry, today)
  const { id, topic, question, unconfirmed } = entry
  return {
    id,
    topic,
    topicText: topicText(topic),
    question,
    due,
    ...((due || unconfirmed) && { unsure: true as const }),
  }
}

export const knowledgeView = ({ record, version }: Found, today: Day): Knowledge => {
  const { answer, keywords, reviewAt, source, forStaff, savedBy, savedAt } = record
  return {
    ...knowledgeRow(record, today),
    version,
    answer,
    keywords: [...keywords],
    reviewAt,
    ...(source && { source }),
    forStaff,
    savedBy,
    savedAt,
  }
}
