/** The county's own numbers: data/policy.json, overridden by what the county loaded. */
export type Policy = {
  /** Shanghai time from which a submission is promised "by noon tomorrow". */
  'aid.cutoff': string
  /** Minutes between two tries to find a lawyer for a granted application that nobody has. */
  'aid.retryMinutes': number
  /** Of so many closed matters one is rung and asked how it was. */
  'aid.sampleOneIn': number
  /** Days for the papers of what was provided first: the law only says 「及时」 (法律援助法 44). */
  'aid.regulariseDays': number
  /** How a paper's number is written: `{year}`, `{mark}` the county's, `{series}` the paper's, `{n}` four digits. */
  'aid.number': string
  'aid.numberMark': string
  /** Who gives legal aid, as it stands on paper, and whom it belongs to; empty: named after the banner. */
  'aid.agency': string
  'aid.bureau': string
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
  /** Seconds after she pressed send at which the next people are asked, and at which a supervisor is told. */
  'question.nearbyAfter': number
  'question.everybodyAfter': number
  'question.centreAfter': number
  'question.alarmAfter': number
  /** How many are asked in the second wave. */
  'question.nearbyCount': number
  /** Minutes a taker may be silent before others are asked beside him. */
  'question.silentMinutes': number
  /** Minutes to the call-back where nobody took it within eight. */
  'question.callBackMinutes': number
  /** The latest that a call-back may be promised, in minutes, unless she chose a later hour. */
  'question.callBackWithin': number
  /** Hours after the answer at which a question is closed of itself. */
  'question.closeAfterHours': number
  /** How much each counts when the few who are asked next are chosen. */
  'question.town': number
  'question.subject': number
  'question.language': number
  'question.load': number
  'question.longest': number
  /** Hours of rest between night and day. */
  'rota.restHours': number
  /** What a minute counts on the ledger: by night, on a weekend, on a holiday; the largest wins. */
  'rota.nightWeight': number
  'rota.weekendWeight': number
  'rota.holidayWeight': number
  /** Shanghai times between which it is night for the ledger and for rest. */
  'rota.nightFrom': string
  'rota.nightTo': string
  /** Minutes after a change of seat at which a leader hears that the note was not acknowledged. */
  'rota.handOverMinutes': number
  /** The longest span, in days, that is published at once. */
  'rota.publishDays': number
  /**
   * Minutes within which somebody whose matter was entered by another is rung and asked herself; the county's own
   * choice, no law sets it. Never more than half of what the matter's own promise leaves.
   */
  'consent.askMinutes': number
  /** Minutes an hour is held while the form is filled in, and hours that are asked for or given up are kept. */
  'visit.holdMinutes': number
  'visit.askMinutes': number
  /** How far ahead hours are offered, in days, and how soon before its start one may still be booked, in minutes. */
  'visit.aheadDays': number
  'visit.soonestMinutes': number
  /** Hours before a visit at which it is reminded of: the first and the second letter. */
  'visit.remindFirst': number
  'visit.remindSecond': number
  /** Minutes after its end at which whoever had it is asked what became of it. */
  'visit.unmarkedMinutes': number
  /** Open visits that one account may have. */
  'visit.openMost': number
  /** Hours that one account may hold or book within an hour of the clock. */
  'visit.sentPerHour': number
  'class.askedPerHour': number
  /** Minutes a home visit takes where no plan says. */
  'visit.homeMinutes': number
  /** How much of what is left a unit may use itself before the next level needs the rest, in percent. */
  'grievance.hopShare': number
  /** Days that a report is looked for which may be the same, and how many are shown. */
  'grievance.similarDays': number
  'grievance.similarMost': number
  /** The return after which the first unit has it for good (首接负责). */
  'grievance.returns': number
  /** Tries to ring her before it is closed as not reached. */
  'grievance.callBackTries': number
  /** Days after closing at which it is archived. */
  'grievance.archiveDays': number
  /** Days before the end of the court's limit at which both sides of a mediation agreement are reminded. */
  'grievance.confirmDays': number
  /** Shanghai times between which returns are ruled on, and between which people like to be rung where they said nothing. */
  'grievance.rulingFrom': string
  'grievance.rulingTo': string
  'grievance.reachableFrom': string
  'grievance.reachableTo': string
  /** A 催办单 that moved nothing: after so many hours, or working days on day clocks, a leader is asked to sign. */
  'grievance.unmovedHours': number
  'grievance.unmovedDays': number
  /** So many of one kind in one village within so many days suggest a mediation day. */
  'grievance.clusterDays': number
  'grievance.clusterCount': number
  /** Counts below it are hidden from whoever could tell who reported. */
  'grievance.hideBelow': number
  /** Of a clock's time the last so many percent, and so many closed in it by one person on one day, look like haste. */
  'gaming.tailPercent': number
  'gaming.tailCount': number
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
  /** Shanghai times between which nobody is disturbed by what can wait for the morning. */
  'notice.quietFrom': string
  'notice.quietTo': string
  /** Files one person may send in an hour, whatever becomes of them. */
  'file.sentPerHour': number
  /** Reports that one account (or one place without an account) may send in an hour, and look for the same of. */
  'grievance.sentPerHour': number
  'grievance.comparedPerHour': number
}

export const policyFrom = (defaults: Policy, county: Partial<Policy> = {}): Policy => ({ ...defaults, ...county })
