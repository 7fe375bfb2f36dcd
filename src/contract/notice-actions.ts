import * as v from 'valibot'
import { command, page, query, repeatable } from './define'
import { flag, list, matterId, oneOf, text } from './fields'
import type { CallRow, NoticeRow, ToldRow } from './notice-views'
import type { Reached } from './views'

type Rows<T> = { items: T[]; next?: string }
const call = text(400)

/** Being told: what I was told and by which way, and who is to be rung because nothing else reached her. */
export const noticeActions = {
  'notice.list': query<Rows<NoticeRow>>()('What I was told, newest first', page),
  'notice.seen': repeatable<{ seen: number }>()('I have read these', { ids: list(text(200), 50) }),
  'notice.templates': query<{ items: { template: string; id: string }[] }>()(
    'Which letters WeChat may bring me besides: three at most, none where the county has none',
    { about: v.optional(oneOf('question', 'aid', 'visit', 'grievance')) },
  ),
  'notice.agree': repeatable<{ kept: boolean }>()('I have just said yes to WeChat for these letters, by their ids', {
    accepted: v.optional(list(text(100), 3)),
  }),
  'notice.of': query<{ items: ToldRow[] }>()(
    'What was told of this matter to her, her helper and her kin, newest first',
    {
      id: matterId,
      code: v.optional(text(40)),
    },
  ),
  'notice.calls': query<Rows<CallRow>>()('Who is to be rung by my desk because nothing else reached her', page),
  'notice.ring': command<Reached>()('Show the number to whoever rings now; it is kept who asked for it', { id: call }),
  'notice.rung': command<{ done: boolean; tries: number }>()(
    'I rang: it is done when she was spoken with, and else stays on the list',
    { id: call, reached: flag, note: v.optional(text(500)) },
  ),
}
