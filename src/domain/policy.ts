/** The county's own numbers: data/policy.json, overridden by what the county loaded. */
export type Policy = {
  /** Shanghai time from which a submission is promised "by noon tomorrow". */
  'aid.cutoff': string
  /** Minutes between two tries to find a lawyer for a granted application that nobody has. */
  'aid.retryMinutes': number
  /** Of so many closed matters one is rung and asked how it was. */
  'aid.sampleOneIn': number
  /** Shanghai times between which somebody sits at the desk on a working day. */
  'office.from': string
  'office.to': string
  /** Whether a lawyer is shut out by what binds a colleague of his organisation. */
  'conflict.sameOrganisation': 'exclude' | 'allow'
  'matching.town': number
  'matching.subject': number
  'matching.language': number
  'matching.load': number
  'matching.longest': number
  'matching.proposals': number
  /** Wrong query codes a minute before one caller, and everybody together, must wait. */
  'track.wrongPerCaller': number
  'track.wrongTogether': number
  /** Wrong invite codes a minute, and wrong sign-ins by password: from one place, and together. */
  'invite.wrongPerCaller': number
  'invite.wrongTogether': number
  'signIn.wrongPerCaller': number
  'signIn.wrongTogether': number
  /** Wrong sign-ins an hour at one login: from one place, and from everywhere. */
  'signIn.wrongPerLogin': number
  'signIn.wrongAtLogin': number
  /** Files one person may send in an hour, whatever becomes of them. */
  'file.sentPerHour': number
}

export const policyFrom = (defaults: Policy, county: Partial<Policy> = {}): Policy => ({ ...defaults, ...county })
