import { describe, expect, it } from 'vitest'
import { loadCounty } from '../../cloudfunctions/county'
import type { TestServer } from '../support/server'
import { acting, at, inHand, wages, wrongs } from './given'
import { cells, countyWith } from './ledger-given'

const begun = (more: object = {}) => at('2026-10-12T09:00:00+08:00', { county: countyWith(more) })
const october = { from: '2026-10-01', to: '2026-10-31' }
const template = { source: '自治区系统导入模板（示例）' }
const columns = [
  { title: '姓名', field: 'name' },
  { title: '证件号', field: 'id-number' },
  { title: '案件类别', field: 'topic', codes: '类别' },
]
const own = { superiorExport: { ...template, columns, codes: { 类别: { wages: 'A05', 'work-injury': 'A07' } } } }
const titles = async (county: TestServer, who: string) =>
  (await county.api('bao', 'me.accesses', {})).items.filter(({ by }) => by === who).map(({ why }) => why)

describe('cases for the superior’s system', () => {
  it('every column from its field, by the product’s table until the county has one; what of it is unconfirmed is told', async () => {
    const county = await begun()
    await inHand(county)
    const mapping = await county.api('gao', 'ledger.mapping', {})
    expect(mapping).toMatchObject({ own: false, toConfirm: expect.stringContaining('待核实') })
    const done = await county.api('gao', 'ledger.export', october)
    expect(done).toMatchObject({ cases: 1, apart: 0 })
    const sheets = await cells(county, done.file)
    expect([...sheets.keys()]).toEqual(['案件', '没有对上的', '说明'])
    const [heads = [], row = []] = sheets.get('案件') ?? []
    expect(heads).toEqual(mapping.columns.map(({ title }) => title))
    const told = Object.fromEntries(heads.map((title, n) => [title, row[n]]))
    expect(told).toMatchObject({
      案号: '（2026）援字第0001号',
      申请人姓名: '包群众',
      性别: '男',
      身份证号: '110101199003077539',
      出生日期: '1990-03-07',
      案由: '支付劳动报酬',
      对方当事人: '某建筑公司',
      申请日期: '2026-10-12',
      承办人: '李律',
      办理状态: '办理中',
      办理结果: '',
    })
    expect(sheets.get('没有对上的')).toHaveLength(1)
    expect(sheets.get('说明')?.flat().join()).toContain('待核实')
  })

  it('by the county’s own table; what has no code there stands whole on a sheet of its own, and isn’t dropped', async () => {
    const county = await begun(own)
    await county.api('bao', 'aid.submit', wages())
    await county.api('wu', 'aid.submit', wages({ applicant: { name: '吴群众' }, matter: 'land', story: '地被占了' }))
    expect(await county.api('gao', 'ledger.mapping', {})).toMatchObject({ own: true, ...template })
    const done = await county.api('sun', 'ledger.export', october)
    expect(done).toMatchObject({ cases: 2, apart: 1 })
    const sheets = await cells(county, done.file)
    expect(sheets.get('案件')).toEqual([
      ['姓名', '证件号', '案件类别'],
      ['包群众', '110101199003077539', 'A05'],
    ])
    const [, apart = []] = sheets.get('没有对上的') ?? []
    expect(apart).toEqual([expect.stringMatching(/^案件类别：.*地/), '吴群众', '', ''])
  })

  it('from the first to the last day, and not the day before or after', async () => {
    const county = await at('2026-09-30T23:59:00+08:00', { county: countyWith(own) })
    const submit = (story: string) => county.api('bao', 'aid.submit', wages({ story }))
    await submit('九月')
    await county.demo.to('2026-10-01T00:00:00+08:00')
    await submit('十月头一天')
    await county.demo.to('2026-10-31T23:59:59+08:00')
    await submit('十月最后一天')
    await county.demo.to('2026-11-01T00:00:00+08:00')
    await submit('十一月')
    expect((await county.api('gao', 'ledger.export', october)).cases).toBe(2)
    expect((await county.api('gao', 'ledger.export', { from: '2026-11-01', to: '2026-11-30' })).cases).toBe(1)
  })

  it('she reads who exported hers; asked twice by one request it is one file', async () => {
    const county = await begun(own)
    await county.api('bao', 'aid.submit', wages())
    expect(await titles(county, '高审查')).not.toContain('导出给上级系统')
    const asked = { ...october, requestId: 'export-once' }
    const a = await county.api('gao', 'ledger.export', asked as never)
    const b = await county.api('gao', 'ledger.export', asked as never)
    expect([b.file.fileId, b.cases]).toEqual([a.file.fileId, a.cases])
    expect((await titles(county, '高审查')).filter((why) => why === '导出给上级系统')).toHaveLength(1)
    const logged = JSON.stringify(county.lines)
    expect(logged).not.toContain('包群众')
    expect(logged).not.toContain('110101199003077539')
  })

  it('what she had erased, and the law only keeps, isn’t handed out', async () => {
    const county = await begun(own)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await acting(county, id)('bao', 'aid.withdraw', { why: '不办了' })
    expect((await county.api('gao', 'ledger.export', october)).cases).toBe(1)
    await county.api('bao', 'me.erase', { id })
    const done = await county.api('gao', 'ledger.export', october)
    expect(done.cases).toBe(0)
    expect((await cells(county, done.file)).get('案件')).toHaveLength(1)
  })

  it('is for the centre and the leader, of days that have begun, and of a year at most', async () => {
    const county = await begun()
    for (const who of ['li', 'fang', 'bao', 'tang'])
      expect((await county.ask(who, 'ledger.export', october)).status).toBe(403)
    const wrong = async (span: typeof october) => wrongs(await county.ask('gao', 'ledger.export', span))
    expect(await wrong({ from: '2026-10-13', to: '2026-10-31' })).toEqual(['from in-the-future'])
    expect(await wrong({ from: '2026-10-12', to: '2026-10-11' })).toEqual(['to ends-before-it-starts'])
    expect(await wrong({ from: '2025-10-01', to: '2026-10-12' })).toEqual(['to too-far'])
  })
})

describe('the county’s table of columns', () => {
  it('isn’t loaded with what names nothing: each mistake by its path', async () => {
    const county = await at('2026-10-12T09:00:00+08:00', { county: undefined })
    const problems = async (superiorExport: object) => {
      const loaded = await loadCounty(county.world, countyWith({ superiorExport }))
      return loaded.ok ? [] : loaded.problems.map(({ field, code }) => `${field} ${code}`)
    }
    const { superiorExport: good } = own
    expect(await problems({ ...good, columns: [] })).toEqual(['superiorExport.columns missing'])
    expect(await problems({ ...good, columns: [{ title: '姓名', field: 'wealth' }] })).toEqual([
      'superiorExport.columns.0.field not-an-option',
    ])
    expect(await problems({ ...good, columns: [columns[0], columns[0]] })).toEqual([
      'superiorExport.columns.1.title duplicate',
    ])
    expect(await problems({ ...good, columns: [{ title: '类别', field: 'topic' }] })).toEqual([
      'superiorExport.columns.0.codes missing',
    ])
    expect(await problems({ ...good, columns: [{ title: '类别', field: 'topic', codes: '没有' }] })).toEqual([
      'superiorExport.columns.0.codes unknown-codes',
    ])
    expect(await problems({ ...good, columns: [{ title: '姓名', field: 'name', codes: '类别' }] })).toEqual([
      'superiorExport.columns.0.codes no-codes',
    ])
    expect(await problems({ ...good, codes: { 类别: { wage: 'A05' } } })).toEqual([
      'superiorExport.codes.类别.wage not-an-option',
    ])
    const loaded = await loadCounty(county.world, countyWith(own))
    expect(loaded.ok).toBe(true)
  })

  it('the product’s own keeps the rules it asks of a county', async () => {
    const { default: product } = await import('@/data/superior-export.json')
    const { mappingProblems } = await import('@/contract/ledger-tables')
    expect(mappingProblems(product as never)).toEqual([])
    expect(product.certainty).toBe('待核实')
  })
})
