import type { Similar } from '@/contract/views'
import { isSecret } from '@/domain/grievance-permission'
import type { Grievance, GrievanceEvent, GrievanceStage } from '@/domain/grievance-types'
import { ALIKE, alike, marksOf, piecesOf, shareOfMarks } from '@/domain/likeness'
import type { MatterEvent } from '@/domain/matters'
import { after, DAY, type Instant } from '@/domain/time'
import { wordsOf } from '@/domain/transcription'
import { topicText } from '@/words/aid'
import { similarWords } from '@/words/similar'
import { foundIn } from './evidence/file-records'
import { openMatter } from './matter-document'
import type { Doc, Write } from './ports'
import { stageTextOf } from './present-kinds'
import { POLICY, readPolicy } from './records'
import type { World } from './world'

/**
 * What may be the same thing, reported twice: a document a report, found by what its village, its topic, its words and
 * its pictures come to under the county's key. Nothing readable lies there, and nothing at all of what is secret.
 */

type Kept = { marks: string[]; pictures: string[] }
type Cell = { topic: string; place: string }

const COLLECTION = 'likeness'
/** So many of the marks are also ways to find it, where a village reports more in a fortnight than one page. */
const BANDS = 16
const CELL_PAGE = 64
const BAND_PAGE = 16
/** So many are opened and compared by their words. */
const OPENED = 12
// Two reports that share as many pieces as it takes share fewer marks than this once in a hundred.
const WORTH_OPENING = 0.08
// Twenty-four bits tell sixty-four marks apart; a whole digest would only make the document longer.
const MARK_LENGTH = 4
const BAND_LENGTH = 22

const keyed = ({ seal }: World, { topic, place }: Cell, what: string) =>
  seal.lookup('lookup', `likeness|${place}|${topic}|${what}`).slice(0, BAND_LENGTH)

async function keptOf(world: World, cell: Cell, text: string, pictures: readonly string[]): Promise<Kept> {
  const marks = marksOf(piecesOf(text)).map((mark, n) => keyed(world, cell, `${n}|${mark}`))
  return { marks, pictures: pictures.map((digest) => keyed(world, cell, `picture|${digest}`)) }
}

const cellBand = (world: World, cell: Cell) => keyed(world, cell, 'cell')
const waysTo = ({ marks, pictures }: Kept) => [...pictures, ...marks.slice(0, BANDS)]

/** The digests of the pictures among these files that are looked at by now; of `owner`'s own, where one is named. */
async function digestsOf(world: World, files: readonly string[], owner?: string): Promise<string[]> {
  if (files.length === 0) return []
  const docs = await world.store.getMany('files', [...new Set(files)])
  return docs
    .filter(({ keys }) => owner === undefined || keys.owner === owner)
    .flatMap((doc) => foundIn(world, doc).record.digest ?? [])
}

// It is somebody else's now, or nobody's: nothing to follow.
const GONE: readonly GrievanceStage[] = ['declined', 'withdrawn', 'handed-over']
/** Answered, or about to be: who follows it now would wait for nothing. */
const OVER: readonly GrievanceStage[] = ['checked', 'closed', 'archived', ...GONE]

/** Whether anybody may ever be told that there is such a report. */
export const mayBeLikened = (state: Grievance): boolean =>
  !isSecret(state) &&
  (state.anonymity === 'none' || state.anonymity === 'public') &&
  !state.exOfficio &&
  !GONE.includes(state.stage)

/** Steps after which its words are others, or after which nobody may be told of it any more. */
const TOUCHING: readonly string[] = [
  'GrievanceCompleted',
  'GrievanceAccepted',
  'Reclassified',
  'GrievanceDeclined',
  'HandedOver',
  'GrievanceWithdrawn',
] satisfies GrievanceEvent['type'][]
/** Her words are others now, or more. */
const REWORDING: readonly string[] = ['GrievanceCompleted', 'VoiceTranscribed'] satisfies MatterEvent['type'][]

/**
 * What goes into the save of a step, one document at most: the report's likeness as it is sent, nothing for what is
 * secret or hides its reporter, and an empty one once it turns out to be, is taken back or is handed on.
 */
export async function likenessWrites(
  world: World,
  id: string,
  is: Grievance,
  events: readonly { type: string }[],
): Promise<Write[]> {
  const keeps = mayBeLikened(is)
  if (events.some(({ type }) => type === 'GrievanceSubmitted'))
    return keeps ? [await likenessWrite(world, id, is, 0)] : []
  if (!events.some(({ type }) => REWORDING.includes(type) || (!keeps && TOUCHING.includes(type)))) return []
  const doc = await world.store.get(COLLECTION, id)
  // What was never kept isn't kept later: whoever hid stays hidden.
  return doc ? [await likenessWrite(world, id, keeps ? is : undefined, doc.version)] : []
}

async function likenessWrite(world: World, id: string, state: Grievance | undefined, expected: number): Promise<Write> {
  if (!state) return { collection: COLLECTION, id, expected, keys: { band: [], at: '' }, body: '{}' }
  const cell = { topic: state.topic, place: state.place.code }
  const kept = await keptOf(world, cell, wordsOf(state.personal), await digestsOf(world, state.photos))
  const body: Kept = { ...kept, marks: kept.marks.map((mark) => mark.slice(0, MARK_LENGTH)) }
  const keys = { band: [cellBand(world, cell), ...waysTo(kept)], at: state.sentAt }
  return { collection: COLLECTION, id, expected, keys, body: JSON.stringify(body) }
}

export type Asked = Cell & {
  text?: string
  /** File ids. */
  photos?: readonly string[]
  /** Whose files they must be, where she is only about to send them. */
  owner?: string
  now: Instant
  /** The report itself. */
  not?: string
  /** Also what was answered, for a dispatcher to compare. */
  answered?: boolean
}

/**
 * Reports of the last fortnight from the same village on the same topic that may be the same thing, likeliest first:
 * where, when, on what, how far it has come and why it is shown; never her words. At most 28 reads, however many lie there.
 */
export async function similarTo(world: World, asked: Asked): Promise<Similar[]> {
  const { text = '', photos = [], owner, now, not } = asked
  if (asked.topic === SECRET_TOPIC) return []
  const [county, digests] = await Promise.all([world.store.get('policy', POLICY), digestsOf(world, photos, owner)])
  const policy = readPolicy(world, county)
  const cell: Cell = { topic: asked.topic, place: asked.place }
  const mine = await keptOf(world, cell, text, digests)
  if (mine.marks.length === 0 && mine.pictures.length === 0) return []
  const since = after(now, -policy['grievance.similarDays'] * DAY)
  const docs = await near(world, cell, mine, since)
  const few = docs
    .filter(({ id }) => id !== not)
    .map((doc) => ({ doc, ...likenessOf(doc, mine) }))
    .filter(({ share, picture }) => picture || share >= WORTH_OPENING)
    .sort((a, b) => Number(b.picture) - Number(a.picture) || b.share - a.share || (a.doc.id < b.doc.id ? -1 : 1))
    .slice(0, OPENED)
  if (few.length === 0) return []
  const matters = await world.store.getMany(
    'matters',
    few.map(({ doc }) => doc.id),
  )
  const opened = new Map(matters.map((doc) => [doc.id, openMatter(doc, world.seal).state]))
  return few
    .flatMap(({ doc, picture, share }) => {
      const state = opened.get(doc.id)
      if (state?.kind !== 'grievance' || !mayBeShown(state, asked)) return []
      const how = alike(text, wordsOf(state.personal))
      return how >= ALIKE || picture ? [{ id: doc.id, state, how, share, picture }] : []
    })
    .sort(
      (a, b) =>
        Number(b.picture) - Number(a.picture) ||
        b.how - a.how ||
        // A few words may lie in the other's whole: the one that says as much is likelier.
        b.share - a.share ||
        (a.state.sentAt < b.state.sentAt ? 1 : -1),
    )
    .slice(0, policy['grievance.similarMost'])
    .map(({ id, state, how, picture }) => ({
      id,
      at: state.sentAt,
      place: { code: state.place.code, text: state.place.text },
      title: topicText(state.topic),
      stageText: stageTextOf(state, false),
      why: how < ALIKE ? similarWords.picture : picture ? similarWords.both : similarWords.words,
    }))
}
const SECRET_TOPIC = 'village-cadre'

/** The newest of the village and topic; where that is more than a page, also what shares a mark or a picture. */
async function near(world: World, cell: Cell, mine: Kept, since: Instant): Promise<Doc[]> {
  const list = (band: string, limit: number) =>
    world.store.list(COLLECTION, {
      index: 'byBand',
      where: { band },
      range: { from: since },
      order: 'descending',
      limit,
    })
  const { docs, next } = await list(cellBand(world, cell), CELL_PAGE)
  if (!next) return docs
  const more = await Promise.all(waysTo(mine).map((band) => list(band, BAND_PAGE)))
  return [...new Map([docs, ...more.map((page) => page.docs)].flat().map((doc) => [doc.id, doc])).values()]
}

function likenessOf(doc: Doc, mine: Kept): { share: number; picture: boolean } {
  const { marks = [], pictures = [] } = JSON.parse(doc.body) as Partial<Kept>
  const short = mine.marks.map((mark) => mark.slice(0, MARK_LENGTH))
  return { share: shareOfMarks(short, marks), picture: pictures.some((picture) => mine.pictures.includes(picture)) }
}

/** What follows another leads nowhere by itself: the other one is shown. */
const mayBeShown = (state: Grievance, { topic, place, answered }: Asked): boolean =>
  mayBeLikened(state) &&
  state.topic === topic &&
  state.place.code === place &&
  state.follows === undefined &&
  (answered || !OVER.includes(state.stage))
