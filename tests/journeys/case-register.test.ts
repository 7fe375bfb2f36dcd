import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, wages, wrongs } from './given'
import { cells } from './ledger-given'

const grants = { series: 'grant', year: 2026 } as const
const begun = () => at('2026-10-12T09:00:00+08:00')

async function granted(county: TestServer, nth: number): Promise<string> {
  const { id } = await county.api('bao', 'aid.submit', wages({ story: `第${nth}件` }))
  await acting(county, id)('gao', 'aid.grant', {})
  return id
}

/** As somebody with the store in his hands would. */
async function overwritten(county: TestServer, id: string, body: object | undefined): Promise<void> {
  const doc = await county.world.store.get('counters', id)
  const json = JSON.stringify(body ?? {})
  await county.world.store.save([{ collection: 'counters', id, expected: doc?.version ?? 0, keys: {}, body: json }])
}

describe('the register of numbers', () => {
  it('each number of a year stands in its order with its matter; a cancelled one with who, when and why', async () => {
    const county = await begun()
    const [one, two] = [await granted(county, 1), await granted(county, 2)]
    await acting(county, one)('gao', 'aid.renumber', { document: 'grant', why: '盖错了章，包群众那份' })
    const book = await county.api('sun', 'ledger.numbers', grants)
    expect(book).toMatchObject({ last: 3, given: 2, cancelled: 1, gaps: [], wrong: [] })
    expect(book.rows.map(({ n, text, matter, state }) => [n, text, matter, state])).toEqual([
      [1, '（2026）援字第0001号', one, 'cancelled'],
      [2, '（2026）援字第0002号', two, 'given'],
      [3, '（2026）援字第0003号', one, 'given'],
    ])
    expect(book.rows[0]?.cancelled).toEqual({
      at: '2026-10-12T09:00:00.000+08:00',
      by: '高审查',
      why: '盖错了章，包群众那份',
    })
    expect(book.rows[1]).toMatchObject({ title: '法律援助：工钱', stageText: '已派律师' })
  })

  it('why it was cancelled may name somebody: it lies sealed', async () => {
    const county = await begun()
    const one = await granted(county, 1)
    await acting(county, one)('gao', 'aid.renumber', { document: 'grant', why: '包群众那份盖错了' })
    const doc = await county.world.store.get('counters', 'aid-grant:2026:1')
    expect(doc?.body).toContain('cancelled')
    expect(doc?.body).not.toContain('包群众')
  })

  it('a number that nobody knows is a gap; one of the next year doesn’t hide it', async () => {
    const county = await begun()
    await granted(county, 1)
    await overwritten(county, 'aid-grant:2026', { last: 2 })
    await granted(county, 3)
    expect(await county.api('gao', 'ledger.numbers', grants)).toMatchObject({ last: 3, given: 2, gaps: [2], wrong: [] })
    await county.demo.to('2027-01-04T09:00:00+08:00')
    await granted(county, 4)
    expect(await county.api('gao', 'ledger.numbers', { ...grants, year: 2027 })).toMatchObject({ last: 1, gaps: [] })
    expect(await county.api('gao', 'ledger.numbers', grants)).toMatchObject({ gaps: [2] })
  })

  it('a number whose matter doesn’t hold it, and one behind the counter, are wrong', async () => {
    const county = await begun()
    const [one] = [await granted(county, 1), await granted(county, 2)]
    await overwritten(county, 'aid-grant:2026:2', {
      matter: one,
      text: '（2026）援字第0002号',
      at: '2026-10-12T09:00:00+08:00',
    })
    expect(await county.api('gao', 'ledger.numbers', grants)).toMatchObject({ gaps: [], wrong: [2] })
    await overwritten(county, 'aid-grant:2026', { last: 1 })
    const book = await county.api('gao', 'ledger.numbers', grants)
    expect(book.rows.map(({ state }) => state)).toEqual(['given', 'beyond'])
  })

  it('the year as a file says the same, and that nothing is missing only where nothing is', async () => {
    const county = await begun()
    const one = await granted(county, 1)
    await granted(county, 2)
    await acting(county, one)('gao', 'aid.renumber', { document: 'grant', why: '盖错了' })
    const sheets = await cells(county, await county.api('gao', 'ledger.numbersSheet', grants))
    expect(
      sheets
        .get('登记簿')
        ?.slice(1)
        .map((row) => [row[0], row[1], row[5], row[8]]),
    ).toEqual([
      ['1', '（2026）援字第0001号', '作废', '盖错了'],
      ['2', '（2026）援字第0002号', '在用', ''],
      ['3', '（2026）援字第0003号', '在用', ''],
    ])
    expect(sheets.get('说明')?.flat().join()).toContain('没有缺号')
    await overwritten(county, 'aid-grant:2026', { last: 4 })
    const after = await cells(county, await county.api('gao', 'ledger.numbersSheet', grants))
    expect(after.get('登记簿')?.at(-1)?.slice(0, 6)).toEqual(['4', '', '', '', '', '缺号'])
    expect(after.get('说明')?.flat().join()).not.toContain('没有缺号')
    expect(after.get('说明')?.flat().join()).toContain('第 4 号没有登记')
  })

  it('goes on page by page, every page with the sum of the year', async () => {
    const county = await begun()
    for (let n = 1; n <= 52; n++) await granted(county, n)
    const first = await county.api('gao', 'ledger.numbers', grants)
    expect([first.rows.length, first.next, first.given]).toEqual([50, 50, 52])
    const rest = await county.api('gao', 'ledger.numbers', { ...grants, after: 50 })
    expect([rest.rows.map(({ n }) => n), rest.next, rest.given]).toEqual([[51, 52], undefined, 52])
  })

  it('is for the centre and the leader', async () => {
    const county = await begun()
    for (const who of ['li', 'fang', 'bao', 'tang'])
      expect((await county.ask(who, 'ledger.numbers', grants)).status).toBe(403)
    expect(wrongs(await county.ask('gao', 'ledger.numbers', { ...grants, year: 26 }))).toEqual(['year too-small'])
    expect(wrongs(await county.ask('gao', 'ledger.numbers', { series: 'assignment', year: 2026 } as never))).toEqual([
      'series not-an-option',
    ])
  })
})
