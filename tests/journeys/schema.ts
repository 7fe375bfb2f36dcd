export type Schema = {
  $ref?: string
  type?: string
  const?: unknown
  pattern?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
}

/** Where a value does not fit a schema: only the words that our own description of the replies uses. */
export function unfit(schema: Schema, value: unknown, named: Record<string, Schema>, path = ''): string[] {
  const target = schema.$ref?.split('/').at(-1)
  if (target) return unfit(named[target] ?? { const: `no schema ${target}` }, value, named, path)
  if ('const' in schema && schema.const !== value) return [`${path} is not ${schema.const}`]
  if (schema.type && schema.type !== typeOf(value)) return [`${path} is no ${schema.type}`]
  if (schema.pattern && !new RegExp(schema.pattern).test(String(value)))
    return [`${path} is not like ${schema.pattern}`]
  if (Array.isArray(value)) return value.flatMap((item, n) => unfit(schema.items ?? {}, item, named, `${path}.${n}`))
  if (typeOf(value) !== 'object') return []
  const given = value as Record<string, unknown>
  const missing = (schema.required ?? []).filter((key) => !(key in given)).map((key) => `${path}.${key} is missing`)
  const inside = Object.entries(schema.properties ?? {}).filter(([key]) => key in given)
  return [...missing, ...inside.flatMap(([key, part]) => unfit(part, given[key], named, `${path}.${key}`))]
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)
