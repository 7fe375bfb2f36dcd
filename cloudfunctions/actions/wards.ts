import { randomBytes } from 'node:crypto'
import type { Parsed } from '@/contract/actions'
import type { MyProfile } from '@/contract/views'
import { isUnder18 } from '@/domain/consent'
import { isRefusal, refuse } from '@/domain/decider'
import { DAY, dayOf, type Instant, instantOf } from '@/domain/time'
import { keepConsent } from '../consents'
import { guardOf, guardWrite } from '../profiles'
import { crockford13, normaliseCode } from '../seal'
import { mayTry, wrongTry } from '../throttle'
import type { World } from '../world'
import type { Binding, Context, Result } from './binding'
import { profileView } from './privacy'
import { subjectOf } from './subject'

/** A guardian finds the child's account by a code from the child's phone, and answers for it from then on. */

type Code = { person: string; until: number; usedBy?: string }
const codeId = (world: World, code: string) => `code:${world.seal.lookup('lookup', `guard ${code}`)}`
const codeWrite = (id: string, body: Code, expected: number) => ({
  collection: 'wards',
  id,
  expected,
  keys: { guardian: '', at: '' },
  body: JSON.stringify(body),
})

async function guardCode({ world, actor }: Context): Result<{ code: string; until: Instant }> {
  const code = crockford13(randomBytes(9))
  const until = world.clock.wall() + DAY
  await world.store.save([codeWrite(codeId(world, code), { person: actor.id, until }, 0)])
  return { code, until: instantOf(until) }
}

async function guard(context: Context, input: Parsed<'me.guard'>): Result<MyProfile> {
  const { world, actor, now } = context
  const wait = await mayTry(world, 'invite', actor.id)
  if (wait !== undefined) return refuse('throttle.wait', { seconds: wait })
  const code = normaliseCode(input.code)
  const doc = code && (await world.store.get('wards', codeId(world, code)))
  const found = doc ? (JSON.parse(doc.body) as Code) : undefined
  const again = found?.usedBy === actor.id
  if (!doc || !found || (found.usedBy && !again) || (!again && found.until <= world.clock.wall())) {
    await wrongTry(world, 'invite', actor.id)
    return refuse('me.guard-code-unknown')
  }
  const child = found.person
  if (child === actor.id) return refuse('me.guard-code-unknown')
  if (!isUnder18(input.birth, dayOf(now))) return refuse('me.ward-of-age')
  if (!again) {
    const before = await guardOf(world, child)
    const { name: childName, relation, birth } = input
    const record = { guardian: actor.id, name: actor.name, relation, birth, childName, at: now }
    const used = codeWrite(doc.id, { ...found, usedBy: actor.id }, doc.version)
    if (!(await world.store.save([used, guardWrite(world, child, record, before.version)])).ok)
      return refuse('matter.busy')
  }
  const by = { name: actor.name, relation: input.relation }
  await keepConsent(world, child, { what: 'minor', how: 'form', yes: true, by })
  const subject = await subjectOf(context, child)
  return isRefusal(subject) ? subject : profileView(context, subject)
}

export const wardActions: { [A in 'me.guardCode' | 'me.guard']: Binding<A> } = {
  'me.guardCode': guardCode,
  'me.guard': guard,
}
