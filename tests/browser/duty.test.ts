import { describe, expect, it } from 'vitest'
import { county, east } from '../journeys/given'
import { button, desk, link, phone, seen, settled, signIn, tooWide, violations, withBrowser } from '../support/browser'

const town = 'town:150524100'
/** Li and Wang take the town's seat in turns by the day. */
const rostered = {
  ...county(),
  seats: [
    { id: town, kind: 'town', unit: '150524100' },
    { id: 'centre-duty', kind: 'centre' },
  ],
  layers: [
    { seat: 'centre-duty', people: ['gao'], every: 'day', handover: '08:00', anchor: '2026-09-01' },
    { seat: town, people: ['li', 'wang'], every: 'day', handover: '08:00', anchor: '2026-10-12' },
  ],
}
const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: rostered })

/** Bao of the eastern village asks about wages. */
const asked = async (text: string, more: object = {}) =>
  (
    await at.server.api('bao', 'question.ask', {
      village: east,
      topic: 'wages',
      language: 'zh',
      text,
      phone: '13900000011',
      ...more,
    })
  ).id
const known = (id: string) => at.server.api('sun', 'matter.get', { id })
const onDuty = async (when = '2026-10-12T09:00:00+08:00') =>
  (await at.server.api('gao', 'rota.whoIsOn', { seat: town, at: when })).items.map(({ person }) => person)

describe('a lawyer on duty', () => {
  it('sees until when and who comes next, takes a question, talks, rings and answers', async () => {
    const id = await asked('老板欠我四个月工钱')
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    await seen(page, /值到 明天 8:00/).waitFor()
    await seen(page, /下一班 王律/).waitFor()
    const card = page.locator('.card--offer').filter({ hasText: '老板欠我四个月工钱' })
    await card.getByText(/东嘎查/).waitFor()
    await card.getByText('已查过，没有发现您有利害关系').waitFor()
    // Who asks isn't told before he has it.
    expect(await page.getByText('包群众').count()).toBe(0)
    expect(await tooWide(page)).toEqual([])
    expect(await violations(page)).toEqual([])
    await card.getByRole('button', { name: '接', exact: true }).click()
    await page.waitForURL(/roles\/duty\/question/)
    await seen(page, /^您 .*接的$/).waitFor()
    expect((await known(id)).detail.taker?.id).toBe('li')

    await page.getByRole('textbox').filter({ visible: true }).first().fill('您好，我是李律')
    await button(page, '发送').click()
    await expect
      .poll(async () => (await at.server.api('bao', 'question.messages', { id })).items.map(({ text }) => text))
      .toEqual(['您好，我是李律'])
    await at.server.api('bao', 'question.message', { id, text: '有工资条' })
    await seen(page, '有工资条').waitFor()
    expect(await tooWide(page)).toEqual([])
    expect(await violations(page)).toEqual([])

    await button(page, '答复完了').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '就这样答复' }).click()
    await sheet.getByText(/请写|不能空|没有写|没填/).waitFor()
    await sheet.getByRole('textbox', { name: '答复的要点' }).fill('带工资条去劳动监察大队，不收钱')
    await sheet.getByRole('radio', { name: '申请法律援助' }).click()
    await sheet.getByRole('button', { name: '就这样答复' }).click()
    await seen(page, /^答复好了/).waitFor()
    expect((await known(id)).detail.answered).toMatchObject({
      by: '李律',
      summary: '带工资条去劳动监察大队，不收钱',
      next: 'aid',
    })
    expect(he.wrong).toEqual([])
  })

  it('who passes is not asked again, and the question goes on', async () => {
    const id = await asked('买的种子不出苗')
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    const card = page.locator('.card--offer').filter({ hasText: '买的种子不出苗' })
    await card.getByRole('button', { name: '正忙' }).click()
    await seen(page, '好的，问别人了。').waitFor()
    await expect.poll(async () => await card.count()).toBe(0)
    const { stage, detail } = await known(id)
    expect(stage).toBe('open')
    expect(detail.offers?.find(({ person }) => person === 'li')).toMatchObject({ state: 'passed', why: 'busy' })
    // Its page tells him no more than the group may know.
    await he.goto(`/roles/duty/question/index?id=${id}`)
    await seen(page, /前要有人接/).waitFor()
    expect(await page.getByText('买的种子不出苗').filter({ visible: true }).count()).toBe(0)
    expect(he.wrong).toEqual([])
  })

  it('who comes late is told who has it, without a button to press', async () => {
    const id = await asked('草场被邻居占了', { topic: 'pasture' })
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    const card = page.locator('.card--offer').filter({ hasText: '草场被邻居占了' })
    await card.waitFor()
    await at.server.api('gao', 'question.take', { id })
    await seen(page, /高审查已经接了，您不用管了/).waitFor()
    await expect.poll(async () => await card.count()).toBe(0)
    expect(he.wrong).toEqual([])
  })

  it('promises a call by a named person at a time, and asks after the call whether it got through', async () => {
    const id = await asked('想离婚孩子归谁', { topic: 'marriage' })
    await at.server.api('li', 'question.take', { id })
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    await he.goto(`/roles/duty/question/index?id=${id}`)
    await button(page, '换个人给提问人回电话').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '告诉提问人' }).click()
    await sheet.getByText('请选一个人').waitFor()
    await sheet.getByRole('radio', { name: '我自己打' }).click()
    await sheet.getByRole('button', { name: '告诉提问人' }).click()
    await seen(page, /告诉提问人了：李律/).waitFor()
    expect(await known(id)).toMatchObject({ stage: 'routed', detail: { routed: { name: '李律' } } })
    await button(page, '没打通').click()
    await seen(page, /记好了：没打通/).waitFor()
    expect((await known(id)).detail.tries).toMatchObject([{ reached: false }])
    expect(he.wrong).toEqual([])
  })
})

describe('a card in the town’s group', () => {
  it('whoever on duty taps first takes it; the next one reads who has it; nobody off duty may', async () => {
    const id = await asked('邻居的牛吃了我的庄稼', { topic: 'other' })
    const late = await visitor(phone)
    await signIn(late, '公证')
    await late.goto(`/roles/duty/card/index?id=${id}`)
    await seen(late.page, /现在不是您值班/).waitFor()
    expect(await button(late.page, '我来接').count()).toBe(0)
    expect(await late.page.getByText('邻居的牛吃了我的庄稼').count()).toBe(0)

    const he = await visitor(phone)
    await signIn(he, '李律')
    await he.goto(`/roles/duty/card/index?id=${id}`)
    expect(await violations(he.page)).toEqual([])
    await button(he.page, '我来接').click()
    await he.page.waitForURL(/roles\/duty\/question/)
    await seen(he.page, '邻居的牛吃了我的庄稼').waitFor()
    await seen(late.page, '李律已经接了，谢谢您来看。').waitFor()
    expect([...he.wrong, ...late.wrong]).toEqual([])
  })
})

describe('an hour in court', () => {
  it('is one tap, and over with 「我回来了」', async () => {
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    await button(page, '开庭、会见中').click()
    await page.getByRole('dialog').getByRole('button', { name: '到 10:00' }).click()
    await seen(page, /先不问您/).waitFor()
    await seen(page, '开庭、会见中，到 10:00').waitFor()
    expect(await onDuty()).not.toContain('li')
    await button(page, '我回来了').click()
    await seen(page, /又开始问您了/).waitFor()
    expect(await onDuty()).toEqual(['li'])
    expect(he.wrong).toEqual([])
  })
})

describe('the note at a change of seat', () => {
  it('is written by who goes and acknowledged by who comes', async () => {
    const he = await visitor(phone)
    await signIn(he, '李律')
    await button(he.page, '写给下一班').click()
    await he.page.getByRole('dialog').getByRole('textbox', { name: '要交代什么' }).fill('东嘎查的老人下午再打一次')
    await he.page.getByRole('dialog').getByRole('button', { name: '留给下一班' }).click()
    await seen(he.page, '写好了，下一班会看到。').waitFor()
    await at.server.demo.to('2026-10-13T08:01:00+08:00')
    const she = await visitor(phone)
    await signIn(she, '王律')
    await seen(she.page, '东嘎查的老人下午再打一次').waitFor()
    await button(she.page, '看到了，我来接').click()
    await seen(she.page, /交接的话您看到了/).waitFor()
    expect([...he.wrong, ...she.wrong]).toEqual([])
  })
})

describe('my month', () => {
  it('shows my shifts in a grid and as a list, on a phone and on a desk', async () => {
    for (const viewport of [phone, desk]) {
      const he = await visitor(viewport)
      const { page } = he
      await signIn(he, '李律')
      await he.goto('/roles/duty/month/index')
      await seen(page, /2026.年 10.月/).waitFor()
      await page.getByRole('radio', { name: /^10.月.14.日，全天$/ }).click()
      await seen(page, /^周三 10.月.14.日，全天$/).waitFor()
      await seen(page, /王律，8:00/).waitFor()
      expect(await page.getByRole('radio', { name: /^10.月.15.日$/ }).count()).toBe(1)
      expect(await tooWide(page)).toEqual([])
      expect(await violations(page)).toEqual([])
      await page.getByRole('radio', { name: '列出来看' }).click()
      await seen(page, /^周五 10.月.16.日 8:00/).waitFor()
      await link(page, /^11.月$/).click()
      await seen(page, /2026.年 11.月/).waitFor()
      await settled(page)
      expect(he.wrong).toEqual([])
    }
  })

  it('a swap is asked on one phone and agreed on the other; before that nothing has changed', async () => {
    const shift = '2026-10-14T12:00:00+08:00'
    const he = await visitor(phone)
    await signIn(he, '李律', '/roles/duty/month/index')
    await he.page.getByRole('radio', { name: /^10.月.14.日，全天$/ }).click()
    await button(he.page, '换班').click()
    const sheet = he.page.getByRole('dialog')
    await sheet.getByRole('button', { name: '问他' }).click()
    await sheet.getByText('请选一个人').waitFor()
    await sheet.getByRole('radio', { name: '王律' }).click()
    await sheet.getByRole('radio', { name: /10.月.15.日/ }).click()
    await sheet.getByRole('button', { name: '问他' }).click()
    await seen(he.page, '问了王律，等他回答。').waitFor()
    expect(await onDuty(shift)).toEqual(['li'])

    const she = await visitor(phone)
    await signIn(she, '王律', '/pages/me/index')
    // What is told of the rota is nobody's matter: it opens her own shifts.
    await seen(she.page, /^李律 想请您值/).click()
    await seen(she.page, '李律想和您换班').waitFor()
    expect(await violations(she.page)).toEqual([])
    await button(she.page, '同意换').click()
    await seen(she.page, '换好了，班表已经改了。').waitFor()
    expect(await onDuty(shift)).toEqual(['wang'])
    expect(await onDuty('2026-10-15T12:00:00+08:00')).toEqual(['li'])
    expect([...he.wrong, ...she.wrong]).toEqual([])
  })

  it('leave takes him out of the shift, and a day he would rather not stand is kept', async () => {
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    await he.goto('/roles/duty/month/index')
    await page.getByRole('radio', { name: /^10.月.20.日，全天$/ }).click()
    await button(page, '请假').click()
    await page.getByRole('dialog').getByRole('button', { name: '请假', exact: true }).click()
    await seen(page, '请好了假，中心知道了。').waitFor()
    expect(await onDuty('2026-10-20T12:00:00+08:00')).not.toContain('li')
    await page.getByRole('radio', { name: /^10.月.23.日/ }).click()
    await button(page, '这天不想值').click()
    await seen(page, '记下了。').waitFor()
    await page.getByRole('radio', { name: /^10.月.23.日，不想值$/ }).waitFor()
    expect(he.wrong).toEqual([])
  })
})
