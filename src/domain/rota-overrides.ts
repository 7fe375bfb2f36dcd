import type { Override, Rota, Why } from '@/domain/rota-types'
import type { Instant } from '@/domain/time'

export type Overridden = { override: string; kind: Override['kind']; out?: string; text: string }
export type Stand = { person: string; why: Why }

/** An approved override, or one half of an agreed swap, over `[from, to)`; `since` is when it was settled. */
export type Change = {
  kind: Override['kind']
  from: Instant
  to: Instant
  in?: string
  out?: string
  since: Instant
  why: Why
}

/** Where the shift of `person` that begins on the day of `from` lies, by what was settled before; none, if it is gone. */
type Follow = (person: string, from: Instant, before: readonly Change[]) => { from: Instant; to: Instant } | undefined

/** What people changed in one seat, the latest last: approved overrides and agreed swaps. */
export function changesOf(rota: Rota, seat: string, follow: Follow): Change[] {
  const overrides = rota.overrides.flatMap((override): Unsettled[] =>
    override.seat === seat && override.approvedAt !== undefined ? [fromOverride(override, override.approvedAt)] : [],
  )
  const inOrder = [...overrides, ...swapped(rota, seat)].sort((a, b) => order(a.since, b.since))
  const settled: Change[] = []
  for (const { whole, ...change } of inOrder) {
    const span = whole && change.out !== undefined ? follow(change.out, change.from, settled) : change
    if (span && span.from < span.to) settled.push({ ...change, from: span.from, to: span.to })
  }
  return settled
}

type Unsettled = Change & { whole?: boolean }

function fromOverride(override: Override, since: Instant): Unsettled {
  const { id, kind, from, to, out, why: text } = override
  const why: Why = { code: 'override', override: id, kind, ...(out !== undefined && { out }), text }
  const who = { ...(override.in !== undefined && { in: override.in }), ...(out !== undefined && { out }) }
  return { kind, from, to, since, why, ...who }
}

function swapped(rota: Rota, seat: string): Unsettled[] {
  return (rota.swaps ?? []).flatMap((swap) => {
    const { id, person, answeredAt: since } = swap
    if (swap.seat !== seat || swap.state !== 'agreed' || since === undefined) return []
    const half = (out: string, incoming: string, part: { from: Instant; to: Instant; whole?: boolean }): Unsettled => ({
      kind: 'replace',
      from: part.from,
      to: part.to,
      ...(part.whole && { whole: true }),
      in: incoming,
      out,
      since,
      why: { code: 'swap', swap: id, out },
    })
    return [half(person, swap.with, swap), ...(swap.return ? [half(swap.with, person, swap.return)] : [])]
  })
}

/**
 * Applies the changes of one minute, the latest last. Two that speak of the same person contradict one another, and
 * the latest wins; two that don't stand together: an addition doesn't undo another's replacement.
 */
export function changed(rostered: readonly Stand[], changes: readonly Change[]): readonly Stand[] {
  return changes
    .filter((change, n) => !changes.slice(n + 1).some((later) => contradicts(later, change)))
    .reduce(apply, rostered)
}

function apply(stands: readonly Stand[], { kind, in: person, out, why }: Change): readonly Stand[] {
  const incoming = person === undefined ? [] : [{ person, why }]
  switch (kind) {
    case 'add':
      return stands.some((stand) => stand.person === person) ? stands : [...stands, ...incoming]
    case 'remove':
      return stands.filter((stand) => stand.person !== out)
    case 'replace':
      return stands.flatMap((stand) => (stand.person === out ? incoming : [stand]))
  }
}

const contradicts = (later: Change, earlier: Change): boolean => earlier.out !== undefined && later.out === earlier.out

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
