import { describe, expect, it } from 'vitest'
import { county, east, wages } from '../journeys/given'
import { button, phone, seen, settled, signIn, withBrowser } from '../support/browser'
import {
  answersAll,
  answersMost,
  asked,
  chosen,
  field,
  happenedHere,
  isAboutWages,
  nameIs,
  next,
  radio,
  received,
} from './apply-steps'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: county() })

describe('a resident on her telephone', () => {
  it('finds who is on duty, signs in, applies question by question, and leaves with a code and a time', async () => {
    const her = await visitor(phone)
    const { page } = her
    await her.goto('/')
    await seen(page, '问、申请、派律师，都不要钱').waitFor()
    await button(page, /选您在的嘎查、村/).click()
    await button(page, '甲镇').click()
    await page.getByRole('radio', { name: '东嘎查' }).filter({ visible: true }).click()
    await seen(page, '高审查').waitFor()

    await button(page, /申请法律援助/).click()
    await button(page, '去登录').click()
    await button(page, '包群众').click()
    await answersAll(her)
    for (const answer of [
      '自己',
      '在本旗',
      '工钱',
      '甲镇 东嘎查',
      '劳动监察大队',
      '工地欠了我三个月的工资',
      '诚信承诺',
    ])
      await seen(page, answer).waitFor()
    await seen(page, /某建筑公司/).waitFor()
    await seen(page, '第 9 步，共 9 步').waitFor()
    await button(page, '提交申请').click()

    await received(page).waitFor()
    await seen(page, /最晚今天 24:00.前/).waitFor()
    const code =
      (await seen(page, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/).textContent()) ?? ''
    expect(await at.server.api(undefined, 'matter.track', { code })).toMatchObject({ stage: 'submitted' })
    await seen(page, '高审查').waitFor()
    await seen(page, /申请、派律师、律师办，都不要钱/).waitFor()
    await seen(page, '法律援助法第五十三条').waitFor()

    await button(page, '看这件事').click()
    await page.getByRole('heading', { name: '法律援助：工钱' }).filter({ visible: true }).waitFor()
    await button(page, /为什么？/).click()
    await seen(page, /承诺 10.月.12.日当天办/).waitFor()
    expect(her.wrong).toEqual([])
  })

  it('is told at the question what is missing, keeps what she wrote, and goes back one question at a time', async () => {
    const her = await visitor(phone)
    await signIn(her, '吴群众')
    await her.goto('/roles/resident/apply/index')
    await asked(her, '事情发生在哪里？')
    await next(her)
    await seen(her.page, '选一个：在本旗，还是在外地').waitFor()
    await happenedHere(her)
    await next(her)
    await asked(her, '给谁申请？')
    await next(her)
    await seen(her.page, '选一个：给谁申请').waitFor()
    await radio(her, /^自己/)
    await next(her)
    await asked(her, '是什么事？')
    await radio(her, '工钱')
    await her.page.goBack()
    await asked(her, '给谁申请？')
    expect(await chosen(her, /^自己/)).toBe('true')
    await next(her)
    expect(await chosen(her, '工钱')).toBe('true')
    expect(her.wrong).toEqual([])
  })

  it('without signal her application waits on the telephone, survives a reload, and is sent once', async () => {
    const her = await visitor(phone)
    const { page, context } = her
    await signIn(her, '包群众')
    const before = (await at.server.api('gao', 'desk.list', { desk: 'centre' })).items.length
    await her.goto('/roles/resident/apply/index')
    await answersAll(her)
    await context.setOffline(true)
    await button(page, '提交申请').click()
    await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
    await button(page, '再发一次').click()
    await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
    expect((await at.server.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(before)

    await context.setOffline(false)
    await her.goto('/')
    await page.reload()
    await settled(page)
    await button(page, /接着填没写完的申请/).click()
    await asked(her, '发出前看一遍')
    await seen(page, '工地欠了我三个月的工资').waitFor()
    await button(page, /提交申请|再发一次/).click()
    await received(page).waitFor()
    expect((await at.server.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(before + 1)
    await her.goto('/')
    await page.reload()
    await settled(page)
    expect(await button(page, /接着填没写完的申请/).count()).toBe(0)
  })

  it('whose answer was lost on the way sends again and has one application, not two', async () => {
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '吴群众')
    const before = (await at.server.api('gao', 'desk.list', { desk: 'centre' })).items.length
    await her.goto('/roles/resident/apply/index?step=where')
    await answersAll(her)
    let lost = 0
    await page.route('**/api/aid.submit', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await button(page, '提交申请').click()
    await seen(page, /还没送出去/).waitFor()
    await button(page, '再发一次').click()
    await received(page).waitFor()
    expect((await at.server.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(before + 1)
  })

  it('whose wages are owed in another county applies here all the same, and is told who rings there today', async () => {
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '吴群众')
    await her.goto('/roles/resident/apply/index')
    await asked(her, '事情发生在哪里？')
    await radio(her, /^在外地/)
    await seen(page, /在哪儿干活，归哪儿/).waitFor()
    await next(her)
    await seen(page, '写上在外地哪里').waitFor()
    await seen(page, '选一个嘎查、村').waitFor()
    await field(her, /在外地哪里/).fill('沈阳铁西区的工地')
    await button(page, '甲镇').click()
    await radio(her, '东嘎查')
    await next(her)
    await radio(her, /^自己/)
    await next(her)
    await isAboutWages(her)
    await next(her)
    await nameIs(her, '吴群众', '13900000012')
    await radio(her, /我做诚信承诺/)
    await button(page, /我承诺/).click()
    await asked(her, '办到哪一步，告诉谁？')
    await next(her)
    await seen(page, '外地：沈阳铁西区的工地').waitFor()
    await button(page, '提交申请').click()
    await received(page).waitFor()
    await seen(page, /最晚今天 24:00.前告诉您交给了谁、电话多少/).waitFor()
    await seen(page, '找到那边谁管').waitFor()
    const id = decodeURIComponent(page.url().split('id=')[1] ?? '')
    const matter = await at.server.api('wu', 'matter.get', { id })
    expect(matter.detail.where).toMatchObject({ place: { code: east }, elsewhere: '沈阳铁西区的工地' })
    expect(her.wrong).toEqual([])
  })

  it('names a relative who is told too, with a number; without one she is asked for it', async () => {
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '包群众')
    await her.goto('/roles/resident/apply/index')
    await answersMost(her)
    await radio(her, /^也告诉一个亲属/)
    await next(her)
    await seen(page, '写上亲属的名字').waitFor()
    await field(her, /亲属的名字/).fill('阿拉坦其其格宝音德力格尔')
    await field(her, /亲属的电话/).fill('139')
    await next(her)
    await seen(page, /应是 11 位手机号/).waitFor()
    await field(her, /亲属的电话/).fill('13900000055')
    await next(her)
    await asked(her, '发出前看一遍')
    await seen(page, /亲属 阿拉坦其其格宝音德力格尔/).waitFor()
    await button(page, '提交申请').click()
    await received(page).waitFor()
    const id = decodeURIComponent(page.url().split('id=')[1] ?? '')
    expect((await at.server.demo.outbox(id)).map(({ to }) => to)).toContain('13900000055')
    expect(her.wrong).toEqual([])
  })

  it('who wrote herself down as the other side is told so beside that name before it goes out', async () => {
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '包群众')
    await her.goto('/roles/resident/apply/index')
    await answersAll(her)
    await page.getByRole('link', { name: '改对方' }).filter({ visible: true }).click()
    await field(her, /名字或单位名/).fill('包群众')
    await button(page, '改好了').click()
    await asked(her, '对方是谁？')
    expect(await field(her, /名字或单位名/).getAttribute('aria-invalid')).toBe('true')
    await field(her, /名字或单位名/).fill('某建筑公司')
    await button(page, '改好了').click()
    await asked(her, '发出前看一遍')
  })

  it('who is beaten at home is shown 110 and is away at a touch; the way back shows nothing of it', async () => {
    const her = await visitor(phone)
    const { page } = her
    await page.route('https://m.weather.com.cn/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>weather</title>' }),
    )
    await signIn(her, '包群众')
    await her.goto('/roles/resident/apply/index')
    await happenedHere(her)
    await next(her)
    await radio(her, /^自己/)
    await next(her)
    await radio(her, '家暴')
    await seen(page, '现在有危险，先打 110').waitFor()
    await next(her)
    await asked(her, '事情是怎么回事？')
    await button(page, '马上离开').click()
    await page.waitForURL(/weather/)
    await page.goBack()
    await page.waitForURL(/pages\/home/)
    expect(await page.getByText('事情是怎么回事？').filter({ visible: true }).count()).toBe(0)
  })

  it('tracks by the code without signing in; a wrong code is answered in words', async () => {
    const { code = '' } = await at.server.api('bao', 'aid.submit', wages())
    const her = await visitor(phone)
    await her.goto('/pages/track/index')
    await field(her, /查询码/).fill('0000-0000-00000')
    await button(her.page, '查').click()
    await seen(her.page, /请核对查询码/).waitFor()
    await field(her, /查询码/).fill(code.toLowerCase())
    await button(her.page, '查').click()
    await seen(her.page, '等审查').waitFor()
    await seen(her.page, '高审查').waitFor()
    expect(await seen(her.page, /包群众|某建筑公司/).count()).toBe(0)
  })

  it('sees who her lawyer is, from which firm, and what comes next; and takes an application back', async () => {
    const { id } = await at.server.api('bao', 'aid.submit', wages())
    await at.server.api('gao', 'aid.grant', { id })
    await at.server.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '包群众')
    await her.goto('/pages/matters/index')
    await button(page, /已派律师/).click()
    await seen(page, '李律').waitFor()
    await seen(page, '第一律师事务所').waitFor()
    await seen(page, '律师会给您打电话，请接一下不认识的号码。').waitFor()
    expect(await button(page, '给李律打电话').count()).toBe(1)
    await button(page, '撤回申请').click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click()
    await seen(page, '已撤回').waitFor()
    expect((await at.server.api('bao', 'matter.get', { id })).stage).toBe('withdrawn')
    expect(her.wrong).toEqual([])
  })
})
