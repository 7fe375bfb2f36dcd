import type { Parsed } from '@/contract/actions'
import type { Problem } from '@/contract/check'
import type { PlanView, Slots, SlotView } from '@/contract/views'
import { type Refusal, refuse } from '@/domain/decider'
import type { Host, Plan } from '@/domain/hours'
import type { PlaceRef } from '@/domain/matter'
import { answering } from '@/domain/rota'
import { after, at, DAY, HOUR, type Instant, MINUTE, msBetween } from '@/domain/time'
import type { OfferedHour } from '@/domain/visit-types'
import { hourText } from '@/words/visit'
import { closingText, openingText, otherwiseText, planText } from '@/words/visit-hours'
import { findPerson, findPlace } from '../circumstances'
import { hostOf } from '../hosts'
import { offered } from '../hours'
import { changePlan, orphansOf, planner } from '../plan-change'
import { planOf } from '../plans'
import { rotaAt } from '../rota-records'
import { findUnit } from '../units'
import type { World } from '../world'
import { type Binding, type Context, type Result, requestOf } from './binding'
import { idOf, meOf } from './rota-context'
import { day, rowsOf } from './visit-day'

/** Hours that are offered, and the plans they come of. */

async function slots(context: Context, input: Parsed<'visit.slots'>): Result<Slots> {
  const { world, now } = context
  const { kind: way, village, subject, need, from, to } = input
  const where = village === undefined ? undefined : await findPlace(world, village)
  if (village !== undefined && !where) return { invalid: [{ field: 'village', code: 'unknown-place' }] }
  if (way === 'home' && !where) return { invalid: [{ field: 'village', code: 'missing' }] }
  const asked = { way, from, to, ...(where && { where }), ...(subject && { subject }), ...(need && { need }) }
  const { items, hosts, upTo } = await offered(world, asked, now)
  const owed = way === 'home' && need !== undefined
  const otherwise = items.length > 0 ? undefined : await otherwiseFor(world, owed ? where : undefined, now)
  return {
    items: items.map((hour) => slotView(hour, hosts.get(hour.person.id))),
    ...(upTo && { upTo }),
    ...(otherwise && { otherwise }),
  }
}

export function slotView(hour: OfferedHour, host: Host | undefined): SlotView {
  const { slot, way, start, end, person, place, left, sameTrip, provisional } = hour
  const { id, name, org } = person
  return {
    slot,
    kind: way,
    start,
    end,
    text: hourText(start, end),
    person: { id, name, ...(org && { org }), languages: host?.languages ?? [] },
    place: { code: place.code, text: place.text },
    left,
    ...(sameTrip && { sameTrip }),
    ...(provisional && { provisional }),
  }
}

const OWED = 24 * HOUR

/** Who finds an hour where none is free: for a visit that is owed at home whoever stands for the town, else the centre. */
async function otherwiseFor(world: World, owedAt: PlaceRef | undefined, now: Instant): Promise<Slots['otherwise']> {
  const rota = await rotaAt(world, now)
  const local = owedAt && rota.seats.find(({ kind, unit }) => kind === 'town' && unit === owedAt.town)
  const seat = local ?? rota.seats.find(({ kind }) => kind === 'centre')
  const answers = answering(rota, seat?.id ?? 'centre-duty', now, world.calendar, rota.leaders)
  const person = answers && (await findPerson(world, answers.person))
  if (!person) return undefined
  const { name, phone } = person
  return { name, ...(phone && { phone }), text: otherwiseText(name, owedAt && after(now, OWED), now) }
}

/** Everything of one person's plan, and what is booked beside it. */
export async function planView(context: Context, person: string): Result<PlanView> {
  const { world, now } = context
  const [host, { record }] = await Promise.all([
    hostOf(world, person, { from: now, to: after(now, DAY) }),
    planOf(world, person),
  ])
  const found = await findPerson(world, person)
  if (!found) return refuse('person.not-found')
  const { plans, openings, closings } = record
  const orphans = host ? await orphansOf(world, person, now) : []
  return {
    person: { id: person, name: found.name },
    plans: plans.map(({ way, place, ...plan }) => ({
      ...plan,
      kind: way,
      ...(place && { place: { code: place, text: host?.places?.[place]?.text ?? place } }),
      text: planText({ way, ...plan }),
    })),
    openings: openings
      .filter(({ to }) => to > now)
      .map(({ by: _b, at: _a, place: _p, why: _w, way, ...opening }) => ({
        ...opening,
        kind: way,
        text: openingText({ way, ...opening, ...(_w && { why: _w }) }),
      })),
    closings: closings
      .filter(({ to }) => to > now)
      .map((closing) => {
        const { id, from, to, why } = closing
        return { id, from, to, why, text: closingText(closing) }
      }),
    orphans: await rowsOf(context, orphans),
  }
}

async function plans(context: Context, { person }: Parsed<'visit.plans'>): Result<PlanView> {
  const whose = await planner(context, person)
  return typeof whose === 'string' ? planView(context, whose) : whose
}

async function savePlan(context: Context, input: Parsed<'visit.savePlan'>): Result<PlanView> {
  const { kind: way, id = idOf(context, 'plan', input.requestId), ...given } = input.plan
  const plan: Plan = { ...given, id, way }
  const { from, to, minutes, since, until, place } = plan
  const today = at('2026-01-01', from)
  const invalid = [
    ...(from < to ? tooLong(minutes, today, at('2026-01-01', to), 'plan.minutes') : [backwards('plan.to')]),
    ...(since && until && until < since ? [backwards('plan.until')] : []),
    ...(await unknownPlace(context, place, 'plan.place')),
  ]
  if (invalid.length > 0) return { invalid }
  return edited(context, input, ({ plans, ...rest }) => {
    const known = plans.some((one) => one.id === id)
    if (input.plan.id !== undefined && !known) return refuse('plan.not-found')
    return { ...rest, plans: known ? plans.map((one) => (one.id === id ? plan : one)) : [...plans, plan] }
  })
}

const removePlan = (context: Context, input: Parsed<'visit.removePlan'>): Result<PlanView> =>
  edited(context, input, ({ plans, ...rest }) =>
    plans.some(({ id }) => id === input.plan)
      ? { ...rest, plans: plans.filter(({ id }) => id !== input.plan) }
      : refuse('plan.not-found'),
  )

async function open(context: Context, input: Parsed<'visit.open'>): Result<PlanView> {
  const { kind: way, from, to, minutes, capacity, place, why, requestId } = input
  const invalid = [
    ...(to <= context.now ? [{ field: 'to', code: 'in-the-past' }] : tooLong(minutes, from, to, 'minutes')),
    ...(await unknownPlace(context, place, 'place')),
  ]
  if (invalid.length > 0) return { invalid }
  const opening = {
    id: idOf(context, 'opening', requestId),
    way,
    from,
    to,
    minutes,
    capacity,
    ...(place && { place }),
    ...(why && { why }),
    by: meOf(context),
    at: context.now,
  }
  return edited(context, input, (record) => ({ ...record, openings: [...record.openings, opening] }))
}

async function close(context: Context, input: Parsed<'visit.close'>): Result<PlanView> {
  const { from, to, why, requestId } = input
  if (to <= context.now) return { invalid: [{ field: 'to', code: 'in-the-past' }] }
  const closing = { id: idOf(context, 'closing', requestId), from, to, why, by: meOf(context), at: context.now }
  return edited(context, input, (record) => ({ ...record, closings: [...record.closings, closing] }))
}

const unclose = (context: Context, input: Parsed<'visit.unclose'>): Result<PlanView> =>
  edited(context, input, (record) => {
    const openings = record.openings.filter(({ id }) => id !== input.entry)
    const closings = record.closings.filter(({ id }) => id !== input.entry)
    const same = openings.length === record.openings.length && closings.length === record.closings.length
    return same ? refuse('plan.not-found') : { ...record, openings, closings }
  })

const backwards = (field: string): Problem => ({ field, code: 'ends-before-it-begins' })
const tooLong = (minutes: number, from: Instant, to: Instant, field: string): Problem[] =>
  minutes * MINUTE > msBetween(from, to) ? [{ field, code: 'hour-too-long' }] : []
const unknownPlace = async ({ world }: Context, place: string | undefined, field: string): Promise<Problem[]> =>
  place === undefined || (await findUnit(world, place)) ? [] : [{ field, code: 'unknown-unit' }]

type Edit = Parameters<typeof changePlan>[3]

/** One edit of one person's plan, and all of it back. */
async function edited(
  context: Context,
  input: { requestId: string; person?: string },
  edit: Edit,
): Promise<PlanView | Refusal | { invalid: Problem[] }> {
  const whose = await planner(context, input.person)
  if (typeof whose !== 'string') return whose
  const refused = await changePlan(context.world, whose, requestOf(context, input), edit)
  return refused ?? planView(context, whose)
}

type Mine =
  | 'visit.slots'
  | 'visit.plans'
  | 'visit.savePlan'
  | 'visit.removePlan'
  | 'visit.open'
  | 'visit.close'
  | 'visit.unclose'
  | 'visit.day'

export const visitPlanActions: { [A in Mine]: Binding<A> } = {
  'visit.slots': slots,
  'visit.plans': plans,
  'visit.savePlan': savePlan,
  'visit.removePlan': removePlan,
  'visit.open': open,
  'visit.close': close,
  'visit.unclose': unclose,
  'visit.day': day,
}
