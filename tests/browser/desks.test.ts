import { describe, expect, it } from 'vitest'
import { county, wages } from '../journeys/given'
import { button, desk, phone, seen, settled, signIn, withBrowser } from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: county() })

const applied = async (name: string) => {
  const applicant = { name, phone: '13900000011' }
  return (await at.server.api('bao', 'aid.submit', wages({ applicant }))).id
}
const stageOf = async (id: string) => (await at.server.api('sun', 'matter.get', { id })).stage

describe('a reviewer at her desk, 1280 by 800', () => {
  it('opens the most urgent, sees who is proposed and who is left out and why, and grants with one press', async () => {
    const id = await applied('乌日娜')
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '高审查')
    await seen(page, '待审查').waitFor()
    await button(page, /乌日娜/).click()
    await seen(page, '派给谁').waitFor()
    for (const text of [
      '首选',
      /负责这个苏木乡镇。擅长劳动。/,
      '没列进来的 1 位',
      '执业类别不办这类事',
      '工地欠了我三个月的工资',
    ])
      await seen(page, text).waitFor()
    await button(page, '给予援助，派李律').click()
    await seen(page, '已给予援助，派给李律。').waitFor()
    expect(await at.server.api('sun', 'matter.get', { id })).toMatchObject({
      stage: 'assigned',
      detail: { lawyer: { id: 'li' }, decision: { by: '高审查' } },
    })
    expect(she.wrong).toEqual([])
  })

  it('takes the second one only with a reason, which is kept with the decision', async () => {
    const id = await applied('其木格')
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '高审查')
    await button(page, /其木格/).click()
    await page.getByRole('link', { name: '选这位：王律' }).click()
    await button(page, '就选这位').click()
    await seen(page, '请写一句理由').waitFor()
    await page.getByRole('dialog').getByRole('textbox', { name: '理由' }).fill('上次就是他办的')
    await button(page, '就选这位').click()
    await button(page, '给予援助，派王律').click()
    await seen(page, '已给予援助，派给王律。').waitFor()
    const { decision } = (await at.server.api('sun', 'matter.get', { id })).detail
    expect(decision?.why).toBe('选派王律：上次就是他办的')
  })

  it('who was second learns who decided first, and what she wrote is still there', async () => {
    const id = await applied('斯琴')
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '秦审查')
    await button(page, /斯琴/).click()
    await page.getByRole('textbox', { name: /决定理由/ }).fill('符合条件')
    await at.server.api('gao', 'aid.grant', { id })
    await button(page, '给予援助，派李律').click()
    await seen(page, /高审查.*9:00.*已经先/).waitFor()
    await seen(page, '符合条件').waitFor()
  })

  it('finds the closing reports, and passes one', async () => {
    const id = await applied('高娃')
    await at.server.api('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    await at.server.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await at.server.api('li', 'aid.take', { id })
    await at.server.api('li', 'aid.close', { id, result: 'settled', text: '双方和解，当天付清' })
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '秦审查')
    await page.getByRole('tab', { name: /结案审查/ }).click()
    await button(page, /高娃/).click()
    await seen(page, '双方和解，当天付清').waitFor()
    await button(page, '通过').click()
    await seen(page, '审查通过，这件事办结了。').waitFor()
    expect(await stageOf(id)).toBe('closed')
  })
})

describe('a lawyer on his telephone', () => {
  it('sees names only, says that nothing binds him, takes it, rings, and reports 「无变化」 in one tap', async () => {
    const id = await applied('娜仁')
    await at.server.api('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    await seen(page, '李律，您好').waitFor()
    const offer = page.locator('.card--offer').filter({ hasText: '娜仁' })
    await offer.getByText('某建筑公司').waitFor()
    expect(await page.getByText('工地欠了').count()).toBe(0)
    await offer.getByRole('button', { name: '无利害关系', exact: true }).click()
    await offer.getByText('工地欠了我三个月的工资').waitFor()
    await offer.getByRole('button', { name: '接手办理' }).click()
    await seen(page, '接好了。请尽快给申请人打电话。').waitFor()
    expect(await stageOf(id)).toBe('in-hand')

    await button(page, /给娜仁打电话/).click()
    await button(page, '记一次联系').click()
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /说了什么/ })
      .fill('约好周三见面')
    await button(page, '记下来').click()
    await seen(page, '记好了：已经和申请人联系。').waitFor()
    await button(page, '无变化').click()
    await seen(page, '报好了，申请人能看到。').waitFor()
    const { timeline } = await at.server.api('sun', 'matter.get', { id })
    expect(timeline.slice(-2).map(({ text }) => text)).toEqual(['律师联系了申请人：打了电话', '律师报：暂时没有变化'])
    expect(he.wrong).toEqual([])
  })

  it('who knows the other side says so, and the matter leaves him at once', async () => {
    const id = await applied('萨仁')
    await at.server.api('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    const offer = page.locator('.card--offer').filter({ hasText: '萨仁' })
    await offer.getByRole('button', { name: '有利害关系', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /是什么关系/ })
      .fill('对方是我的客户')
    await button(page, '告诉中心').click()
    await seen(page, /这件事已经离开您的名下/).waitFor()
    await settled(page)
    expect(await page.getByText('萨仁').filter({ visible: true }).count()).toBe(0)
    expect(await at.server.api('sun', 'matter.get', { id })).toMatchObject({ detail: { lawyer: { id: 'wang' } } })
  })

  it('reports the close with what was achieved; without a result he is asked for one', async () => {
    const id = await applied('阿古拉')
    await at.server.api('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    await at.server.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await at.server.api('li', 'aid.take', { id })
    const he = await visitor(phone)
    const { page } = he
    await signIn(he, '李律')
    await button(page, /阿古拉/).click()
    await button(page, '报结案').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('textbox', { name: /争取到了什么/ }).fill('裁决支付三个月工资')
    await button(page, '报给中心检查').click()
    await seen(page, '请选一个结果').waitFor()
    await sheet.getByRole('radio', { name: '仲裁裁决' }).click()
    await button(page, '报给中心检查').click()
    await seen(page, '结案报上去了，等中心检查。').waitFor()
    expect(await at.server.api('sun', 'matter.get', { id })).toMatchObject({
      stage: 'closing',
      detail: { result: { result: 'award' } },
    })
  })
})
