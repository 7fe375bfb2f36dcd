import type { AidCommand } from './aid-commands'
import { mayMake, numberOf } from './aid-documents'
import type { AidEvent } from './aid-events'
import { standsToAid } from './aid-permission'
import { byActor } from './aid-review'
import { type Aid, type AidGiven, holdsLawyer } from './aid-types'
import { type Refusal, refuse } from './decider'

/** What is done with papers once they are printed: signed and photographed, or a number taken back. */

type Command<T extends AidCommand['type']> = Extract<AidCommand, { type: T }>

const OVER: readonly string[] = ['withdrawn', 'transferred'] satisfies Aid['stage'][]

/** Whoever may make a paper may bring it back signed; the newest photos of each count, none take it back. */
export function fileSigned(state: Aid, { document, files }: Command<'FileSigned'>, given: AidGiven) {
  const { now, actor } = given
  if (OVER.includes(state.stage)) return refuse('aid.already-closed')
  // Hers to sign is what binds her to a lawyer; what else she has she sends as evidence.
  if (actor.role === 'resident' && !holdsLawyer(state)) return refuse('aid.no-such-document')
  if (!mayMake(document, state, standsToAid(state, actor) ?? '')) return refuse('aid.no-such-document')
  const before = state.signed?.find((signed) => signed.document === document)
  if ((before?.files ?? []).join() === files.join()) return []
  const signed: AidEvent = { type: 'DocumentSigned', at: now, by: actor.id, document, files }
  return [signed]
}

/** A number that was misprinted or lost stays in the row as cancelled, with who and why; the paper gets the next one. */
export function renumber(state: Aid, { document, why }: Command<'Renumber'>, given: AidGiven): AidEvent[] | Refusal {
  if (OVER.includes(state.stage)) return refuse('aid.already-closed')
  if (state.owner === given.actor.id) return refuse('aid.own-application')
  const was = numberOf(state, document)
  if (!was || !given.no) return refuse('aid.no-number')
  const { series, year, n, text } = was
  return [
    {
      type: 'NumberCancelled',
      at: given.now,
      by: byActor(given),
      was: { series, year, n, text },
      no: given.no,
      personal: { why },
    },
  ]
}
