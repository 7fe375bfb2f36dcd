import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, inHand, wrongs } from './given'
import { accepted, cells, countyWith } from './ledger-given'

const paper = '旗司法局补贴办法（示例）'
const rates = [
  { form: 'agency', yuan: 1000, since: '2026-01-01', source: paper },
  { form: 'agency', result: 'award', yuan: 1200.5, since: '2026-01-01', source: paper },
  { form: 'agency', result: 'award', yuan: 1500, since: '2026-11-01', source: paper },
]
const begun = (allowances: object[] = rates): Promise<TestServer> =>
  at('2026-10-12T09:00:00+08:00', { county: countyWith({ allowances }) })
const october = { from: '2026-10', to: '2026-10' }
const november = { from: '2026-11', to: '2026-11' }

/** Ended on the 16th, filed on the 20th, accepted on Friday the 30th. */
const first = (county: TestServer) =>
  accepted(county, {
    ended: '2026-10-16',
    filed: '2026-10-20T10:00:00+08:00',
    reviewed: '2026-10-30T16:00:00+08:00',
  })
/** Filed in October all the same, accepted on the last minute of it or on the first of November. */
const second = (county: TestServer, reviewed: string) =>
  accepted(county, {
    ended: '2026-10-30',
    filed: '2026-10-30T17:00:00+08:00',
    reviewed,
    more: { story: '又欠了一个月' },
  })

describe('allowances (司法部令148 第四十四条)', () => {
  it('a case stands in the month in which its file was accepted, and in no other', async () => {
    const county = await begun()
    const one = await first(county)
    const two = await second(county, '2026-11-01T00:00:00+08:00')
    const in_ = async (span: typeof october) =>
      (await county.api('gao', 'ledger.allowances', span)).lines.map(({ matter }) => matter)
    expect(await in_(october)).toEqual([one])
    expect(await in_(november)).toEqual([two])
    expect(await in_({ from: '2026-10', to: '2026-11' })).toEqual([one, two])
  })

  it('the last minute of October is October; what was sent back counts only once it is accepted', async () => {
    const county = await begun()
    const id = await inHand(county)
    const act = acting(county, id)
    await act('li', 'aid.close', { result: 'award', text: '裁决' })
    await act('gao', 'aid.reviewClose', { ok: false, why: '少判决书' })
    expect((await county.api('sun', 'ledger.allowances', october)).cases).toBe(0)
    await act('li', 'aid.close', { result: 'award', text: '裁决，补了裁决书' })
    await county.demo.to('2026-10-31T23:59:59+08:00')
    await act('gao', 'aid.reviewClose', { ok: true })
    await county.demo.to('2026-11-02T09:00:00+08:00')
    expect((await county.api('sun', 'ledger.allowances', october)).cases).toBe(1)
    expect((await county.api('sun', 'ledger.allowances', november)).cases).toBe(0)
  })

  it('is paid by the county’s row that says the most, as of the day it was accepted', async () => {
    const county = await begun()
    await first(county)
    await second(county, '2026-11-02T10:00:00+08:00')
    expect(await county.api('gao', 'ledger.allowances', october)).toMatchObject({ cases: 1, fen: 120050, unset: 0 })
    expect(await county.api('gao', 'ledger.allowances', { from: '2026-10', to: '2026-11' })).toMatchObject({
      cases: 2,
      fen: 270050,
      lawyers: [{ lawyer: { name: '李律' }, cases: 2, fen: 270050, unset: 0 }],
    })
  })

  it('where the county has set nothing there is no amount, in the file an empty cell marked 未定标准', async () => {
    const county = await begun([{ form: 'criminal', stage: 'court', yuan: 2000, since: '2026-01-01', source: paper }])
    await first(county)
    const shown = await county.api('gao', 'ledger.allowances', october)
    expect(shown).toMatchObject({ cases: 1, fen: 0, unset: 1 })
    expect(shown.lines[0]).not.toHaveProperty('fen')
    const sheets = await cells(county, await county.api('gao', 'ledger.allowanceSheet', october))
    expect(sheets.get('逐件')?.[1]?.slice(-2)).toEqual(['', '未定标准'])
    expect(sheets.get('按承办人')).toContainEqual(['李律', '第一律师事务所', '1', '0', '1'])
  })

  it('the file says what the page says, cell by cell', async () => {
    const county = await begun()
    await first(county)
    const sheets = await cells(county, await county.api('gao', 'ledger.allowanceSheet', october))
    expect([...sheets.keys()]).toEqual(['逐件', '按承办人', '说明'])
    expect(sheets.get('逐件')?.[1]).toEqual([
      '1',
      '（2026）援字第0001号',
      '李律',
      '第一律师事务所',
      '诉讼与非诉讼代理',
      '',
      '工钱',
      '仲裁裁决',
      '2026-10-16',
      '2026-10-20',
      '2026-10-30',
      '1200.5',
      '',
    ])
    expect(sheets.get('逐件')?.at(-1)?.[11]).toBe('1200.5')
    expect(sheets.get('说明')?.flat().join()).toContain(paper)
  })

  it('what is corrected later changes no file and no month; that the rates changed since is told', async () => {
    const county = await begun()
    const id = await first(county)
    const file = await county.api('gao', 'ledger.allowanceSheet', october)
    await acting(county, id)('gao', 'aid.renumber', { document: 'grant', why: '编号盖错了' })
    const after = await county.api('gao', 'ledger.allowances', october)
    expect(after.lines[0]?.no).toBe('（2026）援字第0001号')
    expect(after).toMatchObject({ changed: false, made: [{ by: '高审查', cases: 1, fen: 120050 }] })
    const { saveRates } = await import('../../cloudfunctions/ledger-tables')
    expect(await saveRates(county.world, { allowances: [{ ...rates[0], yuan: 900 }] })).toMatchObject({ ok: true })
    expect(await county.api('gao', 'ledger.allowances', october)).toMatchObject({ changed: true, fen: 90000 })
    expect((await cells(county, file)).get('逐件')?.[1]?.[11]).toBe('1200.5')
  })

  it('asked twice by one request there is one file, and one line in the journal', async () => {
    const county = await begun()
    await first(county)
    const asked = { ...october, requestId: 'sheet-once' }
    const [a, b] = [
      await county.api('gao', 'ledger.allowanceSheet', asked as never),
      await county.api('gao', 'ledger.allowanceSheet', asked as never),
    ]
    expect(a.fileId).toBe(b.fileId)
    expect((await county.api('sun', 'ledger.allowances', october)).made).toHaveLength(1)
  })

  it('is for the centre and the leader; no month that hasn’t begun, none backwards, no more than twelve', async () => {
    const county = await begun()
    for (const who of ['li', 'fang', 'bao', 'tang'])
      expect((await county.ask(who, 'ledger.allowances', october)).status).toBe(403)
    const wrong = async (span: typeof october) => wrongs(await county.ask('gao', 'ledger.allowances', span))
    expect(await wrong(november)).toEqual(['to in-the-future'])
    expect(await wrong({ from: '2026-10', to: '2026-09' })).toEqual(['to ends-before-it-starts'])
    expect(await wrong({ from: '2025-10', to: '2026-10' })).toEqual(['to too-far'])
    expect(await wrong({ from: '2025-11', to: '2026-10' })).toEqual([])
    expect(await wrong({ from: '2026-13', to: '2026-10' })).toContain('from bad-month')
  })
})

describe('the county’s table of rates', () => {
  it('isn’t loaded with two rows for the same day, a stage of what isn’t criminal, or a tenth of a fen', async () => {
    const { loadCounty } = await import('../../cloudfunctions/county')
    const county = await at('2026-10-12T09:00:00+08:00', { county: undefined })
    const problems = async (allowances: object[]) => {
      const loaded = await loadCounty(county.world, countyWith({ allowances }))
      return loaded.ok ? [] : loaded.problems.map(({ field, code }) => `${field} ${code}`)
    }
    expect(await problems([rates[0] as object, { ...rates[0], yuan: 2 }])).toEqual(['allowances.1 duplicate'])
    expect(await problems([{ ...rates[0], stage: 'court' }])).toEqual(['allowances.0.stage only-criminal'])
    expect(await problems([{ ...rates[0], yuan: 0.001 }])).toEqual(['allowances.0.yuan not-fen'])
    expect(await problems([{ ...rates[0], yuan: -1 }])).toEqual(['allowances.0.yuan too-small'])
    expect(await problems([{ form: 'agency', yuan: 1, since: '2026-01-01' }])).toEqual(['allowances.0.source missing'])
  })
})

describe('thirty days for the file, thirty to look at it (令148 第四十三、四十四条)', () => {
  it('a case that ended on 1 September has until the end of 8 October: the thirtieth day is National Day', async () => {
    const county = await at('2026-09-01T09:00:00+08:00')
    const id = await inHand(county)
    const act = acting(county, id)
    const ended = await act('li', 'aid.ended', { on: '2026-09-01' })
    expect(clockOf(ended, 'aid.file').dueAt).toBe('2026-10-09T00:00:00.000+08:00')
    await county.demo.to('2026-10-08T23:59:59+08:00')
    expect(clockOf(await act('li', 'aid.close', { result: 'award', text: '裁决' }), 'aid.file').outcome).toBe('kept')
  })

  it('the day after it is late, and whoever answers for it was told', async () => {
    const county = await at('2026-09-01T09:00:00+08:00')
    const id = await inHand(county)
    const act = acting(county, id)
    await act('li', 'aid.ended', { on: '2026-09-01' })
    await county.demo.to('2026-10-09T00:00:00+08:00')
    const overdue = (await county.demo.outbox(id)).filter(({ template }) => template === 'clock.overdue')
    expect(overdue.map(({ to, text }) => `${to} ${text}`)).toContainEqual(expect.stringMatching(/^li .*案卷/))
    const late = await act('li', 'aid.close', { result: 'award', text: '裁决' })
    expect(clockOf(late, 'aid.file').outcome).toBe('missed')
  })

  it('a file handed in on 1 September is reviewed by the end of 8 October; on the 9th it is late', async () => {
    const reviewedAt = async (now: string) => {
      const county = await at('2026-09-01T09:00:00+08:00')
      const id = await inHand(county)
      const act = acting(county, id)
      const filed = await act('li', 'aid.close', { result: 'award', text: '裁决' })
      expect(clockOf(filed, 'aid.review').dueAt).toBe('2026-10-09T00:00:00.000+08:00')
      await county.demo.to(now)
      const shown = await county.api('gao', 'matter.get', { id })
      const word = clockOf(shown, 'aid.review').colour
      return [word, clockOf(await act('gao', 'aid.reviewClose', { ok: true }), 'aid.review').outcome]
    }
    expect(await reviewedAt('2026-10-08T23:59:59+08:00')).toEqual(['red', 'kept'])
    expect(await reviewedAt('2026-10-09T00:00:00+08:00')).toEqual(['overdue', 'missed'])
  })
})
