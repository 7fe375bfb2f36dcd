import { describe, expect, it } from 'vitest'
import { button, phone, seen, settled, shot, signIn, tooWide, violations, withBrowser } from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-11-23T10:00:00+08:00', county: 'demo' })

/** A series of the centre's; the next one is on Thursday the 26th. */
const series = async (title: string) => {
  const { id } = await at.server.api('gao', 'class.save', {
    kind: 'live',
    title,
    host: '包律师',
    where: { place: '额勒顺镇文化站', link: 'https://example.org/live' },
    rhythm: { every: 'week' },
    first: '2026-11-26',
    start: '19:30',
    minutes: 60,
    festival: 'skip',
  })
  return id
}
const list = '/roles/classes/list/index'
const page = (id: string) => `/roles/classes/class/index?id=class:${id}`

describe('the programme', () => {
  it('stands by weeks for everybody, and leads to one class with its questions', async () => {
    const id = await series('周四问律师')
    const she = await visitor(phone)
    await she.goto(list)
    for (const text of ['本周', '下周', '以后']) await seen(she.page, text).waitFor()
    expect(await violations(she.page)).toEqual([])
    expect(await tooWide(she.page)).toEqual([])
    await shot(she.page, 'classes-list')
    await button(she.page, /周四问律师/).click()
    await seen(she.page, /每周四/).waitFor()
    await seen(she.page, '登录以后才能提醒您').waitFor()
    await button(she.page, '先提个问题').click()
    await button(she.page, '提问').click()
    await seen(she.page, /先写上想问什么/).waitFor()
    await she.page.getByRole('textbox', { name: '您想问什么？' }).fill('草场租金能不能涨')
    await button(she.page, '提问').click()
    await seen(she.page, '提好了，讲课的时候回答。').waitFor()
    expect(await violations(she.page)).toEqual([])
    await shot(she.page, 'classes-asked')
    const { items } = await at.server.api('gao', 'class.questions', { id, date: '2026-11-26' })
    expect(items.map(({ text, name }) => [text, name])).toEqual([['草场租金能不能涨', undefined]])
    expect(she.wrong).toEqual([])
  })
  it('says what is wrong without a signal, and goes on with one', async () => {
    const she = await visitor(phone)
    await she.page.route('**/api/class.*', (route) => route.abort())
    await she.goto(list)
    await seen(she.page, '现在没有信号').waitFor()
    await she.page.unroute('**/api/class.*')
    await button(she.page, '再试一次').click()
    await seen(she.page, '本周').waitFor()
  })
})

describe('one class', () => {
  it('reminds whoever has signed in, until she no longer wants it', async () => {
    const id = await series('提醒一次')
    const she = await visitor(phone, 'elder')
    await signIn(she, '赵满仓', page(id))
    await button(she.page, '提醒我').click()
    await seen(she.page, '好的，头一天晚上提醒您。').waitFor()
    const { reminded } = await at.server.api('zhao', 'class.get', { id })
    expect(reminded).toBe(true)
    expect(await tooWide(she.page)).toEqual([])
    await shot(she.page, 'classes-one-elder')
    await button(she.page, '不用提醒了').click()
    await seen(she.page, '好的，不提醒了。').waitFor()
    expect((await at.server.api('zhao', 'class.get', { id })).reminded).toBe(false)
  })
  it('gives a browser its calendar file', async () => {
    const id = await series('记到日历')
    const she = await visitor(phone)
    await she.goto(page(id))
    const [file] = await Promise.all([she.page.waitForEvent('download'), button(she.page, '记到日历').click()])
    expect(file.suggestedFilename()).toBe('class-2026-11-26.ics')
  })
})

describe('whoever keeps it', () => {
  it('sees the next six dates while typing, saves, and cancels one with its reason', async () => {
    const he = await visitor(phone)
    await signIn(he, '高援', '/roles/classes/edit/index')
    await button(he.page, '存好').click()
    await seen(he.page, '写上名称').waitFor()
    await he.page.getByRole('textbox', { name: '名称' }).fill('圆桌会')
    await he.page.getByRole('textbox', { name: '谁来讲' }).fill('高援')
    await he.page.getByRole('textbox', { name: /地点/ }).fill('司法局二楼')
    await he.page.locator('#class-first').fill('2026-12-03')
    await seen(he.page, '接下来六次').waitFor()
    await seen(he.page, /周四\s12\s月\s10\s日/).waitFor()
    await settled(he.page)
    expect(await violations(he.page)).toEqual([])
    await shot(he.page, 'classes-edit')
    await button(he.page, '存好').click()
    await seen(he.page, '还没有人提问').waitFor()
    await button(he.page, '改这一次').click()
    await he.page.getByRole('radio', { name: '这一次不办' }).click()
    await he.page.getByRole('textbox', { name: /为什么/ }).fill('主讲人开庭')
    await button(he.page, '这一次不办').click()
    await seen(he.page, /马上告诉要了提醒的人/).waitFor()
    await shot(he.page, 'classes-cancelled')
  })
})
