import type { Matter } from './matters'
import type { Instant } from './time'

/** What may be forgotten when a person asks, what the law keeps, and what is left of a matter afterwards. */

/** data/keeping.json: of which matters a file is kept. `years`: null while nobody has confirmed how long. */
export type KeepingRow = {
  kind: string
  kept: 'always' | 'accepted' | 'file-grew'
  years: number | null
  /** 「法律援助案卷」 */
  what: string
  source: string
  certainty: string
}

/** `open`: it is still being worked on, and has to end first. */
export type Fate = { how: 'erased' } | { how: 'restricted'; row: KeepingRow } | { how: 'open' }

/**
 * What becomes of a matter whose person wants it forgotten. A kind that no row speaks of is kept: where nobody knows
 * how long, nothing is destroyed (个人信息保护法 47 ¶2, 档案法实施条例 19).
 */
export function fateOf(matter: Matter, rows: readonly KeepingRow[]): Fate {
  if (matter.open) return { how: 'open' }
  const row = rows.find(({ kind }) => kind === matter.kind) ?? unknownRow(matter.kind)
  return isKept(matter, row.kept) ? { how: 'restricted', row } : { how: 'erased' }
}

const unknownRow = (kind: string): KeepingRow => ({
  kind,
  kept: 'always',
  years: null,
  what: '',
  source: '',
  certainty: '待核实',
})

function isKept(matter: Matter, kept: KeepingRow['kept']): boolean {
  switch (kept) {
    case 'always':
      return true
    case 'accepted':
      // What was taken in, turned down or handed on was decided by somebody; what she took back before was not.
      return matter.kind !== 'grievance' || matter.stage !== 'withdrawn' || matter.accepted !== undefined
    case 'file-grew':
      return (
        (matter.kind === 'question' && matter.child !== undefined) ||
        (matter.kind === 'visit' && matter.finished?.next !== undefined)
      )
  }
}

/** What a matter says of a person once nothing may be said of her any more. */
const blank: { [K in Matter['kind']]: () => Extract<Matter, { kind: K }>['personal'] } = {
  aid: () => ({
    applicant: { name: '' },
    story: '',
    parties: [],
    groups: [],
    lists: [],
    notes: [],
    reports: [],
    tries: [],
  }),
  question: () => ({ asker: {}, tries: [], notes: [] }),
  grievance: () => ({ reporter: {}, returns: [], answers: {}, tries: [], notes: [] }),
  visit: () => ({ visitor: {}, notes: [] }),
}

export const blankPersonal = (kind: Matter['kind']): Matter['personal'] => blank[kind]()

/**
 * The matter once it is shut. Restricted: as it was, and nobody opens it. Erased: also without its person and without
 * her words; stage, place, topic and clocks stay, for they are the bureau's figures and say nothing of her.
 */
export function shutMatter<M extends Matter>(matter: M, how: 'erased' | 'restricted', at: Instant): M {
  const shut = { at, how }
  if (how === 'restricted') return { ...matter, shut }
  const { owner: _, ...rest } = matter
  return { ...rest, shut, personal: blank[matter.kind]() } as unknown as M
}

/**
 * The same matter in no account's hands: who closes hers goes on by the query code; of legal aid she is told by
 * telephone, as whoever never had an account.
 */
export function withoutAccount<M extends Matter>(matter: M, holder: string): M {
  if (matter.kind !== 'aid') return { ...matter, owner: holder }
  const { owner: _, ...rest } = matter
  return rest as M
}
