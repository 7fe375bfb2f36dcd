import { describe, expect, it } from 'vitest'
import { may, told } from './given'
import { atWater, handling, inCommand, refused, reported, shown, t, to } from './grievance-given'

/** 三单一函: numbered, signed by people, received and answered. */

const papers = async (county: Awaited<ReturnType<typeof inCommand>>, id: string, who = 'lu') =>
  ((await shown(county, id, who)).detail.notices ?? []).map(({ rung, clock, state, no }) => [rung, clock, state, no])

describe('the ladder of a clock of hours', () => {
  it('urges at the due time, four hours later asks a leader to sign, and no machine sends the last two', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    await to(county, '2026-10-15 09:00')
    const urged = await shown(county, id, 'shui')
    expect(urged.detail.notices?.map(({ rung, clock }) => `${rung} ${clock}`)).toEqual([
      'remind grievance.quick',
      'urge grievance.quick',
    ])
    await to(county, '2026-10-15 12:59:59')
    expect(await papers(county, id)).toHaveLength(2)
    await to(county, '2026-10-15 13:00')
    const drafts = (await shown(county, id, 'sun')).detail.notices?.filter(({ state }) => state === 'draft') ?? []
    expect(drafts.map(({ rung, no }) => [rung, no])).toEqual([['supervise', undefined]])
    expect(told(await county.demo.outbox(id)).some((row) => row.startsWith('sun app'))).toBe(true)
    const paper = drafts[0]?.id ?? ''
    const no = refused(county, id)
    expect(await no('lu', 'notice.sign', { paper, until: t('2026-10-17 18:00') })).toBe('403 permission.role')
    expect(await no('sun', 'notice.sign', { paper })).toBe('422 paper.until-missing')
    await act('sun', 'notice.sign', { paper, until: t('2026-10-17 18:00') })
    await act('shui', 'notice.receive', { paper })
    await act('shui', 'notice.reply', { paper, text: '明天完工' })
    const replied = (await shown(county, id, 'sun')).detail.notices?.find((each) => each.id === paper)
    expect(replied).toMatchObject({
      no: '督办单〔2026〕1号',
      state: 'replied',
      reply: { text: '明天完工', by: '水务甲' },
    })
    // Unmet: a letter is drafted, and leaves only with two signatures of different people.
    await to(county, '2026-10-17 18:00')
    const letter = (await shown(county, id, 'sun')).detail.notices?.find(({ rung }) => rung === 'transfer')
    expect([letter?.state, letter?.no]).toEqual(['draft', undefined])
    await act('sun', 'notice.sign', { paper: letter?.id ?? '' })
    expect(await no('sun', 'notice.sign', { paper: letter?.id ?? '' })).toMatch(/^200$|paper.same-person/)
    expect((await shown(county, id, 'sun')).detail.notices?.find(({ rung }) => rung === 'transfer')?.state).toBe(
      'draft',
    )
    await act('dong', 'notice.sign', { paper: letter?.id ?? '' })
    expect((await shown(county, id, 'sun')).detail.notices?.find(({ rung }) => rung === 'transfer')).toMatchObject({
      no: '移交函〔2026〕1号',
      state: 'issued',
    })
  })
  it('numbers run on over all matters of a year, and each paper is there as a document', async () => {
    const county = await inCommand('2026-10-03 02:10:00')
    const ids = [(await reported(county)).id, (await reported(county, {}, 'wu')).id]
    await to(county, '2026-10-03 02:25')
    const numbers = (await Promise.all(ids.map((id) => papers(county, id, 'ye')))).flat().map(([, , , no]) => no)
    expect(numbers.sort()).toEqual(['催办单〔2026〕1号', '催办单〔2026〕2号', '提醒单〔2026〕1号', '提醒单〔2026〕2号'])
    const { items } = await county.api('ye', 'notice.papers', {})
    expect(items).toHaveLength(4)
    const document = await county.api('ye', 'notice.document', { id: items[0]?.matter ?? '', paper: items[0]?.id })
    expect(document.name).toMatch(/\.docx$/)
    expect(Buffer.from(document.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })
  it('a matter that is done in time has no urging; a draft that nobody signed ends with its clock', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    await to(county, '2026-10-15 13:00')
    await act('bao', 'grievance.withdraw', {})
    expect((await papers(county, id, 'sun')).filter(([, , state]) => state === 'draft')).toEqual([])
    expect(may(await shown(county, id, 'sun'))).not.toContain('notice.sign')
  })
  it('a unit reads its own papers and nobody else’s', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await atWater(county)
    await to(county, '2026-10-15 09:00')
    const list = async (who: string) => (await county.api(who, 'notice.papers', {})).items.length
    expect([await list('shui'), await list('jiao'), await list('lu')]).toEqual([2, 0, 2])
    const paper = (await county.api('lu', 'notice.papers', {})).items[0]?.id ?? ''
    expect((await county.ask('jiao', 'notice.paper', { paper })).status).toBe(404)
    expect(await refused(county, id)('jiao', 'notice.receive', { paper })).toBe('404 grievance.not-found')
  })
})

describe('two hands on one draft', () => {
  it('two leaders sign a 督办单 at once: one signature, the other reads whose', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await atWater(county)
    await to(county, '2026-10-15 13:00')
    const paper = (await shown(county, id, 'sun')).detail.notices?.find(({ state }) => state === 'draft')?.id ?? ''
    const sign = { id, paper, until: t('2026-10-17 18:00') }
    const both = await Promise.all([county.ask('sun', 'notice.sign', sign), county.ask('dong', 'notice.sign', sign)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const act = handling(county, id)
    await act('shui', 'notice.receive', { paper })
    expect(await papers(county, id, 'sun')).toContainEqual([
      'supervise',
      'grievance.quick',
      'received',
      '督办单〔2026〕1号',
    ])
  })
})
