import type { ClassRow } from '@/contract/class-views'
import { type Occurrence, occurrenceOn, remindAt, takesPlace } from '@/domain/classes'
import { addDays, type Day, dayOf, type Instant, NEVER } from '@/domain/time'
import { noticeText } from '@/words/notices'
import { programme, type SeriesRecord, seriesOf } from './classes'
import { recipientKey, write } from './outbox'
import { type Doc, StoreBusy, type Write } from './ports'
import type { World } from './world'

/**
 * Who wants to be reminded of a class, a document a person and day; and what all of them have to be told, a document a
 * change. Letters are named after the class and the document's version, so that whoever dies in between tells nobody
 * twice.
 */

const COLLECTION = 'reminders'
type Reminder =
  | { what: 'remind'; series: string; date: Day; person: string }
  | { what: 'tell'; series: string; date: Day; mark: string }
/** `waiting`: something is to be done at `dueAt`; `told`: it was; `off`: she wants none. */
type State = 'waiting' | 'told' | 'off'

export const occurrenceKey = (series: string, date: Day): string => `${series}:${date}`
export const reminderId = (person: string, series: string, date: Day): string =>
  `remind:${occurrenceKey(series, date)}:${person}`

const keysOf = (body: Reminder, state: State, dueAt: Instant) => ({
  state,
  dueAt,
  occurrence: body.what === 'remind' ? occurrenceKey(body.series, body.date) : '',
})
const reminderWrite = (id: string, body: Reminder, state: State, dueAt: Instant, expected: number): Write => ({
  collection: COLLECTION,
  id,
  expected,
  keys: keysOf(body, state, dueAt),
  body: JSON.stringify(body),
})
const read = (doc: Doc): Reminder => JSON.parse(doc.body) as Reminder

const MOST_READ = 50

/** Which of these days this person asked to be reminded of; of the first fifty. */
export async function remindedOf(
  world: World,
  person: string,
  which: readonly { id: string; date: Day }[],
): Promise<Set<string>> {
  const ids = which.slice(0, MOST_READ).map(({ id, date }) => reminderId(person, id, date))
  const docs = ids.length > 0 ? await world.store.getMany(COLLECTION, ids) : []
  return new Set(docs.filter(({ keys }) => keys.state !== 'off').map(({ keys }) => String(keys.occurrence)))
}

const ATTEMPTS = 8

/** Done twice it changes nothing; false where the store is too busy. */
export async function setReminder(
  world: World,
  person: string,
  { series, on, wanted }: { series: string; on: Occurrence; wanted: boolean },
): Promise<boolean> {
  const id = reminderId(person, series, on.date)
  const body: Reminder = { what: 'remind', series, date: on.date, person }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const doc = await world.store.get(COLLECTION, id)
    if (wanted ? doc && doc.keys.state !== 'off' : !doc || doc.keys.state === 'off') return true
    const next = wanted
      ? reminderWrite(id, body, 'waiting', remindAt(on), doc?.version ?? 0)
      : reminderWrite(id, body, 'off', NEVER, doc?.version ?? 0)
    if ((await world.store.save([next])).ok) return true
  }
  return false
}

/** To be saved with the change: everybody who wanted a reminder is told at the next beat. */
export const tellWrite = (series: string, date: Day, mark: string, now: Instant): Write =>
  reminderWrite(`tell:${occurrenceKey(series, date)}:${mark}`, { what: 'tell', series, date, mark }, 'waiting', now, 0)

/** When somebody is to be told next; undefined where nobody waits. */
export async function nextClassWake(world: World): Promise<Instant | undefined> {
  const { docs } = await world.store.list(COLLECTION, { index: 'byDue', where: { state: 'waiting' }, limit: 1 })
  const due = docs[0]?.keys.dueAt
  return due === undefined ? undefined : String(due)
}

const AT_ONCE = 50

/** Tells whoever is to be told by now, a page a call. */
export async function classTick(world: World): Promise<{ touched: number; more: boolean }> {
  const now = world.clock.now()
  // `before` excludes its instant: what is due now is due.
  const range = { before: `${now}!` }
  const { docs, next } = await world.store.list(COLLECTION, {
    index: 'byDue',
    where: { state: 'waiting' },
    range,
    limit: AT_ONCE,
  })
  for (const doc of docs) {
    const reminder = read(doc)
    if (reminder.what === 'tell') await tellAll(world, doc, reminder)
    else await remind(world, doc, reminder)
  }
  return { touched: docs.length, more: next !== undefined }
}

async function remind(world: World, doc: Doc, reminder: Extract<Reminder, { what: 'remind' }>): Promise<void> {
  const { series, date, person } = reminder
  const now = world.clock.now()
  const found = await seriesOf(world, series)
  const on = found && occurrenceOn(found.record, found.record.exceptions, date, world.calendar)
  if (on && takesPlace(on.state) && remindAt(on) > now) {
    await world.store.save([reminderWrite(doc.id, reminder, 'waiting', remindAt(on), doc.version)])
    return
  }
  const template = !found
    ? undefined
    : !on
      ? 'class.cancelled'
      : takesPlace(on.state) && on.startAt > now
        ? 'class.soon'
        : undefined
  const letters =
    found && template
      ? noticeWrites(world, { record: found.record, date, on, template, person, mark: `r${doc.version}` })
      : []
  await world.store.save([reminderWrite(doc.id, reminder, 'told', NEVER, doc.version), ...letters])
}

const CHANGED: Record<Occurrence['state'], string> = {
  on: 'class.as-planned',
  moved: 'class.moved',
  cancelled: 'class.cancelled',
  festival: 'class.cancelled',
}

/** Everybody of that day: each one's reminder moves with the class, in the save that tells of it. */
async function tellAll(world: World, doc: Doc, tell: Extract<Reminder, { what: 'tell' }>): Promise<void> {
  const { series, date, mark } = tell
  const now = world.clock.now()
  const found = await seriesOf(world, series)
  const on = found && occurrenceOn(found.record, found.record.exceptions, date, world.calendar)
  for (let after: string | undefined; found; ) {
    const page = await world.store.list(COLLECTION, {
      index: 'byOccurrence',
      where: { occurrence: occurrenceKey(series, date) },
      limit: AT_ONCE,
      ...(after && { after }),
    })
    for (const each of page.docs) {
      const reminder = read(each)
      if (reminder.what !== 'remind' || each.keys.state === 'off') continue
      const template = on ? CHANGED[on.state] : 'class.cancelled'
      const letters = noticeWrites(world, { record: found.record, date, on, template, person: reminder.person, mark })
      const again = on && takesPlace(on.state) && on.startAt > now
      const dueAt = on && again ? remindAt(on) : NEVER
      // Told by an earlier try, which died before it came to the others: its letters are there already.
      if (await isThere(world, letters)) continue
      const saved = await world.store.save([
        reminderWrite(each.id, reminder, again ? 'waiting' : 'told', dueAt, each.version),
        ...letters,
      ])
      // She turned it on or off in this moment: the next beat begins this page again.
      if (!saved.ok && !(await isThere(world, letters))) return
    }
    after = page.next
    if (!after) break
  }
  await world.store.save([reminderWrite(doc.id, tell, 'told', NEVER, doc.version)])
}

async function isThere(world: World, [first]: Write[]): Promise<boolean> {
  return first !== undefined && (await world.store.get(first.collection, first.id)) !== undefined
}

type Telling = {
  record: SeriesRecord
  date: Day
  on: Occurrence | undefined
  template: string
  person: string
  mark: string
}

function noticeWrites(world: World, { record, date, on, template, person, mark }: Telling): Write[] {
  const at = world.clock.now()
  const matter = `class:${record.id}:${date}`
  const params = {
    title: record.title,
    at: on?.startAt ?? '',
    date,
    ...(record.where.place && { place: record.where.place }),
    ...(on?.why && { why: on.why }),
  }
  const text = noticeText(template, params)
  const name = `${matter}:${mark}:${template.slice('class.'.length)}:${recipientKey(world, person)}`
  const common = { at, matter, template, tries: 0, to: person, text }
  return [
    write(world, { ...common, id: `${name}:app`, channel: 'app', state: 'delivered', seen: false }, 0),
    write(world, { ...common, id: `${name}:wechat`, channel: 'wechat', state: 'waiting', seen: true, params }, 0),
  ]
}

const AHEAD_DAYS = 366

/** The classes of the coming year that this person is to be reminded of, in the order of time. */
export async function remindersOf(world: World, person: string): Promise<ClassRow[]> {
  const today = dayOf(world.clock.now())
  const rows = await programme(world, today, addDays(today, AHEAD_DAYS))
  const found: ClassRow[] = []
  for (let n = 0; n < rows.length; n += MOST_READ) {
    const page = rows.slice(n, n + MOST_READ)
    const wanted = await remindedOf(world, person, page)
    found.push(...page.filter(({ id, date }) => wanted.has(occurrenceKey(id, date))))
  }
  return found
}

/** None of them any more. */
export async function forgetReminders(world: World, person: string): Promise<void> {
  for (const { id, ...on } of await remindersOf(world, person))
    if (!(await setReminder(world, person, { series: id, on, wanted: false })))
      throw new StoreBusy('reminders: somebody keeps writing')
}
