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
  await playSamples((person, action, input) =>
    handle(world, action, input, { person, session: 'sample' }, { source: 'sample', trace: randomUUID() }).then(
      ({ reply }) => reply,
    ),
  )
}
