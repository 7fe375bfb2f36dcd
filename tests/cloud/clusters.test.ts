import { describe, expect, it } from 'vitest'
import type { Cluster, MatterView } from '@/contract/views'
import { type Given, no, value, world } from '../given-world'

/** Early warning, from what was accepted. */

const NEIGHBOUR = { topic: 'land', place: '150524100200', text: '邻居种地把边界往我家地里推了有一米' }
const given = () => world({ at: '2026-10-03 09:00' })
async function accepted({ as }: Given, more: object = {}, item = 'land-border', type = 'help') {
  const { id } = value<MatterView>(await as('bao')('grievance.submit', { ...NEIGHBOUR, ...more }))
  value(await as('kong')('grievance.accept', { id, type, handling: 'escalate', item }))
  return id
}
const clusters = async ({ as }: Given, who = 'sun') =>
  value<{ items: Cluster[] }>(await as(who)('figures.clusters')).items
const day = (it: Given, more: object = {}, who = 'sun') =>
  it.as(who)('figures.mediationDay', { village: '150524100200', what: 'neighbour', day: '2026-10-10', ...more })
async function three(it: Given) {
  const ids = []
  for (let n = 0; n < 3; n++) ids.push(await accepted(it))
  return ids
}

describe('three of one kind in one village within 30 days', () => {
  it('suggest a mediation day, with the reports behind it', async () => {
    const it = await given()
    const ids = await three(it)
    const [cluster] = await clusters(it)
    expect(cluster).toMatchObject({
      village: { code: '150524100200', text: '东嘎查' },
      what: 'neighbour',
      whatText: '地邻、地界',
      count: 3,
      before: 0,
      advice: '30\u00a0天里有\u00a03\u00a0件「地邻、地界」，建议去村里办一次调解日',
    })
    expect([...(cluster?.matters ?? [])].sort()).toEqual([...ids].sort())
  })
  it('are not three once one was taken back, or turns out to be 举报', async () => {
    const it = await given()
    const [, , last = ''] = await three(it)
    value(await it.as('bao')('grievance.withdraw', { id: last }))
    expect(await clusters(it)).toEqual([])
    const report = await accepted(it)
    expect(await clusters(it)).toHaveLength(1)
    value(await it.as('kong')('grievance.reclassify', { id: report, type: 'report', handling: 'quick', why: '是举报' }))
    expect(await clusters(it)).toEqual([])
  })
  it('never count what is secret from the start, nor what nobody accepted', async () => {
    const it = await given()
    await accepted(it)
    await accepted(it)
    await accepted(it, { against: '150524101200' })
    await accepted(it, {}, 'land-border', 'report')
    value(await it.as('bao')('grievance.submit', NEIGHBOUR))
    expect(await clusters(it)).toEqual([])
  })
  it('are no longer three after 30 days', async () => {
    const it = await given()
    await three(it)
    it.set('2026-11-01 23:59')
    expect(await clusters(it)).toHaveLength(1)
    it.set('2026-11-02 00:00')
    expect(await clusters(it)).toEqual([])
  })
})

describe('who sees it', () => {
  it('is a town of its own villages, without the reports behind it', async () => {
    const it = await given()
    await three(it)
    expect(await clusters(it, 'tong')).toMatchObject([{ count: 3, matters: [] }])
    expect(await clusters(it, 'gao')).toMatchObject([{ count: 3, matters: [] }])
    for (let n = 0; n < 3; n++) await accepted(it, { place: '150524101200' })
    expect(await clusters(it, 'tong')).toHaveLength(1)
    expect(await clusters(it)).toHaveLength(2)
  })
  it('is no village, no resident', async () => {
    const it = await given()
    for (const who of ['mei', 'bao', 'ke'])
      expect(no(await it.as(who)('figures.clusters'))).toMatchObject({ status: 403 })
  })
})

describe('a mediation day', () => {
  it('shows what came before it and after it', async () => {
    const it = await given()
    await three(it)
    value(await day(it))
    it.set('2026-10-12 09:00')
    await accepted(it)
    expect(await clusters(it)).toMatchObject([
      {
        count: 1,
        before: 3,
        after: { since: '2026-10-10', count: 1 },
        advice: '10\u00a0月\u00a010\u00a0日办过调解日：之前\u00a030\u00a0天\u00a03\u00a0件，之后\u00a01\u00a0件',
      },
    ])
  })
  it('is there once, however often it is written down', async () => {
    const it = await given()
    value(await day(it))
    value(await day(it, {}, 'tong'))
    expect((await it.docs('facts')).filter(({ keys }) => keys.what === 'grievance.mediation-day')).toHaveLength(1)
  })
  it('is refused elsewhere than in a town’s own villages, of a kind that isn’t one, and years away', async () => {
    const it = await given()
    expect(no(await day(it, { village: '150524101200' }, 'tong'))).toMatchObject({ invalid: ['village unknown-place'] })
    expect(no(await day(it, { village: 'nowhere' }))).toMatchObject({ invalid: ['village unknown-place'] })
    expect(no(await day(it, { what: 'weather' }))).toMatchObject({ invalid: ['what not-an-option'] })
    expect(no(await day(it, { day: '2029-10-10' }))).toMatchObject({ invalid: ['day too-far'] })
  })
})
