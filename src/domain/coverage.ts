import type { Story } from './eight-figures'

/** Which places asked, and how much of it was in time, so that no share speaks of one person. */

/** Fewer questions than these are fewer people than a share may be told of. */
export const FEW = 5

export type Cell = { unit: string; town: string; asked: number; judged: number; inTime: number }

/** In time is answered, or routed to a named person, within the eight minutes. What is still open isn't judged. */
export function cellsOf(stories: readonly Story[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { village, town, result } of stories) {
    if (result === 'withdrawn') continue
    const cell = cells.get(village) ?? { unit: village, town, asked: 0, judged: 0, inTime: 0 }
    cells.set(village, {
      ...cell,
      asked: cell.asked + 1,
      judged: cell.judged + (result === 'open' ? 0 : 1),
      inTime: cell.inTime + (result === 'answered' || result === 'routed' ? 1 : 0),
    })
  }
  return [...cells.values()]
}

/**
 * The places whose share isn't told: those with fewer than five, and beside them the smallest others of the same town,
 * then of the county, until at least two with five questions together are hidden. So nobody gets at one by taking the
 * others off the town's total. Where a town has no others, its only place stays hidden alone.
 */
export function withheld(cells: readonly Cell[]): Set<string> {
  const hidden = new Set(cells.filter(({ judged }) => judged < FEW).map(({ unit }) => unit))
  const enough = (among: readonly Cell[]) => {
    const dark = among.filter(({ unit, judged }) => judged > 0 && hidden.has(unit))
    return dark.length === 0 || (dark.length > 1 && dark.reduce((sum, { judged }) => sum + judged, 0) >= FEW)
  }
  const cover = (among: readonly Cell[]) => {
    const rest = among
      .filter(({ unit }) => !hidden.has(unit))
      .sort((a, b) => a.judged - b.judged || (a.unit < b.unit ? -1 : 1))
    for (const { unit } of rest) {
      if (enough(among)) return
      hidden.add(unit)
    }
  }
  const towns = [...new Set(cells.map(({ town }) => town))].map((town) => cells.filter((cell) => cell.town === town))
  // What the county hides may stand alone in its town, so both are looked at until nothing more is hidden.
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size
    for (const among of [...towns, cells]) cover(among)
  }
  return hidden
}

export type Hour = { hour: number; asked: number; judged: number; inTime: number }

/** By the hour at which she pressed send, in Shanghai: all 24, the empty ones too. */
export function hoursOf(stories: readonly Story[]): Hour[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const here = stories.filter(({ sentAt, result }) => Number(sentAt.slice(11, 13)) === hour && result !== 'withdrawn')
    return {
      hour,
      asked: here.length,
      judged: here.filter(({ result }) => result !== 'open').length,
      inTime: here.filter(({ result }) => result === 'answered' || result === 'routed').length,
    }
  })
}
