import { randomUUID } from 'node:crypto'
import { type ActionName, actions, isAction } from '@/contract/actions'
import { check, type Problem } from '@/contract/check'
import type { Reply } from '@/contract/views'
import { isRefusal, type Refusal, type Role, refuse } from '@/domain/decider'
import { mayEver, onlyByCode } from '@/domain/permission'
import { problemText } from '@/words/problems'
import { sentence } from '@/words/refusals'
import { bindings } from './actions'
import type { Context } from './actions/binding'
import { callerOf } from './actor'
import { byCode } from './code-holder'
import { logError } from './log'
import { WrittenByNewer } from './migrations'
import { BadCursor } from './plan'
import { type Identity, StoreBusy } from './ports'
import type { World } from './world'

export type Answer = { status: number; reply: Reply<unknown> }
/** `source`: a stable text of where the call came from, for throttles; `trace`: the request's id in the log. */
export type Origin = { source: string; trace: string }

/** check → load → permit → decide → save → tell → view; every way it can end is an answer, never an exception. */
export async function handle(
  world: World,
  action: string,
  input: unknown,
  who: Identity | undefined,
  origin: Origin,
): Promise<Answer> {
  const now = world.clock.now()
  try {
    if (!isAction(action)) return refused(refuse('action.not-found'), now)
    const known = await callerOf(world, who)
    if (!mayEver(action, known.actor.role))
      return refused(refuse(known.person ? 'permission.role' : 'session.missing'), now)
    // Who reported without giving her name stands there by her code alone, though her phone knows her.
    const asHolder = onlyByCode(action) && (!known.person || givesCode(input))
    const caller = asHolder ? await byCode(world, input, origin) : known
    if (isRefusal(caller)) return refused(caller, now)
    const read = checkInput(action, input, now, caller.actor.role)
    if (!read.ok) return invalid(read.problems, now)
    const context: Context = { world, now, ...caller, origin, action }
    const run = bindings[action] as (context: Context, input: unknown) => Promise<unknown>
    const outcome = await run(context, read.value)
    if (isInvalid(outcome)) return invalid(outcome.invalid, now)
    if (isObject(outcome) && isRefusal(outcome)) return refused(outcome, now)
    return { status: 200, reply: { ok: true, value: outcome, now: world.clock.now() } }
  } catch (error) {
    if (error instanceof BadCursor) return invalid([{ field: 'after', code: 'bad-cursor' }], now)
    if (error instanceof StoreBusy || error instanceof WrittenByNewer) {
      // Their messages name collections and codes; an outage must not look like a crowd.
      world.log({ level: 'warn', what: `${action}: ${error.message}`, trace: origin.trace })
      return refused(refuse(error instanceof StoreBusy ? 'matter.busy' : 'version.newer'), now)
    }
    return fault(world, action, origin, error, now)
  }
}

type Needing = { needs?: (role: Role, sent: Record<string, unknown>) => readonly string[] }

function checkInput<A extends ActionName>(action: A, input: unknown, now: string, role: Role) {
  const { input: schema, also } = actions[action]
  const sent = isObject(input) ? (input as Record<string, unknown>) : {}
  const needs = (actions[action] as Needing).needs?.(role, sent) ?? []
  const read = check(schema, input ?? {})
  const owed = needs.filter((field) => sent[field] === undefined)
  const lacking = owed.map((field): Problem => ({ field, code: 'missing' }))
  if (!read.ok || lacking.length > 0) {
    const problems = [...(read.ok ? [] : read.problems), ...lacking]
    return { ok: false as const, problems: lacking.length > 0 ? asInForm(problems, schema) : problems }
  }
  const checked = read
  if (!also) return checked
  const problems = (also as (value: unknown, now: string) => Problem[])(checked.value, now)
  return problems.length > 0 ? { ok: false as const, problems } : checked
}

/** From the top of the form to its end, wherever each was found. */
function asInForm(problems: Problem[], schema: { entries: object }): Problem[] {
  const fields = Object.keys(schema.entries)
  const place = ({ field }: Problem) => fields.indexOf(field.split('.')[0] ?? '')
  return problems.sort((a, b) => place(a) - place(b))
}

const givesCode = (input: unknown): boolean => isObject(input) && 'code' in input && typeof input.code === 'string'
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isInvalid = (value: unknown): value is { invalid: Problem[] } => isObject(value) && 'invalid' in value

export function invalid(problems: Problem[], now: string): Answer {
  const messages = problems.map((problem) => ({ ...problem, message: problemText(problem) }))
  return { status: 400, reply: { ok: false, now, invalid: messages } }
}

export function refused({ refused: code, detail }: Refusal, now: string): Answer {
  const message = sentence(code, detail, now)
  return { status: statusOf(code), reply: { ok: false, now, refused: code, message, ...(detail && { detail }) } }
}

const STATUS: Record<string, number> = {
  'session.missing': 401,
  'session.expired': 401,
  'permission.role': 403,
  'matter.changed': 409,
  'matter.busy': 409,
  'version.newer': 409,
  'request.reused': 409,
  'visit.slot-taken': 409,
  'throttle.wait': 429,
  'throttle.files': 429,
}
export const statusOf = (code: string): number => STATUS[code] ?? (code.endsWith('.not-found') ? 404 : 422)

/** Where it was thrown goes to the log under the trace id; the person gets the id. */
export function fault(world: World, action: string, { trace }: Origin, error: unknown, now: string): Answer {
  const id = trace || randomUUID()
  logError(world.log, action, error, id)
  return { status: 500, reply: { ok: false, now, fault: id } }
}
