import type { Day, Instant } from '@/domain/time'

/** Where it stands in the law, and whether that was compared with the text. */
export type Basis = { source: string; certain: boolean }
type By = { at: Instant; by: string }

/** What turned the course of a matter of legal aid, as far as the reader may know. */
export type AidTurnsView = {
  notice?: {
    organ: string
    organText: string
    organName: string
    ground: string
    groundText: string
    /** For staff. */
    basis?: Basis
    offence?: string
    receivedAt: Instant
    /** The organ knows of the lawyer that there is now. */
    told?: By
    /** It knew of an earlier one, and has to hear of this one. */
    toldBefore?: true
  }
  /** Asked for in custody, and when it was handed over. */
  custody?: { askedAt: Instant; through: string }
  /** Entered with others on one form: the `nth` of `count`, from 1. */
  groupClaim?: { count: number; nth: number }
  employment?: { still?: boolean; ended?: Day; claimed?: Day }
  /** For staff only: the earliest day that may be the last one. */
  limitation?: { day: Day; from: Day; source: string; certain: boolean; toConfirm?: string }
  /** Somebody must decide now. */
  urgent?: { at: Instant; day?: Day; toPreserve?: boolean }
  providedFirst?: By & { ground: string; groundText: string; why?: string; regularised?: By }
  form?: string
  leaving?: { at: Instant; cause: string; causeText: string; basis: Basis; why?: string }
  /** For staff only: who went last for a cause of his own. */
  lastLeft?: By & { causeText: string; why?: string }
  /** Another lawyer takes it over; why stands elsewhere. */
  replaced?: { at: Instant }
  changeAsked?: { at: Instant; why?: string }
  /** How the last question about her lawyer was ruled. */
  changeRuled?: By & { ok: boolean }
  /**
   * Somebody of a like name stands on the other side of another matter of the lawyer's, or of his house: for whoever
   * compares with the matters to compare with, for the lawyer only that it is being looked at.
   */
  near?: { at: Instant; text: string; to?: string; matters?: string[] }
  suspended?: { at: Instant; until?: Day }
  ended?: { on: Day }
  terminated?: By & {
    article: string
    articleName: string
    articleText?: string
    why: string
    told?: By
    remedy: string
  }
  objection?: { at: Instant; why: string }
  /** What the objection is about. */
  objectedTo?: 'refused' | 'terminated'
  ruling?: By & { decision: 'uphold' | 'correct'; why: string; remedy?: string }
  doubt?: By & { to: string; what: string; ruled?: By & { found: boolean; why: string } }
}
