import * as v from 'valibot'
import { subjects } from '@/domain/lawyer-card'
import { repeats } from '@/domain/rota-layers'
import { type Day, daysBetween, type Instant, instantFrom, isDay, startOf } from '@/domain/time'
import { closing, time, whole } from './county'
import { command, query, repeatable } from './define'
import { day, flag, language, list, oneOf, ref, text } from './fields'
import type {
  CalendarLink,
  Draft,
  Fairness,
  HandOverView,
  OverrideView,
  Preview,
  Published,
  Rehearsal,
  RotaBoard,
  SeatView,
  ShiftView,
  SwapView,
  WhoIsOn,
} from './views'

/** Who stands where, and how that is changed. Times are instants; publishing speaks of days. */

/** An instant, or a day for its 00:00. */
const moment = v.pipe(
  v.string('wrong-type'),
  v.check((t) => isDay(t) || instantFrom(t) !== undefined, 'bad-instant'),
  v.transform((t): Instant => (isDay(t) ? startOf(t) : (instantFrom(t) as string))),
)
const month = v.pipe(v.string('wrong-type'), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'bad-month'))
const span = { from: moment, to: moment }
const why = text(500)

const backwards = ({ from, to }: { from: Instant; to: Instant }, at = '') =>
  from >= to ? [{ field: `${at}to`, code: 'ends-before-it-starts' }] : []
const most =
  (days: number) =>
  ({ from, to }: { from: Instant; to: Instant }) => [
    ...backwards({ from, to }),
    ...(daysBetween(from.slice(0, 10), to.slice(0, 10)) > days ? [{ field: 'to', code: 'too-far' }] : []),
  ]

const change = {
  seat: ref,
  ...span,
  kind: oneOf('replace', 'add', 'remove'),
  in: v.optional(ref),
  out: v.optional(ref),
}
/** Whom an override names, by what it does. */
const named = ({
  kind,
  ...who
}: {
  kind: 'replace' | 'add' | 'remove'
  in?: string
  out?: string
  from: Instant
  to: Instant
}) => [
  ...backwards(who),
  ...(kind !== 'remove' && !who.in ? [{ field: 'in', code: 'missing' }] : []),
  ...(kind !== 'add' && !who.out ? [{ field: 'out', code: 'missing' }] : []),
  ...(kind === 'replace' && who.in && who.in === who.out ? [{ field: 'in', code: 'same-person' }] : []),
]

const seat = {
  seat: ref,
  kind: text(30),
  name: v.optional(text(40)),
  unit: v.optional(ref),
  minimum: v.optional(whole(0, 50), 1),
  languages: v.optional(list(language, 2), []),
  subjects: v.optional(list(v.picklist(subjects, 'not-an-option'), subjects.length), []),
  hours: v.optional(
    v.object({ from: time, to: closing, every: v.optional(v.picklist(repeats, 'not-an-option')) }, 'wrong-type'),
  ),
  shared: v.optional(flag),
  head: v.optional(ref),
}
const layer = {
  seat: ref,
  /** Names a layer that is changed or, without people, would be emptied. */
  layer: v.optional(ref),
  people: v.pipe(list(ref, 400), v.minLength(1, 'missing')),
  every: v.picklist(repeats, 'not-an-option'),
  handover: time,
  anchor: day,
  from: v.optional(time),
  to: v.optional(closing),
  priority: v.optional(v.pipe(v.number('wrong-type'), v.finite('wrong-type')), 1),
}

export const rotaActions = {
  'rota.whoIsOn': {
    ...query<{ items: WhoIsOn[] }>()('Who stands in a seat at an instant', { seat: ref, at: v.optional(moment) }),
    also: ({ at }: { at?: Instant }, now: Instant) =>
      at && Math.abs(daysBetween(now.slice(0, 10), at.slice(0, 10))) > 366 ? [{ field: 'at', code: 'too-far' }] : [],
  },
  'rota.seats': query<{ items: SeatView[] }>()('Every seat, its needs and its layers', {}),
  /** Exactly one of the two is named. */
  'rota.shifts': {
    ...query<ShiftView[]>()("A seat's shifts, or a person's, with what answers in a gap", {
      seat: v.optional(ref),
      person: v.optional(ref),
      ...span,
    }),
    also: ({ seat, person, ...span }: { seat?: string; person?: string; from: Instant; to: Instant }) => [
      ...(seat || person ? [] : [{ field: 'seat', code: 'missing' }]),
      ...(seat && person ? [{ field: 'person', code: 'not-an-option' }] : []),
      ...most(100)(span),
    ],
  },
  'rota.board': {
    ...query<RotaBoard>()('All seats over some days, with gaps, swaps, absences and what would stop publishing', span),
    also: most(45),
  },
  'rota.saveSeat': command<{ seat: string }>()('A seat: new, or changed', seat),
  'rota.saveLayer': {
    ...command<{ layer: string }>()('A repeating layer of a seat: new, or changed', layer),
    also: ({ from, to }: { from?: string; to?: string }) =>
      from !== undefined && from === to ? [{ field: 'to', code: 'ends-before-it-starts' }] : [],
  },
  'rota.removeLayer': command<{ layer: string }>()('A layer no longer counts', { layer: ref, why }),
  'rota.saveFestival': {
    ...command<{ festival: string }>()('Who stands by name while a festival lasts', {
      seat: ref,
      ...span,
      shifts: v.pipe(list(v.object({ person: ref, ...span }, 'wrong-type'), 400), v.minLength(1, 'missing')),
    }),
    also: ({ shifts, ...span }: { shifts: { from: Instant; to: Instant }[]; from: Instant; to: Instant }) => [
      ...backwards(span),
      ...shifts.flatMap((shift, n) => [
        ...backwards(shift, `shifts.${n}.`),
        ...(shift.from < span.from || shift.to > span.to ? [{ field: `shifts.${n}.from`, code: 'outside' }] : []),
      ]),
    ],
  },
  'rota.override': {
    ...command<OverrideView>()('Replace, add or remove a person for a while', { ...change, why }),
    also: named,
  },
  'rota.cancelOverride': command<OverrideView>()('An override no longer counts; what it hid stands again', {
    override: ref,
    why,
  }),
  'rota.preview': { ...query<Preview>()('What an override would change, before it is saved', change), also: named },
  'rota.leave': {
    ...command<{ id: string; leave: string; swaps: SwapView[] }>()(
      'I am away these days; a cover is asked and may say no',
      {
        ...span,
        why: v.optional(why),
        cover: v.optional(ref),
        /** The centre writes it down for somebody who rang. */
        person: v.optional(ref),
      },
    ),
    also: (input: { from: Instant; to: Instant }, now: Instant) => [
      ...most(366)(input),
      ...(input.to <= now ? [{ field: 'to', code: 'in-the-past' }] : []),
    ],
  },
  'rota.leaveBack': command<{ leave: string }>()('A leave is taken back; whoever was to cover it needn’t', {
    leave: ref,
  }),
  'rota.away': {
    ...repeatable<{ until?: Instant }>()('In court or with a client until then; without an hour: I am back', {
      until: v.optional(moment),
      why: v.optional(text(100)),
    }),
    also: ({ until }: { until?: Instant }, now: Instant) =>
      until && until <= now ? [{ field: 'until', code: 'in-the-past' }] : [],
  },
  'rota.swapAsk': {
    ...command<SwapView>()('Would you take my shift', {
      seat: ref,
      ...span,
      with: ref,
      return: v.optional(v.object(span, 'wrong-type')),
    }),
    also: ({ return: back, ...span }: { from: Instant; to: Instant; return?: { from: Instant; to: Instant } }) => [
      ...backwards(span),
      ...(back ? backwards(back, 'return.') : []),
    ],
  },
  'rota.swapAnswer': command<SwapView>()('Yes or no to a swap that I was asked for', { id: ref, yes: flag }),
  'rota.mine': {
    ...query<{
      shifts: (ShiftView & { seat: string; seatText: string })[]
      swaps: SwapView[]
      awayUntil?: Instant
      handOvers: HandOverView[]
      /** My leave in the span, and the days I would rather stand or not. */
      leaves?: { leave: string; from: Instant; to: Instant; why?: string }[]
      wishes?: { day: Day; rather: boolean; note?: string }[]
    }>()('My shifts, the swaps that concern me, and the notes left for me', span),
    also: most(62),
  },
  'rota.takeOver': command<OverrideView>()('I take this seat now, until its shift ends', {
    /** Which, unless it is plain: the only seat that I could stand in and don't. */
    seat: v.optional(ref),
    /** Whom, where several stand there. */
    out: v.optional(ref),
    why: v.optional(text(200)),
  }),
  'rota.handOver': command<HandOverView>()('What whoever comes next must know', {
    seat: v.optional(ref),
    note: text(1000),
  }),
  'rota.handOverSeen': repeatable<{ items: HandOverView[] }>()('I have read the notes and have the seat', {
    handOver: v.optional(ref),
  }),
  'rota.publish': {
    ...command<Published>()('These days are fixed, and everybody in them is told', {
      from: day,
      to: day,
      force: v.optional(text(500)),
      draft: v.optional(ref),
    }),
    also: ({ from, to }: { from: Day; to: Day }) => (to < from ? [{ field: 'to', code: 'ends-before-it-starts' }] : []),
  },
  'rota.publications': query<{ items: Published[] }>()('What was published, and what was forced and why', {}),
  'rota.fairness': { ...query<Fairness>()('The ledger: who stood how long, weighted', span), also: most(190) },
  'rota.draft': command<Draft>()(
    'A month drafted by the rules, the fairness and the wishes; nothing counts until it is published',
    {
      month,
      seats: v.optional(v.pipe(list(ref, 100), v.minLength(1, 'missing'))),
    },
  ),
  'rota.draftGet': query<Draft>()('A draft as it stands', { draft: ref }),
  'rota.draftChange': {
    ...command<Draft>()('Somebody else in one shift of a draft', {
      draft: ref,
      seat: ref,
      ...span,
      out: v.optional(ref),
      in: v.optional(ref),
    }),
    also: backwards,
  },
  'rota.wish': command<{ wish: string }>()('A day I would rather stand, or not', {
    day,
    rather: flag,
    note: v.optional(text(100)),
  }),
  'rota.rehearse': query<Rehearsal>()('How the last 90 days of questions would have gone with this draft', {
    draft: ref,
  }),
  'rota.calendarLink': repeatable<CalendarLink>()('The address of my own calendar; made new, the old one ends', {
    renew: v.optional(flag),
  }),
} as const
