import * as v from 'valibot'
import { identityNumberProblem, isCreditCode, isPhone } from '@/domain/identity-number'
import { instantFrom, isDay } from '@/domain/time'

/** The small schemas the actions are made of. A schema's message is the problem's code; words/ has its sentence. */

// Control characters, lone surrogates and direction overrides have no place in a sentence a person wrote.
const HOSTILE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u

export const text = (max: number, min = 1) =>
  v.pipe(
    v.string('wrong-type'),
    v.trim(),
    v.minLength(min, min <= 1 ? 'missing' : 'too-short'),
    v.maxLength(max, 'too-long'),
    v.check((t) => !HOSTILE.test(t), 'bad-characters'),
  )

export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  v.picklist(values, 'not-an-option')

export const flag = v.boolean('wrong-type')

/** Client-made ULID or UUID; together with the person it names the command. */
export const requestId = v.pipe(v.string('wrong-type'), v.regex(/^[\w.:-]{4,80}$/, 'bad-request-id'))

/** Whatever it says: an id that names nothing is not found, it isn't a mistake in a form. */
export const matterId = text(200)

/** A person's id, a unit's code, a seat's id. An account's person is a hash in base64url: it may begin with - or _. */
export const ref = v.pipe(v.string('wrong-type'), v.regex(/^[\p{L}\p{N}_-][\p{L}\p{N}:_.-]{0,79}$/u, 'bad-id'))

export const fileId = v.pipe(v.string('wrong-type'), v.regex(/^f_[0-9A-Za-z_-]{16,40}$/, 'bad-id'))

export const phone = v.pipe(
  v.string('wrong-type'),
  v.transform((t) => t.replace(/[\s-]/g, '')),
  v.check(isPhone, 'bad-phone'),
)

export const idNumber = v.pipe(
  v.string('wrong-type'),
  v.transform((t) => t.replace(/\s/g, '').toUpperCase()),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? identityNumberProblem(dataset.value) : undefined
    if (problem) addIssue({ message: problem })
  }),
)

export const creditCode = v.pipe(
  v.string('wrong-type'),
  v.transform((t) => t.replace(/\s/g, '').toUpperCase()),
  v.check(isCreditCode, 'bad-credit-code'),
)

export const day = v.pipe(v.string('wrong-type'), v.check(isDay, 'bad-day'))

/** Any ISO instant with an offset; leaves as the product's one form. */
export const instant = v.pipe(
  v.string('wrong-type'),
  v.check((t) => instantFrom(t) !== undefined, 'bad-instant'),
  v.transform((t) => instantFrom(t) as string),
)

/** 「2026-10」 */
export const month = v.pipe(v.string('wrong-type'), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'bad-month'))

export const list = <S extends v.GenericSchema>(item: S, max: number) =>
  v.pipe(v.array(item, 'wrong-type'), v.maxLength(max, 'too-many'))

export const topics = [
  'land',
  'pasture',
  'wages',
  'work-injury',
  'marriage',
  'violence',
  'support',
  'inheritance',
  'debt',
  'traffic',
  'consumer',
  'criminal',
  'administrative',
  'road',
  'water',
  'power',
  'sanitation',
  'subsidy',
  'village-cadre',
  'other',
] as const
export const topic = v.picklist(topics, 'not-an-option')

export const language = oneOf('zh', 'mn')

export const applicant = v.object(
  {
    name: text(50),
    phone: v.optional(phone),
    idNumber: v.optional(idNumber),
    birth: v.optional(day),
    language: v.optional(language),
    groups: v.optional(list(text(40), 10)),
  },
  'wrong-type',
)

export const party = v.object(
  {
    role: oneOf('opponent', 'co-party', 'third'),
    name: text(80),
    idNumber: v.optional(idNumber),
    creditCode: v.optional(creditCode),
    phone: v.optional(phone),
  },
  'wrong-type',
)

/** Who is told what happens. */
export const tell = v.pipe(list(oneOf('person', 'helper', 'kin'), 3), v.minLength(1, 'missing'))
export const kin = v.object({ name: text(50), phone }, 'wrong-type')

export const forwarded = v.object(
  {
    consent: v.object(
      {
        kind: oneOf('voice', 'signature', 'witness'),
        fileId: v.optional(fileId),
        name: v.optional(text(50)),
        /** It was read aloud to somebody who can't read. */
        readAloud: v.optional(flag),
      },
      'wrong-type',
    ),
    tell,
    kin: v.optional(kin),
    takenAt: v.optional(instant),
    /** Asked of whoever enters it: 「对方是您的亲属吗」. */
    opponentIsKin: v.optional(flag),
  },
  'wrong-type',
)

/** Five levels, 1 the worst; 1 and 2 are bad. */
export const stars = v.pipe(
  v.number('wrong-type'),
  v.integer('wrong-type'),
  v.minValue(1, 'not-an-option'),
  v.maxValue(5, 'not-an-option'),
)
