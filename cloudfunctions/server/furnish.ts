import { randomUUID } from 'node:crypto'
import { loadCounty } from '../county'
import { bureau } from '../demo/bureau'
import { playSamples } from '../demo/sample-matters'
import { handle } from '../handle'
import type { World } from '../world'

/** Gives an empty demonstration its fictional bureau and a few matters, by the same way people's own come in. */
export async function furnish(world: World) {
  const loaded = await loadCounty(world, bureau)
  if (!loaded.ok) throw new Error(`the demonstration county does not load: ${JSON.stringify(loaded.problems)}`)
  const origin = () => ({ source: 'sample', trace: randomUUID() })
  const told = await playSamples(async (person, action, input) => {
    const { reply } = await handle(world, action, input, { person, session: 'sample' }, origin())
    return reply
  })
  for (const { label, stopped } of told) if (stopped) world.log({ level: 'warn', what: 'sample', label, ...stopped })
}
