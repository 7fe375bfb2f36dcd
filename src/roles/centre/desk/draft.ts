import { useDraft } from '@/client/written'
import type { AidForm } from '@/domain/aid-turn-types'

export { dropDrafts, useDraft, useWritten } from '@/client/written'

export type Chosen = { lawyer: string; name: string; why: string }
export type Decision = { why: string; chosen?: Chosen; form?: AidForm }

const undecided: Decision = { why: '' }
/** Who is assigned and why belong together, also where the grant came first. */
export const useDecisionDraft = (id: string) => useDraft(id, 'aid.grant', undecided)
