import * as v from 'valibot'
import type { Role } from '@/domain/decider'
import { nextSteps, passReasons } from '@/domain/question-types'
import { after, DAY, type Instant } from '@/domain/time'
import { CLERKS, HELPERS } from './aid-actions'
import { command, onMatter, page, query } from './define'
import {
  fileId,
  flag,
  forwarded,
  instant,
  kin,
  language,
  list,
  matterId,
  oneOf,
  phone,
  ref,
  tell,
  text,
  topic,
} from './fields'
import { forwardedProblems } from './forwarding'
import { consents } from './privacy-actions'
import type { MatterView, Message, QuestionCard } from './views'

/** The eight minutes on the wire. `code`: the query code, which stands for an asker who has no account. */
const code = v.optional(text(40))
const spoken = v.optional(list(fileId, 9), [])

export const questionActions = {
  'question.ask': {
    ...command<MatterView>()(
      'Ask a question; somebody named answers within eight minutes',
      {
        village: ref,
        topic,
        text: v.optional(text(1000)),
        voice: v.optional(fileId),
        language,
        name: v.optional(text(50)),
        phone: v.optional(phone),
        callFrom: v.optional(instant),
        source: v.optional(oneOf('call', 'counter', 'group', 'paper')),
        forwarded: v.optional(forwarded),
        tell: v.optional(tell),
        kin: v.optional(kin),
        consents,
      },
      (input, now) => [
        ...(input.callFrom && input.callFrom > now ? [{ field: 'callFrom', code: 'in-the-future' }] : []),
        ...forwardedProblems(input, now),
      ],
    ),
    needs: (role: Role) => (HELPERS.includes(role) && !CLERKS.includes(role) ? ['forwarded'] : []),
  },
  'question.take': onMatter('I take it', {}),
  'question.pass': onMatter('Not me: busy, bound to the other side, or something else', {
    why: v.optional(v.picklist(passReasons, 'not-an-option'), 'busy'),
  }),
  'question.message': {
    ...onMatter('A word in the conversation, or what was recorded or photographed', {
      text: v.optional(text(1000)),
      files: spoken,
      code,
    }),
    also: ({ text, files }: { text?: string; files: string[] }) =>
      text === undefined && files.length === 0 ? [{ field: 'text', code: 'missing' }] : [],
  },
  'question.messages': query<{ items: Message[]; next?: string }>()('The conversation, oldest first', {
    id: matterId,
    code,
    ...page,
  }),
  'question.card': query<QuestionCard>()('What a group may see of a question: no words of hers, no name', {
    id: matterId,
  }),
  'question.answer': onMatter('Answered, with a summary; or carried on as something larger', {
    summary: text(1000),
    next: v.optional(v.picklist(nextSteps, 'not-an-option')),
  }),
  'question.declareHire': onMatter('She wants to hire me for money, and asked for it herself', { note: text(300) }),
  'question.route': {
    ...onMatter('A named person rings back at a time she is shown', { person: ref, callBackAt: instant }),
    also: ({ callBackAt }: { callBackAt: Instant }, now: Instant) => ahead('callBackAt', callBackAt, now),
  },
  'question.ringLater': {
    ...onMatter('I would rather be rung later, at this hour', { at: instant, code }),
    also: ({ at }: { at: Instant }, now: Instant) => ahead('at', at, now),
  },
  'question.calledBack': onMatter('I rang her, and whether I reached her', { reached: flag, note: text(500) }),
  'question.helped': onMatter('Did this help', { yes: flag, text: v.optional(text(500)), code }),
  'question.withdraw': onMatter('It has settled itself', { code }),
} as const

const LATER_BY = 7 * DAY
/** An hour that is still to come, within a week. */
const ahead = (field: string, at: Instant, now: Instant) =>
  at <= now ? [{ field, code: 'in-the-past' }] : at > after(now, LATER_BY) ? [{ field, code: 'too-far' }] : []
