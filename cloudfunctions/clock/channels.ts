import { channelsFrom, notifierBy } from '../notifier/channels'
import type { Notifier } from '../ports'
import type { World } from '../world'

type Env = Record<string, string | undefined>
const made = new WeakMap<World, Notifier>()

/**
 * The world with its way out to phones: on CloudBase only time sends letters. What is wrong with a channel is told in
 * the log and every channel is missing then: nobody's matter waits for that.
 */
export function withChannels(world: World, env: Env = process.env): World {
  const channels = channelsFrom(env)
  if ('problem' in channels) {
    world.log({ level: 'error', what: 'settings', problems: channels.problem })
    return world
  }
  // A warm instance keeps the token that WeChat gave it.
  const notifier = made.get(world) ?? notifierBy(channels, world.log)
  made.set(world, notifier)
  return { ...world, notifier }
}
