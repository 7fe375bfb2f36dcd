import type { Parsed } from '@/contract/actions'
import type {
  AccessRow,
  ConsentsView,
  ExportFile,
  MatterView,
  Message,
  MyProfile,
  NoticeRow,
  RequestView,
} from '@/contract/views'
import { isRefusal, refuse } from '@/domain/decider'
import { DAY, dayOf } from '@/domain/time'
import { exportWords } from '@/words/privacy'
import { askedBy } from '../class-questions'
import { remindersOf } from '../class-reminders'
import { seriesOf } from '../classes'
import { fileOf, fileWrite } from '../evidence/file-records'
import { linkTo } from '../evidence/links'
import { exportSheet } from '../export-sheet'
import { messagesOf } from '../messages'
import { isInApp, readNotice } from '../outbox'
import { takeShare } from '../throttle'
import type { World } from '../world'
import { type Binding, type Context, type Result, viewOf } from './binding'
import { privacyActions, profileView } from './privacy'
import { privacyRequestActions } from './privacy-requests'
import { mattersOf, type Subject, subjectOf } from './subject'

/** Everything of a person, as one file for machines and one for reading; they wait in the evidence for a week. */

export type ExportedMatter = Pick<
  MatterView,
  'id' | 'kind' | 'title' | 'stageText' | 'createdAt' | 'place' | 'timeline'
> & {
  code?: string
  detail: MatterView['detail']
  /** What she wrote or said, as text. */
  words: string[]
  messages: Message[]
  files: { id: string; name: string; url?: string }[]
}
export type Everything = {
  madeAt: string
  profile: MyProfile
  consents: ConsentsView['log']
  accesses: AccessRow[]
  requests: RequestView[]
  notices: Pick<NoticeRow, 'at' | 'text'>[]
  /** What she asked beforehand, under the name she gave; what she wanted to be reminded of. */
  classes: {
    asked: { date: string; title: string; at: string; text: string; name?: string }[]
    reminders: { date: string; title: string }[]
  }
  matters: ExportedMatter[]
}

/** As long as she has to fetch them. */
const LINK_MS = DAY
const PAGE = 50
const PAGES = 20

async function everyPage<T>(read: (after: string | undefined) => Promise<{ items: T[]; next?: string }>): Promise<T[]> {
  const found: T[] = []
  let after: string | undefined
  for (let n = 0; n < PAGES; n++) {
    const { items, next } = await read(after)
    found.push(...items)
    if (!next) break
    after = next
  }
  return found
}

const orThrow = async <T>(answer: Result<T>): Promise<T> => {
  const said = await answer
  if (said && typeof said === 'object' && ('refused' in said || 'invalid' in said)) throw new Error('export: refused')
  return said as T
}

async function everything(context: Context, subject: Subject): Promise<Everything> {
  const { world } = context
  const ward = subject.guard ? subject.id : undefined
  const hers = { ...context, actor: subject.actor }
  const page = (after: string | undefined) => ({ ward, limit: PAGE, ...(after && { after }) })
  const matters: ExportedMatter[] = []
  for (const matter of await mattersOf(context, subject.id)) {
    const view = await viewOf(hers, matter)
    const { id, kind, title, stageText, createdAt, place, timeline, detail, recording, papers, code } = view
    const messages =
      kind === 'question'
        ? await everyPage((after) =>
            messagesOf(world, id, 'asker', subject.id, { limit: PAGE, ...(after && { after }) }),
          )
        : []
    const files = await Promise.all(papers.map(async ({ id, name }) => ({ id, name, ...(await linked(world, id)) })))
    const { story, text } = detail as { story?: string; text?: string }
    const words = [story, text, recording?.text].filter((each): each is string => Boolean(each))
    matters.push({
      id,
      kind,
      title,
      stageText,
      createdAt,
      place,
      timeline,
      detail,
      words,
      messages,
      files,
      ...(code && { code }),
    })
  }
  return {
    madeAt: world.clock.now(),
    profile: await profileView(context, subject),
    consents: (await orThrow(privacyActions['me.consents'](context, { ward }))).log,
    accesses: await everyPage((after) => orThrow(privacyActions['me.accesses'](context, page(after)))),
    requests: await everyPage((after) => orThrow(privacyRequestActions['me.requests'](context, page(after)))),
    notices: await everyPage((after) => noticesOf(world, subject.id, after)),
    classes: await classesOf(world, subject.id),
    matters,
  }
}

async function classesOf(world: World, person: string): Promise<Everything['classes']> {
  const asked = await everyPage((after) => askedBy(world, person, after))
  const titles = new Map<string, string>()
  for (const { series } of asked)
    if (!titles.has(series)) titles.set(series, (await seriesOf(world, series))?.record.title ?? '')
  return {
    asked: asked.map(({ series, ...each }) => ({ ...each, title: titles.get(series) ?? '' })),
    reminders: (await remindersOf(world, person)).map(({ date, title }) => ({ date, title })),
  }
}

const linked = async (world: World, id: string): Promise<{ url?: string }> => {
  const found = await fileOf(world, id)
  const link = found?.state === 'ready' ? await linkTo(world, id, LINK_MS) : undefined
  return link ? { url: link.url } : {}
}

async function noticesOf(world: World, to: string, after: string | undefined) {
  const query = { index: 'byRecipient', where: { to }, order: 'descending' as const, limit: PAGE }
  const { docs, next } = await world.store.list('notices', { ...query, ...(after && { after }) })
  const items = docs.filter(isInApp).map((doc) => readNotice(world, doc))
  return { items: items.map(({ at, text }) => ({ at, text })), ...(next && { next }) }
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function exported(context: Context, input: Parsed<'me.export'>): Result<{ items: ExportFile[] }> {
  const { world, actor, now } = context
  const subject = await subjectOf(context, input.ward)
  if (isRefusal(subject)) return subject
  const mark = (what: string) =>
    `f_${world.seal.lookup('request', `${actor.id}|export ${what} ${subject.id}|${input.requestId}`).slice(0, 22)}`
  const ids = { machine: mark('json'), readable: mark('xlsx') }
  if (!(await fileOf(world, ids.readable))) {
    const seconds = await takeShare(world, 'file', actor.id)
    if (seconds !== undefined) return refuse('throttle.files', { seconds })
    const all = await everything(context, subject)
    const day = dayOf(now)
    const json = new TextEncoder().encode(JSON.stringify(all, null, 2))
    await keep(world, actor.id, ids.machine, exportWords.machine(day), 'application/json', json)
    await keep(world, actor.id, ids.readable, exportWords.readable(day), SHEET, await exportSheet(all))
  }
  const items: ExportFile[] = []
  for (const id of [ids.readable, ids.machine]) {
    const [found, link] = await Promise.all([fileOf(world, id), linkTo(world, id, LINK_MS)])
    if (!found || !link) return refuse('file.not-found')
    const { name, type, size } = found.record
    items.push({ fileId: id, name, type, size, url: link.url, expiresAt: link.expiresAt })
  }
  return { items }
}

/** The bytes first: a record never points at nothing. Of two at once one is second, with the same. */
async function keep(world: World, owner: string, id: string, name: string, type: string, bytes: Uint8Array) {
  await world.files.put(id, bytes, type)
  const record = { id, owner, type, size: bytes.byteLength, name }
  await world.store.save([fileWrite(world, record, 0, { state: 'ready' })])
}

export const privacyExportActions: { 'me.export': Binding<'me.export'> } = { 'me.export': exported }
