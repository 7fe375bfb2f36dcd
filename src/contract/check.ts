import * as v from 'valibot'

/** One thing wrong with an input: where, and a stable code. `words/` makes the sentence. */
export type Problem = { field: string; code: string }
export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

const CODE = /^[a-z][a-z0-9-]*$/

/** Reads untrusted input with a schema; every problem names its field by path (`parties.0.name`). */
export function check<S extends v.GenericSchema>(schema: S, input: unknown): Checked<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, input, { abortPipeEarly: true })
  if (parsed.success) return { ok: true, value: parsed.output }
  const seen = new Map<string, Problem>()
  for (const issue of parsed.issues) {
    const field = v.getDotPath(issue) ?? ''
    if (!seen.has(field)) seen.set(field, { field, code: codeOf(issue) })
  }
  return { ok: false, problems: [...seen.values()] }
}

function codeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined' || issue.received === 'null') return 'missing'
  return CODE.test(issue.message) ? issue.message : 'wrong-type'
}
