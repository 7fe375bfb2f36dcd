import * as v from 'valibot'
import { firstGrounds, leaveCauses, noticeGrounds, organs } from '@/domain/aid-turn-types'
import { contradictions } from '@/domain/contradictions'
import { birthOf } from '@/domain/identity-number'
import { type Day, dayOf } from '@/domain/time'
import { command, onMatter } from './define'
import { applicant, day, fileId, flag, instant, list, oneOf, ref, text } from './fields'
import type { MatterView } from './views'

/** What turns the course of legal aid, on the wire. */

const why = text(500)
const papers = v.optional(list(fileId, 9), [])
/** 「48-1」: one of the eight. */
const ground48 = v.pipe(v.string('wrong-type'), v.regex(/^48-[1-8]$/, 'not-an-option'))

const bornLater = ({ birth, idNumber }: { birth?: Day | undefined; idNumber?: string | undefined }, today: Day) => [
  ...(birth && birth > today ? [{ field: 'person.birth', code: 'in-the-future' }] : []),
  ...(idNumber && birthOf(idNumber) > today ? [{ field: 'person.idNumber', code: 'id-birth' }] : []),
]

export const aidTurnActions = {
  'aid.criminalNotice': command<MatterView>()(
    'A notice of court, procuratorate or police that somebody must be defended: no means test, three days',
    {
      organ: oneOf(...organs),
      organName: text(100),
      /** Whom it is about. */
      person: applicant,
      ground: oneOf(...noticeGrounds),
      offence: text(200),
      receivedAt: instant,
      where: v.optional(v.object({ place: ref }, 'wrong-type')),
      evidence: papers,
    },
    ({ receivedAt, person }, now) => [
      ...(receivedAt > now ? [{ field: 'receivedAt', code: 'in-the-future' }] : []),
      ...bornLater(person, dayOf(now)),
      ...contradictions({ applicant: person }).map(({ field, code }) => ({
        field: field.replace('applicant', 'person'),
        code,
      })),
    ],
  ),
  'aid.organTold': onMatter('The organ has been told who the lawyer is', { how: text(200) }),
  'aid.provideFirst': onMatter("Provide it before it is examined, since it can't wait (art. 44)", {
    ground: oneOf(...firstGrounds),
    why: v.optional(text(500, 0), ''),
    lawyer: v.optional(ref),
    notSame: v.optional(flag),
  }),
  'aid.regularise': onMatter('The papers of what was provided first are whole', {}),
  'aid.leave': onMatter(
    'The lawyer asks to go, for just cause (art. 46)',
    { cause: oneOf(...leaveCauses), evidence: papers, why: v.optional(why) },
    ({ cause, evidence }) =>
      cause === 'other' && evidence.length === 0 ? [{ field: 'evidence', code: 'missing' }] : [],
  ),
  'aid.changeLawyer': onMatter('She asks for another lawyer (art. 55)', { why: v.optional(why) }),
  'aid.nearAnswer': onMatter('Whether two people of like names are one: then the lawyer goes', { same: flag, why }),
  'aid.suspend': onMatter('The court lets it rest: no report is owed meanwhile', {
    ground: oneOf('court'),
    evidence: v.pipe(list(fileId, 9), v.minLength(1, 'missing')),
    until: v.optional(day),
  }),
  'aid.resume': onMatter('It goes on', {}),
  'aid.ended': onMatter('The day on which the case ended: its file is owed from then', { on: day }, ({ on }, now) =>
    on > dayOf(now) ? [{ field: 'on', code: 'in-the-future' }] : [],
  ),
  'aid.terminate': onMatter('End it on one of the eight grounds (art. 48)', { ground: ground48, why }),
  'aid.terminationTold': onMatter('She has been told that it was terminated', { how: text(200) }),
  'aid.object': onMatter('She objects to a refusal or a termination (art. 49)', { why }),
  'aid.rule': onMatter('A supervisor upholds or corrects what was objected to', {
    decision: oneOf('uphold', 'correct'),
    why,
  }),
  'aid.falsePromise': onMatter('What was promised seems untrue: a supervisor looks at it (art. 64)', { what: why }),
  'aid.ruleFalsePromise': onMatter('Whether it was untrue; it stops nothing', { found: flag, why }),
} as const
