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
