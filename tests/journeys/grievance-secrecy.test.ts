import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { east, wrongs } from './given'
import {
  atWater,
  ditch,
  handling,
  inCommand,
  photoOf,
  quick,
  refused,
  reported,
  shown,
  to,
  toWater,
  town,
} from './grievance-given'

/** Who reported it: three degrees, and 举报 of which nothing reaches whoever it is against. */

const report = { type: 'report', handling: 'quick' } as const
const sent = { main: 'dept:land', why: '占地举报', brief: '有人反映东嘎查有占地建房，请核实' } as const

/** All that reaches the people of a unit about it: page, rows, notices, papers. Ids are the only thing that may differ. */
async function reaches(county: TestServer, id: string, who: string): Promise<string> {
  const view = await county.ask(who, 'matter.get', { id })
  const rows = await county.ask(who, 'desk.list', { desk: 'department', of: 'unit' })
  const told = (await county.demo.outbox(id)).filter((row) => row.to === who)
  const text = JSON.stringify([view.body, rows.body, told])
  return text.replaceAll(id, 'grievance:it').replaceAll(/"cursor":"[^"]*"/g, '')
}

describe('举报', () => {
  it('nothing that reaches the unit differs by a byte, whoever reported it and by whatever door', async () => {
    const consent = { kind: 'witness', name: '邻居陈' } as const
    const doors: Record<string, (county: TestServer) => Promise<string>> = {
      herself: async (county) => (await reported(county, { topic: 'land', text: '甲说的话，甲在村东头住' })).id,
      another: async (county) => (await reported(county, { topic: 'land', text: '乙说的' }, 'wu')).id,
      nameless: async (county) => (await reported(county, { topic: 'land', anonymity: 'full', text: '丙说的' })).id,
      'a helper': async (county) =>
        (
          await county.api(
            'zhou',
            'grievance.submit',
            ditch({ topic: 'land', reporter: { name: '丁' }, forwarded: { consent, tell: ['person'] } }),
          )
        ).id,
      'a call': async (county) =>
        (
          await reported(
            county,
            { topic: 'land', source: 'call', reporter: { name: '戊', phone: '13900000088' } },
            'lu',
          )
        ).id,
    }
    const seen = new Map<string, string>()
    for (const [door, report_] of Object.entries(doors)) {
      const county = await inCommand('09:00:00')
      const id = await report_(county)
      const act = handling(county, id)
      await act('lu', 'grievance.accept', report)
      await act('lu', 'grievance.dispatch', sent)
      await act('tu', 'grievance.sign', {})
      await to(county, '2026-10-14 10:00')
      seen.set(door, await reaches(county, id, 'tu'))
    }
    const [first = '', ...others] = [...seen.values()]
    expect(first).toContain('请核实')
    for (const name of ['甲说的话', '包群众', '村西桥头']) expect(first).not.toContain(name)
    for (const other of others) expect(other).toBe(first)
  })
  it('a unit is told a brief and nothing else; without one it isn’t sent', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { topic: 'land' })
    await handling(county, id)('lu', 'grievance.accept', report)
    const { brief: _, ...bare } = sent
    expect(await refused(county, id)('lu', 'grievance.dispatch', bare)).toBe('422 grievance.brief-missing')
  })
  it('it is never sent to the unit it is against, nor shown to it', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { topic: 'land', against: 'dept:land' })
    await handling(county, id)('lu', 'grievance.accept', report)
    const no = refused(county, id)
    expect(await no('lu', 'grievance.dispatch', sent)).toBe('422 grievance.accused-unit')
    expect(await no('lu', 'grievance.dispatch', { ...sent, main: 'dept:water', with: ['dept:land'] })).toBe(
      '422 grievance.accused-unit',
    )
    expect((await county.ask('tu', 'matter.get', { id })).status).toBe(404)
  })
})

describe('a report about village cadres', () => {
  it('goes to the banner directly: no list, count or search of village and town has a trace of it', async () => {
    const county = await inCommand('09:00:00')
    const empty = await Promise.all([
      county.api('zhou', 'desk.list', { desk: 'village', of: 'unit' }),
      county.api('tang', 'desk.list', { desk: 'town', of: 'unit' }),
      county.api('tang', 'figures.bulletin', { month: '2026-10' }),
      county.api('tang', 'figures.clusters', {}),
      county.api('zhou', 'grievance.similar', {
        topic: 'village-cadre',
        place: east,
        text: '书记把补贴给了亲戚',
        photos: [],
      }),
    ])
    const { id } = await reported(county, { topic: 'village-cadre', text: '书记把补贴给了亲戚' })
    const act = handling(county, id)
    await act('lu', 'grievance.accept', { type: 'complaint', handling: 'quick' })
    expect(await refused(county, id)('lu', 'grievance.dispatch', { ...sent, main: east })).toBe(
      '422 grievance.accused-unit',
    )
    expect(await refused(county, id)('lu', 'grievance.dispatch', { ...sent, main: town })).toBe(
      '422 grievance.accused-unit',
    )
    await act('lu', 'grievance.dispatch', { ...sent, main: 'dept:water' })
    const after = await Promise.all([
      county.api('zhou', 'desk.list', { desk: 'village', of: 'unit' }),
      county.api('tang', 'desk.list', { desk: 'town', of: 'unit' }),
      county.api('tang', 'figures.bulletin', { month: '2026-10' }),
      county.api('tang', 'figures.clusters', {}),
      county.api('zhou', 'grievance.similar', {
        topic: 'village-cadre',
        place: east,
        text: '书记把补贴给了亲戚',
        photos: [],
      }),
    ])
    const without = (value: unknown) => JSON.stringify(value).replaceAll(/"madeAt":"[^"]*"/g, '')
    expect(after.map(without)).toEqual(empty.map(without))
    for (const who of ['zhou', 'tang']) expect((await county.ask(who, 'matter.get', { id })).status).toBe(404)
  })
})

describe('how much she is known', () => {
  it('hidden from handler and village: they see what, never who', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await atWater(county, { anonymity: 'handler' })
    const theirs = await shown(county, id, 'shui')
    expect([theirs.detail.reporter, theirs.detail.text]).toEqual([undefined, ditch().text])
    expect((await county.ask('shui', 'matter.callLog', { id })).status).toBe(404)
    expect(JSON.stringify(theirs)).not.toContain('包群众')
    expect((await shown(county, id, 'lu')).detail.reporter?.name).toBe('包群众')
  })
  it('known to nobody: her code opens it, nobody rings, and the answer stands under the code', async () => {
    const county = await inCommand('09:00:00')
    const { id, code = '', detail } = await reported(county, { anonymity: 'full' })
    expect(detail.reporter?.name).toBeUndefined()
    expect((await county.ask('bao', 'matter.get', { id })).status).toBe(404)
    expect((await county.api('bao', 'matter.list', {})).items).toEqual([])
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', toWater)
    await act('shui', 'grievance.sign', {})
    const photos = [await photoOf(county, 'shui')]
    await act('shui', 'grievance.resolve', { result: 'solved', text: '清完了', photos })
    const closed = await act('lu', 'grievance.check', { ok: true })
    expect([closed.stage, closed.detail.closedHow]).toEqual(['closed', 'by-code'])
    const track = await county.ask(undefined, 'matter.track', { code })
    expect(track.body).toMatchObject({ value: { id } })
    const hers = await county.ask(undefined, 'matter.get', { id, code })
    expect(hers.body).toMatchObject({ value: { detail: { outcome: { text: '清完了' } } } })
    const rated = await county.ask(undefined, 'grievance.rate', { id, code, stars: 4 } as never)
    expect(rated.status).toBe(200)
    expect((await county.ask(undefined, 'matter.get', { id, code: '0000000000000' })).status).toBe(404)
  })
  it('somebody without an account reports by her code, and completes by it', async () => {
    const county = await inCommand('09:00:00')
    const asked = await county.ask(undefined, 'grievance.submit', ditch() as never)
    const { id, code } = (asked.body as { value: { id: string; code: string } }).value
    await handling(county, id)('lu', 'grievance.sendBack', { items: ['哪一段'] })
    const done = await county.ask(undefined, 'grievance.complete', { id, code, text: '桥头' } as never)
    expect(wrongs(done)).toEqual([])
  })
})
