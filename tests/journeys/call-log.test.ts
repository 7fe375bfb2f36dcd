import { describe, expect, it } from 'vitest'
import { acting, at, inHand, story, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const phone = '13812345678'
const withPhone = wages({ applicant: { name: '包某某', phone } })

describe('the applicant’s number', () => {
  it('is shown to her lawyer when he rings, and she sees that it was', async () => {
    const county = await at(monday)
    const id = await inHand(county, withPhone)
    expect(JSON.stringify(await county.api('li', 'matter.get', { id }))).not.toContain(phone)
    expect(await county.api('li', 'matter.callLog', { id })).toEqual({ name: '包某某', phone })
    const seen = story(await county.api('bao', 'matter.get', { id }))
    expect(seen.filter((line) => line.includes('看了电话号码'))).toHaveLength(1)
  })

  it('is not shown to the proposed lawyer before he has answered, nor to a stranger, nor in a closed matter', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', withPhone)
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    expect((await county.ask('li', 'matter.callLog', { id })).status).toBe(404)
    expect((await county.ask('bao', 'matter.callLog', { id })).status).toBe(403)
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    expect((await county.ask('li', 'matter.callLog', { id })).status).toBe(200)
    await act('bao', 'aid.withdraw', {})
    expect((await county.ask('li', 'matter.callLog', { id })).body).toMatchObject({ refused: 'aid.already-closed' })
  })

  it('that was never given is said kindly', async () => {
    const county = await at(monday)
    const id = await inHand(county, wages({ applicant: { name: '包某某' } }))
    const { status, body } = await county.ask('li', 'matter.callLog', { id })
    expect([status, body]).toEqual([422, expect.objectContaining({ refused: 'matter.no-number' })])
  })
})

describe('a list row', () => {
  it('sent at 17:10 shows the applicant noon tomorrow, which she was promised, and the centre the same day', async () => {
    const county = await at('2026-10-12T17:10:00+08:00')
    const { id } = await county.api('bao', 'aid.submit', wages())
    const [mine] = (await county.api('bao', 'matter.list', { open: true })).items
    const queue = (await county.api('gao', 'desk.list', { desk: 'centre' })).items
    expect(mine?.clock?.code).toBe('aid.grace')
    expect(queue.find((row) => row.id === id)?.clock?.code).toBe('aid.promise')
  })
})
