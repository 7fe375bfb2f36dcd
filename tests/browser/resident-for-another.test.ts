import { describe, expect, it } from 'vitest'
import { county } from '../journeys/given'
import { button, phone, seen, settled, signIn, type Visitor, withBrowser } from '../support/browser'
import { asked, field, happenedHere, isAboutWages, next, radio, received } from './apply-steps'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: county() })

describe('a village secretary with somebody beside him who has no telephone', () => {
  async function asksHim(him: Visitor, name: string) {
    await signIn(him, '周书记')
    await him.goto('/roles/resident/apply/index')
    await happenedHere(him)
    await next(him)
    await asked(him, '帮谁申请？')
    await radio(him, /^来找我的人/)
    await next(him)
    await isAboutWages(him)
    await next(him)
    await asked(him, '怎么找到要帮的人？')
    await field(him, /^名字/).fill(name)
    await next(him)
    await asked(him, '他家里困难，怎么说明？')
    await radio(him, /他做诚信承诺/)
    await next(him)
    await asked(him, '他怎么同意的？')
    await seen(him.page, `我是${name}，请周书记替我申请法律援助。`).waitFor()
  }
  const sends = async (him: Visitor) => {
    await asked(him, '发出前看一遍')
    await button(him.page, '提交申请').click()
    await received(him.page).waitFor()
    return decodeURIComponent(him.page.url().split('id=')[1] ?? '')
  }

  it('reads it aloud and names a witness; what is missing is said beside its field; the code is shown once, to print', async () => {
    const him = await visitor(phone)
    const { page } = him
    await asksHim(him, '阿拉坦其其格宝音德力格尔')
    await next(him)
    await seen(page, '选一个：读给他听了，还是他自己看了').waitFor()
    await seen(page, '选一种留下他同意的办法').waitFor()
    await radio(him, /读给他听了/)
    await radio(him, /旁边的人作证/)
    await next(him)
    await seen(page, '写上作证的人叫什么').waitFor()
    await field(him, /作证的人/).fill('斯琴高娃')
    await next(him)
    await asked(him, '办到哪一步，告诉谁？')
    await seen(page, /他没有留电话/).waitFor()
    await page.getByRole('checkbox', { name: /^我/ }).filter({ visible: true }).click()
    await next(him)
    await seen(page, '有人作证：斯琴高娃').waitFor()
    const id = await sends(him)
    await seen(page, /查询码只显示这一次/).waitFor()
    expect(await button(page, '打印给他').count()).toBe(1)
    const { detail } = await at.server.api('gao', 'matter.get', { id })
    expect(detail.consent).toMatchObject({ kind: 'witness', name: '斯琴高娃', readAloud: true })
    expect(detail.forwardedBy).toBe('周书记')
    await page.reload()
    await settled(page)
    await seen(page, /这里不再有了/).waitFor()
    expect(him.wrong).toEqual([])
  })

  it('lets him sign on the screen: no name, no way on; the signature lies in the matter', async () => {
    const him = await visitor(phone)
    const { page } = him
    await asksHim(him, '巴图')
    await radio(him, /他自己看了一遍/)
    await radio(him, /他在屏幕上签名/)
    await next(him)
    await seen(page, '还没有录上或者签上').waitFor()
    await signs(him)
    await seen(page, '已经签好').waitFor()
    await settled(page)
    await next(him)
    await asked(him, '办到哪一步，告诉谁？')
    await page.getByRole('checkbox', { name: /^我/ }).filter({ visible: true }).click()
    await next(him)
    await seen(page, '签了名').waitFor()
    const id = await sends(him)
    const { detail, papers } = await at.server.api('gao', 'matter.get', { id })
    expect(detail.consent).toMatchObject({ kind: 'signature' })
    expect(papers.length).toBe(1)
    expect(him.wrong).toEqual([])
  })

  it('has him sign where there is no signal; the signature goes with the application once there is', async () => {
    const him = await visitor(phone)
    const { page, context } = him
    await asksHim(him, '巴图')
    await context.setOffline(true)
    await radio(him, /读给他听了/)
    await radio(him, /他在屏幕上签名/)
    await signs(him)
    await seen(page, /先存在这部手机里，提交的时候再传/).waitFor()
    await next(him)
    await asked(him, '办到哪一步，告诉谁？')
    await next(him)
    await asked(him, '发出前看一遍')
    await button(page, '提交申请').click()
    await seen(page, /还没送出去/).waitFor()
    await context.setOffline(false)
    await button(page, '再发一次').click()
    await received(page).waitFor()
    const id = decodeURIComponent(page.url().split('id=')[1] ?? '')
    const { detail, papers } = await at.server.api('gao', 'matter.get', { id })
    expect(detail.consent).toMatchObject({ kind: 'signature', readAloud: true })
    expect(papers).toHaveLength(1)
  })

  it('finds what he writes for others apart from his own application', async () => {
    const him = await visitor(phone)
    await asksHim(him, '巴图')
    const { page } = him
    await him.goto('/pages/me/index')
    await page.getByRole('radio', { name: /群众/ }).filter({ visible: true }).click()
    await him.goto('/')
    await page.reload()
    await settled(page)
    expect(await button(page, /接着填没写完的申请/).count()).toBe(0)
  })
})

/** A name with a mouse: two strokes across the pad. */
async function signs({ page }: Visitor) {
  const pad = page.locator('canvas').filter({ visible: true }).first()
  await pad.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }))
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  for (const [from, to] of [
    [0.2, 0.6],
    [0.5, 0.8],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 12 })
    await page.mouse.up()
  }
  await button(page, '签好了').click()
}
