import { describe, expect, it } from 'vitest'
import { type ClusterKind, clustersOf, kindOf, type Reported } from '@/domain/clusters'
import { t } from './clock-given'

const RULES = { days: 30, count: 3 }
const TODAY = '2026-10-30'
const on = (kind: ClusterKind, village: string, ...days: string[]): Reported[] =>
  days.map((day, n) => ({ matter: `${village}-${kind}-${day}-${n}`, village, kind, at: t(`2026-${day} 09:00`) }))
const found = (reports: Reported[], held: { village: string; kind: ClusterKind; day: string }[] = []) =>
  clustersOf(reports, held, TODAY, RULES)

describe('early warning', () => {
  it('suggests a mediation day from the third of one kind in one village within 30 days', () => {
    const [cluster, ...others] = found(on('neighbour', 'a', '10-01', '10-15', '10-30'))
    expect(others).toEqual([])
    expect(cluster).toMatchObject({ village: 'a', kind: 'neighbour', count: 3, suggests: true, from: '2026-10-01' })
    expect(cluster?.matters).toHaveLength(3)
  })
  it('counts 30 days, today the last of them: what came a day earlier is before', () => {
    expect(found(on('neighbour', 'a', '09-30', '10-15', '10-30'))).toEqual([])
    const [cluster] = found(on('neighbour', 'a', '09-30', '10-01', '10-15', '10-30'))
    expect(cluster).toMatchObject({ count: 3, before: 1 })
  })
  it('suggests nothing from two, nor from three of three kinds, nor in three villages', () => {
    expect(found(on('neighbour', 'a', '10-29', '10-30'))).toEqual([])
    const kinds = (['title', 'contract', 'neighbour'] as const).flatMap((kind) => on(kind, 'a', '10-20'))
    expect(found(kinds)).toEqual([])
    expect(found(['a', 'b', 'c'].flatMap((village) => on('title', village, '10-20')))).toEqual([])
  })
  it('shows what came before and after the last mediation day, and begins to count anew', () => {
    const reports = on('title', 'a', '09-20', '10-01', '10-05', '10-09', '10-12')
    const [cluster] = found(reports, [{ village: 'a', kind: 'title', day: '2026-10-10' }])
    expect(cluster).toMatchObject({
      before: 4,
      after: { since: '2026-10-10', count: 1 },
      count: 1,
      suggests: false,
    })
    const again = [...reports, ...on('title', 'a', '10-20', '10-21')]
    expect(found(again, [{ village: 'a', kind: 'title', day: '2026-10-10' }])[0]).toMatchObject({
      after: { count: 3 },
      suggests: true,
    })
  })
  it('doesn’t suggest what is already planned, and says when', () => {
    const reports = on('title', 'a', '10-20', '10-21', '10-22')
    expect(found(reports, [{ village: 'a', kind: 'title', day: '2026-11-05' }])[0]).toMatchObject({
      suggests: false,
      planned: '2026-11-05',
      count: 3,
    })
  })
  it('puts the most first, and what only looks back last', () => {
    const reports = [
      ...on('title', 'a', '10-20', '10-21', '10-22'),
      ...on('contract', 'b', '10-20', '10-21', '10-22', '10-23'),
    ]
    const held = [{ village: 'c', kind: 'title' as const, day: '2026-10-01' }]
    expect(found(reports, held).map(({ village }) => village)).toEqual(['b', 'a', 'c'])
  })
})

describe('what a report counts as', () => {
  it('is what its row of the catalogue is marked as', () => expect(kindOf('title', 'pasture')).toBe('title'))
  it('is its topic where it has no such row, for land and pasture', () => {
    expect(kindOf(undefined, 'land')).toBe('land')
    expect(kindOf('nonsense', 'pasture')).toBe('pasture')
  })
  it('is nothing for everything else', () => expect(kindOf(undefined, 'road')).toBeUndefined())
})
