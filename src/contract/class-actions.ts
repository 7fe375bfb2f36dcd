import * as v from 'valibot'
import { classKinds, festivalRules, monthWeeks, type Occurrence } from '@/domain/classes'
import { daysBetween } from '@/domain/time'
import type { Problem } from './check'
import { type ClassQuestion, type ClassRow, type ClassView, questionMarks } from './class-views'
import { command, query, repeatable } from './define'
import { day, flag, oneOf, ref, text } from './fields'
import type { CalendarFile } from './visit-views'

/** Law classes on the wire: the programme, reminders, what is asked beforehand. */

const time = v.pipe(v.string('wrong-type'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-time'))
const minutes = v.pipe(
  v.number('wrong-type'),
  v.integer('wrong-type'),
  v.minValue(5, 'too-small'),
  v.maxValue(480, 'too-many'),
)
const link = v.pipe(
  text(300),
  v.check((t) => isHttps(t), 'bad-link'),
)
const rhythm = v.variant(
  'every',
  [
    v.object({ every: oneOf('once', 'week', 'fortnight') }, 'wrong-type'),
    v.object({ every: oneOf('month'), week: v.picklist(monthWeeks, 'not-an-option') }, 'wrong-type'),
  ],
  'not-an-option',
)
const plan = {
  rhythm,
  first: day,
  last: v.optional(day),
  start: time,
  minutes,
  festival: v.picklist(festivalRules, 'not-an-option'),
}
const version = v.optional(v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(1, 'wrong-type')))
const where = v.object(
  { place: v.optional(text(100)), link: v.optional(link), channels: v.optional(text(60)) },
  'wrong-type',
)
const one = { id: ref, date: day }

const LONGEST_LIST_DAYS = 100

const backwards = ({ first, last }: { first: string; last?: string }): Problem[] =>
  last !== undefined && last < first ? [{ field: 'last', code: 'ends-before-it-begins' }] : []

/** Somewhere a phone can open; never a script or a file. */
function isHttps(text: string): boolean {
  try {
    return new URL(text).protocol === 'https:'
  } catch {
    return false
  }
}

export const classActions = {
  'class.list': {
    ...query<{ items: ClassRow[] }>()('The programme of law classes between two days, `to` excluded', {
      from: day,
      to: day,
    }),
    also: ({ from, to }: { from: string; to: string }): Problem[] =>
      from >= to
        ? [{ field: 'to', code: 'ends-before-it-begins' }]
        : daysBetween(from, to) > LONGEST_LIST_DAYS
          ? [{ field: 'to', code: 'too-far' }]
          : [],
  },
  'class.get': query<ClassView>()('One series, and one of its days: the next one where none is named', {
    id: ref,
    date: v.optional(day),
  }),
  'class.dates': {
    ...query<{ items: Occurrence[] }>()('The next six days that a plan would give, before it is saved', plan),
    also: backwards,
  },
  'class.calendar': query<CalendarFile>()('One day as a calendar file', one),
  'class.save': command<ClassView>()(
    'A series, new or changed; a town only its own',
    {
      id: v.optional(ref),
      version,
      kind: v.picklist(classKinds, 'not-an-option'),
      title: text(60),
      about: v.optional(text(500)),
      host: text(60),
      audience: v.optional(text(100)),
      where,
      ...plan,
      /** No longer held from now on; what was stays in the programme. */
      ended: v.optional(flag),
    },
    (input) => {
      const { place, link, channels } = input.where
      return [...backwards(input), ...(place || link || channels ? [] : [{ field: 'where.place', code: 'missing' }])]
    },
  ),
  'class.change': command<ClassView>()(
    'One day is held at another time, isn’t held, or is held as planned after all; whoever wanted a reminder is told',
    {
      ...one,
      kind: oneOf('moved', 'cancelled', 'as-planned'),
      day: v.optional(day),
      start: v.optional(time),
      why: v.optional(text(200)),
    },
    ({ kind, day, start, why }) => [
      ...(kind === 'moved' && !day ? [{ field: 'day', code: 'missing' }] : []),
      ...(kind === 'moved' && !start ? [{ field: 'start', code: 'missing' }] : []),
      ...(kind !== 'as-planned' && !why ? [{ field: 'why', code: 'missing' }] : []),
    ],
  ),
  'class.remind': repeatable<{ on: boolean }>()('Remind me of this one the evening before, or no longer', {
    ...one,
    on: flag,
  }),
  'class.ask': command<{ kept: true }>()('A question for the host, asked beforehand; by name only if `named`', {
    ...one,
    text: text(300, 4),
    named: v.optional(flag),
  }),
  'class.questions': query<{ items: ClassQuestion[]; next?: string }>()('What was asked beforehand', {
    ...one,
    after: v.optional(text(400)),
  }),
  'class.mark': command<ClassQuestion>()('A question is answered, is one with another, or is open again', {
    ...one,
    question: ref,
    mark: v.picklist(questionMarks, 'not-an-option'),
  }),
}
