import * as v from 'valibot'
import { aidForms, closeResults } from '@/domain/aid-turn-types'
import { contradictions } from '@/domain/contradictions'
import type { Role } from '@/domain/decider'
import { birthOf } from '@/domain/identity-number'
import { sameAsApplicant } from '@/domain/parties'
import { dayOf, type Instant } from '@/domain/time'
import { aidDocumentActions } from './aid-document-actions'
import { aidTurnActions } from './aid-turn-actions'
import { BATCH_MOST, BATCH_SENT, type BatchDone, type BatchView } from './batch-views'
import type { Problem } from './check'
import { command, onMatter, query } from './define'
import {
  applicant,
  day,
  fileId,
  flag,
  forwarded,
  idNumber,
  instant,
  kin,
  language,
  list,
  matterId,
  oneOf,
  party,
  phone,
  ref,
  stars,
  tell,
  text,
  topic,
} from './fields'
import { forwardedProblems } from './forwarding'
import { consents } from './privacy-actions'
import type { Candidates, MatterView } from './views'

/** Legal aid on the wire: every step from the application to the rating. */

const money = v.pipe(v.number('wrong-type'), v.minValue(0, 'wrong-type'), v.maxValue(10_000_000, 'wrong-type'))
const income = v.union(
  [
    money,
    text(200),
    v.object(
      {
        monthly: v.optional(money),
        people: v.optional(v.pipe(v.number('wrong-type'), v.minValue(1, 'wrong-type'))),
        note: v.optional(text(200)),
      },
      'wrong-type',
    ),
  ],
  'wrong-type',
)
const route = oneOf('promise', 'proof')
const groups = v.optional(list(text(40), 10), [])
const parties = list(party, 20)
/** 「31-5」: an article of 法律援助法, with its item where it has one. */
const article = v.pipe(v.string('wrong-type'), v.trim(), v.regex(/^[1-9]\d?(-[1-9]\d?)?$/, 'not-an-article'))
const why = text(500)
const key = v.pipe(v.string('wrong-type'), v.regex(/^[\p{L}\p{N}_-]{1,40}$/u, 'bad-id'))
const unique = <T>(items: readonly T[], of: (item: T) => string) => new Set(items.map(of)).size === items.length

/** When it ended and when she last claimed, as far as she knows: from these the limitation runs. */
const employment = v.object({ still: v.optional(flag), ended: v.optional(day), claimed: v.optional(day) }, 'wrong-type')

const place = { place: ref, body: v.optional(text(100)), elsewhere: v.optional(text(100)) }

export const aidActions = {
  ...aidTurnActions,
  'aid.submit': {
    ...command<MatterView>()(
      'Apply for legal aid; a clerk may give the least and complete it later',
      {
        for: oneOf('self', 'ward', 'other'),
        applicant,
        where: v.object(place, 'wrong-type'),
        matter: topic,
        /** May be left out by whoever says it instead. */
        story: v.optional(text(2000, 0), ''),
        voice: v.optional(fileId),
        /** Clerks may leave it for later; a person who applies says it herself. */
        route: v.optional(route),
        income: v.optional(income),
        groups,
        parties: v.optional(parties, []),
        evidence: v.optional(list(fileId, 9), []),
        happened: v.optional(day),
        deadline: v.optional(day),
        /** Something has to be held fast by a court now: a person decides on it at once. */
        preservation: v.optional(flag),
        tell: v.optional(tell),
        kin: v.optional(kin),
        forwarded: v.optional(forwarded),
        callFrom: v.optional(instant),
        source: v.optional(oneOf('call', 'counter', 'group', 'paper')),
        /** Somebody in custody asked there; clerks only. */
        custody: v.optional(
          v.object({ askedAt: instant, through: v.optional(oneOf('organ', 'duty-lawyer'), 'organ') }, 'wrong-type'),
        ),
        employment: v.optional(employment),
        /** The code of a blank slip that was handed out before. */
        slip: v.optional(text(40)),
        /** The question that it carries on: what was said there stays there, and each names the other. */
        question: v.optional(matterId),
        consents,
      },
      (input, now) => [
        ...aboutTime(input, now),
        ...sameAsApplicant(input.applicant, input.parties).map(({ party, field }) => ({
          field: `parties.${party}.${field}`,
          code: 'is-the-applicant',
        })),
        ...input.parties.flatMap((p, n) => bornBy(`parties.${n}.idNumber`, p.idNumber, now)),
        ...forwardedProblems(input, now),
        ...(input.tell?.includes('kin') && !input.kin ? [missing('kin')] : []),
        ...(input.story || input.voice ? [] : [missing('story')]),
        ...future('callFrom', input.callFrom, now),
        ...future('custody.askedAt', input.custody?.askedAt, now),
        ...aboutEmployment(input.employment, now),
      ],
    ),
    // How hardship is shown she says herself; a clerk who takes a call asks later. A helper says how she agreed.
    needs: (role: Role, { voice, source }: { voice?: unknown; source?: unknown } = {}) => [
      ...(CLERKS.includes(role) ? [] : ['route']),
      ...(HELPERS.includes(role) || asksConsent(role, source) ? ['forwarded'] : []),
      ...(voice === undefined ? ['story'] : []),
    ],
  },
  'aid.complete': onMatter(
    'What was left for later, or was wrong, is filled in',
    {
      applicant: v.optional(
        v.object(
          {
            name: v.optional(text(50)),
            phone: v.optional(phone),
            idNumber: v.optional(idNumber),
            birth: v.optional(day),
            language: v.optional(language),
          },
          'wrong-type',
        ),
      ),
      body: v.optional(text(100)),
      elsewhere: v.optional(text(100)),
      story: v.optional(text(2000)),
      route: v.optional(route),
      income: v.optional(income),
      groups: v.optional(list(text(40), 10)),
      happened: v.optional(day),
      deadline: v.optional(day),
      preservation: v.optional(flag),
      employment: v.optional(employment),
      evidence: v.optional(list(fileId, 9), []),
    },
    (input, now) => [...aboutTime(input, now), ...aboutEmployment(input.employment, now)],
  ),
  'aid.supplementList': onMatter(
    'All papers that are owed, listed once; a second list needs the reason of a supervisor',
    {
      items: v.pipe(
        list(v.object({ key, text: text(100) }, 'wrong-type'), 20),
        v.minLength(1, 'missing'),
        v.check((items) => unique(items, (item) => item.key), 'duplicate'),
      ),
      why: v.optional(why),
    },
  ),
  'aid.supplement': onMatter(
    'Papers that were owed come in, or the question is cleared up in words',
    {
      items: v.pipe(
        list(
          v.object({ key, fileIds: v.optional(list(fileId, 9), []), text: v.optional(text(1000)) }, 'wrong-type'),
          20,
        ),
        v.minLength(1, 'missing'),
        v.check((items) => unique(items, (item) => item.key), 'duplicate'),
      ),
    },
    ({ items }) =>
      items.flatMap(({ fileIds, text }, n) => (fileIds.length > 0 || text ? [] : [missing(`items.${n}.text`)])),
  ),
  'aid.deemedWithdrawn': onMatter('Papers never came, somebody rang: what was said stands as the reason', {
    call: text(500),
  }),
  'aid.parties': onMatter('Who stands on the other side, told anew', { parties }),
  'aid.candidates': query<Candidates>()('Up to three lawyers with reasons, and who was left out by which rule', {
    id: matterId,
    /** Who may draft or help on duty isn't who may act. */
    form: v.optional(oneOf(...aidForms)),
  }),
  'aid.grant': onMatter('Grant and assign in one act', {
    lawyer: v.optional(ref),
    why: v.optional(why),
    form: v.optional(oneOf(...aidForms)),
    /** She compared the names that are like one on the other side of his: they are two. */
    notSame: v.optional(flag),
  }),
  'aid.refuse': onMatter('Refuse, with article and reasons; another person confirms', { article, why }),
  'aid.confirmRefusal': onMatter('A second person confirms a refusal, or sends it back', {
    ok: v.optional(flag, true),
    why: v.optional(why),
  }),
  'aid.transfer': onMatter('Hand it over to the body it belongs to, with a name and a number', {
    to: v.union(
      [
        text(120),
        v.object({ agency: text(120), person: v.optional(text(50)), phone: v.optional(phone) }, 'wrong-type'),
      ],
      'wrong-type',
    ),
    why,
  }),
  'aid.assign': onMatter('Find a lawyer for what was granted and nobody has', {
    lawyer: v.optional(ref),
    why: v.optional(why),
    notSame: v.optional(flag),
  }),
  'aid.batch': query<BatchView>()(
    'A lawyer for everything that waits for one, proposed at once, and beside it what one by one would give',
    {
      /** Applications that somebody has read and would grant with them. */
      also: v.optional(list(matterId, BATCH_MOST), []),
      /** What several people want of one and the same goes to as few lawyers as it can. */
      together: v.optional(flag, false),
    },
  ),
  'aid.batchAssign': command<BatchDone>()(
    'Each of these to its lawyer, each a step of its own: one that can’t be taken is told and goes on waiting',
    {
      items: v.pipe(
        list(v.object({ id: matterId, lawyer: ref, grant: v.optional(flag, false) }, 'wrong-type'), BATCH_SENT),
        v.minLength(1, 'missing'),
        v.check((items) => unique(items, (item) => item.id), 'duplicate'),
      ),
      /** The reason of the decision, where they are granted with it. */
      why: v.optional(why),
    },
  ),
  'aid.ruleChange': onMatter('The reviewer decides whether the lawyer is replaced', { ok: flag, why }),
  'aid.conflictAnswer': onMatter('The proposed lawyer has seen the names: conflict, or none', {
    conflict: oneOf('yes', 'no'),
    why: v.optional(why),
  }),
  'aid.confirm': onMatter('The organisation confirms the assignment', {}),
  'aid.swapInside': onMatter('The organisation gives it to another of its lawyers', { lawyer: ref, why }),
  'aid.take': onMatter('The lawyer takes the assignment', {}),
  'aid.contacted': onMatter('Somebody has spoken with the person', {
    how: oneOf('call', 'visit', 'message'),
    note: v.optional(why),
  }),
  'aid.signed': onMatter('The mandate is signed', {}),
  'aid.report': onMatter('Progress, or "no change"', { text: v.optional(text(1000, 0), ''), change: flag }),
  'aid.close': onMatter(
    'The lawyer closes with what was achieved, or with what fits the form in which it was granted',
    {
      result: oneOf(...closeResults),
      text: text(2000),
      papers: v.optional(list(fileId, 9), []),
      /** When and where help on duty was given. */
      helpedAt: v.optional(instant),
      helpedWhere: v.optional(text(100)),
    },
    ({ result, papers, helpedAt, helpedWhere }, now) => [
      ...(result === 'drafted' && papers.length === 0 ? [missing('papers')] : []),
      ...(result === 'duty-help' && !helpedAt ? [missing('helpedAt')] : []),
      ...future('helpedAt', helpedAt, now),
      ...(result === 'duty-help' && !helpedWhere ? [missing('helpedWhere')] : []),
    ],
  ),
  'aid.reviewClose': onMatter('The centre checks the closing report', { ok: flag, why: v.optional(why) }),
  'aid.rate': onMatter('The person herself rates it; 1 and 2 are bad', { stars, text: v.optional(text(500)) }),
  'aid.calledBack': onMatter(
    'Somebody of the centre rang a person whose matter was sampled',
    { reached: flag, stars: v.optional(stars), note: v.optional(why) },
    ({ reached, stars }) => (reached && !stars ? [missing('stars')] : []),
  ),
  'aid.rectified': onMatter('What was done about a bad rating', { text: text(1000) }),
  'aid.withdraw': onMatter('The applicant withdraws', { why: v.optional(text(500, 0), '') }),
  ...aidDocumentActions,
} as const

export const HELPERS: readonly Role[] = ['village', 'guide']
export const CLERKS: readonly Role[] = ['centre', 'town', 'department']
/** A station in a department enters it for the person in front of it and shows how she agreed; a call or a paper says it. */
export const asksConsent = (role: Role | undefined, source: unknown): boolean =>
  role === 'department' && (source === undefined || source === 'counter')
const missing = (field: string): Problem => ({ field, code: 'missing' })
const future = (field: string, at: string | undefined, now: Instant): Problem[] =>
  at && at > now ? [{ field, code: 'in-the-future' }] : []

const aboutEmployment = (
  told: { still?: boolean; ended?: string; claimed?: string } | undefined,
  now: Instant,
): Problem[] => [
  ...future('employment.ended', told?.ended, dayOf(now)),
  ...future('employment.claimed', told?.claimed, dayOf(now)),
  ...(told?.still && told.ended ? [{ field: 'employment.ended', code: 'not-an-option' }] : []),
]

type Times = {
  applicant?: { birth?: string | undefined; idNumber?: string | undefined } | undefined
  happened?: string | undefined
  deadline?: string | undefined
}

/** Born before it happened, happened before today, and no deadline before the thing itself. */
function aboutTime({ applicant, happened, deadline }: Times, now: Instant): Problem[] {
  const today = dayOf(now)
  return [
    ...future('happened', happened, today),
    ...future('applicant.birth', applicant?.birth, today),
    ...bornBy('applicant.idNumber', applicant?.idNumber, now),
    ...contradictions({ applicant, happened, deadline }),
  ]
}

const bornBy = (field: string, id: string | undefined, now: Instant): Problem[] =>
  id && birthOf(id) > dayOf(now) ? [{ field, code: 'id-birth' }] : []
