import * as v from 'valibot'
import type { Role } from '@/domain/decider'
import { after, DAY, type Instant, instantFrom, isDay, startOf } from '@/domain/time'
import { visitNeeds, visitWays } from '@/domain/visit-types'
import { CLERKS, HELPERS } from './aid-actions'
import { closing, time, whole } from './county'
import { command, onMatter, query } from './define'
import {
  day,
  fileId,
  flag,
  forwarded,
  instant,
  kin,
  language,
  list,
  matterId,
  oneOf,
  phone,
  ref,
  stars,
  tell,
  text,
  topic,
} from './fields'
import { forwardedProblems } from './forwarding'
import { consents } from './privacy-actions'
import type { CalendarFile, MatterView, MyDay, PlanView, Slots } from './views'

/** Visits on the wire: hours that are really free, booked by one and only one. */

const way = v.picklist(visitWays, 'not-an-option')
const need = v.picklist(visitNeeds, 'not-an-option')
const slot = text(160)
const why = v.optional(text(300))
/** A day stands for its first instant. */
const from = v.pipe(
  v.string('wrong-type'),
  v.check((t) => isDay(t) || instantFrom(t) !== undefined, 'bad-instant'),
  v.transform((t) => (isDay(t) ? startOf(t) : (instantFrom(t) as Instant))),
)
const LONGEST = 62 * DAY
const span = ({ from, to }: { from: Instant; to: Instant }) =>
  to <= from
    ? [{ field: 'to', code: 'ends-before-it-begins' }]
    : to > after(from, LONGEST)
      ? [{ field: 'to', code: 'too-far' }]
      : []
const code = v.optional(text(40))
const next = v.optional(oneOf('aid', 'question', 'grievance'))
const minutes = whole(5, 24 * 60)
const capacity = whole(1, 100)

/** Whoever is visited, in a form or by a clerk. */
const about = {
  village: v.optional(ref),
  topic: v.optional(topic, 'other'),
  language: v.optional(language, 'zh'),
  name: v.optional(text(50)),
  phone: v.optional(phone),
  text: v.optional(text(1000)),
  voice: v.optional(fileId),
  need: v.optional(need),
  address: v.optional(text(200)),
  /** A child is visited with an adult beside it. */
  minor: v.optional(flag),
  companion: v.optional(
    v.object({ name: text(50), phone: v.optional(phone), relation: v.optional(text(40)) }, 'wrong-type'),
  ),
  callFrom: v.optional(instant),
  source: v.optional(oneOf('call', 'counter', 'group', 'paper')),
  forwarded: v.optional(forwarded),
  tell: v.optional(tell),
  kin: v.optional(kin),
  consents,
}

export const visitActions = {
  'visit.slots': {
    ...query<Slots>()('Hours that may be booked now, earliest first', {
      kind: way,
      village: v.optional(ref),
      subject: v.optional(text(40)),
      need: v.optional(need),
      from,
      to: from,
    }),
    also: span,
  },
  'visit.hold': command<MatterView>()('Keep this hour for three minutes, while I fill in the form', {
    slot,
    village: v.optional(ref),
    need: v.optional(need),
  }),
  'visit.book': {
    ...command<MatterView>()(
      'Book this hour; a home visit without one is owed within a day',
      {
        slot: v.optional(slot),
        /** The visit that holds the hour; whoever holds it needn't say so. */
        id: v.optional(matterId),
        kind: v.optional(way),
        ...about,
      },
      (input, now) => [
        ...(input.slot || input.id || input.kind === 'home' ? [] : [{ field: 'slot', code: 'missing' }]),
        ...(input.callFrom && input.callFrom > now ? [{ field: 'callFrom', code: 'in-the-future' }] : []),
        ...forwardedProblems(input, now),
      ],
    ),
    needs: (role: Role) => (HELPERS.includes(role) && !CLERKS.includes(role) ? ['forwarded'] : []),
  },
  'visit.confirm': onMatter('I shall be there', {}),
  'visit.reschedule': onMatter('Another hour instead', { slot, why }),
  'visit.askMove': onMatter('Would she give up her hour for somebody who must be visited at home', {
    slot,
    for: matterId,
  }),
  'visit.answerMove': onMatter('Yes, I take the other hour; or no, I keep mine', { yes: flag }),
  'visit.cancel': onMatter('It needn’t be', { why }),
  'visit.setOut': onMatter('I am on my way', {}),
  'visit.arrive': onMatter('We have met; with the code she showed', { code }),
  'visit.suspend': {
    ...onMatter('The weather doesn’t let us', {
      ground: oneOf('weather'),
      evidence: v.pipe(list(fileId, 9), v.minLength(1, 'missing')),
      until: v.optional(instant),
    }),
    also: ({ until }: { until?: Instant }, now: Instant) =>
      until && until <= now ? [{ field: 'until', code: 'in-the-past' }] : [],
  },
  'visit.resume': onMatter('The way is free again', {}),
  'visit.done': onMatter('What came of it', { note: text(1000), next }),
  'visit.noShow': onMatter('One side didn’t come', { who: oneOf('person', 'staff') }),
  'visit.rate': onMatter('How it was', { stars, text: v.optional(text(500)) }),
  'visit.calendar': query<CalendarFile>()('The hour as a calendar file', { id: matterId }),
  'visit.plans': query<PlanView>()('My working plan, openings and closings; the centre sees anybody’s', {
    person: v.optional(ref),
  }),
  'visit.savePlan': command<PlanView>()('Hours of mine that repeat', {
    person: v.optional(ref),
    plan: v.object(
      {
        id: v.optional(ref),
        kind: way,
        weekdays: v.pipe(list(whole(0, 7), 7), v.minLength(1, 'missing')),
        from: time,
        to: closing,
        minutes,
        capacity,
        place: v.optional(ref),
        since: v.optional(day),
        until: v.optional(day),
      },
      'wrong-type',
    ),
  }),
  'visit.removePlan': command<PlanView>()('These hours no longer repeat', { person: v.optional(ref), plan: ref }),
  'visit.open': {
    ...command<PlanView>()('Hours beside the plan, once', {
      person: v.optional(ref),
      kind: way,
      from: instant,
      to: instant,
      minutes,
      capacity,
      place: v.optional(ref),
      why,
    }),
    also: span,
  },
  'visit.close': {
    ...command<PlanView>()('No hours are offered in this time; what is booked stays until it is moved', {
      person: v.optional(ref),
      from: instant,
      to: instant,
      why: text(300),
    }),
    also: span,
  },
  'visit.unclose': command<PlanView>()('An opening or closing is taken back', { person: v.optional(ref), entry: ref }),
  'visit.day': {
    ...query<MyDay>()('What my days hold, hour by hour', { person: v.optional(ref), from, to: from }),
    also: span,
  },
} as const
