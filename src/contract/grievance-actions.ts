import * as v from 'valibot'
import type { Role } from '@/domain/decider'
import {
  anonymities,
  declineReasons,
  grievanceTypes,
  handlings,
  resultTypes,
  rulings,
  suspensionGrounds,
} from '@/domain/grievance-types'
import { rungs } from '@/domain/ladder-types'
import { after, DAY, type Instant } from '@/domain/time'
import { CLERKS, HELPERS } from './aid-actions'
import { command, onMatter, page, query } from './define'
import {
  applicant,
  day,
  fileId,
  flag,
  forwarded,
  instant,
  kin,
  language,
  list,
  matterId,
  month,
  oneOf,
  ref,
  stars,
  tell,
  text,
  topic,
} from './fields'
import { forwardedProblems } from './forwarding'
import { consents } from './privacy-actions'
import type {
  Bulletin,
  Catalogue,
  Cluster,
  DispatchAdvice,
  GamingRow,
  Knowledge,
  KnowledgeRow,
  MatterRow,
  MatterView,
  PaperView,
  SheetFile,
  Similar,
  UnitRow,
} from './views'

/** What a person reports, from the phone to the call-back, on the wire. `code`: the query code, where she has no account. */
const code = v.optional(text(40))
/** The fifteen minutes' clerk registers for whoever rings; the command seat is one of them. */
const REGISTRARS: readonly Role[] = [...CLERKS, 'command']
const photos = v.optional(list(fileId, 9), [])
const words = text(2000)
const why = text(500)
const hour = v.pipe(v.string('wrong-type'), v.regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'bad-time'))
const hours = v.object({ from: hour, to: hour }, 'wrong-type')
const degree = (from: number, to: number) =>
  v.pipe(v.number('wrong-type'), v.minValue(from, 'bad-place'), v.maxValue(to, 'bad-place'))
const mediation = v.object(
  {
    parties: v.pipe(list(text(50), 20), v.minLength(2, 'too-few')),
    mediators: v.pipe(list(text(50), 5), v.minLength(1, 'missing')),
    place: v.optional(text(100)),
    record: text(3000),
    agreement: text(3000),
  },
  'wrong-type',
)
const soon = (field: string, at: Instant | undefined, now: Instant) =>
  at === undefined || at > now ? [] : [{ field, code: 'in-the-past' }]
const LATEST = 366 * DAY
const ahead = (field: string, at: Instant, now: Instant) =>
  at <= now ? [{ field, code: 'in-the-past' }] : at > after(now, LATEST) ? [{ field, code: 'too-far' }] : []

export const grievanceActions = {
  'grievance.similar': query<{ items: Similar[] }>()(
    'What was reported here lately that may be the same thing; never what is against somebody',
    { topic, place: ref, text: v.optional(words), photos },
  ),
  'grievance.submit': {
    ...command<MatterView>()(
      'Report something; it is accepted in fifteen minutes by a person',
      {
        topic,
        place: ref,
        spot: v.optional(text(100)),
        pin: v.optional(v.object({ lng: degree(70, 140), lat: degree(3, 54) }, 'wrong-type')),
        text: v.optional(words),
        voice: v.optional(fileId),
        photos,
        language: v.optional(language),
        anonymity: v.optional(v.picklist(anonymities, 'not-an-option'), 'none'),
        /** The unit it is against, for what must not reach it. */
        against: v.optional(ref),
        follows: v.optional(matterId),
        hours: v.optional(hours),
        reporter: v.optional(v.partial(applicant, ['name'])),
        source: v.optional(oneOf('call', 'group', 'counter', 'paper', 'upper')),
        upperNo: v.optional(text(60)),
        upperDue: v.optional(instant),
        callFrom: v.optional(instant),
        forwarded: v.optional(forwarded),
        tell: v.optional(tell),
        kin: v.optional(kin),
        consents,
      },
      (input, now) => [
        ...(input.text || input.voice ? [] : [{ field: 'text', code: 'missing' }]),
        ...(input.callFrom && input.callFrom > now ? [{ field: 'callFrom', code: 'in-the-future' }] : []),
        ...forwardedProblems(input, now),
        ...(input.source === 'upper' && !input.upperNo ? [{ field: 'upperNo', code: 'missing' }] : []),
        ...(input.source === 'upper' && !input.upperDue ? [{ field: 'upperDue', code: 'missing' }] : []),
        ...soon('upperDue', input.upperDue, now),
      ],
    ),
    needs: (role: Role) => (HELPERS.includes(role) && !REGISTRARS.includes(role) ? ['forwarded'] : []),
  },
  'grievance.accept': onMatter('It is accepted: what it is, and in which class it is handled', {
    type: v.picklist(grievanceTypes, 'not-an-option'),
    handling: v.picklist(handlings, 'not-an-option'),
    item: v.optional(ref),
    publicSafety: v.optional(flag),
  }),
  'grievance.reclassify': onMatter('It is handled in another class; its clock counts from when she sent it', {
    handling: v.picklist(handlings, 'not-an-option'),
    type: v.optional(v.picklist(grievanceTypes, 'not-an-option')),
    why,
  }),
  'grievance.sendBack': onMatter('Something is missing; she is asked for it, once', {
    items: v.pipe(list(text(100), 6), v.minLength(1, 'missing')),
  }),
  'grievance.complete': {
    ...onMatter('What was missing', { text: v.optional(words), photos, code }),
    also: ({ text, photos }: { text?: string; photos: string[] }) =>
      text === undefined && photos.length === 0 ? [{ field: 'text', code: 'missing' }] : [],
  },
  'grievance.decline': onMatter('Not for us, for a listed reason, with the right channel and whom to ask there', {
    reason: v.picklist(declineReasons, 'not-an-option'),
    channel: text(100),
    person: v.optional(text(50)),
    phone: v.optional(text(30)),
  }),
  'grievance.handOver': onMatter('It belongs to the discipline bodies: handed to them, with a record', {
    to: text(100),
    record: text(1000),
  }),
  'grievance.advice': query<DispatchAdvice>()('Which unit the responsibility catalogue names for it, and why', {
    id: matterId,
  }),
  'grievance.dispatch': {
    ...onMatter('One unit has it, others help', {
      main: ref,
      with: v.optional(list(ref, 8), []),
      why,
      /** What the unit is told instead of her words; of 举报 it is told nothing else. */
      brief: v.optional(text(1000)),
    }),
    also: ({ main, with: others }: { main: string; with: string[] }) => [
      ...(others.includes(main) ? [{ field: 'with', code: 'main-too' }] : []),
      ...(new Set(others).size === others.length ? [] : [{ field: 'with', code: 'twice' }]),
    ],
  },
  'grievance.sign': onMatter('We have it', {}),
  'grievance.return': onMatter('It is not ours: the reason, and the basis in our duties', { why, basis: text(500) }),
  'grievance.ruleReturn': {
    ...onMatter('Whose it is', {
      decision: v.picklist(rulings, 'not-an-option'),
      main: v.optional(ref),
      why,
    }),
    also: ({ decision, main }: { decision: string; main?: string }) =>
      decision === 'move' && main === undefined ? [{ field: 'main', code: 'missing' }] : [],
  },
  'grievance.passUp': onMatter('The level above takes it on', { why }),
  'grievance.sendDown': onMatter('A unit below settles it', { unit: ref, why: v.optional(why) }),
  'grievance.extend': {
    ...onMatter('More time, asked once and before it is due; she is told the new date', { until: instant, why }),
    also: ({ until }: { until: Instant }, now: Instant) => ahead('until', until, now),
  },
  'grievance.ruleExtend': onMatter('More time is given, or not', { ok: flag }),
  'grievance.suspend': {
    ...onMatter('Time stands still: for a third party with evidence, or while she owes an answer', {
      ground: v.picklist(suspensionGrounds, 'not-an-option'),
      evidence: photos,
      until: instant,
      note: v.optional(why),
    }),
    also: ({ until }: { until: Instant }, now: Instant) => ahead('until', until, now),
  },
  'grievance.resume': onMatter('Time goes on', {}),
  'grievance.respond': onMatter('The first answer to her; a co-handler answers the main unit', { text: words }),
  'grievance.resolve': onMatter('The result, for somebody else to check', {
    result: v.picklist(resultTypes, 'not-an-option'),
    text: words,
    photos,
    mediation: v.optional(mediation),
    without: v.optional(why),
  }),
  'grievance.check': {
    ...onMatter('Another looks at the result', { ok: flag, why: v.optional(why) }),
    also: ({ ok, why: reason }: { ok: boolean; why?: string }) =>
      ok || reason ? [] : [{ field: 'why', code: 'missing' }],
  },
  'grievance.callBack': {
    ...onMatter('I rang her: whether I reached her, and whether she is satisfied', {
      reached: flag,
      satisfied: v.optional(flag),
      note: text(500),
    }),
    also: ({ reached, satisfied }: { reached: boolean; satisfied?: boolean }) =>
      reached && satisfied === undefined ? [{ field: 'satisfied', code: 'missing' }] : [],
  },
  'grievance.rate': onMatter('How it was: five levels', { stars, text: v.optional(text(500)), code }),
  'grievance.contacted': onMatter('After a bad rating: I spoke with her', { note: text(500) }),
  'grievance.rectified': onMatter('After a bad rating: what was put right', { text: text(1000) }),
  'grievance.object': onMatter('The result is wrong, and why', { why: text(1000), code }),
  'grievance.ruleObjection': onMatter('It is begun again, or stays as it is, with reasons', { reopen: flag, why }),
  'grievance.reopen': onMatter('It is begun again, with its full time', { why }),
  'grievance.follow': onMatter('It is the same thing as another; it keeps its own code and clocks', {
    parent: matterId,
    code,
  }),
  'grievance.unfollow': onMatter('It is another thing after all', { code }),
  'grievance.withdraw': onMatter('It has settled itself', { code }),
  'grievance.upperAnswer': onMatter('What the city’s or region’s line is answered', { text: words }),

  'notice.issue': onMatter('A 催办单 or 督办单 by hand, on a clock of the matter', {
    rung: v.picklist(rungs, 'not-an-option'),
    clock: ref,
    text: text(1000),
    until: v.optional(instant),
  }),
  'notice.sign': onMatter('I sign this paper; a 督办单 sets its new limit', {
    paper: text(300),
    until: v.optional(instant),
    text: v.optional(text(1000)),
  }),
  'notice.receive': onMatter('Our unit has this paper', { paper: text(300) }),
  'notice.reply': onMatter('What our unit answers to this paper', { paper: text(300), text: text(1000) }),
  'notice.cancel': onMatter('This paper is taken back', { paper: text(300), why }),
  'notice.papers': query<{ items: PaperView[]; next?: string }>()('Papers of a state, newest first: mine, or all', {
    state: v.optional(oneOf('draft', 'issued', 'received', 'replied', 'cancelled')),
    ...page,
  }),
  'notice.paper': query<PaperView>()('One paper, as it is printed', { paper: text(300) }),
  'notice.document': query<SheetFile>()('A paper, a mediation agreement or a handing-over record as a document', {
    id: matterId,
    paper: v.optional(text(300)),
    what: v.optional(oneOf('paper', 'agreement', 'mediation-record', 'hand-over')),
  }),

  'catalogue.get': query<Catalogue>()('The responsibility catalogue as it is in force', {}),
  'catalogue.save': command<Catalogue>()('A new version of the responsibility catalogue', {
    was: v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(0, 'wrong-type')),
    why,
    items: list(
      v.object(
        {
          code: ref,
          name: text(60),
          topic,
          unit: ref,
          /** Only in these places; everywhere without. */
          places: v.optional(list(ref, 250), []),
          with: v.optional(list(ref, 8), []),
          handling: v.optional(v.picklist(handlings, 'not-an-option')),
          keywords: v.optional(list(text(30), 30), []),
          basis: v.optional(text(300)),
        },
        'wrong-type',
      ),
      600,
    ),
  }),
  'catalogue.units': query<{ items: UnitRow[] }>()('Units that may have a grievance, by words of their name', {
    text: v.optional(text(40)),
  }),

  'knowledge.search': query<{ items: KnowledgeRow[] }>()('Questions and answers, by words or by pinyin', {
    text: v.optional(text(60)),
    topic: v.optional(topic),
  }),
  'knowledge.get': query<Knowledge>()('One question with its answer', { id: ref }),
  'knowledge.save': command<Knowledge>()('A question with its answer, and when somebody looks at it again', {
    id: v.optional(ref),
    version: v.optional(v.pipe(v.number('wrong-type'), v.integer('wrong-type'))),
    topic,
    question: text(200),
    answer: text(3000),
    keywords: v.optional(list(text(30), 20), []),
    reviewAt: day,
    source: v.optional(text(300)),
    forStaff: v.optional(flag, false),
  }),
  'knowledge.remove': command<{ removed: boolean }>()('It no longer holds', { id: ref, why }),

  'figures.bulletin': query<Bulletin>()(
    'A month by unit: response, resolution, satisfaction, overdue, returns, notices',
    {
      month,
      unit: v.optional(ref),
    },
  ),
  'figures.bulletinMatters': query<{ items: MatterRow[]; next?: string }>()('The matters behind one number', {
    month,
    unit: ref,
    what: text(40),
    ...page,
  }),
  'figures.bulletinSheet': query<SheetFile>()('The month as a spreadsheet', { month }),
  'figures.gaming': query<{ items: GamingRow[] }>()(
    'What looks as if a figure was made to look better, with its events',
    {
      month,
    },
  ),
  'figures.mediationDay': command<{ kept: boolean }>()('A mediation day was held, or will be, in a village', {
    village: ref,
    what: text(40),
    day,
  }),
  'figures.clusters': query<{ items: Cluster[] }>()('Where several of one kind came up in one village in a month', {}),
} as const
