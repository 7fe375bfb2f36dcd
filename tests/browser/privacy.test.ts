import { describe, expect, it } from 'vitest'
import type { Size } from '@/client/session'
import { county, east, inHand, people, wages } from '../journeys/given'
import {
  button,
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

const residents = ['一', '二', '三', '四', '五', '六'].map((n, at) => ({
  id: `she-${at + 1}`,
  name: `其木格${n}`,
  phone: `1390000004${at}`,
}))
const { at, visitor } = withBrowser({
  now: '2026-10-12T09:00:00+08:00',
  county: county({ people: [...Object.values(people), ...residents] }),
})
const [first, second, third, fourth, fifth, sixth] = residents.map(({ id, name }) => ({ id, name }))

async function arrives(who: { name: string } | undefined, path: string, size: Size = 'normal'): Promise<Visitor> {
  const she = await visitor(phone, size)
  await signIn(she, who?.name ?? '')
  await she.page.goto('about:blank')
  await she.goto(path)
  return she
}
/** As it is seen, and nothing on it is wrong. */
async function looked({ page, wrong }: Visitor, name: string) {
  await settled(page)
  await shot(page, name)
  expect([...wrong, ...(await tooWide(page)), ...(await violations(page))]).toEqual([])
}
const answered = async (who = '') => {
  const { id } = await at.server.api(who, 'question.ask', {
    village: east,
    topic: 'debt',
    text: '借条丢了怎么办',
    language: 'zh',
  })
  await at.server.api('gao', 'question.take', { id })
  await at.server.api('gao', 'question.answer', { id, summary: '可以起诉' })
  await at.server.api(who, 'question.helped', { id, yes: true })
  return id
}

describe('我的信息', () => {
  it.each(['normal', 'elder'] as const)(
    '%s letters: from 我 to what is held; her name put right at once',
    async (size) => {
      const she = await arrives(first, '/pages/me/index', size)
      const { page } = she
      await button(page, '我的信息').click()
      await seen(page, '这里存着什么').waitFor()
      await looked(she, `privacy-mine-${size}`)
      await page.getByLabel('名字').filter({ visible: true }).fill('其木格新')
      await button(page, '保存').click()
      await seen(page, '保存好了。').waitFor()
      expect((await at.server.api(first?.id, 'me.profile', {})).profile.name).toBe('其木格新')
      await at.server.api(first?.id, 'me.save', { name: first?.name ?? '' })
    },
  )
  it('each consent by itself, with purpose, time and what a no means; taken back with one tap', async () => {
    const she = await arrives(second, '/roles/privacy/consents/index')
    const { page } = she
    await button(page, '同意：位置').click()
    await button(page, '收回同意：位置').click()
    await button(page, '同意：位置').waitFor()
    await seen(page, '收回：位置').waitFor()
    await looked(she, 'privacy-consents')
    const { log } = await at.server.api(second?.id, 'me.consents', {})
    expect(log.map(({ yes }) => yes)).toEqual([false, true])
  })
  it('a child’s is given by the guardian, by name', async () => {
    const she = await arrives(third, '/roles/privacy/consents/index')
    const { page } = she
    await button(page, /^同意：不满/).click()
    await button(page, '我是监护人，我同意').click()
    await seen(page, /监护人名字：|名字：/).waitFor()
    await page.getByLabel('监护人名字').fill('其木格母')
    await page.getByLabel('和孩子是什么关系').fill('母亲')
    await button(page, '我是监护人，我同意').click()
    await button(page, /^收回同意：不满/).waitFor()
  })
  it('a guardian types the code of the child’s phone, and then stands before the child’s data', async () => {
    const child = await arrives(fourth, '/roles/privacy/mine/index')
    await button(child.page, '这是孩子的手机：给监护人一个码').click()
    const shown = await seen(child.page, /监护码 \S+/).textContent()
    const code = /监护码 (\S+)/.exec(shown ?? '')?.[1] ?? ''
    expect(code).toMatch(/^\w{4}-\w{4}-\w{5}$/)
    const she = await arrives(third, '/roles/privacy/mine/index')
    const { page } = she
    await button(page, '我是监护人：输孩子手机上的码').click()
    await page.getByRole('textbox', { name: '监护码' }).fill(code)
    await page.getByLabel('孩子的名字').fill('其木格小')
    await page.getByLabel('我是孩子的什么人').fill('母亲')
    await page.getByLabel('孩子的出生日期').fill('2015-03-01')
    await looked(she, 'privacy-guardian')
    await button(page, '我是监护人，我同意').click()
    await seen(page, /这个账号的监护人/).waitFor()
    expect((await at.server.api(third?.id, 'me.profile', {})).wards).toMatchObject([{ id: fourth?.id }])
  })
  it('a supervisor opens what is only kept once he has said why', async () => {
    const { id } = await at.server.api('wu', 'aid.submit', wages())
    await at.server.api('wu', 'aid.withdraw', { id })
    await at.server.api('wu', 'me.erase', { id })
    const he = await arrives({ name: '孙督查' }, '/roles/privacy/desk/index')
    await he.page.getByLabel('事项编号').fill(id)
    await button(he.page, '记下理由，打开').click()
    await seen(he.page, '先写理由').waitFor()
    await he.page.getByLabel('为什么要看').fill('审计抽查')
    await button(he.page, '记下理由，打开').click()
    await seen(he.page, '工地欠了我三个月的工资').waitFor()
    const { items } = await at.server.api('wu', 'me.accesses', {})
    expect(items).toMatchObject([{ by: '孙督查', why: '审计抽查' }])
  })
  it('who read it: by name and day; nobody where nobody has', async () => {
    const nobody = await arrives(fourth, '/roles/privacy/readers/index')
    await seen(nobody.page, '还没有人看过').waitFor()
    await looked(nobody, 'privacy-readers-none')
    const id = await answered(fifth?.id)
    await at.server.api('gao', 'matter.get', { id })
    const she = await arrives(fifth, '/roles/privacy/readers/index', 'elder')
    await seen(she.page, /高审查/).waitFor()
    await looked(she, 'privacy-readers')
  })
  it('a copy is made and fetched; everything that may go goes, and what stays is named', async () => {
    const question = await answered(sixth?.id)
    const aid = await at.server.api(sixth?.id, 'aid.submit', {
      for: 'self',
      applicant: { name: '其木格六' },
      where: { place: east },
      matter: 'wages',
      story: '工钱没给',
      route: 'promise',
    })
    const she = await arrives(sixth, '/roles/privacy/leave/index')
    const { page } = she
    await looked(she, 'privacy-leave')
    await button(page, '做一份').click()
    const [download] = await Promise.all([page.waitForEvent('download'), link(page, /^打开 我的信息.*xlsx$/).click()])
    expect(download.suggestedFilename()).toMatch(/xlsx$/)
    await button(page, '全部删除').click()
    await button(page, /^删除$/).click()
    await seen(page, /还在办，现在不能删/).waitFor()
    await seen(page, /已经删掉/).waitFor()
    await looked(she, 'privacy-erased')
    expect((await at.server.ask(sixth?.id, 'matter.get', { id: question })).status).toBe(404)
    expect((await at.server.ask(sixth?.id, 'matter.get', { id: aid.id })).status).toBe(200)
    await button(page, '注销账号').click()
    await seen(page, /法律援助：工钱/).waitFor()
    await button(page, '看清楚了，注销').click()
    await page.waitForURL(/pages\/home\/index/)
    expect((await at.server.ask(sixth?.id, 'matter.get', { id: aid.id })).status).toBe(404)
  })
  it('something wrong in a matter goes to whoever answers for it, who writes back on a page of his own', async () => {
    const id = await inHand(at.server)
    const she = await arrives({ name: '包群众' }, '/roles/privacy/leave/index')
    await button(she.page, '请求更正').click()
    await seen(she.page, '先选一件事').waitFor()
    await she.page.getByRole('radio', { name: /法律援助/ }).click()
    await she.page.getByLabel('哪里错了，应该是什么').fill('名字少了一个字')
    await button(she.page, '请求更正').click()
    await seen(she.page, /等 .* 答复/).waitFor()
    const [request] = (await at.server.api('bao', 'me.requests', {})).items
    expect(request).toMatchObject({ matter: id, state: 'asked' })
    const who = request?.to ?? ''
    const desk = await arrives({ name: who }, '/roles/privacy/desk/index')
    await seen(desk.page, '名字少了一个字').waitFor()
    await looked(desk, 'privacy-desk')
    await desk.page.getByLabel(/^答复/).fill('改好了')
    await button(desk.page, '改了').click()
    await seen(desk.page, '答复发出去了。').waitFor()
    expect((await at.server.api('bao', 'me.requests', {})).items[0]).toMatchObject({ state: 'done' })
  })
  it('the notice is read without an account, the rest asks to sign in; without signal each says so', async () => {
    const she = await visitor(phone)
    await she.goto('/roles/privacy/notice/index')
    await seen(she.page, '谁在处理').waitFor()
    await looked(she, 'privacy-notice')
    for (const page of ['mine', 'consents', 'readers', 'leave', 'desk']) {
      await she.goto(`/roles/privacy/${page}/index`)
      await seen(she.page, '登录后看您的信息').waitFor()
    }
    const other = await arrives(fourth, '/roles/privacy/mine/index')
    await seen(other.page, '这里存着什么').waitFor()
    await other.page.route('**/api/me.*', (route) => route.abort())
    for (const page of ['consents', 'readers']) {
      await other.page.evaluate((path) => {
        location.hash = path
      }, `/roles/privacy/${page}/index`)
      await seen(other.page, /现在没有信号/).waitFor()
    }
  })
})
