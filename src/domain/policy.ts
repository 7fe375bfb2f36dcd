/** The county's own numbers: data/policy.json, overridden by what the county loaded. */
export type Policy = {
  /** Shanghai time from which a submission is promised "by noon tomorrow". */
  'aid.cutoff': string
  /** Minutes between two tries to find a lawyer for a granted application that nobody has. */
  'aid.retryMinutes': number
  'matching.town': number
  'matching.subject': number
  'matching.language': number
  'matching.load': number
  'matching.longest': number
  'matching.proposals': number
  /** Wrong query codes a minute before one caller, and everybody together, must wait. */
  'track.wrongPerCaller': number
  'track.wrongTogether': number
}

export const policyFrom = (defaults: Policy, county: Partial<Policy> = {}): Policy => ({ ...defaults, ...county })
