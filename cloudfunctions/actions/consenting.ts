import type { ActionName, Output, Parsed } from '@/contract/actions'
import { type ConsentKind, consentsFor, type SensitiveParts } from '@/domain/consent'
import { type Actor, isRefusal, refuse } from '@/domain/decider'
import { dayOf } from '@/domain/time'
import { holderOf } from '../code-holder'
import { agreed, keepConsent } from '../consents'
import type { Binding, Context, Result } from './binding'

/**
 * What is sent with a yes beside a field of its form: the yes is kept once the matter is there. Refused for want of one is
 * only what nobody needs to be helped: a point on a map.
 */

type Sent = {
  consents?: ConsentKind[] | undefined
  pin?: object | undefined
  voice?: string | undefined
  groups?: string[] | undefined
  need?: string | undefined
  applicant?: { birth?: string | undefined; groups?: string[] | undefined } | undefined
  anonymity?: string | undefined
}

const partsOf = ({ pin, voice, groups = [], need, applicant }: Sent): SensitiveParts => ({
  pin: pin !== undefined,
  voice: voice !== undefined,
  groups: [...groups, ...(applicant?.groups ?? [])],
  ...(need && { need }),
  ...(applicant?.birth && { birth: applicant.birth }),
})

const speaksForHerself = ({ role }: Actor) => role === 'resident' || role === 'visitor'

/** What she would have to say yes to first, and hasn't. Who writes down what another said is asked nothing. */
async function missing({ world, actor, now }: Context, input: Sent): Promise<ConsentKind | undefined> {
  if (!speaksForHerself(actor)) return undefined
  const owed = consentsFor('submit', partsOf(input), dayOf(now)).filter(({ must }) => must)
  for (const { what } of owed)
    if (!input.consents?.includes(what) && (actor.role === 'visitor' || !(await agreed(world, actor.id, what))))
      return what
  return undefined
}

export const consenting =
  <A extends ActionName>(run: Binding<A>): Binding<A> =>
  async (context: Context, input: Parsed<A>): Result<Output<A>> => {
    const sent = input as Sent
    const what = await missing(context, sent)
    if (what) return refuse('me.consent-missing', { what })
    const outcome = await run(context, input)
    if (isObject(outcome) && !isRefusal(outcome) && 'id' in outcome) await kept(context, sent, String(outcome.id))
    return outcome
  }

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Under her account; of whoever is known by a code alone, under that code. */
async function kept({ world, actor }: Context, { consents = [], anonymity }: Sent, matter: string): Promise<void> {
  if (!speaksForHerself(actor)) return
  const nameless = actor.role === 'visitor' || anonymity === 'full'
  for (const what of consents)
    await keepConsent(world, nameless ? holderOf(matter) : actor.id, { what, how: 'form', yes: true })
}
