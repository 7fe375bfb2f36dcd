import { describe, expect, it } from 'vitest'
import { dutyCounty } from '../journeys/question-given'
import { plans, travel, WEDNESDAY } from '../journeys/visit-given'
import type { Holding } from './harness/hand'
import { packagesOf } from './harness/report'
import { wired } from './harness/wire'

const planned = () => wired(WEDNESDAY, { ...dutyCounty(), plans, travel })

/** From the first question to the hours. */
async function toHours(her: Holding, way: RegExp) {
  her.phone.open('roles/resident/visit/index')
  await her.sees('怎么见面？')
  await her.choose(way)
  await her.tap('选您在的嘎查、村')
  await her.tap('甲镇')
  await her.choose('东嘎查')
  await her.sees('甲镇 东嘎查')
  await her.tap('下一步')
  await her.sees('想谈什么事？')
  await her.choose('工钱')
  await her.tap('下一步')
}

describe('a resident who books an hour in WeChat', () => {
  it('has it kept while she writes, books it, and reads who, where and the digits', async () => {
    const county = await planned()
    const her = county.held('bao')
    await toHours(her, /^到办公室见面/)
    await her.sees('什么时候？')
    await her.choose(/^明天/)
    await her.choose(/^9:00/)
    await her.sees('怎么找到您？')
    await her.sees(/还为您留/)
    await her.type(/^电话/, '13900000011')
    await her.tap('下一步')
    await her.sees('约之前看一遍')
    await her.tap('约好')
    await her.on('roles/resident/visit/matter/index')
    await her.sees('约好了')
    const [row] = (await county.does('bao', 'matter.list', { kind: 'visit' })).items
    const { detail, stage } = await county.does('bao', 'matter.get', { id: row?.id ?? '' })
    expect([stage, detail.start]).toEqual(['booked', '2026-10-15T09:00:00.000+08:00'])
    await her.sees(detail.checkIn ?? 'no digits')
    await her.tap('我会到')
    await her.sees('您说了会到')
    expect(packagesOf(her.phone)).toEqual(['roles/resident'])
  })

  it('whose tap got lost has the hour kept once, and is told so', async () => {
    const county = await planned()
    const her = county.held('bao')
    await toHours(her, /^打电话/)
    await her.choose(/^明天/)
    her.signal.lose = 'visit.hold'
    await her.choose(/^14:00/)
    await her.sees(/网络不通，没有送出去/)
    await her.choose(/^14:00/)
    await her.sees('怎么找到您？')
    expect(her.sent.filter((action) => action === 'visit.hold')).toHaveLength(2)
  })
})
