import * as v from 'valibot'
import { consentKinds, consentWays } from '@/domain/consent'
import { dayOf, type Instant } from '@/domain/time'
import { command, page, query, repeatable } from './define'
import { day, flag, language, list, matterId, oneOf, phone, ref, text } from './fields'
import type { AccessRow, ConsentsView, ExportFile, MyProfile, RequestRow, RequestView } from './views'

/** What a person may ask of her own data (个人信息保护法 44–50). `ward`: a child she answers for. */

const ward = v.optional(ref)
/** Given beside the field it is for, with the form that is sent. */
export const consents = v.optional(list(v.picklist(consentKinds, 'not-an-option'), consentKinds.length))

const born = ({ birth }: { birth?: string | undefined }, now: Instant) =>
  birth && birth > dayOf(now) ? [{ field: 'birth', code: 'in-the-future' }] : []

export const privacyActions = {
  'me.profile': query<MyProfile>()('What is stored about me, what for, how long and where it came from', { ward }),
  'me.save': {
    ...repeatable<MyProfile>()('Put my own name, number, birth or language right; an empty text takes it out', {
      name: v.optional(text(50, 0)),
      phone: v.optional(v.union([v.literal(''), phone], 'bad-phone')),
      birth: v.optional(v.union([v.literal(''), day], 'bad-day')),
      language: v.optional(language),
      ward,
    }),
    also: born,
  },
  'me.consents': query<ConsentsView>()('What I agreed to, when and how, and what I took back', { ward }),
  'me.consent': {
    ...repeatable<ConsentsView>()('Agree to one thing, or take it back', {
      what: v.picklist(consentKinds, 'not-an-option'),
      yes: v.optional(flag, true),
      /** The text that was shown; without it the one in force. */
      version: v.optional(text(20)),
      how: v.optional(v.picklist(consentWays, 'not-an-option'), 'page'),
      /** Who says yes for a child under 14. */
      guardian: v.optional(v.object({ name: text(50), relation: text(20) }, 'wrong-type')),
      ward,
    }),
    also: ({ what, yes, guardian, ward: child }: { what: string; yes: boolean; guardian?: object; ward?: string }) =>
      what === 'minor' && yes && !guardian && !child ? [{ field: 'guardian', code: 'missing' }] : [],
  },
  'me.accesses': query<{ items: AccessRow[]; next?: string }>()('Who read what I sent, and who was given my number', {
    ward,
    ...page,
  }),
  'me.export': command<{ items: ExportFile[] }>()('Everything of mine in two files: for a machine, and for reading', {
    ward,
  }),
  'me.erase': command<RequestView>()('Forget me, or one matter of mine; what the law keeps is only kept from then on', {
    /** One matter; without it everything. */
    id: v.optional(matterId),
    what: v.optional(oneOf('everything', 'profile', 'unsent'), 'everything'),
    ward,
  }),
  'me.correct': command<RequestView>()('Something in a matter of mine is wrong: whoever is responsible answers', {
    id: matterId,
    text: text(500),
    ward,
  }),
  'me.requests': query<{ items: RequestView[]; next?: string }>()('What I asked for, and what became of it', {
    ward,
    ...page,
  }),
  'me.close': command<RequestView>()('Close my account; open matters are named first, and go on by their query codes', {
    sure: v.optional(flag, false),
  }),
  'me.guardCode': command<{ code: string; until: Instant }>()('A code by which my guardian finds my account', {}),
  'me.guard': {
    ...command<MyProfile>()('I am the guardian of whoever gave me this code', {
      code: text(40),
      name: text(50),
      relation: text(20),
      birth: day,
    }),
    also: born,
  },
  'request.list': query<{ items: RequestRow[]; next?: string }>()(
    'Requests about personal data that I must answer',
    page,
  ),
  'request.answer': command<RequestRow>()('Answer one, in writing: what was put right, or why not', {
    request: text(200),
    ok: flag,
    text: text(500),
  }),
} as const
