import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '@/contract/actions'
import type { CountyInput } from '@/contract/county'
import { samples } from '../support/sample-files'
import type { TestServer } from '../support/server'
import { at, clockOf, may, opens, story, told, uploaded, wrongs } from './given'

/** Stations in departments, with the handbook's own county: each opens an application for the person in front of it. */

const county: CountyInput = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/handbook/旗县样例.json'), 'utf8'),
)
type Submit = Omit<Input<'aid.submit'>, 'requestId'>
const stations: { who: string; unit: string; name: string; matter: Submit['matter'] }[] = [
  { who: 'mei', unit: 'dept:women', name: '妇女联合会', matter: 'support' },
  { who: 'tuan', unit: 'dept:youth', name: '共青团委员会', matter: 'work-injury' },
  { who: 'jiao', unit: 'dept:education', name: '教育局', matter: 'traffic' },
  { who: 'rong', unit: 'dept:veterans', name: '退役军人事务局', matter: 'subsidy' },
  { who: 'zhong', unit: 'dept:arbitration', name: '劳动人事争议仲裁院', matter: 'wages' },
]

/** Somebody stands in front of the station on Monday the 12th and agrees. */
const inFront = (more: Partial<Submit> = {}): Submit => ({
  for: 'other',
  applicant: { name: '乌群众', phone: '13900000077' },
  where: { place: '150524100200' },
  matter: 'wages',
  story: '工地欠了我三个月的工资',
  route: 'promise',
  source: 'counter',
  parties: [{ role: 'opponent', name: '某建筑公司' }],
  forwarded: { consent: { kind: 'witness', name: '邻居陈' }, tell: ['person', 'helper'], opponentIsKin: false },
  ...more,
})
const open = () => at('2026-10-12T09:00:00+08:00', { county })
const mine = async (server: TestServer, who: string) =>
  (await server.api(who, 'desk.list', { desk: 'department', of: 'mine' })).items.map(({ id }) => id)

describe.each(stations)('$name', ({ who, unit, name, matter }) => {
  it('is a department of the sample county with somebody in it', () => {
    expect(county.units.find(({ code }) => code === unit)).toMatchObject({ kind: 'department', name })
    expect(county.people.find(({ id }) => id === who)?.roles).toEqual([{ role: 'department', unit }])
  })

  it('enters it with her consent; the same day is promised, the centre has it, and the code is told once', async () => {
    const server = await open()
    const seen = await server.api(who, 'aid.submit', inFront({ matter }))
    expect(seen).toMatchObject({ stage: 'submitted', code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{13}$/) })
    expect(clockOf(seen, 'aid.promise').dueAt).toBe('2026-10-13T00:00:00.000+08:00')
    const atCentre = await server.api('gao', 'matter.get', { id: seen.id })
    expect(atCentre.detail).toMatchObject({
      consent: { kind: 'witness', name: '邻居陈' },
      told: ['本人', '帮忙代办的人'],
    })
    expect(may(atCentre)).toContain('aid.grant')
    expect(told(await server.demo.outbox(seen.id))).toContain('13900000077 sms aid.received')
    expect(await server.api(undefined, 'matter.track', { code: seen.code ?? '' })).toMatchObject({ stage: 'submitted' })
    const again = await server.api(who, 'matter.get', { id: seen.id })
    expect(again).not.toHaveProperty('code')
    expect(again.detail.forwardedBy).toBe(county.people.find(({ id }) => id === who)?.name)
    expect(story(again)[0]).toBe('申请法律援助（来人登记）')
  })

  it('reads what it entered and nothing else; no other department finds it', async () => {
    const server = await open()
    const { id } = await server.api(who, 'aid.submit', inFront({ matter }))
    const other = await server.api('zhou', 'aid.submit', inFront({ source: undefined }))
    expect(await mine(server, who)).toEqual([id])
    expect(wrongs(await server.ask(who, 'matter.get', { id: other.id }))).toEqual(['matter.not-found'])
    for (const station of stations.filter((each) => each.who !== who)) {
      expect(await mine(server, station.who)).toEqual([])
      const units = await server.api(station.who, 'desk.list', { desk: 'department', of: 'unit' })
      expect(units.items).toEqual([])
      expect(wrongs(await server.ask(station.who, 'matter.get', { id }))).toEqual(['matter.not-found'])
    }
    // Neither does a colleague's chair decide anything.
    expect(may(await server.api(who, 'matter.get', { id }))).not.toContain('aid.grant')
  })

  it('without her consent it is not taken, whether it says that she is there or nothing', async () => {
    const server = await open()
    for (const source of ['counter', undefined] as const) {
      const lacking = inFront({ matter, source, forwarded: undefined })
      expect(wrongs(await server.ask(who, 'aid.submit', lacking))).toEqual(['forwarded missing'])
    }
    expect(await mine(server, who)).toEqual([])
    // Who rings up has said it herself.
    const rang = await server.ask(who, 'aid.submit', inFront({ matter, source: 'call', forwarded: undefined }))
    expect(wrongs(rang)).toEqual([])
  })
})

describe('a station', () => {
  it('lets her sign on the screen: the signature lies in the matter, for the centre and no other department', async () => {
    const server = await open()
    const fileId = await uploaded(server, 'mei', samples.png, 'signature.png')
    const forwarded = { consent: { kind: 'signature' as const, fileId }, tell: ['person' as const] }
    const { id } = await server.api('mei', 'aid.submit', inFront({ forwarded }))
    expect((await server.api('gao', 'matter.get', { id })).papers.map((paper) => paper.id)).toContain(fileId)
    expect([await opens(server, 'gao', fileId), await opens(server, 'zhong', fileId)]).toEqual([true, false])
    const foreign = await uploaded(server, 'tuan', samples.png, 'other.png')
    const wrong = { consent: { kind: 'signature' as const, fileId: foreign }, tell: ['person' as const] }
    expect(wrongs(await server.ask('mei', 'aid.submit', inFront({ forwarded: wrong })))).toEqual([
      'forwarded.consent.fileId unknown-file',
    ])
  })

  it('enters nothing against itself, nor against its own kin; another station does', async () => {
    const server = await open()
    const against = inFront({ parties: [{ role: 'opponent', name: '示例旗教育局' }] })
    expect(wrongs(await server.ask('jiao', 'aid.submit', against))).toEqual(['aid.against-your-own'])
    expect(wrongs(await server.ask('mei', 'aid.submit', against))).toEqual([])
    const kin = inFront({ forwarded: { ...inFront().forwarded, opponentIsKin: true } as Submit['forwarded'] })
    expect(wrongs(await server.ask('mei', 'aid.submit', kin))).toEqual(['aid.against-your-own'])
  })

  it('of violence at home: somebody of the centre asks her herself before the station sees anything', async () => {
    const server = await open()
    const { id } = await server.api('mei', 'aid.submit', inFront({ matter: 'violence' }))
    const seen = await server.api('mei', 'matter.get', { id })
    expect([seen.detail.story, may(seen)]).toEqual([undefined, []])
    expect(told(await server.demo.outbox(id)).join()).not.toContain('mei ')
    await server.api('qin', 'matter.consentChecked', { id, reached: true, agrees: true, note: '本人愿意' })
    expect((await server.api('mei', 'matter.get', { id })).detail.story).toBe('工地欠了我三个月的工资')
  })
})

describe('several people in front of a station', () => {
  const claim = {
    requestId: '01JGROUP00000000000000000B',
    people: [{ applicant: { name: '工友甲', phone: '13900001001' } }, { applicant: { name: '工友乙' } }],
    where: { place: '150524100200' },
    matter: 'wages' as const,
    story: '某建筑公司欠我们三个月的工钱',
    parties: [{ role: 'opponent' as const, name: '某建筑公司' }],
  }
  it('show the list that all of them signed; without it nobody is entered', async () => {
    const server = await open()
    expect(wrongs(await server.ask('zhong', 'aid.submitGroup', claim))).toEqual(['evidence missing'])
    expect(await mine(server, 'zhong')).toEqual([])
    const list = await uploaded(server, 'zhong', samples.jpeg, '名单.jpg')
    const { items } = await server.api('zhong', 'aid.submitGroup', { ...claim, evidence: [list] })
    expect(items).toHaveLength(2)
    expect(new Set(await mine(server, 'zhong'))).toEqual(
      new Set(items.flatMap((each) => ('id' in each ? [each.id] : []))),
    )
  })
})
