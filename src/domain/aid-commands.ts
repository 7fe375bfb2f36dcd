import type { AidDocument, NumberSeries } from './aid-documents'
import type { AidForm, CloseResult, Custody, Helped, TurnCommand } from './aid-turn-types'
import type { Agency, AidPersonal, Applicant, Form, Party, Told } from './aid-types'
import type { PersonRef } from './decider'

/** What may be filled in or put right later. */
export type Completion = Partial<
  Pick<
    AidPersonal,
    'story' | 'body' | 'elsewhere' | 'income' | 'groups' | 'happened' | 'deadline' | 'preservation' | 'employment'
  >
> & {
  applicant?: Partial<Applicant>
}

export type AidCommand =
  | TurnCommand
  | (Form & { type: 'SubmitAid'; custody?: Custody; personal: Told })
  | { type: 'CompleteAid'; route?: 'promise' | 'proof'; evidence: string[]; personal: Completion }
  | { type: 'ListPapers'; items: { key: string; text: string }[]; why?: string }
  | { type: 'SupplyPapers'; items: { key: string; files: string[]; text?: string }[] }
  | { type: 'DeemWithdrawn'; call: string }
  | { type: 'ChangeParties'; parties: Party[] }
  /** `notSame`: she compared the names that are like his, and they are two. */
  | { type: 'GrantAid'; lawyer?: string; why?: string; form?: AidForm; notSame?: boolean }
  | { type: 'RefuseAid'; article: string; why: string }
  | { type: 'ConfirmRefusal'; ok: boolean; why?: string }
  | { type: 'TransferAid'; to: Agency; why: string }
  | { type: 'AssignAid'; lawyer?: string; why?: string; notSame?: boolean }
  | { type: 'RuleChange'; ok: boolean; why: string }
  | { type: 'FindLawyerAgain' }
  /** Time: fewer than seven days are left. */
  | { type: 'LookAtUrgency' }
  | { type: 'AnswerConflict'; conflict: boolean; why?: string }
  | { type: 'ConfirmAssignment' }
  | { type: 'SwapLawyer'; lawyer: string; why: string }
  | { type: 'TakeAid' }
  | { type: 'ReportContact'; how: 'call' | 'visit' | 'message'; note?: string }
  | { type: 'ReportMandate' }
  | { type: 'ReportProgress'; text: string; change: boolean }
  | { type: 'CloseAid'; result: CloseResult; text: string; papers: string[]; helped?: Helped }
  | { type: 'ReviewClose'; ok: boolean; why?: string }
  | { type: 'RateAid'; stars: number; text?: string }
  | { type: 'ReportCallBack'; reached: boolean; stars?: number; note?: string }
  | { type: 'ReportRectified'; text: string }
  | { type: 'WithdrawAid'; why: string }
  | { type: 'TellUnreadable'; file: string; sender: string }
  | { type: 'TakeNote'; text: string }
  | { type: 'Reassign'; to: PersonRef; why: string }
  | { type: 'RevealNumber' }
  | { type: 'FileSigned'; document: AidDocument; files: string[] }
  | { type: 'Renumber'; document?: NumberSeries; why: string }
