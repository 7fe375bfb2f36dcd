import { describe, expect, it } from 'vitest'
import type { AccessRow, ExportFile, RequestView } from '@/contract/views'
import { at, east, inHand, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const pin = { lng: 121.7744, lat: 42.7311 }
const road = { topic: 'road' as const, place: east, text: '村口的路塌了一截，车过不去' }

describe('what she agreed to', () => {
  it('is asked one by one, kept with date, version and way, and taken back as easily; a no is kept too', async () => {
    const county = await at(monday)
    const none = await county.api('bao', 'me.consents', {})
    expect(none.items.map(({ what, given }) => [what, given])).toEqual(
      ['notice', 'place', 'health', 'minor', 'voice'].map((what) => [what, false]),
    )
    for (const { purpose, kept, refused } of none.items) expect([purpose, kept, refused].every(Boolean)).toBe(true)
    await county.api('bao', 'me.consent', { what: 'health' })
    await county.demo.advance('PT1H')
    const back = await county.api('bao', 'me.consent', { what: 'health', yes: false })
    expect(back.items.find(({ what }) => what === 'health')).toMatchObject({
      given: false,
      givenAt: '2026-10-12T09:00:00.000+08:00',
      withdrawnAt: '2026-10-12T10:00:00.000+08:00',
    })
    expect(back.log.map(({ title, yes }) => [title, yes])).toEqual([
      ['健康状况', false],
      ['健康状况', true],
    ])
  })
  it('said twice stands there once; five times at once too', async () => {
    const county = await at(monday)
    await Promise.all(Array.from({ length: 5 }, () => county.ask('bao', 'me.consent', { what: 'place' })))
    const { log } = await county.api('bao', 'me.consent', { what: 'place' })
    expect(log).toHaveLength(1)
  })
  it('is nobody else’s to read', async () => {
    const county = await at(monday)
    await county.api('bao', 'me.consent', { what: 'health' })
    expect((await county.api('wu', 'me.consents', {})).log).toEqual([])
    expect((await county.ask('wu', 'me.consents', { ward: 'bao' })).status).toBe(404)
    expect((await county.ask(undefined, 'me.consents', {})).status).toBe(401)
  })
  it('a point on a map waits for its yes; the report without the point waits for nothing', async () => {
    const county = await at(monday)
    const { status, body } = await county.ask('bao', 'grievance.submit', { ...road, pin })
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({ refused: 'me.consent-missing', detail: { what: 'place' } }),
    ])
    expect((await county.ask('bao', 'grievance.submit', road)).status).toBe(200)
    expect((await county.ask('bao', 'grievance.submit', { ...road, pin, consents: ['place'] })).status).toBe(200)
    const { items } = await county.api('bao', 'me.consents', {})
    expect(items.find(({ what }) => what === 'place')?.given).toBe(true)
    // Said once, it stands until it is taken back.
    expect((await county.ask('bao', 'grievance.submit', { ...road, pin })).status).toBe(200)
    await county.api('bao', 'me.consent', { what: 'place', yes: false })
    expect((await county.ask('bao', 'grievance.submit', { ...road, pin })).status).toBe(422)
  })
  it('no application is refused for want of a consent: neither health nor a child’s birthday', async () => {
    const county = await at(monday)
    const child = { name: '小包', birth: '2018-05-01' }
    const form = wages({ for: 'ward', applicant: child, groups: ['no-income-disabled'] })
    expect((await county.ask('bao', 'aid.submit', form)).status).toBe(200)
    expect((await county.api('bao', 'me.consents', {})).log).toEqual([])
    await county.api('bao', 'aid.submit', { ...form, consents: ['health'] })
    expect((await county.api('bao', 'me.consents', {})).log.map(({ title }) => title)).toEqual(['健康状况'])
  })
})

describe('what is held of her', () => {
  it('is said by what it is for, how long and where from; her own name is put right at once, or taken out', async () => {
    const county = await at(monday)
    await inHand(county)
    const { holdings } = await county.api('bao', 'me.profile', {})
    expect(holdings.every(({ purpose, kept, from }) => purpose && kept && from)).toBe(true)
    expect(holdings.find(({ what }) => what === '您办的事')?.items).toEqual(['正在办 1 件，办完 0 件'])
    const named = await county.api('bao', 'me.save', { name: '包改名', phone: '13900000012', language: 'mn' })
    expect(named.profile).toMatchObject({ name: '包改名', phone: '13900000012', language: 'mn' })
    expect((await county.api('bao', 'session.me', {})).name).toBe('包改名')
    expect((await county.api('bao', 'me.save', { phone: '' })).profile).not.toHaveProperty('phone')
    const wrong = await county.ask('bao', 'me.save', { phone: '123' })
    expect([wrong.status, wrong.body]).toEqual([400, expect.objectContaining({ ok: false })])
  })
  it('a clerk’s own record is the bureau’s: her words stand beside it', async () => {
    const county = await at(monday)
    await county.api('gao', 'me.save', { name: '别的名字' })
    expect((await county.api('gao', 'session.me', {})).name).toBe('高审查')
  })
  it('who read it and who was given the number: others once a day, herself never', async () => {
    const county = await at(monday)
    const id = await inHand(county, { applicant: { name: '包某某', phone: '13812345678' } })
    for (const who of ['gao', 'gao', 'li', 'bao']) await county.api(who, 'matter.get', { id })
    await county.api('li', 'matter.callLog', { id })
    const rows = (await county.api('bao', 'me.accesses', {})).items
    const said = rows.map(({ by, what }: AccessRow) => `${by} ${what}`).sort()
    expect(said).toEqual(['李律 number', '李律 read', '高审查 read'])
    await county.demo.advance('P1D')
    await county.api('gao', 'matter.get', { id })
    expect((await county.api('bao', 'me.accesses', {})).items).toHaveLength(4)
    expect((await county.api('wu', 'me.accesses', {})).items).toEqual([])
  })
})

describe('a copy of everything', () => {
  const fetched = async (url: string, file: ExportFile) => fetch(`${url}${file.url}`)
  it('comes as one file for machines and one for reading, by links that open for a day and for her alone', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    await county.api('bao', 'me.consent', { what: 'notice' })
    const { items } = await county.api('bao', 'me.export', {})
    expect(items.map(({ name }) => name)).toEqual(['我的信息 2026-10-12.xlsx', '我的信息 2026-10-12.json'])
    const [sheet, machine] = items
    if (!sheet || !machine) throw new Error('no files')
    const all = await (await fetched(county.url, machine)).json()
    expect(all.matters).toMatchObject([{ id, words: ['工地欠了我三个月的工资'] }])
    expect(all.consents).toHaveLength(1)
    expect(all.profile.holdings.length).toBeGreaterThan(3)
    const read = await fetched(county.url, sheet)
    expect(read.headers.get('content-type')).toContain('spreadsheetml')
    expect(new Uint8Array(await read.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
    expect((await county.ask('wu', 'file.link', { fileId: sheet.fileId })).status).toBe(404)
    const left = Date.parse(sheet.expiresAt) - county.world.clock.wall()
    expect(Math.round(left / 3_600_000)).toBe(24)
  })
  it('sent twice is made once, and another’s is not in it', async () => {
    const county = await at(monday)
    await inHand(county)
    const theirs = await county.api('wu', 'me.export', { requestId: 'export-1' })
    const again = await county.api('wu', 'me.export', { requestId: 'export-1' })
    expect(again.items.map(({ fileId }) => fileId)).toEqual(theirs.items.map(({ fileId }) => fileId))
    const machine = theirs.items.find(({ type }) => type === 'application/json')
    expect(await (await fetch(`${county.url}${machine?.url}`)).text()).not.toContain('三个月')
  })
})

describe('something in a matter is wrong', () => {
  it('whoever is responsible answers in writing, and she reads it', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const asked: RequestView = await county.api('bao', 'me.correct', { id, text: '名字少了一个字' })
    expect(asked).toMatchObject({ state: 'asked', to: expect.any(String) })
    const who = asked.to === '李律' ? 'li' : 'gao'
    const desk = (await county.api(who, 'request.list', {})).items
    expect(desk).toMatchObject([{ id: asked.id, text: '名字少了一个字', matter: id }])
    expect((await county.ask('wang', 'request.answer', { request: asked.id, ok: true, text: '改' })).status).toBe(404)
    await county.api(who, 'request.answer', { request: asked.id, ok: false, text: '身份证上就是这样写的' })
    const [mine] = (await county.api('bao', 'me.requests', {})).items
    expect(mine).toMatchObject({ state: 'refused', answer: { text: '身份证上就是这样写的' } })
    const told = (await county.api('bao', 'notice.list', {})).items
    expect(told.some(({ text }) => text.includes('更正'))).toBe(true)
    expect(told.some(({ text }) => text.includes('少了一个字'))).toBe(false)
  })
  it('two answers: the first stands, the second is told whose it was', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const { id: request } = await county.api('bao', 'me.correct', { id, text: '名字少了一个字' })
    const answers = await Promise.all(
      [true, false].map((ok) => county.ask('sun', 'request.answer', { request, ok, text: ok ? '改了' : '不改' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
