import type { Override, Why } from '@/domain/rota-types'

export type Overridden = { override: string; kind: Override['kind']; out?: string; text: string }
type Stand = { person: string; why: Why }

/**
 * Applies the approved overrides of one minute, the latest last. Two that speak of the same person contradict one
 * another, and the latest wins; two that don't stand together: an addition doesn't undo another's replacement.
 */
export function overrideAt(rostered: Stand[], overrides: Override[]): Stand[] {
  const inOrder = [...overrides].sort((a, b) => order(a.approvedAt ?? '', b.approvedAt ?? ''))
  return inOrder
    .filter((override, n) => !inOrder.slice(n + 1).some((later) => contradicts(later, override)))
    .reduce(apply, rostered)
}

function apply(stands: Stand[], override: Override): Stand[] {
  const { id, kind, why: text } = override
  const why: Why = { code: 'override', override: id, kind, ...(override.out && { out: override.out }), text }
  const incoming = override.in === undefined ? [] : [{ person: override.in, why }]
  switch (kind) {
    case 'add':
      return stands.some(({ person }) => person === override.in) ? stands : [...stands, ...incoming]
    case 'remove':
      return stands.filter(({ person }) => person !== override.out)
    case 'replace':
      return stands.flatMap((stand) => (stand.person === override.out ? incoming : [stand]))
  }
}

const contradicts = (later: Override, earlier: Override): boolean =>
  earlier.out !== undefined && later.out === earlier.out

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
