import { expect, it } from 'vitest'
import { publishProblems } from '@/domain/rota-guard'
import { addDays } from '@/domain/time'
import { loadCounty } from '../../cloudfunctions/county'
import { bureau } from '../../cloudfunctions/demo/bureau'
import { guarded, namedIn, staffOf } from '../../cloudfunctions/rota-people'
import { loadRota, spanOfDays } from '../../cloudfunctions/rota-records'
import { worldAt } from './county-given'

it.each(['2026-09-25', '2026-11-23', '2026-12-28', '2027-02-01'])(
  'the demonstration’s rota could be published for the two weeks from %s',
  async (from) => {
    const world = worldAt(`${from}T10:00:00.000+08:00`)
    const loaded = await loadCounty(world, bureau)
    expect(loaded.ok).toBe(true)
    const to = addDays(from, 13)
    const span = spanOfDays(from, to)
    const rota = await loadRota(world, span.from, span.to)
    const staff = await staffOf(world, namedIn(rota))
    const given = { calendar: world.calendar, policy: world.policy }
    const people = [...staff.values()].map(guarded)
    expect(people.length).toBeGreaterThan(10)
    expect(publishProblems(rota, people, from, to, given)).toEqual([])
    // The guard sees who is missing: without the night's people it would not be publishable.
    const short = { ...rota, layers: rota.layers.filter(({ people }) => !people.includes('altan')) }
    expect(publishProblems(short, people, from, to, given).map(({ code }) => code)).toContain('gap')
  },
)
