import type { ActionName, Input } from '@/contract/actions'
import type { Duration } from '@/domain/time'

/** What one step sends; the runner adds the request id, and the matter's id where the step is on a matter. */
type Sent<A extends ActionName> = Omit<Input<A>, 'requestId' | 'id' | 'version'>

/** `as`: a person's id; `lawyer`, whoever holds the matter by then; `offered`, whoever was asked first. `began`: how long ago the call began. */
export type Step = {
  [A in ActionName]: { as: string; action: A; input: Sent<A>; began?: Duration }
}[ActionName]

/** A matter's story. Its label makes its request ids, so that telling it twice tells it once. */
export type Sample = { label: string; steps: Step[] }

export const grant: Step = { as: 'gao', action: 'aid.grant', input: {} }
export const free: Step = { as: 'lawyer', action: 'aid.conflictAnswer', input: { conflict: 'no' } }
export const knows = (why: string): Step => ({
  as: 'lawyer',
  action: 'aid.conflictAnswer',
  input: { conflict: 'yes', why },
})
export const take: Step = { as: 'lawyer', action: 'aid.take', input: {} }
export const signed: Step = { as: 'lawyer', action: 'aid.signed', input: {} }
export const rang = (note: string): Step => ({ as: 'lawyer', action: 'aid.contacted', input: { how: 'call', note } })
export const report = (text: string): Step => ({ as: 'lawyer', action: 'aid.report', input: { text, change: true } })
