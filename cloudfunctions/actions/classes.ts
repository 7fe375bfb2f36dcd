import type { Parsed } from '@/contract/actions'
import type { ClassQuestion, ClassRow, ClassView } from '@/contract/class-views'
import type { CalendarFile } from '@/contract/visit-views'
import { type ClassException, type Occurrence, occurrenceOn, takesPlace } from '@/domain/classes'
import { isRefusal, refuse } from '@/domain/decider'
import { at, type Day, dayOf } from '@/domain/time'
import { markQuestion, questionCount, questionOf, questionsOf, questionWrite } from '../class-questions'
import { occurrenceKey, remindedOf, setReminder, tellWrite } from '../class-reminders'
import {
  foundOn,
  hostedOn,
  isHost,
  nextDays,
  programme,
  type SeriesRecord,
  seriesOf,
  seriesView,
  seriesWrite,
} from '../classes'
import { shareOf } from '../throttle'
import { type Binding, type Context, type Result, requestOf } from './binding'

/** Law classes: the programme for everybody, reminders, what is asked beforehand; and the desk that keeps it. */

async function list({ world, person }: Context, { from, to }: Parsed<'class.list'>): Result<{ items: ClassRow[] }> {
  const items = await programme(world, from, to)
  const reminded = person ? await remindedOf(world, person.id, items) : new Set()
  return {
    items: items.map((row) => (reminded.has(occurrenceKey(row.id, row.date)) ? { ...row, reminded: true } : row)),
  }
}

async function get(context: Context, { id, date }: Parsed<'class.get'>): Result<ClassView> {
  const found = await seriesOf(context.world, id)
  return found ? viewOn(context, found, date) : refuse('class.not-found')
}

async function viewOn(
  { world, actor, person }: Context,
  found: { record: SeriesRecord; version: number },
  date: Day | undefined,
): Result<ClassView> {
  const { record } = found
  const on = date
    ? occurrenceOn(record, record.exceptions, date, world.calendar)
    : nextDays(record, record.exceptions, world)[0]
  if (date && !on) return refuse('class.not-found')
  const [reminded, questions] = await Promise.all([
    person && on ? remindedOf(world, person.id, [{ id: record.id, date: on.date }]) : new Set(),
    on && isHost(actor, record) ? questionCount(world, record.id, on.date) : 0,
  ])
  return seriesView(world, found, actor, { ...(on && { on }), reminded: reminded.size > 0, questions })
}

const dates = async ({ world }: Context, plan: Parsed<'class.dates'>): Result<{ items: Occurrence[] }> => ({
  items: nextDays(plan, [], world),
})

async function calendar({ world, now }: Context, input: Parsed<'class.calendar'>): Result<CalendarFile> {
  const found = await foundOn(world, input)
  if (isRefusal(found)) return found
  const { record, on } = found
  if (!takesPlace(on.state)) return refuse('class.not-held')
  const { calendarFile } = await import('../calendar-file')
  const { title, where } = record
  const event = { title, place: where.place ?? '', start: on.startAt, end: on.endAt }
  const text = await calendarFile({ id: occurrenceKey(record.id, on.date), ...event, now })
  return { name: `class-${on.day}.ics`, text, ...event }
}

// Somebody else saved it in the same moment.
const ATTEMPTS = 8

async function save(context: Context, input: Parsed<'class.save'>): Result<ClassView> {
  const { world, actor, now } = context
  const request = requestOf(context, input)
  const id = input.id ?? `c-${request.key}`
  const { requestId: _, version, ended, id: _id, ...said } = input
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const was = await seriesOf(world, id)
    if (was?.record.request.key === request.key)
      return was.record.request.digest === request.digest ? viewOn(context, was, undefined) : refuse('request.reused')
    if (input.id && !was) return refuse('class.not-found')
    if (was && !isHost(actor, was.record)) return refuse('class.not-yours')
    if (was && version !== undefined && version !== was.version)
      return refuse('matter.changed', { by: was.record.savedBy, at: was.record.savedAt })
    const unit = was ? was.record.unit : actor.role === 'town' ? actor.unit : undefined
    const today = dayOf(now)
    const last = ended && (!said.last || said.last > today) ? today : said.last
    const record: SeriesRecord = {
      ...said,
      ...(last && { last }),
      id,
      ...(unit && { unit }),
      exceptions: was?.record.exceptions ?? [],
      savedBy: actor.name,
      savedAt: now,
      request,
    }
    const saved = await world.store.save([seriesWrite(record, was?.version ?? 0)])
    if (saved.ok) return viewOn(context, { record, version: (was?.version ?? 0) + 1 }, undefined)
  }
  return refuse('matter.busy')
}

async function change(context: Context, input: Parsed<'class.change'>): Result<ClassView> {
  const { world, actor, now } = context
  const request = requestOf(context, input)
  const { id, date, kind, day = date, start = '', why = '' } = input
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await hostedOn(world, actor, { id, date })
    if (isRefusal(found)) return found
    const { record, version, on } = found
    if (record.request.key === request.key)
      return record.request.digest === request.digest ? viewOn(context, found, date) : refuse('request.reused')
    if (on.startAt <= now) return refuse('class.over')
    if (kind === 'moved' && at(day, start) <= now) return { invalid: [{ field: 'day', code: 'in-the-past' }] }
    const others = record.exceptions.filter((each) => each.date !== date)
    const exception: ClassException[] =
      kind === 'moved' ? [{ date, kind, day, start, why }] : kind === 'cancelled' ? [{ date, kind, why }] : []
    const next = { ...record, exceptions: [...others, ...exception], savedBy: actor.name, savedAt: now, request }
    const saved = await world.store.save([seriesWrite(next, version), tellWrite(id, date, `v${version}`, now)])
    if (saved.ok) return viewOn(context, { record: next, version: version + 1 }, date)
  }
  return refuse('matter.busy')
}

async function remind({ world, person, now }: Context, input: Parsed<'class.remind'>): Result<{ on: boolean }> {
  if (!person) return refuse('session.missing')
  const found = await foundOn(world, input)
  if (isRefusal(found)) return found
  if (input.on && (!takesPlace(found.on.state) || found.on.startAt <= now)) return refuse('class.not-held')
  const set = await setReminder(world, person.id, { series: input.id, on: found.on, wanted: input.on })
  return set ? { on: input.on } : refuse('matter.busy')
}

async function ask(context: Context, input: Parsed<'class.ask'>): Result<{ kept: true }> {
  const { world, actor, person, now } = context
  const found = await foundOn(world, input)
  if (isRefusal(found)) return found
  if (!takesPlace(found.on.state) || found.on.endAt <= now) return refuse('class.not-held')
  if (input.named && !person) return { invalid: [{ field: 'named', code: 'not-an-option' }] }
  const { key, digest } = requestOf(context, input)
  const which = { series: input.id, date: input.date, key }
  const before = await questionOf(world, which)
  if (before) return before.digest === digest ? { kept: true } : refuse('request.reused')
  const seconds = await shareOf(context, 'class')
  if (seconds !== undefined) return refuse('throttle.wait', { seconds })
  const asked = { text: input.text, person: actor.id, ...(input.named && { name: actor.name }) }
  const saved = await world.store.save([questionWrite(world, which, { ...asked, at: now, digest })])
  // The same request, sent twice at once: it is there.
  return saved.ok || (await questionOf(world, which))?.digest === digest ? { kept: true } : refuse('matter.busy')
}

async function questions(
  { world, actor }: Context,
  input: Parsed<'class.questions'>,
): Result<{ items: ClassQuestion[]; next?: string }> {
  const found = await hostedOn(world, actor, input)
  if (isRefusal(found)) return found
  return questionsOf(world, { series: input.id, date: input.date, ...(input.after && { after: input.after }) })
}

async function mark({ world, actor }: Context, input: Parsed<'class.mark'>): Result<ClassQuestion> {
  const found = await hostedOn(world, actor, input)
  if (isRefusal(found)) return found
  const which = { series: input.id, date: input.date, key: input.question }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const marked = await markQuestion(world, which, input.mark)
    if (marked === undefined) return refuse('class.question-not-found')
    if (marked !== 'stale') return marked
  }
  return refuse('matter.busy')
}

type Own = Extract<Parameters<typeof requestOf>[0]['action'], `class.${string}`>

export const classActions: { [A in Own]: Binding<A> } = {
  'class.list': list,
  'class.get': get,
  'class.dates': dates,
  'class.calendar': calendar,
  'class.save': save,
  'class.change': change,
  'class.remind': remind,
  'class.ask': ask,
  'class.questions': questions,
  'class.mark': mark,
}
