import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { acting, at, clockOf, forOther, inHand, may, told, uploaded, wages, wrongs } from './given'

/** What somebody found who had only read what the product promises. */

const monday = '2026-10-12T09:00:00+08:00'

describe('a village secretary', () => {
  it('can’t forward against her own committee, however it is spelled, nor against herself', async () => {
    const county = await at(monday)
    const against = (party: { name: string; phone?: string }) =>
      forOther({}, { parties: [{ role: 'opponent', ...party }] })
    for (const party of [
      { name: '东嘎查村民委员会' },
      { name: '甲镇东嘎查委员会' },
      { name: '某人', phone: '13900000021' },
    ])
      expect(wrongs(await county.ask('zhou', 'aid.submit', against(party)))).toEqual(['aid.against-your-own'])
  })
  it('forwards against the neighbour’s, and the centre takes what she may not', async () => {
    const county = await at(monday)
    const against = (name: string) => forOther({}, { parties: [{ role: 'opponent', name }] })
    expect((await county.ask('zhou', 'aid.submit', against('西嘎查村民委员会'))).status).toBe(200)
    expect((await county.ask('gao', 'aid.submit', against('东嘎查村民委员会'))).status).toBe(200)
  })
})

describe('twenty-seven photos', () => {
  it('come in with one answer, open to the reviewer, and to nobody who may not see papers', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const keys = ['one', 'two', 'three']
    await county.api('gao', 'aid.supplementList', { id, items: keys.map((key) => ({ key, text: `第${key}样` })) })
    const items = []
    for (const key of keys) {
      const fileIds = []
      for (let n = 0; n < 9; n += 1) fileIds.push(await uploaded(county, 'bao', samples.png, `${key}${n}.png`))
      items.push({ key, fileIds })
    }
    const back = await county.api('bao', 'aid.supplement', { id, items })
    expect([back.stage, back.papers.length]).toEqual(['submitted', 27])
    expect((await county.api('gao', 'matter.get', { id })).papers).toHaveLength(27)
    expect(clockOf(back, 'aid.supplement').outcome).toBe('kept')
  })
})

describe('whoever asks for another', () => {
  it('isn’t the one who was helped: that one is told by telephone, and rung afterwards', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', forOther())
    expect(told(await county.demo.outbox(id))).toContain('13900000077 sms aid.received')
    const act = acting(county, id)
    const lawyer = (await act('gao', 'aid.grant', {})).detail.lawyer?.id ?? ''
    await act(lawyer, 'aid.conflictAnswer', { conflict: 'no' })
    await act(lawyer, 'aid.take', {})
    await act(lawyer, 'aid.close', { result: 'advice', text: '问清楚了' })
    await act('gao', 'aid.reviewClose', { ok: true })
    expect(may(await county.api('bao', 'matter.get', { id }))).not.toContain('aid.rate')
    expect(wrongs(await county.ask('bao', 'aid.rate', { id, stars: 5 }))).toEqual(['aid.not-yours-to-rate'])
    expect((await county.api('qin', 'desk.list', { desk: 'callback' })).items.map((row) => row.id)).toEqual([id])
  })
})

describe('a party told anew with no more than a name', () => {
  it('keeps the number that the page had masked, so the wall still finds it', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const before = await county.api('gao', 'matter.get', { id })
    const parties = [{ role: 'opponent' as const, name: '某建筑公司' }]
    const after = await county.api('bao', 'aid.parties', { id, parties })
    expect([after.version, after.detail.parties]).toEqual([before.version, before.detail.parties])
  })
})
