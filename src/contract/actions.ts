import * as v from 'valibot'
import type { Instant } from '@/domain/time'
import { aidActions } from './aid-actions'
import { aidGroupActions } from './aid-group-actions'
import { classActions } from './class-actions'
import { command, onMatter, page, query, repeatable } from './define'
import { flag, matterId, oneOf, ref, text } from './fields'
import { figureActions } from './figure-actions'
import { FILE_BYTES } from './file-bytes'
import { grievanceActions } from './grievance-actions'
import { languageActions } from './language-actions'
import { ledgerActions } from './ledger-actions'
import { noticeActions } from './notice-actions'
import { privacyActions } from './privacy-actions'
import { questionActions } from './question-actions'
import { rotaActions } from './rota-actions'
import type { Circle, Colleague, MatterRow, MatterView, Me, Reached, TrackView, UnitRow } from './views'
import { visitActions } from './visit-actions'

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
  'rectify',
  'rulings',
  'objections',
  'upper',
  'supervisor',
] as const

type Rows<T> = { items: T[]; next?: string }

const bytes = v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(0, 'wrong-type'))

/** Every question the product may be asked. */
export const actions = {
  'session.me': query<Me>()('Who am I, in which roles, and how many notices are unread', {}),
  'session.actAs': repeatable<Me>()('Act in another of my roles', { role: text(20), unit: v.optional(ref) }),
  'session.bind': command<Me>()('Bind my WeChat account to the member of staff whom this invite code is for', {
    invite: text(40),
  }),
  'unit.list': query<Rows<UnitRow>>()('Towns, or the villages of one town, or departments and organisations', {
    kind: v.optional(oneOf('banner', 'town', 'village', 'community', 'department', 'organisation', 'station')),
    parent: v.optional(ref),
    ...page,
  }),
  'circle.show': query<Circle>()('Who is on duty for a village now, and its towns and numbers', { village: ref }),
  'file.begin': {
    ...command<{ fileId: string; path: string }>()(
      'I am about to send a file straight to storage: its id, and where it goes',
      { name: text(200), size: v.optional(bytes) },
    ),
    also: ({ size = 1 }: { size?: number }) =>
      size === 0 ? [{ field: 'size', code: 'empty' }] : size > FILE_BYTES ? [{ field: 'size', code: 'too-large' }] : [],
  },
  'file.arrived': repeatable<{ state: string }>()('The file is sent; it is looked at before anybody sees it', {
    fileId: text(200),
  }),
  // `id` and `code`: whoever stands in a matter by its query code opens what she may see there.
  'file.link': query<{ url: string; expiresAt: Instant; type: string }>()(
    'An address that shows a file for five minutes, and its content type',
    { fileId: text(200), id: v.optional(matterId), code: v.optional(text(40)) },
  ),
  'matter.get': query<MatterView>()('One matter, whole, as far as I may see it', {
    id: matterId,
    /** A supervisor's reason for opening what the law only keeps. */
    why: v.optional(text(200)),
    code: v.optional(text(40)),
  }),
  'matter.list': query<Rows<MatterRow>>()('My matters', { open: v.optional(flag), kind: v.optional(kinds), ...page }),
  'matter.track': query<TrackView>()('A matter by its query code, without an account', { code: text(40) }),
  'matter.callLog': command<Reached>()(
    "Show the applicant's number to whoever rings now; the history says who asked for it",
    {
      id: matterId,
    },
  ),
  'matter.note': onMatter('What was said on the telephone, or seen: kept in the history, pauses nothing', {
    text: text(500),
  }),
  'matter.transcribe': onMatter('What is said in her recording, written down; once more, to put it right', {
    text: text(1000),
  }),
  'matter.consentChecked': onMatter(
    'Somebody else entered it: she was asked herself, and said yes, or that it isn’t hers',
    { reached: flag, agrees: v.optional(flag), note: v.optional(text(500)) },
    ({ reached, agrees }) => (reached && agrees === undefined ? [{ field: 'agrees', code: 'missing' }] : []),
  ),
  'matter.reassign': onMatter('Somebody else of the centre answers for it from now on', { to: ref, why: text(500) }),
  'matter.colleagues': query<Rows<Colleague>>()('Who of the centre could take this over', { id: matterId }),
  'slip.print': command<{ village: { code: string; text: string }; codes: string[] }>()(
    'Blank slips for a village, each with a query code that is bound when it is registered',
    {
      village: ref,
      count: v.optional(
        v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(1, 'too-small'), v.maxValue(20, 'too-many')),
        10,
      ),
    },
  ),
  'desk.list': query<Rows<MatterRow>>()('What lies on a desk', {
    desk: v.picklist(desks, 'not-an-option'),
    /** Of a village, town or department: what I forwarded, or what my unit has. */
    of: v.optional(oneOf('mine', 'unit')),
    kind: v.optional(kinds),
    stage: v.optional(text(30)),
    sort: v.optional(oneOf('due', 'new')),
    open: v.optional(flag),
    text: v.optional(text(40)),
    ...page,
  }),
  ...aidActions,
  ...aidGroupActions,
  ...ledgerActions,
  ...questionActions,
  ...rotaActions,
  ...figureActions,
  ...grievanceActions,
  ...languageActions,
  ...privacyActions,
  ...noticeActions,
  ...visitActions,
  ...classActions,
} as const

export type Actions = typeof actions
export type ActionName = keyof Actions
export type Input<A extends ActionName> = v.InferInput<Actions[A]['input']>
export type Parsed<A extends ActionName> = v.InferOutput<Actions[A]['input']>
export type Output<A extends ActionName> = NonNullable<Actions[A]['output']>

export const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name)
