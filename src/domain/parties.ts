type Known = { name: string; phone?: string | undefined; idNumber?: string | undefined }

/**
 * A party who is the applicant herself: a slip of the form that would later shut out every lawyer. The same number is
 * the same person; the same name only where nothing tells the two apart.
 */
export function sameAsApplicant(
  applicant: Known,
  parties: readonly Known[],
): { party: number; field: 'idNumber' | 'phone' | 'name' }[] {
  return parties.flatMap((party, n) => {
    const field = sameBy(applicant, party)
    return field ? [{ party: n, field }] : []
  })
}

function sameBy(applicant: Known, party: Known): 'idNumber' | 'phone' | 'name' | undefined {
  if (applicant.idNumber && party.idNumber) return applicant.idNumber === party.idNumber ? 'idNumber' : undefined
  const named = applicant.name === party.name
  if (applicant.phone && party.phone) return applicant.phone === party.phone && named ? 'phone' : undefined
  return named ? 'name' : undefined
}

type Named = Known & { role: string; creditCode?: string | undefined }

/**
 * The list told anew, where who stays keeps the numbers that are known: a page shows them masked and can't send them
 * back, and a party who merely stays isn't a new one.
 */
export function keepingNumbers<P extends Named>(before: readonly P[], now: readonly P[]): P[] {
  const left = [...before]
  return now.map((party) => {
    const at = left.findIndex(({ role, name }) => role === party.role && name === party.name)
    const [known] = at < 0 ? [] : left.splice(at, 1)
    return known ? { ...known, ...party } : party
  })
}
