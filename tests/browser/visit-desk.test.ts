import { describe, expect, it } from 'vitest'
import { booked, form, hours, starts, WEDNESDAY } from '../journeys/visit-given'
import { button, desk, leave, link, phone, seen, signIn, type Visitor, withBrowser } from '../support/browser'
import { samples } from '../support/sample-files'
import { choose, dialog, send, write } from './unit-given'
import { looks, planned, radio, tab } from './visit-desk-steps'

// The clock of this county only goes forward: Wednesday, Thursday, its night, Friday.
const { at, visitor } = withBrowser({ now: WEDNESDAY, county: planned })

const days = '/roles/visits/day/index'
const plan = '/roles/visits/plan/index'
const one = (id: string) => `/roles/visits/visit/index?id=${id}`
const now = (id: string) => at.server.api('gao', 'matter.get', { id })
async function at390(who: string, path: string): Promise<Visitor> {
  const he = await visitor(phone)
  await signIn(he, who, path)
  return he
}
const elder = {
  kind: 'home',
  need: 'elder',
  address: '东嘎查三组，蓝铁门',
  name: '乌老人',
  phone: '13900000077',
} as const

describe('on Wednesday', () => {
  it('a lawyer comes from his first page to his days; an afternoon is closed in two taps, and who was booked must be moved', async () => {
    const { id } = await booked(at.server, '2026-10-15T09:30')
    const he = await at390('李律', '/roles/lawyer/today/index')
    const { page } = he
    await button(page, /^我的约见/).click()
    await seen(page, '9:30–10:00 到办公室').waitFor()
    await seen(page, '包群众').waitFor()
    await seen(page, '10:00–11:30 到办公室，空 3 个').waitFor()
    await looks(he, 'days')
    await link(page, '停约、加开：明天').click()
    await looks(he, 'days-change')
    await dialog(he).getByRole('button', { name: '上午开庭' }).click()
    await seen(page, '停好了。有 1 个已经约好的，要改时间。').waitFor()
    await seen(page, '要改约').waitFor()
    await looks(he, 'days-orphan')
    expect(starts(await hours(at.server)).filter((start) => start < '10-15T12:00')).toEqual([])
    // What was booked is still hers: only somebody who moves it changes that.
    expect((await now(id)).detail.start).toBe('2026-10-15T09:30:00.000+08:00')

    await button(page, /包群众/).click()
    await button(page, '改时间').click()
    await dialog(he).getByRole('radio', { name: /^周五/ }).click()
    await looks(he, 'visit-move')
    await dialog(he).getByRole('radio', { name: /^9:30/ }).click()
    await send(he, '就这个时间')
    await seen(page, '改好了，本人收到消息。').waitFor()
    expect((await now(id)).detail.start).toBe('2026-10-16T09:30:00.000+08:00')
    const { orphans, closings } = await at.server.api('li', 'visit.plans', {})
    expect(orphans).toEqual([])
    const [closing] = closings
    await at.server.api('li', 'visit.unclose', { entry: closing?.id ?? '' })
  })

  it('on a computer the visit stands beside the days, and what is done there is seen in the list', async () => {
    await booked(at.server, '2026-10-16T10:30', {
      who: 'wu',
      asked: { from: '2026-10-16', to: '2026-10-17' },
      more: { name: '吴群众', phone: '13900000012' },
    })
    const he = await visitor(desk)
    await signIn(he, '李律', days)
    const { page } = he
    await seen(page, '从左边选一个').waitFor()
    await button(page, /吴群众.*10:30/).click()
    await button(page, '我会到').click()
    await seen(page, '记好了：您会到，本人看得见。').waitFor()
    await button(page, /吴群众.*已确认/).waitFor()
    await looks(he, 'days-1280')
  })

  it('a lawyer writes his plan: a sentence says it back, the next fortnight shows what comes of it, and it is booked', async () => {
    const he = await at390('何律', plan)
    const { page } = he
    await seen(page, '还没有排。排了，群众才约得到。').waitFor()
    await looks(he, 'plan-empty')
    await button(page, '加一条').click()
    await send(he, '就这样排')
    await seen(page, '请选怎么见').waitFor()
    await choose(he, '视频')
    await dialog(he).getByRole('checkbox', { name: '周一' }).click()
    await dialog(he).getByRole('radio', { name: '45 分钟' }).click()
    await seen(page, /^就是：周二至周五 9:00–11:30，视频，每次 45.分钟$/).waitFor()
    await looks(he, 'plan-form')
    await send(he, '就这样排')
    await seen(page, '排好了。').waitFor()
    await seen(page, '9:00–11:15 视频，空 3 个').waitFor()
    await looks(he, 'plan')
    expect(starts(await hours(at.server, { kind: 'video' }))).toEqual(['10-15T09:00', '10-15T09:45', '10-15T10:30'])
    expect(await hours(at.server, { kind: 'video', from: '2026-10-19', to: '2026-10-20' })).toEqual([])

    // Backwards is told beside its field, and nothing is saved.
    await button(page, '停一段').click()
    await send(he, '停约')
    await seen(page, '请写为什么停，改约的时候用得上').waitFor()
    await write(he, /^为什么/, '开庭')
    await dialog(he).locator('input[type=time]').first().fill('19:00')
    await send(he, '停约')
    await dialog(he).getByRole('alert').first().waitFor()
    await looks(he, 'plan-backwards')
    expect((await at.server.api('he', 'visit.plans', {})).closings).toEqual([])

    await page.keyboard.press('Escape')
    await button(page, /视频，每次 45/).click()
    await send(he, '不再排这一条')
    await send(he, '不再排这一条')
    await seen(page, '不再排了。').waitFor()
    expect(await hours(at.server, { kind: 'video' })).toEqual([])
  })

  it('the centre looks at anybody’s plan, a supervisor too but changes nothing', async () => {
    const she = await at390('高审查', plan)
    await button(she.page, /^看谁的/).click()
    await write(she, /^找人/, '李律')
    await dialog(she).getByRole('button', { name: /^李律/ }).click()
    await she.page.getByRole('heading', { name: '李律的工作安排' }).waitFor()
    await button(she.page, /周一至周五 9:00–11:30/).waitFor()
    await looks(she, 'plan-centre')
    const watcher = await at390('孙督查', plan)
    await button(watcher.page, /^看谁的/).click()
    await write(watcher, /^找人/, '李律')
    await dialog(watcher).getByRole('button', { name: /^李律/ }).click()
    await seen(watcher.page, '您现在只能看，不能改。').waitFor()
    expect(await button(watcher.page, '加一条').count()).toBe(0)
    await looks(watcher, 'plan-supervisor')
  })

  it('the centre finds visits under their own tab; a supervisor sees one and can’t move it', async () => {
    const { id } = await booked(at.server, '2026-10-19T09:00', {
      asked: { from: '2026-10-19', to: '2026-10-20' },
      more: { name: '包长名字其其格' },
    })
    const she = await visitor(desk)
    await signIn(she, '高审查', '/roles/centre/queue/index')
    await tab(she, /^约见/).click()
    await button(she.page, /包长名字其其格/).click()
    await button(she.page, '改时间').waitFor()
    await looks(she, 'centre-1280')
    const watcher = await at390('孙督查', one(id))
    await seen(watcher.page, '包长名字其其格').waitFor()
    expect(await button(watcher.page, /^(改时间|取消|我会到|见到了)$/).count()).toBe(0)
    await looks(watcher, 'supervisor')
  })

  it('without signal the page that was read stays and says so; somebody else’s visit isn’t there', async () => {
    const { id } = await booked(at.server, '2026-10-15T11:00')
    const he = await at390('李律', one(id))
    await seen(he.page, '包群众').waitFor()
    await he.context.setOffline(true)
    await button(he.page, '我会到').click()
    await seen(he.page, /没发出去|没有信号/).waitFor()
    await seen(he.page, '包群众').waitFor()
    await looks(he, 'offline')
    await he.context.setOffline(false)
    await button(he.page, '我会到').click()
    await seen(he.page, '记好了：您会到，本人看得见。').waitFor()
    const other = await at390('何律', one(id))
    await seen(other.page, /^没找到/).waitFor()
    await looks(other, 'not-his')
  })
})

describe('on Thursday', () => {
  it('they meet: wrong digits are told, hers count, and what came of it reaches her', async () => {
    const { id } = await booked(at.server, '2026-10-15T10:30', { more: { text: '三个月没发工钱' } })
    const { detail } = await at.server.api('bao', 'matter.get', { id })
    const right = detail.checkIn ?? ''
    await at.server.demo.to('2026-10-15T10:20:00+08:00')
    const he = await at390('李律', one(id))
    const { page } = he
    await seen(page, '三个月没发工钱').waitFor()
    await looks(he, 'before')
    await button(page, '见到了').click()
    const type = async (digits: string) => {
      for (const digit of digits) await dialog(he).getByRole('button', { name: digit, exact: true }).click()
    }
    await type(right === '1234' ? '4321' : '1234')
    await send(he, '核对')
    await seen(page, /^这 4.个数不对/).waitFor()
    expect((await now(id)).stage).toBe('booked')
    await looks(he, 'digits-wrong')
    for (const _ of right) await dialog(he).getByRole('button', { name: '退一个' }).click()
    await type(right)
    await send(he, '核对')
    await seen(page, '记好了：见到了。').waitFor()
    expect(await now(id)).toMatchObject({ stage: 'arrived', detail: { arrived: { checked: true } } })

    await button(page, '办完了').click()
    await send(he, '就这样记下')
    await seen(page, '请写谈了什么、结果怎么样').waitFor()
    await write(he, /^谈了什么/, '帮她算清了工钱，下周去仲裁')
    await choose(he, /^法律援助/)
    await looks(he, 'finish')
    await send(he, '就这样记下')
    await seen(page, '记好了。本人会看到，也会请本人评。').waitFor()
    await looks(he, 'done')
    expect((await at.server.api('bao', 'matter.get', { id })).detail.finished).toMatchObject({
      note: '帮她算清了工钱，下周去仲裁',
      next: 'aid',
    })
  })

  it('staff who can’t come say so: the centre’s duty person has it and finds another hour', async () => {
    const { id } = await booked(at.server, '2026-10-15T14:30', {
      asked: { kind: 'phone' },
      more: { name: '吴群众', phone: '13900000012' },
    })
    await at.server.demo.to('2026-10-15T14:40:00+08:00')
    const he = await at390('王律', one(id))
    // Over the telephone nobody shows digits.
    await button(he.page, '接通了').click()
    expect(await dialog(he).getByRole('group', { name: '数字' }).count()).toBe(0)
    await he.page.keyboard.press('Escape')
    await button(he.page, '没见成').click()
    await send(he, '记下来')
    await seen(he.page, '请选一个').waitFor()
    await choose(he, /^我们没有到/)
    await looks(he, 'no-show')
    await send(he, '记下来')
    await seen(he.page, '记好了，交给法律援助中心另定时间。').waitFor()
    const she = await at390('高审查', one(id))
    await seen(she.page, /说好的时间我们没有到。请马上联系本人/).waitFor()
    await looks(she, 'missed')
    await button(she.page, '改时间').click()
    await dialog(she).getByRole('radio', { name: /^明天/ }).click()
    await dialog(she)
      .getByRole('radio', { name: /^14:00/ })
      .click()
    await send(she, '就这个时间')
    await seen(she.page, '改好了，本人收到消息。').waitFor()
    expect((await now(id)).detail.start).toBe('2026-10-16T14:00:00.000+08:00')
  })

  it('at night: an hour is found, a storm stops the clock with a picture, and it ends at her door', async () => {
    await at.server.demo.to('2026-10-15T22:10:00+08:00')
    const companion = { name: '乌云', relation: '奶奶', phone: '13900000078' }
    const child = { ...elder, need: 'left-behind-child' as const, name: '小明', companion }
    const { id } = await at.server.api('bao', 'visit.book', form(child))
    const near = await at.server.api('wu', 'visit.book', form(elder))
    const he = await at390('王律', one(id))
    const { page } = he
    await page.getByRole('heading', { name: '孩子身边要有大人：奶奶 乌云' }).waitFor()
    await seen(page, '东嘎查三组，蓝铁门').waitFor()
    await seen(page, '顺路还能去').waitFor()
    await button(page, /^乌老人/).waitFor()
    await looks(he, 'home')
    await button(page, '定时间').click()
    await dialog(he)
      .getByRole('radio', { name: /^23:00/ })
      .click()
    await send(he, '就这个时间')
    await seen(page, '时间定好了，本人收到消息。').waitFor()
    await button(page, '出发了').click()
    await seen(page, '记好了：您出发了，本人收到消息。').waitFor()

    await button(page, '路上不通').click()
    await send(he, '先停着')
    await seen(page, '要有一张照片').waitFor()
    const album = page.waitForEvent('filechooser')
    await dialog(he).getByRole('button', { name: '加照片' }).click()
    await (await album).setFiles([{ name: '1.png', mimeType: 'image/png', buffer: Buffer.from(samples.png) }])
    await dialog(he)
      .getByRole('button', { name: /^第 1 张照片$/ })
      .waitFor()
    await dialog(he).locator('input[type=date]').fill('2026-10-16')
    await dialog(he).locator('input[type=time]').fill('06:00')
    await looks(he, 'weather')
    await send(he, '先停着')
    await seen(page, '停着了，本人收到消息。').waitFor()
    expect((await now(id)).clocks).toMatchObject([{ code: 'visit.home', state: 'paused' }])
    await looks(he, 'suspended')
    await button(page, /^路能走了$/).click()
    await seen(page, '记好了，时限接着走。').waitFor()

    await at.server.demo.to('2026-10-15T23:05:00+08:00')
    await button(page, '见到了').click()
    await link(page, '没有核对码').click()
    await send(he, '见到了，没有核对码')
    await seen(page, '记好了：见到了。').waitFor()
    expect(await now(id)).toMatchObject({ detail: { arrived: { checked: false } }, clocks: [{ outcome: 'kept' }] })
    await button(page, '办完了').click()
    await write(he, /^谈了什么/, '看过孩子，奶奶在，低保材料带回去办')
    await send(he, '就这样记下')
    await seen(page, '记好了。本人会看到，也会请本人评。').waitFor()
    expect((await now(id)).stage).toBe('done')
    expect((await now(near.id)).stage).toBe('booked')
  })
})

it('on Friday an hour at the office is given up for an elder: asked on one phone, answered on the other', async () => {
  await at.server.demo.to('2026-10-16T08:30:00+08:00')
  const items = (await at.server.api('li', 'desk.list', { desk: 'lawyer', kind: 'visit', open: true })).items
  const early = items.find(({ visit }) => visit?.start === '2026-10-16T09:30:00.000+08:00')
  const id = early?.id ?? ''
  const home = await at.server.api('wu', 'visit.book', form({ ...elder, name: '吴老人' }))
  const he = await at390('李律', one(home.id))
  await button(he.page, '请人让出时间').click()
  await seen(he.page, /今天 9:30，到办公室/).waitFor()
  await looks(he, 'give')
  await dialog(he).getByRole('button', { name: '请本人让' }).first().click()
  await dialog(he).getByRole('radio', { name: /^周一/ }).click()
  await dialog(he)
    .getByRole('radio', { name: /^10:00/ })
    .click()
  await looks(he, 'give-instead')
  await send(he, '请本人让')
  await seen(he.page, /^问了，等到/).waitFor()
  expect((await now(home.id)).detail.start).toBeUndefined()

  const her = await at390('包群众', `/roles/resident/visit/matter/index?id=${id}`)
  await button(her.page, '愿意换').click()
  await seen(her.page, '谢谢您，换好了。').waitFor()
  // Nobody touches his phone: it looks again by itself.
  await button(he.page, '出发了').waitFor()
  await seen(he.page, /9:30–/).waitFor()
  await looks(he, 'given')
  expect((await now(home.id)).detail.start).toBe('2026-10-16T09:30:00.000+08:00')
  expect((await now(id)).detail.start).toBe('2026-10-19T10:00:00.000+08:00')
})

it('in the largest letters and on a dark screen the days, a visit and the digits fit', async () => {
  const he = await visitor(phone, 'elder-max')
  await he.page.emulateMedia({ colorScheme: 'dark' })
  await signIn(he, '李律', days)
  await button(he.page, /吴老人/).waitFor()
  await looks(he, 'days-elder-dark')
  await button(he.page, /吴老人/).click()
  await button(he.page, '见到了').click()
  await looks(he, 'digits-elder-dark')
  await leave(he)
  await he.goto(plan)
  await button(he.page, '加一条').click()
  await radio(he, '打电话').click()
  await looks(he, 'plan-elder-dark')
})
