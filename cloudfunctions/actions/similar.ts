import type { Parsed } from '@/contract/actions'
import type { Similar } from '@/contract/views'
import { refuse } from '@/domain/decider'
import { similarTo } from '../likeness'
import { shareOf } from '../throttle'
import type { Binding, Context, Result } from './binding'

/** What was reported there lately that may be the same thing, before she sends hers. */
async function similar(
  context: Context,
  { topic, place, text, photos }: Parsed<'grievance.similar'>,
): Result<{ items: Similar[] }> {
  const { world, actor, now } = context
  const seconds = await shareOf(context, 'compare')
  if (seconds) return refuse('throttle.wait', { seconds })
  return { items: await similarTo(world, { topic, place, photos, owner: actor.id, now, ...(text && { text }) }) }
}

export const similarActions: { [A in 'grievance.similar']: Binding<A> } = { 'grievance.similar': similar }
