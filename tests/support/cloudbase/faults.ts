/**
 * What may go wrong with a request, before it is done or after. `conflict` ends the transaction, at a write or at the
 * commit; `unanswered` never answers; a `wrote-…` has done its work when it fails.
 */
export const faultKinds = [
  'conflict',
  'busy',
  'limit',
  'concurrent',
  'system',
  'timeout',
  'gateway',
  'reset',
  'unanswered',
  'wrote-reset',
  'wrote-system',
  'wrote-timeout',
  'wrote-gateway',
  'wrote-unanswered',
  'wrote-empty',
] as const
export type FaultKind = (typeof faultKinds)[number]

type Planned = { kind: FaultKind; action?: string; skip: number; left: number }
export type Asked = { action: string; transactionId?: string }

const writing = ['insertDocument', 'modifyDocument', 'removeDocument', 'commitTransaction']
const isWrite = (action: string) => writing.some((name) => action === `database.${name}`)

/** Whether it can befall a request: a conflict needs a write within a transaction, a `wrote-…` a write. */
export function fits(kind: FaultKind, { action, transactionId }: Asked): boolean {
  const within = isWrite(action) && transactionId !== undefined
  if (kind === 'busy') return within || action === 'database.startTransaction'
  return kind === 'conflict' ? within : !kind.startsWith('wrote-') || isWrite(action)
}

/** Mulberry32: the same seed gives the same run. */
function chanceOf(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What is to go wrong, by count or by seeded chance; `hits` says what did. */
export function faultsOf() {
  let planned: Planned[] = []
  let random: { next: () => number; probability: number; kinds: readonly FaultKind[] } | undefined
  const hits: (Asked & { kind: FaultKind })[] = []
  return {
    hits,
    /** The shape in which a duplicate is told; both have been reported. */
    duplicate: 'message' as 'code' | 'message',
    /** The next `count` requests of an action (`insertDocument`), or of any that it can befall; after `skip` of them. */
    next: (
      kind: FaultKind,
      { action, count = 1, skip = 0 }: { action?: string; count?: number; skip?: number } = {},
    ) => {
      planned.push({ kind, action: action && `database.${action}`, skip, left: count })
    },
    chance: (probability: number, kinds: readonly FaultKind[], seed: number) => {
      random = { next: chanceOf(seed), probability, kinds }
    },
    clear: () => {
      planned = []
      random = undefined
      hits.length = 0
    },
    take: (asked: Asked): FaultKind | undefined => {
      const kind = takePlanned(planned, asked) ?? takeRandom(random, asked)
      if (kind) hits.push({ kind, ...asked })
      return kind
    },
  }
}

function takePlanned(planned: Planned[], asked: Asked): FaultKind | undefined {
  const found = planned.find(
    ({ kind, action, left }) => left > 0 && (action ? action === asked.action : true) && fits(kind, asked),
  )
  if (!found) return undefined
  if (found.skip-- > 0) return undefined
  found.left--
  return found.kind
}

function takeRandom(
  random: { next: () => number; probability: number; kinds: readonly FaultKind[] } | undefined,
  asked: Asked,
): FaultKind | undefined {
  if (!random || !asked.action.startsWith('database.') || random.next() >= random.probability) return undefined
  const kinds = random.kinds.filter((kind) => fits(kind, asked))
  return kinds[Math.floor(random.next() * kinds.length)]
}

export type Faults = ReturnType<typeof faultsOf>
