import * as v from 'valibot'
import type { Role } from '@/domain/decider'
import type { Instant } from '@/domain/time'
import type { Problem } from './check'
import { matterId, requestId, text } from './fields'
import type { MatterView } from './views'

/** What the table of actions is made of: queries, commands, and commands on one matter. */

/** One action of the wire. `also` holds the checks that need to know what time it is. */
export type Action<Schema extends v.GenericSchema, Output> = {
  input: Schema
  kind: 'command' | 'query'
  summary: string
  also?: (input: v.InferOutput<Schema>, now: Instant) => Problem[]
  /** What whoever acts in this role, or sends this, may not leave out, though others may. */
  needs?: (role: Role, sent: Record<string, unknown>) => readonly string[]
  /** A type only; nothing exists at run time. */
  output?: Output
}

export const query =
  <Output>() =>
  <E extends v.ObjectEntries>(summary: string, entries: E): Action<v.ObjectSchema<E, 'wrong-type'>, Output> => ({
    input: v.object(entries, 'wrong-type'),
    kind: 'query',
    summary,
  })

/** Doing it again changes nothing, so it needs no request id. */
export const repeatable =
  <Output>() =>
  <E extends v.ObjectEntries>(summary: string, entries: E) => ({
    ...query<Output>()(summary, { ...entries, requestId: v.optional(requestId) }),
    kind: 'command' as const,
  })

type Command<E extends v.ObjectEntries> = v.ObjectSchema<E & { requestId: typeof requestId }, 'wrong-type'>
type OnMatter = { id: typeof matterId; version: v.OptionalSchema<typeof version, undefined> }

const version = v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(0, 'wrong-type'))

export const command =
  <Output>() =>
  <E extends v.ObjectEntries>(
    summary: string,
    entries: E,
    also?: (input: v.InferOutput<Command<E>>, now: Instant) => Problem[],
  ): Action<Command<E>, Output> => ({
    input: v.object({ ...entries, requestId }, 'wrong-type'),
    kind: 'command',
    summary,
    also,
  })

/** A command on one matter: its id, and the version if the page wants "only if nothing changed". */
export const onMatter = <E extends v.ObjectEntries>(
  summary: string,
  entries: E,
  also?: (input: v.InferOutput<Command<E & OnMatter>>, now: Instant) => Problem[],
): Action<Command<E & OnMatter>, MatterView> =>
  command<MatterView>()(summary, { ...entries, id: matterId, version: v.optional(version) }, also as never) as Action<
    Command<E & OnMatter>,
    MatterView
  >

/** A page of a list: where it starts and how long it is. */
export const page = {
  after: v.optional(text(400)),
  limit: v.optional(
    v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(1, 'wrong-type'), v.maxValue(50, 'too-many')),
  ),
}
