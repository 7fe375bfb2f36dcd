import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, county as countyOf, may, opens, people, story, uploaded, wages, wrongs } from './given'

/** What ends otherwise than with a case: a document that was written, and help that was given on duty (法律援助法 22). */

/** Bao's application, granted in this form on Monday the 12th and taken by Li. */
async function inHand(county: TestServer, form?: 'drafting' | 'duty-lawyer'): Promise<string> {
  const { id } = await county.api('bao', 'aid.submit', wages())
  await county.api('gao', 'aid.grant', { id, lawyer: 'li', why: '就近', ...(form && { form }) })
  await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
  await county.api('li', 'aid.take', { id })
  return id
}
const open = () => at('2026-10-12T09:00:00+08:00')

describe('drafting of a document (代拟文书)', () => {
  it('closes with the document itself as a file, which she reads, and without anything a court decides', async () => {
    const county = await open()
    const id = await inHand(county, 'drafting')
    const paper = await uploaded(county, 'li', samples.png, 'complaint.png')
    const closed = await acting(county, id)('li', 'aid.close', {
      result: 'drafted',
      text: '写好起诉状一份，交给本人',
      papers: [paper],
    })
    expect(closed).toMatchObject({ stage: 'closing', detail: { form: 'drafting', result: { result: 'drafted' } } })
    expect(closed.detail.result).not.toHaveProperty('helped')
    expect(story(closed)).toContain('律师报结案：写好了文书')
    const done = await acting(county, id)('gao', 'aid.reviewClose', { ok: true })
    expect(done.stage).toBe('closed')
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.result).toEqual({ result: 'drafted', text: '写好起诉状一份，交给本人' })
    expect([await opens(county, 'bao', paper), await opens(county, 'wu', paper)]).toEqual([true, false])
  })

  it('given to a colleague inside his house it has no mandate to sign either', async () => {
    const zhao = { ...people.li, id: 'zhao', name: '赵律', phone: '13900000004' }
    const house = countyOf({ people: [...Object.values(people), zhao] })
    const county = await at('2026-10-12T09:00:00+08:00', { county: house })
    const drafted = await inHand(county, 'drafting')
    const swap = { lawyer: 'zhao', why: '李律明天起开庭' }
    const given = await acting(county, drafted)('fang', 'aid.swapInside', swap)
    expect(given.detail.lawyer?.id).toBe('zhao')
    const codes = async (id: string) => (await county.api('gao', 'matter.get', { id })).clocks.map(({ code }) => code)
    expect(await codes(drafted)).not.toContain('aid.sign')
    // Who acts for her has one.
    const agency = await inHand(county)
    await acting(county, agency)('fang', 'aid.swapInside', swap)
    expect(await codes(agency)).toContain('aid.sign')
  })

  it('is not closed without the document, nor with somebody else’s file', async () => {
    const county = await open()
    const id = await inHand(county, 'drafting')
    const said = { id, result: 'drafted' as const, text: '写好了' }
    expect(wrongs(await county.ask('li', 'aid.close', said))).toEqual(['papers missing'])
    const foreign = await uploaded(county, 'wang', samples.png, 'other.png')
    expect(wrongs(await county.ask('li', 'aid.close', { ...said, papers: [foreign] }))).toEqual([
      'papers.0 unknown-file',
    ])
    expect((await county.api('li', 'matter.get', { id })).stage).toBe('in-hand')
  })
})

describe('help on duty (值班律师帮助)', () => {
  const said = { result: 'duty-help' as const, text: '见了面，讲了权利和程序' }
  it('closes with when and where, and she reads both', async () => {
    const county = await open()
    const id = await inHand(county, 'duty-lawyer')
    await county.demo.advance('PT6H')
    const closed = await acting(county, id)('li', 'aid.close', {
      ...said,
      helpedAt: '2026-10-12T14:30:00+08:00',
      helpedWhere: '旗看守所会见室',
    })
    const helped = { at: '2026-10-12T14:30:00.000+08:00', place: '旗看守所会见室' }
    expect(closed.detail.result).toMatchObject({ result: 'duty-help', helped })
    await acting(county, id)('gao', 'aid.reviewClose', { ok: true })
    expect((await county.api('bao', 'matter.get', { id })).detail.result).toMatchObject({ helped })
  })

  it('lacks the time or the place beside its field, and has no time that is still to come', async () => {
    const county = await open()
    const id = await inHand(county, 'duty-lawyer')
    expect(wrongs(await county.ask('li', 'aid.close', { id, ...said }))).toEqual([
      'helpedAt missing',
      'helpedWhere missing',
    ])
    const later = { id, ...said, helpedAt: '2026-10-12T09:01:00+08:00', helpedWhere: '旗看守所' }
    expect(wrongs(await county.ask('li', 'aid.close', later))).toEqual(['helpedAt in-the-future'])
    const now = await county.ask('li', 'aid.close', { ...later, helpedAt: '2026-10-12T09:00:00+08:00' })
    expect(wrongs(now)).toEqual([])
  })
})

describe('the result fits the form', () => {
  const tried = async (county: TestServer, id: string, result: 'drafted' | 'duty-help' | 'judgment' | 'other') => {
    const papers = [await uploaded(county, 'li', samples.png, 'paper.png')]
    const helped = { helpedAt: '2026-10-12T08:00:00+08:00', helpedWhere: '法院值班室' }
    return wrongs(await county.ask('li', 'aid.close', { id, result, text: '办完了', papers, ...helped }))
  }
  it.each([
    { form: 'drafting' as const, fits: 'drafted' as const, not: ['judgment', 'duty-help'] as const },
    { form: 'duty-lawyer' as const, fits: 'duty-help' as const, not: ['judgment', 'drafted'] as const },
    { form: undefined, fits: 'judgment' as const, not: ['drafted', 'duty-help'] as const },
  ])('$form ends with $fits, and with $not is refused beside the result', async ({ form, fits, not }) => {
    const county = await open()
    const id = await inHand(county, form)
    for (const result of not) expect(await tried(county, id, result)).toEqual(['result not-of-this-form'])
    expect(may(await county.api('li', 'matter.get', { id }))).toContain('aid.close')
    expect(await tried(county, id, fits)).toEqual([])
    expect((await county.api('li', 'matter.get', { id })).stage).toBe('closing')
  })

  it.each(['drafting', 'duty-lawyer', undefined] as const)('%s may end otherwise, told in words', async (form) => {
    const county = await open()
    const id = await inHand(county, form)
    expect(await tried(county, id, 'other')).toEqual([])
    expect((await county.api('li', 'matter.get', { id })).detail.result).not.toHaveProperty('helped')
  })

  it('no mandate is owed where nobody acts for her, and it is where somebody does', async () => {
    const county = await open()
    const [paper, acts] = [await inHand(county, 'drafting'), await inHand(county)]
    const clocks = async (id: string) => (await county.api('li', 'matter.get', { id })).clocks.map(({ code }) => code)
    expect(await clocks(paper)).not.toContain('aid.sign')
    expect(clockOf(await county.api('li', 'matter.get', { id: acts }), 'aid.sign').state).toBe('running')
  })
})
