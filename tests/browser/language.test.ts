import { describe, expect, it } from 'vitest'
import type { LanguageTable } from '@/contract/language-views'
import {
  button,
  desk,
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

const { visitor } = withBrowser({ now: '2026-11-23T10:00:00+08:00', county: 'demo' })

const WORD = 'ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ'
/** What a county's server would answer once these were reviewed. The word stands for a text; it is nobody's translation. */
const reviewed: LanguageTable = {
  version: 'a-test',
  rows: [
    ['问律师', WORD],
    ['我的事项', WORD],
    ['查进度', WORD],
  ],
  at: 'prompts/',
  prompts: [{ id: 'home.ask', where: 'pages/home/index', zh: '问律师，不要钱。', file: 'a.mp3', seconds: 3 }],
}
async function answering({ page }: Visitor, table: LanguageTable) {
  await page.route('**/api/language.table', (route) =>
    route.fulfill({ json: { ok: true, value: table, now: '2026-11-23T10:00:00.000+08:00' } }),
  )
}
const mongolian = ({ page }: Visitor) => page.locator('.mong').filter({ visible: true })
const columns = (she: Visitor) =>
  mongolian(she).evaluateAll((all) =>
    all.map((each) => {
      const { writingMode, textOrientation } = getComputedStyle(each)
      const { width, height } = each.getBoundingClientRect()
      return { writingMode, textOrientation, tall: height > width }
    }),
  )
async function choose(she: Visitor) {
  await she.goto('/pages/home/index')
  await link(she.page, '语言').click()
  await seen(she.page, '汉字和蒙古文一起看').click()
  await button(she.page, '就用这个').click()
  await settled(she.page)
}

describe('choosing the language', () => {
  it('says plainly that nothing is reviewed yet, shows no Mongolian, and chooses all the same', async () => {
    const she = await visitor(phone)
    await she.goto('/pages/home/index')
    await link(she.page, '语言').click()
    await seen(she.page, '蒙古文正在请人审，审好才显示').waitFor()
    expect(await mongolian(she).count()).toBe(0)
    await shot(she.page, 'language-choice-none')
    await seen(she.page, '汉字和蒙古文一起看').click()
    await button(she.page, '就用这个').click()
    await settled(she.page)
    await seen(she.page, '问律师').waitFor()
    expect(await mongolian(she).count()).toBe(0)
    expect(she.wrong).toEqual([])
  })
  it('whoever chose both reaches a Mongolian-speaking person from every page’s foot; who didn’t has no such foot', async () => {
    const she = await visitor(phone)
    const find = (name: RegExp) => button(she.page, name)
    await she.goto('/pages/track/index')
    expect(await find(/会说蒙古语/).count()).toBe(0)
    await choose(she)
    for (const path of ['/pages/track/index', '/roles/resident/ask/index', '/roles/resident/report/index']) {
      await she.goto(path)
      await find(/会说蒙古语/).waitFor()
    }
    await she.goto('/pages/circle/index?village=150524104200')
    await find(/打给会说蒙古语的/).waitFor()
    expect(she.wrong).toEqual([])
  })
})

describe('reviewed Mongolian', () => {
  it('stands beside its Chinese, in columns, in letters that are there; what isn’t reviewed stays Chinese alone', async () => {
    const she = await visitor(phone)
    await answering(she, reviewed)
    await choose(she)
    await she.page.locator('.door .mong').waitFor()
    expect(await she.page.locator('.door').count()).toBe(3)
    expect(await she.page.locator('.door .mong').count()).toBe(1)
    for (const each of await columns(she))
      expect(each).toEqual({ writingMode: 'vertical-lr', textOrientation: 'mixed', tall: true })
    expect(await she.page.evaluate(() => document.fonts.check('16px "Noto Sans Mongolian"', 'ᠮ'))).toBe(true)
    // The button is still called by its Chinese.
    await button(she.page, /^问律师/).waitFor()
    expect(await violations(she.page)).toEqual([])
    expect(await tooWide(she.page)).toEqual([])
    await shot(she.page, 'language-home')
    // It stays after a restart without signal.
    await she.page.route('**/api/language.table', (route) => route.abort())
    await she.page.reload()
    await she.page.locator('.door .mong').waitFor()
  })
  it('what was recorded for a page can be heard there, and nowhere else', async () => {
    const she = await visitor(phone)
    await answering(she, reviewed)
    await choose(she)
    await button(she.page, /听蒙古语/).waitFor()
    await button(she.page, /听蒙古语/).click()
    await seen(she.page, '放不出来').waitFor()
    await she.goto('/pages/track/index')
    expect(await button(she.page, /听蒙古语/).count()).toBe(0)
  })
})

describe('the pages of whoever looks after it', () => {
  it.each([
    ['phone', phone, 'normal'],
    ['phone-elder', phone, 'elder'],
    ['phone-max', phone, 'elder-max'],
    ['desk', desk, 'normal'],
  ] as const)('the sample says on each card that it is one, on a %s', async (name, viewport, size) => {
    const she = await visitor(viewport, size)
    await she.goto('/roles/language/sample/index')
    await mongolian(she).first().waitFor()
    await settled(she.page)
    const cards = await she.page.locator('.section').filter({ visible: true }).count()
    expect(cards).toBe(5)
    expect(await she.page.getByText('样例，未审校').filter({ visible: true }).count()).toBe(cards + 1)
    const all = await columns(she)
    expect(all.length).toBeGreaterThan(7)
    expect(all.filter(({ writingMode, tall }) => writingMode !== 'vertical-lr' || !tall)).toEqual([])
    expect(await tooWide(she.page)).toEqual([])
    expect(await violations(she.page)).toEqual([])
    await shot(she.page, `language-sample-${name}`)
    expect(she.wrong).toEqual([])
  })
  it('in the dark it is read as well', async () => {
    const she = await visitor(phone)
    await she.page.emulateMedia({ colorScheme: 'dark' })
    await she.goto('/roles/language/sample/index')
    await mongolian(she).first().waitFor()
    expect(await violations(she.page)).toEqual([])
    await shot(she.page, 'language-sample-dark')
  })
  it('the supervisor finds how much is reviewed under 我; a resident is told that it isn’t hers', async () => {
    const she = await visitor(phone)
    await signIn(she, '赵满仓', '/roles/language/review/index')
    await seen(she.page, '这一页给管理员和督查看').waitFor()
    const boss = await visitor(phone)
    await signIn(boss, supervisor, '/pages/me/index')
    await button(boss.page, /蒙古文审校/).click()
    await seen(boss.page, /审好 0/).waitFor()
    await shot(boss.page, 'language-review')
    await button(boss.page, /问律师/).click()
    await seen(boss.page, '还没审的（前几句）').waitFor()
    expect(await violations(boss.page)).toEqual([])
    expect(await tooWide(boss.page)).toEqual([])
    expect(boss.wrong).toEqual([])
  })
})

// Of the demonstration bureau.
const supervisor = '严督'
