import type { Parsed } from '@/contract/actions'
import { applicationsOf, GROUP_AT_ONCE, type GroupDone, type GroupView } from '@/contract/aid-group-actions'
import { refuse } from '@/domain/decider'
import { mayOn } from '@/domain/permission'
import { sentence } from '@/words/refusals'
import { openMatter } from '../matter-document'
import { StoreBusy } from '../ports'
import { matterRow } from '../present'
import type { World } from '../world'
import { submitAs } from './aid-submit'
import { type Binding, type Context, type Result, requestOf } from './binding'

/** Several people with one claim: one form, and a matter of its own for each, all of them known to each other. */

/** What the matters of one form are called follows from the form, so that sent again it is the same ones. */
const idOf = ({ seal }: World, groupClaim: string, nth: number) =>
  `aid:${seal.lookup('request', `${groupClaim}|${nth}`)}`

/**
 * Each is a save of its own. Should it end in between, those that are entered stand, each says how many belong to it,
 * and the form sent again goes on with the rest.
 */
async function submitGroup(context: Context, input: Parsed<'aid.submitGroup'>): Result<GroupDone> {
  const { world, actor, now } = context
  const id = world.seal.lookup('request', `${actor.id}|group|${input.requestId}`)
  const applications = applicationsOf(input)
  const ids = applications.map((_, n) => idOf(world, id, n + 1))
  const there = new Set((await world.store.getMany('matters', ids)).map((doc) => doc.id))
  const items: GroupDone['items'] = []
  let entered = 0
  for (const [n, application] of applications.entries()) {
    const nth = n + 1
    const own = ids[n] ?? ''
    if (!there.has(own) && entered === GROUP_AT_ONCE) return { items, more: true }
    const as = { id: own, request: requestOf(context, input), groupClaim: { id, count: applications.length, nth } }
    const outcome = await submitAs(context, application, as).catch((error: unknown) => {
      if (error instanceof StoreBusy) return refuse('matter.busy')
      throw error
    })
    // What is wrong with what they share is wrong with each of them; nobody was entered before the first.
    if ('invalid' in outcome) return outcome
    if ('refused' in outcome) {
      items.push({ nth, refused: outcome.refused, message: sentence(outcome.refused, outcome.detail, now) })
      continue
    }
    if (!there.has(own)) entered += 1
    items.push({ nth, id: own, code: outcome.code })
  }
  return { items, more: false }
}

/** Those of her form, in its order: who isn't there, or may not be seen, is a number without a row. */
async function group({ world, actor, now }: Context, { id }: Parsed<'aid.group'>): Result<GroupView> {
  const doc = await world.store.get('matters', id)
  const matter = doc && openMatter(doc, world.seal)
  if (matter?.state.kind !== 'aid' || !mayOn('aid.group', matter.state, actor)) return refuse('aid.not-found')
  const { groupClaim } = matter.state
  if (!groupClaim) return { count: 1, items: [] }
  const ids = Array.from({ length: groupClaim.count }, (_, n) => idOf(world, groupClaim.id, n + 1))
  const docs = new Map((await world.store.getMany('matters', ids)).map((each) => [each.id, each]))
  return {
    count: groupClaim.count,
    items: ids.map((each, n) => {
      const found = docs.get(each)
      const one = found && openMatter(found, world.seal)
      const seen = one && mayOn('matter.get', one.state, actor)
      return { nth: n + 1, ...(seen && { matter: matterRow(world, one, actor, now) }) }
    }),
  }
}

export const groupBindings: { [A in 'aid.submitGroup' | 'aid.group']: Binding<A> } = {
  'aid.submitGroup': submitGroup,
  'aid.group': group,
}
