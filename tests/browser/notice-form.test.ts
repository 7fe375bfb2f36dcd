import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { clockOf, county, people } from '../journeys/given'
import { button, desk, link, phone, seen, signIn, withBrowser } from '../support/browser'
import { fits } from './centre-given'

/** Monday 12 October 2026: what comes on paper from court, procuratorate and police, and who stands in front of a station. */

const unit = (code: string, name: string) => ({ code, kind: 'department', name })
const officer = (id: string, name: string, code: string) => ({
  id,
  name,
  phone: '13900000024',
  roles: [{ role: 'department', unit: code }],
})
const base = county({
  people: [...Object.values(people), officer('ding', '丁警官', 'dept:police'), officer('mei', '梅妇联', 'dept:women')],
})
const { at, visitor } = withBrowser({
  now: '2026-10-12T09:00:00+08:00',
  county: { ...base, units: [...base.units, unit('dept:police', '示例旗公安局'), unit('dept:women', '妇女联合会')] },
})

const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).filter({ visible: true }).first()
const radio = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).filter({ visible: true }).first()
const field = (page: Page, name: string | RegExp) => page.getByLabel(name).filter({ visible: true }).first()
const title = (page: Page, name: string) => page.getByRole('heading', { name }).filter({ visible: true }).first()
const CODE = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/
const codeOn = async (page: Page) =>
  (await page.locator('.forward__code').filter({ visible: true }).getAttribute('aria-label')) ?? ''
const entered = async (who: string, where: 'centre' | 'department', name: string) => {
  const { items } = await at.server.api(who, 'desk.list', { desk: where, sort: 'new' })
  const id = items.find(({ applicant }) => applicant === name)?.id ?? ''
  return at.server.api(who, 'matter.get', { id })
}

describe.each([
  ['a phone', phone, '乌少年'],
  ['a computer', desk, '包少年'],
] as const)('a clerk of the centre on %s', (_, screen, name) => {
  it('registers a notice that came on paper: wrong fields are told, what is written stays, three days are promised', async () => {
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '高审查')
    await button(page, '通知辩护').click()
    await title(page, '登记通知辩护').waitFor()
    const width = screen.width
    await fits(she, `notice-empty-${width}`)
    await button(page, '登记').click()
    for (const wrong of [
      '选一个机关',
      '写上机关的全名',
      '选收到的日子和钟点',
      '写上名字',
      '选一个理由',
      '写上涉嫌的罪名',
    ])
      await seen(page, wrong).waitFor()
    await fits(she, `notice-wrong-${width}`)

    await radio(page, '公安机关').click()
    await box(page, '机关全名').fill('示例旗公安局')
    await field(page, /^哪天/).fill('2026-10-12')
    await field(page, /^几点/).fill('09:30')
    await box(page, /^名字/).fill(name)
    await field(page, /^出生日期/).fill('2010-05-01')
    await seen(page, '不满 18 岁：只派熟悉未成年人的律师。').waitFor()
    await radio(page, '强制医疗').click()
    await box(page, '涉嫌的罪名').fill('盗窃')
    await button(page, '登记').click()
    await seen(page, /收到的时间：还没到这个时间/).waitFor()
    expect(await seen(page, '选一个理由').count()).toBe(0)
    await field(page, /^哪天/).fill('2026-10-08')
    await field(page, /^几点/).fill('15:00')

    // What she has written is still there when she comes again.
    await page.reload()
    await title(page, '登记通知辩护').waitFor()
    expect(await box(page, /^名字/).inputValue()).toBe(name)
    await link(page, '不要这一份了，重新登记').waitFor()
    await link(page, '再记一些（可以不填）').click()
    await radio(page, '蒙古语').click()
    await fits(she, `notice-filled-${width}`)
    await button(page, '登记').click()

    await title(page, '登记好了').waitFor()
    expect(await codeOn(page)).toMatch(CODE)
    await seen(page, /在找律师，最晚 今天 24:00 指派，并告诉办案机关。$/).waitFor()
    await fits(she, `notice-done-${width}`)
    const matter = await entered('gao', 'centre', name)
    expect(clockOf(matter, 'aid.assign').dueAt).toBe('2026-10-13T00:00:00.000+08:00')
    expect(matter.detail.notice).toMatchObject({ organ: 'police', ground: 'compulsory-treatment', offence: '盗窃' })
    await seen(page, '现在就派律师').click()
    await seen(page, name).waitFor()
    await page.goBack()
    await button(page, '再登记一件').click()
    expect(await box(page, /^名字/).inputValue()).toBe('')
    expect(she.wrong.filter((line) => !line.includes('status of 400'))).toEqual([])
  })
})

describe('an organ with an account', () => {
  it('lodges it from its own desk, its name already there, and reads it afterwards', async () => {
    const he = await visitor(desk)
    const { page } = he
    await signIn(he, '丁警官')
    await button(page, '通知辩护').click()
    await title(page, '登记通知辩护').waitFor()
    expect(await box(page, '机关全名').inputValue()).toBe('示例旗公安局')
    expect(await radio(page, '公安机关').getAttribute('aria-checked')).toBe('true')
    await link(page, '就是现在').click()
    await box(page, /^名字/).fill('包被告')
    await radio(page, '可能被判处无期徒刑、死刑').click()
    await seen(page, '只派执业满三年的律师（法律援助法第二十六条）。').waitFor()
    await box(page, '涉嫌的罪名').fill('抢劫')
    await button(page, '登记').click()
    await title(page, '登记好了').waitFor()
    expect(await codeOn(page)).toMatch(CODE)
    await seen(page, '看办到哪一步').waitFor()
    expect(await seen(page, '现在就派律师').count()).toBe(0)
    await fits(he, 'notice-done-police')
    const lodged = await entered('ding', 'department', '包被告')
    expect(lodged.detail.notice).toMatchObject({ ground: 'life-or-death', organName: '示例旗公安局' })
    await he.goto('/roles/forward/list/index')
    await seen(page, /^通知辩护/).waitFor()
    await seen(page, '包被告').waitFor()
    await fits(he, 'notice-forward-list')
  })

  it('another department has no such door', async () => {
    const she = await visitor(desk)
    await signIn(she, '梅妇联')
    await button(she.page, '登记电话、来人').waitFor()
    expect(await button(she.page, '通知辩护').count()).toBe(0)
    await she.goto('/roles/forward/list/index')
    await seen(she.page, '帮人申请法律援助').waitFor()
    expect(await seen(she.page, /^通知辩护/).count()).toBe(0)
  })
})

describe.each([
  ['a phone', phone],
  ['a computer', desk],
] as const)('a station in a department on %s', (_, screen) => {
  it('writes down who stands in front of it only with his word, and when he asked in custody', async () => {
    const she = await visitor(screen)
    const { page } = she
    const name = `乌来人${screen.width}`
    await signIn(she, '梅妇联')
    await she.goto('/roles/forward/register/index')
    await radio(page, '来人').click()
    await box(page, '名字').fill(name)
    await box(page, /找嘎查/).fill('西')
    await radio(page, /西嘎查/).click()
    await radio(page, '工钱').click()
    await box(page, /^一句话说清/).fill('工地欠了五个月工资')
    await link(page, '再记一些（可以不填）').click()
    await radio(page, '是，办案机关转来的').click()
    await button(page, '登记').click()
    await seen(page, '还没写本人怎么同意的').waitFor()
    await seen(page, '选提出申请的日子和钟点').waitFor()
    expect((await at.server.api('gao', 'desk.list', { desk: 'centre', text: name })).items).toEqual([])

    await radio(page, /^有人作证/).click()
    await box(page, '作证的人').fill('乌云')
    await field(page, /^哪天提出的/).fill('2026-10-11')
    await field(page, /^几点提出的/).fill('10:00')
    await seen(page, /小时内要转到法律援助中心：最晚 今天 10:00。$/).waitFor()
    await fits(she, `station-custody-${screen.width}`)
    await button(page, '登记').click()
    await title(page, '登记好了').waitFor()
    expect(await codeOn(page)).toMatch(CODE)
    await fits(she, `station-done-${screen.width}`)
    const matter = await entered('gao', 'centre', name)
    expect(matter.detail).toMatchObject({ consent: { kind: 'witness', name: '乌云' }, custody: { through: 'organ' } })
    expect(clockOf(matter, 'aid.handover').outcome).toBe('kept')
  })
})
