import { randomUUID } from 'node:crypto'

/** One call of a function: its name in the log, and how long the platform lets it run. */
export type Call = { trace: string; limitMs: number; ms: () => number }

// What cloudbaserc.json gives the shorter-lived of the two, for a context that doesn't say.
const LIMIT_MS = 20_000

/** The platform's own request id names the call, so that our line and the platform's are found together. */
export function callOf(context: unknown): Call {
  const { request_id, time_limit_in_ms } = Object(context) as { request_id?: unknown; time_limit_in_ms?: unknown }
  const began = performance.now()
  return {
    trace: typeof request_id === 'string' && /^[\w-]{8,64}$/.test(request_id) ? request_id : randomUUID(),
    limitMs: typeof time_limit_in_ms === 'number' && time_limit_in_ms > 0 ? time_limit_in_ms : LIMIT_MS,
    ms: () => Math.round(performance.now() - began),
  }
}

/** What comes of it, or `late` where that takes longer than so many ms; the work itself goes on. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(() => done('late'), Math.max(ms, 0))
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
