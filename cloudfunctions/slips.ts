import type { Problem } from '@/contract/check'
import { createAll } from './create'
import type { Write } from './ports'
import { codeId, normalised } from './query-code'
import { crockford13 } from './seal'
import type { World } from './world'

/**
 * Blank printed slips: each carries a query code that names nothing yet. The code is bound to a matter when somebody
 * registers it, in that matter's own save; until then it opens nothing.
 */

/** The same request prints the same codes; nobody without the key can tell them. */
export async function printSlips(world: World, request: string, village: string, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, n) => crockford13(world.seal.digest('code', `slip ${request} ${n}`)))
  await createAll(
    world,
    codes.map((code) => blank(world, code, village)),
  )
  return codes
}

const blank = (world: World, code: string, village: string): Write => ({
  collection: 'codes',
  id: codeId(world, code),
  expected: 0,
  keys: { matter: '' },
  body: JSON.stringify({ village }),
})

/** The slip a clerk holds: that it is one of ours and still blank, and the write that binds it. */
export async function slipFor(
  world: World,
  typed: string | undefined,
  matter: string,
): Promise<{ code?: string; problems: Problem[]; writes: Write[] }> {
  if (!typed) return { problems: [], writes: [] }
  const no = (code: string) => ({ problems: [{ field: 'slip', code }], writes: [] })
  const code = normalised(typed)
  const doc = code && (await world.store.get('codes', codeId(world, code)))
  if (!code || !doc) return no('unknown-slip')
  const { id, version, keys, body } = doc
  if (keys.matter !== '' && keys.matter !== matter) return no('slip-used')
  const writes: Write[] = [{ collection: 'codes', id, expected: version, keys: { ...keys, matter }, body }]
  return { code, problems: [], writes }
}
