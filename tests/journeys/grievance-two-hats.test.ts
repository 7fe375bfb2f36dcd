import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { opens, told, uploaded } from './given'
import {
  ditch,
  grievanceCounty,
  handling,
  inCommand,
  photoOf,
  quick,
  refused,
  reported,
  shown,
  toWater,
  town,
} from './grievance-given'

/** What must not reach somebody stays from him in every role he has, and in every place where it is kept. */

const consent = { kind: 'witness', name: '邻居陈' } as const
const liang = {
  id: 'liang',
  name: '梁两岗',
  roles: [{ role: 'command' }, { role: 'department', unit: 'dept:land' }, { role: 'supervisor' }],
}

describe('somebody of the unit it is against', () => {
  it('finds nothing of it as one of the command seat or as a leader either, and isn’t its responsible', async () => {
    const base = grievanceCounty({ people: [liang] })
    const turn = { seat: 'command-duty', people: ['liang'], every: 'day', handover: '08:00', anchor: '2026-09-01' }
    const layers = [...base.layers, { ...turn, priority: 9 }]
    const county = await inCommand('09:00:00', { county: { ...base, layers } })
    const open = await reported(county)
    expect(open.people[0]?.name).toBe('梁两岗')
    const { id, people } = await reported(county, { topic: 'land', against: 'dept:land' }, 'wu')
    expect(people[0]?.name).not.toBe('梁两岗')
    for (const role of ['command', 'supervisor'] as const) {
      await county.api('liang', 'session.actAs', { role })
      expect((await county.ask('liang', 'matter.get', { id })).status, role).toBe(404)
      const desk = await county.api('liang', 'desk.list', { desk: 'command' })
      expect(
        desk.items.map((row) => row.id),
        role,
      ).toEqual([open.id])
    }
    await county.api('liang', 'session.actAs', { role: 'command' })
    expect(await refused(county, id)('liang', 'grievance.accept', quick)).toBe('404 grievance.not-found')
    expect((await county.demo.outbox(id)).filter(({ to }) => to === 'liang')).toEqual([])
    const call = ditch({ topic: 'land', against: 'dept:land', source: 'call', reporter: { name: '戊' } })
    expect((await county.ask('liang', 'grievance.submit', call)).body).toMatchObject({
      refused: 'grievance.against-your-own',
    })
    const { items } = await county.api('lu', 'matter.colleagues', { id })
    expect(items.map((each) => each.id)).not.toContain('liang')
    // As herself everybody may report her own office.
    await county.api('liang', 'session.actAs', { role: 'resident' })
    const own = await reported(county, { topic: 'land', against: 'dept:land' }, 'liang')
    expect(own.detail.reporter).toBeDefined()
  })
})

describe('a town that wrote down a report about village cadres', () => {
  it('hands over the code once, and hears and keeps nothing more of it', async () => {
    const county = await inCommand('09:00:00')
    const by = {
      reporter: { name: '戊', phone: '13900000088' },
      forwarded: { consent, tell: ['person', 'helper'] },
    } as const
    const sent = await county.api(
      'tang',
      'grievance.submit',
      ditch({ topic: 'village-cadre', ...by, forwarded: { consent, tell: ['person', 'helper'] } }),
    )
    expect(sent.code).toMatch(/^[0-9A-Z]{13}$/)
    await handling(county, sent.id)('lu', 'grievance.accept', quick)
    expect(told(await county.demo.outbox(sent.id)).filter((row) => row.startsWith('tang'))).toEqual([])
    for (const of of ['mine', 'unit'] as const)
      expect((await county.api('tang', 'desk.list', { desk: 'town', of })).items).toEqual([])
    expect((await county.api('tang', 'matter.list', {})).items).toEqual([])
    expect((await county.api('tang', 'notice.list', {})).items).toEqual([])
    expect((await county.ask('tang', 'matter.get', { id: sent.id })).status).toBe(404)
  })
})

describe('a unit that may not know her', () => {
  it('reads what it noted itself, and nothing the seat noted of her, nor opens her voice', async () => {
    const county = await inCommand('09:00:00')
    const voice = await uploaded(county, 'bao', samples.mp3, '说的话.mp3')
    const { id } = await reported(county, { anonymity: 'handler', voice })
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', toWater)
    await act('shui', 'grievance.sign', {})
    await county.api('lu', 'matter.note', { id, text: '包群众来电催过' })
    await county.api('shui', 'matter.note', { id, text: '已联系施工队' })
    const theirs = await shown(county, id, 'shui')
    expect(await Promise.all(['shui', 'lu'].map((who) => opens(county, who, voice)))).toEqual([false, true])
    expect(theirs.detail.notes?.map(({ text }) => text)).toEqual(['已联系施工队'])
    expect(JSON.stringify(theirs)).not.toContain('包群众')
    expect((await shown(county, id, 'lu')).detail.notes).toHaveLength(2)
    const photos = [await photoOf(county, 'shui')]
    await act('shui', 'grievance.resolve', { result: 'solved', text: '清完了', photos })
    await act('lu', 'grievance.check', { ok: true })
    await act('mei', 'grievance.callBack', { reached: true, satisfied: false, note: '包群众说她家地头还没水' })
    expect(JSON.stringify(await shown(county, id, 'shui'))).not.toContain('包群众')
  })
  it('is told no more of 举报 afterwards by another name for it', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { topic: 'land' })
    const act = handling(county, id)
    await act('lu', 'grievance.accept', { type: 'report', handling: 'quick' })
    await act('lu', 'grievance.dispatch', { main: 'dept:land', why: '占地', brief: '请核实' })
    const no = refused(county, id)
    expect(await no('lu', 'grievance.reclassify', { handling: 'quick', type: 'complaint', why: '改' })).toBe(
      '422 grievance.secret-stays',
    )
    expect(await no('lu', 'grievance.reclassify', { handling: 'escalate', why: '改' })).toBe('200')
    expect((await shown(county, id, 'tu')).detail.reporter).toBeUndefined()
  })
  it('opens neither her photos nor her voice of 举报, nor those of her village', async () => {
    const county = await inCommand('09:00:00')
    const photo = await photoOf(county, 'bao')
    const { id } = await reported(county, { topic: 'land', photos: [photo] })
    const act = handling(county, id)
    await act('lu', 'grievance.accept', { type: 'report', handling: 'quick' })
    await act('lu', 'grievance.dispatch', { main: 'dept:land', with: [town], why: '占地', brief: '请核实' })
    await act('tu', 'grievance.sign', {})
    const link = async (who: string) => (await county.ask(who, 'file.link', { fileId: photo })).status
    expect([await link('tu'), await link('tang'), await link('zhou'), await link('wu')]).toEqual([404, 404, 404, 404])
    expect([await link('lu'), await link('bao')]).toEqual([200, 200])
  })
})

describe('a flood', () => {
  const policy = { 'grievance.sentPerHour': 3, 'grievance.comparedPerHour': 2 }
  it('of reports by one account or one place ends with when it may go on; who registers for others goes on', async () => {
    const county = await inCommand('09:00:00', { policy })
    const sends = async (who: string | undefined, more: object = {}) => {
      const answers = []
      for (let n = 0; n < 4; n++) answers.push(await county.ask(who, 'grievance.submit', ditch(more)))
      return answers
    }
    for (const who of [undefined, 'bao']) {
      const answers = await sends(who)
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
      expect(answers[3]?.body).toMatchObject({ refused: 'throttle.wait', detail: { seconds: expect.any(Number) } })
    }
    const calls = await sends('lu', { source: 'call', reporter: { name: '戊' } })
    expect(calls.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const asks = []
    for (let n = 0; n < 3; n++)
      asks.push(
        (
          await county.ask('wu', 'grievance.similar', {
            topic: 'water',
            place: ditch().place,
            photos: [],
            text: '渠淤了',
          })
        ).status,
      )
    expect(asks).toEqual([200, 200, 429])
  })
})
