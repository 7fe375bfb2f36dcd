import { isAction } from '@/contract/actions'
import type { Reply } from '@/contract/views'
import { refuse } from '@/domain/decider'
import { doorProblem } from '@/words/door'
import { type Call, callOf, within } from '../cloudbase/call'
import { callerOf, identityOf } from '../cloudbase/identity'
import { instanceWorld, logLine, notConfigured } from '../cloudbase/world'
import { type Answer, fault, handle, refused } from '../handle'
import { soundOfName } from '../pinyin'
import type { World } from '../world'

type Event = { action?: unknown; input?: unknown }
type Main = (event: Event | null | undefined, context: unknown) => Promise<Reply<unknown>>

const INPUT_BYTES = 100 * 1024
// The platform carries a few megabytes back; a page that needs more than this is a mistake of ours.
const ANSWER_BYTES = 1024 * 1024
// Sooner than the platform stops us, so that the phone hears a sentence instead of a broken call.
const SPARE_MS = 1_500

/** The cloud's door for people: the action from the event, the person from the platform. */
export function serve(world: World | undefined): Main {
  return async (event, context) => {
    const call = callOf(context)
    const { status, reply } = world ? await answered(world, event ?? {}, context, call) : unconfigured()
    const action = isAction(String(event?.action)) ? String(event?.action) : 'unknown'
    const code = reply.ok ? undefined : 'refused' in reply ? reply.refused : 'invalid' in reply ? 'invalid' : 'fault'
    const level = status >= 500 ? 'error' : 'info'
    const log = world?.log ?? logLine
    log({ level, trace: call.trace, action, ms: call.ms(), status, ...(code && { refused: code }) })
    return reply
  }
}

async function answered(world: World, { action, input = {} }: Event, context: unknown, call: Call): Promise<Answer> {
  const now = world.clock.now()
  if (typeof action !== 'string' || !isAction(action)) return refused(refuse('action.not-found'), now)
  const origin = { source: '', trace: call.trace }
  try {
    if (bytesOf(input) > INPUT_BYTES) return tooLarge(now)
    const caller = callerOf(context)
    const source = world.seal.lookup('lookup', `address ${caller.openid ?? caller.address ?? 'unknown'}`)
    const work = handle(world, action, input, identityOf(world.seal, caller), { ...origin, source })
    const answer = await within(call.limitMs - SPARE_MS - call.ms(), work)
    // It may still be stored: the same request sent again is answered with what is there then.
    if (answer === 'late') return refused(refuse('matter.busy'), now)
    if (bytesOf(answer.reply) <= ANSWER_BYTES) return answer
    throw new RangeError('an answer too large to send')
  } catch (error) {
    return fault(world, action, origin, error, now)
  }
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')

function tooLarge(now: string): Answer {
  const problem = { field: '', code: 'body-too-large', message: doorProblem('body-too-large') ?? '' }
  return { status: 413, reply: { ok: false, now, invalid: [problem] } }
}

const unconfigured = (): Answer => ({ status: 503, reply: notConfigured() })

export const main: Main = (event, context) => {
  const world = instanceWorld()
  return serve(world && { ...world, soundOfName })(event, context)
}
