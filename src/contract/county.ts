import * as v from 'valibot'
import { personRoles } from '@/domain/decider'
import { licences, subjects } from '@/domain/lawyer-card'
import { repeats } from '@/domain/rota-layers'
import { day, flag, instant, language, list, oneOf, phone, ref, text } from './fields'
import { mapping, rates } from './ledger-tables'

/** The body of `POST /demo/load`: a whole county as data. Whether what it names is there is asked in county-refs. */

export const unitKinds = ['banner', 'town', 'village', 'community', 'department', 'organisation', 'station'] as const
export type UnitKind = (typeof unitKinds)[number]

export const time = v.pipe(v.string('wrong-type'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-time'))
export const closing = v.pipe(v.string('wrong-type'), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'bad-time'))
export const whole = (min: number, max: number) =>
  v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(min, 'too-small'), v.maxValue(max, 'too-large'))
const refs = (max: number) => v.optional(list(ref, max), [])
const fields = <E extends v.ObjectEntries>(entries: E) => v.object(entries, 'wrong-type')
const degrees = (limit: number) =>
  v.pipe(v.number('wrong-type'), v.minValue(-limit, 'too-small'), v.maxValue(limit, 'too-large'))

const unit = fields({
  code: ref,
  kind: v.picklist(unitKinds, 'not-an-option'),
  name: text(80),
  parents: v.optional(fields({ legal: v.optional(ref), grievance: v.optional(ref) }), {}),
  head: v.optional(ref),
  at: v.optional(fields({ lng: degrees(180), lat: degrees(90), source: text(200) })),
  demo: v.optional(flag),
})

const lawyer = fields({
  licence: v.picklist(licences, 'not-an-option'),
  since: day,
  subjects: list(v.picklist(subjects, 'not-an-option'), subjects.length),
  capacity: whole(0, 500),
  towns: refs(100),
  advises: refs(300),
})

const person = fields({
  id: ref,
  name: text(80),
  phone: v.optional(phone),
  birth: v.optional(day),
  languages: v.optional(list(language, 2), ['zh']),
  roles: v.optional(list(fields({ role: v.picklist(personRoles, 'not-an-option'), unit: v.optional(ref) }), 40), [
    { role: 'resident' },
  ]),
  lawyer: v.optional(lawyer),
  reachable: v.optional(flag, true),
})

const seat = fields({
  id: ref,
  kind: text(30),
  name: v.optional(text(40)),
  unit: v.optional(ref),
  minimum: v.optional(whole(0, 50), 1),
  languages: v.optional(list(language, 2), []),
  subjects: v.optional(list(v.picklist(subjects, 'not-an-option'), subjects.length)),
  hours: v.optional(
    fields({ from: time, to: closing, every: v.optional(v.picklist(repeats, 'not-an-option'), 'day') }),
  ),
  /** Whoever stands here may stand in another shared seat at the same minute. */
  shared: v.optional(flag),
  head: v.optional(ref),
})

const layer = v.pipe(
  fields({
    seat: ref,
    people: v.pipe(list(ref, 400), v.minLength(1, 'missing')),
    every: v.picklist(repeats, 'not-an-option'),
    handover: v.optional(time),
    anchor: day,
    from: v.optional(time),
    to: v.optional(closing),
    priority: v.optional(v.pipe(v.number('wrong-type'), v.finite('wrong-type')), 1),
  }),
  // Whoever names only the hours changes turns where they begin.
  v.transform((given) => ({ ...given, handover: given.handover ?? given.from ?? '08:00' })),
)

const festival = fields({
  seat: ref,
  from: instant,
  to: instant,
  shifts: list(fields({ person: ref, from: instant, to: instant }), 400),
})

const override = fields({
  id: v.optional(ref),
  seat: ref,
  from: instant,
  to: instant,
  kind: oneOf('replace', 'add', 'remove'),
  in: v.optional(ref),
  out: v.optional(ref),
  why: v.optional(text(500, 0), ''),
  approvedAt: v.optional(instant),
})

const minutesAway = v.pipe(v.number('wrong-type'), v.minValue(0, 'too-small'), v.maxValue(24 * 60, 'too-large'))
const travel = fields({ from: ref, to: ref, minutes: minutesAway })

const plan = fields({
  person: ref,
  kind: oneOf('office', 'phone', 'video', 'home'),
  weekdays: list(whole(0, 7), 7),
  from: time,
  to: closing,
  minutes: whole(5, 24 * 60),
  capacity: whole(1, 100),
  /** A unit's code, where he doesn't sit in his own office. */
  place: v.optional(ref),
})

// The eight minutes are law for the product: what a wave waits ends before them.
const seconds = v.optional(whole(0, 480))
const positive = v.optional(v.pipe(v.number('wrong-type'), v.minValue(0, 'too-small')))

/** What today's rules read is checked; values for later services are kept as they came. */
const policy = v.looseObject(
  {
    'aid.cutoff': v.optional(time),
    'aid.retryMinutes': v.optional(whole(1, 24 * 60)),
    'aid.sampleOneIn': v.optional(whole(1, 1000)),
    'aid.regulariseDays': v.optional(whole(1, 90)),
    'aid.number': v.optional(
      v.pipe(
        text(60),
        v.check((pattern) => pattern.includes('{year}') && pattern.includes('{n}'), 'number-pattern'),
      ),
    ),
    'aid.numberMark': v.optional(text(10, 0)),
    'aid.agency': v.optional(text(60, 0)),
    'aid.bureau': v.optional(text(60, 0)),
    'office.from': v.optional(time),
    'office.to': v.optional(closing),
    'conflict.sameOrganisation': v.optional(v.picklist(['exclude', 'allow'], 'not-an-option')),
    'matching.town': positive,
    'matching.subject': positive,
    'matching.language': positive,
    'matching.load': positive,
    'matching.longest': positive,
    'matching.proposals': v.optional(whole(1, 20)),
    'question.nearbyAfter': seconds,
    'question.everybodyAfter': seconds,
    'question.centreAfter': seconds,
    'question.alarmAfter': seconds,
    'question.nearbyCount': v.optional(whole(1, 20)),
    'question.silentMinutes': v.optional(whole(1, 60)),
    'question.callBackMinutes': v.optional(whole(1, 120)),
    'question.callBackWithin': v.optional(whole(1, 24 * 60)),
    'question.closeAfterHours': v.optional(whole(1, 24 * 31)),
    'question.town': positive,
    'question.subject': positive,
    'question.language': positive,
    'question.load': positive,
    'question.longest': positive,
    'consent.askMinutes': v.optional(whole(2, 7 * 24 * 60)),
    'visit.holdMinutes': v.optional(whole(1, 60)),
    'visit.askMinutes': v.optional(whole(1, 24 * 60)),
    'visit.aheadDays': v.optional(whole(1, 366)),
    'visit.soonestMinutes': v.optional(whole(0, 7 * 24 * 60)),
    'visit.remindFirst': v.optional(whole(1, 7 * 24)),
    'visit.remindSecond': v.optional(whole(1, 7 * 24)),
    'visit.unmarkedMinutes': v.optional(whole(1, 7 * 24 * 60)),
    'visit.openMost': v.optional(whole(1, 1000)),
    'visit.sentPerHour': v.optional(whole(1, 100_000)),
    'class.askedPerHour': v.optional(whole(1, 100_000)),
    'visit.homeMinutes': v.optional(whole(5, 24 * 60)),
    'grievance.hopShare': v.optional(whole(1, 100)),
    'grievance.similarDays': v.optional(whole(1, 366)),
    'grievance.similarMost': v.optional(whole(1, 12)),
    'grievance.returns': v.optional(whole(1, 12)),
    'grievance.callBackTries': v.optional(whole(1, 12)),
    'grievance.archiveDays': v.optional(whole(1, 3660)),
    'grievance.confirmDays': v.optional(whole(1, 30)),
    'grievance.rulingFrom': v.optional(time),
    'grievance.rulingTo': v.optional(closing),
    'notice.quietFrom': v.optional(time),
    'notice.quietTo': v.optional(time),
    'grievance.reachableFrom': v.optional(time),
    'grievance.reachableTo': v.optional(closing),
    'grievance.unmovedHours': v.optional(whole(1, 24 * 31)),
    'grievance.unmovedDays': v.optional(whole(1, 31)),
    'grievance.clusterDays': v.optional(whole(1, 366)),
    'grievance.clusterCount': v.optional(whole(2, 1000)),
    'grievance.hideBelow': v.optional(whole(0, 1000)),
    'grievance.sentPerHour': v.optional(whole(1, 100_000)),
    'grievance.comparedPerHour': v.optional(whole(1, 100_000)),
    'gaming.tailPercent': v.optional(whole(1, 100)),
    'gaming.tailCount': v.optional(whole(1, 1000)),
    'rota.restHours': v.optional(whole(0, 24)),
    'rota.nightWeight': positive,
    'rota.weekendWeight': positive,
    'rota.holidayWeight': positive,
    'rota.nightFrom': v.optional(time),
    'rota.nightTo': v.optional(closing),
    'rota.handOverMinutes': v.optional(whole(1, 24 * 60)),
    'rota.publishDays': v.optional(whole(1, 62)),
    'track.wrongPerCaller': v.optional(whole(1, 10_000)),
    'track.wrongTogether': v.optional(whole(1, 1_000_000)),
    'invite.wrongPerCaller': v.optional(whole(1, 10_000)),
    'invite.wrongTogether': v.optional(whole(1, 1_000_000)),
    'signIn.wrongPerCaller': v.optional(whole(1, 10_000)),
    'signIn.wrongTogether': v.optional(whole(1, 1_000_000)),
    // NIST SP 800-63B-4 3.2.2: never more than 100 wrong ones in a row at one account.
    'signIn.wrongPerLogin': v.optional(whole(1, 100)),
    'signIn.wrongAtLogin': v.optional(whole(1, 100)),
    'file.sentPerHour': v.optional(whole(1, 10_000)),
  },
  'wrong-type',
)

export const county = fields({
  units: list(unit, 5000),
  people: list(person, 5000),
  seats: v.optional(list(seat, 300), []),
  layers: v.optional(list(layer, 1000), []),
  festivals: v.optional(list(festival, 200), []),
  overrides: v.optional(list(override, 1000), []),
  travel: v.optional(list(travel, 5000), []),
  plans: v.optional(list(plan, 2000), []),
  /** What it pays for a case; without it no amount is told. */
  allowances: v.optional(rates, []),
  /** In place of the product's own columns for the superior's system. */
  superiorExport: v.optional(mapping),
  policy: v.optional(policy, {}),
})

export type County = v.InferOutput<typeof county>
/** What a county's file looks like before it is read. */
export type CountyInput = v.InferInput<typeof county>
