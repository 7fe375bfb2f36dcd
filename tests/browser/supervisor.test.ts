import { describe, expect, it } from 'vitest'
import { dutyCounty, south } from '../journeys/question-given'
import {
  button,
  desk,
  leave,
  link,
  phone,
  seen,
  settled,
  shot,
  signIn,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'

const east = '150524100200'
const west = '150524100201'
const plain = dutyCounty()
const surveyed = (lng: number) => ({ lng, lat: 42.7, source: '测绘院 2025' })
/** The eastern village and its station are surveyed, the southern village isn't; nobody ever asks from the western. */
const county = {
  ...plain,
  units: [
    ...plain.units.map((unit) => (unit.code === east ? { ...unit, at: surveyed(121.8) } : unit)),
    { code: west, kind: 'village', name: '西嘎查', parents: { legal: '150524100', grievance: '150524100' } },
    { code: 's1', kind: 'station', name: '甲镇法律服务站', parents: { legal: '150524100' }, at: surveyed(121.84) },
  ],
}
const { at, visitor } = withBrowser({ now: '2026-10-14T09:00:00+08:00', county })
const { api, demo } = { api: ((...a) => at.server.api(...a)) as typeof at.server.api, demo: () => at.server.demo }

/** Six of the east answered and one that nobody takes; one of the south routed. It is 09:07:30 afterwards. */
async function morning() {
  for (let n = 0; n < 6; n += 1) {
    const { id } = await api('bao', 'question.ask', {
      village: east,
      topic: 'wages',
      language: 'zh',
      text: `工钱 ${n}`,
    })
    await api('li', 'question.take', { id })
    await api('li', 'question.answer', { id, summary: '去劳动监察大队' })
    if (n < 2) await api('bao', 'question.helped', { id, yes: n === 0 })
  }
  const { id } = await api('bao', 'question.ask', {
    village: south,
    topic: 'pasture',
    language: 'zh',
    text: '草场被占',
  })
  await api('he', 'question.take', { id })
  await api('he', 'question.route', { id, person: 'he', callBackAt: '2026-10-14T10:00:00+08:00' })
  const { id: late } = await api('bao', 'question.ask', {
    village: east,
    topic: 'debt',
    language: 'zh',
    text: '借钱不还',
  })
  await demo().to('2026-10-14T09:07:30+08:00')
  return late
}
/** By its own address, as a link opens it: whatever still comes after signing in doesn't take its place. */
async function opened(she: Visitor, path: string) {
  await leave(she)
  await she.goto(path)
}
const wrongOn = async (page: Parameters<typeof tooWide>[0]) => [...(await tooWide(page)), ...(await violations(page))]

describe('the supervisor', () => {
  it('finds nothing asked and nothing to watch before anybody asked', async () => {
    const she = await visitor(phone)
    await signIn(she, '孙督查')
    await seen(she.page, '8 分钟，四个数').waitFor()
    await link(she.page, '孙督查').click()
    await button(she.page, '督查总览').click()
    await seen(she.page, '这段时间还没有人问').waitFor()
    await seen(she.page, '现在没有要盯的').waitFor()
    await seen(she.page, '没有强行发布的排班').waitFor()
    await shot(she.page, 'over-empty-390')
    expect(await wrongOn(she.page)).toEqual([])
    await link(she.page, '覆盖').click()
    await seen(she.page, '有 3 个嘎查村没有人问过').waitFor()
    expect(await wrongOn(she.page)).toEqual([])
    expect(she.wrong).toEqual([])
  })

  it('reads four numbers, is alarmed at seven minutes, and opens the matters behind a number', async () => {
    const late = await morning()
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '孙督查', '/roles/supervisor/overview/index')
    const card = (name: string) => page.locator('.watch__number').filter({ hasText: name })
    await card('8 分钟答复').getByText('85.7%').waitFor()
    await card('8 分钟答复').getByText('6 / 7 件').waitFor()
    await card('8 分钟说定谁回电话').getByText('1 / 7 件').waitFor()
    await card('回电话守时').getByText('没有到时间的回电话').waitFor()
    await card('提问人说帮上了').getByText('1 / 2 件').waitFor()
    await card('提问人说帮上了').getByText('另有 4 件没说').waitFor()
    await seen(page, /其中 1\s件还在 8\s分钟里/).waitFor()
    await seen(page, '还没人答复').waitFor()
    await seen(page, /最晚 今天 9:08 答复/).waitFor()
    await shot(page, 'over-1280')
    expect(await wrongOn(page)).toEqual([])

    await demo().to('2026-10-14T09:08:00+08:00')
    await page.reload()
    await settled(page)
    await card('8 分钟答复').getByText('6 / 8 件').waitFor()
    await card('8 分钟答复').getByText('1 件超时').waitFor()
    await seen(page, '现在没有要盯的').waitFor()
    await card('8 分钟答复').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(/欠钱|借钱|债/).waitFor()
    await shot(page, 'over-behind-1280')
    expect(await wrongOn(page)).toEqual([])
    await sheet.getByText(/没有人接，转给值班的人回电话/).click()
    await page.waitForURL((url) => url.hash.includes('roles/duty/question') && url.hash.includes(late))
    expect(she.wrong).toEqual([])
  })

  it('sees a late call among the alarms, by its named person', async () => {
    await demo().to('2026-10-14T09:40:00+08:00')
    const she = await visitor(phone)
    await signIn(she, '孙督查', '/roles/supervisor/overview/index')
    await seen(she.page, '回电话晚了').waitFor()
    await seen(she.page, /高审查 负责，说好 今天 9:38 回电话/).waitFor()
    await she.page.locator('.watch__number').filter({ hasText: '回电话守时' }).getByText('0 / 1 件').waitFor()
    await shot(she.page, 'over-390')
    expect(await wrongOn(she.page)).toEqual([])
    await link(she.page, '只看 乙镇').click()
    await she.page.locator('.watch__number').filter({ hasText: '8 分钟答复' }).getByText('0 / 1 件').waitFor()
    await link(she.page, '看全旗').click()
    await she.page.locator('.watch__number').filter({ hasText: '8 分钟答复' }).getByText('6 / 8 件').waitFor()
    expect(she.wrong).toEqual([])
    // The centre reads the same; whoever may not read it is told so once.
    const centre = await visitor(phone)
    await signIn(centre, '高审查', '/roles/supervisor/overview/index')
    await seen(centre.page, '回电话晚了').waitFor()
    const resident = await visitor(phone)
    await signIn(resident, '包群众', '/roles/supervisor/overview/index')
    await seen(resident.page, '这一步办不了').waitFor()
    expect(await resident.page.getByText('这一步办不了').count()).toBe(1)
  })

  it('sees by village and hour what may be told, and which village is silent', async () => {
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '孙督查', '/roles/supervisor/coverage/index')
    // The south is few; the east is the only other one, and stands hidden beside it.
    const row = (name: string) => page.locator('.watch__bar').filter({ hasText: name })
    await row('南嘎查').getByText('不到 5 件，不写比例').waitFor()
    await row('东嘎查').getByText('问了 7 件，不写比例，免得别处的被推算出来').waitFor()
    await row('9 点').getByText('问了 8 件，7 件及时，87.5%').waitFor()
    await seen(page, '有 1 个嘎查村没有人问过').waitFor()
    await link(page, '看是哪些').click()
    await seen(page, '西嘎查').waitFor()
    await shot(page, 'coverage-1280')
    expect(await wrongOn(page)).toEqual([])
    await page.setViewportSize(phone)
    await shot(page, 'coverage-390')
    expect(await wrongOn(page)).toEqual([])
    expect(she.wrong).toEqual([])
  })

  it('without a signal what was read stays, and says that it is old; a resident is told that it isn’t hers', async () => {
    const she = await visitor(phone)
    await signIn(she, '孙督查', '/roles/supervisor/overview/index')
    await she.page.locator('.watch__number').first().waitFor()
    await she.context.setOffline(true)
    await she.page.getByRole('radio', { name: '7 天' }).click()
    await seen(she.page, '现在没有信号').waitFor()
    await she.context.setOffline(false)
    await button(she.page, '再试一次').click()
    await she.page.locator('.watch__number').first().waitFor()

    const bao = await visitor(phone)
    await signIn(bao, '包群众', '/roles/supervisor/overview/index')
    await seen(bao.page, '这一步办不了').waitFor()
    expect(await bao.page.locator('.watch__number').count()).toBe(0)
  })

  it.each([
    ['a phone', phone],
    ['a computer', desk],
  ])('in the largest letters nothing runs off %s', async (_name, viewport) => {
    const she = await visitor(viewport, 'elder-max')
    await signIn(she, '孙督查')
    for (const [path, says] of [
      ['/roles/supervisor/overview/index', '现在要盯的'],
      ['/roles/supervisor/coverage/index', '哪些嘎查村问过，答得及时不及时'],
      [`/roles/supervisor/plate/index?village=${east}`, '印出来的样子'],
      [`/pages/circle/index?village=${east}`, '离得最近的服务点'],
    ] as const) {
      await opened(she, path)
      await seen(she.page, says).waitFor()
      expect([path, await wrongOn(she.page)]).toEqual([path, []])
    }
    expect(she.wrong).toEqual([])
  })
})

describe('a door plate', () => {
  it('is drawn with a code that opens the village’s page, where nobody has to sign in', async () => {
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '孙督查', '/roles/supervisor/plate/index')
    await seen(page, '甲镇').click()
    await page.getByRole('radio', { name: /东嘎查/ }).click()
    await page.locator('.card .plate__code').waitFor()
    await seen(page, /李律/).waitFor()
    await shot(page, 'plate-1280')
    expect(await wrongOn(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.print-sheet .plate__code').isVisible()).toBe(true)
    expect(await page.locator('.watch__nav').isVisible()).toBe(false)
    await page.screenshot({ path: 'shots/plate-paper.png' })
    expect(she.wrong).toEqual([])

    const { url } = await api('sun', 'circle.plate', { village: east })
    const passer = await visitor(phone)
    await passer.page.goto(at.server.url + url)
    await settled(passer.page)
    await seen(passer.page, '甲镇 东嘎查').waitFor()
    await seen(passer.page, '正在值班').waitFor()
    await seen(passer.page, '甲镇法律服务站').waitFor()
    await seen(passer.page, /直线 3\.3\s公里/).waitFor()
    await seen(passer.page, /还没有登记这里的法律顾问/).waitFor()
    await shot(passer.page, 'circle-390')
    expect(await wrongOn(passer.page)).toEqual([])
    await button(passer.page, /问律师/).click()
    await passer.page.waitForURL(/roles\/resident\/ask/)
    expect(passer.wrong).toEqual([])
  })
  it('of a village that nobody surveyed names no point, and says so', async () => {
    const passer = await visitor(phone)
    await opened(passer, `/pages/circle/index?village=${south}`)
    await seen(passer.page, '还没有测绘的服务点').waitFor()
    await shot(passer.page, 'circle-south-390')
    await opened(passer, '/pages/circle/index?village=nowhere')
    await seen(passer.page, '没有找到').waitFor()
  })
})
