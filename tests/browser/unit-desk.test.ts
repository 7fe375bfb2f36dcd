import { describe, expect, it } from 'vitest'
import { east, west } from '../journeys/given'
import { toWater, town } from '../journeys/grievance-given'
import { button, desk, phone, seen, signIn } from '../support/browser'
import { atTheUnits, choose, dialog, fits, send, takes, write } from './unit-given'

const { visitor, sent, act, now, opened } = atTheUnits()

describe.each([
  ['1280', desk],
  ['390', phone],
] as const)('the desk of a unit at %s', (width, screen) => {
  it('a department signs for what was sent to it, answers her first, and its result needs a photo of the place', async () => {
    const id = await sent(toWater, { topic: width === '1280' ? 'power' : 'sanitation' })
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '水务甲')
    await page.getByRole('tab', { name: /^待签收/ }).waitFor()
    await seen(page, (await now(id)).title).click()
    await seen(page, '派给本单位的').waitFor()
    await fits(she, `sent-${width}`)
    await button(page, /^签收$/).click()
    await seen(page, '签收了，这件由您负责。').waitFor()
    expect(await now(id)).toMatchObject({ stage: 'in-hand', people: [{ name: '水务甲' }] })
    await button(page, '先答复本人').click()
    await send(she, '发给本人')
    await seen(page, '请写答复的内容').waitFor()
    await write(she, /^答复的内容/, '收到了，明天上午到现场')
    await send(she, '发给本人')
    await seen(page, '已经答复本人。').waitFor()
    await button(page, '交办理结果').click()
    await choose(she, /^解决了(?!一)/)
    await write(she, /^结果的内容/, '水渠清好了，二十几户都浇上了')
    await send(she, '交去审核')
    await seen(page, '这件事有现场，请附一张办完以后的照片。').waitFor()
    expect((await now(id)).stage).toBe('in-hand')
    await fits(she, `photo-missing-${width}`)
    await takes(she)
    await expect
      .poll(() =>
        page
          .getByRole('button', { name: /^第 1 张照片$/ })
          .filter({ visible: true })
          .count(),
      )
      .toBe(1)
    await send(she, '交去审核')
    await seen(page, '结果交去审核了。').waitFor()
    const done = await now(id)
    expect(done).toMatchObject({ stage: 'resolved', detail: { outcome: { result: 'solved' } } })
    expect(done.detail.outcome?.photos).toHaveLength(1)
    await fits(she, `resolved-${width}`)
  })

  it('what is not its own is returned with the reason and where in its duties that stands', async () => {
    const id = await sent(toWater)
    const she = await opened('水务甲', id, screen)
    const { page } = she
    await button(page, /^退单$/).click()
    await write(she, /^为什么不归本单位/, '支渠归乡镇管')
    await send(she, '退单')
    await seen(page, '请写职责依据').waitFor()
    expect((await now(id)).stage).toBe('dispatched')
    await fits(she, `return-${width}`)
    await write(she, /^职责依据/, '三定方案第五条')
    await send(she, '退单')
    await seen(page, /^退单了，等指挥中心裁定/).waitFor()
    expect(await now(id)).toMatchObject({ stage: 'returned', detail: { returns: [{ basis: '三定方案第五条' }] } })
  })

  it('a village passes it up to its town, and the town sends it down to another of its villages', async () => {
    const id = await sent({ main: east, why: '村里的渠' })
    const village = await opened('周书记', id, screen)
    await button(village.page, /^上报$/).click()
    await write(village, /^为什么要上一级办/, '要用挖掘机，村里没有')
    await send(village, '上报')
    await seen(village.page, '上报了，由上一级接着办。').waitFor()
    expect(await now(id)).toMatchObject({ stage: 'passed-up', detail: { hop: { unit: { code: town } } } })
    await seen(village.page, /^这件已经离开本单位/).waitFor()
    await fits(village, `left-${width}`)
    const she = await opened('唐司法', id, screen)
    await button(she.page, /^下派$/).click()
    await expect.poll(() => dialog(she).getByRole('radio').count()).toBe(2)
    await send(she, '下派')
    await seen(she.page, '请选一个嘎查村').waitFor()
    await choose(she, /西嘎查/)
    await fits(she, `down-${width}`)
    await send(she, '下派')
    await seen(she.page, '已下派给西嘎查。').waitFor()
    expect((await now(id)).detail.hop).toMatchObject({ unit: { code: west }, how: 'sent-down' })
  })

  it('more time is asked for once, with the new date shown before; a date that is no later is refused beside it', async () => {
    const id = await sent(toWater)
    await act(id)('shui', 'grievance.sign', {})
    const she = await opened('水务甲', id, screen)
    const { page } = she
    await button(page, '申请延期').click()
    await write(she, /^为什么要延期/, '等配件')
    const day = dialog(she).locator('input[type=date]')
    await day.fill('2026-10-14')
    await send(she, '申请延期')
    await seen(page, /新的期限要比/).waitFor()
    expect((await now(id)).stage).toBe('in-hand')
    await day.fill('2026-10-16')
    await seen(page, /批了以后，新的期限是/).waitFor()
    await fits(she, `extend-${width}`)
    await send(she, '申请延期')
    await seen(page, '延期申请交上去了，等指挥中心批。').waitFor()
    expect((await now(id)).stage).toBe('extension-asked')
    await act(id)('lu', 'grievance.ruleExtend', { ok: false })
    await page.reload()
    await button(page, '交办理结果').waitFor()
    expect(await button(page, '申请延期').count()).toBe(0)
  })

  it('a co-handler answers the main unit and has nothing else to do', async () => {
    const id = await sent({ ...toWater, with: [town] }, { topic: width === '1280' ? 'road' : 'pasture' })
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '唐司法', '/roles/unit/desk/index?tab=help')
    await seen(page, (await now(id)).title).click()
    await seen(page, /^水务局主办，本单位协办/).waitFor()
    expect(await button(page, /^(退单|交办理结果|签收)$/).count()).toBe(0)
    await write(she, /^本单位的意见/, '镇里出挖掘机')
    await fits(she, `help-${width}`)
    await button(page, '答复主办单位').click()
    await seen(page, '已经答复主办单位。').waitFor()
    expect((await now(id)).detail.with).toMatchObject([{ answered: { text: '镇里出挖掘机' } }])
  })

  it('of 举报 it reads the brief, and why it reads nothing else', async () => {
    const words = '自然资源局的人要我请客'
    const brief = '请查东嘎查水渠工程的收费'
    const id = await sent({ main: 'dept:water', why: '由它查', brief }, { text: words }, { type: 'report' })
    const she = await opened('水务甲', id, screen)
    const { page } = she
    await seen(page, brief).waitFor()
    await seen(page, /^举报件：为保护举报人/).waitFor()
    expect(await seen(page, words).count()).toBe(0)
    expect(await seen(page, '包群众').count()).toBe(0)
    expect(await seen(page, /139/).count()).toBe(0)
    await fits(she, `brief-${width}`)
  })

  it('the village sees who is on duty, and three places to work in', async () => {
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '周书记', '/roles/unit/desk/index')
    await page.getByRole('tab', { name: '本单位事项' }).waitFor()
    await seen(page, '看谁值班').waitFor()
    await fits(she, `village-${width}`)
    await page.getByRole('tab', { name: '代办' }).click()
    await page.getByRole('heading', { name: '帮人办', exact: true }).filter({ visible: true }).waitFor()
    await fits(she, `forward-${width}`)
  })
})
