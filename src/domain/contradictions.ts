import { birthOf } from './identity-number'
import type { Day } from './time'

type Told = {
  applicant?: { birth?: Day | undefined; idNumber?: string | undefined } | undefined
  happened?: Day | undefined
  deadline?: Day | undefined
}

/** Days that can't both be true: born after it happened, a last day before it happened, two birthdays. */
export function contradictions({ applicant, happened, deadline }: Told): { field: string; code: string }[] {
  const bornOn = applicant?.birth
  const idBirth = applicant?.idNumber && birthOf(applicant.idNumber)
  return [
    ...(bornOn && idBirth && bornOn !== idBirth ? [{ field: 'applicant.birth', code: 'not-as-in-id' }] : []),
    ...(happened && bornOn && bornOn > happened ? [{ field: 'applicant.birth', code: 'born-after-it' }] : []),
    ...(happened && idBirth && idBirth > happened ? [{ field: 'applicant.idNumber', code: 'born-after-it' }] : []),
    ...(happened && deadline && deadline < happened ? [{ field: 'deadline', code: 'before-it-happened' }] : []),
  ]
}
