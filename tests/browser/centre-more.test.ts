import { describe, expect, it } from 'vitest'
import { county, people, wages } from '../journeys/given'
import { button, desk, link, phone, seen, signIn, withBrowser } from '../support/browser'
import { atTheCentre, dialog, fits } from './centre-given'

const { at, visitor, act, applied, now, inHand, opened } = atTheCentre()

describe('the centre', () => {
  it('keeps a refusal that came too late, and says who was first', async () => {
    const id = await applied('斯琴')
    const she = await opened('秦审查', id)
    const { page } = she
    await button(page, '不予援助').click()
    await dialog(she)
      .getByRole('radio', { name: /不符合经济困难标准/ })
      .click()
    await dialog(she).getByRole('textbox', { name: /理由/ }).fill('家里收入高')
    await act('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    await button(page, '交给另一位复核').click()
    await seen(page, /高审查.*9:00.*已经先/).waitFor()
    await seen(page, '家里收入高').waitFor()
    await fits(she, 'late')
  })

  it('asks a second time only as a supervisor, with a reason', async () => {
    const id = await applied('格日勒')
    await act('gao', 'aid.supplementList', { id, items: [{ key: 'identity', text: '身份证' }] })
    await act('gao', 'aid.supplement', { id, items: [{ key: 'identity', text: '看过原件' }] })
    const he = await opened('孙督查', id)
    const { page } = he
    await button(page, '要补材料').click()
    await dialog(he).getByRole('checkbox', { name: '身份证' }).click()
    await button(page, '发给本人').click()
    await seen(page, '请写为什么再要一次').waitFor()
    await dialog(he)
      .getByRole('textbox', { name: /为什么再要一次/ })
      .fill('身份证过期了')
    await button(page, '发给本人').click()
    await seen(page, '单子发出去了。时限停着，等本人补。').waitFor()
    await seen(page, '要过 2 次材料').waitFor()
    await fits(he, 'second-list')
  })

  it('fills in what was not asked yet, and writes down a new name; the wall freezes the lawyer and the reviewer rules', async () => {
    const id = await inHand('娜仁')
    const she = await opened('高审查', id)
    const { page } = she
    await seen(page, /身份证号还没问/).waitFor()
    await link(page, '改经济情况').click()
    await button(page, '存下来').click()
    await seen(page, '还没有改什么').waitFor()
    await dialog(she).getByRole('textbox', { name: /收入/ }).fill('每月两千')
    await dialog(she)
      .getByRole('textbox', { name: /身份证号/ })
      .fill('110101199003077530')
    await button(page, '存下来').click()
    await dialog(she).getByText('最后一位对不上', { exact: false }).first().waitFor()
    await dialog(she)
      .getByRole('textbox', { name: /身份证号/ })
      .fill('110101199003077539')
    await fits(she, 'complete')
    await button(page, '存下来').click()
    await seen(page, '补好了。').waitFor()
    expect((await now(id)).detail.income).toBe('每月两千')

    // Another matter in which he acts for the very company that is now on the other side.
    await link(page, '改对方').click()
    await button(page, '加一位').click()
    await dialog(she).getByRole('textbox', { name: /^名字/ }).fill('李律')
    await dialog(she).getByRole('textbox', { name: /^电话/ }).fill('13900000001')
    await fits(she, 'parties')
    await button(page, '存下来').click()
    await seen(page, '改好了。').waitFor()
    await seen(page, '查到利害关系，请您定').waitFor()
    await fits(she, 'frozen')
    await button(page, '换律师').click()
    await dialog(she).getByRole('textbox', { name: '理由' }).fill('他自己就是对方')
    await dialog(she).getByRole('button', { name: '换律师' }).click()
    await seen(page, '换好了，已派给王律。').waitFor()
    await fits(she, 'replaced')
  })

  it('shows each tab on a phone in one line that is swiped, and every queue is empty in words', async () => {
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '高审查')
    await fits(she, 'tabs-390')
    for (const [tab, empty] of [
      ['待复核', '没有等复核的'],
      ['待派律师', '没有等派律师的'],
    ] as const) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click()
      await seen(page, empty).waitFor()
    }
    await button(page, '登记').waitFor()
    await button(page, '印卡').waitFor()
    await applied('斯琴')
    const wide = await visitor(desk)
    await signIn(wide, '高审查')
    await button(wide.page, /斯琴/).click()
    await seen(wide.page, /^按法条初看$|^经过$/).waitFor()
    await fits(wide, 'tabs-1280')
  })

  it('fits large letters and long names on a phone', async () => {
    const id = await applied('阿拉坦其其格宝音德力格尔苏日娜')
    const she = await visitor(phone, 'elder-max')
    await signIn(she, '高审查')
    await fits(she, 'queue-max')
    await she.goto(`/roles/centre/matter/index?id=${id}`)
    await seen(she.page, '按法条初看').waitFor()
    await fits(she, 'review-max')
    await button(she.page, '不予援助').click()
    await dialog(she)
      .getByRole('radio', { name: /不符合经济困难标准/ })
      .click()
    await fits(she, 'refuse-max')
  })

  // Last: it moves the clock of the whole file.
  it('deems nothing withdrawn by itself: after the term somebody rings and writes down what was said', async () => {
    const id = await applied('萨仁')
    await act('gao', 'aid.supplementList', { id, items: [{ key: 'identity', text: '身份证' }] })
    const she = await opened('高审查', id)
    const { page } = she
    await seen(page, '还没补').waitFor()
    expect(await button(page, '打过电话，本人不再申请').count()).toBe(0)
    await at.server.demo.to('2026-10-20T09:00:00+08:00')
    const later = await opened('高审查', id)
    await button(later.page, '打过电话，本人不再申请').click()
    await dialog(later)
      .getByRole('button', { name: /^给萨仁打电话$/ })
      .click()
    await dialog(later)
      .getByRole('textbox', { name: /本人怎么说/ })
      .fill('钱要回来了，不申请了')
    await fits(later, 'over')
    await button(later.page, '按撤回结了').click()
    await seen(later.page, '已经按撤回结了，本人说的话记在经过里。').waitFor()
    expect((await now(id)).stage).toBe('withdrawn')
  })
})

describe('a county whose lawyers have room for one matter each', () => {
  const one = (person: typeof people.li) => ({ ...person, lawyer: { ...person.lawyer, capacity: 1 } })
  const few = withBrowser({
    now: '2026-10-12T09:00:00+08:00',
    county: county({ people: Object.values({ ...people, li: one(people.li), wang: one(people.wang) }) }),
  })

  it('says that nobody fits, and whom it was given to as soon as somebody has room', async () => {
    const { api } = few.at.server
    const submitted = async (name: string) =>
      (await api('bao', 'aid.submit', wages({ applicant: { name, phone: '13900000011' } }))).id
    const first = await submitted('其其格')
    await api('gao', 'aid.grant', { id: first })
    await api('gao', 'aid.grant', { id: await submitted('娜布其') })
    await api('gao', 'aid.grant', { id: await submitted('哈斯') })
    const she = await few.visitor(desk)
    const { page } = she
    await signIn(she, '高审查')
    await page.getByRole('tab', { name: /待派律师 1/ }).click()
    await button(page, /哈斯/).click()
    await seen(page, '现在没有合适的律师。系统会一直再找，也请打电话找。').waitFor()
    await fits(she, 'nobody')
    await api('bao', 'aid.withdraw', { id: first })
    await page.reload()
    await seen(page, '等律师回答有没有利害关系').waitFor()
    await seen(page, '李律负责').waitFor()
  })
})
