import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '@/contract/check'
import type { Instant } from '@/domain/time'
import { doorProblem, doorSentence } from '@/words/door'
import { problemText } from '@/words/problems'
import { sentence } from '@/words/refusals'
import { type Answer, statusOf } from '../handle'

export const ok = (now: Instant, value: unknown): Answer => ({ status: 200, reply: { ok: true, value, now } })

export const invalid = (now: Instant, ...problems: Problem[]): Answer => ({
  status: 400,
  reply: {
    ok: false,
    now,
    invalid: problems.map((problem) => ({ ...problem, message: doorProblem(problem.code) ?? problemText(problem) })),
  },
})

export const refused = (now: Instant, code: string, status = statusOf(code)): Answer => ({
  status,
  reply: { ok: false, now, refused: code, message: doorSentence(code) ?? sentence(code) },
})

export const fault = (now: Instant, trace: string): Answer => ({ status: 500, reply: { ok: false, now, fault: trace } })

/** What a person is told must never come out of a cache: not hers to somebody else, not yesterday's. */
export function send(c: Context, { status, reply }: Answer): Response {
  const body = JSON.stringify(reply)
  return c.body(body, status as ContentfulStatusCode, {
    'Content-Type': 'application/json; charset=utf-8',
    // Told, so that small replies are not compressed in vain.
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
  })
}
