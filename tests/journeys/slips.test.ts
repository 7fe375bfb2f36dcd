import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, east, forOther, wages, west, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'

describe('ten blank slips for a village', () => {
  it('each has a code of its own that nobody gave before, and names the village', async () => {
    const county = await at(monday)
    const printed = await county.api('zhou', 'slip.print', { village: east })
    expect(printed.village).toEqual({ code: east, text: '甲镇 东嘎查' })
    expect(new Set(printed.codes).size).toBe(10)
    for (const code of printed.codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
    const more = await county.api('gao', 'slip.print', { village: east, count: 3 })
    expect(more.codes.filter((code) => printed.codes.includes(code))).toEqual([])
  })

  it('the same request prints the same codes, bound or not', async () => {
    const county = await at(monday)
    const print = { village: east, count: 2, requestId: randomUUID() }
    const { codes } = await county.api('zhou', 'slip.print', print)
    await county.api('zhou', 'aid.submit', forOther({}, { slip: codes[0] }))
    expect((await county.api('zhou', 'slip.print', print)).codes).toEqual(codes)
    expect((await county.api(undefined, 'matter.track', { code: codes[0] ?? '' })).stage).toBe('submitted')
  })

  it('the town prints for its villages, a village only for itself, a lawyer and a resident never', async () => {
    const county = await at(monday)
    expect((await county.ask('tang', 'slip.print', { village: west })).status).toBe(200)
    expect(wrongs(await county.ask('zhou', 'slip.print', { village: west }))).toEqual(['village unknown-place'])
    for (const who of ['bao', 'li', 'fang', 'sun'])
      expect(wrongs(await county.ask(who, 'slip.print', { village: east }))).toEqual(['permission.role'])
    expect(wrongs(await county.ask('gao', 'slip.print', { village: 'firm:1' }))).toEqual(['village unknown-place'])
    expect(wrongs(await county.ask('gao', 'slip.print', { village: east, count: 21 }))).toEqual(['count too-many'])
    expect(wrongs(await county.ask('gao', 'slip.print', { village: east, count: 0 }))).toEqual(['count too-small'])
  })
})

describe('a slip in somebody’s hand', () => {
  it('before it is registered says so, kindly; registered, it tracks the matter', async () => {
    const county = await at(monday)
    const { codes } = await county.api('tang', 'slip.print', { village: east, count: 2 })
    const [code = '', blank = ''] = codes
    const before = await county.ask(undefined, 'matter.track', { code })
    expect([before.status, before.body]).toMatchObject([
      422,
      { refused: 'slip.not-registered', message: '这张卡还没有登记。请打 12348，或者到村里、司法所，念这个码登记。' },
    ])
    // Read out over the telephone, with hyphens and small letters.
    const slip = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase()
    const matter = await county.api('gao', 'aid.submit', forOther({}, { slip, source: 'call' }))
    expect(matter.code).toBe(code)
    expect(await county.api(undefined, 'matter.track', { code })).toMatchObject({
      stageText: '等审查',
      people: [{ name: '高审查' }],
    })
    expect(wrongs(await county.ask(undefined, 'matter.track', { code: blank }))).toEqual(['slip.not-registered'])
  })

  it('used twice, or never printed by us: said beside its field; her first matter stays findable', async () => {
    const county = await at(monday)
    const { codes } = await county.api('zhou', 'slip.print', { village: east, count: 1 })
    const [slip = ''] = codes
    const requestId = randomUUID()
    const first = { ...forOther({}, { slip }), requestId }
    const { id } = await county.api('zhou', 'aid.submit', first)
    expect(wrongs(await county.ask('zhou', 'aid.submit', forOther({}, { slip })))).toEqual(['slip slip-used'])
    expect(wrongs(await county.ask('gao', 'aid.submit', forOther({}, { slip: '0000000000000' })))).toEqual([
      'slip unknown-slip',
    ])
    expect(wrongs(await county.ask('bao', 'aid.submit', wages({ slip })))).toContain('slip not-an-option')
    // The first one, sent again because the answer was lost, is still the same.
    const again = await county.api('zhou', 'aid.submit', first)
    expect([again.id, again.code]).toEqual([id, slip])
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(1)
  })

  it('typed by two clerks at once binds to one of them', async () => {
    const county = await at(monday)
    const { codes } = await county.api('gao', 'slip.print', { village: east, count: 1 })
    const [slip = ''] = codes
    await Promise.all(['gao', 'tang'].map((who) => county.tokenOf(who)))
    const answers = await Promise.all(
      ['gao', 'tang'].map((who) => county.ask(who, 'aid.submit', forOther({}, { slip, source: 'call' }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(answers.flatMap(wrongs)).toEqual(['slip slip-used'])
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(1)
  })
})
