import { describe, expect, it } from 'vitest'
import { planOf } from '../../cloudfunctions/plans'
import { backfillPlans } from '../../cloudfunctions/plans-backfill'
import { value } from '../given-world'
import { names, open, plan, slots } from './visit-given'

const wednesday = { from: '2026-09-30', to: '2026-10-01' }

describe('a store that was loaded by older code', () => {
  it('gets its plans out of the sheet once, and keeps what somebody wrote since', async () => {
    const rows = [plan('li', 'office'), plan('he', 'phone'), plan('li', 'video', { weekdays: [1] })]
    const w = await open({ plans: [] })
    const sheet = { collection: 'policy', id: 'county:plans', expected: 0, keys: {}, body: JSON.stringify(rows) }
    await w.store.save([sheet])
    value(
      await w.as('he')('visit.savePlan', {
        plan: { kind: 'office', weekdays: [3], from: '09:00', to: '10:00', minutes: 30, capacity: 1 },
      }),
    )
    expect(await backfillPlans(w.world)).toEqual({ touched: 2, more: false })
    const ways = async (person: string) => (await planOf(w.world, person)).record.plans.map(({ way }) => way)
    expect([await ways('li'), await ways('he')]).toEqual([['office', 'video'], ['office']])
    expect(names(await slots(w, wednesday))).toHaveLength(7)
  })
})
