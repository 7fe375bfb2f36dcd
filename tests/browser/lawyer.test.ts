import { describe, expect, it } from 'vitest'
import type { Size } from '@/client/session'
import { county, people, wages } from '../journeys/given'
import {
  button,
  phone,
  seen,
  signIn,
  stayHere,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: county() })

const lawyer = people.li.id
/** Asked for by this person on Monday 12 October, and granted to li. */
async function assigned(name: string): Promise<string> {
  const applicant = { name, phone: '13900000011' }
  const { id } = await at.server.api('bao', 'aid.submit', wages({ applicant }))
  await at.server.api('gao', 'aid.grant', { id, lawyer, why: '就近' })
  return id
}
async function inHand(name: string): Promise<string> {
  const id = await assigned(name)
  await at.server.api(lawyer, 'aid.conflictAnswer', { id, conflict: 'no' })
  await at.server.api(lawyer, 'aid.take', { id })
  return id
}
const seenBySupervisor = (id: string) => at.server.api('sun', 'matter.get', { id })
const events = async (id: string) => (await seenBySupervisor(id)).timeline.map(({ text }) => text)
const contactOf = async (id: string) => (await seenBySupervisor(id)).clocks.find(({ code }) => code === 'aid.contact')

async function opened(id: string, size: Size = 'normal'): Promise<Visitor> {
  const he = await visitor(phone, size)
  await he.context.addInitScript(stayHere)
  await signIn(he, '李律')
  await he.goto(`/roles/lawyer/matter/index?id=${id}`)
  return he
}

describe('a call from the page', () => {
  it('is followed by 「打通了吗？」, and only having spoken stops the clock', async () => {
    const id = await inHand('娜仁')
    const he = await opened(id)
    const { page } = he
    await button(page, '给娜仁打电话').click()
    await seen(page, /娜仁的电话：139 0000 0011/).waitFor()
    await seen(page, '打通了吗？').waitFor()
    await button(page, '没打通').click()
    await seen(page, '记好了：没打通。换个时间再打。').waitFor()
    expect((await contactOf(id))?.state).toBe('running')

    await button(page, '给娜仁打电话').click()
    await button(page, '通了').click()
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /说了什么/ })
      .fill('约好周三见面')
    await button(page, '记下来').click()
    await seen(page, '记好了：已经和申请人联系。').waitFor()
    expect(await contactOf(id)).toMatchObject({ state: 'stopped', outcome: 'kept' })
    expect(await page.getByText('打通了吗？').filter({ visible: true }).count()).toBe(0)
    expect(he.wrong).toEqual([])
  })

  it('fits the largest letters with a long name', async () => {
    const { page } = await opened(await inHand('包娜仁其其格阿拉坦宝音'), 'elder-max')
    await button(page, '给包娜仁其其格阿拉坦宝音打电话').click()
    await seen(page, '打通了吗？').waitFor()
    expect(await tooWide(page)).toEqual([])
    expect(await violations(page)).toEqual([])
  })

  it('still asks when the telephone took the screen and the page starts over', async () => {
    const id = await inHand('斯日古楞')
    const he = await opened(id)
    const { page } = he
    await button(page, '给斯日古楞打电话').click()
    await seen(page, '打通了吗？').waitFor()
    await page.reload()
    await seen(page, '打通了吗？').waitFor()
  })
})

describe('the mandate', () => {
  it('is signed only after he was asked once, and its clock ends', async () => {
    const id = await inHand('乌云')
    const he = await opened(id)
    const { page } = he
    const signing = async () => (await seenBySupervisor(id)).clocks.find(({ code }) => code === 'aid.sign')?.state
    await button(page, '委托手续签好了').click()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    expect(await signing()).toBe('running')
    await button(page, '委托手续签好了').click()
    await page.getByRole('dialog').getByRole('button', { name: '签好了', exact: true }).click()
    await seen(page, '记好了：委托手续已经签好。').waitFor()
    expect(await signing()).toBe('stopped')
    expect(he.wrong).toEqual([])
  })
})

describe('progress', () => {
  it('is written with ready words, which never push out his own', async () => {
    const id = await inHand('萨仁')
    const he = await opened(id)
    const { page } = he
    const field = page.getByRole('textbox', { name: '有什么新进展' }).filter({ visible: true })
    await button(page, '立案了').click()
    expect(await field.inputValue()).toBe('案子立上了，现在等下一步通知。')
    await button(page, '开庭了').click()
    expect(await field.inputValue()).toBe('开过庭了，现在等结果。')
    await field.fill('法官问得很细。')
    await button(page, '等通知').click()
    expect(await field.inputValue()).toBe('法官问得很细。\n现在在等通知，一有消息就告诉您。')
    await button(page, '报进展').click()
    await seen(page, '报好了，申请人能看到。').waitFor()
    expect((await events(id)).at(-1)).toContain('法官问得很细。')
    await button(page, '无变化').click()
    await expect.poll(async () => (await events(id)).at(-1)).toBe('律师报：暂时没有变化')
  })
})

describe('a party that turns up later', () => {
  it('brings the conflict question back with the names only, says why, and loses nothing he wrote', async () => {
    const id = await inHand('阿拉坦其其格宝音德力格尔')
    const he = await opened(id)
    const { page } = he
    const field = page.getByRole('textbox', { name: '有什么新进展' }).filter({ visible: true })
    await field.fill('写了一半')
    await button(page, '当事人有变化').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '改当事人' }).click()
    await sheet.getByText('还没有改什么。去掉一个，或者加一个。').waitFor()
    await sheet.getByRole('button', { name: '加一个人或单位' }).click()
    await sheet.getByRole('button', { name: '改当事人' }).click()
    await sheet.getByText('请写名字。不知道名字，先不加。').waitFor()
    await sheet.getByRole('textbox', { name: '名字或单位名' }).fill('某劳务公司')
    await sheet.getByRole('button', { name: '改当事人' }).click()
    await seen(page, '当事人有变化，请再看一次').waitFor()
    await seen(page, '某劳务公司').waitFor()
    await seen(page, '某建筑公司').waitFor()
    expect(await page.getByText('工地欠了').filter({ visible: true }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page)).toEqual([])

    await button(page, '无利害关系').click()
    await seen(page, '记下了：没有利害关系。接着办就行。').waitFor()
    expect(await field.inputValue()).toBe('写了一半')
    expect((await seenBySupervisor(id)).detail.parties?.map(({ name }) => name)).toEqual(['某建筑公司', '某劳务公司'])
    expect(he.wrong).toEqual([])
  })

  it('told by the applicant, stands among the questions of his day', async () => {
    const id = await inHand('其其格')
    await at.server.api('bao', 'aid.parties', {
      id,
      parties: [{ role: 'opponent', name: '某开发公司' }],
    })
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    const offer = page.locator('.card--offer').filter({ hasText: '其其格' })
    await offer.getByText('当事人有变化，请再看一次').waitFor()
    await offer.getByRole('button', { name: '无利害关系', exact: true }).click()
    await seen(page, '记下了：没有利害关系。接着办就行。').waitFor()
    expect((await seenBySupervisor(id)).stage).toBe('in-hand')
  })

  it('whom the wall knows to bind him freezes him: nothing to press until the centre has looked', async () => {
    // The other side answers at Li's own number.
    const id = await inHand('高娃')
    await at.server.api('bao', 'aid.parties', {
      id,
      parties: [{ role: 'opponent', name: '某泵业公司', phone: people.li.phone }],
    })
    expect((await seenBySupervisor(id)).detail.lawyer?.conflict).toBe('frozen')
    const { page } = await opened(id)
    await seen(page, '中心正在核对利害关系，您先别办').waitFor()
    for (const step of ['报进展', '报结案', '无利害关系'])
      expect(await page.getByRole('button', { name: step }).filter({ visible: true }).count()).toBe(0)
  })
})
