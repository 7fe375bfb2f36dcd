import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { east, uploaded, wrongs } from './given'
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
  t,
  town,
} from './grievance-given'

/** Every "no" is exact and stands beside its field; nothing of it is stored. */

describe('a report', () => {
  const cases: [what: string, wrong: string, more: object][] = [
    ['no words and no voice', 'text missing', { text: undefined }],
    ['a place that there isn’t', 'place unknown-place', { place: '150524100999' }],
    ['a topic that there isn’t', 'topic not-an-option', { topic: 'aliens' }],
    ['ten photos', 'photos too-many', { photos: Array.from({ length: 10 }, () => 'f_0123456789abcdefghijkl') }],
    ['a photo that nobody sent', 'photos.0 unknown-file', { photos: ['f_0123456789abcdefghijkl'] }],
    ['a pin on the moon', 'pin.lat bad-place', { pin: { lng: 121.7, lat: 91 } }],
    ['a degree of hiding that there isn’t', 'anonymity not-an-option', { anonymity: 'very' }],
    ['the same as one that there isn’t', 'follows unknown-matter', { follows: 'grievance:none' }],
    ['against a unit that there isn’t', 'against unknown-unit', { against: 'dept:none' }],
    ['a resident who says it came by telephone', 'source not-an-option', { source: 'call' }],
    ['hours that are none', 'hours.from bad-time', { hours: { from: '25:00', to: '26:00' } }],
  ]
  it('names what is wrong, and nothing is stored', async () => {
    const county = await inCommand('09:00:00')
    for (const [what, wrong, more] of cases) {
      const answer = await county.ask('bao', 'grievance.submit', { ...ditch(), ...more } as never)
      expect([answer.status, wrongs(answer)[0]], what).toEqual([400, wrong])
    }
    const upper = { source: 'upper', reporter: { name: '某' } }
    const order = await county.ask('lu', 'grievance.submit', { ...ditch(), ...upper } as never)
    expect(wrongs(order)).toEqual(['upperNo missing', 'upperDue missing'])
    const late = { ...upper, upperNo: '1', upperDue: t('2026-10-14 08:59') }
    expect(wrongs(await county.ask('lu', 'grievance.submit', { ...ditch(), ...late } as never))).toEqual([
      'upperDue in-the-past',
    ])
    expect((await county.api('lu', 'desk.list', { desk: 'command' })).items).toEqual([])
  })
  it('ten megabytes of words are not read to the end; a program that calls itself a photo is not kept', async () => {
    const county = await inCommand('09:00:00')
    const huge = '渠'.repeat(10 * 1024 * 1024)
    const said = await county
      .ask('bao', 'grievance.submit', { ...ditch(), text: huge } as never)
      .then(({ status }) => status)
      .catch(() => 413)
    expect([400, 413]).toContain(said)
    const long = await county.ask('bao', 'grievance.submit', { ...ditch(), text: '渠'.repeat(2001) } as never)
    expect(wrongs(long)).toEqual(['text too-long'])
    const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])
    expect(await uploaded(county, 'bao', program, '现场.jpg')).toMatch(/^400 file /)
    expect(await uploaded(county, 'bao', samples.jpeg, '现场.jpg')).toMatch(/^f_/)
    expect((await county.api('lu', 'desk.list', { desk: 'command' })).items).toEqual([])
  })
})

describe('steps', () => {
  it('of a wrong level, or of nobody’s business, are named, and change nothing', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    const before = await shown(county, id, 'lu')
    const no = refused(county, id)
    expect(await no('shui', 'grievance.passUp', { why: '上报' })).toBe('403 permission.role')
    expect(await no('tang', 'grievance.passUp', { why: '上报' })).toBe('404 grievance.not-found')
    expect(await no('lu', 'grievance.accept', quick)).toMatch(/^(200|409 matter.changed)$/)
    expect(await no('mei', 'grievance.accept', quick)).toBe('409 matter.changed')
    expect(await no('lu', 'grievance.check', { ok: true })).toMatch(/^422 grievance\./)
    expect(await no('lu', 'grievance.check', { ok: false })).toBe('400 why missing')
    expect(await no('mei', 'grievance.callBack', { reached: false, note: '没接' })).toMatch(/^422 grievance\./)
    expect(await no('bao', 'grievance.rate', { stars: 6 })).toBe('400 stars not-an-option')
    expect(await no('bao', 'grievance.rate', { stars: 4 })).toBe('422 grievance.no-result')
    expect(await no('shui', 'grievance.resolve', { result: 'done' as never, text: '好' })).toBe(
      '400 result not-an-option',
    )
    expect(
      await no('shui', 'grievance.resolve', { result: 'solved', text: '好', photos: ['f_0123456789abcdefghijkl'] }),
    ).toBe('400 photos.0 unknown-file')
    expect(await no('sun', 'grievance.ruleObjection', { reopen: true, why: '没有异议' })).toMatch(/^422 grievance\./)
    expect(await no('jiao', 'grievance.respond', { text: '不归我们' })).toBe('404 grievance.not-found')
    const after = await shown(county, id, 'lu')
    expect([after.stage, after.version, after.timeline.length]).toEqual([
      before.stage,
      before.version,
      before.timeline.length,
    ])
    await act('shui', 'grievance.respond', { text: '明天去看' })
  })
  it('the main unit can’t be its own helper, a unit that has it isn’t sent it again', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    const no = refused(county, id)
    expect(await no('lu', 'grievance.dispatch', { main: town, with: [east, east], why: '镇里' })).toBe('400 with twice')
    await act('lu', 'grievance.dispatch', { main: town, why: '镇里' })
    await act('tang', 'grievance.return', { why: '不归', basis: '方案' })
    expect(await no('lu', 'grievance.ruleReturn', { decision: 'move', why: '换' })).toBe('400 main missing')
  })
  it('two officers hand in a result at once: one is kept, the other reads whose', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await atWater(county)
    const results = await Promise.all(
      ['shui', 'shui2'].map(async (who) =>
        county.ask(who, 'grievance.resolve', {
          id,
          result: 'solved',
          text: `${who}清的`,
          photos: [await photoOf(county, who)],
        }),
      ),
    )
    expect(results.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
