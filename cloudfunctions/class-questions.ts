import type { ClassQuestion, QuestionMark } from '@/contract/class-views'
import type { Day, Instant } from '@/domain/time'
import { occurrenceKey } from './class-reminders'
import { type Doc, StoreBusy, type Write } from './ports'
import type { World } from './world'

/** What was asked beforehand, a document a question; what she wrote and who she is lie sealed. */

const COLLECTION = 'asked'
type Asked = { text: string; name?: string; person: string }
type Body = { sealed: string; mark: QuestionMark; digest: string }
export type FoundQuestion = { question: ClassQuestion; digest: string; version: number }

const idOf = (series: string, date: Day, key: string) => `${occurrenceKey(series, date)}:${key}`
const place = (id: string) => ({ collection: COLLECTION, id, field: 'asked' })

type Which = { series: string; date: Day; key: string }

export function questionWrite(
  world: World,
  { series, date, key }: Which,
  asked: Asked & { at: Instant; digest: string },
): Write {
  const id = idOf(series, date, key)
  const { at, digest, ...personal } = asked
  const body: Body = { sealed: world.seal.seal(place(id), personal), mark: 'open', digest }
  return {
    collection: COLLECTION,
    id,
    expected: 0,
    keys: keysOf(series, date, at, personal.person),
    body: JSON.stringify(body),
  }
}

const keysOf = (series: string, date: Day, at: Instant, person: string) => ({
  occurrence: occurrenceKey(series, date),
  person,
  at,
})

/** The host never learns who asked but by the name that she gave. */
function read(world: World, doc: Doc): FoundQuestion {
  const { sealed, mark, digest } = JSON.parse(doc.body) as Body
  const { text, name } = world.seal.unseal(place(doc.id), sealed) as Asked
  const id = doc.id.slice(doc.id.lastIndexOf(':') + 1)
  return { question: { id, at: String(doc.keys.at), text, ...(name && { name }), mark }, digest, version: doc.version }
}

export async function questionOf(world: World, { series, date, key }: Which): Promise<FoundQuestion | undefined> {
  const doc = await world.store.get(COLLECTION, idOf(series, date, key))
  return doc && read(world, doc)
}

/** Writes how it stands; undefined where there is none, `stale` where somebody was first. */
export async function markQuestion(
  world: World,
  { series, date, key }: Which,
  mark: QuestionMark,
): Promise<ClassQuestion | 'stale' | undefined> {
  const doc = await world.store.get(COLLECTION, idOf(series, date, key))
  if (!doc) return undefined
  const body = { ...(JSON.parse(doc.body) as Body), mark }
  const { question } = read(world, doc)
  if (question.mark === mark) return question
  const { id, keys, version: expected } = doc
  const saved = await world.store.save([{ collection: COLLECTION, id, expected, keys, body: JSON.stringify(body) }])
  return saved.ok ? { ...question, mark } : 'stale'
}

const PAGE = 50

export async function questionsOf(
  world: World,
  { series, date, after }: { series: string; date: Day; after?: string },
): Promise<{ items: ClassQuestion[]; next?: string }> {
  const { docs, next } = await world.store.list(COLLECTION, {
    index: 'byOccurrence',
    where: { occurrence: occurrenceKey(series, date) },
    limit: PAGE,
    ...(after && { after }),
  })
  return { items: docs.map((doc) => read(world, doc).question), ...(next && { next }) }
}

const COUNTED = 100

export async function questionCount(world: World, series: string, date: Day): Promise<number> {
  const where = { occurrence: occurrenceKey(series, date) }
  return (await world.store.list(COLLECTION, { index: 'byOccurrence', where, limit: COUNTED })).docs.length
}

const seriesAndDate = (occurrence: string): Which => {
  const cut = occurrence.lastIndexOf(':')
  return { series: occurrence.slice(0, cut), date: occurrence.slice(cut + 1), key: '' }
}

/** What this person asked before classes, oldest first; a page, and where the next begins. */
export async function askedBy(world: World, person: string, after?: string) {
  const where = { person }
  const query = { index: 'byPerson', where, limit: PAGE, ...(after && { after }) }
  const { docs, next } = await world.store.list(COLLECTION, query)
  const items = docs.map((doc) => {
    const { at, text, name } = read(world, doc).question
    const { series, date } = seriesAndDate(String(doc.keys.occurrence))
    return { series, date, at, text, ...(name && { name }) }
  })
  return { items, ...(next && { next }) }
}

/** Her words, her name and that it was she; how many were asked stays. Listed under nobody it isn't found again. */
export async function forgetAsked(world: World, person: string): Promise<void> {
  for (let attempt = 0; attempt < FORGOTTEN_MOST; attempt++) {
    const { docs } = await world.store.list(COLLECTION, { index: 'byPerson', where: { person }, limit: 1 })
    const [doc] = docs
    if (!doc) return
    const { id, keys, version: expected } = doc
    const sealed = world.seal.seal(place(id), { text: '', person: '' } satisfies Asked)
    const body = { ...(JSON.parse(doc.body) as Body), sealed }
    await world.store.save([
      { collection: COLLECTION, id, expected, keys: { ...keys, person: '' }, body: JSON.stringify(body) },
    ])
  }
  throw new StoreBusy('asked: somebody keeps writing')
}
const FORGOTTEN_MOST = 5000
