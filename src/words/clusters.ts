import type { ClusterKind } from '@/domain/clusters'
import type { Day } from '@/domain/time'

/** Early warning: several of one kind in one village. */

export const clusterTexts: Record<ClusterKind, string> = {
  title: '耕地、草场确权',
  contract: '土地、草场承包',
  neighbour: '地邻、地界',
  land: '土地的其他事',
  pasture: '草场的其他事',
}

const dayText = (day: Day) => `${Number(day.slice(5, 7))}\u00a0月\u00a0${Number(day.slice(8))}\u00a0日`

type Told = { kind: ClusterKind; count: number; days: number; since?: Day | undefined; planned?: Day | undefined }

/** 「30 天里有 4 件……,建议去村里办一次调解日」. */
export function clusterAdvice({ kind, count, days, since, planned }: Told): string {
  const what = `「${clusterTexts[kind]}」`
  const sofar = since
    ? `${dayText(since)}办过调解日，之后又有\u00a0${count}\u00a0件${what}`
    : `${days}\u00a0天里有\u00a0${count}\u00a0件${what}`
  return planned ? `${sofar}。已定${dayText(planned)}去村里办调解日` : `${sofar}，建议去村里办一次调解日`
}

/** Where a mediation day was held and no more came than may come. */
export const calmAdvice = (since: Day, days: number, before: number, after: number): string =>
  `${dayText(since)}办过调解日：之前\u00a0${days}\u00a0天\u00a0${before}\u00a0件，之后\u00a0${after}\u00a0件`
