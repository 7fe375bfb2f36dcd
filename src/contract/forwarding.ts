import type * as v from 'valibot'
import type { Instant } from '@/domain/time'
import type { Problem } from './check'
import type { forwarded } from './fields'

type Forwarded = v.InferOutput<typeof forwarded>
type Said = { forwarded?: Forwarded | undefined; source?: string | undefined }

/**
 * What is wrong with how somebody else entered it, whatever is entered: a recording or a signature that isn't there, a
 * witness without a name, kin who are to be told and aren't named, a time that hasn't been. What was said in the group
 * is hers: that she agreed is kept beside it.
 */
export function forwardedProblems({ forwarded: said, source }: Said, now: Instant): Problem[] {
  if (!said) return source === 'group' ? [{ field: 'forwarded', code: 'missing' }] : []
  const { consent, tell, kin, takenAt } = said
  const recorded = consent.kind === 'voice' || consent.kind === 'signature'
  return [
    ...(recorded && !consent.fileId ? [{ field: 'forwarded.consent.fileId', code: 'missing' }] : []),
    ...(consent.kind === 'witness' && !consent.name ? [{ field: 'forwarded.consent.name', code: 'missing' }] : []),
    ...(tell.includes('kin') && !kin ? [{ field: 'forwarded.kin', code: 'missing' }] : []),
    ...(takenAt && takenAt > now ? [{ field: 'forwarded.takenAt', code: 'in-the-future' }] : []),
  ]
}
