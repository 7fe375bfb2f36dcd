import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { grievanceCounty, handling, quick, toWater } from '../journeys/grievance-given'
import { button, desk, link, phone, seen, shot, signIn, tooWide, violations, withBrowser } from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-10-14T09:00:00+08:00', county: grievanceCounty() })
const wrongOn = async (page: Parameters<typeof tooWide>[0]) => [...(await tooWide(page)), ...(await violations(page))]
const PATH = '/roles/supervisor/bulletin/index'

/** Six reports dealt with alike, of which one person isn't content: the same words to all of them. */
async function month() {
  for (let n = 0; n < 6; n++) {
    const { id } = await at.server.api('bao', 'grievance.submit', {
      topic: 'water',
      place: '150524100200',
      text: `第 ${n} 段水渠淤了`,
      anonymity: 'none',
    })
    const act = handling(at.server, id)
    await act('lu', 'grievance.accept', quick)
    await act('lu', 'grievance.dispatch', toWater)
    await act('shui', 'grievance.sign', {})
    await act('shui', 'grievance.resolve', { result: 'explained', text: '已经说明清淤的安排', photos: [] })
    await act('lu', 'grievance.check', { ok: true })
    await act('mei', 'grievance.callBack', { reached: true, satisfied: n > 0, note: '打通了' })
  }
}

describe('the bulletin', () => {
  it('is a table on a computer, a number opens its reports, and the spreadsheet comes down', async () => {
    await month()
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '董督查', PATH)
    await page.getByRole('table', { name: '月度通报' }).waitFor()
    const row = page.getByRole('row').filter({ hasText: '水务局' })
    await row.getByText('第 1 名').waitFor()
    await row.getByText('5 / 6 件').waitFor()
    await shot(page, 'bulletin-1280')
    expect(await wrongOn(page)).toEqual([])
    await row.getByRole('button', { name: /^水务局：满意 .*，看是哪些事/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('没做到的').waitFor()
    await sheet
      .getByText(/已办结/)
      .first()
      .waitFor()
    expect(await sheet.locator('.item').count()).toBe(6)
    // One topic and one village: her words tell them apart.
    await sheet.getByText(/^第 0 段水渠淤了，/).waitFor()
    await shot(page, 'bulletin-behind-1280')
    expect(await wrongOn(page)).toEqual([])
    await page.keyboard.press('Escape')
    const coming = page.waitForEvent('download')
    await button(page, '导出表格').click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('2026-10 月度通报.xlsx')
    const [first] = await readXlsxFile(readFileSync(await file.path()))
    expect(first?.data.some(([unit]) => unit === '水务局')).toBe(true)
    await seen(page, '表格已保存').waitFor()
    expect(she.wrong).toEqual([])
  })

  it('is a card a unit on a phone and in the largest letters; the month before is empty', async () => {
    const she = await visitor(phone, 'elder-max')
    const { page } = she
    await signIn(she, '董督查', PATH)
    await page.getByRole('heading', { name: '水务局' }).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await shot(page, 'bulletin-390-elder')
    expect(await wrongOn(page)).toEqual([])
    await link(page, '上个月').click()
    await seen(page, '这个月还没有人反映').waitFor()
    expect(await wrongOn(page)).toEqual([])
    expect(she.wrong).toEqual([])
  })

  it('shows a unit its own line and the county’s, and opens nothing', async () => {
    const he = await visitor(phone)
    await signIn(he, '水务甲', PATH)
    await he.page.getByRole('heading', { name: '水务局' }).waitFor()
    expect(await he.page.getByRole('heading', { name: '旗指挥中心' }).count()).toBe(0)
    expect(await he.page.getByRole('button', { name: /看是哪些事/ }).count()).toBe(0)
    expect(await button(he.page, '导出表格').count()).toBe(0)
    await shot(he.page, 'bulletin-unit-390')
    expect(await wrongOn(he.page)).toEqual([])
  })

  it('beside it stands what looks too good, with every step, for the supervisor alone', async () => {
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '董督查', PATH)
    await link(page, '异常线索').click()
    await page.getByRole('heading', { name: '一样的答复发给了几件事' }).waitFor()
    await link(page, '看每一步').click()
    await seen(page, /交出结果：说明了情况/).waitFor()
    await link(page, /第 3 段水渠淤了/).waitFor()
    await shot(page, 'gaming-1280')
    expect(await wrongOn(page)).toEqual([])
    await page.setViewportSize(phone)
    await shot(page, 'gaming-390')
    expect(await wrongOn(page)).toEqual([])
    const he = await visitor(phone)
    await signIn(he, '水务甲', '/roles/supervisor/gaming/index')
    await seen(he.page, '这一步办不了').waitFor()
    expect(she.wrong).toEqual([])
  })
})
