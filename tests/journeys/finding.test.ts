import { describe, expect, it } from 'vitest'
import { east, wages } from './given'
import { about } from './question-given'
import { booked, visiting, WEDNESDAY, withPlans } from './visit-given'

/** My matters, of whatever kind: what can't wait stands at the top, also in a list of all. */

describe('my matters', () => {
  it('the most urgent first, over kinds: minutes, then tonight, then tomorrow’s hour; what is over comes last', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id: gone } = await county.api('bao', 'aid.submit', wages())
    await county.api('bao', 'aid.withdraw', { id: gone, why: '不办了' })
    const { id: visit } = await booked(county, '2026-10-15T09:30')
    const { id: aid } = await county.api('bao', 'aid.submit', wages({ story: '另外一件' }))
    const { id: question } = await county.api('bao', 'question.ask', about())
    const list = async (more: object = {}) => county.api('bao', 'matter.list', more)
    const ids = async (more: object = {}) => (await list(more)).items.map(({ id }) => id)
    expect(await ids({ open: true })).toEqual([question, aid, visit])
    expect(await ids()).toEqual([question, aid, visit, gone])
    expect(await ids({ open: false })).toEqual([gone])
    // The same, asked for in portions: nothing twice, nothing missing.
    const portions: string[] = []
    let after: string | undefined
    do {
      const page = await list({ limit: 1, ...(after && { after }) })
      portions.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after && portions.length < 9)
    expect(portions).toEqual([question, aid, visit, gone])
    expect(await county.ask('bao', 'matter.list', { after: 'over:nonsense' })).toMatchObject({ status: 400 })
  })

  it('what fell due before is more urgent than what falls due today', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id: late } = await county.api('bao', 'aid.submit', wages())
    await county.demo.to('2026-10-15T08:00:00+08:00')
    const { id: fresh } = await county.api('bao', 'aid.submit', wages({ story: '另外一件' }))
    const { id: hour } = await booked(county, '2026-10-15T10:30', { more: { village: east } })
    const { items } = await county.api('bao', 'matter.list', { open: true })
    expect(items.map(({ id }) => id)).toEqual([late, hour, fresh])
    expect(items[0]?.clock?.colour).toBe('overdue')
    await visiting(county, hour)('bao', 'visit.cancel', {})
    expect((await county.api('bao', 'matter.list', { open: true })).items.map(({ id }) => id)).toEqual([late, fresh])
  })
})
