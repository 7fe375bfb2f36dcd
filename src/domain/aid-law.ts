import type { LeaveCause, NoticeGround } from './aid-turn-types'

/** What the statute says of the turns of legal aid, in numbers and articles: data/aid-turns.json. */

/** Where it stands, and whether it was compared with the text. */
export type Sourced = { source: string; certainty: 'verified' | 'memory' }

export type AidLaw = {
  /** It can't wait when fewer days are left. */
  urgent: Sourced & { fewerThanDays: number }
  /** On which grounds a lawyer of so many years is asked for. */
  practice: Sourced & { years: number; grounds: readonly NoticeGround[] }
  /** Under so many years somebody who knows minors is asked for. */
  minors: Sourced & { under: number }
  notices: Record<NoticeGround, Sourced>
  leaves: Record<LeaveCause, Sourced>
}
