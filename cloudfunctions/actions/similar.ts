import type { Parsed } from '@/contract/actions'
import type { Similar } from '@/contract/views'
import { similarTo } from '../likeness'
import type { Binding, Context, Result } from './binding'

/** What was reported there lately that may be the same thing, before she sends hers. */
async function similar(
  { world, actor, now }: Context,
  { topic, place, text, photos }: Parsed<'grievance.similar'>,
): Result<{ items: Similar[] }> {
  return { items: await similarTo(world, { topic, place, photos, owner: actor.id, now, ...(text && { text }) }) }
}

export const similarActions: { [A in 'grievance.similar']: Binding<A> } = { 'grievance.similar': similar }
