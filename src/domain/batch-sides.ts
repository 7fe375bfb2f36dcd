import type { Mark } from './wall'

/** One matter of a batch by whom it is between; `claim`: the form on which several people entered one claim. */
export type Sides = { id: string; topic: string; marks: readonly Mark[]; claim?: string }

/** Which of these stand against one before them in the list: what is ours in one is theirs in the other. */
export function oppositeIn(matters: readonly Sides[]): Set<string> {
  const seen = { ours: new Set<string>(), theirs: new Set<string>() }
  const found = new Set<string>()
  for (const { id, marks } of matters) {
    if (marks.some(({ side, mark }) => seen[side === 'ours' ? 'theirs' : 'ours'].has(mark))) {
      found.add(id)
      continue
    }
    for (const { side, mark } of marks) seen[side].add(mark)
  }
  return found
}

/** By matter: the claim it belongs to, where several were entered as one, or are about one thing against one and the same. */
export function sameOpponents(matters: readonly Sides[]): Map<string, string> {
  const against = new Map<string, string[]>()
  const keysOf = ({ topic, marks, claim }: Sides) => [
    ...(claim ? [`claim ${claim}`] : []),
    ...marks.flatMap(({ side, mark }) => (side === 'theirs' ? [`${topic} ${mark}`] : [])),
  ]
  for (const matter of matters)
    for (const key of keysOf(matter)) against.set(key, [...(against.get(key) ?? []), matter.id])
  const size = (key: string) => against.get(key)?.length ?? 0
  return new Map(
    matters.flatMap((matter) => {
      const [largest] = keysOf(matter).sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
      return largest && size(largest) > 1 ? [[matter.id, largest] as const] : []
    }),
  )
}
