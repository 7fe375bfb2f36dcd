import { expect, it } from 'vitest'
import { acting, at, county as countyOf, may, people, wages, wrongs } from './given'

const lu = { id: 'lu', name: '卢审查', phone: '13900000031', roles: [{ role: 'centre' }] }
const everybody = { people: [...Object.values(people), lu], policy: { 'aid.sampleOneIn': 1 } }
const hers = wages({ applicant: { name: '卢审查', phone: '13900000031' } })

/** Lu of the centre applies for herself; as the centre she has the same page as her colleagues, and decides nothing. */
async function applied() {
  const county = await at('2026-10-12T09:00:00+08:00', { county: countyOf(everybody) })
  const herself = await county.demo.signIn('lu')
  await county.api(herself, 'session.actAs', { role: 'resident' })
  const { id } = await county.api(herself, 'aid.submit', hers)
  const tries = async (action: string, input: object) =>
    wrongs(await county.ask('lu', action as 'aid.grant', { id, ...input }))
  const offered = async () => {
    const steps = may(await county.api('lu', 'matter.get', { id }))
    return steps.filter((step) => !['aid.complete', 'aid.parties', 'aid.withdraw', 'aid.supplement'].includes(step))
  }
  return { county, id, herself, tries, offered, act: acting(county, id) }
}
const own = ['aid.own-application']

it('she neither grants nor refuses nor hands over nor asks herself for papers', async () => {
  const { tries, offered } = await applied()
  expect(await tries('aid.grant', {})).toEqual(own)
  expect(await tries('aid.refuse', { article: '31-5', why: '理由' })).toEqual(own)
  expect(await tries('aid.transfer', { to: '铁西', why: '理由' })).toEqual(own)
  expect(await tries('aid.supplementList', { items: [{ key: 'a', text: '合同' }] })).toEqual(own)
  for (const step of ['aid.grant', 'aid.refuse', 'aid.transfer', 'aid.supplementList'])
    expect(await offered()).not.toContain(step)
})

it('she doesn’t confirm a colleague’s refusal of it, nor is she named to', async () => {
  const { county, id, act, tries } = await applied()
  const lying = await act('gao', 'aid.refuse', { article: '31-5', why: '理由' })
  expect(lying.people[0]?.name).toBe('秦审查')
  expect(await tries('aid.confirmRefusal', {})).toEqual(own)
  expect(wrongs(await county.ask('sun', 'matter.reassign', { id, to: 'lu', why: '换' }))).toEqual(own)
})

it('she doesn’t deem it withdrawn, though a colleague has rung', async () => {
  const { county, id, act, tries, offered } = await applied()
  await act('gao', 'aid.supplementList', { items: [{ key: 'a', text: '合同' }] })
  await county.demo.to('2026-10-21T09:00:00+08:00')
  await county.api('gao', 'matter.callLog', { id })
  expect(await tries('aid.deemedWithdrawn', { call: '不办了' })).toEqual(own)
  expect(await offered()).not.toContain('aid.deemedWithdrawn')
  expect((await act('gao', 'aid.deemedWithdrawn', { call: '不办了' })).stage).toBe('withdrawn')
})

it('she reviews no report on it, rings nobody back, and puts nothing right; she rates it as herself', async () => {
  const { county, id, herself, act, tries, offered } = await applied()
  await act('gao', 'aid.grant', {})
  await act('li', 'aid.conflictAnswer', { conflict: 'no' })
  await act('li', 'aid.take', {})
  await act('li', 'aid.close', { result: 'settled', text: '和解' })
  expect(await tries('aid.reviewClose', { ok: true })).toEqual(own)
  await act('gao', 'aid.reviewClose', { ok: true })
  expect(await tries('aid.calledBack', { reached: true, stars: 5 })).toEqual(own)
  await county.api(herself, 'aid.rate', { id, stars: 1 })
  expect(await tries('aid.contacted', { how: 'call' })).toEqual(own)
  await act('qin', 'aid.contacted', { how: 'call' })
  expect(await tries('aid.rectified', { text: '好了' })).toEqual(own)
  for (const step of ['aid.calledBack', 'aid.contacted', 'aid.rectified']) expect(await offered()).not.toContain(step)
})
