import * as v from 'valibot'
import { DAY, type Instant, msBetween } from '@/domain/time'
import type { Problem } from './check'
import {
  applicant,
  fileId,
  flag,
  forwarded,
  instant,
  list,
  matterId,
  oneOf,
  party,
  ref,
  requestId,
  text,
  topic,
} from './fields'
import type {
  Candidates,
  Circle,
  MatterRow,
  MatterView,
  Me,
  NoticeRow,
  Reached,
  TrackView,
  UnitRow,
  WhoIsOn,
} from './views'

/** One action of the wire. `also` holds the checks that need to know what time it is. */
type Action<Schema extends v.GenericSchema, Output> = {
  input: Schema
  kind: 'command' | 'query'
  summary: string
  also?: (input: v.InferOutput<Schema>, now: Instant) => Problem[]
  /** A type only; nothing exists at run time. */
  output?: Output
}

const query =
  <Output>() =>
  <E extends v.ObjectEntries>(summary: string, entries: E): Action<v.ObjectSchema<E, 'wrong-type'>, Output> => ({
    input: v.object(entries, 'wrong-type'),
    kind: 'query',
    summary,
  })

const repeatable =
  <Output>() =>
  <E extends v.ObjectEntries>(summary: string, entries: E) => ({
    ...query<Output>()(summary, { ...entries, requestId: v.optional(requestId) }),
    kind: 'command' as const,
  })

type Command<E extends v.ObjectEntries> = v.ObjectSchema<E & { requestId: typeof requestId }, 'wrong-type'>
type OnMatter = { id: typeof matterId; version: v.OptionalSchema<typeof version, undefined> }

const version = v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(0, 'wrong-type'))

const command =
  <Output>() =>
  <E extends v.ObjectEntries>(
    summary: string,
    entries: E,
    also?: (input: v.InferOutput<Command<E>>, now: Instant) => Problem[],
  ): Action<Command<E>, Output> => ({
    input: v.object({ ...entries, requestId }, 'wrong-type'),
    kind: 'command',
    summary,
    also,
  })

/** A command on one matter: its id, and the version if the page wants "only if nothing changed". */
const onMatter = <E extends v.ObjectEntries>(summary: string, entries: E): Action<Command<E & OnMatter>, MatterView> =>
  command<MatterView>()(summary, { ...entries, id: matterId, version: v.optional(version) }) as Action<
    Command<E & OnMatter>,
    MatterView
  >

const page = {
  after: v.optional(text(400)),
  limit: v.optional(
    v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(1, 'wrong-type'), v.maxValue(50, 'too-many')),
  ),
}
const kinds = oneOf('question', 'aid', 'visit', 'grievance')
export const desks = [
  'centre',
  'lawyer',
  'organisation',
  'village',
  'town',
  'department',
  'command',
  'callback',
  'supervisor',
] as const

const income = v.union(
  [
    v.pipe(v.number('wrong-type'), v.minValue(0, 'wrong-type'), v.maxValue(10_000_000, 'wrong-type')),
    text(200),
    v.object(
      {
        monthly: v.optional(v.pipe(v.number('wrong-type'), v.minValue(0, 'wrong-type'))),
        people: v.optional(v.pipe(v.number('wrong-type'), v.minValue(1, 'wrong-type'))),
        note: v.optional(text(200)),
      },
      'wrong-type',
    ),
  ],
  'wrong-type',
)

type Rows<T> = { items: T[]; next?: string }

// A rota is published some weeks ahead; a year either way is more than anybody asks.
const ROTA_DAYS = 366

/** Every question the product may be asked. */
export const actions = {
  'session.me': query<Me>()('Who am I, in which roles, and how many notices are unread', {}),
  // Doing these two again changes nothing, so they need no request id.
  'session.actAs': repeatable<Me>()('Act in another of my roles', { role: text(20), unit: v.optional(ref) }),
  'unit.list': query<Rows<UnitRow>>()('Towns, or the villages of one town, or departments and organisations', {
    kind: v.optional(oneOf('banner', 'town', 'village', 'community', 'department', 'organisation', 'station')),
    parent: v.optional(ref),
    ...page,
  }),
  'circle.show': query<Circle>()('Who is on duty for a village now, and its towns and numbers', { village: ref }),
  'rota.whoIsOn': {
    ...query<{ items: WhoIsOn[] }>()('Who stands in a seat at an instant', { seat: ref, at: v.optional(instant) }),
    also: ({ at }: { at?: Instant }, now: Instant) =>
      at && Math.abs(msBetween(now, at)) > ROTA_DAYS * DAY ? [{ field: 'at', code: 'too-far' }] : [],
  },
  'notice.list': query<Rows<NoticeRow>>()('What I was told, newest first', page),
  'notice.seen': repeatable<{ seen: number }>()('I have read these', { ids: list(text(200), 50) }),
  'matter.get': query<MatterView>()('One matter, whole, as far as I may see it', { id: matterId }),
  'matter.list': query<Rows<MatterRow>>()('My matters', { open: v.optional(flag), kind: v.optional(kinds), ...page }),
  'matter.track': query<TrackView>()('A matter by its query code, without an account', { code: text(40) }),
  'matter.callLog': command<Reached>()(
    "Show the applicant's number to whoever rings now; the history says who asked for it",
    {
      id: matterId,
    },
  ),
  'desk.list': query<Rows<MatterRow>>()('What lies on a desk', {
    desk: v.picklist(desks, 'not-an-option'),
    kind: v.optional(kinds),
    stage: v.optional(text(30)),
    sort: v.optional(oneOf('due', 'new')),
    open: v.optional(flag),
    text: v.optional(text(40)),
    ...page,
  }),
  'aid.submit': command<MatterView>()(
    'Apply for legal aid',
    {
      for: oneOf('self', 'ward', 'other'),
      applicant,
      where: v.object({ place: ref, body: v.optional(text(100)) }, 'wrong-type'),
      matter: topic,
      story: text(2000),
      route: oneOf('promise', 'proof'),
      income: v.optional(income),
      groups: v.optional(list(text(40), 10), []),
      parties: v.optional(list(party, 20), []),
      evidence: v.optional(list(fileId, 9), []),
      forwarded: v.optional(forwarded),
      callFrom: v.optional(instant),
    },
    (input, now) => [
      ...notAfter('applicant.birth', input.applicant.birth, now),
      ...bornBy('applicant.idNumber', input.applicant.idNumber, now),
      ...input.parties.flatMap((p, n) => bornBy(`parties.${n}.idNumber`, p.idNumber, now)),
      ...(input.forwarded?.tell.includes('kin') && !input.forwarded.kin
        ? [{ field: 'forwarded.kin', code: 'missing' }]
        : []),
      ...(input.forwarded?.takenAt && input.forwarded.takenAt > now
        ? [{ field: 'forwarded.takenAt', code: 'in-the-future' }]
        : []),
      ...(input.callFrom && input.callFrom > now ? [{ field: 'callFrom', code: 'in-the-future' }] : []),
    ],
  ),
  'aid.candidates': query<Candidates>()('Up to three lawyers with reasons, and who was left out by which rule', {
    id: matterId,
  }),
  'aid.grant': onMatter('Grant and assign in one act', { lawyer: v.optional(ref), why: v.optional(text(500)) }),
  'aid.conflictAnswer': onMatter('The proposed lawyer has seen the names: conflict, or none', {
    conflict: oneOf('yes', 'no'),
    why: v.optional(text(500)),
  }),
  'aid.take': onMatter('The lawyer takes the assignment', {}),
  'aid.contacted': onMatter('The lawyer has spoken with the person', {
    how: oneOf('call', 'visit', 'message'),
    note: v.optional(text(500)),
  }),
  'aid.signed': onMatter('The mandate is signed', {}),
  'aid.report': onMatter('Progress, or "no change"', { text: v.optional(text(1000, 0), ''), change: flag }),
  'aid.close': onMatter('The lawyer closes with what was achieved', {
    result: oneOf('judgment', 'award', 'mediated', 'settled', 'withdrawn', 'advice', 'other'),
    text: text(2000),
    papers: v.optional(list(fileId, 9), []),
  }),
  'aid.reviewClose': onMatter('The centre checks the closing report', { ok: flag, why: v.optional(text(500)) }),
  'aid.withdraw': onMatter('The applicant withdraws', { why: v.optional(text(500, 0), '') }),
} as const

export type Actions = typeof actions
export type ActionName = keyof Actions
export type Input<A extends ActionName> = v.InferInput<Actions[A]['input']>
export type Parsed<A extends ActionName> = v.InferOutput<Actions[A]['input']>
export type Output<A extends ActionName> = NonNullable<Actions[A]['output']>

export const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name)

const today = (now: Instant) => now.slice(0, 10)
const notAfter = (field: string, day: string | undefined, now: Instant): Problem[] =>
  day && day > today(now) ? [{ field, code: 'in-the-future' }] : []
const bornBy = (field: string, id: string | undefined, now: Instant): Problem[] =>
  id && `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` > today(now) ? [{ field, code: 'id-birth' }] : []
