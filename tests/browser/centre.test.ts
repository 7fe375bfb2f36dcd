import { describe, expect, it } from 'vitest'
import { button, desk, link, phone, seen, signIn } from '../support/browser'
import { atTheCentre, dialog, fits } from './centre-given'

const { visitor, applied, now, closed, opened } = atTheCentre()

describe.each([
  ['1280', desk],
  ['390', phone],
] as const)('the centre at %s', (width, screen) => {
  it('asks for papers in one list, and offers the telephone, which needs none', async () => {
    const id = await applied(`阿拉坦其其格宝音德力格尔${width}`)
    const she = await opened('高审查', id, screen)
    const { page } = she
    await seen(page, '按法条初看').waitFor()
    await fits(she, `review-${width}`)
    await button(page, '要补材料').click()
    await dialog(she).getByText('电话问清楚，不停时限', { exact: false }).waitFor()
    await dialog(she)
      .getByRole('button', { name: /^给.*打电话$/ })
      .waitFor()
    await button(page, '发给本人').click()
    await seen(page, '至少选一样，或写一样').waitFor()
    await dialog(she).getByRole('checkbox', { name: '身份证' }).click()
    await dialog(she)
      .getByRole('textbox', { name: /其他，自己写/ })
      .fill('租房合同')
    await seen(page, '缺这几样，可以拍照发来，也可以打电话说明').waitFor()
    await fits(she, `list-${width}`)
    await button(page, '发给本人').click()
    await seen(page, '单子发出去了。时限停着，等本人补。').waitFor()
    expect(await now(id)).toMatchObject({
      stage: 'supplementing',
      detail: {
        papersAsked: { times: 1, lists: [{ items: [{ key: 'identity' }, { key: 'own-1', text: '租房合同' }] }] },
      },
    })
    await fits(she, `owed-${width}`)

    await button(page, '拿来了：身份证').click()
    await button(page, '存下来').click()
    await seen(page, '请拍一张，或写一句').waitFor()
    await dialog(she)
      .getByRole('textbox', { name: /收到了什么/ })
      .fill('看过原件')
    await button(page, '存下来').click()
    await seen(page, '存好了，还差别的。').waitFor()
    await button(page, '电话里说清了：租房合同').click()
    await dialog(she)
      .getByRole('textbox', { name: /怎么说清的/ })
      .fill('没有租房，住工棚')
    await button(page, '存下来').click()
    await seen(page, '都齐了，时限接着走。').waitFor()
    expect((await now(id)).stage).toBe('submitted')

    await button(page, '要补材料').click()
    await seen(page, '已经要过一次。第二次要由督查写明理由来要。').waitFor()
    expect(await dialog(she).getByRole('button', { name: '发给本人' }).count()).toBe(0)
    await dialog(she)
      .getByRole('button', { name: /^给.*打电话$/ })
      .waitFor()
    await fits(she, `spent-${width}`)
  })

  it('refuses by two people: who wrote it waits, another confirms', async () => {
    const id = await applied(`乌云${width}`)
    const she = await opened('高审查', id, screen)
    const { page } = she
    await button(page, '不予援助').click()
    await button(page, '交给另一位复核').click()
    await seen(page, '请选一条').waitFor()
    await dialog(she)
      .getByRole('radio', { name: /要办的事不在范围里/ })
      .click()
    await seen(page, '请求确认劳动关系或者支付劳动报酬').waitFor()
    await dialog(she).getByRole('textbox', { name: /理由/ }).fill('双方都是公司，不是劳动报酬')
    await fits(she, `refuse-${width}`)
    await button(page, '交给另一位复核').click()
    await seen(page, '交去复核了。另一位确认以前，还没有定下来。').waitFor()
    await seen(page, '这是您写的，要由另一位来复核。').waitFor()
    expect(await button(page, '确认不予援助').count()).toBe(0)
    await fits(she, `waits-${width}`)

    const other = await opened('秦审查', id, screen)
    await seen(other.page, '双方都是公司，不是劳动报酬').waitFor()
    await button(other.page, '确认不予援助').click()
    await dialog(other).getByRole('button', { name: '确认不予援助' }).click()
    await seen(other.page, '已确认不予援助，会告诉本人。').waitFor()
    await seen(other.page, /司法局/).waitFor()
    expect(await now(id)).toMatchObject({
      stage: 'refused',
      detail: { refusal: { by: '高审查', article: '31', confirmed: { by: '秦审查' } } },
    })
    await fits(other, `refused-${width}`)
  })

  it('hands over what belongs elsewhere, with a name and a number', async () => {
    const where = { place: '150524100200', elsewhere: '沈阳铁西区的工地' }
    const id = await applied(`其木格${width}`, { where })
    const she = await opened('高审查', id, screen)
    const { page } = she
    await button(page, '转给别处').click()
    await seen(page, '本人说，事情在：沈阳铁西区的工地').waitFor()
    await button(page, '转过去').click()
    await seen(page, '请写单位').waitFor()
    const fill = (name: RegExp, text: string) => dialog(she).getByRole('textbox', { name }).fill(text)
    await fill(/转给哪个单位/, '铁西区法律援助中心')
    await fill(/那边谁接/, '刘主任')
    await fill(/^电话/, '123')
    await fill(/为什么转/, '工地在铁西区')
    await button(page, '转过去').click()
    await dialog(she).getByText('应是 11 位手机号', { exact: false }).first().waitFor()
    await fill(/^电话/, '024-25850148')
    await fits(she, `transfer-${width}`)
    await button(page, '转过去').click()
    await seen(page, /已经转给铁西区法律援助中心/).waitFor()
    await seen(page, /刘主任/).waitFor()
    expect((await now(id)).stage).toBe('transferred')
    await fits(she, `transferred-${width}`)
  })

  it('gives a matter to a colleague, and says who answers for it', async () => {
    const id = await applied(`托娅${width}`)
    const she = await opened('高审查', id, screen)
    const { page } = she
    await seen(page, '高审查负责').waitFor()
    await link(page, '换人负责').click()
    await dialog(she).getByRole('radio', { name: '秦审查' }).click()
    await button(page, '换过去').click()
    await seen(page, '请写一句理由').waitFor()
    await dialog(she)
      .getByRole('textbox', { name: /为什么换/ })
      .fill('高审查生病了')
    await button(page, '换过去').click()
    await seen(page, '现在由秦审查负责。').waitFor()
    await seen(page, '秦审查负责').waitFor()
    await fits(she, `reassigned-${width}`)
  })

  it('rings a person of the sample; who passed the closing report does not', async () => {
    const id = await closed(`高娃${width}`)
    const first = await opened('高审查', id, screen)
    await seen(first.page, '回访要由没审过这件结案的人来打。').waitFor()
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '秦审查')
    await page.getByRole('tab', { name: /回访/ }).click()
    await button(page, new RegExp(`高娃${width}`)).click()
    await button(page, /^给高娃.*打电话$/).waitFor()
    await page.getByRole('radio', { name: '打通了', exact: true }).click()
    await button(page, '记下来').click()
    await seen(page, '请按本人说的选').waitFor()
    await page.getByRole('radio', { name: /^不满意/ }).click()
    await page.getByRole('textbox', { name: /本人怎么说/ }).fill('律师开庭前没有来电话')
    await fits(she, `callback-${width}`)
    await button(page, '记下来').click()
    await seen(page, '回访记好了。').waitFor()
    expect((await now(id)).detail.rating).toMatchObject({ stars: 2, how: 'call' })

    await she.goto('/roles/centre/queue/index')
    await page.getByRole('tab', { name: /差评整改/ }).click()
    await button(page, new RegExp(`高娃${width}`)).click()
    await button(page, '已经和本人联系').click()
    await button(page, '记下来').click()
    await seen(page, '记好了：已经和本人联系。').waitFor()
    await button(page, '改好了').click()
    await dialog(she)
      .getByRole('textbox', { name: /做了什么/ })
      .fill('律师当面说明了，约好每周一通电话')
    await button(page, '存下来').click()
    await seen(page, '整改记好了。').waitFor()
    await fits(she, `rectified-${width}`)
  })
})
