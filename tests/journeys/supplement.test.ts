import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import type { TestServer } from '../support/server'
import { acting, at, clockOf, explained, may, plain, story, told, uploaded, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const items = [
  { key: 'contract', text: '劳动合同或者工牌照片' },
  { key: 'id-card', text: '身份证照片' },
]

/** Bao's claim of Monday 12 October 2026, 9:00; at 9:30 two papers are asked for. */
async function asked() {
  const county = await at(monday)
  const { id, code = '' } = await county.api('bao', 'aid.submit', wages())
  await county.demo.to('2026-10-12T09:30:00+08:00')
  const act = acting(county, id)
  const listed = await act('gao', 'aid.supplementList', { items })
  return { county, id, code, act, listed }
}
const rowsOf = async (county: TestServer, id: string) => told(await county.demo.outbox(id))

describe('papers that are owed, listed once on Monday 12 October 2026, 9:30', () => {
  it('stand on her page, and every promise stands still from that minute', async () => {
    const { county, id, listed } = await asked()
    expect(listed).toMatchObject({ stage: 'supplementing', stageText: '等补材料' })
    expect(listed.clocks.map(({ code, state, dueText }) => [code, state, dueText])).toEqual([
      ['aid.promise', 'paused', '等补齐再接着算'],
      ['aid.decide', 'paused', '等补齐再接着算'],
      ['aid.supplement', 'running', expect.any(String)],
    ])
    // Five working days: Tuesday the 13th to Monday the 19th.
    expect(clockOf(listed, 'aid.supplement').dueAt).toBe('2026-10-20T00:00:00.000+08:00')
    expect(clockOf(listed, 'aid.decide').word).toBe('已暂停')
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.papersAsked).toEqual({
      times: 1,
      lists: [{ at: '2026-10-12T09:30:00.000+08:00', by: '高审查', items }],
    })
    expect(may(hers)).toContain('aid.supplement')
    expect(story(hers).at(-1)).toBe('请申请人补 2 样材料（第 1 次）：劳动合同或者工牌照片、身份证照片')
    const rows = await county.demo.outbox(id)
    expect(told(rows).slice(2)).toEqual(['bao app aid.papers', 'bao wechat aid.papers'])
    expect(plain(rows[2]?.text ?? '')).toBe('您的法律援助申请还缺 2 样材料，可以拍照发来，也可以打电话给高审查说明。')
  })

  it('one photographed by her, one cleared up on the telephone: the clocks go on, and the day is kept', async () => {
    const { county, id, act } = await asked()
    await county.demo.to('2026-10-12T11:00:00+08:00')
    const fileId = await uploaded(county, 'bao', samples.jpeg, '工牌.jpg')
    const half = await act('bao', 'aid.supplement', { items: [{ key: 'contract', fileIds: [fileId] }] })
    expect([half.stage, story(half).at(-1)]).toEqual(['supplementing', '补了 1 样材料'])
    expect(half.papers).toEqual([{ id: fileId, name: '补交：劳动合同或者工牌照片' }])
    expect(clockOf(half, 'aid.promise').state).toBe('paused')

    await county.demo.to('2026-10-12T14:10:00+08:00')
    await county.api('gao', 'matter.callLog', { id })
    const said = [{ key: 'id-card', text: '电话里核对了身份证号' }]
    const whole = await act('gao', 'aid.supplement', { items: said })
    expect([whole.stage, story(whole).at(-1)]).toEqual(['submitted', '材料补齐了，接着计时'])
    expect(whole.detail.papersAsked?.lists[0]?.items).toMatchObject([
      { answered: { at: '2026-10-12T11:00:00.000+08:00', files: [fileId] } },
      { answered: { at: '2026-10-12T14:10:00.000+08:00', text: '电话里核对了身份证号', files: [] } },
    ])
    expect(clockOf(whole, 'aid.supplement')).toMatchObject({ outcome: 'kept' })
    expect(clockOf(whole, 'aid.promise')).toMatchObject({
      state: 'running',
      dueAt: '2026-10-13T00:00:00.000+08:00',
    })
    expect(clockOf(whole, 'aid.decide').dueAt).toBe('2026-10-20T00:00:00.000+08:00')
    expect(explained(whole, 'aid.promise').join()).toContain('今天 9:30 到 今天 14:10 不算时间')
    expect(await rowsOf(county, id)).toContain('gao app aid.papers-in')

    await county.demo.to('2026-10-12T16:40:00+08:00')
    const granted = await act('gao', 'aid.grant', {})
    expect(clockOf(granted, 'aid.promise').outcome).toBe('kept')
    expect(clockOf(granted, 'aid.decide').outcome).toBe('kept')
  })

  it('that come on Wednesday are promised on Wednesday, and the statute has as many days as were left', async () => {
    const { county, act } = await asked()
    await county.demo.to('2026-10-14T10:00:00+08:00')
    const both = items.map(({ key }) => ({ key, text: '送到窗口了' }))
    const whole = await act('gao', 'aid.supplement', { items: both })
    expect(clockOf(whole, 'aid.promise').dueAt).toBe('2026-10-15T00:00:00.000+08:00')
    // Seven days, of which none had passed: Wednesday the 14th to Tuesday the 20th.
    expect(clockOf(whole, 'aid.decide').dueAt).toBe('2026-10-21T00:00:00.000+08:00')
    const granted = await act('gao', 'aid.grant', {})
    expect(granted.clocks.filter(({ outcome }) => outcome === 'missed')).toEqual([])
  })

  it('are counted on the row, and stand there when all is answered, so that nobody forgets who was asked', async () => {
    const { county, id, act } = await asked()
    const row = async (who: string, desk: 'centre' | 'lawyer') =>
      (await county.api(who, 'desk.list', { desk })).items.find((each) => each.id === id)?.papersAsked
    expect(await row('gao', 'centre')).toBe(1)
    expect((await county.api('bao', 'matter.list', { open: true })).items[0]?.papersAsked).toBe(1)
    await act('bao', 'aid.supplement', { items: items.map(({ key }) => ({ key, text: '没有这样的材料' })) })
    expect(await row('gao', 'centre')).toBe(1)
    await act('gao', 'aid.grant', {})
    expect((await county.api('gao', 'matter.get', { id })).detail.papersAsked?.times).toBe(1)
  })

  it('may come from whoever was asked, with a key of the list, with a photo or a word', async () => {
    const { county, id } = await asked()
    const ask = async (who: string, given: object[]) =>
      wrongs(await county.ask(who, 'aid.supplement', { id, items: given as never }))
    expect(await ask('bao', [])).toEqual(['items missing'])
    expect(await ask('bao', [{ key: 'contract' }])).toEqual(['items.0.text missing'])
    expect(await ask('bao', [{ key: 'wages-slip', text: '有' }])).toEqual(['aid.paper-not-listed'])
    expect(await ask('bao', Array(2).fill({ key: 'contract', text: '有' }))).toEqual(['items duplicate'])
    expect(await ask('bao', [{ key: 'contract', fileIds: ['f_0123456789abcdefghijkl'] }])).toEqual([
      'items.0.fileIds.0 unknown-file',
    ])
    expect(await ask('wu', [{ key: 'contract', text: '有' }])).toEqual(['aid.not-found'])
    expect(await ask('li', [{ key: 'contract', text: '有' }])).toEqual(['permission.role'])
  })
})

describe('several at once', () => {
  it('she and the centre each bring one: together it is whole, once, and the clocks go on once', async () => {
    const { county, id } = await asked()
    await Promise.all([
      county.api('bao', 'aid.supplement', { id, items: [{ key: 'contract', text: '没有合同' }] }),
      county.api('gao', 'aid.supplement', { id, items: [{ key: 'id-card', text: '电话核对了' }] }),
    ])
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.stage).toBe('submitted')
    expect(seen.clocks.map(({ code, state }) => [code, state])).toEqual([
      ['aid.promise', 'running'],
      ['aid.decide', 'running'],
      ['aid.supplement', 'stopped'],
    ])
    expect((await rowsOf(county, id)).filter((row) => row.endsWith('aid.papers-in'))).toHaveLength(1)
  })

  it('nobody decides while papers are owed; a colleague reads who asked for them', async () => {
    const { county, id } = await asked()
    for (const action of ['aid.grant', 'aid.refuse'] as const) {
      const input = { id, article: '31-5', why: '理由' }
      expect(wrongs(await county.ask('gao', action, input))).toEqual(['aid.not-awaiting-review'])
      expect((await county.ask('qin', action, input)).body).toMatchObject({ detail: { by: '高审查' } })
    }
  })
})

describe('a telephone talk', () => {
  it('instead of a list pauses nothing: the note stands in the history, the day counts on', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'matter.callLog', { id })
    await county.api('gao', 'matter.note', { id, text: '问清了：包工头叫老赵，电话在合同上' })
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.stage).toBe('submitted')
    expect(seen.clocks.map(({ state }) => state)).toEqual(['running', 'running'])
    expect(seen.detail.notes).toEqual([
      { at: '2026-10-12T09:00:00.000+08:00', by: '高审查', text: '问清了：包工头叫老赵，电话在合同上' },
    ])
    expect(story(seen).slice(1)).toEqual([
      '高审查 看了电话号码，准备打过去',
      '记了一笔：问清了：包工头叫老赵，电话在合同上',
    ])
    expect(seen.detail).not.toHaveProperty('papersAsked')
  })
})

describe('a second list', () => {
  const more = { items: [{ key: 'bank', text: '工资流水' }] }
  /** All answered on Monday at 9:30. */
  async function answered() {
    const story = await asked()
    await story.act('bao', 'aid.supplement', { items: items.map(({ key }) => ({ key, text: '在这' })) })
    return story
  }

  it('is refused to whoever of the centre asks, with the way round it', async () => {
    const { county, id } = await answered()
    for (const who of ['gao', 'qin']) {
      const { status, body } = await county.ask(who, 'aid.supplementList', { id, ...more, why: '还缺一样' })
      expect([status, body]).toMatchObject([
        422,
        { refused: 'aid.second-list', message: expect.stringContaining('请督查写明理由') },
      ])
    }
    expect(may(await county.api('gao', 'matter.get', { id }))).not.toContain('aid.supplementList')
    expect((await county.api('gao', 'matter.get', { id })).stage).toBe('submitted')
  })

  it('by the supervisor needs her reason, which stands beside it for everybody who sees papers', async () => {
    const { county, id, act } = await answered()
    expect(wrongs(await county.ask('sun', 'aid.supplementList', { id, ...more }))).toEqual(['aid.why-missing'])
    await county.demo.to('2026-10-12T10:15:00+08:00')
    const listed = await act('sun', 'aid.supplementList', { ...more, why: '对方提出了新的账目' })
    expect(listed.stage).toBe('supplementing')
    expect(clockOf(listed, 'aid.supplement', 2).state).toBe('running')
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.papersAsked).toMatchObject({
      times: 2,
      lists: [{ by: '高审查' }, { by: '孙督查', why: '对方提出了新的账目', at: '2026-10-12T10:15:00.000+08:00' }],
    })
    expect(story(hers).at(-1)).toBe('请申请人补 1 样材料（第 2 次）：工资流水')
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items[0]?.papersAsked).toBe(2)
  })

  it('while the first is still owed: no clerk’s, and the supervisor’s takes what is still owed along', async () => {
    const { county, id } = await asked()
    expect(wrongs(await county.ask('gao', 'aid.supplementList', { id, ...more }))).toEqual(['aid.second-list'])
    expect(wrongs(await county.ask('qin', 'aid.supplementList', { id, ...more }))).toEqual(['matter.changed'])
    const before = (await county.api('bao', 'matter.get', { id })).detail.papersAsked?.lists[0]?.items.length ?? 0
    const both = await county.api('sun', 'aid.supplementList', { id, ...more, why: '对方提出了新的账目' })
    expect(both).toMatchObject({ stage: 'supplementing', detail: { papersAsked: { times: 2 } } })
    expect(both.detail.papersAsked?.lists.at(-1)?.items).toHaveLength(before + more.items.length)
    expect(clockOf(both, 'aid.supplement').outcome).toBe('cancelled')
    expect(clockOf(both, 'aid.supplement', 2).state).toBe('running')
    expect(clockOf(both, 'aid.promise').state).toBe('paused')
  })
})

describe('papers that never come', () => {
  it('are overdue on Tuesday the 20th at midnight, and the responsible person is told to ring, once', async () => {
    const { county, id } = await asked()
    await county.demo.to('2026-10-19T23:59:00+08:00')
    expect(await rowsOf(county, id)).toHaveLength(4)
    await county.demo.to('2026-10-21T09:00:00+08:00')
    expect((await county.demo.outbox(id)).slice(4)).toMatchObject([
      { to: 'gao', template: 'aid.ring-for-papers', at: '2026-10-20T00:00:00.000+08:00' },
    ])
    // No machine deems anything withdrawn, however long it lies.
    await county.demo.to('2026-12-20T09:00:00+08:00')
    expect((await county.api('gao', 'matter.get', { id })).stage).toBe('supplementing')
  })

  it('are taken as withdrawn only by a person, after the time, after a call that was logged', async () => {
    const { county, id, act, code } = await asked()
    const deem = (who = 'gao') => county.ask(who, 'aid.deemedWithdrawn', { id, call: '本人说不办了' })
    // Ringing before the end is good, and is not the call that is meant.
    await county.api('gao', 'matter.callLog', { id })
    expect(may(await county.api('gao', 'matter.get', { id }))).not.toContain('aid.deemedWithdrawn')
    expect(wrongs(await deem())).toEqual(['aid.supplement-not-over'])
    await county.demo.to('2026-10-20T09:00:00+08:00')
    expect(may(await county.api('gao', 'matter.get', { id }))).toContain('aid.deemedWithdrawn')
    expect(wrongs(await deem())).toEqual(['aid.ring-first'])
    await county.api('gao', 'matter.callLog', { id })
    expect(wrongs(await county.ask('gao', 'aid.deemedWithdrawn', { id, call: '' }))).toEqual(['call missing'])
    expect(wrongs(await deem('bao'))).toEqual(['permission.role'])
    const gone = await act('gao', 'aid.deemedWithdrawn', { call: '本人说不办了' })
    expect(gone).toMatchObject({ stage: 'withdrawn', can: [{ action: 'aid.falsePromise' }] })
    expect(gone.clocks.every(({ state }) => state === 'stopped')).toBe(true)
    expect(story(gone).at(-1)).toBe('材料一直没补，打过电话后按撤回处理')
    expect((await rowsOf(county, id)).at(-1)).toBe('bao app aid.deemed-withdrawn')
    expect((await county.api(undefined, 'matter.track', { code })).stageText).toBe('已撤回')
    // Said twice it is still one; a colleague learns who was first.
    expect((await deem()).status).toBe(200)
    expect(wrongs(await deem('qin'))).toEqual(['matter.changed'])
    expect(story(await county.api('gao', 'matter.get', { id })).at(-1)).toBe('材料一直没补，打过电话后按撤回处理')
  })

  it('may still come late: nothing is lost', async () => {
    const { county, act } = await asked()
    await county.demo.to('2026-10-21T10:00:00+08:00')
    const late = await act('bao', 'aid.supplement', { items: items.map(({ key }) => ({ key, text: '找到了' })) })
    expect(late.stage).toBe('submitted')
    expect(clockOf(late, 'aid.supplement').outcome).toBe('missed')
    expect(clockOf(late, 'aid.promise').dueAt).toBe('2026-10-22T00:00:00.000+08:00')
    expect((await act('gao', 'aid.grant', {})).clocks.find(({ code }) => code === 'aid.promise')?.outcome).toBe('kept')
  })

  it('she withdraws herself while they are owed, or the centre hands it over', async () => {
    const first = await asked()
    expect((await first.act('bao', 'aid.withdraw', { why: '给钱了' })).stage).toBe('withdrawn')
    const second = await asked()
    const to = { agency: '铁西区法律援助中心' }
    expect((await second.act('gao', 'aid.transfer', { to, why: '归铁西' })).stage).toBe('transferred')
  })
})
