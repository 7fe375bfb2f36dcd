import type { ActionName, Parsed } from '@/contract/actions'
import { CLERKS } from '@/contract/aid-actions'
import type { Problem } from '@/contract/check'
import type { CalendarFile, MatterView } from '@/contract/views'
import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import { slotFrom } from '@/domain/hours'
import { mayOn } from '@/domain/permission'
import { after, DAY, dayOf } from '@/domain/time'
import type { OfferedHour, Visit, VisitNeed, VisitWay } from '@/domain/visit-types'
import { calendarTitle } from '@/words/visit'
import { calendarFile } from '../calendar-file'
import { commit } from '../commit'
import { mattersIn } from '../hours'
import { kindOf } from '../kinds'
import { openMatter } from '../matter-document'
import type { Write } from '../ports'
import { codeOf, codeWrite, matterByCode } from '../query-code'
import { mayTry, shareOf, wrongTry } from '../throttle'

import { checkInOf, isQueryCode, typedDigits } from '../visit-check-in'
import type { World } from '../world'
import { type Binding, type Context, onMatter, openedFrom, type Result, requestOf, viewOf } from './binding'
import { filesNamed, recordingNamed } from './files'
import { consentIn, withWhoElse } from './forwarding'
import { askedWrite, bySide, hold, matterOf, no, placeFor, sameOr, slotProblem } from './visit-hold'
import { slotView } from './visit-plans'

/** Visits: each action bound to what it loads and the command it becomes. */

const CALL_TYPED_IN_BY = 31 * DAY
const notFound = (id: string): Refusal => refuse(`${kindOf(id)?.name ?? 'matter'}.not-found`)

/** A booking that fills a hold keeps the hold's id: whoever repeats it is answered with that matter. */
const askedId = (key: string): string => `asked:${key}`

/** The matter that this booking is about: the one it made before, the hold that it names or fills, or a new one. */
async function matterToBook(context: Context, { id, slot, requestId }: Parsed<'visit.book'>, key: string) {
  const { world, actor, now } = context
  const before = await world.store.get('codes', askedId(key))
  if (before) return { id: String(before.keys.matter), filled: true }
  if (id) return { id, filled: true }
  const [held] = slot ? await mattersIn(world, slot, { by: actor.id, heldAt: now }) : []
  return held ? { id: held, filled: true } : { id: matterOf(context, requestId), filled: false }
}

async function heldBy(world: World, id: string): Promise<Visit | undefined> {
  const doc = await world.store.get('matters', id)
  const state = doc && openMatter(doc, world.seal).state
  return state?.kind === 'visit' ? state : undefined
}

async function book(context: Context, input: Parsed<'visit.book'>): Result<MatterView> {
  const { world, actor, person, action } = context
  const seconds = await shareOf(context, 'visit')
  if (seconds) return refuse('throttle.wait', { seconds })
  const request = requestOf(context, input)
  const { id, filled } = await matterToBook(context, input, request.key)
  const held = filled ? await heldBy(world, id) : undefined
  if (filled && (!held || !mayOn(action, held, actor))) return notFound(id)
  const slot = input.slot ?? held?.hour?.slot
  const way: VisitWay | undefined = (slot && slotFrom(slot)?.way) || input.kind
  const consent = input.forwarded?.consent.fileId
  const files = async () => {
    const [agreed, said] = await Promise.all([
      filesNamed(context, consent ? [consent] : [], 'forwarded.consent.fileId', id),
      recordingNamed(context, input.voice, id),
    ])
    const problems = agreed.problems.map(({ code }) => ({ field: 'forwarded.consent.fileId', code }))
    // She may say in one recording what it is about and that she agrees.
    const writes = new Map([...agreed.writes, ...said.writes].map((write) => [write.id, write]))
    return { problems: [...problems, ...said.problems], writes: [...writes.values()] }
  }
  const [place, sent] = await Promise.all([
    held && !input.village ? held.place : placeFor(world, input.village, slot),
    files(),
  ])
  const clerk = CLERKS.includes(actor.role) || actor.role === 'command'
  const own = actor.role === 'resident'
  const phone = input.phone ?? (own ? person?.phone : undefined)
  const name = input.name ?? (own && person?.phone ? person.name : undefined)
  const need = input.need ?? held?.need
  const invalid: Problem[] = [
    ...(way ? [] : [{ field: 'slot', code: 'not-in-plan' }]),
    ...(input.kind && way && input.kind !== way ? [{ field: 'kind', code: 'not-an-option' }] : []),
    ...(place || (way === 'home' && !input.village)
      ? []
      : [{ field: 'village', code: input.village ? 'unknown-place' : 'missing' }]),
    ...sent.problems,
    ...(['callFrom', 'source'] as const).flatMap((field) =>
      input[field] && !clerk ? [{ field, code: 'not-an-option' }] : [],
    ),
    ...(input.callFrom && input.callFrom < after(world.clock.now(), -CALL_TYPED_IN_BY)
      ? [{ field: 'callFrom', code: 'bad-instant' }]
      : []),
    ...(way === 'home' ? atHome({ ...input, need, phone, village: input.village ?? held?.place.code }, slot) : []),
  ]
  if (!place || !way || invalid.length > 0) return { invalid }
  const before = await world.store.get('matters', id)
  const isNew = !before || held?.stage === 'held'
  const about = { matter: id, where: place, ...(need && { need }) }
  const problem = slot && isNew && !held ? await slotProblem(context, slot, about) : undefined
  if (problem) return problem

  const code = codeOf(world, id, actor.id)
  const { topic, language, text, voice, address, companion, callFrom, source, forwarded } = input
  const kin = forwarded?.kin ?? input.kin
  const outcome = await commit(world, {
    id,
    actor,
    request,
    ...(filled && { permit: (state) => mayOn(action, state, actor) }),
    beside: async () => {
      const bound = await files()
      const asked: Write[] = filled ? [askedWrite(askedId(request.key), id)] : []
      return { writes: [codeWrite(world, id, code), ...asked, ...bound.writes], problems: bound.problems }
    },
    command: () => ({
      type: 'BookVisit',
      way,
      ...(slot && { slot }),
      place,
      topic,
      language,
      ...(need && { need }),
      ...((input.minor || need === 'left-behind-child') && { minor: true }),
      ...bySide(context),
      tell: forwarded?.tell ?? input.tell ?? ['person'],
      ...(source && { source }),
      ...(callFrom && { callFrom }),
      personal: {
        visitor: { ...(name && { name }), ...(phone && { phone }) },
        ...(text && { text }),
        ...(voice && { voice }),
        ...(address && { address }),
        ...(companion && { companion }),
        ...consentIn(forwarded),
        ...(kin && { kin }),
      },
    }),
  })
  if (!('matter' in outcome)) {
    const same = await sameOr(context, outcome, ['booked', 'confirmed'])
    return 'id' in same ? same : withWhoElse(context, place, same)
  }
  return viewOf(context, outcome.matter, code)
}

/** Who is visited at home says where that is, or can be rung and asked; round the clock is for whoever can't come. */
function atHome(
  told: { need?: VisitNeed; address?: string; phone?: string; village?: string },
  slot: string | undefined,
): Problem[] {
  return [
    ...(told.village ? [] : [{ field: 'village', code: 'missing' }]),
    ...(slot || told.need ? [] : [{ field: 'need', code: 'missing' }]),
    ...(told.address || told.phone ? [] : [{ field: 'address', code: 'missing' }]),
  ]
}

/** Another hour, for her or by staff: what isn't one is said beside the field. */
async function withSlot<I extends { id: string; slot: string; version?: number; requestId: string }>(
  context: Context,
  input: I,
  run: (context: Context, input: I) => Result<MatterView>,
): Result<MatterView> {
  const { world, actor, action } = context
  const state = await heldBy(world, input.id)
  if (!state || !mayOn(action, state, actor)) return notFound(input.id)
  if (!slotFrom(input.slot)) return no('slot', 'not-in-plan')
  // What was done already is repeated, though its hour has begun.
  const same = state.hour?.slot === input.slot || state.asked?.hour.slot === input.slot
  const about = { matter: input.id, where: state.place, ...(state.need && { need: state.need }) }
  const problem = same ? undefined : await slotProblem(context, input.slot, about)
  return problem ?? run(context, input)
}

const move = onMatter<Parsed<'visit.reschedule'>>(({ slot, why }) => ({
  type: 'MoveVisit',
  slot,
  ...(why && { why }),
}))
const ask = onMatter<Parsed<'visit.askMove'>>((input) => ({
  type: 'AskMove',
  slot: input.slot,
  matter: input.for,
}))

async function askMove(context: Context, input: Parsed<'visit.askMove'>): Result<MatterView> {
  const { world, actor } = context
  const home = await heldBy(world, input.for)
  if (!home || !mayOn('matter.get', home, actor)) return no('for', 'unknown-matter')
  return withSlot(context, input, ask)
}

/** They have met: the digits she shows, or her whole query code. */
async function arrive(context: Context, input: Parsed<'visit.arrive'>): Result<MatterView> {
  const { world, actor, action } = context
  const state = await heldBy(world, input.id)
  if (!state || !mayOn(action, state, actor)) return notFound(input.id)
  const wait = input.code ? await mayTry(world, 'track', `${actor.id}|${input.id}`) : undefined
  if (wait) return refuse('throttle.wait', { seconds: wait })
  const checked = input.code !== undefined && (await isHers(world, input.id, input.code))
  if (input.code !== undefined && !checked) {
    await wrongTry(world, 'track', `${actor.id}|${input.id}`)
    return no('code', 'wrong-code')
  }
  return onMatter<typeof input>(() => ({ type: 'Arrive', checked }))(context, input)
}

async function isHers(world: World, matter: string, typed: string): Promise<boolean> {
  if (typedDigits(typed) === checkInOf(world, matter)) return true
  return isQueryCode(typed) && (await matterByCode(world, typed)) === matter
}

async function suspend(context: Context, input: Parsed<'visit.suspend'>): Result<MatterView> {
  const named = () => filesNamed(context, input.evidence, 'evidence', input.id)
  const { problems } = await named()
  if (problems.length > 0) return { invalid: problems }
  const command = ({ evidence, until }: typeof input) =>
    ({ type: 'SuspendVisit', evidence, ...(until && { until }) }) as const
  return onMatter<typeof input>(command, named)(context, input)
}

async function calendar({ world, actor, now }: Context, { id }: Parsed<'visit.calendar'>): Result<CalendarFile> {
  const doc = await world.store.get('matters', id)
  const { state } = doc ? openedFrom(world, now)(doc) : { state: undefined }
  if (state?.kind !== 'visit' || !mayOn('visit.calendar', state, actor)) return notFound(id)
  const { hour, way } = state
  if (!hour) return refuse('visit.no-hour')
  const { start, end, person, place } = hour
  const title = calendarTitle(way, person.name)
  const where = way === 'office' || way === 'home' ? place.text : ''
  const text = await calendarFile({ id, title, place: where, start, end, now, remind: true })
  return { name: `${dayOf(start)}.ics`, text, title, start, end, place: where }
}

type Mine = Exclude<
  Extract<ActionName, `visit.${string}`>,
  | 'visit.slots'
  | 'visit.plans'
  | 'visit.savePlan'
  | 'visit.removePlan'
  | 'visit.open'
  | 'visit.close'
  | 'visit.unclose'
  | 'visit.day'
>

const bound: { [A in Mine]: Binding<A> } = {
  'visit.hold': hold,
  'visit.book': book,
  'visit.confirm': onMatter(() => ({ type: 'ConfirmVisit' })),
  'visit.reschedule': (context, input) => withSlot(context, input, move),
  'visit.askMove': askMove,
  'visit.answerMove': onMatter(({ yes }) => ({ type: 'AnswerMove', yes })),
  'visit.cancel': onMatter(({ why }) => ({ type: 'CancelVisit', ...(why && { why }) })),
  'visit.setOut': onMatter(() => ({ type: 'SetOut' })),
  'visit.arrive': arrive,
  'visit.suspend': suspend,
  'visit.resume': onMatter(() => ({ type: 'ResumeVisit' })),
  'visit.done': onMatter(({ note, next }) => ({ type: 'FinishVisit', note, ...(next && { next }) })),
  'visit.noShow': onMatter(({ who }) => ({ type: 'NoShow', who })),
  'visit.rate': onMatter(({ stars, text }) => ({ type: 'RateVisit', stars, ...(text && { text }) })),
  'visit.calendar': calendar,
}

/** Whoever comes too late is offered the next hours as they are offered anywhere. */
const withNext =
  <I, T>(run: (context: Context, input: I) => Result<T>) =>
  async (context: Context, input: I): Result<T> => {
    const outcome = await run(context, input)
    if (!isRefusal(outcome as object) || !('detail' in (outcome as object))) return outcome
    const { refused, detail = {} } = outcome as Refusal
    const next = detail.next as OfferedHour[] | undefined
    return next ? refuse(refused, { ...detail, next: next.map((hour) => slotView(hour, undefined)) }) : outcome
  }

export const visitActions = Object.fromEntries(
  Object.entries(bound).map(([name, run]) => [name, withNext(run as Binding<Mine>)]),
) as unknown as typeof bound
