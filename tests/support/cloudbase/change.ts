import type { Flat } from './database'
import { refusals } from './refusal'

// A change by paths, as `$set` and its siblings make it: what isn't named stays as it was.

const changes: Record<string, (value: unknown, operand: unknown) => unknown> = {
  $set: (_, operand) => operand,
  $unset: () => undefined,
  $inc: (value, operand) => Number(value ?? 0) + Number(operand),
  $push: (value, operand) => [
    ...((value as unknown[] | undefined) ?? []),
    ...((operand as { $each?: unknown[] }).$each ?? [operand]),
  ],
}

export function changed(doc: Flat, change: Flat): Flat {
  const next = structuredClone(doc)
  for (const [operator, fields] of Object.entries(change)) {
    const apply = changes[operator]
    if (!apply) throw refusals.operator(operator)
    for (const [path, operand] of Object.entries(fields as Flat)) {
      if (path === '_id') throw refusals.invalid('the _id cannot be changed')
      setAt(next, path.split('.'), (value) => apply(value, operand))
    }
  }
  return next
}

function setAt(target: Flat, [key = '', ...rest]: string[], change: (value: unknown) => unknown) {
  if (rest.length > 0) {
    const inner = target[key]
    const nested = typeof inner === 'object' && inner !== null ? (inner as Flat) : {}
    target[key] = nested
    setAt(nested, rest, change)
    return
  }
  const value = change(target[key])
  if (value === undefined) delete target[key]
  else target[key] = value
}
